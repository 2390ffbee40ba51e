// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "app/cli/project.h"

#include <ostream>

namespace entente
{

namespace
{

Exit backup(const Arguments& arguments, const Streams& streams)
{
    auto project = openProject("backup", arguments, streams);
    if (!project)
        return project.error();
    if (!arguments.has("output")) {
        const auto made = project->backUp();
        if (!made)
            return notDone(streams, "backup", made.error().words);
        streams.out << plain(made->string()) << '\n';
        return Exit::Done;
    }
    if (const auto trouble = project->copyTo(arguments.value("output")))
        return notDone(streams, "backup", trouble->words);
    finish(*project, streams);
    return Exit::Done;
}

} // namespace

Command backupCommand()
{
    return {
        "backup",
        "Copies a project, and sees that the copy is good.",
        {},
        {{"output", "FILE", "the copy, which must not be there yet", {}, "o"}},
        "Without -o it goes among the backups that are made of every project from time to time, "
        "and\n"
        "is named. A project may be copied by any other means too, while no program has it open.",
        backup,
    };
}

} // namespace entente
