// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/dragghost.h"

#include "ui/paint/painter.h"
#include "ui/paint/style.h"

#include <QPainter>

#include <array>

namespace entente
{

namespace
{

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

void paintLines(QPainter& painter, const Picture& picture, const Style& style,
                const std::set<NodeId>& dragged, QPointF by)
{
    for (const EdgeItem& edge : picture.edges()) {
        if (!dragged.contains(edge.source) && !dragged.contains(edge.target))
            continue;
        const QRectF source = outlineOf(picture, edge.source, dragged, by);
        const QRectF target = outlineOf(picture, edge.target, dragged, by);
        painter.setPen(style.penFor(edge.modality, edge.width));
        painter.drawLine(exitOf(source, target.center()), exitOf(target, source.center()));
    }
}

} // namespace

void paintDragGhost(QPainter& painter, const Picture& picture, const Style& style,
                    const std::set<NodeId>& dragged, QPointF by, double scale)
{
    std::vector<NodeItem> ghosts;
    QColor veil = style.canvas;
    veil.setAlphaF(0.75F);
    for (const NodeId id : dragged) {
        const NodeItem* node = picture.node(id);
        if (node == nullptr)
            continue;
        painter.fillRect(node->bounds, veil);
        ghosts.push_back(*node);
        ghosts.back().outline.translate(by);
        ghosts.back().bounds.translate(by);
    }
    painter.setOpacity(0.6);
    paintLines(painter, picture, style, dragged, by);
    painter.setOpacity(1);
    // The one shadow there is: what is in the hand lies above the paper.
    painter.setPen(Qt::NoPen);
    constexpr std::array<double, 3> spreads{2, 4, 7};
    for (const NodeItem& ghost : ghosts) {
        for (const double spread : spreads) {
            painter.setBrush(QColor(0, 0, 0, 10));
            painter.drawRoundedRect(
                ghost.outline.translated(0, 3).adjusted(-spread, -spread, spread, spread),
                8 + spread, 8 + spread);
        }
    }
    const Picture ghost(std::move(ghosts), {});
    paint(painter, ghost, style, ghost.bounds(), scale);
}

} // namespace entente
