// SPDX-License-Identifier: Apache-2.0
#include "ui/text/qtext.h"

#include "graph/text/sourcetext.h"

#include <QLocale>
#include <QStringDecoder>

#include <algorithm>

namespace entente
{

namespace
{

/// Surrogates come only from code points of four bytes; a byte that is not UTF-8 counts one.
bool isAstral(const SourceText& text, int codePoint)
{
    return text.byteAt(codePoint + 1) - text.byteAt(codePoint) == 4;
}

TextSpan cut(TextSpan span, int size)
{
    const int begin = std::clamp(span.begin, 0, size);
    return {begin, std::clamp(span.end, begin, size)};
}

bool isBidiControl(char32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

/// Scripts in which a joiner or a non-joiner does nothing that one could see.
bool needsNoJoiner(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Hangul:
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return true;
    default:
        return false;
    }
}

bool isHidden(char32_t c, char32_t before)
{
    if (c == 0x200C || c == 0x200D)
        return before == 0 || before == U' ' || needsNoJoiner(before);
    return isBidiControl(c) || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x00AD ||
           (c >= 0xE0000 && c <= 0xE007F) || QChar::category(c) == QChar::Other_Control;
}

} // namespace

QString toQString(std::string_view utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

std::string toUtf8(QStringView text) { return text.toUtf8().toStdString(); }

QString toQString(const SourceText& text)
{
    if (text.isValidUtf8())
        return toQString(std::string_view(text.utf8()));
    QString result;
    for (int i = 0; i < text.size(); ++i) {
        const std::string_view bytes = text.slice({i, i + 1});
        const bool stray = bytes.size() == 1 && static_cast<unsigned char>(bytes.front()) >= 0x80;
        result += stray ? QString(QChar::ReplacementCharacter) : toQString(bytes);
    }
    return result;
}

Utf16Range utf16Range(const SourceText& text, TextSpan span)
{
    const TextSpan within = cut(span, text.size());
    Utf16Range range{within.begin, within.length()};
    for (int i = 0; i < within.end; ++i) {
        if (isAstral(text, i))
            ++(i < within.begin ? range.begin : range.length);
    }
    return range;
}

Utf16Map::Utf16Map(const SourceText& text)
    : m_size(text.size())
{
    for (int i = 0; i < m_size; ++i) {
        if (isAstral(text, i))
            m_astral.push_back(i);
    }
}

int Utf16Map::toUtf16(int codePoint) const
{
    const auto before = std::ranges::lower_bound(m_astral, codePoint) - m_astral.begin();
    return codePoint + static_cast<int>(before);
}

Utf16Range Utf16Map::range(TextSpan span) const
{
    const TextSpan within = cut(span, m_size);
    const int begin = toUtf16(within.begin);
    return {begin, toUtf16(within.end) - begin};
}

TextSpan Utf16Map::span(Utf16Range range) const
{
    // The unit at which the code point i of m_astral[k] == i starts is i + k, which ascends with k.
    const auto codePoint = [this](int unit, bool roundUp) {
        int low = 0;
        int high = static_cast<int>(m_astral.size());
        while (low < high) {
            const int middle = (low + high) / 2;
            if (m_astral[static_cast<std::size_t>(middle)] + middle < unit)
                low = middle + 1;
            else
                high = middle;
        }
        const bool within =
            low > 0 && m_astral[static_cast<std::size_t>(low - 1)] + low - 1 == unit - 1;
        return unit - low + (within && roundUp ? 1 : 0);
    };
    const int begin = codePoint(range.begin, false);
    return cut({begin, codePoint(range.end(), true)}, m_size);
}

QString dayAndTime(const QDateTime& time)
{
    return QLocale().toString(time, QStringLiteral("d MMM yyyy, HH:mm"));
}

QString visibleForm(const QString& text)
{
    QString result;
    char32_t before = 0;
    for (const char32_t c : text.toStdU32String()) {
        if (c == U'\n' || c == U'\r' || c == U'\t' || c == 0x2028 || c == 0x2029)
            result += QLatin1Char(' ');
        else if (isHidden(c, before))
            result += QStringLiteral("[U+%1]").arg(
                QString::number(c, 16).toUpper().rightJustified(4, QLatin1Char('0')));
        else
            result += QString::fromUcs4(&c, 1);
        before = c;
    }
    return result;
}

QString shortened(const QString& words, qsizetype atMost)
{
    if (words.size() <= atMost)
        return words;
    qsizetype before = atMost / 2;
    qsizetype after = words.size() - atMost / 2;
    // Whole words, where these are no longer than the half.
    const qsizetype blankBefore = words.lastIndexOf(u' ', before);
    const qsizetype blankAfter = words.indexOf(u' ', after - 1);
    if (blankBefore > before / 2)
        before = blankBefore;
    if (blankAfter >= 0 && blankAfter < after + atMost / 4)
        after = blankAfter;
    before -= before > 0 && words[before - 1].isHighSurrogate() ? 1 : 0;
    after += after < words.size() && words[after].isLowSurrogate() ? 1 : 0;
    return words.left(before).trimmed() + QStringLiteral(" … ") + words.mid(after).trimmed();
}

QString capital(const QString& words) { return words.left(1).toUpper() + words.mid(1); }

QString withoutMnemonic(QString words)
{
    return words.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace entente
