// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace entente
{

/// Whether bytes are well-formed UTF-8 from end to end (Unicode, table 3-7).
bool isUtf8(std::string_view bytes);

/// As much of a text's beginning as fits into so many bytes, without cutting a character in two.
std::string_view beginningOf(std::string_view text, std::size_t bytesAtMost);

} // namespace entente
