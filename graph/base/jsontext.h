// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace entente
{

/// JSON holds UTF-8 only; other bytes, which files can hold, go into an object of one member:
/// {"hex": "c3"}.
nlohmann::ordered_json jsonOf(const std::string& text);
/// Throws nlohmann::json::exception, or std::invalid_argument with what is wrong in words.
std::string textFrom(const nlohmann::ordered_json& json);

} // namespace entente
