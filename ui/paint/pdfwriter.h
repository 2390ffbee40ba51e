// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/progress.h"

#include <QByteArray>

namespace entente
{

class DocumentPages;
struct ShownSources;

/// The pages as PDF 1.4; where there are notes, with links from each number to its note and back,
/// bookmarks, and the web's addresses as links.
/// @param sources null: none are known. @returns nothing when it was stopped.
QByteArray pdfOf(const DocumentPages& pages, const ShownSources* sources, const Progress& progress);

} // namespace entente
