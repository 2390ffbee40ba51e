// SPDX-License-Identifier: Apache-2.0
#include "graph/model/partof.h"

#include "graph/model/boostgraph.h"

#include <memory>
#include <unordered_map>

namespace entente
{

KnowledgeGraph partOf(const KnowledgeGraph& graph, const std::set<NodeId>& nodes,
                      const std::set<EdgeId>& edges)
{
    const KnowledgeGraph::Boost& from = graph.boost();
    auto to = std::make_unique<KnowledgeGraph::Boost>();
    std::unordered_map<KnowledgeGraph::Vertex, KnowledgeGraph::Vertex> places;
    for (const auto vertex : boost::make_iterator_range(boost::vertices(from))) {
        if (nodes.contains(from[vertex].id))
            places.emplace(vertex, boost::add_vertex(from[vertex], *to));
    }
    for (const auto edge : boost::make_iterator_range(boost::edges(from))) {
        const auto source = places.find(boost::source(edge, from));
        const auto target = places.find(boost::target(edge, from));
        if (edges.contains(from[edge].id) && source != places.end() && target != places.end())
            boost::add_edge(source->second, target->second, from[edge], *to);
    }
    return KnowledgeGraph(std::move(to));
}

} // namespace entente
