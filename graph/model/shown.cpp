// SPDX-License-Identifier: Apache-2.0
#include "graph/model/shown.h"

#include "graph/model/boostgraph.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_set>

namespace entente
{

namespace
{

using Graph = KnowledgeGraph::Boost;
using Vertex = KnowledgeGraph::Vertex;

constexpr int shownOfMore = 60;

constexpr std::string_view reasonForLess = "the busiest actors and their strongest ties";

/// By vertex, whether it is one of these: to be asked of all edges of a large graph.
std::vector<bool> markedOf(const Graph& graph, const std::set<Vertex>& vertices)
{
    std::vector<bool> marked(boost::num_vertices(graph));
    for (const Vertex vertex : vertices)
        marked[vertex] = true;
    return marked;
}

Shown select(const KnowledgeGraph& graph, const std::set<Vertex>& chosen, std::string reason)
{
    const Graph& boost = graph.boost();
    Shown shown;
    shown.nodesInAll = graph.nodeCount();
    shown.edgesInAll = graph.edgeCount();
    for (const Vertex vertex : chosen)
        shown.nodes.push_back(boost[vertex].id);
    const std::vector<bool> isChosen = markedOf(boost, chosen);
    for (const auto edge : boost::make_iterator_range(boost::edges(boost))) {
        if (isChosen[boost::source(edge, boost)] && isChosen[boost::target(edge, boost)])
            shown.edges.push_back(boost[edge].id);
    }
    if (!shown.isAll())
        shown.reason = std::move(reason);
    return shown;
}

std::vector<Vertex> actorsByWeight(const Graph& graph)
{
    std::vector<Vertex> actors;
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph))) {
        if (graph[vertex].isActor)
            actors.push_back(vertex);
    }
    std::ranges::stable_sort(actors, std::ranges::greater{},
                             [&](Vertex vertex) { return graph[vertex].weight; });
    return actors;
}

std::vector<Vertex> actorsIn(const Graph& graph, Vertex event)
{
    std::set<Vertex> actors;
    for (const auto edge : boost::make_iterator_range(boost::out_edges(event, graph))) {
        if (graph[boost::target(edge, graph)].isActor)
            actors.insert(boost::target(edge, graph));
    }
    return {actors.begin(), actors.end()};
}

/// Latest first; undated last.
bool isLater(const Node& a, const Node& b)
{
    const auto day = [](const Node& node) { return node.date ? node.date->latest : std::nullopt; };
    return day(a) > day(b);
}

/// The meetings of each pair of chosen actors, strongest pair first, latest meeting first.
std::vector<std::vector<Vertex>> meetingsByTie(const Graph& graph, const std::set<Vertex>& actors)
{
    const std::vector<bool> isChosen = markedOf(graph, actors);
    std::map<std::pair<Vertex, Vertex>, std::vector<Vertex>> meetings;
    std::vector<Vertex> there;
    for (const Vertex event : boost::make_iterator_range(boost::vertices(graph))) {
        if (graph[event].kind != NodeKind::Event)
            continue;
        there.clear();
        for (const auto edge : boost::make_iterator_range(boost::out_edges(event, graph))) {
            if (isChosen[boost::target(edge, graph)])
                there.push_back(boost::target(edge, graph));
        }
        std::ranges::sort(there);
        const auto repeated = std::ranges::unique(there);
        there.erase(repeated.begin(), repeated.end());
        for (std::size_t i = 0; i < there.size(); ++i) {
            for (std::size_t j = i + 1; j < there.size(); ++j)
                meetings[{there[i], there[j]}].push_back(event);
        }
    }
    std::vector<std::vector<Vertex>> ties;
    for (auto& [pair, events] : meetings) {
        std::ranges::stable_sort(events,
                                 [&](Vertex a, Vertex b) { return isLater(graph[a], graph[b]); });
        ties.push_back(std::move(events));
    }
    std::ranges::stable_sort(ties, std::ranges::greater{}, &std::vector<Vertex>::size);
    return ties;
}

/// One meeting of each tie in turn, so that no pair crowds out the others.
void addMeetings(std::set<Vertex>& chosen, const std::vector<std::vector<Vertex>>& ties, int limit)
{
    for (std::size_t round = 0;; ++round) {
        bool any = false;
        for (const std::vector<Vertex>& events : ties) {
            if (static_cast<int>(chosen.size()) >= limit)
                return;
            if (round < events.size()) {
                chosen.insert(events[round]);
                any = true;
            }
        }
        if (!any)
            return;
    }
}

/// Actors that no shown meeting joins tell nothing.
void dropLoneActors(const Graph& graph, std::set<Vertex>& chosen)
{
    std::set<Vertex> touched;
    for (const Vertex vertex : chosen) {
        if (graph[vertex].kind == NodeKind::Event) {
            for (const Vertex actor : actorsIn(graph, vertex))
                touched.insert(actor);
        }
    }
    std::erase_if(chosen, [&](Vertex vertex) {
        return graph[vertex].kind == NodeKind::Entity && !touched.contains(vertex);
    });
}

/// In a graph of ties: the ends of the strongest ones.
std::set<Vertex> strongestTies(const Graph& graph, int limit)
{
    std::vector<KnowledgeGraph::Boost::edge_descriptor> ties;
    for (const auto edge : boost::make_iterator_range(boost::edges(graph)))
        ties.push_back(edge);
    std::ranges::stable_sort(ties, std::ranges::greater{},
                             [&](const auto& edge) { return graph[edge].tie().events.size(); });
    std::set<Vertex> chosen;
    for (const auto& edge : ties) {
        if (static_cast<int>(chosen.size()) + 2 > limit)
            break;
        chosen.insert(boost::source(edge, graph));
        chosen.insert(boost::target(edge, graph));
    }
    return chosen;
}

} // namespace

bool isBusiest(std::string_view reason) { return reason.starts_with(reasonForLess); }

std::string withMore(const std::string& reason)
{
    constexpr std::string_view more = ", and more";
    return reason.empty() || reason.ends_with(more) ? reason : reason + std::string(more);
}

Shown showAll(const KnowledgeGraph& graph)
{
    Shown shown;
    shown.nodes = graph.nodes();
    shown.edges = graph.edges();
    shown.nodesInAll = graph.nodeCount();
    shown.edgesInAll = graph.edgeCount();
    return shown;
}

Shown showBusiest(const KnowledgeGraph& graph, int limit)
{
    const Graph& boost = graph.boost();
    const std::vector<Vertex> actors = actorsByWeight(boost);
    const bool hasEvents =
        std::ranges::any_of(boost::make_iterator_range(boost::vertices(boost)),
                            [&](Vertex v) { return boost[v].kind == NodeKind::Event; });
    if (!hasEvents)
        return select(graph, strongestTies(boost, limit), std::string(reasonForLess));

    // A third of the room goes to actors, the rest to what joins them.
    const auto room = static_cast<std::ptrdiff_t>(
        std::min(static_cast<std::size_t>(std::max(limit / 3, 1)), actors.size()));
    std::set<Vertex> chosen(actors.begin(), actors.begin() + room);
    addMeetings(chosen, meetingsByTie(boost, chosen), limit);
    dropLoneActors(boost, chosen);
    return select(graph, chosen, std::string(reasonForLess));
}

Shown showReadable(const KnowledgeGraph& graph)
{
    return graph.nodeCount() <= readableNodes ? showAll(graph) : showBusiest(graph, shownOfMore);
}

Shown showOnly(const KnowledgeGraph& graph, const std::set<NodeId>& nodes, std::string reason)
{
    const Graph& boost = graph.boost();
    std::set<Vertex> vertices;
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(boost))) {
        if (nodes.contains(boost[vertex].id))
            vertices.insert(vertex);
    }
    return select(graph, vertices, std::move(reason));
}

Shown showWith(const KnowledgeGraph& graph, const Shown& shown, NodeId node, int neighbours)
{
    std::set<NodeId> chosen(shown.nodes.begin(), shown.nodes.end());
    chosen.insert(node);
    std::vector<NodeId> hidden;
    for (const NodeId neighbour : graph.neighbours(node)) {
        if (!chosen.contains(neighbour))
            hidden.push_back(neighbour);
    }
    std::ranges::stable_sort(hidden, std::ranges::greater{},
                             [&](NodeId id) { return graph.node(id)->weight; });
    for (const NodeId neighbour : hidden) {
        if (neighbours-- <= 0)
            break;
        chosen.insert(neighbour);
    }
    return showOnly(graph, chosen,
                    chosen.size() == shown.nodes.size() ? shown.reason : withMore(shown.reason));
}

namespace
{

int hiddenAmong(const std::vector<NodeId>& neighbours, const std::unordered_set<NodeId>& shown)
{
    return static_cast<int>(
        std::ranges::count_if(neighbours, [&](NodeId id) { return !shown.contains(id); }));
}

} // namespace

std::vector<int> hiddenNeighbours(const KnowledgeGraph& graph, const Shown& shown)
{
    const std::unordered_set<NodeId> chosen(shown.nodes.begin(), shown.nodes.end());
    std::vector<int> hidden;
    hidden.reserve(shown.nodes.size());
    for (const NodeId node : shown.nodes)
        hidden.push_back(shown.isAll() ? 0 : hiddenAmong(graph.neighbours(node), chosen));
    return hidden;
}

int hiddenNeighbours(const KnowledgeGraph& graph, const Shown& shown, NodeId node)
{
    return hiddenAmong(graph.neighbours(node), {shown.nodes.begin(), shown.nodes.end()});
}

} // namespace entente
