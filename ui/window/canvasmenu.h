// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

class QMenu;

namespace entente
{

class Actions;
class GraphCanvas;
class SceneKeeper;
class Selection;

/// What a right click offers: on a node, an edge and the background something else each.
/// @returns a menu that the canvas owns and that goes away once it is closed.
QMenu* canvasMenu(const Target& target, GraphCanvas& canvas, SceneKeeper& scene,
                  Selection& selection, const Actions& actions);

} // namespace entente
