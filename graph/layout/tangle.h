// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/layout/boxes.h"
#include "graph/layout/layout.h"

#include <vector>

namespace entente
{

/// How hard a drawing with straight edges is to read: one point for two edges that cross, more for
/// an edge that runs beneath a node that is none of its ends. Takes the square of the number of
/// edges.
int tangle(const std::vector<Box>& nodes, const std::vector<LayoutEdge>& edges);

/// By how much to spread the nodes so that most labels have room on their edges between the nodes;
/// at least 1.
double spreadForLabels(const std::vector<Box>& nodes, const std::vector<LayoutEdge>& edges);

} // namespace entente
