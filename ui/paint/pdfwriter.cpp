// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/pdfwriter.h"

#include "graph/citing/shownsources.h"
#include "ui/paint/documentpages.h"
#include "ui/paint/pdffinish.h"
#include "ui/text/qtext.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <map>

namespace entente
{

namespace
{

constexpr int dotsAnInch = 1200; // Fine enough that no rounding shows.

QPageSize inPoints(QSizeF points)
{
    return QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch);
}

/// One document in the making.
class Document
{
public:
    Document(const DocumentPages& pages, const ShownSources* sources)
        : m_pages(pages)
        , m_page(pages.page())
        , m_style(pages.style())
        , m_sources(sources)
        , m_notes(pages.notes())
        , m_pdf(&m_buffer)
    {
        m_buffer.open(QIODevice::WriteOnly);
        m_pdf.setPdfVersion(QPagedPaintDevice::PdfVersion_1_4);
        m_pdf.setResolution(dotsAnInch);
        m_pdf.setCreator(QStringLiteral("Entente"));
        m_pdf.setTitle(m_page.title);
        m_pdf.setPageMargins(QMarginsF());
    }

    QByteArray write(const Progress& progress)
    {
        QPainter painter;
        for (int i = 0; i < m_pages.count(); ++i) {
            if (progress.stopped())
                return {};
            m_pdf.setPageSize(inPoints(m_pages.size(i)));
            if (i == 0)
                painter.begin(&m_pdf);
            else
                m_pdf.newPage();
            m_pages.paint(painter, i, dotsAnInch);
        }
        painter.end();
        addMeaning();
        return finishedPdf(m_buffer.data(), m_meaning);
    }

private:
    static PdfPlace placeOf(std::size_t nth, const PlacedLine& line)
    {
        return {static_cast<int>(nth) + 1, (line.topLeft - QPointF(8, 4)) * pointsAPixel};
    }

    QRectF areaOf(const NumberTag& tag) const
    {
        const QRectF onPage =
            m_page.fromScene().mapRect(tag.rect).translated(-m_page.area.topLeft());
        return {onPage.topLeft() * m_pages.pictureScale(), onPage.size() * m_pages.pictureScale()};
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

    const DocumentPages& m_pages;
    const Page& m_page;
    const Style& m_style;
    const ShownSources* m_sources;
    const std::vector<std::vector<PlacedLine>>& m_notes; ///< Of each page.
    QBuffer m_buffer;
    QPdfWriter m_pdf;
    PdfMeaning m_meaning;
};

} // namespace

QByteArray pdfOf(const DocumentPages& pages, const ShownSources* sources, const Progress& progress)
{
    return Document(pages, sources).write(progress);
}

} // namespace entente
