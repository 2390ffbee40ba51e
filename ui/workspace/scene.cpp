// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/scene.h"

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "ui/jobs/letgo.h"

#include <algorithm>

namespace entente
{

namespace
{

/// Layouts that undo can go back to with their routes; older ones get straight lines.
constexpr std::size_t layoutsKept = 8;
/// Neighbours that come at once: what one can take in as new.
constexpr int expandedAtOnce = 8;

bool stands(const Arrangement& layout, NodeId node, const std::unordered_map<NodeId, Point>& where)
{
    const auto then = layout.nodes.find(node);
    const auto now = where.find(node);
    return then != layout.nodes.end() && now != where.end() && then->second == now->second;
}

/// The node that any of the records has become part of; nil when there is none.
template <class Records>
NodeId nodeOfAny(const KnowledgeGraph& graph, const Records& records)
{
    for (const auto record : records) {
        if (const NodeId node = graph.nodeOf(record); !node.isNil())
            return node;
    }
    return {};
}

} // namespace

NodeId idIn(const KnowledgeGraph& newer, const KnowledgeGraph& before, NodeId node)
{
    if (newer.node(node) != nullptr)
        return node;
    const Node* was = before.node(node);
    const NodeId entity =
        nodeOfAny(newer, was != nullptr ? was->entities : std::vector{EntityId(node.uuid())});
    if (!entity.isNil())
        return entity;
    return nodeOfAny(newer, was != nullptr ? was->events : std::vector{EventId(node.uuid())});
}

Glance glanceIn(const KnowledgeGraph& newer, const KnowledgeGraph& before, Glance glance)
{
    for (NodeId& node : glance.nodes)
        node = idIn(newer, before, node);
    std::erase_if(glance.nodes, [](NodeId node) { return node.isNil(); });
    return glance;
}

View otherThan(View view) { return view == View::Events ? View::Actors : View::Events; }

NodeId placeIn(View view, NodeId node)
{
    switch (view) {
    case View::Events:
        return node;
    case View::Actors:
        return NodeId(uuidFromName(node.uuid(), "place in the actors view"));
    }
    return node;
}

std::array<Scene, 2> emptyScenes()
{
    std::array<Scene, 2> scenes;
    for (const View view : {View::Events, View::Actors})
        scenes.at(static_cast<std::size_t>(view)).view = view;
    return scenes;
}

bool Scene::isShown(NodeId node) const
{
    return std::ranges::find(shown.nodes, node) != shown.nodes.end();
}

std::optional<Point> Scene::standOf(NodeId node, const Store& store) const
{
    if (const std::optional<Point> placed = store.placement(placeIn(view, node)))
        return placed;
    const auto found = stands.find(node);
    if (found == stands.end())
        return {};
    return found->second;
}

bool Scene::isPlaced(const Store& store) const
{
    return graph != nullptr && std::ranges::all_of(shown.nodes, [&](NodeId node) {
               return standOf(node, store).has_value();
           });
}

bool Scene::isMovedBy(const Change& change) const
{
    return std::ranges::any_of(
        shown.nodes, [&](NodeId node) { return change.placed.contains(placeIn(view, node)); });
}

Arrangement Scene::arrangement(const Store& store) const
{
    Arrangement result;
    for (const NodeId node : shown.nodes) {
        if (const std::optional<Point> point = standOf(node, store))
            result.nodes.emplace(node, *point);
    }
    for (const EdgeId edge : shown.edges) {
        const NodeId source = graph->source(edge);
        const NodeId target = graph->target(edge);
        // The oldest that fits: a later layout that moved neither end changes no line either.
        for (const auto& layout : layouts) {
            const auto route = layout->routes.find(edge);
            if (route == layout->routes.end() || !entente::stands(*layout, source, result.nodes) ||
                !entente::stands(*layout, target, result.nodes))
                continue;
            result.routes.emplace(edge, route->second);
            break;
        }
    }
    return result;
}

Chosen Scene::chooseFrom(const KnowledgeGraph& newer) const
{
    Chosen chosen;
    if (graph == nullptr) {
        chosen.shown = showReadable(newer);
        return chosen;
    }
    for (const auto& [node, point] : stands) {
        if (const NodeId now = idIn(newer, *graph, node); !now.isNil() && now != node)
            chosen.renamed.emplace(node, now);
    }
    Shown still;
    still.reason = shown.reason;
    for (const std::vector<NodeId>* nodes : {&shown.nodes, &gone}) {
        for (const NodeId node : *nodes) {
            const NodeId now = idIn(newer, *graph, node);
            (now.isNil() ? chosen.gone : still.nodes).push_back(now.isNil() ? node : now);
        }
    }
    if (still.nodes.empty() || shown.isAll()) {
        const Shown fresh = showReadable(newer);
        still.nodes.insert(still.nodes.end(), fresh.nodes.begin(), fresh.nodes.end());
        still.reason = fresh.reason;
    }
    if (!still.nodes.empty())
        chosen.shown = showWith(newer, still, still.nodes.front(), 0);
    return chosen;
}

void Scene::turnTo(std::shared_ptr<const KnowledgeGraph> newer, Chosen chosen, const Store& store)
{
    for (const auto& [was, now] : chosen.renamed) {
        const std::optional<Point> point = standOf(was, store);
        if (point && graph->node(now) == nullptr) // Else it has joined one that stays where it is.
            stands.insert_or_assign(now, *point);
    }
    shown = std::move(chosen.shown);
    gone = std::move(chosen.gone);
    letGoElsewhere(std::exchange(graph, std::move(newer)));
}

bool Scene::include(const Target& target)
{
    const std::size_t before = shown.nodes.size();
    if (const auto* node = std::get_if<NodeId>(&target); node != nullptr && !isShown(*node))
        expand(*node);
    if (const auto* edge = std::get_if<EdgeId>(&target); edge != nullptr && graph->edge(*edge)) {
        shown = showWith(*graph, shown, graph->source(*edge), 0);
        shown = showWith(*graph, shown, graph->target(*edge), 0);
    }
    return shown.nodes.size() > before;
}

void Scene::expand(NodeId node)
{
    if (graph != nullptr && graph->node(node) != nullptr)
        shown = showWith(*graph, shown, node, expandedAtOnce);
}

void Scene::show(const Glance& glance)
{
    const Shown wanted =
        glance.isAll && graph->nodeCount() <= readableNodes
            ? showAll(*graph)
            : showOnly(*graph, {glance.nodes.begin(), glance.nodes.end()}, glance.reason);
    if (!wanted.nodes.empty()) // Else all of it is gone by now.
        shown = wanted;
}

void Scene::keep(const std::shared_ptr<const Arrangement>& layout)
{
    layouts.push_back(layout);
    if (layouts.size() > layoutsKept)
        layouts.pop_front();
    for (const auto& [node, point] : layout->nodes)
        stands.try_emplace(node, point);
}

} // namespace entente
