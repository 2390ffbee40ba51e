// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/layout/boxes.h"
#include "graph/layout/layout.h"

#include <vector>

namespace entente
{

/// Where the way from the centre of a box towards a point crosses its outline; the point itself
/// when it lies within.
Point outlineTowards(const Box& box, Point point);

/// Straight from outline to outline; where that would run beneath another node, in a gentle bow
/// round it if there is one. Parallel edges bow apart, wide enough for their labels; loops stand at
/// the top right corner, one outside the other.
std::vector<Route> straightRoutes(const std::vector<Box>& nodes,
                                  const std::vector<LayoutEdge>& edges);

/// Puts the labels that have no place yet on their routes: at the middle, or as near to it as they
/// are free of nodes and of other labels.
void placeLabels(std::vector<Route>& routes, const std::vector<Box>& nodes,
                 const std::vector<LayoutEdge>& edges);

} // namespace entente
