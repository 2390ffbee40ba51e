// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente
{

/// Where two texts that look the same first differ, for people: "“a” is Latin in the one and
/// Cyrillic in the other"; by the names of the characters where the script is the same. Empty: they
/// do not differ, or one of them just goes on.
std::string firstDifference(std::string_view one, std::string_view other);

} // namespace entente
