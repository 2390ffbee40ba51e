// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/painter.h"

#include "ui/paint/drawing.h"
#include "ui/paint/fixednames.h"
#include "ui/paint/lod.h"
#include "ui/paint/marks.h"
#include "ui/paint/nodeitem.h"
#include "ui/paint/occupied.h"
#include "ui/paint/outline.h"
#include "ui/paint/style.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace entente
{

namespace
{

// Antialiased, 5,000 edges across a window take 30 times what hairlines in one call take.
constexpr std::size_t smoothAtMost = 1200;

// Cards that are selected far out are told by their names, unless these would cover each other.
constexpr std::size_t selectedCardsNamedAtMost = 8;

// How far a name at a fixed size may stand from its node's middle: two lines of 160 pixels.
constexpr double nameReachPixels = 160;

// Of the veil over what has nothing to do with the hovered node. Names below it can still be read:
// 4.7 : 1 on the light canvas, 6 : 1 on the dark one.
constexpr double stepBack = 0.38;

std::size_t slotOf(std::optional<Modality> modality)
{
    return modality ? static_cast<std::size_t>(*modality) : std::size(allModalities);
}

template <class Item>
std::vector<const Item*> itemsAt(const std::vector<Item>& items, const std::vector<int>& indices)
{
    std::vector<const Item*> result;
    result.reserve(indices.size());
    for (const int i : indices)
        result.push_back(&items[static_cast<std::size_t>(i)]);
    return result;
}

using Nodes = std::vector<const NodeItem*>;
using Edges = std::vector<const EdgeItem*>;

/// Many lines far out: hairlines without smoothing, one call for each kind. What is not sure is
/// paler, for dashes could not be told from gaps.
void drawHairlines(Pencil& pencil, const Edges& edges)
{
    std::array<QList<QLineF>, std::size(allModalities) + 1> lines;
    for (const EdgeItem* edge : edges) {
        QList<QLineF>& same = lines[slotOf(edge->modality)];
        for (qsizetype i = 1; i < edge->line.size(); ++i)
            same.emplace_back(edge->line[i - 1], edge->line[i]);
    }
    const Style& style = pencil.style;
    pencil.painter.setRenderHint(QPainter::Antialiasing, false);
    // What is surest comes last and lies on top.
    for (std::size_t slot = lines.size(); slot-- > 0;) {
        const bool happened = slot == slotOf(Modality::Happened);
        pencil.painter.setPen(QPen(blend(style.edge, style.canvas, happened ? 0.45 : 0.65), 0));
        pencil.painter.drawLines(lines[slot]);
    }
    pencil.painter.setRenderHint(QPainter::Antialiasing, true);
}

void drawEdges(Pencil& pencil, const Edges& edges)
{
    if (pencil.scale < smoothFrom && edges.size() > smoothAtMost) {
        drawHairlines(pencil, edges);
        return;
    }
    for (const EdgeItem* edge : edges)
        drawLine(pencil, *edge);
}

/// Where names lie: the words of a card, half covered, would be a blot.
Occupied coveredBy(const std::vector<FixedName>& named, double scale)
{
    Occupied covered(100 / scale);
    for (const auto& [node, place] : named)
        covered.take(fixedNameRect(*node, scale, place));
    return covered;
}

void drawFixedTitles(Pencil& pencil, const Nodes& nodes, const std::vector<FixedName>& named)
{
    const Occupied covered = coveredBy(named, pencil.scale);
    for (const NodeItem* node : nodes) {
        if (node->isEvent && !covered.meets(node->outline))
            drawFixedTitle(pencil, *node);
    }
}

void drawFixedNames(Pencil& pencil, const std::vector<FixedName>& named, const QRectF& visible)
{
    for (const auto& [node, place] : named) {
        if (fixedNameRect(*node, pencil.scale, place).intersects(visible))
            drawFixedName(pencil, *node, place);
    }
}

/// Lines below, then the veils that words lie on, then shapes, then words: no veil ever covers a
/// shape or an arrow.
void drawItems(Pencil& pencil, const Nodes& nodes, const Edges& edges)
{
    drawEdges(pencil, edges);
    for (const NodeItem* node : nodes)
        drawVeil(pencil, *node);
    if (pencil.scale >= arrowsFrom) {
        for (const EdgeItem* edge : edges)
            drawArrow(pencil, *edge, pencil.style.penFor(edge->modality, 1).color());
    }
    if (pencil.scale >= rolesFrom) {
        for (const EdgeItem* edge : edges)
            drawLabel(pencil, *edge);
    }
    for (const EdgeItem* edge : edges) {
        drawContestedMark(pencil, *edge);
        drawJudgementMark(pencil, *edge);
    }
    for (const NodeItem* node : nodes)
        drawShape(pencil, *node);
    for (const NodeItem* node : nodes)
        drawWords(pencil, *node);
    for (const NodeItem* node : nodes)
        drawMarks(pencil, *node);
}

/// What is hovered and what it touches, in drawing order.
struct Emphasis
{
    Nodes nodes;
    Edges edges;
};

Emphasis emphasisOf(const Picture& picture, const Target& hovered)
{
    Emphasis emphasis;
    std::set<NodeId> ids;
    const auto* node = std::get_if<NodeId>(&hovered);
    const auto* edge = std::get_if<EdgeId>(&hovered);
    if (node && picture.node(*node))
        ids.insert(*node);
    for (const EdgeItem& item : picture.edges()) {
        const bool touches = node && (item.source == *node || item.target == *node);
        if (!touches && !(edge && item.id == *edge))
            continue;
        emphasis.edges.push_back(&item);
        ids.insert({item.source, item.target});
    }
    for (const NodeItem& item : picture.nodes()) {
        if (ids.contains(item.id))
            emphasis.nodes.push_back(&item);
    }
    return emphasis;
}

void drawVeilOverAll(Pencil& pencil)
{
    QColor veil = pencil.style.canvas;
    veil.setAlphaF(static_cast<float>(stepBack));
    pencil.painter.save();
    pencil.painter.setWorldMatrixEnabled(false);
    pencil.painter.fillRect(pencil.painter.viewport(), veil);
    pencil.painter.restore();
}

using NamePlaces = std::map<const NodeItem*, NamePlace>;

/// Where the name of each node stands in the whole picture, where it has room there: what
/// stands out has it in the same place. Empty at scales at which names have places of their own.
NamePlaces namePlaces(const Picture& picture, double scale)
{
    NamePlaces places;
    if (scale < namesFrom) {
        for (const auto& [node, place] : fixedNames(picture, scale))
            places.emplace(node, place);
    }
    return places;
}

/// Names that have no room in the picture, too: what stands out is told by its name.
void drawNames(Pencil& pencil, const Picture& picture, const Nodes& nodes)
{
    Nodes nameless;
    for (const NodeItem* node : nodes) {
        if (pencil.scale < namesFrom && node->isEvent)
            drawFixedTitle(pencil, *node);
        else if (pencil.scale < namesFrom || !node->nameFits)
            nameless.push_back(node);
    }
    const NamePlaces places = namePlaces(picture, pencil.scale);
    for (const auto& [node, ownPlace] : fixedNames(nameless, pencil.scale)) {
        const auto place = places.find(node);
        drawFixedName(pencil, *node, place == places.end() ? ownPlace : place->second);
    }
}

/// Where the picture has no room for it, or is too small for it to be read there: at a fixed size.
void drawRole(Pencil& pencil, const EdgeItem& edge)
{
    if (edge.label.isEmpty())
        return;
    if (!edge.labelRect.isNull() && pencil.scale >= rolesFrom)
        return drawLabel(pencil, edge);
    QPainter& painter = pencil.painter;
    painter.save();
    painter.translate(edge.labelRect.isNull() ? edge.middle : edge.labelRect.center());
    painter.scale(1 / pencil.scale, 1 / pencil.scale);
    painter.setFont(pencil.label);
    const QFontMetricsF metrics(pencil.label);
    QRectF rect(0, 0, metrics.horizontalAdvance(edge.label) + 8, metrics.height() + 2);
    rect.moveCenter({0, 0});
    painter.setPen(Qt::NoPen);
    painter.setBrush(pencil.style.veil);
    painter.drawRoundedRect(rect, 8, 8);
    painter.setPen(pencil.style.text);
    painter.drawText(rect, Qt::AlignCenter, edge.label);
    painter.restore();
}

/// The others stay as they are: lines lie so close that they would flicker below a moving mouse.
void drawHoveredEdge(Pencil& pencil, const Picture& picture, const Emphasis& emphasis)
{
    for (const EdgeItem* edge : emphasis.edges) {
        const double width = std::max(edge->width + 1.5, 2.5 / pencil.scale);
        QPen pen = pencil.style.penFor(edge->modality, width);
        pen.setColor(blend(pen.color(), pencil.style.text, 0.5));
        drawLine(pencil, *edge, pen);
        drawArrow(pencil, *edge, pen.color());
        drawRole(pencil, *edge);
    }
    for (const NodeItem* node : emphasis.nodes) {
        drawVeil(pencil, *node);
        drawShape(pencil, *node);
        drawWords(pencil, *node);
        drawMarks(pencil, *node);
    }
    drawNames(pencil, picture, emphasis.nodes);
}

void drawHoveredNode(Pencil& pencil, const Picture& picture, const Emphasis& emphasis,
                     const NodeItem& hovered)
{
    drawVeilOverAll(pencil);
    drawItems(pencil, emphasis.nodes, emphasis.edges);
    drawNames(pencil, picture, emphasis.nodes);
    if (pencil.scale < namesFrom && hovered.isEvent)
        drawFixedName(pencil, hovered);
}

void drawEmphasis(Pencil& pencil, const Picture& picture, const Target& hovered)
{
    const Emphasis emphasis = emphasisOf(picture, hovered);
    if (emphasis.nodes.empty())
        return;
    const auto* node = std::get_if<NodeId>(&hovered);
    if (node != nullptr)
        drawHoveredNode(pencil, picture, emphasis, *picture.node(*node));
    else
        drawHoveredEdge(pencil, picture, emphasis);
}

void drawSelectedEdge(Pencil& pencil, const EdgeItem& edge)
{
    const Style& style = pencil.style;
    const double glow = std::max(edge.width + 7, 5 / pencil.scale);
    drawLine(pencil, edge, QPen(style.selection, glow, Qt::SolidLine, Qt::FlatCap));
    QPen pen = style.penFor(edge.modality, std::max(edge.width, 1.5));
    pen.setColor(blend(style.selection, QColor(0x3A, 0x22, 0x00), 0.72));
    drawLine(pencil, edge, pen);
    drawArrow(pencil, edge, pen.color());
}

/// All that is seen but the shapes and words of nodes: lines that stand out run below these.
QPainterPath besideNodes(const Pencil& pencil, const Picture& picture)
{
    QPainterPath beside; // Filled by turns: shapes and words lie side by side.
    beside.addRect(pencil.seen);
    for (const NodeItem* node : itemsAt(picture.nodes(), picture.nodesIn(pencil.seen))) {
        beside.addPath(outlineOf(node->shape, node->outline.adjusted(-1, -1, 1, 1)));
        if (const QRectF words = wordsBelow(*node); pencil.scale >= namesFrom && !words.isNull())
            beside.addRect(words);
    }
    for (const auto& [node, place] : namePlaces(picture, pencil.scale))
        beside.addRect(fixedNameRect(*node, pencil.scale, place));
    return beside;
}

void drawSelectedEdges(Pencil& pencil, const Picture& picture, const std::set<EdgeId>& ids)
{
    Edges edges;
    for (const EdgeId id : ids) {
        if (const EdgeItem* edge = picture.edge(id))
            edges.push_back(edge);
    }
    if (edges.empty())
        return;
    pencil.painter.save();
    pencil.painter.setClipPath(besideNodes(pencil, picture), Qt::IntersectClip);
    for (const EdgeItem* edge : edges)
        drawSelectedEdge(pencil, *edge);
    pencil.painter.restore();
    for (const EdgeItem* edge : edges) {
        drawContestedMark(pencil, *edge);
        drawRole(pencil, *edge);
        drawJudgementMark(pencil, *edge);
    }
    constexpr std::size_t marksRedrawnFor = 100; // Edges: of more, each is not looked at.
    if (edges.size() > marksRedrawnFor)
        return;
    for (const EdgeItem* edge : edges) {
        const QRectF along = edge->line.boundingRect().adjusted(-8, -8, 8, 8);
        for (const NodeItem* node : itemsAt(picture.nodes(), picture.nodesIn(along)))
            drawMarks(pencil, *node);
    }
}

/// Where the name of what is selected goes: where it stands anyway, else where it hides nothing. An
/// actor's goes below as a last resort; a card does without.
std::optional<NamePlace> placeOfSelected(const Picture& picture, const NodeItem& node,
                                         const NamePlaces& places, double scale)
{
    if (const auto known = places.find(&node); known != places.end())
        return known->second;
    const double around = nameReachPixels / scale;
    const Nodes near = itemsAt(
        picture.nodes(),
        picture.nodesIn(node.outline.adjusted(-2 * around, -2 * around, 2 * around, 2 * around)));
    for (const NameSide side :
         {NameSide::Below, NameSide::Above, NameSide::Right, NameSide::Left}) {
        const QRectF rect = fixedNameRect(node, scale, {side});
        const auto isHidden = [&](const NodeItem* other) {
            const auto name = places.find(other);
            return other->outline.intersects(rect) ||
                   (name != places.end() &&
                    fixedNameRect(*other, scale, name->second).intersects(rect));
        };
        if (std::ranges::none_of(near, isHidden))
            return NamePlace{side};
    }
    return node.isEvent ? std::optional<NamePlace>() : NamePlace();
}

void drawSelectedNode(Pencil& pencil, const NodeItem& node)
{
    QColor amber = pencil.style.selection;
    const double ring = std::max(5.0, 4.5 / pencil.scale);
    pencil.painter.setBrush(Qt::NoBrush);
    amber.setAlphaF(0.75F);
    pencil.painter.setPen(QPen(amber, 2 * ring, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    pencil.painter.drawPath(outlineOf(node.shape, node.outline));
    drawVeil(pencil, node);
    drawShape(pencil, node);
    drawWords(pencil, node);
    drawMarks(pencil, node);
    if (pencil.scale < namesFrom && node.isEvent)
        drawFixedTitle(pencil, node);
}

/// Cards, too, have their names beside them where the picture is too small to show them, if they
/// are few.
void drawSelectedNodes(Pencil& pencil, const Picture& picture, const std::set<NodeId>& ids)
{
    if (ids.empty())
        return;
    const NamePlaces places = namePlaces(picture, pencil.scale);
    const bool isFew = ids.size() <= selectedCardsNamedAtMost;
    for (const NodeId id : ids) {
        const NodeItem* node = picture.node(id);
        if (node == nullptr)
            continue;
        drawSelectedNode(pencil, *node);
        if (pencil.scale >= namesFrom || (node->isEvent && !isFew))
            continue;
        if (const auto place = placeOfSelected(picture, *node, places, pencil.scale))
            drawFixedName(pencil, *node, *place);
    }
}

/// A dashed line round it, apart from it, so that what was found does not look selected.
void drawFoundNode(Pencil& pencil, const NodeItem& node)
{
    const double gap = std::max(4.0, 3.5 / pencil.scale);
    QPen pen(pencil.style.text, std::max(2.0, 2 / pencil.scale), Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({3, 2});
    pencil.painter.setBrush(Qt::NoBrush);
    pencil.painter.setPen(pen);
    pencil.painter.drawPath(outlineOf(node.shape, node.outline.adjusted(-gap, -gap, gap, gap)));
}

/// Under the line itself, which stays as it is.
void drawFoundEdge(Pencil& pencil, const EdgeItem& edge)
{
    QColor ink = pencil.style.text;
    ink.setAlphaF(0.25F);
    const double glow = std::max(edge.width + 5, 4 / pencil.scale);
    drawLine(pencil, edge, QPen(ink, glow, Qt::SolidLine, Qt::FlatCap));
}

void setUp(QPainter& painter)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
}

} // namespace

void paint(QPainter& painter, const Picture& picture, const Style& style, const QRectF& visible,
           double scale)
{
    painter.save();
    setUp(painter);
    Pencil pencil(painter, style, scale);
    // Names hang below their nodes: at a fixed size, further than the node's bounds say.
    const double margin = scale < namesFrom ? 40 / scale : 4;
    const QRectF area = visible.adjusted(-margin, -margin, margin, margin);
    drawAxis(pencil, picture.timeAxis());
    drawItems(pencil, itemsAt(picture.nodes(), picture.nodesIn(area)),
              itemsAt(picture.edges(), picture.edgesIn(area)));
    if (scale < namesFrom) {
        const std::vector<FixedName> named = fixedNames(picture, scale);
        drawFixedTitles(pencil, itemsAt(picture.nodes(), picture.nodesIn(area)), named);
        drawFixedNames(pencil, named, visible);
    }
    painter.restore();
}

QRectF boundsAt(const Picture& picture, double scale)
{
    QRectF bounds = picture.bounds() | picture.timeAxis().bounds(scale);
    if (scale < namesFrom) {
        for (const auto& [node, place] : fixedNames(picture, scale))
            bounds |= fixedNameRect(*node, scale, place);
        for (const NodeItem& node : picture.nodes())
            bounds |= badgeOf(node, scale);
    }
    return bounds;
}

int unnamedAt(const Picture& picture, const Style& style, double scale)
{
    const std::vector<NodeItem>& nodes = picture.nodes();
    if (scale >= namesFrom)
        return static_cast<int>(std::ranges::count(nodes, false, &NodeItem::nameFits));
    const std::vector<FixedName> named = fixedNames(picture, scale);
    const Occupied covered = coveredBy(named, scale);
    const auto hasTitle = [&](const NodeItem& node) {
        return node.isEvent && !covered.meets(node.outline) && hasFixedTitle(node, style, scale);
    };
    return static_cast<int>(nodes.size() - named.size()) -
           static_cast<int>(std::ranges::count_if(nodes, hasTitle));
}

void paintHighlight(QPainter& painter, const Picture& picture, const Style& style,
                    const Highlight& highlight, double scale)
{
    painter.save();
    setUp(painter);
    Pencil pencil(painter, style, scale);
    drawEmphasis(pencil, picture, highlight.hovered);
    for (const EdgeId id : highlight.foundEdges) {
        if (const EdgeItem* edge = picture.edge(id))
            drawFoundEdge(pencil, *edge);
    }
    for (const NodeId id : highlight.foundNodes) {
        if (const NodeItem* node = picture.node(id))
            drawFoundNode(pencil, *node);
    }
    drawSelectedEdges(pencil, picture, highlight.selectedEdges);
    drawSelectedNodes(pencil, picture, highlight.selectedNodes);
    painter.restore();
}

} // namespace entente
