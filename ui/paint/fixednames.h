// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

#include <vector>

namespace entente
{

// Names in overviews: as large on screen at every scale, beside their shapes, as many as have room.

/// Where a name stands beside its shape. Aside: begins or ends where the shape does.
enum class NameSide {
    Below,
    Above,
    Right,
    Left,
    BelowToRight,
    BelowToLeft,
    AboveToRight,
    AboveToLeft
};

struct NamePlace
{
    NameSide side = NameSide::Below;
    bool isNarrow = false; ///< In two lines, though one would do.
};

struct FixedName
{
    const NodeItem* node;
    NamePlace place;
};

constexpr double fixedNamePixels = 11; ///< Of the name's 13: the smallest that reads well.

/// The room that a name takes there, in scene coordinates.
QRectF fixedNameRect(const NodeItem& node, double scale, NamePlace place = {});

/// Which names have room, and where: heavy nodes first, on no other name, on no shape, badge or
/// mark; those of the busiest, where no such place is left, on the rims of cards. Sought among all
/// of a picture's nodes, not only those in sight, so that panning neither brings names nor takes
/// them. Where a large graph is drawn as spots, a name that has no free place at all may cover
/// spots of lighter nodes: an overview without any name would tell nothing.
/// @param upperEdge above it no name goes: the years of an axis stand there.
std::vector<FixedName> fixedNames(const std::vector<const NodeItem*>& nodes, double scale,
                                  std::optional<double> upperEdge = {});
/// The same of all of a picture.
std::vector<FixedName> fixedNames(const Picture& picture, double scale);

} // namespace entente
