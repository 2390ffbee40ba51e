// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/exporter.h"

#include "graph/base/writefile.h"
#include "graph/citing/endnotes.h"
#include "graph/citing/notesfiles.h"
#include "graph/citing/shownsources.h"
#include "ui/paint/documentpages.h"
#include "ui/paint/filling.h"
#include "ui/paint/page.h"
#include "ui/paint/pagesizes.h"
#include "ui/paint/pdfwriter.h"
#include "ui/paint/pngwriter.h"
#include "ui/paint/style.h"
#include "ui/paint/surroundings.h"
#include "ui/paint/svgwriter.h"
#include "ui/paint/writefailure.h"
#include "ui/text/paths.h"
#include "ui/text/qtext.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>

namespace entente
{

namespace
{

constexpr int pixelsInABand = 8'000'000;     // 32 MB; a moment's work.
constexpr int pixelsBeyondABand = 8'000'000; // Above it, and as many below: 96 MB in all.
constexpr double aCard = 100;                // No node is higher.

// The words in a file are English everywhere; these are said to whoever writes it.
struct Exporter
{
    Q_DECLARE_TR_FUNCTIONS(Exporter)
};

void report(const Progress& progress, int done, int total)
{
    progress.report(toUtf8(Exporter::tr("Writing the image")), done, total);
}

Style styleOn(Backdrop backdrop, const Style& style)
{
    Style result = style;
    if (backdrop == Backdrop::White) {
        const int alpha = style.veil.alpha();
        result.canvas = Qt::white;
        result.veil = Qt::white;
        result.veil.setAlpha(alpha);
    }
    return result;
}

/// Rows of an image that are drawn at once; may reach beyond it.
struct Band
{
    int top;
    int height;
};

/// What is written: a picture on its page.
struct Sheet
{
    Picture picture;
    Style style;
    Page page;
    QSize pixels;
    const ShownSources* sources = nullptr;  ///< Null: none are known.
    const Citations* notesWithIt = nullptr; ///< On pages of their own; null: none.

    double scale() const
    {
        return std::min(pixels.width() / page.area.width(), pixels.height() / page.area.height());
    }
    /// 96 dpi at scale 1, so that a page in twice the pixels is not twice as large.
    int dotsAMetre() const
    {
        const double dots = page.millimetres.isEmpty()
                                ? scale() * pixelsAnInch / 0.0254
                                : pixels.width() * 1000 / page.millimetres.width();
        return static_cast<int>(std::lround(dots));
    }
};

QImage draw(const Sheet& sheet, Band band)
{
    const bool isTransparent = sheet.page.isTransparent;
    QImage image(sheet.pixels.width(), band.height,
                 isTransparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.fill(isTransparent ? QColor(Qt::transparent) : sheet.style.canvas);
    image.setDotsPerMeterX(sheet.dotsAMetre());
    image.setDotsPerMeterY(sheet.dotsAMetre());
    const double scale = sheet.scale();
    const QRectF area = sheet.page.area;
    QPainter painter(&image);
    painter.translate((sheet.pixels.width() - area.width() * scale) / 2,
                      (sheet.pixels.height() - area.height() * scale) / 2 - band.top);
    painter.scale(scale, scale);
    painter.translate(-area.topLeft());
    const QRectF seen = painter.transform().inverted().mapRect(QRectF(image.rect()));
    paintPage(painter, sheet.picture, sheet.style, sheet.page, seen);
    painter.end();
    return isTransparent ? std::move(image).convertToFormat(QImage::Format_ARGB32) : image;
}

/// What the file says of itself.
PngWriter::Meant meaningOf(const Sheet& sheet)
{
    PngWriter::Meant meant{.dotsAMetre = sheet.dotsAMetre(),
                           .hasAlpha = sheet.page.isTransparent,
                           .words = {{"Software", "Entente"}}};
    if (!sheet.page.title.isEmpty())
        meant.words.emplace_back("Title", sheet.page.title.toUtf8());
    QStringList notes;
    for (const Page::Line& line : sheet.page.caption)
        notes << line.text;
    if (!notes.isEmpty())
        meant.words.emplace_back("Description", notes.join(u'\n').toUtf8());
    if (sheet.sources == nullptr)
        return meant;
    meant.words.emplace_back("Data SHA-256", QByteArray::fromStdString(sheet.sources->dataHash));
    // All of them, however few have room below the picture.
    if (!sheet.sources->citations.notes.empty())
        meant.words.emplace_back(
            "Notes", QByteArray::fromStdString(endnotesMarkdown(
                         sheet.sources->citations,
                         sheet.page.title.isEmpty() ? "Entente" : toUtf8(sheet.page.title), {})));
    return meant;
}

/// @returns nothing when it was stopped, or memory ran out.
QByteArray pngOf(const Sheet& sheet, const Progress& progress)
{
    const int height = sheet.pixels.height();
    const int width = sheet.pixels.width();
    // Where a card leaves an image, Qt loses count of the dashes round it: none that is seen does,
    // but where cards are so large that it would take all memory.
    const int reach =
        std::min(static_cast<int>(std::ceil(aCard * sheet.page.scale * sheet.scale())),
                 pixelsBeyondABand / width);
    const int rows = std::clamp(pixelsInABand / width, 1, height);
    const int beyond = rows < height ? reach : 0;
    PngWriter png(sheet.pixels, meaningOf(sheet));
    for (int top = 0; top < height; top += rows) {
        report(progress, top, height);
        if (progress.stopped())
            return {};
        const QImage band = draw(sheet, {top - beyond, rows + 2 * beyond});
        if (band.isNull())
            return {};
        png.add(band, beyond, std::min(rows, height - top));
    }
    return png.take();
}

/// Why no more is shown, which may have been added to.
std::string reasonIn(const std::string& reason, const Wording& wording)
{
    constexpr std::string_view more = ", and more";
    if (!reason.ends_with(more) || wording.isEnglish())
        return wording(reason);
    return wording.with("{}, and more", {wording(reason.substr(0, reason.size() - more.size()))});
}

bool isWellFormed(const QByteArray& svg)
{
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        xml.readNext();
    return !xml.hasError();
}

/// What comes of one kind of file: its bytes, or why there are none.
using Bytes = Expected<QByteArray, QString>;

Bytes stoppedBytes() { return Unexpected{Exporter::tr("The export was cancelled.")}; }

Bytes checkedPng(const Sheet& sheet, const QString& path, const Progress& progress)
{
    QByteArray png = pngOf(sheet, progress);
    if (png.isEmpty() && !progress.stopped())
        return Unexpected{Exporter::tr("%1: there is not enough memory for an image of this size. "
                                       "Choose a smaller one, or SVG.")
                              .arg(path)};
    return png;
}

Bytes checkedSvg(const Sheet& sheet, const QString& path)
{
    QByteArray svg = svgOf(sheet.picture, sheet.style, sheet.page, sheet.sources);
    if (!isWellFormed(svg))
        return Unexpected{Exporter::tr("%1: the drawing could not be read again, so it was not "
                                       "written. Choose PNG or PDF.")
                              .arg(path)};
    return svg;
}

Bytes checkedPdf(const Sheet& sheet, const QString& path, const Progress& progress)
{
    try {
        const DocumentPages pages(sheet.picture, sheet.style, sheet.page, sheet.notesWithIt);
        return pdfOf(pages, sheet.sources, progress);
    } catch (const std::exception& error) { // Of the library that takes it apart once more.
        return Unexpected{Exporter::tr("%1: the document could not be put together (%2), so it was "
                                       "not written. Choose PNG or SVG.")
                              .arg(path, toQString(error.what()))};
    }
}

Bytes bytesOf(const Sheet& sheet, const QString& path, const Progress& progress)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    report(progress, 0, 0);
    if (progress.stopped())
        return stoppedBytes();
    if (suffix == QLatin1String("png"))
        return checkedPng(sheet, path, progress);
    if (suffix == QLatin1String("svg"))
        return checkedSvg(sheet, path);
    if (suffix == QLatin1String("pdf"))
        return checkedPdf(sheet, path, progress);
    return Unexpected{Exporter::tr("%1: pictures are written as .png, .svg or .pdf. End the name "
                                   "with one of these.")
                          .arg(path)};
}

/// With the form of its page, if that is wanted.
Picture formed(const Picture& picture, const Style& style, const ExportOptions& options,
               Medium medium)
{
    if (!options.fill)
        return picture;
    const QSizeF room = pageOf(picture, style, options, medium).room;
    return room.isEmpty()
               ? picture
               : stretched(picture, style, stretchToFill(picture, room, room / growthAtMost));
}

Sheet sheetOf(const Picture& picture, const Style& style, const ExportOptions& options,
              Medium medium)
{
    Sheet sheet{.picture = {}, .style = styleOn(options.backdrop, style), .page = {}, .pixels = {}};
    sheet.picture = formed(picture, sheet.style, options, medium);
    sheet.page = pageOf(sheet.picture, sheet.style, options, medium);
    sheet.pixels =
        medium == Medium::Image ? pixelsOf(sheet.page, options) : sheet.page.area.size().toSize();
    sheet.sources = options.sources.get();
    if (sheet.sources != nullptr && options.notesFile.isEmpty())
        sheet.notesWithIt = &sheet.sources->citations;
    return sheet;
}

/// How high names are on that page, in points.
double pointsOn(QSizeF millimetres, const Picture& picture, const Style& style,
                ExportOptions options, Medium medium)
{
    options.page = millimetres;
    if (medium == Medium::Document) // They stand on other pages.
        options.sources = {};
    return sheetOf(picture, style, options, medium).page.namePoints();
}

/// The file, and its notes where they are beside it.
std::optional<NotWritten> write(const Sheet& sheet, const QString& path, const QByteArray& bytes,
                                const ExportOptions& options)
{
    const std::filesystem::path file = toPath(path);
    const std::string_view picture(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (citationsIn(options) == nullptr || options.notesFile.isEmpty()) {
        const std::error_code error = writeFile(file, picture);
        return error ? std::optional(NotWritten{file, error}) : std::nullopt;
    }
    std::map<std::filesystem::path, std::string> files =
        notesFiles(sheet.sources->citations,
                   options.title.isEmpty() ? file.stem().string() : toUtf8(options.title),
                   toUtf8(options.filters), file);
    files.emplace(file, picture);
    return writeTogether(files);
}

} // namespace

QString noteOf(const Shown& shown, const Wording& wording)
{
    if (shown.isAll())
        return {};
    const auto count = [&](std::size_t things) {
        return wording.number(static_cast<long long>(things));
    };
    const std::string counts =
        wording.with("{} of {} nodes, {} of {} edges",
                     {count(shown.nodes.size()), wording.number(shown.nodesInAll),
                      count(shown.edges.size()), wording.number(shown.edgesInAll)});
    return toQString(shown.reason.empty() ? counts
                                          : counts + ": " + reasonIn(shown.reason, wording));
}

QString filtersNote(const std::string& words, int left, int all, const Wording& wording)
{
    return words.empty()
               ? QString()
               : toQString(wording.with("{}, which {} of {} nodes pass",
                                        {words, wording.number(left), wording.number(all)}));
}

Medium mediumOf(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("png")   ? Medium::Image
           : suffix == QLatin1String("pdf") ? Medium::Document
                                            : Medium::Drawing;
}

QString smallNamesWords(const Picture& picture, const Style& style, const ExportOptions& options,
                        Medium medium)
{
    const bool isEnlarged = options.leastPoints > 0 && medium != Medium::Drawing;
    if (options.page.isEmpty() || isEnlarged || picture.isEmpty())
        return {};
    const double points = pointsOn(options.page, picture, style, options, medium);
    if (points >= readablePoints)
        return {};
    const QLocale locale;
    const auto said = [&](double number) { return locale.toString(number, 'f', 1); };
    QString words = Exporter::tr("Names are %1 points high on this page; print takes %2 or more.")
                        .arg(said(points), locale.toString(readablePoints));
    for (const PageSize& page : largerPages(options.page)) {
        const double there = pointsOn(page.millimetres(), picture, style, options, medium);
        words += Exporter::tr(" On %1 they are %2.")
                     .arg(QString::fromLatin1(page.name).section(u'-', 0, 0), said(there));
        if (there >= readablePoints)
            break;
    }
    return words;
}

DocumentPages documentOf(const Picture& picture, const Style& style, const ExportOptions& options)
{
    const Sheet sheet = sheetOf(picture, style, options, Medium::Document);
    return {sheet.picture, sheet.style, sheet.page, sheet.notesWithIt};
}

Expected<Exported, QString> exportPicture(const Picture& picture, const Style& style,
                                          const QString& path, const ExportOptions& options,
                                          const Progress& progress)
{
    if (picture.isEmpty())
        return Unexpected{Exporter::tr("There is nothing to export: the picture is empty. Open a "
                                       "folder of articles, or show what is hidden.")};
    ExportOptions named = options;
    if (!options.notesFile.isEmpty())
        named.notesFile = toQt(notesBeside(toPath(path)).filename());
    const Sheet sheet = sheetOf(picture, style, named, mediumOf(path));
    const Bytes bytes = bytesOf(sheet, path, progress);
    if (!bytes)
        return Unexpected{bytes.error()};
    report(progress, 0, 0);
    if (progress.stopped())
        return Unexpected{stoppedBytes().error()};
    if (const auto trouble = write(sheet, path, *bytes, named))
        return Unexpected{whyNotWritten(toQt(trouble->path), trouble->why)};
    return Exported{path, bytes->size(), sheet.pixels};
}

Expected<std::string, QString> svgTextOf(const Picture& picture, const Style& style,
                                         const ExportOptions& options)
{
    const Bytes bytes =
        checkedSvg(sheetOf(picture, style, options, Medium::Drawing), QStringLiteral("SVG"));
    if (!bytes)
        return Unexpected{bytes.error()};
    return bytes->toStdString();
}

QImage imageOf(const Picture& picture, const Style& style, const ExportOptions& options)
{
    const Sheet sheet = sheetOf(picture, style, options, Medium::Image);
    return draw(sheet, {0, sheet.pixels.height()});
}

ExportPreview previewOf(const Picture& picture, const Style& style, const ExportOptions& options,
                        Medium medium, QSize room)
{
    Sheet sheet = sheetOf(picture, style, options, medium);
    const QSize whole = sheet.pixels;
    sheet.pixels = whole.scaled(room, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    return {draw(sheet, {0, sheet.pixels.height()}), whole,
            smallNamesWords(picture, style, options, medium)};
}

} // namespace entente
