// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente
{

// Base 64 of RFC 4648 §4, with its padding: four characters for three bytes.

/// Puts it behind what is there. Pieces follow each other where all but the last one are of a size
/// that three divides.
void appendBase64(std::string& characters, std::string_view bytes);
/// @returns nothing when there are other characters than its own and blanks, or when its last group
/// is not whole.
std::optional<std::string> fromBase64(std::string_view characters);

} // namespace entente
