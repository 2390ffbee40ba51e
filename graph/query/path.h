// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/base/progress.h"
#include "graph/model/graph.h"

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace entente
{

class Ontology;

/// A meeting that ties one actor of a chain to the next.
struct HopMeeting
{
    NodeId event;
    std::optional<Modality> modality; ///< Of these two meeting there; none: unstated.
    std::vector<EdgeId> roles;        ///< Of the one, then of the other, in the graph of events.
};

/// One step of a chain, from an actor to the next, and all that ties them.
struct Hop
{
    NodeId from, to;
    std::vector<HopMeeting> meetings; ///< The surest first, of these the latest.
    std::vector<EdgeId> relations;    ///< Between the two, in the graph of events.
};

/// Actors of whom each is tied to the next.
using Chain = std::vector<Hop>;

struct PathRequest
{
    NodeId from, to;
    /// Meetings count as ties only when they are so sure; empty: all do.
    std::set<std::optional<Modality>> modalities{Modality::Happened};
    bool relations =
        true; ///< Whether "represents" and the like tie as well; they have no modality.
    /// Actors that chains may lead over, besides the two; none: all of the graph.
    std::optional<std::set<NodeId>> among = {};
    std::size_t chainsAtMost = 20;
};

/// The shortest chains between two actors.
struct Paths
{
    std::vector<Chain> chains; ///< Those with the busiest actors first.
    std::int64_t inAll = 0;    ///< How many there are; counted no further than a billion.
    int hops = 0;              ///< Of each.
};

/// All shortest chains, by breadth-first search over those who took part in the same events; none
/// where nothing ties the two. @param actors the projection of the events.
/// @pre both are actors of the graph. Stopping progress gives none.
Paths shortestPaths(const KnowledgeGraph& events, const KnowledgeGraph& actors,
                    const Ontology& ontology, const PathRequest& request,
                    const Progress& progress = {});

} // namespace entente
