// SPDX-License-Identifier: Apache-2.0
#include "graph/text/firstdifference.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace entente
{

namespace
{

UScriptCode scriptOf(UChar32 letter)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(letter, &status);
}

/// "CYRILLIC SMALL LETTER A"
std::string nameOf(UChar32 letter)
{
    std::array<char, 128> name{}; // The longest of Unicode has 88 letters.
    UErrorCode status = U_ZERO_ERROR;
    u_charName(letter, U_UNICODE_CHAR_NAME, name.data(), static_cast<std::int32_t>(name.size()),
               &status);
    return name.data();
}

} // namespace

std::string firstDifference(std::string_view one, std::string_view other)
{
    const auto utf16Of = [](std::string_view text) {
        return icu::UnicodeString::fromUTF8(
            icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    };
    const icu::UnicodeString first = utf16Of(one);
    const icu::UnicodeString second = utf16Of(other);
    for (std::int32_t i = 0; i < std::min(first.length(), second.length());) {
        const UChar32 letter = first.char32At(i);
        const UChar32 otherLetter = second.char32At(i);
        if (letter == otherLetter) {
            i += U16_LENGTH(letter);
            continue;
        }
        std::string seen;
        icu::UnicodeString(letter).toUTF8String(seen);
        const bool isByScript = scriptOf(letter) != scriptOf(otherLetter);
        return fmt::format("“{}” is {} in the one and {} in the other", seen,
                           isByScript ? uscript_getName(scriptOf(letter)) : nameOf(letter),
                           isByScript ? uscript_getName(scriptOf(otherLetter))
                                      : nameOf(otherLetter));
    }
    return {};
}

} // namespace entente
