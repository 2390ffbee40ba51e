// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

#include <map>
#include <vector>

class QPainter;

namespace entente
{

/// The number of a note beside what it is of: "[12]".
struct NumberTag
{
    int number = 0;
    Target of;
    QRectF rect; ///< In scene coordinates.
    QString words;
};

/// Of a tag whose figures are in their font's own size, 10 pixels.
constexpr double numberHeight = 13;

struct NumberSizes
{
    double height = 0; ///< Of a line of figures, in scene pixels.
    double detail =
        1; ///< At which the picture is drawn: names of overviews have places of their own.
};

/// Each beside its card or on its line where it hides no shape, no words, no mark and no other
/// number; made a little smaller where there is room for that alone. What has no room at all has
/// none.
std::vector<NumberTag> placeNumbers(const Picture& picture, const Style& style,
                                    const std::map<NodeId, int>& events,
                                    const std::map<EdgeId, int>& edges, const NumberSizes& sizes);

/// Of the figures, which are as high as the tag allows: at a height of 1 in their font's own size.
QFont numberFont(const Style& style);
/// By how much the font is grown in a tag.
double growthOf(const NumberTag& tag);

/// On a painter in scene coordinates.
void drawNumbers(QPainter& painter, const Style& style, const std::vector<NumberTag>& tags);

} // namespace entente
