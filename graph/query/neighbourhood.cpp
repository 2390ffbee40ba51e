// SPDX-License-Identifier: Apache-2.0
#include "graph/query/neighbourhood.h"

#include "graph/ontology/ontology.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace entente
{

namespace
{

std::string counted(std::size_t count, std::string_view type, const Ontology& ontology)
{
    const bool isEvent = ontology.knowsEvent(type);
    const std::string& one = isEvent ? ontology.event(type).label : ontology.entity(type).label;
    const std::string& many = isEvent ? ontology.event(type).plural : ontology.entity(type).plural;
    return fmt::format("{} {}", count, count == 1 || many.empty() ? one : many);
}

} // namespace

std::set<NodeId> neighbourhood(const KnowledgeGraph& graph, const std::set<NodeId>& from,
                               int degrees)
{
    std::set<NodeId> all;
    for (const NodeId node : from) {
        if (graph.node(node) != nullptr)
            all.insert(node);
    }
    std::set<NodeId> rim = all;
    for (int step = 0; step < degrees && !rim.empty(); ++step) {
        std::set<NodeId> next;
        for (const NodeId node : rim) {
            for (const NodeId neighbour : graph.neighbours(node)) {
                if (all.insert(neighbour).second)
                    next.insert(neighbour);
            }
        }
        rim = std::move(next);
    }
    return all;
}

std::vector<NeighbourGroup> neighbourGroups(const KnowledgeGraph& graph, const Shown& shown,
                                            NodeId node)
{
    const std::set<NodeId> seen(shown.nodes.begin(), shown.nodes.end());
    std::map<std::tuple<EdgeKind, std::string, std::string, bool>, NeighbourGroup> groups;
    for (const EdgeId id : graph.edgesAt(node)) {
        const Edge& edge = *graph.edge(id);
        const bool startsHere = graph.source(id) == node;
        const bool isFromHere = startsHere && edge.kind != EdgeKind::Tie; // They have no direction.
        const NodeId neighbour = startsHere ? graph.target(id) : graph.source(id);
        if (neighbour == node)
            continue;
        const std::string& type = graph.node(neighbour)->type;
        NeighbourGroup& group = groups[{edge.kind, edge.type, type, isFromHere}];
        group.kind = edge.kind;
        group.role = edge.type;
        group.type = type;
        group.isFromHere = isFromHere;
        if (std::ranges::find(group.nodes, neighbour) != group.nodes.end())
            continue;
        group.nodes.push_back(neighbour);
        group.hidden += seen.contains(neighbour) ? 0 : 1;
    }
    std::vector<NeighbourGroup> all;
    for (auto& [key, group] : groups) {
        std::ranges::stable_sort(group.nodes, std::ranges::greater{},
                                 [&](NodeId id) { return graph.node(id)->weight; });
        all.push_back(std::move(group));
    }
    std::ranges::stable_sort(all, std::ranges::greater{},
                             [](const NeighbourGroup& group) { return group.nodes.size(); });
    return all;
}

std::string wordsOf(const NeighbourGroup& group, const Ontology& ontology)
{
    std::string neighbours = counted(group.nodes.size(), group.type, ontology);
    switch (group.kind) {
    case EdgeKind::Role:
        return group.isFromHere ? fmt::format("{}: {}", group.role, neighbours)
                                : fmt::format("{} in {}", group.role, neighbours);
    case EdgeKind::Relation: {
        const std::string& label = ontology.relation(group.role).label;
        return group.isFromHere ? fmt::format("{} {}", label, neighbours)
                                : fmt::format("{}: {}", neighbours, label);
    }
    case EdgeKind::Tie:
        return fmt::format("Ties with {}", neighbours);
    }
    return neighbours;
}

} // namespace entente
