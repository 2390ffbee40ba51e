// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/markdowntext.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>

namespace entente
{

namespace
{

/// LRM, RLM and ALM say how neutral characters stand, which names in Arabic and Hebrew have a use
/// for; the others open something.
bool reverses(UChar32 c)
{
    return u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) != 0 && c != 0x200E && c != 0x200F &&
           c != 0x061C;
}

bool isBreak(UChar32 c)
{
    return c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029;
}

bool isMarkup(UChar32 c)
{
    return c < 0x80 &&
           std::string_view("\\`*_[]<>&#|~").find(static_cast<char>(c)) != std::string_view::npos;
}

} // namespace

std::string markdownText(std::string_view words)
{
    const auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(words.data(), static_cast<std::int32_t>(words.size())));
    icu::UnicodeString shown;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 c = text.char32At(at);
        if (isBreak(c)) {
            shown.append(u' ');
        } else if (reverses(c) || u_charType(c) == U_CONTROL_CHAR) {
            shown.append(icu::UnicodeString::fromUTF8(
                fmt::format("\\[U+{:04X}\\]", static_cast<unsigned>(c))));
        } else {
            if (isMarkup(c))
                shown.append(u'\\');
            shown.append(c);
        }
    }
    std::string bytes;
    return shown.toUTF8String(bytes);
}

std::string markdownQuote(std::string_view words) { return "“" + markdownText(words) + "”"; }

} // namespace entente
