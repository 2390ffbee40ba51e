// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/window/dossierdialog.h"

#include <vector>

namespace entente
{

class PathPanel;
class SceneKeeper;
class Selection;

/// What there can be a dossier of: what is selected, the path that its panel shows and the chain
/// that is picked there, all that is shown. Empty: nothing is shown.
std::vector<DossierChoice> dossierChoices(const Selection& selection, const SceneKeeper& scene,
                                          const PathPanel* path, const DossierExport& dossier);

/// The place of the path among them, of its picked chain if there is one; 0: there is no path.
std::size_t placeOfPath(const std::vector<DossierChoice>& choices);

} // namespace entente
