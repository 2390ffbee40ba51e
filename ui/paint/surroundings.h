// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/page.h"

#include <vector>

namespace entente
{

struct Citations;

constexpr double aboveLegend = 20; ///< From the picture.

/// What a page is to be made of.
struct PageWish
{
    const Picture& picture;
    const Style& style;
    const ExportOptions& options;
    Medium medium;
    int unplaced = 0; ///< Numbers of notes that have no room in the picture, which is said.
    int unnamed = 0;  ///< The same of names that would be too small to be read.
};

/// What stands above and below a picture, each from its own top left.
struct Surroundings
{
    std::vector<Page::Line> title, caption;
    Legend legend;
    std::vector<PlacedLine> notes;
    int notesKept = 0; ///< The first so many have room.
    double width = 0;  ///< Of the legend.
    double above = 0;  ///< Heights, with the gaps to the picture.
    double below = 0;
};

/// All but the notes, in this width.
Surroundings surroundingsOf(const PageWish& wish, double width);
/// The notes below these, as many as have room; none for a document.
void addNotes(Surroundings& round, const PageWish& wish, double width, double heightAtMost);

/// What is to be cited; null for nothing.
const Citations* citationsIn(const ExportOptions& options);

} // namespace entente
