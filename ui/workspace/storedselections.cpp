// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/storedselections.h"

#include "graph/model/graph.h"
#include "ui/jobs/letgo.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

/// What is gone keeps its id: undo may bring it back.
NodeId followed(NodeId node, const KnowledgeGraph& before, const KnowledgeGraph& newer)
{
    if (before.node(node) == nullptr)
        return node;
    const NodeId now = idIn(newer, before, node);
    return now.isNil() ? node : now;
}

/// An edge's id is made of those of its ends.
EdgeId followed(EdgeId id, const KnowledgeGraph& before, const KnowledgeGraph& newer)
{
    const Edge* edge = before.edge(id);
    if (edge == nullptr || newer.edge(id) != nullptr)
        return id;
    const NodeId source = followed(before.source(id), before, newer);
    const NodeId target = followed(before.target(id), before, newer);
    for (const EdgeId other : newer.edgesAt(source)) {
        const Edge& now = *newer.edge(other);
        const std::set<NodeId> ends{newer.source(other), newer.target(other)};
        if (now.type == edge->type && ends == std::set{source, target} &&
            (now.kind == EdgeKind::Tie || now.label == edge->label))
            return other;
    }
    return id;
}

} // namespace

StoredSelections::StoredSelections(const Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_events(workspace.events())
    , m_actors(workspace.actors())
{
    connect(&workspace, &Workspace::opened, this, &StoredSelections::onOpened);
    connect(&workspace, &Workspace::changed, this, [this](const Change& change) {
        if (change.content())
            onChanged();
    });
}

void StoredSelections::onOpened()
{
    if (!m_workspace.isSameAgain())
        m_stored = {};
    onChanged();
}

void StoredSelections::onChanged()
{
    const auto events = std::exchange(m_events, m_workspace.events());
    const auto actors = std::exchange(m_actors, m_workspace.actors());
    for (Stored& stored : m_stored) {
        std::set<NodeId> nodes;
        for (const NodeId node : stored.nodes) {
            const bool isOfEvents = events->node(node) != nullptr;
            nodes.insert(
                followed(node, isOfEvents ? *events : *actors, isOfEvents ? *m_events : *m_actors));
        }
        std::set<EdgeId> edges;
        for (const EdgeId edge : stored.edges) {
            const bool isOfEvents = events->edge(edge) != nullptr;
            edges.insert(
                followed(edge, isOfEvents ? *events : *actors, isOfEvents ? *m_events : *m_actors));
        }
        stored.nodes = std::move(nodes);
        stored.edges = std::move(edges);
    }
    letGoElsewhere(events);
    letGoElsewhere(actors);
}

void StoredSelections::store(int number, const Selection& selection)
{
    m_stored.at(slot(number)) = {
        .nodes = selection.nodes(), .edges = selection.edges(), .isStored = true};
}

Recalled StoredSelections::recall(int number, const SceneKeeper& scene) const
{
    const Stored& stored = m_stored.at(slot(number));
    Recalled recalled;
    recalled.isStored = stored.isStored;
    for (const NodeId node : stored.nodes)
        recall(node, scene, recalled);
    for (const EdgeId edge : stored.edges)
        recall(edge, scene, recalled);
    return recalled;
}

void StoredSelections::recall(NodeId node, const SceneKeeper& scene, Recalled& recalled) const
{
    if (scene.isShown(node))
        recalled.nodes.insert(node);
    else if (scene.graph().node(node) != nullptr)
        recalled.hidden.insert(node);
    else if (scene.whole().node(node) != nullptr)
        ++recalled.leftOut;
    else if (m_events->node(node) != nullptr || m_actors->node(node) != nullptr)
        ++recalled.elsewhere;
    else
        ++recalled.gone;
}

void StoredSelections::recall(EdgeId edge, const SceneKeeper& scene, Recalled& recalled) const
{
    const KnowledgeGraph& graph = scene.graph();
    if (graph.edge(edge) != nullptr) {
        const std::set<NodeId> ends{graph.source(edge), graph.target(edge)};
        if (std::ranges::all_of(ends, [&](NodeId end) { return scene.isShown(end); }))
            recalled.edges.insert(edge);
        else
            recalled.hidden.insert(ends.begin(), ends.end());
    } else if (scene.whole().edge(edge) != nullptr) {
        ++recalled.leftOut;
    } else if (m_events->edge(edge) != nullptr || m_actors->edge(edge) != nullptr) {
        ++recalled.elsewhere;
    } else {
        ++recalled.gone;
    }
}

} // namespace entente
