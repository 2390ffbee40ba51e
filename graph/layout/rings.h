// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/layout/boxes.h"
#include "graph/layout/layout.h"

namespace entente
{

/// Takes boxes that stand on rings of equal distance about one of them, as Graphviz's twopi places
/// points, and gives each ring the radius at which its boxes have room, in their order: pushed
/// apart one by one they would leave their rings.
/// @param step the distance from ring to ring so far.
void widenRings(std::vector<Box>& boxes, double step, double gap);

/// Puts boxes on one circle round the origin with room for all, in the order of a walk in depth
/// from the one with most edges: so many edges join neighbours, and few lead right across.
/// @pre edges join boxes by their indices.
void standOnOneCircle(std::vector<Box>& boxes, const std::vector<LayoutEdge>& edges, double gap);

} // namespace entente
