// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/exporter.h"

#include "ui/paint/legend.h"
#include "ui/paint/painter.h"
#include "ui/paint/pdfbytes.h"
#include "ui/paint/style.h"
#include "ui/paint/svgwriter.h"
#include "ui/paint/wholefile.h"
#include "ui/text/qtext.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QImageWriter>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace entente
{

namespace
{

constexpr double margin = 32;
constexpr double titleRoom = 40;
constexpr double pixelsAnInch = 96;                         // Scene pixels are CSS pixels.
constexpr int pdfDotsAnInch = 1200;                         // Fine enough that no rounding shows.
constexpr double pdfSideAtMost = 14400 * pixelsAnInch / 72; // PDF 1.4: 200 inches.
constexpr double imageSideAtMost = 32767;                   // What QPainter can draw on.
constexpr double imagePixelsAtMost = 400e6;

/// What a legend needs to have few rows, below however narrow a picture.
constexpr double legendWidth = 480;

/// The picture with room around it, the title above and the legend below.
Page pageOf(const Picture& picture, const Style& style, const ExportOptions& options)
{
    Page page;
    QRectF area = picture.bounds();
    page.title = visibleForm(options.title);
    if (!page.title.isEmpty()) {
        area.setTop(area.top() - titleRoom);
        area.setWidth(std::max(
            area.width(), QFontMetricsF(ownCopy(style.nodeInside)).horizontalAdvance(page.title)));
        page.titleBaseline = area.topLeft() + QPointF(0, 16);
    }
    if (options.legend) {
        page.legend = Legend(picture, style, std::max(area.width(), legendWidth));
        page.legendAt = area.bottomLeft() + QPointF(0, margin);
        area = area.united(QRectF(page.legendAt, page.legend.size()));
    }
    area.adjust(-margin, -margin, margin, margin);
    page.area = QRectF(std::floor(area.left()), std::floor(area.top()), std::ceil(area.width()),
                       std::ceil(area.height()));
    return page;
}

void paintPage(QPainter& painter, const Picture& picture, const Style& style, const Page& page,
               double scale)
{
    painter.fillRect(page.area, style.canvas);
    paint(painter, picture, style, page.area, scale);
    page.legend.paint(painter, style, page.legendAt);
    if (!page.title.isEmpty()) {
        painter.setFont(ownCopy(style.nodeInside));
        painter.setPen(style.text);
        painter.drawText(page.titleBaseline, page.title);
    }
}

QSize pixelsOf(const Page& page, const ExportOptions& options)
{
    if (!options.size.isEmpty())
        return options.size;
    const QSizeF natural = page.area.size() * options.density;
    const double side = std::max(natural.width(), natural.height());
    const double all = natural.width() * natural.height();
    const double shrink =
        std::min({1.0, imageSideAtMost / side, std::sqrt(imagePixelsAtMost / std::max(all, 1.0))});
    return (natural * shrink).toSize().expandedTo(QSize(1, 1));
}

QImage draw(const Picture& picture, const Style& style, const Page& page, QSize pixels)
{
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.fill(style.canvas);
    const double scale =
        std::min(pixels.width() / page.area.width(), pixels.height() / page.area.height());
    // 72 dpi at scale 1, in dots a metre, so that a page in twice the pixels is not twice as large.
    const int dots = static_cast<int>(std::lround(scale * pixelsAnInch / 0.0254));
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    QPainter painter(&image);
    const QSizeF used = page.area.size() * scale;
    painter.translate((pixels.width() - used.width()) / 2, (pixels.height() - used.height()) / 2);
    painter.scale(scale, scale);
    painter.translate(-page.area.topLeft());
    paintPage(painter, picture, style, page, scale);
    return image;
}

QByteArray pngOf(const QImage& image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter(&buffer, "png").write(image);
    return buffer.data();
}

QByteArray pdfOf(const Picture& picture, const Style& style, const Page& page)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&buffer);
    pdf.setPdfVersion(QPagedPaintDevice::PdfVersion_1_4);
    pdf.setResolution(pdfDotsAnInch);
    pdf.setCreator(QStringLiteral("Entente"));
    pdf.setTitle(page.title);
    const double side = std::max(page.area.width(), page.area.height());
    const double shrink = std::min(1.0, pdfSideAtMost / side);
    const QSizeF points = page.area.size() * shrink * 72 / pixelsAnInch;
    pdf.setPageSize(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch));
    pdf.setPageMargins(QMarginsF());

    QPainter painter(&pdf);
    const double dots = pdfDotsAnInch / pixelsAnInch * shrink;
    painter.scale(dots, dots);
    painter.translate(-page.area.topLeft());
    paintPage(painter, picture, style, page, 1);
    painter.end();
    return withoutDate(buffer.data());
}

} // namespace

Expected<Exported, QString> exportPicture(const Picture& picture, const Style& style,
                                          const QString& path, const ExportOptions& options)
{
    if (picture.isEmpty())
        return Unexpected{
            QStringLiteral("There is nothing to export: the picture is empty. Open a folder of "
                           "articles, or show what is hidden.")};
    const Page page = pageOf(picture, style, options);
    const QString suffix = QFileInfo(path).suffix().toLower();
    QByteArray bytes;
    QSize pixels = page.area.size().toSize();
    if (suffix == QLatin1String("png")) {
        const QImage image = draw(picture, style, page, pixelsOf(page, options));
        if (image.isNull())
            return Unexpected{QStringLiteral("%1: there is not enough memory for an image of this "
                                             "size. Choose a smaller one, or SVG.")
                                  .arg(path)};
        pixels = image.size();
        bytes = pngOf(image);
    } else if (suffix == QLatin1String("svg")) {
        bytes = svgOf(picture, style, page);
    } else if (suffix == QLatin1String("pdf")) {
        bytes = pdfOf(picture, style, page);
    } else {
        return Unexpected{QStringLiteral("%1: pictures are written as .png, .svg or .pdf. End the "
                                         "name with one of these.")
                              .arg(path)};
    }
    const Expected<qint64, QString> written = writeWhole(path, bytes);
    if (!written)
        return Unexpected{written.error()};
    return Exported{path, *written, pixels};
}

QImage imageOf(const Picture& picture, const Style& style, const ExportOptions& options)
{
    const Page page = pageOf(picture, style, options);
    return draw(picture, style, page, pixelsOf(page, options));
}

} // namespace entente
