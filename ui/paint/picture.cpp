// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/picture.h"

#include "graph/base/overloaded.h"
#include "graph/model/graph.h"
#include "graph/model/shown.h"
#include "ui/paint/edgeitem.h"
#include "ui/paint/edgelabels.h"
#include "ui/paint/index.h"
#include "ui/paint/lod.h"
#include "ui/paint/marks.h"
#include "ui/paint/measure.h"
#include "ui/paint/nodeitem.h"
#include "ui/paint/outline.h"
#include "ui/paint/words.h"

#include <QLineF>

#include <algorithm>
#include <limits>
#include <ranges>

namespace entente
{

namespace
{

// On screen: what a mouse hits, whatever the zoom.
constexpr double edgeReach = 6;
constexpr double nodeReach = 6;

QRectF boundsOf(const EdgeItem& edge)
{
    const double margin = edge.width / 2 + 1;
    QRectF bounds = edge.line.boundingRect().adjusted(-margin, -margin, margin, margin);
    if (edge.directed)
        bounds = bounds.united(QRectF(edge.tail, edge.tip).normalized().adjusted(-4, -4, 4, 4));
    return edge.labelRect.isNull() ? bounds : bounds.united(edge.labelRect);
}

double distanceTo(const QLineF& piece, QPointF point)
{
    const QPointF way = piece.p2() - piece.p1();
    const double square = QPointF::dotProduct(way, way);
    const double t = square > 0 ? QPointF::dotProduct(point - piece.p1(), way) / square : 0;
    return QLineF(point, piece.pointAt(std::clamp(t, 0.0, 1.0))).length();
}

double distanceTo(const QPolygonF& line, QPointF point)
{
    double least = std::numeric_limits<double>::max();
    for (qsizetype i = 1; i < line.size(); ++i)
        least = std::min(least, distanceTo(QLineF(line[i - 1], line[i]), point));
    return least;
}

bool isOnWords(const NodeItem& node, QPointF point, double scale)
{
    return scale >= namesFrom && (wordsBelow(node).contains(point));
}

} // namespace

struct Picture::Data
{
    Data(std::vector<NodeItem> itsNodes, std::vector<EdgeItem> itsEdges, TimeAxis itsAxis)
        : nodes(std::move(itsNodes))
        , edges(std::move(itsEdges))
        , axis(std::move(itsAxis))
        , index(rects(), lines(), labels())
        , bounds(axis.bounds())
    {
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            nodeAt.emplace(nodes[i].id, static_cast<int>(i));
            bounds = bounds.united(nodes[i].bounds);
        }
        for (std::size_t i = 0; i < edges.size(); ++i) {
            edgeAt.emplace(edges[i].id, static_cast<int>(i));
            bounds = bounds.united(entente::boundsOf(edges[i]));
        }
    }

    std::vector<QRectF> rects() const
    {
        std::vector<QRectF> result;
        result.reserve(nodes.size());
        for (const NodeItem& node : nodes)
            result.push_back(node.bounds);
        return result;
    }

    std::vector<const QPolygonF*> lines() const
    {
        std::vector<const QPolygonF*> result;
        result.reserve(edges.size());
        for (const EdgeItem& edge : edges)
            result.push_back(&edge.line);
        return result;
    }

    std::vector<QRectF> labels() const
    {
        std::vector<QRectF> result;
        result.reserve(edges.size());
        for (const EdgeItem& edge : edges)
            result.push_back(edge.labelRect);
        return result;
    }

    const NodeItem& nodeOf(int i) const { return nodes[static_cast<std::size_t>(i)]; }
    const EdgeItem& edgeOf(int i) const { return edges[static_cast<std::size_t>(i)]; }

    std::vector<NodeItem> nodes;
    std::vector<EdgeItem> edges;
    TimeAxis axis;
    SpatialIndex index; // After the items: it is built from them.
    std::unordered_map<NodeId, int> nodeAt;
    std::unordered_map<EdgeId, int> edgeAt;
    QRectF bounds;
};

Picture::Picture()
    : Picture(std::vector<NodeItem>(), std::vector<EdgeItem>())
{
}

Picture::Picture(std::vector<NodeItem> nodes, std::vector<EdgeItem> edges, TimeAxis axis)
    : m_data(std::make_shared<const Data>(std::move(nodes), std::move(edges), std::move(axis)))
{
}

const std::vector<NodeItem>& Picture::nodes() const { return m_data->nodes; }

const std::vector<EdgeItem>& Picture::edges() const { return m_data->edges; }

const TimeAxis& Picture::timeAxis() const { return m_data->axis; }

QRectF Picture::bounds() const { return m_data->bounds; }

const NodeItem* Picture::node(NodeId id) const
{
    const auto found = m_data->nodeAt.find(id);
    return found == m_data->nodeAt.end() ? nullptr : &m_data->nodeOf(found->second);
}

const EdgeItem* Picture::edge(EdgeId id) const
{
    const auto found = m_data->edgeAt.find(id);
    return found == m_data->edgeAt.end() ? nullptr : &m_data->edgeOf(found->second);
}

QRectF Picture::boundsOf(const Target& target) const
{
    return std::visit(Overloaded{[](std::monostate) { return QRectF(); },
                                 [this](NodeId id) {
                                     const NodeItem* item = node(id);
                                     return item ? item->bounds : QRectF();
                                 },
                                 [this](EdgeId id) {
                                     const EdgeItem* item = edge(id);
                                     return item ? entente::boundsOf(*item) : QRectF();
                                 }},
                      target);
}

std::vector<int> Picture::nodesIn(const QRectF& area) const { return m_data->index.rectsIn(area); }

std::vector<int> Picture::edgesIn(const QRectF& area) const
{
    const std::vector<int> lines = m_data->index.linesIn(area);
    const std::vector<int> labels = m_data->index.labelsIn(area);
    std::vector<int> both;
    std::ranges::set_union(lines, labels, std::back_inserter(both));
    return both;
}

/// The last one drawn lies on top. What is small on screen is still as easy to hit.
Target Picture::nodeAt(QPointF point, double scale) const
{
    const double reach = nodeReach / scale;
    const std::vector<int> near =
        nodesIn(QRectF(point, QSizeF()).adjusted(-reach, -reach, reach, reach));
    for (const int i : std::ranges::reverse_view(near)) {
        const NodeItem& node = m_data->nodeOf(i);
        if (isInside(node.shape, node.outline, point) || isOnWords(node, point, scale))
            return node.id;
    }
    for (const int i : std::ranges::reverse_view(near)) {
        const NodeItem& node = m_data->nodeOf(i);
        const double half = std::min(node.outline.width(), node.outline.height()) / 2;
        if (half < reach && isInside(node.shape, node.outline, point, reach - half))
            return node.id;
    }
    return {};
}

NodeId Picture::badgeAt(QPointF point, double scale) const
{
    if (scale < marksFrom)
        return {};
    const double around = 60 / scale; // Small pictures have badges that reach beyond the bounds.
    const QRectF area = QRectF(point, QSizeF()).adjusted(-around, -around, around, around);
    for (const int i : std::ranges::reverse_view(nodesIn(area))) {
        const NodeItem& node = m_data->nodeOf(i);
        if (badgeOf(node, scale).contains(point))
            return node.id;
    }
    return {};
}

/// A label belongs to its edge; else the nearest line within reach.
Target Picture::edgeAt(QPointF point, double scale) const
{
    if (scale >= rolesFrom) {
        const std::vector<int> labels = m_data->index.labelsIn(QRectF(point, QSizeF()));
        if (!labels.empty())
            return m_data->edgeOf(labels.back()).id;
    }
    const double reach = edgeReach / scale;
    const double area = reach + 2; // Half the widest line more.
    const EdgeItem* nearest = nullptr;
    double least = reach;
    for (const int i :
         m_data->index.linesIn(QRectF(point, QSizeF()).adjusted(-area, -area, area, area))) {
        const EdgeItem& edge = m_data->edgeOf(i);
        const double distance = std::max(distanceTo(edge.line, point) - edge.width / 2, 0.0);
        if (distance < least) {
            nearest = &edge;
            least = distance;
        }
    }
    if (nearest)
        return nearest->id;
    return {};
}

Target Picture::at(QPointF point, double scale) const
{
    if (const NodeId badge = badgeAt(point, scale); !badge.isNil())
        return badge; // It lies on top.
    const Target node = nodeAt(point, scale);
    return node.index() == 0 ? edgeAt(point, scale) : node;
}

} // namespace entente
