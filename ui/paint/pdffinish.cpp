// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/pdffinish.h"

// Its headers warn unless they are told that the pointers of its older versions are not used here.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <map>

namespace entente
{

namespace
{

using Handle = QPDFObjectHandle;

Handle words(const QString& text) { return Handle::newUnicodeString(text.toStdString()); }

class Finisher
{
public:
    Finisher(QPDF& pdf, const PdfMeaning& meaning)
        : m_pdf(pdf)
        , m_meaning(meaning)
        , m_pages(QPDFPageDocumentHelper(pdf).getAllPages())
    {
    }

    void finish()
    {
        setProperties();
        addLinks();
        if (!m_meaning.bookmarks.empty())
            addBookmarks();
    }

private:
    void setProperties()
    {
        Handle info = m_pdf.getTrailer().getKey("/Info");
        info.removeKey("/CreationDate");
        if (!m_meaning.day.empty())
            info.replaceKey("/CreationDate", Handle::newString("D:" + m_meaning.day + "000000Z"));
        if (!m_meaning.subject.isEmpty())
            info.replaceKey("/Subject", words(m_meaning.subject));
        if (!m_meaning.dataHash.empty())
            info.replaceKey("/DataSHA256", Handle::newString(m_meaning.dataHash));
        m_pdf.getRoot().replaceKey("/Lang", Handle::newString("en"));
        // Viewers show the file's name otherwise.
        Handle preferences = Handle::newDictionary();
        preferences.replaceKey("/DisplayDocTitle", Handle::newBool(true));
        m_pdf.getRoot().replaceKey("/ViewerPreferences", preferences);
    }

    Handle page(int number) const
    {
        return m_pages.at(static_cast<std::size_t>(number)).getObjectHandle();
    }

    /// A PDF counts from below.
    double fromBelow(int number, double y) const
    {
        return page(number).getKey("/MediaBox").getArrayItem(3).getNumericValue() - y;
    }

    Handle destination(const PdfPlace& place) const
    {
        Handle to = Handle::newArray();
        to.appendItem(page(place.page));
        to.appendItem(Handle::newName("/XYZ"));
        to.appendItem(Handle::newReal(place.point.x(), 1));
        to.appendItem(Handle::newReal(fromBelow(place.page, place.point.y()), 1));
        to.appendItem(Handle::newNull()); // The zoom stays as it is.
        return to;
    }

    Handle annotation(const PdfLink& link) const
    {
        Handle annotation = Handle::newDictionary();
        annotation.replaceKey("/Type", Handle::newName("/Annot"));
        annotation.replaceKey("/Subtype", Handle::newName("/Link"));
        annotation.replaceKey("/Rect",
                              Handle::newArray(Handle::Rectangle(
                                  link.area.left(), fromBelow(link.page, link.area.bottom()),
                                  link.area.right(), fromBelow(link.page, link.area.top()))));
        annotation.replaceKey("/Border", Handle::parse("[0 0 0]"));
        annotation.replaceKey("/F", Handle::newInteger(4)); // Printed as the page is.
        if (link.address.isEmpty()) {
            annotation.replaceKey("/Dest", destination(link.to));
            return annotation;
        }
        Handle action = Handle::newDictionary();
        action.replaceKey("/S", Handle::newName("/URI"));
        action.replaceKey("/URI", Handle::newString(link.address.toStdString()));
        annotation.replaceKey("/A", action);
        return annotation;
    }

    void addLinks()
    {
        std::map<int, Handle> lists;
        for (const PdfLink& link : m_meaning.links) {
            const auto [list, isNew] = lists.try_emplace(link.page, Handle::newArray());
            list->second.appendItem(m_pdf.makeIndirectObject(annotation(link)));
        }
        for (auto& [number, list] : lists)
            page(number).replaceKey("/Annots", list);
    }

    /// Siblings know each other; a parent its first and its last child.
    void append(Handle parent, Handle item, Handle& last)
    {
        item.replaceKey("/Parent", parent);
        if (last.isInitialized()) {
            item.replaceKey("/Prev", last);
            last.replaceKey("/Next", item);
        } else {
            parent.replaceKey("/First", item);
        }
        parent.replaceKey("/Last", item);
        last = item;
    }

    void addBookmarks()
    {
        Handle outlines = m_pdf.makeIndirectObject(Handle::newDictionary());
        outlines.replaceKey("/Type", Handle::newName("/Outlines"));
        Handle lastTop;
        Handle lastBelow;
        int tops = 0;
        int below = 0;
        for (const PdfBookmark& bookmark : m_meaning.bookmarks) {
            Handle item = m_pdf.makeIndirectObject(Handle::newDictionary());
            item.replaceKey("/Title", words(bookmark.words));
            item.replaceKey("/Dest", destination(bookmark.to));
            if (bookmark.level > 0 && lastTop.isInitialized()) {
                append(lastTop, item, lastBelow);
                // Below zero: a long list is folded until somebody opens it.
                lastTop.replaceKey("/Count", Handle::newInteger(-++below));
                continue;
            }
            append(outlines, item, lastTop);
            lastBelow = Handle();
            below = 0;
            outlines.replaceKey("/Count", Handle::newInteger(++tops));
        }
        m_pdf.getRoot().replaceKey("/Outlines", outlines);
        m_pdf.getRoot().replaceKey("/PageMode", Handle::newName("/UseOutlines"));
    }

    QPDF& m_pdf;
    const PdfMeaning& m_meaning;
    std::vector<QPDFPageObjectHelper> m_pages;
};

} // namespace

QByteArray finishedPdf(const QByteArray& pdf, const PdfMeaning& meaning)
{
    QPDF document;
    document.processMemoryFile("picture", pdf.constData(), static_cast<std::size_t>(pdf.size()));
    Finisher(document, meaning).finish();
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()),
            static_cast<qsizetype>(buffer->getSize())};
}

} // namespace entente
