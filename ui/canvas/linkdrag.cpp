// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/linkdrag.h"

#include "ui/canvas/viewport.h"
#include "ui/paint/outline.h"
#include "ui/paint/style.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>

namespace entente
{

namespace
{

constexpr double ringGap = 4;

QRectF onScreen(const NodeItem& node, const Viewport& viewport)
{
    return {viewport.toScreen(node.outline.topLeft()),
            viewport.toScreen(node.outline.bottomRight())};
}

/// Where a line to a point leaves the shape.
QPointF rim(const NodeItem& node, const Viewport& viewport, QPointF towards)
{
    const QRectF outline = onScreen(node, viewport);
    return outline.contains(towards) ? outline.center()
                                     : crossing(node.shape, outline, outline.center(), towards);
}

} // namespace

QPointF LinkDrag::handleOf(const NodeItem& node, const Viewport& viewport)
{
    const QRectF outline = onScreen(node, viewport);
    const double least = std::min(outline.width(), outline.height());
    if (least < leastNodePixels)
        return {};
    // Of a small node it would cover too much.
    const double aside = least < coveredPixels ? handlePixels / 2 + 1 : 0;
    return {outline.right() + aside, outline.center().y()};
}

bool LinkDrag::isOnHandle(const NodeItem& node, const Viewport& viewport, QPointF screen)
{
    const QPointF handle = handleOf(node, viewport);
    return !handle.isNull() && QLineF(handle, screen).length() <= reachPixels;
}

void LinkDrag::draw(NodeId from, QPointF screen, NodeId to)
{
    m_from = from;
    m_to = to == from ? NodeId() : to;
    m_at = screen;
}

void LinkDrag::paintHandle(QPainter& painter, const NodeItem& node, const Viewport& viewport,
                           const Style& style)
{
    const QPointF handle = handleOf(node, viewport);
    if (handle.isNull())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.canvas, 1.5));
    painter.setBrush(node.line);
    painter.drawEllipse(handle, handlePixels / 2, handlePixels / 2);
    // A plus: something begins here.
    painter.setPen(QPen(style.canvas, 1.5, Qt::SolidLine, Qt::FlatCap));
    constexpr double arm = 2.5;
    painter.drawLine(handle - QPointF(arm, 0), handle + QPointF(arm, 0));
    painter.drawLine(handle - QPointF(0, arm), handle + QPointF(0, arm));
}

void LinkDrag::paint(QPainter& painter, const Picture& picture, const Viewport& viewport,
                     const Style& style) const
{
    const NodeItem* from = picture.node(m_from);
    if (from == nullptr)
        return;
    const NodeItem* to = picture.node(m_to);
    const QPointF end =
        to == nullptr ? m_at : rim(*to, viewport, onScreen(*from, viewport).center());
    const QPointF begin =
        rim(*from, viewport, to == nullptr ? m_at : onScreen(*to, viewport).center());
    painter.setRenderHint(QPainter::Antialiasing);
    if (to != nullptr)
        paintTargetRing(painter, *to, viewport, style);
    painter.setPen(
        QPen(style.selection, 2.5, to == nullptr ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(begin, end);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.selection);
    painter.drawEllipse(end, 4, 4);
}

void paintTargetRing(QPainter& painter, const NodeItem& node, const Viewport& viewport,
                     const Style& style)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.selection, 3));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outlineOf(
        node.shape, onScreen(node, viewport).adjusted(-ringGap, -ringGap, ringGap, ringGap)));
}

} // namespace entente
