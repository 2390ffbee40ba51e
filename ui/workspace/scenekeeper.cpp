// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/scenekeeper.h"

#include "graph/base/overloaded.h"
#include "graph/layout/choice.h"
#include "graph/model/graph.h"
#include "graph/query/moments.h"
#include "ui/jobs/letgo.h"
#include "ui/workspace/filteredview.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <unordered_set>

namespace entente
{

namespace
{

/// Items up to which a picture is made at once, without a thread in between.
constexpr std::size_t drawnAtOnce = 400;

bool has(const KnowledgeGraph& graph, const Target& target)
{
    return std::visit(Overloaded{[](std::monostate) { return false; },
                                 [&](NodeId id) { return graph.node(id) != nullptr; },
                                 [&](EdgeId id) { return graph.edge(id) != nullptr; }},
                      target);
}

} // namespace

SceneKeeper::SceneKeeper(Workspace& workspace, LayoutWorker worker, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_client(std::move(worker))
    , m_style(Style::of(Theme::Light))
    , m_scenes(emptyScenes())
{
    connect(&workspace, &Workspace::opened, this, &SceneKeeper::onOpened);
    connect(&workspace, &Workspace::changed, this, &SceneKeeper::onChanged);
    connect(&workspace, &Workspace::copiesChanged, this, &SceneKeeper::onCopiesChanged);
    connect(&m_client, &LayoutClient::laidOut, this, &SceneKeeper::takeLayout);
    connect(&m_client, &LayoutClient::failed, this, &SceneKeeper::onFailed);
    connect(&m_client, &LayoutClient::draftChanged, this, &SceneKeeper::draftChanged);
    connect(&m_client, &LayoutClient::keptDraft, this, [this](const QString& reason) {
        if (!m_again) // Else another layout follows, which may do better.
            Q_EMIT keptDraft(reason);
    });
    connect(&m_client, &LayoutClient::busyChanged, this, &SceneKeeper::announceBusy);
    for (Jobs* jobs : {&m_choosing, &m_measuring, &m_drawing}) {
        connect(jobs, &Jobs::failed, this, &SceneKeeper::onFailed);
        connect(jobs, &Jobs::busyChanged, this, &SceneKeeper::announceBusy);
    }
}

SceneKeeper::~SceneKeeper() = default;

const KnowledgeGraph& SceneKeeper::graph() const { return isStale() ? whole() : *scene().graph; }

std::string SceneKeeper::filterWords() const
{
    return wordsOf(m_filter, m_workspace.ontology(), m_workspace.store());
}

std::shared_ptr<const KnowledgeGraph> SceneKeeper::graphOf(View view) const
{
    return view == View::Events ? m_workspace.events() : m_workspace.actors();
}

bool SceneKeeper::isPlacedByHand(NodeId node) const
{
    return m_workspace.store().placement(placeIn(m_view, node)).has_value();
}

std::optional<Point> SceneKeeper::standOf(NodeId node) const
{
    return scene().standOf(node, m_workspace.store());
}

bool SceneKeeper::isStale() const
{
    return scene().whole != graphOf(m_view) || scene().filter != m_filter ||
           (m_filter.asksForSources() && scene().copies != m_workspace.copies());
}

bool SceneKeeper::isPlaced() const { return scene().isPlaced(m_workspace.store()); }

// What is asked for ------------------------------------------------------------------------------

void SceneKeeper::setView(View view)
{
    if (view != m_view)
        turnTo(view, {});
}

void SceneKeeper::setTheme(Theme theme)
{
    m_style = Style::of(theme);
    if (scene().graph != nullptr)
        draw(false);
}

void SceneKeeper::emphasise(Findings emphasis)
{
    m_emphasis = std::move(emphasis);
    if (scene().graph != nullptr)
        draw(false);
}

void SceneKeeper::setEngine(std::optional<Engine> engine)
{
    // Also when it is chosen once more: rings lie about what is selected by now, and whoever asks
    // for springs after an undo wants them.
    if (!m_again)
        m_engineBefore = m_engine;
    m_engine = engine;
    m_byTime = false;
    layOutAgain();
}

bool SceneKeeper::hasDates() const
{
    return scene().graph != nullptr && periodsAYearFor(momentsOf(*scene().graph, shown())) > 0;
}

void SceneKeeper::setByTime()
{
    m_byTime = true;
    layOutAgain();
}

void SceneKeeper::layOutAgain() { layOutAgain({}); }

void SceneKeeper::layOutAgain(const std::set<NodeId>& nodes)
{
    m_only = nodes;
    m_again = isPlaced() || !picture().isEmpty(); // What is on its way to a place gets it first.
    isStale() ? update() : fill();
}

void SceneKeeper::place(const std::vector<NodePlacement>& placements)
{
    PlaceNodes edit;
    const Scene& other = m_scenes.at(static_cast<std::size_t>(otherThan(m_view)));
    for (const NodePlacement& placement : placements) {
        edit.placements.push_back({placeIn(m_view, placement.node), placement.point});
        // What stands in the same place in both views goes on doing so.
        const std::optional<Point> there = other.standOf(placement.node, m_workspace.store());
        if (there && there == standOf(placement.node))
            edit.placements.push_back({placeIn(other.view, placement.node), placement.point});
    }
    m_movesByHand = true; // It stays where it was dropped, also before one's eyes.
    if (!edit.placements.empty())
        m_workspace.perform(
            edit, {.words = tr("Move %Ln node(s)", nullptr, static_cast<int>(placements.size())),
                   .goesOn = true});
    m_movesByHand = false;
}

bool SceneKeeper::isPinned(NodeId node) const
{
    return scene().isPinned(node, m_workspace.store());
}

bool SceneKeeper::canMove(const std::set<NodeId>& nodes) const
{
    return std::ranges::any_of(nodes,
                               [&](NodeId node) { return isShown(node) && !isPinned(node); });
}

/// By the command that is under way.
bool SceneKeeper::mayMove(NodeId node) const
{
    return (m_only.empty() || m_only.contains(node)) && !isPinned(node);
}

void SceneKeeper::pin(const std::set<NodeId>& nodes, bool pinned)
{
    PlaceNodes edit;
    for (const NodeId node : scene().shown.nodes) {
        const std::optional<Point> point = standOf(node);
        if (!nodes.contains(node) || !point || isPinned(node) == pinned)
            continue;
        if (pinned) // Where it stands, also when it is opened again.
            edit.placements.push_back({placeIn(m_view, node), point});
        edit.placements.push_back({pinIn(m_view, node), pinned ? point : std::nullopt});
    }
    if (!edit.placements.empty())
        m_workspace.perform(edit, {.words = pinned ? tr("Pin") : tr("Unpin")});
}

void SceneKeeper::release(NodeId node)
{
    PlaceNodes edit{{{placeIn(m_view, node), std::nullopt}}};
    if (isPinned(node))
        edit.placements.push_back({pinIn(m_view, node), std::nullopt});
    m_workspace.perform(edit);
}

void SceneKeeper::move(const std::set<NodeId>& nodes, QPointF sceneDelta)
{
    std::vector<NodePlacement> placements;
    for (const NodeId node : scene().shown.nodes) {
        if (!nodes.contains(node))
            continue;
        if (const std::optional<Point> from = standOf(node))
            placements.push_back({node, Point{from->x + sceneDelta.x(), from->y + sceneDelta.y()}});
    }
    place(placements);
}

void SceneKeeper::show(const Target& target)
{
    if (!has(*graphOf(m_view), target)) {
        if (has(*graphOf(otherThan(m_view)), target))
            turnTo(otherThan(m_view), target);
    } else if (isStale()) {
        m_wanted = target;
        update();
    } else if (!has(graph(), target)) {
        Q_EMIT leftOut(target);
    } else if (scene().include(target)) {
        fill();
    }
}

void SceneKeeper::setFilter(const Filter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    if (m_glance) { // What is still on its way there is filtered as well.
        Wanted base = m_glance->unfiltered.value_or(
            Wanted{m_glance->nodes, m_glance->reason, m_glance->isAll});
        m_glance = {m_glance->view, base.nodes,
                    base.reason,    base.isAll,
                    filter,         filter.isEmpty() ? std::nullopt : std::optional(base)};
    }
    Q_EMIT filterChanged();
    update();
}

void SceneKeeper::expand(NodeId node)
{
    scene().expand(node);
    isStale() ? update() : fill();
}

Glance SceneKeeper::glance() const
{
    if (m_glance)
        return *m_glance;
    const Shown& shown = scene().shown;
    Wanted now{shown.nodes, shown.reason, shown.isAll()};
    std::optional<Wanted> unfiltered = scene().unfiltered;
    if (scene().filter != m_filter) { // It is on its way to what it leaves of this:
        now = scene().wanted();
        unfiltered = m_filter.isEmpty() ? std::nullopt : std::optional(now);
    }
    return {m_view,   std::move(now.nodes), std::move(now.reason), now.isAll,
            m_filter, std::move(unfiltered)};
}

void SceneKeeper::show(const Glance& glance)
{
    if (glance.filter != m_filter) {
        m_filter = glance.filter;
        Q_EMIT filterChanged();
    }
    if (glance.view != m_view)
        return turnTo(glance.view, {}, glance);
    m_glance = glance;
    update();
}

void SceneKeeper::cancel()
{
    const bool wasDrawing = m_drawing.isBusy();
    takeBackStyle();
    stop();
    takeBackFilter();
    if (wasDrawing)
        Q_EMIT pictureChanged(false); // Whoever waits for the one that was begun waits no longer.
}

void SceneKeeper::keepDraft()
{
    if (!m_client.hasDraft())
        return;
    if (m_purpose == Purpose::Fill)
        m_again = false; // Nor is another layout to follow.
    m_client.keepDraft();
}

// What has happened ------------------------------------------------------------------------------

void SceneKeeper::onOpened()
{
    const bool reloaded = m_workspace.isSameAgain();
    const bool again = reloaded && m_again;
    stop();
    m_again = again;
    if (!reloaded) {
        auto old = std::exchange(m_scenes, emptyScenes());
        m_engine.reset();
        m_engineBefore.reset();
        m_filter = {};
        resume(m_workspace.lastLook());
        Q_EMIT filterChanged();
        Q_EMIT styleChanged();
        Q_EMIT pictureChanged(true);
        letGoElsewhere(std::move(old));
    }
    update();
}

void SceneKeeper::onChanged(const Change& change)
{
    if (change.content())
        return update();
    // What is undone must be seen.
    const View other = otherThan(m_view);
    if (!scene().isMovedBy(change) &&
        m_scenes.at(static_cast<std::size_t>(other)).isMovedBy(change))
        return setView(other);
    if (scene().graph != nullptr)
        draw(m_laysOutAgain || (!m_movesByHand && isMostMovedBy(change)));
}

/// Lines are as wide as they have independent sources.
void SceneKeeper::onCopiesChanged()
{
    if (isStale())
        update();
    else if (scene().graph != nullptr)
        draw(false);
}

/// As they were found out before, while that holds: it takes a while for those with many claims.
Findings SceneKeeper::findings()
{
    Scene& now = scene();
    const std::shared_ptr<const Copies> copies = m_workspace.copies();
    if (now.foundOut == nullptr || now.foundOut->graph != now.graph ||
        now.foundOut->copies != copies || now.foundOut->nodes != now.shown.nodes ||
        now.foundOut->edges != now.shown.edges) {
        auto found = std::make_shared<Scene::Found>(
            Scene::Found{now.graph, copies, now.shown.nodes, now.shown.edges, {}});
        findOut(found->findings, *now.graph, now.shown, m_workspace.store(), copies.get());
        // It may hold the last of a graph that was.
        letGoElsewhere(std::exchange(now.foundOut, std::move(found)));
    }
    Findings all = m_emphasis;
    all.strengths = now.foundOut->findings.strengths;
    all.contested = now.foundOut->findings.contested;
    all.contestedEdges = now.foundOut->findings.contestedEdges;
    all.judged = now.foundOut->findings.judged;
    return all;
}

/// As by the undo of a layout: then nothing stands where it stood.
bool SceneKeeper::isMostMovedBy(const Change& change) const
{
    const std::vector<NodeId>& shown = scene().shown.nodes;
    const auto count = std::ranges::count_if(
        shown, [&](NodeId node) { return change.placed.contains(placeIn(m_view, node)); });
    return count > 2 && count > std::ssize(shown) / 2;
}

/// What has not been found out is not what is seen.
void SceneKeeper::takeBackFilter()
{
    if (scene().graph == nullptr || scene().filter == m_filter)
        return;
    m_filter = scene().filter;
    Q_EMIT filterChanged();
}

/// What was not laid out by it is not of this style.
void SceneKeeper::takeBackStyle()
{
    if (!m_again)
        return;
    m_engine = m_engineBefore;
    Q_EMIT styleChanged();
}

void SceneKeeper::onFailed(const QString& reason)
{
    takeBackStyle();
    m_again = false;
    m_glance.reset();
    m_nextDrawing.reset();
    takeBackFilter();
    Q_EMIT failed(reason);
}

void SceneKeeper::turnTo(View view, const Target& wanted, std::optional<Glance> glance)
{
    stop();
    const Scene& before = scene();
    m_view = view;
    if (before.graph != nullptr) // Actors stay where they are.
        scene().standAsIn(before, m_workspace.store());
    m_wanted = wanted;
    m_glance = std::move(glance);
    Q_EMIT viewChanged(view);
    // Its own as it was, or none: the other view's could be dragged, and exported as this one's.
    Q_EMIT pictureChanged(false);
    update();
}

void SceneKeeper::update()
{
    if (isStale())
        return choose();
    if (const std::optional<Glance> glance = std::exchange(m_glance, {}))
        scene().show(*glance);
    if (const Target wanted = std::exchange(m_wanted, {}); has(graph(), wanted))
        scene().include(wanted);
    else if (has(whole(), wanted))
        Q_EMIT leftOut(wanted);
    if (!isPlaced() || m_again) {
        m_isFirstPart = picture().isEmpty();
        draw(false); // What has its place is seen before the rest gets one.
    }
    fill();
}

void SceneKeeper::fill()
{
    Q_EMIT shownChanged();
    m_again = m_again && !scene().shown.nodes.empty();
    if (!isPlaced() || m_again)
        return requestLayout();
    m_measuring.cancel();
    m_client.cancel();
    draw(false);
}

void SceneKeeper::choose()
{
    m_choosing.run(
        [view = filteredView(), before = scene()](const Progress&) {
            GraphInView newer = view.make();
            Chosen chosen = before.chooseFrom(newer);
            return std::pair(std::move(newer), std::move(chosen));
        },
        this,
        [this](std::pair<GraphInView, Chosen> made) {
            takeChosen(std::move(made.first), std::move(made.second));
        });
}

FilteredView SceneKeeper::filteredView() const
{
    const Scene& events = m_scenes.at(static_cast<std::size_t>(View::Events));
    const bool isThere = events.whole == m_workspace.events() && events.filter == m_filter &&
                         (!m_filter.asksForSources() || events.copies == m_workspace.copies());
    return {m_workspace, m_view, m_filter, isThere ? events.graph : nullptr};
}

void SceneKeeper::takeChosen(GraphInView newer, Chosen chosen)
{
    const bool isFiltered = newer.filter != scene().filter;
    scene().turnTo(std::move(newer), std::move(chosen), m_workspace.store());
    update();
    if (isFiltered)
        Q_EMIT filterApplied();
}

void SceneKeeper::draw(bool anew)
{
    const Scene& now = scene();
    const Store& store = m_workspace.store();
    if (now.shown.nodes.size() + now.shown.edges.size() <= drawnAtOnce) {
        m_nextDrawing.reset();
        m_drawing.cancel();
        return take(makePicture(*now.graph, now.shown, now.arrangement(store),
                                m_workspace.ontology(), m_style, findings()),
                    anew);
    }
    // What runs is finished and seen first: while a key is held, each step would else put an end to
    // the one before, and none be seen until it is let go of.
    if (m_drawing.isBusy()) {
        m_nextDrawing = anew || m_nextDrawing.value_or(false);
        return;
    }
    m_drawing.run(
        [graph = now.graph, shown = now.shown, where = now.arrangement(store),
         ontology = m_workspace.sharedOntology(), style = m_style, findings = m_emphasis, store,
         copies = m_workspace.copies()](const Progress&) mutable {
            findOut(findings, *graph, shown, store, copies.get());
            return makePicture(*graph, shown, where, *ontology, style, findings);
        },
        this,
        [this, anew](const Picture& picture) {
            take(picture, anew);
            if (m_nextDrawing)
                draw(*std::exchange(m_nextDrawing, {}));
        });
}

std::function<SceneKeeper::Drawn()>
SceneKeeper::drawing(const Style& style, const std::optional<std::set<NodeId>>& only) const
{
    const Scene& now = scene();
    Shown shown = only ? showOnly(*now.graph, *only, now.shown.reason) : now.shown;
    const Store& store = m_workspace.store();
    return [graph = now.graph, shown = std::move(shown), where = now.arrangement(store),
            ontology = m_workspace.sharedOntology(), style, emphasis = m_emphasis, store,
            copies = m_workspace.copies()] {
        Findings findings = emphasis;
        findOut(findings, *graph, shown, store, copies.get());
        return Drawn{makePicture(*graph, shown, where, *ontology, style, findings), shown};
    };
}

void SceneKeeper::take(const Picture& picture, bool anew)
{
    if (!m_again) // Also after undo, and when it was kept so.
        m_byTime = scene().periodsAYear(m_workspace.store()) > 0;
    Picture old = std::exchange(scene().picture, picture);
    Q_EMIT pictureChanged(anew || old.isEmpty());
    letGoElsewhere(std::move(old));
}

/// All that is under way, and all that is to follow it.
void SceneKeeper::stop()
{
    m_wanted = {};
    m_glance = {};
    m_again = false;
    m_isFirstPart = false;
    m_nextDrawing.reset();
    for (Jobs* jobs : {&m_choosing, &m_measuring, &m_drawing})
        jobs->cancel();
    m_client.cancel();
}

void SceneKeeper::announceBusy()
{
    const bool busy =
        m_client.isBusy() || m_choosing.isBusy() || m_measuring.isBusy() || m_drawing.isBusy();
    if (busy == m_busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace entente
