// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/nodeitem.h"

#include "graph/model/graph.h"
#include "ui/paint/findings.h"
#include "ui/paint/lod.h"
#include "ui/paint/outline.h"
#include "ui/paint/words.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace entente
{

namespace
{

constexpr double gapBelow = 5;     // From a shape to its name.
constexpr double nameMost = 160;   // Widest line of a name below a shape.
constexpr double detailMost = 190; // Two lines of it would look like a third of the name.
constexpr double cardLeast = 144;
constexpr double cardTextMost = 200; // In one line; of two, each may be half as wide again.
constexpr double cardLeft = 16;      // With the stripe.
constexpr double cardRight = 14;
constexpr double pillTextMost = 150;
constexpr double narrowPart = 0.6; // Broken so unevenly that less is won, a name stays whole.
constexpr double pinWidth = 10;
constexpr double growthMost = 3;      // Four times the area of the smallest.
constexpr double fadedPart = 0.6;     // Of the canvas, in what steps back.
constexpr double lighterOnDark = 0.4; // Of the text's colour: initials have 4.5 : 1 and more.
constexpr double groupFillPart = 0.8; // Of the panel's colour: initials stay readable on it.

Shape shapeOf(const Node& node, const Ontology& ontology)
{
    return node.kind == NodeKind::Event ? Shape::Card : ontology.entity(node.type).shape;
}

QSizeF sizeOf(Shape shape)
{
    switch (shape) {
    case Shape::Circle:
    case Shape::DoubleCircle:
        return {48, 48};
    case Shape::RoundedSquare:
        return {60, 40};
    case Shape::Hexagon:
        return {56, 48};
    case Shape::Pill:
    case Shape::Tag:
    case Shape::Card:
        break;
    }
    return {};
}

QString wordsInside(Shape shape, const Node& node, const QString& name)
{
    switch (shape) {
    case Shape::Circle:
    case Shape::DoubleCircle:
        return initialsOf(name);
    case Shape::RoundedSquare:
        return stateCode(node);
    case Shape::Hexagon:
        return acronymOf(name);
    case Shape::Pill:
    case Shape::Tag:
    case Shape::Card:
        break;
    }
    return {};
}

/// Lines one under the other: centred on x, or from x on.
void stackName(NodeItem& item, const Wrapped& name, QPointF from, double height, bool centred)
{
    item.name = name.lines;
    for (std::size_t i = 0; i < name.widths.size(); ++i) {
        const double width = name.widths[i];
        item.nameRects.emplace_back(centred ? from.x() - width / 2 : from.x(),
                                    from.y() + static_cast<double>(i) * height, width, height);
    }
}

void setDetail(NodeItem& item, const Wrapped& detail, QPointF from, bool centred)
{
    if (detail.lines.isEmpty())
        return;
    item.detail = detail.lines.front();
    item.detailRect = QRectF(centred ? from.x() - detail.width() / 2 : from.x(), from.y(),
                             detail.width(), detailLine);
}

void layOutCard(NodeItem& item, const QString& title, const QString& detail, Measures& measures)
{
    const Wrapped name = measures.name.wrap(title, cardTextMost);
    const Wrapped second = measures.detail.line(detail, cardTextMost);
    const auto lines = static_cast<double>(name.lines.size());
    const double width =
        std::max(cardLeast, std::max(name.width(), second.width()) + cardLeft + cardRight);
    const double height = 8 + lines * nameLine + 1 + detailLine + 9;
    item.outline = QRectF(-width / 2, -height / 2, width, height);
    const QPointF start = item.outline.topLeft() + QPointF(cardLeft, 8);
    stackName(item, name, start, nameLine, false);
    setDetail(item, second, start + QPointF(0, lines * nameLine + 1), false);
}

void layOutTag(NodeItem& item, const QString& title, Measures& measures)
{
    const bool pill = item.shape == Shape::Pill;
    const Wrapped name = measures.tag.wrap(title, pillTextMost);
    const double side = pill ? 13 : 9;
    const double left = side + (pill ? pinWidth + 6 : 0);
    const double width = left + name.width() + side;
    const double height = static_cast<double>(name.lines.size()) * tagLine + (pill ? 12 : 8);
    item.outline = QRectF(-width / 2, -height / 2, width, height);
    stackName(item, name, item.outline.topLeft() + QPointF(left, pill ? 6 : 4), tagLine, false);
}

/// @param growth by which it is larger than others of its shape.
void layOutRound(NodeItem& item, const QString& title, const QString& detail, double growth,
                 Measures& measures)
{
    const QSizeF size = sizeOf(item.shape) * growth;
    item.outline = QRectF(QPointF(-size.width() / 2, -size.height() / 2), size);
    const Wrapped name = measures.name.wrap(title, nameMost);
    if (name.lines.size() == 1) {
        const Wrapped narrow = measures.name.wrap(title, name.width() * narrowPart);
        if (narrow.lines.size() == 2 && narrow.lines.join(QLatin1Char(' ')) == title) {
            item.narrowName = narrow.lines;
            item.narrowWidth = narrow.width();
        }
    }
    const QPointF start(0, item.outline.bottom() + gapBelow);
    stackName(item, name, start, nameLine, true);
    setDetail(item, measures.detail.line(detail, detailMost),
              start + QPointF(0, static_cast<double>(name.lines.size()) * nameLine), true);
}

/// Colours that readers with any colour vision tell apart (Okabe and Ito 2008), but for yellow,
/// which is a line on nothing. Grey is for all that come after these.
void setGroupColours(NodeItem& item, const Style& style)
{
    constexpr std::array<QRgb, 7> lines{0xff0072b2, 0xffd55e00, 0xff009e73, 0xffcc79a7,
                                        0xffe69f00, 0xff56b4e9, 0xff777777};
    item.line = QColor(lines.at(static_cast<std::size_t>(std::min(item.group, otherGroups))));
    if (style.theme == Theme::Dark)
        item.line = blend(item.line, style.text, lighterOnDark);
    item.fill = blend(item.line, style.panel, groupFillPart);
}

void setColours(NodeItem& item, const TypeColours& colours, const Style& style)
{
    item.line = colourOf(colours.line);
    item.fill = colourOf(colours.fill);
    if (item.modality == Modality::DidNotHappen && item.isEvent)
        item.line = style.struckOut;
    if (item.group >= 0)
        setGroupColours(item, style);
    else if (item.isAlone) {
        item.line = style.secondaryText;
        item.fill = style.panel;
    }
    if (item.faded) {
        item.line = blend(item.line, style.canvas, fadedPart);
        item.fill = blend(item.fill, style.canvas, fadedPart);
    }
}

/// The area says how much, so that twice as much does not look like four times.
double growthFor(const Findings& findings, NodeId id)
{
    const auto size = findings.sizes.find(id);
    return size == findings.sizes.end() ? 1 : std::sqrt(1 + growthMost * size->second);
}

} // namespace

NodeItem makeNodeItem(const Node& node, const Ontology& ontology, const Style& style,
                      const Findings& findings, Measures& measures)
{
    NodeItem item;
    item.id = node.id;
    item.isEvent = node.kind == NodeKind::Event;
    item.shape = shapeOf(node, ontology);
    item.modality = node.modality;
    item.contested = node.contested || findings.contested.contains(node.id);
    item.faded = findings.faded.contains(node.id);
    if (const auto group = findings.groups.find(node.id); group != findings.groups.end())
        item.group = group->second;
    // Who is in no group has no colour that could be taken for one's.
    item.isAlone = !findings.groups.empty() && item.group < 0 && node.isActor;
    item.weight = node.weight;
    item.wholeName = nameWithin(node.name);
    item.type = shownName(node.type);
    if (item.isEvent) {
        const EventType& type = ontology.event(node.type);
        setColours(item, style.coloursOf(type), style);
        item.kind = shownName(style.wording(type.family.empty() ? type.label : type.family));
    } else {
        const EntityType& type = ontology.entity(node.type);
        setColours(item, style.coloursOf(type), style);
        item.kind = shownName(style.wording(type.label));
    }

    const QString title = titleOf(node, ontology, style.wording);
    item.inside = wordsInside(item.shape, node, title);
    if (item.wholeName.isEmpty())
        item.wholeName = title;
    switch (item.shape) {
    case Shape::Card:
        layOutCard(item, title, detailOf(node, ontology, style.wording), measures);
        break;
    case Shape::Pill:
    case Shape::Tag:
        layOutTag(item, title, measures);
        break;
    case Shape::Circle:
    case Shape::DoubleCircle:
    case Shape::RoundedSquare:
    case Shape::Hexagon:
        layOutRound(item, title, detailOf(node, ontology, style.wording),
                    growthFor(findings, node.id), measures);
        break;
    }
    // Half a line's width and the contested mark stand out a little.
    item.bounds = item.outline.adjusted(-2, -2, 2, 2).united(wordsBelow(item));
    if (item.contested)
        item.bounds = item.bounds.united(contestedMarkOf(item));
    return item;
}

Size roomFor(const NodeItem& item)
{
    const QPointF centre = item.outline.center();
    const double halfWidth =
        std::max(centre.x() - item.bounds.left(), item.bounds.right() - centre.x());
    const double halfHeight =
        std::max(centre.y() - item.bounds.top(), item.bounds.bottom() - centre.y());
    return {2 * halfWidth, 2 * halfHeight};
}

void moveTo(NodeItem& item, QPointF centre)
{
    const QPointF by = centre - item.outline.center();
    item.outline.translate(by);
    item.bounds.translate(by);
    for (QRectF& rect : item.nameRects)
        rect.translate(by);
    if (!item.detail.isEmpty())
        item.detailRect.translate(by);
}

QFont insideFont(const NodeItem& item, const QFont& font)
{
    QFont fitting = ownCopy(font);
    const double room = item.outline.width() - 16;
    if (const double width = QFontMetricsF(fitting).horizontalAdvance(item.inside); width > room)
        fitting.setPixelSize(std::max(8, static_cast<int>(font.pixelSize() * room / width)));
    return fitting;
}

double nameLineHeight(const NodeItem& item)
{
    return item.shape == Shape::Pill || item.shape == Shape::Tag ? tagLine : nameLine;
}

QColor nameColour(const NodeItem& item, const Style& style)
{
    const bool struck = item.isEvent && item.modality == Modality::DidNotHappen;
    const QColor colour = struck ? style.struckOut : style.text;
    return item.faded ? blend(colour, style.canvas, fadedPart) : colour;
}

QColor detailColour(const NodeItem& item, const Style& style)
{
    return item.faded ? blend(style.secondaryText, style.canvas, fadedPart) : style.secondaryText;
}

bool isNameWithin(const NodeItem& item)
{
    return item.shape == Shape::Card || item.shape == Shape::Pill || item.shape == Shape::Tag;
}

QRectF nameBlock(const NodeItem& item)
{
    QRectF block;
    for (const QRectF& line : item.nameRects)
        block = block.united(line);
    return block;
}

QRectF wordsBelow(const NodeItem& item)
{
    if (isNameWithin(item) || !item.nameFits)
        return {};
    QRectF rect = nameBlock(item);
    if (!item.detail.isEmpty() && item.detailFits)
        rect = rect.united(item.detailRect);
    return rect.isNull() ? rect : rect.adjusted(-3, 0, 3, 0);
}

std::vector<QRectF> veilsOf(const NodeItem& item, bool withDetail)
{
    std::vector<QRectF> veils;
    if (isNameWithin(item) || !item.nameFits)
        return veils;
    for (const QRectF& line : item.nameRects)
        veils.push_back(line.adjusted(-3, veils.empty() ? -gapBelow : 0, 3, 0));
    if (withDetail && item.detailFits && !item.detail.isEmpty())
        veils.push_back(item.detailRect.adjusted(-3, 0, 3, 0));
    return veils;
}

QPen outlinePen(const NodeItem& item, const Style& style)
{
    if (!item.isEvent)
        return {item.line, 1.8};
    QPen pen = style.penFor(item.modality, cardLine);
    pen.setColor(item.line);
    return pen;
}

QPainterPath stripePath(const NodeItem& item)
{
    const QRectF card = item.outline;
    constexpr double lowest = 32; // Lower, its corners are rounded less than by 8.
    if (card.height() < lowest) {
        QPainterPath left;
        left.addRect(QRectF(card.topLeft(), QSizeF(5, card.height())));
        return outlineOf(item.shape, card).intersected(left);
    }
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

QRectF innerRing(const NodeItem& item)
{
    const double inset = item.outline.width() / 12;
    return item.outline.adjusted(inset, inset, -inset, -inset);
}

QRectF pinOf(const NodeItem& item)
{
    if (item.shape != Shape::Pill)
        return {};
    // A pill without a name is a legend's: the pin alone, smaller, in its middle.
    const QPointF centre = item.outline.center();
    if (item.name.isEmpty())
        return {centre.x() - 3.5, centre.y() - 5, 7, 10};
    return {item.outline.left() + 12, centre.y() - 7, pinWidth, 14};
}

QRectF contestedMarkOf(const NodeItem& item, double scale)
{
    if (!item.contested)
        return {};
    const double size = std::max(11.0, leastMarkPixels / scale);
    const QPointF corner = item.shape == Shape::Card
                               ? item.outline.topRight() + QPointF(-10, 0)
                               : item.outline.center() + QPointF(item.outline.width() * 0.36,
                                                                 -item.outline.height() * 0.36);
    return {corner.x() - size / 2, corner.y() - size / 2, size, size};
}

} // namespace entente
