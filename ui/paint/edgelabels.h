// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

namespace entente
{

struct Measures;

/// The room that an edge's label takes; empty when it has none.
Size labelSize(const QString& label, Measures& measures);

/// Gives labels their places along the edges, wide edges first, as long as they meet no node and no
/// other label; where it can be had, also no other edge. Those that find no place get none.
void placeLabels(const std::vector<NodeItem>& nodes, std::vector<EdgeItem>& edges,
                 Measures& measures);

} // namespace entente
