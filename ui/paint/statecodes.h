// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace entente
{

/// The ISO 3166-1 alpha-3 code of a state by its English short name; empty when it is not known.
/// For what stands within its shape only: ids come from the annotation.
std::string_view stateCodeOf(std::string_view name);

} // namespace entente
