// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/drawing.h"

#include "ui/paint/lod.h"
#include "ui/paint/measure.h"
#include "ui/paint/nodeitem.h"
#include "ui/paint/outline.h"
#include "ui/paint/style.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>

namespace entente
{

namespace
{

constexpr double shapeLine = 1.8;
constexpr double cardLine = 1.6;
constexpr double fixedNamePixels = 11; // Of the name's 13: the smallest that reads well.
constexpr double insideFrom = 0.42;

QFont struckOut(QFont font)
{
    font.setStrikeOut(true);
    return font;
}

/// Left edge of a card, rounded as its corners are.
QPainterPath stripePath(const NodeItem& node)
{
    const QRectF card = node.outline;
    constexpr double corner = 16;   // Twice the radius.
    constexpr double from = 104.48; // Degrees: where a stripe of 6 meets the corner's arc of 8.
    QPainterPath path;
    const QRectF top(card.left(), card.top(), corner, corner);
    const QRectF bottom(card.left(), card.bottom() - corner, corner, corner);
    path.arcMoveTo(top, from);
    path.arcTo(top, from, 180 - from);
    path.arcTo(bottom, 180, 180 - from);
    path.closeSubpath();
    return path;
}

QPen outlinePen(const Pencil& pencil, const NodeItem& node)
{
    if (!node.isEvent)
        return {node.line, shapeLine};
    QPen pen = pencil.style.penFor(node.modality, cardLine);
    pen.setColor(node.line);
    return pen;
}

/// Far out: only where something of this colour is.
void drawSpot(Pencil& pencil, const NodeItem& node)
{
    QPainter& painter = pencil.painter;
    const double least = 3 / pencil.scale;
    const double width = std::max(node.outline.width() * (node.isEvent ? 0.5 : 0.9), least);
    const double height = std::max(node.outline.height() * (node.isEvent ? 0.5 : 0.9), least);
    QRectF spot(0, 0, width, height);
    spot.moveCenter(node.outline.center());
    if (node.shape == Shape::Circle || node.shape == Shape::DoubleCircle) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(node.line);
        painter.drawEllipse(spot);
    } else {
        painter.fillRect(spot, node.line);
    }
}

void drawInside(Pencil& pencil, const NodeItem& node)
{
    if (node.inside.isEmpty() || pencil.scale < insideFrom)
        return;
    QFont font = pencil.style.nodeInside;
    const double room = node.outline.width() - 16;
    if (const double width = QFontMetricsF(font).horizontalAdvance(node.inside); width > room)
        font.setPixelSize(std::max(8, static_cast<int>(font.pixelSize() * room / width)));
    pencil.painter.setFont(font);
    pencil.painter.setPen(node.line);
    pencil.painter.drawText(node.outline, Qt::AlignCenter | Qt::TextDontClip, node.inside);
}

void drawNameLines(Pencil& pencil, const NodeItem& node)
{
    const bool tag = node.shape == Shape::Pill || node.shape == Shape::Tag;
    const bool struck = node.isEvent && node.modality == Modality::DidNotHappen;
    pencil.painter.setFont(struck ? pencil.struckName : nameFont(node, pencil.style));
    pencil.painter.setPen(nameColour(node, pencil.style));
    const double base = tag ? pencil.tagBase : pencil.nameBase;
    for (qsizetype i = 0; i < node.name.size(); ++i) {
        const QRectF& rect = node.nameRects[static_cast<std::size_t>(i)];
        pencil.painter.drawText(rect.topLeft() + QPointF(0, base), node.name[i]);
    }
}

QRectF nameBlock(const NodeItem& node)
{
    QRectF block;
    for (const QRectF& line : node.nameRects)
        block = block.united(line);
    return block;
}

} // namespace

Pencil::Pencil(QPainter& itsPainter, const Style& itsStyle, double itsScale)
    : painter(itsPainter)
    , style(itsStyle)
    , scale(itsScale)
    , struckName(struckOut(itsStyle.nodeName))
    , nameBase(baselineIn(itsStyle.nodeName, nameLine))
    , detailBase(baselineIn(itsStyle.nodeDetail, detailLine))
    , tagBase(baselineIn(itsStyle.tagName, tagLine))
    , labelBase(baselineIn(itsStyle.edgeLabel, labelHeight))
{
}

void drawShape(Pencil& pencil, const NodeItem& node)
{
    if (pencil.scale < shapesFrom) {
        drawSpot(pencil, node);
        return;
    }
    QPainter& painter = pencil.painter;
    painter.setPen(outlinePen(pencil, node));
    painter.setBrush(node.fill);
    painter.drawPath(outlineOf(node.shape, node.outline));
    if (node.shape == Shape::DoubleCircle) {
        painter.setPen(QPen(node.line, 1.2));
        painter.drawEllipse(node.outline.adjusted(4, 4, -4, -4));
    }
    if (node.shape == Shape::Card)
        painter.fillPath(stripePath(node), node.line);
    if (node.shape == Shape::Pill)
        painter.fillPath(pinIn(pinOf(node)), node.line);
    drawInside(pencil, node);
    if (node.contested)
        drawContestedMark(pencil, contestedMarkOf(node), node.line);
}

void drawVeil(Pencil& pencil, const NodeItem& node)
{
    if (pencil.scale < namesFrom || isNameWithin(node) || !node.nameFits)
        return;
    QPainter& painter = pencil.painter;
    painter.setPen(Qt::NoPen);
    painter.setBrush(pencil.style.veil);
    for (const QRectF& line : node.nameRects)
        painter.drawRoundedRect(line.adjusted(-3, 1, 3, 0), 4, 4);
    if (pencil.scale >= detailsFrom && node.detailFits && !node.detail.isEmpty())
        painter.drawRoundedRect(node.detailRect.adjusted(-3, 0, 3, 0), 4, 4);
}

void drawWords(Pencil& pencil, const NodeItem& node)
{
    if (pencil.scale < namesFrom || !node.nameFits)
        return;
    drawNameLines(pencil, node);
    if (pencil.scale < detailsFrom || !node.detailFits || node.detail.isEmpty())
        return;
    pencil.painter.setFont(pencil.style.nodeDetail);
    pencil.painter.setPen(pencil.style.secondaryText);
    pencil.painter.drawText(node.detailRect.topLeft() + QPointF(0, pencil.detailBase), node.detail);
}

QRectF fixedNameRect(const NodeItem& node, double scale)
{
    const double factor = fixedNamePixels / 13 / scale;
    const QSizeF size = nameBlock(node).size() * factor;
    const double pad = 3 / scale;
    return {node.outline.center().x() - size.width() / 2 - pad, node.outline.bottom() + 2 / scale,
            size.width() + 2 * pad, size.height()};
}

void drawFixedName(Pencil& pencil, const NodeItem& node)
{
    QPainter& painter = pencil.painter;
    const QRectF rect = fixedNameRect(node, pencil.scale);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pencil.style.veil);
    painter.drawRoundedRect(rect, 3 / pencil.scale, 3 / pencil.scale);
    // The same lines, moved under the shape, centred, and grown about there.
    const double factor = fixedNamePixels / 13 / pencil.scale;
    const bool tag = node.shape == Shape::Pill || node.shape == Shape::Tag;
    const bool struck = node.isEvent && node.modality == Modality::DidNotHappen;
    painter.save();
    painter.translate(rect.center().x(), rect.top());
    painter.scale(factor, factor);
    painter.setFont(struck ? pencil.struckName : nameFont(node, pencil.style));
    painter.setPen(nameColour(node, pencil.style));
    double y = tag ? pencil.tagBase : pencil.nameBase;
    for (qsizetype i = 0; i < node.name.size(); ++i) {
        const double width = node.nameRects[static_cast<std::size_t>(i)].width();
        painter.drawText(QPointF(-width / 2, y), node.name[i]);
        y += nameLineHeight(node);
    }
    painter.restore();
}

void drawLine(Pencil& pencil, const EdgeItem& edge)
{
    drawLine(pencil, edge, pencil.style.penFor(edge.modality, edge.width));
    if (edge.contested && pencil.scale >= arrowsFrom) {
        QRectF mark(0, 0, 10, 10);
        mark.moveCenter(edge.middle);
        drawContestedMark(pencil, mark, pencil.style.edge);
    }
}

void drawLine(Pencil& pencil, const EdgeItem& edge, const QPen& pen)
{
    QPainter& painter = pencil.painter;
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    if (edge.line.size() == 2)
        painter.drawLine(edge.line.front(), edge.line.back());
    else
        painter.drawPath(edge.path);
}

void drawArrow(Pencil& pencil, const EdgeItem& edge, const QColor& colour)
{
    if (!edge.directed || pencil.scale < arrowsFrom || edge.tip == edge.tail)
        return;
    const QLineF back = QLineF(edge.tip, edge.tail).unitVector();
    const QPointF along(back.dx(), back.dy());
    const QPointF across(-along.y(), along.x());
    const double length = 7 + edge.width;
    const double half = 3 + edge.width * 0.5;
    const QPointF base = edge.tip + along * length;
    pencil.painter.setPen(Qt::NoPen);
    pencil.painter.setBrush(colour);
    pencil.painter.drawPolygon(QPolygonF{edge.tip, base + across * half, base - across * half});
}

void drawLabel(Pencil& pencil, const EdgeItem& edge)
{
    if (edge.labelRect.isNull() || pencil.scale < rolesFrom)
        return;
    QPainter& painter = pencil.painter;
    painter.setPen(Qt::NoPen);
    painter.setBrush(pencil.style.veil);
    painter.drawRoundedRect(edge.labelRect, 8, 8);
    painter.setFont(pencil.style.edgeLabel);
    painter.setPen(pencil.style.secondaryText);
    painter.drawText(edge.labelRect.topLeft() + QPointF(labelPad, pencil.labelBase), edge.label);
}

void drawContestedMark(Pencil& pencil, const QRectF& rect, const QColor& first)
{
    QPainter& painter = pencil.painter;
    painter.setPen(Qt::NoPen);
    painter.setBrush(pencil.style.canvas);
    painter.drawEllipse(rect.adjusted(-1.5, -1.5, 1.5, 1.5));
    painter.setBrush(first);
    painter.drawPie(rect, 90 * 16, 180 * 16);
    painter.setBrush(pencil.style.contested);
    painter.drawPie(rect, 270 * 16, 180 * 16);
}

} // namespace entente
