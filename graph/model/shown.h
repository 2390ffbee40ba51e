// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

class KnowledgeGraph;

/// Above this a graph is no longer read but stared at: at 150 nodes names of 13 px still find room
/// side by side when the whole picture fits a screen of 1600 × 1000.
constexpr int readableNodes = 150;

/// Which part of a graph is on screen, and why not all of it.
struct Shown
{
    std::vector<NodeId> nodes; ///< In the graph's order.
    std::vector<EdgeId> edges; ///< Those of the graph between shown nodes.
    int nodesInAll = 0;
    int edgesInAll = 0;
    std::string
        reason; ///< Empty when all is shown; else "the busiest actors and their strongest ties".

    bool isAll() const { return static_cast<int>(nodes.size()) == nodesInAll; }
    bool operator==(const Shown&) const = default;
};

Shown showAll(const KnowledgeGraph& graph);

/// Whether a reason is that of showBusiest(), with or without what was added since: nobody has
/// chosen it.
bool isBusiest(std::string_view reason);
/// Of what was shown for a reason, and has been added to: "what you selected, and more".
std::string withMore(const std::string& reason);

/// The busiest actors with their strongest ties (and, in the events view, the meetings that make
/// them), up to about `limit` nodes.
Shown showBusiest(const KnowledgeGraph& graph, int limit);

/// All of it, or the busiest part when it has more nodes than can be read at once.
Shown showReadable(const KnowledgeGraph& graph);

/// These, as far as the graph has them, and nothing else.
/// @param reason why, unless they are all there is.
Shown showOnly(const KnowledgeGraph& graph, const std::set<NodeId>& nodes, std::string reason);

/// What is shown already, and with it the node and up to `neighbours` of those around it that are
/// not shown yet, the heaviest first. Whatever was shown stays shown.
Shown showWith(const KnowledgeGraph& graph, const Shown& shown, NodeId node, int neighbours);

/// For each node that is shown, in that order: how many of its neighbours are not.
std::vector<int> hiddenNeighbours(const KnowledgeGraph& graph, const Shown& shown);
/// The same of one node.
int hiddenNeighbours(const KnowledgeGraph& graph, const Shown& shown, NodeId node);

} // namespace entente
