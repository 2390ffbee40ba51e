// SPDX-License-Identifier: Apache-2.0
#include "graph/base/resourcefolder.h"

#include <cstdlib>
#include <system_error>

namespace entente
{

std::filesystem::path resourceFolder()
{
    if (const char* given = std::getenv("ENTENTE_RESOURCES"); given && *given)
        return given;
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    for (std::filesystem::path folder = program.parent_path(); folder.has_relative_path();
         folder = folder.parent_path()) {
        for (const char* place : {"share/entente", "resources"}) {
            if (std::filesystem::exists(folder / place / "ontology" / "entente.json", error))
                return folder / place;
        }
    }
    return "resources";
}

} // namespace entente
