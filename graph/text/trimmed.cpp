// SPDX-License-Identifier: Apache-2.0
#include "graph/text/trimmed.h"

#include "graph/text/sourcetext.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace entente
{

namespace
{

constexpr std::array<std::string_view, 15> joiningMarks = {
    ",", "،", "，", "、", ";", "؛", "；", ":", "：", "-", "–", "—", "―", "·", "・"};

bool isTrimmedAt(const SourceText& text, int at)
{
    const std::string_view character = text.slice(TextSpan{at, at + 1});
    return isWhiteSpace(character) ||
           std::ranges::find(joiningMarks, character) != joiningMarks.end();
}

/// "-5 °C" begins with its dash.
bool isOfNumber(const SourceText& text, int at, int end)
{
    return text.slice(TextSpan{at, at + 1}) == "-" && at + 1 < end &&
           !text.slice(TextSpan{at + 1, at + 2}).empty() &&
           text.slice(TextSpan{at + 1, at + 2}).find_first_of("0123456789") == 0;
}

} // namespace

bool isWhiteSpace(std::string_view character)
{
    const icu::UnicodeString decoded = icu::UnicodeString::fromUTF8(
        icu::StringPiece(character.data(), static_cast<std::int32_t>(character.size())));
    const UChar32 c = decoded.char32At(0);
    return !decoded.isEmpty() && (c == 0xFEFF || u_isUWhiteSpace(c));
}

TextSpan trimmed(const SourceText& text, TextSpan part)
{
    while (!part.isEmpty() && isTrimmedAt(text, part.end - 1))
        --part.end;
    while (!part.isEmpty() && isTrimmedAt(text, part.begin) &&
           !isOfNumber(text, part.begin, part.end))
        ++part.begin;
    return part;
}

} // namespace entente
