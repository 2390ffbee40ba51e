// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/documentpages.h"

#include "graph/citing/citations.h"
#include "ui/paint/painter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

constexpr double sideAtMost = 14400 * pixelsAnInch / 72; // PDF 1.4: 200 inches.

// Of the pages with notes, in page pixels.
constexpr double notesMargin = 56; // 15 mm.
constexpr double footRoom = 28;
constexpr QSizeF a4(210, 297);
constexpr double millimetresAtLeast = 140; // On a smaller page than A5 no note can be read.

void drawLines(QPainter& painter, const std::vector<Page::Line>& lines, const QFont& font,
               const QColor& colour)
{
    painter.setFont(font);
    painter.setPen(colour);
    for (const Page::Line& line : lines)
        painter.drawText(line.baseline, line.text);
}

} // namespace

void paintPage(QPainter& painter, const Picture& picture, const Style& style, const Page& page,
               const QRectF& seen)
{
    if (!page.isTransparent)
        painter.fillRect(page.area, style.canvas);
    painter.save();
    painter.setTransform(page.fromScene(), true);
    paint(painter, picture, style, page.fromScene().inverted().mapRect(seen), page.detail);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    drawNumbers(painter, style, page.numbers);
    painter.restore();
    page.legend.paint(painter, style, page.legendAt);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    drawLines(painter, page.titleLines, titleFont(style), style.text);
    drawLines(painter, page.caption, captionFont(style), style.secondaryText);
    drawNotes(painter, style, page.notes);
}

DocumentPages::DocumentPages(Picture picture, Style style, Page page, const Citations* citations)
    : m_isThere(true)
    , m_picture(std::move(picture))
    , m_style(std::move(style))
    , m_page(std::move(page))
{
    if (citations != nullptr && !citations->notes.empty())
        layOutNotes(*citations);
}

QSizeF DocumentPages::size(int nth) const
{
    if (nth > 0)
        return notesSize() * 72 / 25.4;
    if (!m_page.millimetres.isEmpty())
        return m_page.millimetres * 72 / 25.4;
    const double side = std::max(m_page.area.width(), m_page.area.height());
    return m_page.area.size() * (std::min(1.0, sideAtMost / side) * pointsAPixel);
}

/// In millimetres: as the picture's, where notes can be read on it.
QSizeF DocumentPages::notesSize() const
{
    const QSizeF& own = m_page.millimetres;
    return std::min(own.width(), own.height()) < millimetresAtLeast ? a4 : own;
}

QSizeF DocumentPages::notesPixels() const { return notesSize() * (pixelsAnInch / 25.4); }

void DocumentPages::layOutNotes(const Citations& citations)
{
    const QSizeF inside = notesPixels() - QSizeF(2 * notesMargin, 2 * notesMargin + footRoom);
    const PrintColumns columns = columnsIn(inside.width());
    const std::vector<PrintLine> lines = setInLines(
        citations, m_style, columns.width, static_cast<int>(citations.notes.size()), Detail::Full);
    for (std::size_t next = 0; next < lines.size();) {
        Poured poured = pour(lines, next, columns, inside.height());
        next = poured.next;
        for (PlacedLine& line : poured.lines)
            line.topLeft += QPointF(notesMargin, notesMargin);
        m_notes.push_back(std::move(poured.lines));
    }
}

void DocumentPages::paint(QPainter& painter, int nth, double dotsAnInch) const
{
    painter.save();
    if (nth == 0)
        paintPicture(painter, dotsAnInch);
    else
        paintNotes(painter, static_cast<std::size_t>(nth) - 1, dotsAnInch);
    painter.restore();
}

void DocumentPages::paintPicture(QPainter& painter, double dotsAnInch) const
{
    const double dots = pictureScale() * dotsAnInch / 72;
    painter.scale(dots, dots);
    painter.translate(-m_page.area.topLeft());
    paintPage(painter, m_picture, m_style, m_page, m_page.area);
}

void DocumentPages::paintNotes(QPainter& painter, std::size_t nth, double dotsAnInch) const
{
    painter.scale(dotsAnInch / pixelsAnInch, dotsAnInch / pixelsAnInch);
    const QSizeF size = notesPixels();
    if (!m_page.isTransparent)
        painter.fillRect(QRectF(QPointF(), size), m_style.canvas);
    drawNotes(painter, m_style, m_notes[nth]);
    // "3 / 7": the picture is the first.
    const QFont font = fontOf(Face::Faint, m_style);
    const QString number = QStringLiteral("%1 / %2").arg(nth + 2).arg(m_notes.size() + 1);
    const QFontMetricsF metrics(font);
    const double right = size.width() - notesMargin - metrics.horizontalAdvance(number);
    painter.setFont(font);
    painter.setPen(m_style.secondaryText);
    painter.drawText(QPointF(right, size.height() - notesMargin), number);
    const QString title = metrics.elidedText(m_page.title, Qt::ElideRight, right - 2 * notesMargin);
    painter.drawText(QPointF(notesMargin, size.height() - notesMargin), title);
}

} // namespace entente
