// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/citing/dossier.h"
#include "ui/paint/picture.h"
#include "ui/paint/style.h"

#include <QString>

namespace entente
{

/// What is drawn for a dossier, of which part of which graph.
struct DrawnForDossier
{
    const Picture& picture;
    const Style& style;
    const KnowledgeGraph& graph;
    const Shown& shown;
};

/// The drawing with its words, to stand within a dossier, where quotes and filters are in the text;
/// or, in a file of its own, with these. @returns why it could not be made, for people.
/// @param filters of the dossier.
Expected<DossierPicture, QString> dossierPicture(const DrawnForDossier& drawn,
                                                 const CitingBase& base, const std::string& filters,
                                                 bool isOwnFile);

} // namespace entente
