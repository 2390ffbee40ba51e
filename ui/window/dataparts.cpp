// SPDX-License-Identifier: Apache-2.0
#include "ui/window/dataparts.h"

#include "graph/exchange/dataformats.h"
#include "graph/model/graph.h"
#include "graph/model/partof.h"
#include "ui/text/qtext.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"

#include <fmt/format.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace entente
{

namespace
{

/// For what is said in this file.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(entente::DataParts)
};

QString counted(const KnowledgeGraph& graph)
{
    return Words::tr("%1 and %2.")
        .arg(Words::tr("%Ln node(s)", nullptr, graph.nodeCount()),
             Words::tr("%Ln edge(s)", nullptr, graph.edgeCount()));
}

QString joined(const QStringList& sentences)
{
    QStringList said = sentences;
    said.removeAll(QString());
    return said.join(u' ');
}

/// All that the filter leaves.
DataPart allLeft(const SceneKeeper& scene)
{
    DataPart part;
    part.graph = scene.sharedGraph();
    const QString filters = toQString(scene.filterWords());
    const QString left = toQString(leftOutWords(
        scene.whole(), *part.graph, fmt::format("by the filters ({})", scene.filterWords())));
    part.label = filters.isEmpty() ? Words::tr("All of this view, on screen or not")
                                   : Words::tr("All that the filters leave, on screen or not");
    part.what = joined({counted(*part.graph), filters.isEmpty() ? QString() : left});
    return part;
}

DataPart some(const SceneKeeper& scene, const std::set<NodeId>& nodes,
              const std::set<EdgeId>& edges, const std::string& why)
{
    const KnowledgeGraph& graph = scene.graph();
    DataPart part;
    part.graph = std::make_shared<const KnowledgeGraph>(partOf(graph, nodes, edges));
    const QString filters = scene.filterWords().empty()
                                ? QString()
                                : Words::tr("Filters: %1.").arg(toQString(scene.filterWords()));
    part.what =
        joined({counted(*part.graph),
                toQString(leftOutWords(graph, *part.graph, "as it is not " + why)), filters});
    part.words =
        fmt::format("what is {}: {} of {} nodes and {} of {} edges", why, part.graph->nodeCount(),
                    graph.nodeCount(), part.graph->edgeCount(), graph.edgeCount());
    return part;
}

DataPart shownPart(const SceneKeeper& scene)
{
    const Shown& shown = scene.shown();
    DataPart part = some(scene, {shown.nodes.begin(), shown.nodes.end()},
                         {shown.edges.begin(), shown.edges.end()}, "shown");
    part.label = Words::tr("What is shown on the canvas");
    return part;
}

/// With what ties nodes that are selected; of an edge that is selected its ends, too.
DataPart selectedPart(const SceneKeeper& scene, const Selection& selection)
{
    const KnowledgeGraph& graph = scene.graph();
    std::set<EdgeId> edges;
    for (const EdgeId id : graph.edges()) {
        if (selection.edges().contains(id) || (selection.nodes().contains(graph.source(id)) &&
                                               selection.nodes().contains(graph.target(id))))
            edges.insert(id);
    }
    std::set<NodeId> nodes = selection.nodes();
    for (const EdgeId id : edges)
        nodes.insert({graph.source(id), graph.target(id)});
    DataPart part = some(scene, nodes, edges, "selected");
    part.label = Words::tr("What is selected");
    return part;
}

} // namespace

std::vector<DataPart> dataParts(const SceneKeeper& scene, const Selection& selection)
{
    std::vector<DataPart> parts{allLeft(scene), shownPart(scene)};
    if (DataPart part = selectedPart(scene, selection); part.graph->nodeCount() > 0)
        parts.push_back(std::move(part));
    return parts;
}

} // namespace entente
