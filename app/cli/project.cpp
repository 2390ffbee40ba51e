// SPDX-License-Identifier: Apache-2.0
#include "app/cli/project.h"

#include "app/cli/input.h"

namespace entente
{

Author currentAuthor() { return {userName(), Uuid()}; }

Expected<ProjectFile, Exit> openProject(const std::string& command, const Arguments& arguments,
                                        const Streams& streams)
{
    if (arguments.paths.size() != 1)
        return Unexpected{wrongUsage(streams, command, "one project is worked on at a time")};
    auto project = ProjectFile::open(arguments.paths.front(), currentAuthor());
    if (!project)
        return Unexpected{notDone(streams, command, project.error().words)};
    return std::move(*project);
}

} // namespace entente
