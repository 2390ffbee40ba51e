// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/xmltext.h"

#include "graph/text/utf8.h"

#include <pugixml.hpp>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <locale>
#include <sstream>

namespace entente
{

namespace
{

bool isControl(char32_t c) { return c < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

std::string withoutForbidden(const icu::UnicodeString& text)
{
    constexpr UChar32 replacement = 0xFFFD;
    icu::UnicodeString kept;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 c = text.char32At(at);
        const bool isSurrogate = c >= 0xD800 && c <= 0xDFFF;
        const bool isNone = c == 0xFFFE || c == 0xFFFF;
        kept.append(isControl(static_cast<char32_t>(c)) || isSurrogate || isNone ? replacement : c);
    }
    std::string bytes;
    return kept.toUTF8String(bytes);
}

/// Nearly all text is: it need not be taken apart and put together again.
bool isAllowed(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isControl(static_cast<unsigned char>(text[i])))
            return false;
        // U+FFFE and U+FFFF are well-formed, and no characters.
        if (text[i] == '\xEF' && (text.substr(i).starts_with("\xEF\xBF\xBE") ||
                                  text.substr(i).starts_with("\xEF\xBF\xBF")))
            return false;
    }
    return isUtf8(text);
}

bool isAllowed(std::u16string_view text)
{
    return std::ranges::none_of(text, [](char16_t c) {
        return isControl(c) || (c >= 0xD800 && c <= 0xDFFF) || c >= 0xFFFE;
    });
}

} // namespace

std::string xmlText(std::string_view text)
{
    if (isAllowed(text))
        return std::string(text);
    return withoutForbidden(icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))));
}

std::string xmlText(std::u16string_view text)
{
    const icu::UnicodeString words(text.data(), static_cast<std::int32_t>(text.size()));
    if (!isAllowed(text))
        return withoutForbidden(words);
    std::string bytes;
    return words.toUTF8String(bytes);
}

std::string xmlOf(const pugi::xml_document& document)
{
    std::ostringstream out;
    out.imbue(std::locale::classic());
    document.save(out, " ", pugi::format_indent, pugi::encoding_utf8);
    return std::move(out).str();
}

} // namespace entente
