// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace entente
{

/// File contents by where they go; sorted, so that the order is the same everywhere.
using Files = std::map<std::filesystem::path, std::string>;

/// Writes each file, the whole or nothing, and makes the folders that they need.
/// @returns why it was given up, in words.
std::optional<std::string> writeAll(const Files& files);

/// "a.txt and 3 more of the files", to name what there may be thousands of.
std::string firstOf(const std::vector<std::string>& paths);

} // namespace entente
