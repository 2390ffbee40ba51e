// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/pdfwriter.h"

#include "graph/citing/shownsources.h"
#include "ui/paint/painter.h"
#include "ui/paint/pdffinish.h"
#include "ui/paint/style.h"
#include "ui/text/qtext.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <map>

namespace entente
{

namespace
{

constexpr int dotsAnInch = 1200;                         // Fine enough that no rounding shows.
constexpr double sideAtMost = 14400 * pixelsAnInch / 72; // PDF 1.4: 200 inches.
constexpr double pointsAPixel = 72 / pixelsAnInch;

// Of the pages with notes, in page pixels.
constexpr double notesMargin = 56; // 15 mm.
constexpr double footRoom = 28;
constexpr QSizeF a4(210, 297);
constexpr double millimetresAtLeast = 140; // On a smaller page than A5 no note can be read.

QPageSize inPoints(QSizeF points)
{
    return QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch);
}

void drawLines(QPainter& painter, const std::vector<Page::Line>& lines, const QFont& font,
               const QColor& colour)
{
    painter.setFont(font);
    painter.setPen(colour);
    for (const Page::Line& line : lines)
        painter.drawText(line.baseline, line.text);
}

/// One document in the making.
class Document
{
public:
    Document(const Picture& picture, const Style& style, const Page& page,
             const ShownSources* sources)
        : m_picture(picture)
        , m_style(style)
        , m_page(page)
        , m_sources(sources)
        , m_pdf(&m_buffer)
    {
        m_buffer.open(QIODevice::WriteOnly);
        m_pdf.setPdfVersion(QPagedPaintDevice::PdfVersion_1_4);
        m_pdf.setResolution(dotsAnInch);
        m_pdf.setCreator(QStringLiteral("Entente"));
        m_pdf.setTitle(page.title);
        m_pdf.setPageMargins(QMarginsF());
    }

    QByteArray write(const Progress& progress)
    {
        layOutNotes();
        m_pdf.setPageSize(inPoints(pictureSize()));
        m_painter.begin(&m_pdf);
        drawPicture();
        for (std::size_t i = 0; i < m_notes.size(); ++i) {
            if (progress.stopped())
                return {};
            drawNotesPage(i);
        }
        m_painter.end();
        addMeaning();
        return finishedPdf(m_buffer.data(), m_meaning);
    }

private:
    bool isOnPaper() const { return !m_page.millimetres.isEmpty(); }

    /// In points.
    QSizeF pictureSize() const
    {
        if (isOnPaper())
            return m_page.millimetres * 72 / 25.4;
        const double side = std::max(m_page.area.width(), m_page.area.height());
        return m_page.area.size() * (std::min(1.0, sideAtMost / side) * pointsAPixel);
    }
    /// From the page's pixels to points.
    double pictureScale() const { return pictureSize().width() / m_page.area.width(); }

    /// Of a page of notes, in millimetres: as the picture's, where notes can be read on it.
    QSizeF notesSize() const
    {
        const QSizeF& own = m_page.millimetres;
        return std::min(own.width(), own.height()) < millimetresAtLeast ? a4 : own;
    }
    QSizeF notesPixels() const { return notesSize() * (pixelsAnInch / 25.4); }

    void layOutNotes()
    {
        if (m_sources == nullptr || m_sources->citations.notes.empty())
            return;
        const QSizeF inside = notesPixels() - QSizeF(2 * notesMargin, 2 * notesMargin + footRoom);
        const PrintColumns columns = columnsIn(inside.width());
        const std::vector<PrintLine> lines =
            setInLines(m_sources->citations, m_style, columns.width,
                       static_cast<int>(m_sources->citations.notes.size()), Detail::Full);
        for (std::size_t next = 0; next < lines.size();) {
            Poured poured = pour(lines, next, columns, inside.height());
            next = poured.next;
            for (PlacedLine& line : poured.lines)
                line.topLeft += QPointF(notesMargin, notesMargin);
            m_notes.push_back(std::move(poured.lines));
        }
    }

    void drawPicture()
    {
        m_painter.save();
        const double dots = pictureScale() * dotsAnInch / 72;
        m_painter.scale(dots, dots);
        m_painter.translate(-m_page.area.topLeft());
        paintPage(m_painter, m_picture, m_style, m_page, m_page.area);
        m_painter.restore();
    }

    void drawNotesPage(std::size_t nth)
    {
        m_pdf.setPageSize(inPoints(notesSize() * 72 / 25.4));
        m_pdf.newPage();
        m_painter.save();
        m_painter.scale(dotsAnInch / pixelsAnInch, dotsAnInch / pixelsAnInch);
        const QSizeF size = notesPixels();
        if (!m_page.isTransparent)
            m_painter.fillRect(QRectF(QPointF(), size), m_style.canvas);
        drawNotes(m_painter, m_style, m_notes[nth]);
        // "3 / 7": the picture is the first.
        const QFont font = fontOf(Face::Faint, m_style);
        const QString number = QStringLiteral("%1 / %2").arg(nth + 2).arg(m_notes.size() + 1);
        const QFontMetricsF metrics(font);
        const double right = size.width() - notesMargin - metrics.horizontalAdvance(number);
        m_painter.setFont(font);
        m_painter.setPen(m_style.secondaryText);
        m_painter.drawText(QPointF(right, size.height() - notesMargin), number);
        const QString title =
            metrics.elidedText(m_page.title, Qt::ElideRight, right - 2 * notesMargin);
        m_painter.drawText(QPointF(notesMargin, size.height() - notesMargin), title);
        m_painter.restore();
    }

    static PdfPlace placeOf(std::size_t nth, const PlacedLine& line)
    {
        return {static_cast<int>(nth) + 1, (line.topLeft - QPointF(8, 4)) * pointsAPixel};
    }

    QRectF areaOf(const NumberTag& tag) const
    {
        const QRectF onPage =
            m_page.fromScene().mapRect(tag.rect).translated(-m_page.area.topLeft());
        return {onPage.topLeft() * pictureScale(), onPage.size() * pictureScale()};
    }

    /// The room of its words, or of its sign alone, in points.
    QRectF areaOf(const PlacedLine& placed, bool ofSign) const
    {
        const PrintLine& line = placed.line;
        const double left = ofSign ? 0 : indentOf(line);
        const QString& text = ofSign ? line.sign : line.text;
        const QFont font = fontOf(ofSign ? Face::Name : line.face, m_style);
        const QRectF area(placed.topLeft + QPointF(left, 0),
                          QSizeF(QFontMetricsF(font).horizontalAdvance(text), 15));
        return {area.topLeft() * pointsAPixel, area.size() * pointsAPixel};
    }

    void link(int page, const QRectF& area, const std::map<int, PdfPlace>& places, int number)
    {
        if (const auto to = places.find(number); to != places.end())
            m_meaning.links.push_back({page, area, to->second, {}});
    }

    void addMeaning()
    {
        QStringList caption;
        for (const Page::Line& line : m_page.caption)
            caption << line.text;
        m_meaning.subject = caption.join(u' ');
        if (m_sources != nullptr) {
            m_meaning.dataHash = m_sources->dataHash;
            if (m_sources->day && !m_sources->isDayOfArticle)
                m_meaning.day = toUtf8(toQString(m_sources->day->text).remove(u'-'));
        }
        if (!m_notes.empty())
            addLinks();
    }

    void addLinks()
    {
        std::map<int, PdfPlace> notes;
        std::map<int, PdfPlace> sources;
        std::map<int, PdfPlace> tags;
        m_meaning.bookmarks.push_back({QStringLiteral("Picture"), {}, 0});
        for (std::size_t i = 0; i < m_notes.size(); ++i) {
            for (const PlacedLine& placed : m_notes[i]) {
                const PrintLine& line = placed.line;
                const PdfPlace place = placeOf(i, placed);
                if (line.note > 0)
                    notes[line.note] = place;
                if (line.source > 0)
                    sources[line.source] = place;
                if (!line.bookmark.isEmpty())
                    m_meaning.bookmarks.push_back(
                        {line.bookmark, place, line.face == Face::Heading ? 0 : 1});
            }
        }
        for (const NumberTag& tag : m_page.numbers) {
            tags[tag.number] = {0, areaOf(tag).topLeft() - QPointF(40, 40)};
            link(0, areaOf(tag), notes, tag.number);
        }
        for (std::size_t i = 0; i < m_notes.size(); ++i) {
            const int page = static_cast<int>(i) + 1;
            for (const PlacedLine& placed : m_notes[i]) {
                link(page, areaOf(placed, true), tags, placed.line.note);
                link(page, areaOf(placed, false), sources, placed.line.cites);
                if (!placed.line.address.isEmpty())
                    m_meaning.links.push_back(
                        {page, areaOf(placed, false), {}, placed.line.address});
            }
        }
    }

    const Picture& m_picture;
    const Style& m_style;
    const Page& m_page;
    const ShownSources* m_sources;
    QBuffer m_buffer;
    QPdfWriter m_pdf;
    QPainter m_painter;
    std::vector<std::vector<PlacedLine>> m_notes; ///< Of each page.
    PdfMeaning m_meaning;
};

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

QByteArray pdfOf(const Picture& picture, const Style& style, const Page& page,
                 const ShownSources* sources, const Progress& progress)
{
    return Document(picture, style, page, sources).write(progress);
}

} // namespace entente
