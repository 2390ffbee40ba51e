// SPDX-License-Identifier: Apache-2.0
#include "app/cli/project.h"

#include "app/cli/input.h"
#include "graph/project/backups.h"
#include "graph/project/recovery.h"
#include "ui/jobs/authorsettings.h"
#include "ui/jobs/backupsettings.h"

#include <fmt/format.h>

#include <ostream>

namespace entente
{

namespace
{

template <class Open>
Expected<ProjectFile, Exit> opened(const std::string& command, const Arguments& arguments,
                                   const Streams& streams, Open open)
{
    if (arguments.paths.size() != 1)
        return Unexpected{wrongUsage(streams, command, "one project is worked on at a time")};
    const std::filesystem::path& path = arguments.paths.front();
    auto project = open(path);
    if (!project)
        return Unexpected{notDone(streams, command, whyNotOpened(path, project.error()))};
    if (const std::string words = wordsOn(*project); !words.empty())
        streams.err << plain(words) << '\n';
    return std::move(*project);
}

} // namespace

Expected<ProjectFile, Exit> openProject(const std::string& command, const Arguments& arguments,
                                        const Streams& streams)
{
    return opened(command, arguments, streams, [](const std::filesystem::path& path) {
        return ProjectFile::open(path, authorFromSettings(), backupPlace());
    });
}

Expected<ProjectFile, Exit> lookAtProject(const std::string& command, const Arguments& arguments,
                                          const Streams& streams)
{
    return opened(command, arguments, streams,
                  [](const std::filesystem::path& path) { return lookAtProject(path); });
}

ProjectFile::Result<ProjectFile> lookAtProject(const std::filesystem::path& path)
{
    return isBackup(path, backupPlace())
               ? ProjectFile::look(path, authorFromSettings())
               : ProjectFile::open(path, authorFromSettings(), backupPlace());
}

std::string whyNotOpened(const std::filesystem::path& path, const ProjectTrouble& trouble)
{
    std::string words = trouble.words;
    const SecondCopy copy = secondCopyOf(path, trouble.kind, backupPlace());
    if (copy.newest)
        words += fmt::format(" The newest backup of it is {}, of version {}.",
                             copy.newest->path.string(), copy.newest->version);
    if (copy.canBeRecovered)
        words += fmt::format(" “entente-cli recover {}” puts it together again, with what was "
                             "done since.",
                             path.string());
    return words;
}

std::string wordsOn(const ProjectFile& project)
{
    std::string words = project.placeTrouble();
    if (const auto& later = project.laterWork())
        words +=
            fmt::format("{}{} “entente-cli recover '{}' --from '{}'” puts all of it together in a "
                        "new file.",
                        words.empty() ? "" : " ", later->words, project.path().string(),
                        later->folder.string());
    return words;
}

void finish(ProjectFile& project, const Streams& streams)
{
    project.backUpIfDue();
    if (!project.backupTrouble().empty())
        streams.err << plain(project.backupTrouble()) << '\n';
}

} // namespace entente
