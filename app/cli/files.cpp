// SPDX-License-Identifier: Apache-2.0
#include "app/cli/files.h"

#include "graph/base/writefile.h"

#include <fmt/format.h>

namespace entente
{

namespace fs = std::filesystem;

std::optional<std::string> writeAll(const Files& files)
{
    for (const auto& [path, bytes] : files) {
        std::error_code error;
        fs::create_directories(path.parent_path(), error);
        if (error)
            return fmt::format("the folder {} could not be made: {}", path.parent_path().string(),
                               error.message());
        if (const std::error_code why = writeFile(path, bytes))
            return fmt::format("{} could not be written: {}", path.string(), why.message());
    }
    return std::nullopt;
}

std::string firstOf(const std::vector<std::string>& paths)
{
    return paths.size() == 1
               ? paths.front()
               : fmt::format("{} and {} more of the files", paths.front(), paths.size() - 1);
}

} // namespace entente
