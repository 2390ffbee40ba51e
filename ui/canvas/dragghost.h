// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

#include <set>

class QPainter;

namespace entente
{

/// Paints nodes where they would be dropped, with their lines, over a picture that still has them
/// where they were. The painter draws in scene coordinates.
void paintDragGhost(QPainter& painter, const Picture& picture, const Style& style,
                    const std::set<NodeId>& dragged, QPointF by, double scale);

} // namespace entente
