// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/progress.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace entente
{

/// Writes a file so that there is the whole of it or what was there before: into a new file beside
/// it, counted, flushed to the disk and read back, then renamed. A link stays a link: what it leads
/// to is written, as editors do, or every file kept elsewhere would fall apart into two. The old
/// file's permissions are kept; what may not be written is not replaced either. What is no file (a
/// terminal, a pipe) is written to directly.
/// @returns why it could not be written; nothing when it was.
std::error_code writeFile(const std::filesystem::path& path, std::string_view bytes);

/// A file that could not be written, and why.
struct NotWritten
{
    std::filesystem::path path; ///< Of the file, or of the folder that it needs.
    std::error_code why;        ///< operation_canceled: progress was stopped before it.
};

/// Writes each file, the whole or nothing, and makes the folders that they need. Ends at the first
/// that cannot be written; those before it stay.
std::optional<NotWritten> writeFiles(const std::map<std::filesystem::path, std::string>& files,
                                     const Progress& progress = {});

/// Writes files that belong together, each as writeFile() does, so that there are all of them or
/// what was there before: they get their names when the last is on the disk, and where one cannot
/// get its name, the others give theirs back, unless the disk refuses that, too. @pre their folders
/// are there.
std::optional<NotWritten> writeTogether(const std::map<std::filesystem::path, std::string>& files);

/// What is to happen to a file that has a wanted name already.
enum class Existing { Keep, Replace };

/// Gives a file that was written under another name in the same folder the name it is to have, in
/// one step that outlives a loss of power.
/// @returns why not: file_exists, for one, where there is one that is to be kept. Where the
/// folder could not be flushed, what was to be replaced is, and may be back after a loss of power.
std::error_code putInPlace(const std::filesystem::path& temporary,
                           const std::filesystem::path& target, Existing existing);

} // namespace entente
