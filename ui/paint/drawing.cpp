// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/drawing.h"

#include "ui/paint/dashes.h"
#include "ui/paint/edgeitem.h"
#include "ui/paint/fixednames.h"
#include "ui/paint/lod.h"
#include "ui/paint/measure.h"
#include "ui/paint/nodeitem.h"
#include "ui/paint/outline.h"
#include "ui/paint/style.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>

namespace entente
{

namespace
{

constexpr double insideFrom = 0.42;
constexpr double leastLinePixels = 0.7;
constexpr double leastOutlinePixels = 1.5;
constexpr double leastSpotPixels = 3;
constexpr double outlinedFromPixels = 5; // Of a lower card nothing but its line would be seen.

QFont struckOut(const QFont& font)
{
    QFont struck = ownCopy(font);
    struck.setStrikeOut(true);
    return struck;
}

const QFont& nameFont(const Pencil& pencil, const NodeItem& node)
{
    if (node.shape == Shape::Pill || node.shape == Shape::Tag)
        return pencil.tag;
    const bool struck = node.isEvent && node.modality == Modality::DidNotHappen;
    return struck ? pencil.struckName : pencil.name;
}

double nameBase(const Pencil& pencil, const NodeItem& node)
{
    return node.shape == Shape::Pill || node.shape == Shape::Tag ? pencil.tagBase : pencil.nameBase;
}

/// Far out: only where something of this colour is, in all of its room, so that lines end at it.
/// What is not known to have happened is paler, in a line of its own style.
void drawSpot(Pencil& pencil, const NodeItem& node)
{
    QPainter& painter = pencil.painter;
    const double least = leastSpotPixels / pencil.scale;
    QRectF spot(QPointF(), node.outline.size().expandedTo({least, least}));
    spot.moveCenter(node.outline.center());
    painter.setPen(Qt::NoPen);
    painter.setBrush(node.line);
    if (node.isEvent && spot.height() * pencil.scale >= outlinedFromPixels) {
        const bool happened = node.modality == Modality::Happened;
        QPen pen = pencil.style.penFor(node.modality, 1 / pencil.scale);
        pen.setColor(node.line);
        painter.setPen(pen);
        painter.setBrush(blend(node.fill, node.line, happened ? 0.6 : 0.15));
        painter.drawRect(spot);
    } else if (node.shape == Shape::Circle || node.shape == Shape::DoubleCircle) {
        painter.drawEllipse(spot);
    } else if (node.shape == Shape::Hexagon) {
        painter.drawPath(outlineOf(node.shape, spot));
    } else {
        painter.fillRect(spot, node.line);
    }
}

void drawInside(Pencil& pencil, const NodeItem& node)
{
    if (node.inside.isEmpty() || pencil.scale < insideFrom)
        return;
    pencil.painter.setFont(insideFont(node, pencil.inside));
    pencil.painter.setPen(node.line);
    pencil.painter.drawText(node.outline, Qt::AlignCenter | Qt::TextDontClip, node.inside);
}

void drawNameLines(Pencil& pencil, const NodeItem& node)
{
    pencil.painter.setFont(nameFont(pencil, node));
    pencil.painter.setPen(nameColour(node, pencil.style));
    const double base = nameBase(pencil, node);
    for (qsizetype i = 0; i < node.name.size(); ++i) {
        const QRectF& rect = node.nameRects[static_cast<std::size_t>(i)];
        pencil.painter.drawText(rect.topLeft() + QPointF(0, base), node.name[i]);
    }
}

/// With room for half the widest line.
QRectF seenBy(const QPainter& painter)
{
    return painter.transform()
        .inverted()
        .mapRect(QRectF(painter.viewport()))
        .adjusted(-20, -20, 20, 20);
}

/// A path that was drawn once holds what Qt made of it, unguarded; pictures are shared by threads.
QPainterPath ownCopy(const QPainterPath& path)
{
    QPainterPath own;
    own.addPath(path);
    return own;
}

} // namespace

Pencil::Pencil(QPainter& itsPainter, const Style& itsStyle, double itsScale)
    : painter(itsPainter)
    , style(itsStyle)
    , scale(itsScale)
    , seen(seenBy(itsPainter))
    , name(ownCopy(itsStyle.nodeName))
    , struckName(struckOut(itsStyle.nodeName))
    , detail(ownCopy(itsStyle.nodeDetail))
    , inside(ownCopy(itsStyle.nodeInside))
    , tag(ownCopy(itsStyle.tagName))
    , label(ownCopy(itsStyle.edgeLabel))
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
    QPen pen = outlinePen(node, pencil.style);
    pen.setWidthF(std::max(pen.widthF(), leastOutlinePixels / pencil.scale));
    painter.setPen(pen);
    // Without words in it, a card would be an empty box.
    const bool blank = node.isEvent && pencil.scale < namesFrom;
    painter.setBrush(blank ? blend(node.fill, node.line, 0.14) : node.fill);
    painter.drawPath(outlineOf(node.shape, node.outline));
    if (node.shape == Shape::DoubleCircle) {
        painter.setPen(QPen(node.line, std::max(1.2, 1 / pencil.scale)));
        painter.drawEllipse(innerRing(node));
    }
    if (node.shape == Shape::Card) {
        // With a solid line round it, so that no dash of the card's looks out from behind.
        painter.setPen(QPen(node.line, cardLine));
        painter.setBrush(node.line);
        painter.drawPath(stripePath(node));
    }
    if (node.shape == Shape::Pill)
        painter.fillPath(pinIn(pinOf(node)), node.line);
    drawInside(pencil, node);
    if (node.contested)
        drawContestedMark(pencil, contestedMarkOf(node, pencil.scale), node.line);
}

void drawVeil(Pencil& pencil, const NodeItem& node)
{
    if (pencil.scale < namesFrom || isNameWithin(node) || !node.nameFits)
        return;
    QPainter& painter = pencil.painter;
    painter.setPen(Qt::NoPen);
    painter.setBrush(pencil.style.veil);
    const bool withDetail = pencil.scale >= detailsFrom;
    for (const QRectF& veil : veilsOf(node, withDetail))
        painter.drawRoundedRect(veil, 4, 4);
}

void drawWords(Pencil& pencil, const NodeItem& node)
{
    if (pencil.scale < namesFrom || !node.nameFits)
        return;
    drawNameLines(pencil, node);
    if (pencil.scale < detailsFrom || !node.detailFits || node.detail.isEmpty())
        return;
    pencil.painter.setFont(pencil.detail);
    pencil.painter.setPen(detailColour(node, pencil.style));
    pencil.painter.drawText(node.detailRect.topLeft() + QPointF(0, pencil.detailBase), node.detail);
}

namespace
{

constexpr int titlePixels = 10;
constexpr double titleLeftPixels = 6; // The stripe, and air.
constexpr double titleRightPixels = 3;

QFont fixedTitleFont(const Style& style)
{
    QFont font = entente::ownCopy(style.nodeName);
    font.setPixelSize(titlePixels);
    return font;
}

/// Empty where no line has any.
QSizeF roomForTitle(const NodeItem& card, double scale)
{
    const QSizeF room = card.outline.size() * scale - QSizeF(titleLeftPixels + titleRightPixels, 2);
    return room.height() < titlePixels + 2 ? QSizeF() : room;
}

/// Cut titles all look alike ("Vla…rea"): where one does not fit, rather the type and the date,
/// with which the second line begins.
QStringList fixedTitleLines(const NodeItem& card, const QFontMetricsF& metrics, QSizeF room)
{
    const auto fits = [&](const QStringList& lines) {
        return static_cast<double>(lines.size()) * metrics.lineSpacing() <= room.height() &&
               std::ranges::all_of(lines, [&](const QString& line) {
                   return metrics.horizontalAdvance(line) <= room.width();
               });
    };
    const QString type = card.detail.section(QStringLiteral(" · "), 0, 0);
    const QString date = card.detail.count(QStringLiteral(" · ")) > 1
                             ? card.detail.section(QStringLiteral(" · "), 1, 1)
                             : QString();
    QList<QStringList> choices{{card.name.join(QLatin1Char(' '))}, card.name};
    if (!date.isEmpty())
        choices << QStringList{type, date} << QStringList{type + QStringLiteral(" · ") + date};
    choices << QStringList{type};
    for (const QStringList& lines : choices) {
        if (fits(lines))
            return lines;
    }
    // Of a few letters and dots nothing can be told.
    const bool cut = room.width() >= 4 * metrics.height();
    return cut ? QStringList{metrics.elidedText(type, Qt::ElideRight, room.width())}
               : QStringList();
}

} // namespace

bool hasFixedTitle(const NodeItem& card, const Style& style, double scale)
{
    const QStringList lines =
        fixedTitleLines(card, QFontMetricsF(fixedTitleFont(style)), roomForTitle(card, scale));
    return !lines.isEmpty() && lines.join(QLatin1Char(' ')) == card.name.join(QLatin1Char(' '));
}

void drawFixedTitle(Pencil& pencil, const NodeItem& card)
{
    const QFont font = fixedTitleFont(pencil.style);
    const QSizeF room = roomForTitle(card, pencil.scale);
    if (room.isEmpty())
        return;
    QPainter& painter = pencil.painter;
    painter.save();
    painter.translate(card.outline.left(), card.outline.center().y());
    painter.scale(1 / pencil.scale, 1 / pencil.scale);
    painter.setFont(font);
    painter.setPen(nameColour(card, pencil.style));
    const QFontMetricsF metrics(font);
    const QStringList lines = fixedTitleLines(card, metrics, room);
    double y = (metrics.ascent() - metrics.descent()) / 2 -
               static_cast<double>(lines.size() - 1) * metrics.lineSpacing() / 2;
    for (const QString& line : lines) {
        painter.drawText(QPointF(titleLeftPixels, y), line);
        y += metrics.lineSpacing();
    }
    painter.restore();
}

void drawFixedName(Pencil& pencil, const NodeItem& node, NamePlace place)
{
    QPainter& painter = pencil.painter;
    const QRectF rect = fixedNameRect(node, pencil.scale, place);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pencil.style.veil);
    painter.drawRoundedRect(rect, 3 / pencil.scale, 3 / pencil.scale);
    // The same lines, moved beside the shape, centred, and grown about there.
    const double factor = fixedNamePixels / 13 / pencil.scale;
    painter.save();
    painter.translate(rect.center().x(), rect.top());
    painter.scale(factor, factor);
    painter.setFont(nameFont(pencil, node));
    painter.setPen(nameColour(node, pencil.style));
    double y = nameBase(pencil, node);
    const QFontMetricsF metrics(painter.font());
    for (const QString& line : place.isNarrow ? node.narrowName : node.name) {
        painter.drawText(QPointF(-metrics.horizontalAdvance(line) / 2, y), line);
        y += nameLineHeight(node);
    }
    painter.restore();
}

void drawLine(Pencil& pencil, const EdgeItem& edge)
{
    // Far out no thinner than can be seen on either canvas.
    const double width = std::max(edge.width, leastLinePixels / pencil.scale);
    drawLine(pencil, edge, pencil.style.penFor(edge.modality, width));
}

void drawContestedMark(Pencil& pencil, const EdgeItem& edge)
{
    if (edge.contested && pencil.scale >= shapesFrom)
        drawContestedMark(pencil, contestedMarkOf(edge, pencil.scale), pencil.style.edge);
}

void drawJudgementMark(Pencil& pencil, const EdgeItem& edge)
{
    if (!edge.judged || pencil.scale < shapesFrom)
        return;
    const double width = std::max(judgementLine, 1 / pencil.scale);
    pencil.painter.setPen(
        QPen(pencil.style.edge, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    pencil.painter.setBrush(pencil.style.canvas);
    pencil.painter.drawPolygon(judgementMarkOf(edge, pencil.scale));
}

void drawLine(Pencil& pencil, const EdgeItem& edge, const QPen& pen)
{
    QPainter& painter = pencil.painter;
    painter.setBrush(Qt::NoBrush);
    const bool isStraight = edge.line.size() == 2;
    // In pixels, lines with flat caps are what Qt draws fast; files get the line itself.
    const bool inPixels = painter.paintEngine()->type() == QPaintEngine::Raster;
    const bool piecesShow = !isStraight && pencil.scale > 2;
    if (!inPixels || piecesShow) {
        painter.setPen(pen);
        painter.drawPath(ownCopy(edge.path));
        return;
    }
    QPen flat = pen;
    flat.setStyle(Qt::SolidLine);
    flat.setCapStyle(Qt::FlatCap);
    painter.setPen(flat);
    if (pen.style() == Qt::CustomDashLine)
        painter.drawLines(dashesAlong(edge.line, pen, pencil.seen));
    else if (isStraight)
        painter.drawLines({QLineF(edge.line.front(), edge.line.back())});
    else
        painter.drawPath(ownCopy(edge.path));
}

void drawArrow(Pencil& pencil, const EdgeItem& edge, const QColor& colour)
{
    if (!edge.directed || pencil.scale < arrowsFrom || edge.tip == edge.tail)
        return;
    pencil.painter.setPen(Qt::NoPen);
    pencil.painter.setBrush(colour);
    pencil.painter.drawPolygon(arrowHead(edge));
}

void drawLabel(Pencil& pencil, const EdgeItem& edge)
{
    if (edge.labelRect.isNull() || pencil.scale < rolesFrom)
        return;
    QPainter& painter = pencil.painter;
    painter.setPen(Qt::NoPen);
    painter.setBrush(pencil.style.veil);
    painter.drawRoundedRect(edge.labelRect, 8, 8);
    painter.setFont(pencil.label);
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
