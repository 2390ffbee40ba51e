// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/storedselections.h"

#include "graph/model/graph.h"
#include "ui/jobs/letgo.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/workspace.h"

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
    if (m_workspace.paths() != m_paths)
        m_stored = {};
    m_paths = m_workspace.paths();
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
        stored.nodes = std::move(nodes);
    }
    letGoElsewhere(events);
    letGoElsewhere(actors);
}

void StoredSelections::store(int number, const Selection& selection)
{
    m_paths = m_workspace.paths();
    m_stored.at(slot(number)) = {
        .nodes = selection.nodes(), .edges = selection.edges(), .isStored = true};
}

Recalled StoredSelections::recall(int number, const SceneKeeper& scene) const
{
    const Stored& stored = m_stored.at(slot(number));
    Recalled recalled;
    recalled.isStored = stored.isStored;
    for (const NodeId node : stored.nodes) {
        if (scene.isShown(node))
            recalled.nodes.insert(node);
        else if (scene.graph().node(node) != nullptr)
            recalled.hidden.insert(node);
        else if (m_events->node(node) != nullptr || m_actors->node(node) != nullptr)
            ++recalled.elsewhere;
        else
            ++recalled.gone;
    }
    for (const EdgeId edge : stored.edges) {
        if (scene.graph().edge(edge) == nullptr)
            ++recalled.gone;
        else if (scene.isShown(scene.graph().source(edge)) &&
                 scene.isShown(scene.graph().target(edge)))
            recalled.edges.insert(edge);
        else
            recalled.hidden.insert({scene.graph().source(edge), scene.graph().target(edge)});
    }
    return recalled;
}

} // namespace entente
