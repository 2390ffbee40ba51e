// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace entente
{

/// Writes a file so that there is the whole of it or what was there before: into a temporary file
/// beside it, flushed to the disk, then renamed. What is no file (a terminal, a pipe) is written to
/// directly.
/// @returns why it could not be written, in words; nothing when it was.
std::optional<std::string> writeFile(const std::filesystem::path& path, std::string_view bytes);

} // namespace entente
