// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/geometry.h"

#include <vector>

namespace entente
{

/// What a node or a label takes up.
struct Box
{
    Point centre;
    Size size;

    double left() const { return centre.x - size.width / 2; }
    double right() const { return centre.x + size.width / 2; }
    double top() const { return centre.y - size.height / 2; }
    double bottom() const { return centre.y + size.height / 2; }
};

/// Pushes boxes that come nearer than the gap away from each other, each pair by the shorter way,
/// again and again, so that the whole keeps its shape. Where it is too crowded for that, some still
/// overlap in the end: separate() frees these.
void pushApart(std::vector<Box>& boxes, double gap);

/// Moves the boxes that are not fixed, one after the other and as little as it can, until none of
/// them comes nearer than the gap to any other. Boxes that are free already stay where they are.
/// @param fixed one for each box.
void separate(std::vector<Box>& boxes, const std::vector<bool>& fixed, double gap);

/// Places for the top left corners of rectangles so that all lie close together, none nearer than
/// the gap to another, in a shape of about this width to height. The largest come first, from the
/// top left.
std::vector<Point> pack(const std::vector<Size>& sizes, double aspect, double gap);

/// The smallest box around all; at the origin and empty for none.
Box around(const std::vector<Box>& boxes);

} // namespace entente
