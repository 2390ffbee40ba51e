// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"
#include "graph/base/expected.h"
#include "graph/base/progress.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace entente
{

/// The files of one article, side by side: NAME.txt, NAME.ann, NAME.json.
struct ArticleFiles
{
    std::string name;           ///< Path within what was opened, without suffix, with '/'.
    std::filesystem::path root; ///< The folder that was opened, or the file's own.
    std::filesystem::path stem; ///< Full path without suffix.
    bool hasText = false;
    bool hasAnnotation = false;
    bool hasMetadata = false;

    std::filesystem::path withSuffix(const char* suffix) const;
};

/// The articles under the paths, sorted by name, each once. Folders are searched in depth; symbolic
/// links are followed, but no folder is entered twice. A folder or file that cannot be read is a
/// diagnostic.
/// @returns an error, in words, when a path is not there or is of no use.
Expected<std::vector<ArticleFiles>, std::string>
findArticles(const std::vector<std::filesystem::path>& paths, const Progress& progress,
             Diagnostics& diagnostics);

/// An article is some kilobytes; what is larger than this is something else, and would take the
/// memory.
inline constexpr std::size_t articleBytesAtMost = 64U << 20U;

/// A file's bytes; or why it could not be read, in words.
Expected<std::string, std::string> readFile(const std::filesystem::path& path,
                                            std::size_t bytesAtMost = articleBytesAtMost);

} // namespace entente
