// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace entente
{

/// How many bytes at the beginning are ASCII; found eight at a time, as articles are long.
inline std::size_t asciiAtStart(std::string_view text)
{
    std::size_t size = 0;
    for (std::uint64_t eight = 0; size + sizeof eight <= text.size(); size += sizeof eight) {
        std::memcpy(&eight, text.data() + size, sizeof eight);
        if ((eight & 0x8080808080808080U) != 0)
            break;
    }
    while (size < text.size() && static_cast<unsigned char>(text[size]) < 0x80U)
        ++size;
    return size;
}
inline bool isAscii(std::string_view text) { return asciiAtStart(text) == text.size(); }
inline bool isAsciiDigit(char c) { return c >= '0' && c <= '9'; }
inline bool isAsciiLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// With A–Z as a–z and all else as it is, whatever the locale: for the names of a file format.
inline std::string asciiLower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return text;
}

} // namespace entente
