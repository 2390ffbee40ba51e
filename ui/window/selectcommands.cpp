// SPDX-License-Identifier: Apache-2.0
#include "ui/window/selectcommands.h"

#include "graph/model/graph.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/window/actions.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

namespace entente
{

SelectCommands::SelectCommands(const ExploreParts& parts, Explorer& explorer, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_explorer(explorer)
    , m_stored(parts.workspace)
{
    const Actions& act = parts.actions;
    connect(act.selectAll, &QAction::triggered, this, [this] {
        const std::vector<NodeId>& nodes = m_parts.scene.shown().nodes;
        m_parts.selection.set({nodes.begin(), nodes.end()}, {});
    });
    connect(act.selectNothing, &QAction::triggered, &parts.selection, &Selection::clear);
    connect(act.selectNeighbours, &QAction::triggered, this, &SelectCommands::selectNeighbours);
    connect(act.invertSelection, &QAction::triggered, this, &SelectCommands::invert);
    connect(&act, &Actions::storeWanted, this, &SelectCommands::store);
    connect(&act, &Actions::recallWanted, this, &SelectCommands::recall);
}

/// With what is selected, so that it grows by a step each time.
void SelectCommands::selectNeighbours()
{
    const SceneKeeper& scene = m_parts.scene;
    Selection& selection = m_parts.selection;
    std::set<NodeId> nodes = selection.nodes();
    for (const NodeId node : selection.nodes()) {
        for (const NodeId neighbour : scene.graph().neighbours(node)) {
            if (scene.isShown(neighbour))
                nodes.insert(neighbour);
        }
    }
    for (const EdgeId edge : selection.edges()) {
        if (scene.graph().edge(edge) == nullptr)
            continue;
        for (const NodeId end : {scene.graph().source(edge), scene.graph().target(edge)}) {
            if (scene.isShown(end))
                nodes.insert(end);
        }
    }
    selection.set(std::move(nodes), selection.edges(), selection.current());
}

void SelectCommands::invert()
{
    std::set<NodeId> nodes;
    for (const NodeId node : m_parts.scene.shown().nodes) {
        if (!m_parts.selection.nodes().contains(node))
            nodes.insert(node);
    }
    m_parts.selection.set(std::move(nodes), {});
}

void SelectCommands::store(int number)
{
    const Selection& selection = m_parts.selection;
    if (selection.isEmpty())
        return m_parts.message.showNote(tr("Nothing is selected that could be stored."));
    m_stored.store(number, selection);
    const auto nodes = static_cast<int>(selection.nodes().size());
    const auto edges = static_cast<int>(selection.edges().size());
    const QString what = edges == 0   ? tr("%Ln node(s)", nullptr, nodes)
                         : nodes == 0 ? tr("%Ln edge(s)", nullptr, edges)
                                      : tr("%1 and %2")
                                            .arg(tr("%Ln node(s)", nullptr, nodes),
                                                 tr("%Ln edge(s)", nullptr, edges));
    m_parts.message.showNote(
        tr("Stored as selection %1: %2. Ctrl+%1 selects it again.").arg(number).arg(what));
}

void SelectCommands::recall(int number)
{
    const Recalled recalled = m_stored.recall(number, m_parts.scene);
    if (!recalled.isStored)
        return m_parts.message.showNote(
            tr("No selection is stored as %1; Ctrl+Shift+%1 stores one.").arg(number));
    m_parts.selection.set(recalled.nodes, recalled.edges);
    const QString words = wordsOf(number, recalled);
    if (recalled.hidden.empty())
        return m_parts.message.showNote(words);
    m_parts.message.showNote(words, tr("Show Them"), [this, number, hidden = recalled.hidden] {
        m_explorer.showToo(hidden);
        const Recalled now = m_stored.recall(number, m_parts.scene);
        m_parts.selection.set(now.nodes, now.edges);
    });
}

QString SelectCommands::wordsOf(int number, const Recalled& recalled) const
{
    const auto shown = static_cast<int>(recalled.nodes.size() + recalled.edges.size());
    QStringList words{tr("Selection %1: %2.").arg(number).arg(tr("%Ln selected", nullptr, shown))};
    if (!recalled.hidden.empty())
        words +=
            tr("%Ln node(s) of it are hidden.", nullptr, static_cast<int>(recalled.hidden.size()));
    if (recalled.leftOut > 0)
        words += tr("%Ln of it are left out by the filters.", nullptr, recalled.leftOut);
    if (recalled.elsewhere > 0)
        words += tr("%Ln of it are not in this view.", nullptr, recalled.elsewhere);
    if (recalled.gone > 0)
        words += tr("%Ln of it are no longer there.", nullptr, recalled.gone);
    return words.join(QLatin1Char(' '));
}

} // namespace entente
