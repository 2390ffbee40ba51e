// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/marks.h"

#include "ui/paint/drawing.h"
#include "ui/paint/nodeitem.h"
#include "ui/paint/style.h"

#include <QLocale>
#include <QPainter>
#include <QTransform>

#include <algorithm>

namespace entente
{

namespace
{

constexpr double badgeHeight = 15;
constexpr double badgePad = 5;      // At each side of the figures.
constexpr double readableAt = 0.75; // The figures are 11 px high at 1: below, they stay at 8.
constexpr double pinSize = 12;

/// On a round shape at its edge; on others at the corner, or just within it.
QPointF cornerOf(const NodeItem& item, double right, double down)
{
    const bool round = item.shape == Shape::Circle || item.shape == Shape::DoubleCircle ||
                       item.shape == Shape::Hexagon;
    const double part = round ? 0.38 : 0.5;
    return item.outline.center() +
           QPointF(right * item.outline.width() * part, down * item.outline.height() * part);
}

} // namespace

void setHidden(NodeItem& item, int hidden, Measures& measures)
{
    item.hidden = hidden;
    if (hidden <= 0)
        return;
    item.badgeWidth = badgeSize(measures.detail.width(badgeWords(hidden))).width();
    item.bounds = item.bounds.united(badgeOf(item, namesFrom).adjusted(-2, -2, 2, 2));
}

void setPinned(NodeItem& item)
{
    item.pinned = true;
    item.bounds = item.bounds.united(pinMarkOf(item));
}

QString badgeWords(int hidden)
{
    return hidden > 0 ? QLatin1Char('+') + QLocale(QLocale::English).toString(hidden) : QString();
}

QSizeF badgeSize(double wordsWidth)
{
    return {std::max(badgeHeight, wordsWidth + 2 * badgePad), badgeHeight};
}

QRectF badgeOf(const NodeItem& item, double scale)
{
    if (item.hidden <= 0 || scale < (item.isEvent ? eventBadgesFrom : marksFrom))
        return {};
    const double grown = std::max(1.0, readableAt / scale);
    QRectF rect(0, 0, item.badgeWidth * grown, badgeHeight * grown);
    // Its left end lies on the node, so that it is seen whose it is.
    // Below the mark of what is contested, and not so low that it would lie on a name below.
    const double down = item.contested ? (isNameWithin(item) ? 1 : 0.6) : -1;
    rect.moveCenter(cornerOf(item, 1, down) + QPointF((rect.width() - rect.height()) / 2, 0));
    return rect;
}

QColor badgeFill(const Style& style) { return blend(style.canvas, style.secondaryText, 0.18); }

QRectF pinMarkOf(const NodeItem& item, double scale)
{
    if (!item.pinned || scale < marksFrom)
        return {};
    const double size = pinSize * std::max(1.0, readableAt / scale);
    QRectF rect(0, 0, size, size);
    rect.moveCenter(cornerOf(item, -1, -1));
    return rect;
}

QPainterPath drawingPin(const QRectF& square)
{
    QPainterPath pin;
    pin.setFillRule(Qt::WindingFill);
    // Upright, 12 high: cap, neck, collar, needle.
    pin.addPolygon(QPolygonF({{-3, -6}, {3, -6}, {3, -4.5}, {-3, -4.5}, {-3, -6}}));
    pin.addPolygon(QPolygonF({{-2, -4.5}, {2, -4.5}, {2.6, -0.5}, {-2.6, -0.5}, {-2, -4.5}}));
    pin.addPolygon(QPolygonF({{-4, -0.5}, {4, -0.5}, {4, 1.2}, {-4, 1.2}, {-4, -0.5}}));
    pin.addPolygon(QPolygonF({{-0.7, 1.2}, {0.7, 1.2}, {0, 6}, {-0.7, 1.2}}));
    QTransform place;
    place.translate(square.center().x(), square.center().y());
    place.scale(square.width() / pinSize, square.height() / pinSize);
    place.rotate(35);
    return place.map(pin);
}

void drawBadge(Pencil& pencil, const QRectF& rect, const QString& words)
{
    QPainter& painter = pencil.painter;
    const double grown = rect.height() / badgeHeight;
    const double radius = rect.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(pencil.style.canvas);
    painter.drawRoundedRect(rect.adjusted(-1.5, -1.5, 1.5, 1.5), radius + 1.5, radius + 1.5);
    painter.setBrush(badgeFill(pencil.style));
    painter.drawRoundedRect(rect, radius, radius);
    painter.save();
    painter.translate(rect.center());
    painter.scale(grown, grown);
    painter.setFont(pencil.detail);
    painter.setPen(pencil.style.text);
    const QRectF room(-rect.width() / grown / 2, -badgeHeight / 2, rect.width() / grown,
                      badgeHeight);
    painter.drawText(room, Qt::AlignCenter | Qt::TextDontClip, words);
    painter.restore();
}

void drawPinMark(Pencil& pencil, const QRectF& rect)
{
    QPainter& painter = pencil.painter;
    const QPainterPath pin = drawingPin(rect);
    painter.setPen(
        QPen(pencil.style.canvas, rect.width() * 0.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(pin);
    painter.fillPath(pin, pencil.style.secondaryText);
}

void drawMarks(Pencil& pencil, const NodeItem& node)
{
    if (const QRectF pin = pinMarkOf(node, pencil.scale); !pin.isNull())
        drawPinMark(pencil, pin);
    if (const QRectF badge = badgeOf(node, pencil.scale); !badge.isNull())
        drawBadge(pencil, badge, badgeWords(node.hidden));
}

} // namespace entente
