// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/base/progress.h"
#include "graph/model/graph.h"
#include "graph/query/ranking.h"

#include <vector>

namespace entente
{

/// Actors that belong together; the largest group first, and within it the busiest actor.
using ActorGroups = std::vector<std::vector<NodeId>>;

/// Groups of actors between which there is some chain of meetings of these modalities. Who has met
/// nobody is in none.
/// @param actors the projection of a graph of events.
ActorGroups components(const KnowledgeGraph& actors,
                       const CountedModalities& modalities = {Modality::Happened});

struct Communities
{
    ActorGroups groups;
    double modularity = 0; ///< From -0.5 to 1: how far from chance the division is.
};

/// Groups of actors that met each other more often than chance would have it, by the method of
/// Louvain (Blondel et al. 2008), which looks for the division of greatest modularity; a meeting
/// makes a tie stronger by one. The same graph gives the same groups. Stopping gives none.
Communities communities(const KnowledgeGraph& actors,
                        const CountedModalities& modalities = {Modality::Happened},
                        const Progress& progress = {});

} // namespace entente
