// SPDX-License-Identifier: Apache-2.0
#include "graph/base/sha256.h"

#include <sha2.h>

#include <array>

namespace entente
{

std::string sha256Of(std::string_view bytes)
{
    std::array<char, SHA256_DIGEST_STRING_LENGTH> text{};
    SHA256Data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), text.data());
    return text.data();
}

} // namespace entente
