// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/uuid.h"
#include "graph/project/projectfile.h"

#include <fmt/format.h>

#include <filesystem>

namespace entente
{

/// A name in the same folder that nobody else has, for a project until it is whole.
inline std::filesystem::path nameBeside(const std::filesystem::path& target)
{
    return target.parent_path() /
           fmt::format(".{}-{}.entente", target.stem().string(), randomUuid().text().substr(0, 8));
}

/// What is said where a name is taken.
inline ProjectTrouble alreadyThere(const std::filesystem::path& path)
{
    return {ProjectTrouble::Kind::Other,
            fmt::format("There is a file {} already. Choose another name.", path.string())};
}

} // namespace entente
