// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/model/graph.h"
#include "graph/model/shown.h"

#include <set>
#include <string>
#include <vector>

namespace entente
{

class Ontology;

/// The nodes within so many steps of some others, these among them, over edges in either direction:
/// their ego network (Wasserman and Faust, Social Network Analysis, 2.4.2).
/// @param degrees steps; 0: only themselves. Ids that are not in the graph are left out.
std::set<NodeId> neighbourhood(const KnowledgeGraph& graph, const std::set<NodeId>& from,
                               int degrees);

/// Neighbours of a node that are tied to it in the same way.
struct NeighbourGroup
{
    EdgeKind kind = EdgeKind::Role;
    std::string role;          ///< "Visitor"; of a relation or a tie its type.
    std::string type;          ///< Of the neighbours: "Visit".
    bool isFromHere = false;   ///< Whether the edges start at the node.
    std::vector<NodeId> nodes; ///< The heaviest first.
    int hidden = 0;            ///< How many of these are not shown.

    bool operator==(const NeighbourGroup&) const = default;
};

/// All neighbours of a node, by role and type; the largest group first. One that is tied to it in
/// two ways stands in two groups.
std::vector<NeighbourGroup> neighbourGroups(const KnowledgeGraph& graph, const Shown& shown,
                                            NodeId node);

/// A group in words, with how many it has: "Visitor in 3 Visits"; "Visitor: 2 Persons"; "represents
/// 1 State"; "1 Person: represents"; "Ties with 5 Persons". @param ontology for labels and
/// plurals.
std::string wordsOf(const NeighbourGroup& group, const Ontology& ontology);

} // namespace entente
