// SPDX-License-Identifier: Apache-2.0
#include "graph/base/hex.h"

#include <charconv>

namespace entente
{

std::string toHex(std::string_view bytes)
{
    std::string digits;
    appendHex(digits, bytes);
    return digits;
}

void appendHex(std::string& digits, std::string_view bytes)
{
    constexpr std::string_view digitOf = "0123456789abcdef";
    std::size_t at = digits.size();
    digits.resize(at + bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        digits[at++] = digitOf[byte >> 4U];
        digits[at++] = digitOf[byte & 0xFU];
    }
}

std::optional<std::string> fromHex(std::string_view digits)
{
    if (digits.size() % 2 != 0)
        return std::nullopt;
    std::string bytes;
    bytes.reserve(digits.size() / 2);
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        const char* const begin = digits.data() + i;
        unsigned char byte = 0;
        const auto [end, error] = std::from_chars(begin, begin + 2, byte, 16);
        if (error != std::errc() || end != begin + 2)
            return std::nullopt;
        bytes += static_cast<char>(byte);
    }
    return bytes;
}

} // namespace entente
