// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/base/progress.h"

#include <memory>
#include <string>
#include <vector>

namespace entente
{

class Copies;
class KnowledgeGraph;
class Ontology;
class Store;

/// Something that speaks for two events being one, or, with less than no points, against it.
struct SamenessReason
{
    std::string words; ///< "both name Choe Son-hui and Russia"
    int points = 0;

    bool operator==(const SamenessReason&) const = default;
};

/// Two events that may be one. Nothing but an analyst joins them.
struct SameEventProposal
{
    NodeId one, other;
    int score = 0;                       ///< The sum of the points.
    std::vector<SamenessReason> reasons; ///< The weightiest first, those against it last.

    bool operator==(const SameEventProposal&) const = default;
};

/// Finds events that may be one, within and across articles: of one type (or of types that ask for
/// the same participants and have them, as Summit, Meeting and Talks do), with participants in
/// common, in roles that agree; where no participants are said, with a topic or an object in
/// common. Left out is what cannot be one: of which the dates exclude each other, which carry
/// different outside ids of one authority, which an article relates to each other (the return visit
/// is not the visit), and which an analyst keeps apart. It must outlive none of what it is made
/// from; to make one takes about as long as a look at every edge.
class SameEvents
{
public:
    /// Less is not worth an analyst's time. Type and one participant are not enough: something has
    /// to be added, such as the day, the destination and the article.
    static constexpr int leastScore = 50;

    /// @param events the graph of all events.
    /// @param copies which articles carry the same passages; may be null.
    SameEvents(const KnowledgeGraph& events, const Store& store, const Ontology& ontology,
               const Copies* copies = nullptr);
    SameEvents(const SameEvents&) = delete;
    SameEvents& operator=(const SameEvents&) = delete;
    ~SameEvents();

    /// What an event may be the same as, the likeliest first; it is the one of each pair. Nothing
    /// for what is no event of the graph. @returns what it has when it is asked to stop.
    std::vector<SameEventProposal> of(NodeId event, const Progress& progress = {}) const;

    /// All pairs of the graph, the likeliest first. Of events that somebody takes part in along
    /// with hundreds of others of the type, only those near each other in time are looked at.
    /// @returns what it has when it is asked to stop.
    std::vector<SameEventProposal> all(const Progress& progress = {}) const;

private:
    struct Ground;
    std::unique_ptr<const Ground> m_ground;
};

} // namespace entente
