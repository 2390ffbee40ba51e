// SPDX-License-Identifier: Apache-2.0
#include "app/cli/project.h"

#include "app/cli/input.h"

#include <pwd.h>
#include <unistd.h>

namespace entente
{

bool isProject(const std::filesystem::path& path) { return path.extension() == ".entente"; }

Author currentAuthor()
{
    const passwd* user = getpwuid(getuid());
    return {user != nullptr ? user->pw_name : std::to_string(getuid()), Uuid()};
}

std::optional<ProjectFile> openProject(const std::string& command, const Arguments& arguments,
                                       const Streams& streams)
{
    if (arguments.paths.size() != 1) {
        wrongUsage(streams, command, "one project is worked on at a time");
        return std::nullopt;
    }
    auto project = ProjectFile::open(arguments.paths.front(), currentAuthor());
    if (!project) {
        notDone(streams, command, project.error().words);
        return std::nullopt;
    }
    return std::move(*project);
}

} // namespace entente
