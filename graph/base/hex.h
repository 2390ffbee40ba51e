// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente
{

/// Two lower-case hexadecimal digits a byte.
std::string toHex(std::string_view bytes);
/// Puts them behind what is there.
void appendHex(std::string& digits, std::string_view bytes);
/// @returns nothing when these are not pairs of hexadecimal digits.
std::optional<std::string> fromHex(std::string_view digits);

} // namespace entente
