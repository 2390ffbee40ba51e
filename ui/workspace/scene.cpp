// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/scene.h"

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "ui/jobs/letgo.h"

#include <algorithm>
#include <iterator>
#include <set>

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

/// Adds those that are not there yet.
void append(std::vector<NodeId>& nodes, const std::vector<NodeId>& more)
{
    const std::set<NodeId> there(nodes.begin(), nodes.end());
    std::ranges::copy_if(more, std::back_inserter(nodes),
                         [&](NodeId node) { return !there.contains(node); });
}

Shown shownBy(const Glance& glance, const KnowledgeGraph& graph)
{
    if (glance.isAll && graph.nodeCount() <= readableNodes)
        return showAll(graph);
    return showOnly(graph, {glance.nodes.begin(), glance.nodes.end()}, glance.reason);
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
    const auto rename = [&](std::vector<NodeId>& nodes) {
        for (NodeId& node : nodes)
            node = idIn(newer, before, node);
        std::erase_if(nodes, [](NodeId node) { return node.isNil(); });
    };
    rename(glance.nodes);
    if (glance.unfiltered)
        rename(glance.unfiltered->nodes);
    return glance;
}

Glance Glance::with(Wanted wanted) const
{
    Glance next{view, wanted.nodes, wanted.reason, wanted.isAll, filter, {}};
    if (!unfiltered)
        return next;
    if (wanted.isAll || isBusiest(wanted.reason)) {
        next.unfiltered = Wanted{unfiltered->nodes, {}, true};
        append(next.unfiltered->nodes, wanted.nodes);
        return next;
    }
    const std::set<NodeId> now(wanted.nodes.begin(), wanted.nodes.end());
    const std::set<NodeId> before(nodes.begin(), nodes.end());
    const auto kept = std::ranges::count_if(nodes, [&](NodeId node) { return now.contains(node); });
    if (kept * 2 < std::ssize(nodes)) {
        next.unfiltered = std::move(wanted);
        return next;
    }
    next.unfiltered = unfiltered;
    std::erase_if(next.unfiltered->nodes,
                  [&](NodeId node) { return before.contains(node) && !now.contains(node); });
    next.unfiltered->isAll = next.unfiltered->isAll && kept == std::ssize(nodes);
    append(next.unfiltered->nodes, wanted.nodes);
    return next;
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

NodeId pinIn(View view, NodeId node)
{
    return NodeId(uuidFromName(placeIn(view, node).uuid(), "pin"));
}

NodeId timeIn(View view)
{
    return NodeId(uuidFromName({}, view == View::Events ? "events by time" : "actors by time"));
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
    const auto withAxis = stands.find(periodsAYear(store));
    if (withAxis == stands.end())
        return {};
    const auto found = withAxis->second.find(node);
    return found == withAxis->second.end() ? std::nullopt : std::optional(found->second);
}

void Scene::standAsIn(const Scene& other, const Store& store)
{
    // Also what is hidden there by now: it stands there when it comes back.
    for (const NodeId id : other.graph->nodes()) {
        const Node* node = other.graph->node(id);
        const std::optional<Point> point = other.standOf(id, store);
        if (node->isActor && point && !standOf(id, store))
            stands[periodsAYear(store)].insert_or_assign(id, *point);
    }
}

bool Scene::isPinned(NodeId node, const Store& store) const
{
    return store.placement(pinIn(view, node)).has_value();
}

int Scene::periodsAYear(const Store& store) const
{
    const std::optional<Point> kept = store.placement(timeIn(view));
    return !kept ? 0 : kept->x == 1 ? 1 : 12;
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
    result.periodsAYear = periodsAYear(store);
    for (const NodeId node : shown.nodes) {
        if (const std::optional<Point> point = standOf(node, store))
            result.nodes.emplace(node, *point);
        if (isPinned(node, store))
            result.pinned.insert(node);
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

Wanted Scene::wanted() const
{
    if (unfiltered)
        return *unfiltered;
    Wanted wanted{shown.nodes, shown.reason, shown.isAll()};
    append(wanted.nodes, gone);
    return wanted;
}

Chosen Scene::chooseFrom(const GraphInView& newer) const
{
    Chosen chosen;
    if (graph == nullptr)
        return chooseFirst(newer);
    chosen = newer.filter == filter ? chooseAgain(newer) : chooseFiltered(newer);
    for (const auto& [periods, ofThese] : stands) {
        for (const auto& [node, point] : ofThese) {
            if (const NodeId now = idIn(*newer.whole, *whole, node); !now.isNil() && now != node)
                chosen.renamed.emplace(node, now);
        }
    }
    return chosen;
}

Chosen Scene::chooseFirst(const GraphInView& newer) const
{
    Chosen chosen;
    if (before && before->filter == newer.filter) {
        chosen.shown = shownBy(*before, *newer.graph);
        chosen.unfiltered = before->unfiltered;
    }
    if (chosen.shown.nodes.empty())
        chosen.shown = showReadable(*newer.graph);
    if (!newer.filter.isEmpty() && !chosen.unfiltered) {
        const Shown all = showReadable(*newer.whole);
        chosen.unfiltered = Wanted{all.nodes, all.reason, all.isAll()};
    }
    return chosen;
}

Chosen Scene::chooseAgain(const GraphInView& newer) const
{
    Chosen chosen;
    Shown still;
    still.reason = shown.reason;
    for (const std::vector<NodeId>* nodes : {&shown.nodes, &gone}) {
        for (const NodeId node : *nodes) {
            const NodeId now = idIn(*newer.whole, *whole, node);
            const bool isThere = newer.graph->node(now) != nullptr;
            (isThere ? still.nodes : chosen.gone).push_back(isThere ? now : node);
        }
    }
    if (still.nodes.empty() || shown.isAll()) {
        const Shown fresh = showReadable(*newer.graph);
        still.nodes.insert(still.nodes.end(), fresh.nodes.begin(), fresh.nodes.end());
        still.reason = fresh.reason;
    }
    if (!still.nodes.empty())
        chosen.shown = showWith(*newer.graph, still, still.nodes.front(), 0);
    chosen.unfiltered = unfiltered;
    if (unfiltered) {
        for (NodeId& node : chosen.unfiltered->nodes) {
            if (const NodeId now = idIn(*newer.whole, *whole, node); !now.isNil())
                node = now;
        }
    }
    return chosen;
}

Chosen Scene::chooseFiltered(const GraphInView& newer) const
{
    Wanted all = wanted();
    std::set<NodeId> left;
    Chosen chosen;
    for (NodeId& node : all.nodes) {
        if (const NodeId now = idIn(*newer.whole, *whole, node); !now.isNil())
            node = now;
        if (newer.graph->node(node) != nullptr)
            left.insert(node);
        else if (newer.filter.isEmpty())
            chosen.gone.push_back(node);
    }
    const bool isSomebodysChoice = !all.isAll && !isBusiest(all.reason);
    const bool hasRoom =
        newer.graph->nodeCount() <= readableNodes || left.size() * 2 < all.nodes.size();
    std::string reason = all.reason;
    if (newer.filter.isEmpty() ? all.isAll : left.empty() || (!isSomebodysChoice && hasRoom)) {
        const Shown fresh = showReadable(*newer.graph);
        left.insert(fresh.nodes.begin(), fresh.nodes.end());
        reason = fresh.reason;
    }
    chosen.shown = showOnly(*newer.graph, left, std::move(reason));
    if (!newer.filter.isEmpty())
        chosen.unfiltered = std::move(all);
    return chosen;
}

void Scene::turnTo(GraphInView newer, Chosen chosen, const Store& store)
{
    for (const auto& [was, now] : chosen.renamed) {
        const std::optional<Point> point = standOf(was, store);
        if (!point || whole->node(now) != nullptr) // Else it has joined one that stays where it is.
            continue;
        // What comes back stands where it stood, rather than where a part of it did by itself.
        if (whole->node(was) != nullptr || !standOf(now, store))
            stands[periodsAYear(store)].insert_or_assign(now, *point);
    }
    before.reset();
    shown = std::move(chosen.shown);
    unfiltered = std::move(chosen.unfiltered);
    gone = std::move(chosen.gone);
    filter = std::move(newer.filter);
    copies = std::move(newer.copies);
    letGoElsewhere(std::exchange(known, std::move(newer.known)));
    letGoElsewhere(std::exchange(whole, std::move(newer.whole)),
                   std::exchange(graph, std::move(newer.graph)));
}

void Scene::showMore(Shown more)
{
    if (unfiltered)
        append(unfiltered->nodes, more.nodes);
    shown = std::move(more);
}

bool Scene::include(const Target& target)
{
    const std::size_t shownBefore = shown.nodes.size();
    if (const auto* node = std::get_if<NodeId>(&target); node != nullptr && !isShown(*node))
        expand(*node);
    if (const auto* edge = std::get_if<EdgeId>(&target); edge != nullptr && graph->edge(*edge)) {
        showMore(showWith(*graph, shown, graph->source(*edge), 0));
        showMore(showWith(*graph, shown, graph->target(*edge), 0));
    }
    return shown.nodes.size() > shownBefore;
}

void Scene::expand(NodeId node)
{
    if (graph != nullptr && graph->node(node) != nullptr)
        showMore(showWith(*graph, shown, node, expandedAtOnce));
}

void Scene::show(const Glance& glance)
{
    const Shown wanted = shownBy(glance, *graph);
    if (wanted.nodes.empty())
        return; // All of it is gone by now.
    shown = wanted;
    if (!filter.isEmpty() && glance.unfiltered)
        unfiltered = glance.unfiltered;
}

void Scene::keep(const std::shared_ptr<const Arrangement>& layout, int periodsAYear)
{
    layouts.push_back(layout);
    if (layouts.size() > layoutsKept)
        layouts.pop_front();
    for (const auto& [node, point] : layout->nodes)
        stands[periodsAYear].try_emplace(node, point);
}

} // namespace entente
