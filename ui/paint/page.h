// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/galley.h"
#include "ui/paint/legend.h"
#include "ui/paint/numbers.h"
#include "ui/paint/picture.h"

#include <QFont>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

#include <vector>

namespace entente
{

struct ExportOptions;

/// What a file is made of: the picture, and around it what has a size of its own, whatever the
/// picture's. In page pixels: of paper there are 96 an inch, so that words of 12 are 9 points high.
struct Page
{
    struct Line
    {
        QString text;
        QPointF baseline;
    };

    QRectF area;                  ///< All of it, with margins.
    QString title;                ///< As it was given.
    std::vector<Line> titleLines; ///< At the top.
    std::vector<Line> caption;    ///< Below the legend.
    Legend legend;                ///< Empty for none.
    QPointF legendAt;
    bool isTransparent = false;     ///< Nothing is painted below.
    QSizeF millimetres;             ///< How large it is meant to be; empty: 96 page pixels an inch.
    double scale = 1;               ///< Page pixels for each scene pixel of the picture.
    QPointF origin;                 ///< Where the scene's origin lies.
    double detail = 1;              ///< How much of the picture is seen: see paint().
    QSizeF room;                    ///< Left for the picture; empty: as large as that is.
    std::vector<NumberTag> numbers; ///< In the picture, in scene coordinates.
    std::vector<PlacedLine> notes;  ///< Below all else; of a document on pages of their own.
    int notesKept = 0;              ///< How many of them have room there.

    QTransform fromScene() const;
    /// How high the names of nodes are on paper, in points, as they are measured: 9.75 is what they
    /// are on the screen. @pre it is made for a page
    double namePoints() const;
};

/// How a file shows small things.
enum class Medium {
    Drawing,  ///< Whole, and the same at any size.
    Document, ///< The same, with pages after it for the notes.
    Image,    ///< What can be seen in its pixels; names in overviews have a size of their own.
};

/// Puts a picture on a page, with all that the options ask for round it. On a page of a size of
/// its own the picture is as large as there is room left; nothing reaches beyond the margins.
Page pageOf(const Picture& picture, const Style& style, const ExportOptions& options,
            Medium medium);

/// Of an image of the page, as options and limits of images say.
QSize pixelsOf(const Page& page, const ExportOptions& options);

/// A few nodes on a large page are no poster: names are then 15 points high.
constexpr double growthAtMost = 1.5;

/// What a name on paper should be at least, in points: the smallest print of atlases.
constexpr double readablePoints = 6;

constexpr double pixelsAnInch = 96; ///< Page pixels are CSS pixels.
constexpr double pointsAPixel = 72 / pixelsAnInch;
constexpr double pageMargin = 32; ///< 8 mm, which every printer reaches.

/// Of the words that have a size of their own: 14 and 9 points on paper.
QFont titleFont(const Style& style);
QFont captionFont(const Style& style);

} // namespace entente
