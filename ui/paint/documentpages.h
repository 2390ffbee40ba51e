// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/page.h"
#include "ui/paint/style.h"

#include <QSizeF>

#include <vector>

class QPainter;

namespace entente
{

struct Citations;

/// The pages of a document, in a PDF and on paper: the picture, then its notes. A value, to be
/// drawn on whatever thread.
class DocumentPages
{
public:
    /// No page at all.
    DocumentPages() = default;
    /// @param citations null: nothing is cited.
    DocumentPages(Picture picture, Style style, Page page, const Citations* citations);

    int count() const { return m_isThere ? static_cast<int>(m_notes.size()) + 1 : 0; }
    /// From 0; in points.
    QSizeF size(int nth) const;
    /// On a painter whose origin is the top left of the paper. @param dotsAnInch of the painter.
    void paint(QPainter& painter, int nth, double dotsAnInch) const;

    const Page& page() const { return m_page; }
    const Style& style() const { return m_style; }
    /// Of each page of notes, in page pixels from its top left.
    const std::vector<std::vector<PlacedLine>>& notes() const { return m_notes; }
    /// From pixels of the picture's page to points.
    double pictureScale() const { return size(0).width() / m_page.area.width(); }

private:
    QSizeF notesSize() const;
    QSizeF notesPixels() const;
    void layOutNotes(const Citations& citations);
    void paintPicture(QPainter& painter, double dotsAnInch) const;
    void paintNotes(QPainter& painter, std::size_t nth, double dotsAnInch) const;

    bool m_isThere = false;
    Picture m_picture;
    Style m_style;
    Page m_page;
    std::vector<std::vector<PlacedLine>> m_notes;
};

/// Draws a page on a painter in its coordinates. @param seen the part that the painter reaches.
void paintPage(QPainter& painter, const Picture& picture, const Style& style, const Page& page,
               const QRectF& seen);

} // namespace entente
