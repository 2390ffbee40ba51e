// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/page.h"

#include "graph/citing/shownsources.h"
#include "ui/paint/exporter.h"
#include "ui/paint/fixednames.h"
#include "ui/paint/lod.h"
#include "ui/paint/painter.h"
#include "ui/paint/style.h"
#include "ui/paint/surroundings.h"
#include "ui/text/qtext.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace entente
{

namespace
{

constexpr double imageSideAtMost = 32767; // What QPainter can draw on.
constexpr double imagePixelsAtMost = 400e6;

/// What a legend needs to have few rows, below however narrow a picture.
constexpr double legendWidth = 480;

/// Of a page's height, what stands round the picture takes no more; else it is made smaller.
constexpr double roundThePictureAtMost = 0.5;
/// Notes are left out rather than that the picture has less than this part of it.
constexpr double pictureAtLeast = 0.55;
/// Below a picture that is as large as it is, they may take this, or twice the picture.
constexpr double notesHeight = 1200;

/// An image of this many pixels is looked at as large as its pixels are; of one that has more, the
/// words grow with it.
constexpr QSizeF screen(1280, 800);

/// Of a number, its figures 6 points high: larger, they would drown the names of a small picture.
constexpr double numberOnPage = numberHeight * 0.8;

constexpr double namePixels = 13; // Of a name, at a scale of 1.

/// Of a page's shorter side: below, words would be broken into syllables.
constexpr double sideAtLeast = 360;

void place(Page& page, Surroundings round, QPointF titleAt, QPointF belowAt)
{
    page.titleLines = std::move(round.title);
    page.caption = std::move(round.caption);
    page.legend = std::move(round.legend);
    page.notes = std::move(round.notes);
    page.notesKept = round.notesKept;
    page.legendAt = belowAt + QPointF(0, aboveLegend);
    for (Page::Line& line : page.titleLines)
        line.baseline += titleAt;
    for (Page::Line& line : page.caption)
        line.baseline += belowAt;
    for (PlacedLine& line : page.notes)
        line.topLeft += belowAt;
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
Page naturalPage(const PageWish& wish, const QRectF& bounds)
{
    const double width = std::max(bounds.width(), legendWidth);
    Surroundings round = surroundingsOf(wish, width);
    addNotes(round, wish, width, std::max(notesHeight, 2 * bounds.height()));
    QRectF area = bounds.adjusted(0, -round.above, 0, round.below);
    const bool hasWords = !round.title.empty() || !round.caption.empty() || !round.notes.empty();
    area.setWidth(std::max({area.width(), round.width, hasWords ? width : 0}));
    Page page;
    place(page, std::move(round), area.topLeft(), bounds.bottomLeft());
    area.adjust(-pageMargin, -pageMargin, pageMargin, pageMargin);
    page.area = QRectF(std::floor(area.left()), std::floor(area.top()), std::ceil(area.width()),
                       std::ceil(area.height()));
    return page;
}

/// In an image that is made smaller the larger it is, names of an overview are as large as ever,
/// and reach further.
Page naturalPage(const PageWish& wish)
{
    Page page = naturalPage(wish, wish.picture.bounds());
    if (wish.medium != Medium::Image)
        return page;
    const auto detailOf = [density = wish.options.density](const Page& made) {
        return density * shrinkOf(made.area.size() * density);
    };
    double least = namesFrom; // From there on names are within the picture's bounds.
    for (int i = 0; i < 6 && detailOf(page) < least; ++i) {
        least = detailOf(page);
        page = naturalPage(wish, boundsAt(wish.picture, least));
    }
    page.detail = detailOf(page);
    return page;
}

/// How large the picture can be, and what it takes then.
struct Fitted
{
    double scale = 1;
    QRectF bounds;
};

/// At which detail names are no smaller than this on paper: in place where the picture is large
/// enough, else of a size of their own, as in an overview, which is as small as may be so that
/// there is room for many.
/// @param scale page pixels for each scene pixel.
double detailFor(double leastPoints, double scale)
{
    const double inPlaceFrom = leastPoints / (namePixels * pointsAPixel);
    if (scale >= inPlaceFrom)
        return scale * namesFrom / inPlaceFrom;
    const double smallest = scale * fixedNamePixels * pointsAPixel / leastPoints;
    return std::min(smallest, namesFrom * 0.999);
}

/// @param detailAt at a scale; none: all of it is drawn, and names have no size of their own.
Fitted fittedInto(const Picture& picture, QSizeF room,
                  const std::function<double(double scale)>& detailAt)
{
    constexpr int tries = 30;
    Fitted fitted{growthAtMost, picture.bounds()};
    for (int i = 0; i < tries; ++i) {
        if (detailAt)
            fitted.bounds = boundsAt(picture, detailAt(fitted.scale));
        const double fits = std::min(room.width() / std::max(fitted.bounds.width(), 1.0),
                                     room.height() / std::max(fitted.bounds.height(), 1.0));
        if (fits >= fitted.scale)
            break;
        // The smaller the picture, the further the names reach: soon nearly what fits.
        fitted.scale = i < 3 ? fits : std::min(fits, fitted.scale * 0.95);
    }
    return fitted;
}

/// Below which no name is to be on paper; 0: they may be as small as they come.
double leastPointsIn(const PageWish& wish)
{
    const bool isDrawing = wish.medium == Medium::Drawing; // It is made larger wherever it goes.
    return wish.options.page.isEmpty() || isDrawing ? 0 : wish.options.leastPoints;
}

/// Where what stands round the picture takes too much of it, the page is cut finer.
/// @param size in page pixels. @param pixelsWide how wide its image is.
Page fittedPage(const PageWish& wish, QSizeF size, double pixelsWide)
{
    constexpr int tries = 20;
    constexpr double finer = 1.1;
    const QSizeF uncut = size;
    size *= std::max(1.0, sideAtLeast / std::min(size.width(), size.height()));
    QSizeF inside;
    Surroundings round;
    for (int i = 0; i < tries; ++i) {
        inside = size - QSizeF(2 * pageMargin, 2 * pageMargin);
        round = surroundingsOf(wish, inside.width());
        if (round.width <= inside.width() &&
            round.above + round.below <= inside.height() * roundThePictureAtMost)
            break;
        size *= finer;
    }
    addNotes(round, wish, inside.width(),
             inside.height() * (1 - pictureAtLeast) - round.above - round.below);
    std::function<double(double)> detailAt;
    // In an image of few pixels everything is made small alike, as when one steps back.
    if (wish.medium == Medium::Image)
        detailAt = [sharpness = std::max(1.0, pixelsWide / size.width())](double scale) {
            return scale * sharpness;
        };
    // Where the page was cut finer, its pixels are smaller on paper.
    if (const double least = leastPointsIn(wish); least > 0)
        detailAt = [least = least * size.width() / uncut.width()](double scale) {
            return detailFor(least, scale);
        };
    const QSizeF room(inside.width(), inside.height() - round.above - round.below);
    const Fitted fitted = fittedInto(wish.picture, room, detailAt);
    Page page;
    page.area = QRectF(QPointF(), size);
    page.scale = fitted.scale;
    page.detail = detailAt ? detailAt(fitted.scale) : 1;
    page.room = room;
    page.origin = QPointF(size.width() / 2, pageMargin + round.above + room.height() / 2) -
                  fitted.bounds.center() * fitted.scale;
    const double bottom = size.height() - pageMargin - round.below;
    place(page, std::move(round), {pageMargin, pageMargin}, {pageMargin, bottom});
    return page;
}

/// Made for a page, or in pixels.
Page pageOfASize(const PageWish& wish)
{
    const QSizeF pixels = pixelsOf({}, wish.options);
    const double grown =
        std::max({1.0, pixels.width() / screen.width(), pixels.height() / screen.height()});
    const QSizeF size =
        wish.options.page.isEmpty() ? pixels / grown : wish.options.page * (pixelsAnInch / 25.4);
    return fittedPage(wish, size, pixels.width());
}

Page laidOut(const PageWish& wish)
{
    const bool isInPixels = wish.medium == Medium::Image && !wish.options.size.isEmpty();
    return isInPixels || !wish.options.page.isEmpty() ? pageOfASize(wish) : naturalPage(wish);
}

template <class Id>
std::map<Id, int> upTo(std::map<Id, int> numbers, int last)
{
    std::erase_if(numbers, [last](const auto& one) { return one.second > last; });
    return numbers;
}

/// Those that lead to a note that is there. @returns how many have no room.
int addNumbers(Page& page, const PageWish& wish)
{
    const ShownSources& sources = *wish.options.sources;
    const int last = wish.medium == Medium::Document
                         ? static_cast<int>(sources.citations.notes.size())
                         : page.notesKept;
    const auto events = upTo(sources.eventNumbers, last);
    const auto edges = upTo(sources.edgeNumbers, last);
    // However small the picture is on it, they can be read on the page.
    const double height = std::max(numberHeight, numberOnPage / page.scale);
    page.numbers = placeNumbers(wish.picture, wish.style, events, edges, {height, page.detail});
    return static_cast<int>(events.size() + edges.size() - page.numbers.size());
}

} // namespace

double Page::namePoints() const
{
    const double onPage = millimetres.width() / 25.4 * 72 / area.width();
    const double pixels = detail < namesFrom ? fixedNamePixels / detail : namePixels;
    return pixels * scale * onPage;
}

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
    PageWish wish{picture, style, options, medium};
    Page page = laidOut(wish);
    if (leastPointsIn(wish) > 0) {
        wish.unnamed = unnamedAt(picture, style, page.detail);
        if (wish.unnamed > 0) { // It has to be said, which takes room, and some more names with it.
            page = laidOut(wish);
            wish.unnamed = unnamedAt(picture, style, page.detail);
            page = laidOut(wish);
        }
    }
    if (citationsIn(options) != nullptr) {
        wish.unplaced = addNumbers(page, wish);
        if (wish.unplaced > 0) {
            page = laidOut(wish);
            addNumbers(page, wish);
        }
    }
    page.title = visibleForm(options.title);
    page.isTransparent = options.backdrop == Backdrop::Transparent;
    page.millimetres = options.page;
    return page;
}

} // namespace entente
