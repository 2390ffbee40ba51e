// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace entente
{

struct Citations;

/// Where the notes of a picture are that does not hold them itself: beside it, figure.png.notes.md.
std::filesystem::path notesBeside(const std::filesystem::path& picture);
/// The articles that they cite: figure.png.sources.json.
std::filesystem::path sourcesBeside(const std::filesystem::path& picture);

/// The notes as Markdown, and the articles that they cite as CSL-JSON, for keepers of references.
/// @param title above the notes. @param filters what was asked of the graph, in words.
std::map<std::filesystem::path, std::string> notesFiles(const Citations& citations,
                                                        const std::string& title,
                                                        const std::string& filters,
                                                        const std::filesystem::path& picture);

/// Why one of the two may not be written, for people: there is a file of its name that was not
/// written by notesFiles(), or has been changed since, and nobody was asked whether it may be
/// replaced. Nothing: both may.
std::optional<std::string> notesInTheWay(const std::filesystem::path& picture);

} // namespace entente
