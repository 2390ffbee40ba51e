// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/exporter.h"

#include "graph/base/writefile.h"
#include "graph/citing/endnotes.h"
#include "graph/citing/shownsources.h"
#include "ui/paint/page.h"
#include "ui/paint/pdfwriter.h"
#include "ui/paint/pngwriter.h"
#include "ui/paint/style.h"
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

struct Sheet
{
    const Picture& picture;
    const Style& style;
    const Page& page;
    QSize pixels;
    const ShownSources* sources = nullptr; ///< Null: none are known.

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
        return pdfOf(sheet.picture, sheet.style, sheet.page, sheet.sources, progress);
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

Medium mediumOf(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("png")   ? Medium::Image
           : suffix == QLatin1String("pdf") ? Medium::Document
                                            : Medium::Drawing;
}

} // namespace

QString noteOf(const Shown& shown)
{
    if (shown.isAll())
        return {};
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    const QString counts = QStringLiteral("%1 of %2 nodes, %3 of %4 edges")
                               .arg(english.toString(static_cast<int>(shown.nodes.size())),
                                    english.toString(shown.nodesInAll),
                                    english.toString(static_cast<int>(shown.edges.size())),
                                    english.toString(shown.edgesInAll));
    return shown.reason.empty() ? counts
                                : QString(counts % QLatin1String(": ") % toQString(shown.reason));
}

QString filtersNote(const std::string& words, int left, int all)
{
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    return words.empty()
               ? QString()
               : QStringLiteral("%1, which %2 of %3 nodes pass")
                     .arg(toQString(words), english.toString(left), english.toString(all));
}

Expected<Exported, QString> exportPicture(const Picture& picture, const Style& style,
                                          const QString& path, const ExportOptions& options,
                                          const Progress& progress)
{
    if (picture.isEmpty())
        return Unexpected{Exporter::tr("There is nothing to export: the picture is empty. Open a "
                                       "folder of articles, or show what is hidden.")};
    const Style drawn = styleOn(options.backdrop, style);
    const Medium medium = mediumOf(path);
    const bool isPng = medium == Medium::Image;
    const Page page = pageOf(picture, drawn, options, medium);
    const QSize pixels = isPng ? pixelsOf(page, options) : page.area.size().toSize();
    const Bytes bytes =
        bytesOf({picture, drawn, page, pixels, options.sources.get()}, path, progress);
    if (!bytes)
        return Unexpected{bytes.error()};
    report(progress, 0, 0);
    if (progress.stopped())
        return Unexpected{stoppedBytes().error()};
    const std::filesystem::path file = toPath(path);
    if (const std::error_code error =
            writeFile(file, {bytes->constData(), static_cast<std::size_t>(bytes->size())}))
        return Unexpected{whyNotWritten(path, error)};
    return Exported{path, bytes->size(), pixels};
}

Expected<std::string, QString> svgTextOf(const Picture& picture, const Style& style,
                                         const ExportOptions& options)
{
    const Style drawn = styleOn(options.backdrop, style);
    const Page page = pageOf(picture, drawn, options, Medium::Drawing);
    const Bytes bytes =
        checkedSvg({picture, drawn, page, page.area.size().toSize(), options.sources.get()},
                   QStringLiteral("SVG"));
    if (!bytes)
        return Unexpected{bytes.error()};
    return bytes->toStdString();
}

QImage imageOf(const Picture& picture, const Style& style, const ExportOptions& options)
{
    const Style drawn = styleOn(options.backdrop, style);
    const Page page = pageOf(picture, drawn, options, Medium::Image);
    const QSize pixels = pixelsOf(page, options);
    return draw({picture, drawn, page, pixels}, {0, pixels.height()});
}

ExportPreview previewOf(const Picture& picture, const Style& style, const ExportOptions& options,
                        QSize room)
{
    const Style drawn = styleOn(options.backdrop, style);
    const Page page = pageOf(picture, drawn, options, Medium::Image);
    const QSize whole = pixelsOf(page, options);
    const QSize pixels = whole.scaled(room, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    return {draw({picture, drawn, page, pixels}, {0, pixels.height()}), whole};
}

} // namespace entente
