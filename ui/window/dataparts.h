// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/window/dataexportdialog.h"

#include <vector>

namespace entente
{

class SceneKeeper;
class Selection;

/// What of the view that is on screen can be written: all that the filter leaves, what is shown of
/// that, and what is selected, if anything is. @pre the scene is not stale
std::vector<DataPart> dataParts(const SceneKeeper& scene, const Selection& selection);

} // namespace entente
