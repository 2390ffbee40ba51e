// SPDX-License-Identifier: Apache-2.0
#include "app/cli/files.h"

#include "graph/base/writefile.h"

#include <fmt/format.h>

namespace entente
{

std::optional<std::string> writeAll(const Files& files)
{
    const auto failed = writeFiles(files);
    return failed ? std::optional(fmt::format("{} could not be written: {}", failed->path.string(),
                                              failed->why.message()))
                  : std::nullopt;
}

std::string firstOf(const std::vector<std::string>& paths)
{
    return paths.size() == 1
               ? paths.front()
               : fmt::format("{} and {} more of the files", paths.front(), paths.size() - 1);
}

} // namespace entente
