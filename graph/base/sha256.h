// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente
{

/// The SHA-256 of bytes (FIPS 180-4), as 64 hexadecimal digits in lower case.
std::string sha256Of(std::string_view bytes);

} // namespace entente
