// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace entente
{

/// Whether bytes are well-formed UTF-8 from end to end (Unicode, table 3-7).
bool isUtf8(std::string_view bytes);

} // namespace entente
