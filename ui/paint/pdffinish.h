// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <string>
#include <vector>

namespace entente
{

/// A place in a PDF, in points from the top left of a page; pages from 0.
struct PdfPlace
{
    int page = 0;
    QPointF point;
};

struct PdfLink
{
    int page = 0;
    QRectF area;     ///< In points, from the top left.
    PdfPlace to;     ///< Where it leads to, without an address.
    QString address; ///< Of the web; empty: within the document.
};

struct PdfBookmark
{
    QString words;
    PdfPlace to;
    int level = 0; ///< 1: below the last one of level 0.
};

/// What Qt does not write into a PDF.
struct PdfMeaning
{
    QString subject;
    std::string dataHash; ///< In hexadecimal; empty: not known.
    std::string day;      ///< "20261130", which its date of creation becomes; empty: it has none.
    std::vector<PdfLink> links;
    std::vector<PdfBookmark> bookmarks;
};

/// A PDF with these, without the day and the time zone that Qt puts into it, so that the same
/// picture gives the same bytes. @throws std::exception when it is no PDF.
QByteArray finishedPdf(const QByteArray& pdf, const PdfMeaning& meaning);

} // namespace entente
