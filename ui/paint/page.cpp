// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/page.h"

#include "ui/paint/exporter.h"
#include "ui/paint/lod.h"
#include "ui/paint/painter.h"
#include "ui/paint/style.h"
#include "ui/paint/textlines.h"
#include "ui/text/qtext.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace entente
{

namespace
{

constexpr double margin = 32; // 8 mm, which every printer reaches.
constexpr double titleLine = 24;
constexpr double belowTitle = 14;
constexpr double aboveLegend = 20;
constexpr double aboveCaption = 8;
constexpr double captionLine = 16;
constexpr double pixelsAnInch = 96;       // Page pixels are CSS pixels.
constexpr double imageSideAtMost = 32767; // What QPainter can draw on.
constexpr double imagePixelsAtMost = 400e6;

/// What a legend needs to have few rows, below however narrow a picture.
constexpr double legendWidth = 480;

/// A few nodes on a large page are no poster: names are then 15 points high.
constexpr double growthAtMost = 1.5;

/// Of a page, what stands round the picture takes no more; else it is made smaller.
constexpr double roundThePictureAtMost = 0.5;

/// An image of this many pixels is looked at as large as its pixels are; of one that has more, the
/// words grow with it.
constexpr QSizeF screen(1280, 800);

/// Of a page's shorter side: below, words would be broken into syllables.
constexpr double sideAtLeast = 360;

/// What stands above and below a picture, each from its own top left.
struct Surroundings
{
    std::vector<Page::Line> title, caption;
    Legend legend;
    double width = 0;
    double above = 0; ///< Heights, with the gaps to the picture.
    double below = 0;
    double captionTop = 0; ///< From the lower edge of the picture.
};

double stack(std::vector<Page::Line>& lines, const QStringList& words, double height, double from,
             double ascent)
{
    double top = from;
    for (const QString& line : words) {
        lines.push_back({line, {0, top + ascent}});
        top += height;
    }
    return top;
}

QStringList captionOf(const ExportOptions& options, const QFont& font, double width)
{
    QStringList lines;
    if (!options.note.isEmpty())
        lines += linesOf(visibleForm(options.note), font, width);
    if (!options.filters.isEmpty())
        lines +=
            linesOf(QStringLiteral("Passages with: ") % visibleForm(options.filters), font, width);
    return lines;
}

Surroundings surroundingsOf(const Picture& picture, const Style& style,
                            const ExportOptions& options, double width)
{
    Surroundings round;
    const QStringList title = linesOf(visibleForm(options.title), titleFont(style), width);
    round.above = stack(round.title, title, titleLine, 0, QFontMetricsF(titleFont(style)).ascent());
    if (!title.isEmpty())
        round.above += belowTitle;
    if (options.legend) {
        round.legend = Legend(picture, style, width);
        round.width = round.legend.size().width();
        round.below = aboveLegend + round.legend.size().height();
    }
    round.captionTop = round.below + aboveCaption;
    const QStringList caption = captionOf(options, captionFont(style), width);
    if (!caption.isEmpty())
        round.below = stack(round.caption, caption, captionLine, round.captionTop,
                            QFontMetricsF(captionFont(style)).ascent());
    return round;
}

void place(Page& page, Surroundings round, QPointF titleAt, QPointF belowAt)
{
    page.titleLines = std::move(round.title);
    page.caption = std::move(round.caption);
    page.legend = std::move(round.legend);
    page.legendAt = belowAt + QPointF(0, aboveLegend);
    for (Page::Line& line : page.titleLines)
        line.baseline += titleAt;
    for (Page::Line& line : page.caption)
        line.baseline += belowAt;
}

/// By how much an image must be smaller than it would be, to be drawn at all.
double shrinkOf(QSizeF natural)
{
    const double side = std::max(natural.width(), natural.height());
    const double all = natural.width() * natural.height();
    return std::min(
        {1.0, imageSideAtMost / side, std::sqrt(imagePixelsAtMost / std::max(all, 1.0))});
}

/// As large as the picture is, and what stands round it besides.
Page naturalPage(const Picture& picture, const Style& style, const ExportOptions& options,
                 const QRectF& bounds)
{
    Page page;
    const double width = std::max(bounds.width(), legendWidth);
    Surroundings round = surroundingsOf(picture, style, options, width);
    QRectF area = bounds.adjusted(0, -round.above, 0, round.below);
    area.setWidth(std::max(
        {area.width(), round.width, round.title.empty() && round.caption.empty() ? 0 : width}));
    place(page, std::move(round), area.topLeft(), bounds.bottomLeft());
    area.adjust(-margin, -margin, margin, margin);
    page.area = QRectF(std::floor(area.left()), std::floor(area.top()), std::ceil(area.width()),
                       std::ceil(area.height()));
    return page;
}

/// What a picture takes in an image that is made smaller the larger it is: the names of an overview
/// are then as large as ever, and reach further.
Page naturalPage(const Picture& picture, const Style& style, const ExportOptions& options,
                 Medium medium)
{
    Page page = naturalPage(picture, style, options, picture.bounds());
    double detail = namesFrom; // From there on names are within the picture's bounds.
    for (int i = 0; i < 6 && medium == Medium::Image; ++i) {
        const double now = options.density * shrinkOf(page.area.size() * options.density);
        if (now >= detail)
            break;
        detail = now;
        page = naturalPage(picture, style, options, boundsAt(picture, detail));
    }
    page.detail = medium == Medium::Image
                      ? options.density * shrinkOf(page.area.size() * options.density)
                      : 1;
    return page;
}

/// How large the picture can be, and what it takes then.
struct Fitted
{
    double scale = 1;
    QRectF bounds;
};

/// @param sharpness image pixels for each page pixel; none: names have no size of their own.
Fitted fittedInto(const Picture& picture, QSizeF room, std::optional<double> sharpness)
{
    constexpr int tries = 30;
    Fitted fitted{growthAtMost, picture.bounds()};
    for (int i = 0; i < tries; ++i) {
        if (sharpness)
            fitted.bounds = boundsAt(picture, fitted.scale * *sharpness);
        const double fits = std::min(room.width() / std::max(fitted.bounds.width(), 1.0),
                                     room.height() / std::max(fitted.bounds.height(), 1.0));
        if (fits >= fitted.scale)
            break;
        // The smaller the picture, the further the names reach: soon nearly what fits.
        fitted.scale = i < 3 ? fits : std::min(fits, fitted.scale * 0.95);
    }
    return fitted;
}

/// Where what stands round the picture takes too much of it, the page is cut finer.
/// @param size in page pixels. @param pixelsWide how wide its image is; none: it is a drawing.
Page fittedPage(const Picture& picture, const Style& style, const ExportOptions& options,
                QSizeF size, std::optional<double> pixelsWide)
{
    constexpr int tries = 20;
    constexpr double finer = 1.1;
    size *= std::max(1.0, sideAtLeast / std::min(size.width(), size.height()));
    QSizeF inside;
    Surroundings round;
    for (int i = 0; i < tries; ++i) {
        inside = size - QSizeF(2 * margin, 2 * margin);
        round = surroundingsOf(picture, style, options, inside.width());
        if (round.width <= inside.width() &&
            round.above + round.below <= inside.height() * roundThePictureAtMost)
            break;
        size *= finer;
    }
    // In an image of few pixels everything is made small alike, as when one steps back.
    std::optional<double> sharpness;
    if (pixelsWide)
        sharpness = std::max(1.0, *pixelsWide / size.width());
    const QSizeF room(inside.width(), inside.height() - round.above - round.below);
    const Fitted fitted = fittedInto(picture, room, sharpness);
    Page page;
    page.area = QRectF(QPointF(), size);
    page.scale = fitted.scale;
    page.detail = sharpness ? fitted.scale * *sharpness : 1;
    page.origin = QPointF(size.width() / 2, margin + round.above + room.height() / 2) -
                  fitted.bounds.center() * fitted.scale;
    const double bottom = size.height() - margin - round.below;
    place(page, std::move(round), {margin, margin}, {margin, bottom});
    return page;
}

/// What pixels an image is made of that is made for a page, or in pixels; and how large that is in
/// page pixels.
Page pageOfASize(const Picture& picture, const Style& style, const ExportOptions& options,
                 Medium medium)
{
    const bool isOnPaper = !options.page.isEmpty();
    const QSizeF pixels = pixelsOf({}, options);
    const double grown =
        std::max({1.0, pixels.width() / screen.width(), pixels.height() / screen.height()});
    const QSizeF size = isOnPaper ? options.page * (pixelsAnInch / 25.4) : pixels / grown;
    return fittedPage(picture, style, options, size,
                      medium == Medium::Image ? std::optional(pixels.width()) : std::nullopt);
}

} // namespace

QTransform Page::fromScene() const
{
    return QTransform::fromTranslate(origin.x(), origin.y()).scale(scale, scale);
}

QFont titleFont(const Style& style)
{
    QFont font = ownCopy(style.nodeInside);
    font.setPixelSize(19);
    return font;
}

QFont captionFont(const Style& style) { return ownCopy(style.tagName); }

QSize pixelsOf(const Page& page, const ExportOptions& options)
{
    if (!options.size.isEmpty())
        return options.size;
    const QSizeF natural = options.page.isEmpty() ? page.area.size() * options.density
                                                  : options.page * (options.dotsAnInch / 25.4);
    return (natural * shrinkOf(natural)).toSize().expandedTo(QSize(1, 1));
}

Page pageOf(const Picture& picture, const Style& style, const ExportOptions& options, Medium medium)
{
    const bool hasSize =
        !options.page.isEmpty() || (medium == Medium::Image && !options.size.isEmpty());
    Page page = hasSize ? pageOfASize(picture, style, options, medium)
                        : naturalPage(picture, style, options, medium);
    page.title = visibleForm(options.title);
    page.isTransparent = options.backdrop == Backdrop::Transparent;
    page.millimetres = options.page;
    return page;
}

} // namespace entente
