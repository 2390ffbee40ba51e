// SPDX-License-Identifier: Apache-2.0
#include "graph/model/graph.h"
#include "graph/model/shown.h"
#include "ui/paint/edgeitem.h"
#include "ui/paint/edgelabels.h"
#include "ui/paint/findings.h"
#include "ui/paint/marks.h"
#include "ui/paint/measure.h"
#include "ui/paint/nodeitem.h"
#include "ui/paint/picture.h"
#include "ui/paint/words.h"
#include "ui/text/qtext.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace entente
{

namespace
{

using NodeIndex = std::unordered_map<NodeId, int>;

/// An edge of the graph and the places of its ends in the list of nodes.
struct Ends
{
    int source = -1;
    int target = -1;
};

std::vector<NodeItem> makeNodes(const KnowledgeGraph& graph, const Shown& shown,
                                const Arrangement& arrangement, const Ontology& ontology,
                                const Style& style, const Findings& findings, Measures& measures)
{
    std::vector<NodeItem> items;
    items.reserve(shown.nodes.size());
    const std::vector<int> hidden = hiddenNeighbours(graph, shown);
    for (std::size_t i = 0; i < shown.nodes.size(); ++i) {
        const NodeId id = shown.nodes[i];
        const Node* node = graph.node(id);
        const auto place = arrangement.nodes.find(id);
        if (!node || place == arrangement.nodes.end())
            continue;
        items.push_back(makeNodeItem(*node, ontology, style, findings, measures));
        setHidden(items.back(), hidden[i], measures);
        if (arrangement.pinned.contains(id))
            setPinned(items.back());
        moveTo(items.back(), {place->second.x, place->second.y});
    }
    return items;
}

NodeIndex indexOf(const std::vector<NodeItem>& items)
{
    NodeIndex index;
    for (std::size_t i = 0; i < items.size(); ++i)
        index.emplace(items[i].id, static_cast<int>(i));
    return index;
}

/// "Visitor", and how far it can be relied on, where that is wanted.
QString labelOf(const Edge& edge, const Findings& findings, const Wording& wording)
{
    const auto found = findings.strengths.find(edge.id);
    if (!findings.withGrades || found == findings.strengths.end() || found->second.grade.isEmpty())
        return labelOf(edge, wording);
    return labelOf(edge, wording) % QStringLiteral(" · ") % toQString(nameOf(found->second.grade));
}

/// "2 independent sources · B1": what a wide line means.
QString wordsOf(const Strength& strength, const Wording& wording)
{
    const std::string grade = strength.grade.isEmpty() ? "" : " · " + nameOf(strength.grade);
    const std::string sources =
        strength.sources == 1
            ? wording("1 independent source")
            : wording.with("{} independent sources", {fmt::format("{}", strength.sources)});
    return toQString(sources + grade);
}

EdgeItem makeEdgeItem(const Edge& edge, const NodeItem& source, const NodeItem& target,
                      const Findings& findings, const Wording& wording)
{
    EdgeItem item;
    item.id = edge.id;
    item.source = source.id;
    item.target = target.id;
    item.label = labelOf(edge, findings, wording);
    item.modality = modalityOf(edge);
    item.contested = edge.contested || findings.contestedEdges.contains(edge.id);
    item.judged = findings.judged.contains(edge.id);
    item.directed = edge.kind != EdgeKind::Tie;
    const QString between = QStringLiteral(" — ");
    item.wholeName =
        source.wholeName % between % labelOf(edge, wording) % between % target.wholeName;
    if (const auto found = findings.strengths.find(edge.id); found != findings.strengths.end()) {
        item.sources = found->second.sources;
        item.detail = wordsOf(found->second, wording);
    }
    if (item.judged)
        item.detail = toQString(wording("an analyst's judgement, without a source"));
    item.width = widthFor(item.sources);
    return item;
}

/// Edges between the same two nodes that the layout leads straight, to be spread out.
using Bundles = std::map<std::pair<int, int>, std::vector<int>>;

double bendOf(std::size_t nth, std::size_t count)
{
    if (count < 2)
        return 0;
    const double step = std::min(22.0, 130.0 / static_cast<double>(count - 1));
    return (static_cast<double>(nth) - static_cast<double>(count - 1) / 2) * step;
}

void spread(const Bundles& bundles, const std::vector<NodeItem>& nodes,
            const std::vector<Ends>& ends, std::vector<EdgeItem>& edges)
{
    for (const auto& [pair, members] : bundles) {
        for (std::size_t i = 0; i < members.size(); ++i) {
            const auto at = static_cast<std::size_t>(members[i]);
            const NodeItem& source = nodes[static_cast<std::size_t>(ends[at].source)];
            const NodeItem& target = nodes[static_cast<std::size_t>(ends[at].target)];
            if (ends[at].source == ends[at].target) {
                setPath(edges[at], loopPath(source, static_cast<int>(i)), target);
                continue;
            }
            // Left of one direction is right of the other.
            const double bend = bendOf(i, members.size());
            const double side = ends[at].source < ends[at].target ? bend : -bend;
            setPath(edges[at], directPath(source, target, side), target);
        }
    }
}

std::vector<EdgeItem> makeEdges(const KnowledgeGraph& graph, const Shown& shown,
                                const Arrangement& arrangement, const std::vector<NodeItem>& nodes,
                                const Findings& findings, const Wording& wording)
{
    const NodeIndex index = indexOf(nodes);
    std::vector<EdgeItem> edges;
    std::vector<Ends> ends;
    edges.reserve(shown.edges.size());
    ends.reserve(shown.edges.size());
    Bundles bundles;
    for (const EdgeId id : shown.edges) {
        const Edge* edge = graph.edge(id);
        if (!edge)
            continue;
        const auto from = index.find(graph.source(id));
        const auto to = index.find(graph.target(id));
        if (from == index.end() || to == index.end())
            continue;
        const NodeItem& source = nodes[static_cast<std::size_t>(from->second)];
        const NodeItem& target = nodes[static_cast<std::size_t>(to->second)];
        edges.push_back(makeEdgeItem(*edge, source, target, findings, wording));
        ends.push_back({from->second, to->second});
        const auto route = arrangement.routes.find(id);
        const QPainterPath path = route == arrangement.routes.end() || from == to
                                      ? QPainterPath()
                                      : routedPath(route->second, source, target);
        if (path.isEmpty())
            bundles[std::minmax(from->second, to->second)].push_back(
                static_cast<int>(edges.size()) - 1);
        else
            setPath(edges.back(), path, target);
    }
    spread(bundles, nodes, ends, edges);
    return edges;
}

} // namespace

Picture makePicture(const KnowledgeGraph& graph, const Shown& shown, const Arrangement& arrangement,
                    const Ontology& ontology, const Style& style, const Findings& findings)
{
    Measures measures(style);
    std::vector<NodeItem> nodes =
        makeNodes(graph, shown, arrangement, ontology, style, findings, measures);
    settleWords(nodes);
    std::vector<EdgeItem> edges =
        makeEdges(graph, shown, arrangement, nodes, findings, style.wording);
    placeLabels(nodes, edges, measures);
    TimeAxis axis = arrangement.periodsAYear == 0
                        ? TimeAxis()
                        : timeAxisOf(nodes, graph, arrangement.periodsAYear, style.wording);
    return {std::move(nodes), std::move(edges), std::move(axis)};
}

Picture makePicture(const KnowledgeGraph& graph, const Shown& shown, const Arrangement& arrangement,
                    const Ontology& ontology, const Style& style)
{
    return makePicture(graph, shown, arrangement, ontology, style, {});
}

LayoutRequest makeLayoutRequest(const KnowledgeGraph& graph, const Shown& shown,
                                const Ontology& ontology, const Style& style)
{
    return makeLayoutRequest(graph, shown, ontology, style, {});
}

LayoutRequest makeLayoutRequest(const KnowledgeGraph& graph, const Shown& shown,
                                const Ontology& ontology, const Style& style,
                                const Findings& findings)
{
    Measures measures(style);
    LayoutRequest request;
    NodeIndex index;
    // An unknown id still takes its place, so that the answer can be read by position.
    for (const NodeId id : shown.nodes) {
        index.emplace(id, static_cast<int>(request.nodes.size()));
        const Node* node = graph.node(id);
        request.nodes.push_back(
            {node ? roomFor(makeNodeItem(*node, ontology, style, findings, measures)) : Size{},
             {}});
    }
    for (const EdgeId id : shown.edges) {
        const Edge* edge = graph.edge(id);
        if (!edge) {
            request.edges.emplace_back();
            continue;
        }
        const auto from = index.find(graph.source(id));
        const auto to = index.find(graph.target(id));
        request.edges.push_back({from == index.end() ? 0 : from->second,
                                 to == index.end() ? 0 : to->second,
                                 labelSize(labelOf(*edge, findings, style.wording), measures)});
    }
    return request;
}

Arrangement arrangementOf(const Shown& shown, const Layout& layout)
{
    Arrangement arrangement;
    const std::size_t nodes = std::min(shown.nodes.size(), layout.nodes.size());
    for (std::size_t i = 0; i < nodes; ++i)
        arrangement.nodes.emplace(shown.nodes[i], layout.nodes[i]);
    const std::size_t edges = std::min(shown.edges.size(), layout.edges.size());
    for (std::size_t i = 0; i < edges; ++i)
        arrangement.routes.emplace(shown.edges[i], layout.edges[i]);
    return arrangement;
}

} // namespace entente
