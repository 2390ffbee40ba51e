// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/geometry.h"

#include <vector>

namespace entente
{

inline constexpr double canvasAspect = 1.6; ///< Width to height.

/// Turns a cloud of points so that its long side lies, and stretches it towards the shape of the
/// canvas, for nodes and labels are wider than high; two crowds that one edge joins lie far apart,
/// and the band that they make is drawn together.
void lieDown(std::vector<Point>& points);

} // namespace entente
