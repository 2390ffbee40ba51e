// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

namespace entente
{

struct Measures;

/// The room that an edge's label takes; empty when it has none.
Size labelSize(const QString& label, Measures& measures);

/// Decides where nodes stand so close (moved there by hand) that words would lie on other words or
/// shapes: the lighter node's are left out.
void settleWords(std::vector<NodeItem>& nodes);

/// Gives labels their places along the edges, wide edges first, as long as they meet no node and no
/// other label; where it can be had, also no other edge. Those that find no place get none.
void placeLabels(const std::vector<NodeItem>& nodes, std::vector<EdgeItem>& edges,
                 Measures& measures);

} // namespace entente
