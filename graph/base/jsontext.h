// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace entente
{

/// JSON holds UTF-8 only; other bytes, which files can hold, go into an object of one member:
/// {"hex": "c3"}.
nlohmann::ordered_json jsonOf(const std::string& text);
/// Puts the same behind what is there, without a tree of objects in between.
void appendJson(std::string& json, std::string_view text);
/// @returns what a text from outside says as JSON; or why it was not read, in words. One that is
/// nested far deeper than anything we write is not: the parser would take a gigabyte for it.
Expected<nlohmann::ordered_json, std::string> parsedJson(std::string_view text);

/// Throws nlohmann::json::exception, or std::invalid_argument with what is wrong in words.
std::string textFrom(const nlohmann::ordered_json& json);

} // namespace entente
