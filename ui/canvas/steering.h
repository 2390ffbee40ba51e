// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

namespace entente
{

// Where arrow keys lead in a picture: by what one sees, not by what is joined.

/// The nearest node in a direction (left, right, up or down, of length 1): within 45 degrees to
/// either side of it, and only where nothing is, beyond. Nil when nothing lies there.
NodeId nodeTowards(const Picture& picture, const NodeItem& from, QPointF direction);

/// The line of a node that comes after another one, clockwise by where they lead, beginning at the
/// top; after the last the first. @param edge nil: the first. Nil when the node has none.
EdgeId edgeAfter(const Picture& picture, NodeId node, EdgeId edge, bool forward);

/// Nil in an empty picture.
NodeId nodeNearest(const Picture& picture, QPointF point);

} // namespace entente
