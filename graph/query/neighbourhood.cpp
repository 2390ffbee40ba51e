// SPDX-License-Identifier: Apache-2.0
#include "graph/query/neighbourhood.h"

#include "graph/ontology/ontology.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <unordered_set>

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

/// Steps outwards from some nodes, over edges in either direction.
class Rings
{
public:
    Rings(const KnowledgeGraph& graph, const std::set<NodeId>& from)
        : m_graph(graph)
    {
        for (const NodeId node : from) {
            if (graph.node(node) != nullptr)
                m_all.insert(node);
        }
        m_outermost = m_all;
    }

    void grow()
    {
        std::set<NodeId> next;
        for (const NodeId node : m_outermost) {
            for (const NodeId neighbour : m_graph.neighbours(node)) {
                if (m_all.insert(neighbour).second)
                    next.insert(neighbour);
            }
        }
        m_outermost = std::move(next);
    }

    const std::set<NodeId>& all() const { return m_all; }
    /// Empty: nothing more can be reached.
    const std::set<NodeId>& outermost() const { return m_outermost; }

private:
    const KnowledgeGraph& m_graph;
    std::set<NodeId> m_all, m_outermost;
};

/// In a graph of events, somebody: in one of actors alone all are joined directly.
bool hasMeetings(const KnowledgeGraph& graph, NodeId id)
{
    return graph.node(id)->kind == NodeKind::Entity &&
           std::ranges::any_of(graph.neighbours(id), [&](NodeId neighbour) {
               return graph.node(neighbour)->kind == NodeKind::Event;
           });
}

/// @returns those that were taken.
std::set<NodeId> takeHeaviest(const KnowledgeGraph& graph, const std::set<NodeId>& nodes,
                              std::size_t atMost, Reach& reach)
{
    std::vector<NodeId> byWeight(nodes.begin(), nodes.end());
    std::ranges::stable_sort(byWeight, std::ranges::greater{},
                             [&](NodeId id) { return graph.node(id)->weight; });
    const std::size_t count = std::min(atMost, byWeight.size());
    std::set<NodeId> taken(byWeight.begin(), byWeight.begin() + static_cast<std::ptrdiff_t>(count));
    reach.nodes.insert(taken.begin(), taken.end());
    reach.leftOut += static_cast<int>(byWeight.size() - count);
    return taken;
}

} // namespace

std::set<NodeId> neighbourhood(const KnowledgeGraph& graph, const std::set<NodeId>& from,
                               int degrees)
{
    Rings rings(graph, from);
    for (int step = 0; step < degrees && !rings.outermost().empty(); ++step)
        rings.grow();
    return rings.all();
}

Reach egoNetwork(const KnowledgeGraph& graph, NodeId centre, int degrees, std::size_t nodesAtMost)
{
    Reach reach;
    if (graph.node(centre) == nullptr)
        return reach;
    reach.nodes.insert(centre);
    std::set<NodeId> rim{centre};
    for (int step = 0; step < degrees && !rim.empty(); ++step) {
        std::set<NodeId> next;
        for (const NodeId node : rim) {
            if (node != centre && hasMeetings(graph, node))
                continue;
            for (const NodeId neighbour : graph.neighbours(node)) {
                if (!reach.nodes.contains(neighbour))
                    next.insert(neighbour);
            }
        }
        // A busy actor's meetings alone would leave no room for who was there.
        const std::size_t room = nodesAtMost - std::min(nodesAtMost, reach.nodes.size());
        const auto steps = static_cast<std::size_t>(degrees - step);
        rim = takeHeaviest(graph, next, room / steps, reach);
    }
    return reach;
}

Reach grown(const KnowledgeGraph& graph, const std::set<NodeId>& shown,
            const std::set<NodeId>& from, std::size_t addedAtMost)
{
    Reach reach{shown};
    Rings rings(graph, from);
    std::set<NodeId> hidden;
    while (hidden.empty() && !rings.outermost().empty()) {
        rings.grow();
        std::ranges::set_difference(rings.outermost(), shown, std::inserter(hidden, hidden.end()));
    }
    takeHeaviest(graph, hidden, addedAtMost, reach);
    return reach;
}

std::set<NodeId> shrunk(const KnowledgeGraph& graph, const std::set<NodeId>& shown,
                        const std::set<NodeId>& from)
{
    Rings rings(graph, from);
    std::set<NodeId> near = rings.all();
    std::set<NodeId> left = shown; // What has not been met yet.
    for (const NodeId node : near)
        left.erase(node);
    while (!left.empty() && !rings.outermost().empty()) {
        rings.grow();
        std::set<NodeId> rest;
        std::ranges::set_difference(left, rings.outermost(), std::inserter(rest, rest.end()));
        if (rest.empty())
            break; // These are the farthest.
        std::ranges::set_intersection(left, rings.outermost(), std::inserter(near, near.end()));
        left = std::move(rest);
    }
    return near;
}

std::vector<NeighbourGroup> neighbourGroups(const KnowledgeGraph& graph, const Shown& shown,
                                            NodeId node)
{
    const std::set<NodeId> seen(shown.nodes.begin(), shown.nodes.end());
    std::map<std::tuple<EdgeKind, std::string, std::string, bool>, NeighbourGroup> groups;
    std::map<const NeighbourGroup*, std::unordered_set<NodeId>> members;
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
        if (!members[&group].insert(neighbour).second)
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
