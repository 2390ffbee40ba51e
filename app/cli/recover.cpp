// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "app/cli/project.h"
#include "graph/project/recovery.h"
#include "ui/jobs/authorsettings.h"
#include "ui/jobs/backupsettings.h"

#include <fmt/format.h>

#include <ostream>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

Exit recover(const Arguments& arguments, const Streams& streams)
{
    if (arguments.paths.size() != 1)
        return wrongUsage(streams, "recover", "one project is put together at a time");
    const fs::path& damaged = arguments.paths.front();
    const fs::path target =
        arguments.has("output") ? fs::path(arguments.value("output")) : recoveredName(damaged);
    const Backups kept = arguments.has("from") ? Backups::in(arguments.value("from"))
                                               : keptCopies(backupPlace(), damaged);
    const auto recovered = recoverProject(kept, target, authorFromSettings());
    if (!recovered)
        return notDone(streams, "recover", recovered.error().words);
    for (const std::string& words : recovered->wrong)
        streams.err << plain(words) << '\n';
    const std::optional<Backup>& backup = recovered->backup;
    streams.err << plain(fmt::format(
        "{} has version {}: {}, and {} from the log. {} was left as it is.\n", target.string(),
        recovered->version,
        backup ? "the backup " + backup->path.string() : std::string("no backup"),
        counted(static_cast<std::size_t>(recovered->replayed), "edit"), damaged.string()));
    streams.out << plain(target.string()) << '\n';
    return recovered->wrong.empty() ? Exit::Done : Exit::NotDone;
}

} // namespace

Command recoverCommand()
{
    return {
        "recover",
        "Puts a damaged or lost project together again, in a new file.",
        {},
        {{"output", "FILE", "the new file; unless given NAME-recovered.entente beside it", {}, "o"},
         {"from",
          "FOLDER",
          "with what was set aside there when another file took the place of the project",
          {},
          {}}},
        "From the newest backup that is good, and from the log of edits that is kept beside the\n"
        "backups. The project itself is not touched. What could not be used is listed, and the\n"
        "exit code is 1 then.\n"
        "\n"
        "Where another file took the place of the project, an older copy of it for one, what was\n"
        "kept of it was set aside into a folder before-…, which --from names.",
        recover,
    };
}

} // namespace entente
