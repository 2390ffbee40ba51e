// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

class QMenu;

namespace entente
{

class Explorer;
struct ExploreParts;

/// What a right click offers: on a node, an edge and the background something else each.
/// @returns a menu that the canvas owns and that goes away once it is closed.
QMenu* canvasMenu(const Target& target, const ExploreParts& parts, Explorer& explorer);

} // namespace entente
