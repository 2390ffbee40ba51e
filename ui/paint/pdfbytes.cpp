// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/pdfbytes.h"

namespace entente
{

namespace
{

constexpr qsizetype entryLength = 20; // "0000000015 00000 n \n", by the standard.

/// Moves every offset beyond `from` in the cross-reference table that begins at `table`.
bool shiftTable(QByteArray& pdf, qsizetype table, qsizetype from, qsizetype by)
{
    const qsizetype countLine = pdf.indexOf('\n', table) + 1;
    const qsizetype entries = pdf.indexOf('\n', countLine) + 1;
    if (countLine == 0 || entries == 0)
        return false;
    const QByteArray counts = pdf.mid(countLine, entries - countLine - 1);
    const int count = counts.mid(counts.indexOf(' ') + 1).toInt();
    if (pdf.size() < entries + count * entryLength)
        return false;
    for (int i = 0; i < count; ++i) {
        const qsizetype at = entries + i * entryLength;
        const qsizetype offset = pdf.mid(at, 10).toLongLong();
        if (pdf.at(at + 17) == 'n' && offset > from)
            pdf.replace(at, 10, QByteArray::number(offset + by).rightJustified(10, '0'));
    }
    return true;
}

} // namespace

QByteArray withoutDate(const QByteArray& pdf)
{
    const QByteArray key("/CreationDate (D:");
    const qsizetype begin = pdf.indexOf(key);
    const qsizetype end = pdf.indexOf(")\n", begin);
    const qsizetype start = pdf.lastIndexOf("startxref\n");
    if (begin < 0 || end < 0 || start < end)
        return pdf;
    const qsizetype removed = end + 2 - begin;
    const qsizetype number = start + 10;
    const qsizetype numberEnd = pdf.indexOf('\n', number);
    const qsizetype table = pdf.mid(number, numberEnd - number).toLongLong();
    if (table <= end || !pdf.mid(table).startsWith("xref\n"))
        return pdf;

    QByteArray result = pdf;
    result.replace(number, numberEnd - number, QByteArray::number(table - removed));
    if (!shiftTable(result, table, begin, -removed))
        return pdf;
    result.remove(begin, removed);
    return result;
}

} // namespace entente
