// SPDX-License-Identifier: Apache-2.0
#include "graph/base/hex.h"

#include <fmt/format.h>

#include <charconv>

namespace entente
{

std::string toHex(std::string_view bytes)
{
    std::string digits;
    for (const char byte : bytes)
        digits += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return digits;
}

std::optional<std::string> fromHex(std::string_view digits)
{
    if (digits.size() % 2 != 0)
        return std::nullopt;
    std::string bytes;
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
