// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/ranking.h"
#include "ui/jobs/jobs.h"
#include "ui/window/explorecommands.h"

#include <unordered_map>

namespace entente
{

/// What the colour of an actor says.
enum class ColourBy : int { Kind, Components, Communities };

/// Shows who matters and who belongs together: actors as large as they rank, in the colour of their
/// group. Both are found out over the meetings that happened and that the filters leave, and anew
/// whenever those are others.
class RankCommands : public QObject
{
    Q_OBJECT

public:
    RankCommands(const ExploreParts& parts, QObject* parent);
    ~RankCommands() override;

    bool isBusy() const { return m_jobs.isBusy(); }
    void cancel();

Q_SIGNALS:
    void busyChanged(bool busy);
    void progressed(const QString& words, int done, int total);

private:
    struct Found
    {
        std::unordered_map<NodeId, double> sizes;
        std::unordered_map<NodeId, int> groups;
        std::vector<Ranked> first; ///< The first of those with a score.
        std::size_t ranked = 0;
        std::size_t groupCount = 0;
        double modularity = 0;
    };

    void sizeBy(std::optional<RankBy> by);
    void colourBy(ColourBy by);
    /// @param tells whether a person has asked for it, and not only for what it is about.
    void findOut(bool tells);
    void take(const Found& found, bool tells);
    QString wordsOf(const Found& found) const;

    ExploreParts m_parts;
    std::optional<RankBy> m_sizeBy; ///< None: all are of one size.
    ColourBy m_colourBy = ColourBy::Kind;

    /// What was found out last.
    struct Seen
    {
        std::optional<RankBy> sizeBy;
        ColourBy colourBy = ColourBy::Kind;
    };
    Seen m_seen;
    Jobs m_jobs;
};

} // namespace entente
