// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/xmltext.h"

#include <pugixml.hpp>
#include <unicode/unistr.h>

#include <cstdint>
#include <locale>
#include <sstream>

namespace entente
{

namespace
{

std::string withoutForbidden(const icu::UnicodeString& text)
{
    constexpr UChar32 replacement = 0xFFFD;
    icu::UnicodeString kept;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 c = text.char32At(at);
        const bool isControl = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        const bool isSurrogate = c >= 0xD800 && c <= 0xDFFF;
        const bool isNone = c == 0xFFFE || c == 0xFFFF;
        kept.append(isControl || isSurrogate || isNone ? replacement : c);
    }
    std::string bytes;
    return kept.toUTF8String(bytes);
}

} // namespace

std::string xmlText(std::string_view text)
{
    return withoutForbidden(icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))));
}

std::string xmlText(std::u16string_view text)
{
    return withoutForbidden({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string xmlOf(const pugi::xml_document& document)
{
    std::ostringstream out;
    out.imbue(std::locale::classic());
    document.save(out, " ", pugi::format_indent, pugi::encoding_utf8);
    return std::move(out).str();
}

} // namespace entente
