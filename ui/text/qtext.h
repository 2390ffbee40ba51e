// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/textspan.h"

#include <QDateTime>
#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace entente
{

class SourceText;

/// A place in a QString: UTF-16 code units.
struct Utf16Range
{
    int begin = 0;
    int length = 0;

    int end() const { return begin + length; }
    bool operator==(const Utf16Range&) const = default;
};

/// A byte order mark stays; bytes that are not UTF-8 become U+FFFD.
QString toQString(std::string_view utf8);
std::string toUtf8(QStringView text);
/// The article's text, with one U+FFFD for each byte that is not UTF-8, so that utf16Range() fits.
QString toQString(const SourceText& text);

/// Where a span of the article's text lies in toQString(text). Spans that leave the text are cut.
Utf16Range utf16Range(const SourceText& text, TextSpan span);

/// The same for many spans of one text, and back: counts once, then looks up.
class Utf16Map
{
public:
    Utf16Map() = default;
    explicit Utf16Map(const SourceText& text);

    Utf16Range range(TextSpan span) const;
    /// A range that begins or ends within a surrogate pair takes in the whole of it.
    TextSpan span(Utf16Range range) const;

private:
    int toUtf16(int codePoint) const;

    std::vector<int> m_astral; ///< Code points that take two units, ascending.
    int m_size = 0;            ///< Code points in all.
};

/// "28 Nov 2026, 05:40", in the user's language.
QString dayAndTime(const QDateTime& time);

/// For names and other single lines: line breaks and tabs become spaces; characters that cannot be
/// seen and that change what one reads (bidirectional controls, zero-width spaces, control
/// characters) are written out as "[U+202E]". Joiners stay where a script needs them.
QString visibleForm(const QString& text);

/// "The talks, which … in Moscow": long words without their middle; no letter of two units is cut.
/// @param atMost UTF-16 code units of the words that stay, about.
QString shortened(const QString& words, qsizetype atMost);

/// With the first letter as at the beginning of a line.
QString capital(const QString& words);

/// For menus and buttons: an ampersand is one, and underlines no letter.
QString withoutMnemonic(QString words);

} // namespace entente
