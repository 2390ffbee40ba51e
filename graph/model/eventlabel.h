// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

/// "A", "A and B", "A, B and C", "A, B, C and 4 others".
std::string listed(const std::vector<std::string>& names);

/// Puts a title together from a type's pattern: "{Role}" stands for the names in that role; a part
/// in brackets is left out when a role within it is empty: "[{Visitor}][ to {Destination}]".
std::string titleFrom(std::string_view pattern,
                      const std::function<std::vector<std::string>(std::string_view role)>& names);

} // namespace entente
