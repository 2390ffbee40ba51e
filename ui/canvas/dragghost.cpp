// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/dragghost.h"

#include "ui/paint/dashes.h"
#include "ui/paint/drawing.h"
#include "ui/paint/lod.h"
#include "ui/paint/painter.h"
#include "ui/paint/style.h"

#include <QPainter>

#include <array>

namespace entente
{

namespace
{

/// Nodes in the hand up to which their lines have their own style, and they a shadow: 133 nodes
/// with 267 lines took 490 ms on a dense screen, and 70 ms without.
constexpr std::size_t carefulAtMost = 20;
constexpr double paleness = 0.4; // Of lines whose way is not found yet.

/// Where a line from within the outline towards a point leaves it.
QPointF exitOf(const QRectF& outline, QPointF towards)
{
    const QPointF centre = outline.center();
    const QPointF away = towards - centre;
    const double byWidth = outline.width() / 2 / std::max(std::abs(away.x()), 1e-9);
    const double byHeight = outline.height() / 2 / std::max(std::abs(away.y()), 1e-9);
    return centre + away * std::min({byWidth, byHeight, 1.0});
}

QRectF outlineOf(const Picture& picture, NodeId id, const std::set<NodeId>& dragged, QPointF by)
{
    const NodeItem* node = picture.node(id);
    if (node == nullptr)
        return {};
    return dragged.contains(id) ? node->outline.translated(by) : node->outline;
}

/// Straight, from outline to outline: their routes are found once the nodes stand.
void paintLines(QPainter& painter, const Picture& picture, const Style& style,
                const std::set<NodeId>& dragged, QPointF by, const QRectF& seen)
{
    QList<QLineF> plain;
    for (const EdgeItem& edge : picture.edges()) {
        if (!dragged.contains(edge.source) && !dragged.contains(edge.target))
            continue;
        const QRectF source = outlineOf(picture, edge.source, dragged, by);
        const QRectF target = outlineOf(picture, edge.target, dragged, by);
        plain.emplace_back(exitOf(source, target.center()), exitOf(target, source.center()));
        if (dragged.size() > carefulAtMost)
            continue;
        QPen pen = style.penFor(edge.modality, edge.width);
        pen.setColor(blend(pen.color(), style.canvas, paleness));
        const QPolygonF line{plain.back().p1(), plain.back().p2()};
        plain.clear();
        const QList<QLineF> dashes = pen.style() == Qt::CustomDashLine
                                         ? dashesAlong(line, pen, seen)
                                         : QList<QLineF>{{line[0], line[1]}};
        pen.setStyle(Qt::SolidLine);
        painter.setPen(pen);
        painter.drawLines(dashes);
    }
    painter.setPen(QPen(blend(style.edge, style.canvas, paleness), 0));
    painter.drawLines(plain);
}

/// The one shadow there is: what is in the hand lies above the paper.
void paintShadow(QPainter& painter, const QRectF& outline)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 10));
    constexpr std::array<double, 3> spreads{2, 4, 7};
    for (const double spread : spreads) {
        const QRectF around = outline.translated(0, 3).adjusted(-spread, -spread, spread, spread);
        painter.drawRoundedRect(around, 8 + spread, 8 + spread);
    }
}

} // namespace

void paintDragGhost(QPainter& painter, const Picture& picture, const Style& style,
                    const std::set<NodeId>& dragged, QPointF by, double scale)
{
    const QRectF seen = painter.transform().inverted().mapRect(QRectF(painter.viewport()));
    std::vector<NodeItem> ghosts;
    QColor veil = style.canvas;
    veil.setAlphaF(0.75F);
    for (const NodeId id : dragged) {
        const NodeItem* node = picture.node(id);
        if (node == nullptr)
            continue;
        painter.fillRect(
            scale < namesFrom ? node->bounds | fixedNameRect(*node, scale) : node->bounds, veil);
        if (!node->bounds.translated(by).intersects(seen))
            continue;
        ghosts.push_back(*node);
        ghosts.back().outline.translate(by);
        ghosts.back().bounds.translate(by);
    }
    paintLines(painter, picture, style, dragged, by, seen);
    if (dragged.size() <= carefulAtMost) {
        for (const NodeItem& ghost : ghosts)
            paintShadow(painter, ghost.outline);
    }
    const Picture ghost(std::move(ghosts), {});
    paint(painter, ghost, style, ghost.bounds(), scale);
}

} // namespace entente
