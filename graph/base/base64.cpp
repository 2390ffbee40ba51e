// SPDX-License-Identifier: Apache-2.0
#include "graph/base/base64.h"

#include <nettle/base64.h>

namespace entente
{

void appendBase64(std::string& characters, std::string_view bytes)
{
    const std::size_t before = characters.size();
    characters.resize(before + BASE64_ENCODE_RAW_LENGTH(bytes.size()));
    base64_encode_raw(characters.data() + before, bytes.size(),
                      reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::optional<std::string> fromBase64(std::string_view characters)
{
    base64_decode_ctx context = {};
    base64_decode_init(&context);
    std::string bytes(BASE64_DECODE_LENGTH(characters.size()), '\0');
    std::size_t size = bytes.size();
    if (base64_decode_update(&context, &size, reinterpret_cast<std::uint8_t*>(bytes.data()),
                             characters.size(), characters.data()) == 0 ||
        base64_decode_final(&context) == 0)
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

} // namespace entente
