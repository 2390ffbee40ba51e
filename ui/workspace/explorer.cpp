// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/explorer.h"

#include "graph/model/graph.h"
#include "graph/query/neighbourhood.h"
#include "ui/jobs/letgo.h"
#include "ui/text/qtext.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

/// Of one step: what one can take in as new.
constexpr std::size_t addedAtMost = 60;
/// Steps that can be gone back: a day's work; each keeps the ids of what was shown.
constexpr std::size_t stepsKept = 200;

QString counted(int count) { return QLocale().toString(count); }

} // namespace

Explorer::Explorer(Workspace& workspace, SceneKeeper& scene, Selection& selection, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_scene(scene)
    , m_selection(selection)
    , m_events(workspace.events())
    , m_actors(workspace.actors())
{
    connect(&workspace, &Workspace::opened, this, [this] {
        m_back.clear();
        m_forward.clear();
        letGoElsewhere(std::exchange(m_events, m_workspace.events()));
        letGoElsewhere(std::exchange(m_actors, m_workspace.actors()));
        Q_EMIT stepsChanged();
    });
    connect(&scene, &SceneKeeper::filterApplied, this, &Explorer::letGoOfHidden);
    connect(&workspace, &Workspace::changed, this, [this](const Change& change) {
        if (change.content())
            onChanged();
    });
}

/// A node's id is that of its first record, and goes when that goes.
void Explorer::onChanged()
{
    auto events = std::exchange(m_events, m_workspace.events());
    auto actors = std::exchange(m_actors, m_workspace.actors());
    for (std::vector<Glance>* steps : {&m_back, &m_forward}) {
        for (Glance& glance : *steps)
            glance = glance.view == View::Events ? glanceIn(*m_events, *events, std::move(glance))
                                                 : glanceIn(*m_actors, *actors, std::move(glance));
        std::erase_if(*steps, [](const Glance& glance) {
            return glance.nodes.empty() && glance.filter.isEmpty();
        });
    }
    letGoElsewhere(std::move(events));
    letGoElsewhere(std::move(actors));
    Q_EMIT stepsChanged();
}

template <class Do>
void Explorer::step(Do act)
{
    const Glance before = m_scene.glance();
    act();
    if ((before.nodes.empty() && before.filter.isEmpty()) || m_scene.glance() == before)
        return;
    m_back.push_back(before);
    if (m_back.size() > stepsKept)
        m_back.erase(m_back.begin());
    m_forward.clear();
    Q_EMIT stepsChanged();
}

void Explorer::go(std::vector<Glance>& from, std::vector<Glance>& to)
{
    if (from.empty())
        return;
    const Glance next = std::move(from.back());
    from.pop_back();
    to.push_back(m_scene.glance());
    m_scene.show(next);
    letGoOfHidden();
    Q_EMIT stepsChanged();
    Q_EMIT jumped();
}

void Explorer::setView(View view)
{
    step([&] { m_scene.setView(view); });
}

void Explorer::setFilter(const Filter& filter, bool goesOn)
{
    if (goesOn)
        m_scene.setFilter(filter);
    else
        step([&] { m_scene.setFilter(filter); });
}

void Explorer::recall(const Glance& glance)
{
    const KnowledgeGraph& graph =
        glance.view == View::Events ? *m_workspace.events() : *m_workspace.actors();
    const auto gone = static_cast<int>(std::ranges::count_if(
        glance.nodes, [&](NodeId node) { return graph.node(node) == nullptr; }));
    if (gone > 0 && gone == std::ssize(glance.nodes))
        return Q_EMIT told(tr("Nothing that this view showed is there any more."));
    step([&] { m_scene.show(glanceIn(graph, graph, glance)); });
    letGoOfHidden();
    Q_EMIT jumped();
    if (gone > 0)
        Q_EMIT told(tr("%Ln node(s) that this view showed are no longer there.", nullptr, gone));
}

void Explorer::goTo(const Target& target)
{
    step([&] { m_scene.show(target); });
}

void Explorer::goToUnfiltered(const Target& target)
{
    step([&] {
        m_scene.setFilter({});
        m_scene.show(target);
    });
}

void Explorer::focusOn(NodeId node)
{
    const KnowledgeGraph& graph = m_scene.graph();
    const Node* centre = graph.node(node);
    if (centre == nullptr)
        return goTo(node); // In the other view, or left out, which is said.
    // Between two people there is a meeting.
    const bool isActorAmongMeetings =
        m_scene.view() == View::Events && centre->kind == NodeKind::Entity;
    const Reach reach = egoNetwork(graph, node, isActorAmongMeetings ? 2 : 1, readableNodes);
    show(reach.nodes, tr("%1 and what is around it")
                          .arg(toQString(m_scene.graph().node(node)->name))
                          .toStdString());
    if (reach.leftOut > 0)
        Q_EMIT told(tr("%1 more are around it, which is too many at once; + shows more.")
                        .arg(counted(reach.leftOut)));
    Q_EMIT jumped();
}

void Explorer::focusOnSelected()
{
    const std::set<NodeId> nodes = selectedNodes();
    // Also what is found but not shown.
    if (const auto* node = std::get_if<NodeId>(&m_selection.current()))
        focusOn(*node);
    else if (!nodes.empty())
        focusOn(*nodes.begin());
}

void Explorer::expand(NodeId node)
{
    const Shown before = m_scene.shown();
    step([&] { m_scene.expand(node); });
    if (m_scene.shown().nodes.size() == before.nodes.size())
        Q_EMIT told(tr("All its neighbours are shown."));
    else
        tellAdded(before, hiddenNeighbours(m_scene.graph(), m_scene.shown(), node));
}

void Explorer::expandSelected()
{
    const std::set<NodeId> from = selectedNodes();
    if (!from.empty())
        growFrom(from);
    else if (!m_selection.nodes().empty()) // It is not shown itself.
        goTo(*m_selection.nodes().begin());
}

void Explorer::expand(const NeighbourGroup& group)
{
    std::set<NodeId> nodes = shownNodes();
    std::size_t added = 0;
    int leftOut = 0;
    for (const NodeId node : group.nodes) {
        if (nodes.contains(node))
            continue;
        if (added == addedAtMost) {
            ++leftOut;
            continue;
        }
        nodes.insert(node);
        ++added;
    }
    add(nodes, leftOut);
}

void Explorer::showThese(const std::set<NodeId>& nodes, const QString& reason)
{
    show(nodes, reason.toStdString());
    Q_EMIT jumped();
}

void Explorer::showToo(const std::set<NodeId>& nodes)
{
    std::set<NodeId> all = shownNodes();
    all.insert(nodes.begin(), nodes.end());
    add(all, 0);
}

void Explorer::grow()
{
    const std::set<NodeId> from = selectedNodes();
    growFrom(from.empty() ? shownNodes() : from);
}

void Explorer::growFrom(const std::set<NodeId>& from)
{
    const Reach reach = grown(m_scene.graph(), shownNodes(), from, addedAtMost);
    add(reach.nodes, reach.leftOut);
}

void Explorer::shrink()
{
    const std::set<NodeId> shown = shownNodes();
    const std::set<NodeId> from = selectedNodes();
    if (from.empty()) {
        Q_EMIT told(tr("Select something first: what is farthest from it goes."));
        return;
    }
    const std::set<NodeId> near = shrunk(m_scene.graph(), shown, from);
    const auto gone = static_cast<int>(shown.size() - near.size());
    show(near, tr("what is around what you selected").toStdString());
    Q_EMIT told(gone == 0 ? tr("Nothing else is shown.")
                          : tr("Hidden: %Ln node(s).", nullptr, gone));
}

void Explorer::hideSelected()
{
    std::set<NodeId> nodes = shownNodes();
    const std::set<NodeId> hidden = m_selection.nodes();
    const auto before = nodes.size();
    for (const NodeId node : hidden)
        nodes.erase(node);
    if (nodes.size() == before)
        return;
    if (nodes.empty()) {
        Q_EMIT told(tr("This is all that is shown; hide what is around it instead."));
        return;
    }
    const auto gone = static_cast<int>(before - nodes.size());
    show(nodes, tr("without what you hid").toStdString());
    Q_EMIT told(tr("Hidden: %Ln node(s). Back shows them again.", nullptr, gone));
}

void Explorer::hideOthers()
{
    const std::set<NodeId> kept = selectedNodes();
    if (kept.empty())
        return;
    show(kept, tr("what you selected").toStdString());
    Q_EMIT jumped();
}

void Explorer::showAll()
{
    const Shown wanted = showReadable(m_scene.graph());
    show({wanted.nodes.begin(), wanted.nodes.end()}, wanted.reason, wanted.isAll());
    if (!wanted.isAll())
        Q_EMIT told(tr("%1 nodes cannot be read at once; these are %2.")
                        .arg(counted(wanted.nodesInAll), QString::fromStdString(wanted.reason)));
    Q_EMIT jumped();
}

void Explorer::show(const std::set<NodeId>& nodes, const std::string& reason, bool isAll)
{
    step([&] {
        m_scene.show(m_scene.glance().with({{nodes.begin(), nodes.end()}, reason, isAll}));
    });
    letGoOfHidden();
}

void Explorer::letGoOfHidden()
{
    if (m_scene.isStale())
        return;
    std::set<NodeId> nodes = m_selection.nodes();
    const auto before = nodes.size();
    // What only the other view has is not hidden here.
    std::erase_if(nodes, [&](NodeId node) {
        return m_scene.whole().node(node) != nullptr && !m_scene.isShown(node);
    });
    std::set<EdgeId> edges = m_selection.edges();
    const auto edgesBefore = edges.size();
    std::erase_if(edges, [&](EdgeId edge) {
        const KnowledgeGraph& graph = m_scene.graph();
        const bool isSeen = graph.edge(edge) != nullptr && m_scene.isShown(graph.source(edge)) &&
                            m_scene.isShown(graph.target(edge));
        return m_scene.whole().edge(edge) != nullptr && !isSeen;
    });
    if (nodes.size() != before || edges.size() != edgesBefore)
        m_selection.set(std::move(nodes), std::move(edges), m_selection.current());
}

/// Shows more, and says how much more.
void Explorer::add(const std::set<NodeId>& nodes, int leftOut)
{
    const Shown before = m_scene.shown();
    show(nodes, withMore(before.reason));
    if (!m_scene.isStale()) // Else it is chosen, and seen, a little later.
        tellAdded(before, leftOut);
}

void Explorer::tellAdded(const Shown& before, int leftOut)
{
    const Shown& now = m_scene.shown();
    const auto newNodes = static_cast<int>(now.nodes.size() - before.nodes.size());
    const auto newEdges = static_cast<int>(now.edges.size() - before.edges.size());
    if (newNodes == 0) {
        Q_EMIT told(tr("There is nothing more around it."));
        return;
    }
    QString words =
        tr("Added %1 and %2.")
            .arg(tr("%Ln node(s)", nullptr, newNodes), tr("%Ln edge(s)", nullptr, newEdges));
    if (leftOut > 0)
        words += QLatin1Char(' ') + tr("%1 more are still hidden.").arg(counted(leftOut));
    Q_EMIT told(words);
}

std::set<NodeId> Explorer::shownNodes() const
{
    const std::vector<NodeId>& nodes = m_scene.shown().nodes;
    return {nodes.begin(), nodes.end()};
}

std::set<NodeId> Explorer::selectedNodes() const
{
    std::set<NodeId> nodes;
    for (const NodeId node : m_selection.nodes()) {
        if (m_scene.isShown(node))
            nodes.insert(node);
    }
    for (const EdgeId edge : m_selection.edges()) {
        if (m_scene.graph().edge(edge) == nullptr)
            continue;
        for (const NodeId end : {m_scene.graph().source(edge), m_scene.graph().target(edge)}) {
            if (m_scene.isShown(end))
                nodes.insert(end);
        }
    }
    return nodes;
}

} // namespace entente
