// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/scenekeeper.h"

#include "graph/layout/choice.h"
#include "graph/model/graph.h"
#include "ui/workspace/workspace.h"

#include <algorithm>

namespace entente
{

namespace
{

/// Layouts that undo can go back to with their routes; older ones get straight lines.
constexpr std::size_t layoutsKept = 8;
/// Items up to which a picture is made at once, without a thread in between.
constexpr std::size_t drawnAtOnce = 400;
/// Neighbours that come at once: what one can take in as new.
constexpr int expandedAtOnce = 8;

bool stands(const Arrangement& layout, NodeId node, const std::unordered_map<NodeId, Point>& where)
{
    const auto then = layout.nodes.find(node);
    const auto now = where.find(node);
    return then != layout.nodes.end() && now != where.end() && then->second == now->second;
}

} // namespace

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

SceneKeeper::SceneKeeper(Workspace& workspace, LayoutWorker worker, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_client(std::move(worker))
    , m_style(Style::of(Theme::Light))
{
    connect(&workspace, &Workspace::opened, this, &SceneKeeper::onOpened);
    connect(&workspace, &Workspace::changed, this, &SceneKeeper::onChanged);
    connect(&m_client, &LayoutClient::laidOut, this, &SceneKeeper::takeLayout);
    connect(&m_client, &LayoutClient::failed, this, &SceneKeeper::failed);
    connect(&m_client, &LayoutClient::busyChanged, this, &SceneKeeper::announceBusy);
    for (Jobs* jobs : {&m_choosing, &m_drawing}) {
        connect(jobs, &Jobs::failed, this, &SceneKeeper::failed);
        connect(jobs, &Jobs::busyChanged, this, &SceneKeeper::announceBusy);
    }
}

SceneKeeper::~SceneKeeper() = default;

const KnowledgeGraph& SceneKeeper::graph() const { return *graphOf(m_view); }

std::shared_ptr<const KnowledgeGraph> SceneKeeper::graphOf(View view) const
{
    return view == View::Events ? m_workspace.events() : m_workspace.actors();
}

void SceneKeeper::setView(View view)
{
    if (view == m_view)
        return;
    m_client.cancel();
    m_choosing.cancel();
    m_view = view;
    Q_EMIT viewChanged(view);
    update();
}

void SceneKeeper::setTheme(Theme theme)
{
    m_style = Style::of(theme);
    if (isPlaced())
        draw(false);
}

void SceneKeeper::setEngine(std::optional<Engine> engine)
{
    if (engine == m_engine)
        return;
    m_engine = engine;
    layOutAgain();
}

void SceneKeeper::layOutAgain()
{
    if (scene().shown.nodes.empty())
        return;
    requestLayout(isPlaced() ? Purpose::Again : Purpose::Fill);
}

void SceneKeeper::place(const std::vector<NodePlacement>& placements, int gesture)
{
    PlaceNodes edit;
    for (const NodePlacement& placement : placements)
        edit.placements.push_back({placeIn(m_view, placement.node), placement.point});
    if (!edit.placements.empty())
        m_workspace.perform(edit, {.words = {}, .gesture = gesture});
}

bool SceneKeeper::isShown(NodeId node) const
{
    return std::ranges::find(scene().shown.nodes, node) != scene().shown.nodes.end();
}

bool SceneKeeper::isPlacedByHand(NodeId node) const
{
    return m_workspace.store().placement(placeIn(m_view, node)).has_value();
}

void SceneKeeper::show(NodeId node)
{
    if (isShown(node))
        return;
    if (graph().node(node) == nullptr && m_workspace.events()->node(node) != nullptr) {
        m_wanted = node;
        return setView(View::Events);
    }
    expand(node);
}

void SceneKeeper::expand(NodeId node)
{
    if (scene().graph == nullptr || scene().graph->node(node) == nullptr)
        return;
    scene().shown = showWith(*scene().graph, scene().shown, node, expandedAtOnce);
    update();
}

void SceneKeeper::cancel()
{
    m_choosing.cancel();
    m_client.cancel();
}

void SceneKeeper::onOpened()
{
    const bool reloaded = m_workspace.paths() == m_paths;
    m_paths = m_workspace.paths();
    m_client.cancel();
    m_choosing.cancel();
    m_drawing.cancel();
    if (!reloaded) {
        m_scenes = {};
        take({}, true);
    }
    update();
}

void SceneKeeper::onChanged(const Change& change)
{
    if (change.content)
        update();
    else if (isPlaced())
        draw(false);
}

void SceneKeeper::update()
{
    if (const auto graph = graphOf(m_view); scene().graph != graph)
        return choose(graph);
    const std::optional<NodeId> wanted = std::exchange(m_wanted, {});
    if (wanted && !isShown(*wanted) && scene().graph->node(*wanted) != nullptr)
        return expand(*wanted);
    Q_EMIT shownChanged();
    if (isPlaced())
        draw(scene().layouts.empty());
    else
        requestLayout(Purpose::Fill);
}

void SceneKeeper::choose(const std::shared_ptr<const KnowledgeGraph>& graph)
{
    m_choosing.run([graph](const Progress&) { return showReadable(*graph); }, this,
                   [this, graph](Shown shown) {
                       scene().graph = graph;
                       scene().shown = std::move(shown);
                       update();
                   });
}

void SceneKeeper::requestLayout(Purpose purpose)
{
    m_purpose = purpose;
    m_requested = scene().shown;
    m_choosing.run(
        [graph = scene().graph, shown = m_requested, ontology = m_workspace.sharedOntology(),
         style = m_style](const Progress&) {
            return makeLayoutRequest(*graph, shown, *ontology, style);
        },
        this, [this](LayoutRequest request) { send(std::move(request)); });
}

void SceneKeeper::send(LayoutRequest request)
{
    const int nodes = static_cast<int>(request.nodes.size());
    const int edges = static_cast<int>(request.edges.size());
    request.engine = m_engine.value_or(chooseEngine(nodes, edges));
    request.routing = chooseRouting(request.engine, nodes, edges);
    if (m_purpose == Purpose::Fill) {
        bool anyPinned = false;
        for (std::size_t i = 0; i < request.nodes.size(); ++i) {
            request.nodes[i].pinned = standOf(m_requested.nodes[i]);
            anyPinned = anyPinned || request.nodes[i].pinned;
        }
        // Only neato leaves what is pinned where it is.
        if (anyPinned) {
            request.engine = Engine::Neato;
            request.routing = Routing::Line;
        }
    }
    m_client.request(request);
}

void SceneKeeper::takeLayout(const Layout& layout)
{
    auto arrangement = std::make_shared<const Arrangement>(arrangementOf(m_requested, layout));
    auto& layouts = scene().layouts;
    const bool first = layouts.empty();
    layouts.push_back(arrangement);
    if (layouts.size() > layoutsKept)
        layouts.pop_front();
    if (m_purpose == Purpose::Fill) {
        for (const auto& [node, point] : arrangement->nodes)
            scene().stands.try_emplace(node, point);
        draw(first);
        return;
    }
    PlaceNodes edit;
    for (const NodeId node : m_requested.nodes) {
        if (const auto at = arrangement->nodes.find(node); at != arrangement->nodes.end())
            edit.placements.push_back({placeIn(m_view, node), at->second});
    }
    m_workspace.perform(edit, {.words = tr("Lay Out Again"), .gesture = 0});
    draw(true);
}

void SceneKeeper::draw(bool anew)
{
    const Scene& now = scene();
    if (now.shown.nodes.size() + now.shown.edges.size() <= drawnAtOnce) {
        m_drawing.cancel();
        take(makePicture(*now.graph, now.shown, arrangement(), m_workspace.ontology(), m_style),
             anew);
        return;
    }
    m_drawing.run(
        [graph = now.graph, shown = now.shown, where = arrangement(),
         ontology = m_workspace.sharedOntology(), style = m_style](const Progress&) {
            return makePicture(*graph, shown, where, *ontology, style);
        },
        this, [this, anew](const Picture& picture) { take(picture, anew); });
}

void SceneKeeper::take(const Picture& picture, bool anew)
{
    m_picture = picture;
    Q_EMIT pictureChanged(anew);
}

std::optional<Point> SceneKeeper::standOf(NodeId node) const
{
    if (const std::optional<Point> placed = m_workspace.store().placement(placeIn(m_view, node)))
        return placed;
    const auto found = scene().stands.find(node);
    if (found == scene().stands.end())
        return {};
    return found->second;
}

bool SceneKeeper::isPlaced() const
{
    const Scene& now = scene();
    return now.graph != nullptr && std::ranges::all_of(now.shown.nodes, [this](NodeId node) {
               return standOf(node).has_value();
           });
}

Arrangement SceneKeeper::arrangement() const
{
    const Scene& now = scene();
    Arrangement result;
    for (const NodeId node : now.shown.nodes) {
        if (const std::optional<Point> point = standOf(node))
            result.nodes.emplace(node, *point);
    }
    for (const EdgeId edge : now.shown.edges) {
        const NodeId source = now.graph->source(edge);
        const NodeId target = now.graph->target(edge);
        // The oldest that fits: a later layout that moved neither end changes no line either.
        for (const auto& layout : now.layouts) {
            const auto route = layout->routes.find(edge);
            if (route == layout->routes.end() || !stands(*layout, source, result.nodes) ||
                !stands(*layout, target, result.nodes))
                continue;
            result.routes.emplace(edge, route->second);
            break;
        }
    }
    return result;
}

void SceneKeeper::announceBusy()
{
    const bool busy = m_client.isBusy() || m_choosing.isBusy() || m_drawing.isBusy();
    if (busy == m_busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace entente
