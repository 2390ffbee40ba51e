// SPDX-License-Identifier: Apache-2.0
#include "graph/text/insideword.h"

#include "graph/text/sourcetext.h"
#include "graph/text/wordlessscript.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <cstdint>
#include <string_view>

namespace entente
{

namespace
{

bool isWordByte(std::string_view bytes, std::size_t at)
{
    if (at >= bytes.size())
        return false;
    const char c = bytes[at];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

UChar32 letterAt(const SourceText& text, int at)
{
    const std::string_view bytes = text.slice(TextSpan{at, at + 1});
    const icu::UnicodeString decoded = icu::UnicodeString::fromUTF8(
        icu::StringPiece(bytes.data(), static_cast<std::int32_t>(bytes.size())));
    return decoded.isEmpty() ? 0 : decoded.char32At(0);
}

/// Accents and vowel signs may be characters of their own.
bool isOfWord(UChar32 c)
{
    constexpr std::uint32_t marks = U_GC_MN_MASK | U_GC_MC_MASK;
    return u_isalnum(c) || (U_GET_GC_MASK(c) & marks) != 0;
}

/// A word of these may end at any place, as far as blanks tell.
bool goesOnAnywhere(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    return isRunTogether(static_cast<char32_t>(c)) || uscript_getScript(c, &status) == USCRIPT_THAI;
}

} // namespace

bool isInsideWord(const SourceText& text, TextSpan span)
{
    const std::string_view bytes = text.utf8();
    const std::size_t begin = text.byteAt(span.begin);
    const std::size_t end = text.byteAt(span.end);
    return (begin > 0 && isWordByte(bytes, begin - 1) && isWordByte(bytes, begin)) ||
           (end > 0 && isWordByte(bytes, end - 1) && isWordByte(bytes, end));
}

bool goesOnOver(const SourceText& text, int at)
{
    const UChar32 before = letterAt(text, at - 1);
    const UChar32 after = letterAt(text, at);
    return isOfWord(before) && isOfWord(after) && !goesOnAnywhere(before) && !goesOnAnywhere(after);
}

} // namespace entente
