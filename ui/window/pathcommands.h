// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/path.h"
#include "ui/jobs/jobs.h"
#include "ui/window/explorecommands.h"

namespace entente
{

/// Shows how two selected actors are connected: the shortest chains of meetings between them, which
/// happened, unless all are asked for.
class PathCommands : public QObject
{
    Q_OBJECT

public:
    PathCommands(const ExploreParts& parts, Explorer& explorer, QObject* parent);

Q_SIGNALS:
    /// There is at least one chain. @param events that they were found in.
    void found(const entente::PathRequest& request, const entente::Paths& paths,
               const std::shared_ptr<const entente::KnowledgeGraph>& events);

private:
    /// The two actors that are selected; nothing when it is not two.
    std::optional<std::pair<NodeId, NodeId>> ends() const;
    void enable();
    /// @param all whether meetings count whatever is said of them.
    /// @param amongShown whether chains lead over nobody who is not on screen.
    void find(bool all, bool amongShown);
    struct Found
    {
        std::shared_ptr<const KnowledgeGraph> events; ///< What the filters leave.
        Paths paths;
    };
    void show(const PathRequest& request, const Found& result);

    ExploreParts m_parts;
    Explorer& m_explorer;
    Jobs m_jobs;
};

} // namespace entente
