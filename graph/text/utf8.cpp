// SPDX-License-Identifier: Apache-2.0
#include "graph/text/utf8.h"

#include "graph/text/ascii.h"

#include <unicode/utf8.h>

#include <cstdint>

namespace entente
{

bool isUtf8(std::string_view bytes)
{
    bytes.remove_prefix(asciiAtStart(bytes)); // Mostly all.
    const char* const data = bytes.data();
    const auto size = static_cast<std::int32_t>(bytes.size());
    for (std::int32_t i = 0; i < size;) {
        UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" // ICU's macro narrows in its own body.
        U8_NEXT(data, i, size, c);
#pragma GCC diagnostic pop
        if (c < 0)
            return false;
    }
    return true;
}

std::string_view beginningOf(std::string_view text, std::size_t bytesAtMost)
{
    if (text.size() <= bytesAtMost)
        return text;
    std::size_t end = bytesAtMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end);
}

} // namespace entente
