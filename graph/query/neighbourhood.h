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

/// What is shown and what was left out of what could be.
struct Reach
{
    std::set<NodeId> nodes;
    int leftOut = 0; ///< Nodes that would have been too many at once; the lightest.
};

/// The same with no more nodes than can be taken in: the heaviest of each step, which has its share
/// of the room that is left, and goes on from those that were taken in the one before: from
/// meetings to who was there, but not from somebody beside the centre to more meetings, of which
/// the centre had no part.
Reach egoNetwork(const KnowledgeGraph& graph, NodeId centre, int degrees, std::size_t nodesAtMost);

/// What is shown, and all nodes that are as far from some of them as the nearest that is not shown.
/// @param from among what is shown. @param addedAtMost the heaviest are taken.
Reach grown(const KnowledgeGraph& graph, const std::set<NodeId>& shown,
            const std::set<NodeId>& from, std::size_t addedAtMost);

/// What is shown without the nodes that are farthest from some of them; those that cannot be
/// reached from there go first. The some themselves stay.
std::set<NodeId> shrunk(const KnowledgeGraph& graph, const std::set<NodeId>& shown,
                        const std::set<NodeId>& from);

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
