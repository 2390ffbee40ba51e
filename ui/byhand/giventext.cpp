// SPDX-License-Identifier: Apache-2.0
#include "ui/byhand/giventext.h"

#include "graph/text/sourcetext.h"
#include "ui/text/qtext.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace entente
{

namespace
{

/// What a document of Qt begins a paragraph at, and forgets which of them it was.
bool isLineEnd(QChar unit)
{
    return unit == QLatin1Char('\n') || unit == QLatin1Char('\r') || unit == QChar(0x2029) ||
           unit == QChar(0xFDD0) || unit == QChar(0xFDD1);
}

qsizetype sameAtBeginning(const QString& a, const QString& b)
{
    const auto [inA, inB] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    auto same = inA - a.begin();
    while (same > 0 && a.at(same - 1).isHighSurrogate())
        --same;
    return same;
}

/// @param atMost what the beginning has is not counted again.
qsizetype sameAtEnd(const QString& a, const QString& b, qsizetype atMost)
{
    qsizetype same = 0;
    while (same < atMost && a.at(a.size() - same - 1) == b.at(b.size() - same - 1))
        ++same;
    while (same > 0 && a.at(a.size() - same).isLowSurrogate())
        --same;
    return same;
}

} // namespace

GivenText::GivenText(std::string bytes)
    : m_bytes(std::move(bytes))
{
    const SourceText text(m_bytes);
    const QString all = toQString(text);
    m_shown.reserve(all.size());
    m_starts.clear();
    int codePoint = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QChar unit = all.at(i);
        m_starts.push_back(text.byteAt(codePoint));
        m_shown += isLineEnd(unit) ? QChar(QLatin1Char('\n')) : unit;
        const bool isPair =
            unit == QLatin1Char('\r') && i + 1 < all.size() && all.at(i + 1) == QLatin1Char('\n');
        if (isPair) {
            m_lineEnd = QStringLiteral("\r\n");
            ++i;
            ++codePoint;
        }
        if (!unit.isHighSurrogate())
            ++codePoint;
    }
    m_starts.push_back(m_bytes.size());
}

std::string GivenText::bytesOf(const QString& edited) const
{
    if (edited == m_shown)
        return m_bytes;
    const qsizetype before = sameAtBeginning(m_shown, edited);
    const qsizetype after =
        sameAtEnd(m_shown, edited, std::min(m_shown.size(), edited.size()) - before);
    QString between = edited.mid(before, edited.size() - before - after);
    between.replace(QLatin1Char('\n'), m_lineEnd);
    const std::string_view given = m_bytes;
    std::string bytes(given.substr(0, byteAt(before)));
    bytes += toUtf8(between);
    bytes += given.substr(byteAt(m_shown.size() - after));
    return bytes;
}

} // namespace entente
