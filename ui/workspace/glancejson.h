// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "ui/workspace/scene.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace entente
{

nlohmann::ordered_json jsonOf(const Wanted& wanted);
/// Throws nlohmann::json::exception when it is none.
Wanted wantedFrom(const nlohmann::ordered_json& json);

/// As a saved view keeps it.
std::string stateOf(const Glance& glance);
/// @returns why it is none, in words.
Expected<Glance, std::string> glanceFrom(const std::string& state);

} // namespace entente
