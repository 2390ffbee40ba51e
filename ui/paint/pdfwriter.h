// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/progress.h"
#include "ui/paint/page.h"

#include <QByteArray>

class QPainter;

namespace entente
{

struct ShownSources;

/// Draws a page on a painter in its coordinates. @param seen the part that the painter reaches.
void paintPage(QPainter& painter, const Picture& picture, const Style& style, const Page& page,
               const QRectF& seen);

/// The page as PDF 1.4; where there are notes, these on the pages after it, with links from each
/// number to its note and back, bookmarks, and the web's addresses as links.
/// @param sources null: none are known. @returns nothing when it was stopped.
QByteArray pdfOf(const Picture& picture, const Style& style, const Page& page,
                 const ShownSources* sources, const Progress& progress);

} // namespace entente
