// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/fixednames.h"

#include "ui/paint/lod.h"
#include "ui/paint/marks.h"
#include "ui/paint/nodeitem.h"
#include "ui/paint/occupied.h"

#include <algorithm>
#include <array>

namespace entente
{

namespace
{

// Sought for the heaviest only; a window has room for about 400.
constexpr std::size_t namesAtMost = 3000;

// Of more nodes, drawn as spots, some names may lie on lighter nodes.
constexpr std::size_t neverCoveredAtMost = 300;

constexpr std::array sides{NameSide::Below,        NameSide::Above,        NameSide::Right,
                           NameSide::Left,         NameSide::BelowToRight, NameSide::BelowToLeft,
                           NameSide::AboveToRight, NameSide::AboveToLeft};

/// The heaviest nodes first; among equals, the order of the picture.
std::vector<const NodeItem*> byWeight(std::vector<const NodeItem*> nodes)
{
    const auto heavier = [](const NodeItem* a, const NodeItem* b) { return a->weight > b->weight; };
    std::ranges::stable_sort(nodes, heavier);
    if (nodes.size() > namesAtMost)
        nodes.resize(namesAtMost);
    return nodes;
}

// Without the names of the busiest an overview tells little: they may lie on the rim of a card, of
// which the greater part stays to be seen.
constexpr int namedOnRims = 12;

/// What must be seen of a card when a name lies on its rim.
QRectF coreOf(const NodeItem& node)
{
    if (!node.isEvent)
        return node.outline;
    const double rim = node.outline.height() * 0.4;
    return node.outline.adjusted(rim, rim, -rim, -rim);
}

/// All that is drawn of the nodes besides their names.
/// @param partOf a node is not to be covered.
Occupied shapesAndMarks(const std::vector<const NodeItem*>& nodes, double scale, auto partOf)
{
    Occupied occupied(100 / scale);
    for (const NodeItem* node : nodes) {
        occupied.take(partOf(*node));
        for (const QRectF& mark :
             {badgeOf(*node, scale), contestedMarkOf(*node, scale), pinMarkOf(*node, scale)}) {
            if (!mark.isNull())
                occupied.take(mark);
        }
    }
    return occupied;
}

/// The first place where the name meets nothing, in one line rather than in two; none where it
/// would everywhere.
std::optional<NamePlace> freePlace(const NodeItem& node, double scale,
                                   const std::optional<double>& upperEdge,
                                   std::initializer_list<const Occupied*> taken)
{
    for (const bool isNarrow : {false, true}) {
        if (isNarrow && node.narrowName.isEmpty())
            break;
        for (const NameSide side : sides) {
            const QRectF rect = fixedNameRect(node, scale, {side, isNarrow});
            if (upperEdge && rect.top() < *upperEdge)
                continue;
            if (std::ranges::none_of(taken,
                                     [&](const Occupied* room) { return room->meets(rect); }))
                return NamePlace{side, isNarrow};
        }
    }
    return {};
}

} // namespace

QRectF fixedNameRect(const NodeItem& node, double scale, NamePlace place)
{
    const NameSide side = place.side;
    const QSizeF size = place.isNarrow ? QSizeF(node.narrowWidth, 2 * nameLineHeight(node))
                                       : nameBlock(node).size();
    const double factor = fixedNamePixels / 13 / scale;
    const double pad = 3 / scale;
    const double gap = 2 / scale;
    QRectF rect(QPointF(), size * factor + QSizeF(2 * pad, 0));
    rect.moveCenter(node.outline.center());
    if (side == NameSide::Below || side == NameSide::BelowToRight || side == NameSide::BelowToLeft)
        rect.moveTop(node.outline.bottom() + gap);
    if (side == NameSide::Above || side == NameSide::AboveToRight || side == NameSide::AboveToLeft)
        rect.moveBottom(node.outline.top() - gap);
    if (side == NameSide::Right)
        rect.moveLeft(node.outline.right() + gap);
    if (side == NameSide::Left)
        rect.moveRight(node.outline.left() - gap);
    if (side == NameSide::BelowToRight || side == NameSide::AboveToRight)
        rect.moveLeft(node.outline.left());
    if (side == NameSide::BelowToLeft || side == NameSide::AboveToLeft)
        rect.moveRight(node.outline.right());
    return rect;
}

std::vector<FixedName> fixedNames(const std::vector<const NodeItem*>& nodes, double scale,
                                  std::optional<double> upperEdge)
{
    const Occupied shapes =
        shapesAndMarks(nodes, scale, [](const NodeItem& node) { return node.outline; });
    const Occupied cores = shapesAndMarks(nodes, scale, coreOf);
    const bool mayCover = scale < shapesFrom && nodes.size() > neverCoveredAtMost;
    Occupied names(100 / scale);
    Occupied heavier(100 / scale); // The shapes of those that have had their turn.
    std::vector<FixedName> named;
    int rank = 0;
    for (const NodeItem* node : byWeight(nodes)) {
        if (node->isEvent)
            continue; // What it is stands within its card.
        std::optional<NamePlace> place = freePlace(*node, scale, upperEdge, {&shapes, &names});
        if (!place && rank++ < namedOnRims)
            place = freePlace(*node, scale, upperEdge, {&cores, &names});
        if (!place && mayCover)
            place = freePlace(*node, scale, upperEdge, {&heavier, &names});
        if (place) {
            names.take(fixedNameRect(*node, scale, *place));
            named.push_back({node, *place});
        }
        heavier.take(node->outline);
    }
    return named;
}

std::vector<FixedName> fixedNames(const Picture& picture, double scale)
{
    std::vector<const NodeItem*> nodes;
    nodes.reserve(picture.nodes().size());
    for (const NodeItem& node : picture.nodes())
        nodes.push_back(&node);
    const TimeAxis& axis = picture.timeAxis();
    return fixedNames(nodes, scale,
                      axis.isEmpty() ? std::optional<double>() : std::optional(axis.top));
}

} // namespace entente
