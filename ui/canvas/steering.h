// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

namespace entente
{

// Where arrow keys lead in a picture: by what one sees, not by what is joined.

/// The nearest node in a direction (left, right, up or down, of length 1): within 45 degrees to
/// either side of it, and only where nothing is, beyond. Nil when nothing lies there.
NodeId nodeTowards(const Picture& picture, const NodeItem& from, QPointF direction);

/// Nil in an empty picture.
NodeId nodeNearest(const Picture& picture, QPointF point);

} // namespace entente
