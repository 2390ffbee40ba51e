// SPDX-License-Identifier: Apache-2.0
#include "app/cli/project.h"

#include "app/cli/input.h"
#include "graph/project/backups.h"

#include <fmt/format.h>

#include <ostream>

namespace entente
{

Author currentAuthor() { return {userName(), Uuid()}; }

Expected<ProjectFile, Exit> openProject(const std::string& command, const Arguments& arguments,
                                        const Streams& streams)
{
    if (arguments.paths.size() != 1)
        return Unexpected{wrongUsage(streams, command, "one project is worked on at a time")};
    const std::filesystem::path& path = arguments.paths.front();
    auto project = ProjectFile::open(path, currentAuthor(), backupRoot());
    if (!project)
        return Unexpected{notOpened(streams, command, path, project.error())};
    return std::move(*project);
}

Exit notOpened(const Streams& streams, const std::string& command,
               const std::filesystem::path& path, const ProjectTrouble& trouble)
{
    const Exit exit = notDone(streams, command, trouble.words);
    const bool isLost = trouble.kind == ProjectTrouble::Kind::Damaged ||
                        trouble.kind == ProjectTrouble::Kind::NoProject ||
                        trouble.kind == ProjectTrouble::Kind::NotThere;
    if (!isLost && trouble.kind != ProjectTrouble::Kind::InUse)
        return exit;
    const auto backup = Backups(backupRoot(), std::filesystem::absolute(path)).newest();
    if (!backup)
        return exit;
    streams.err << plain(fmt::format("The newest backup of it is {}, of version {}.\n",
                                     backup->path.string(), backup->version));
    if (isLost)
        streams.err << plain(
            fmt::format("“entente-cli recover {}” puts it together again, with what "
                        "was done since.\n",
                        path.string()));
    return exit;
}

void finish(ProjectFile& project, const Streams& streams)
{
    project.backUpIfDue();
    if (!project.backupTrouble().empty())
        streams.err << plain(project.backupTrouble()) << '\n';
}

} // namespace entente
