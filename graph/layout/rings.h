// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/layout/boxes.h"

namespace entente
{

/// Takes boxes that stand on rings of equal distance about one of them, as Graphviz's twopi places
/// points, and gives each ring the radius at which its boxes have room, in their order: pushed
/// apart one by one they would leave their rings.
/// @param step the distance from ring to ring so far.
void widenRings(std::vector<Box>& boxes, double step, double gap);

} // namespace entente
