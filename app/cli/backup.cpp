// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "app/cli/project.h"

namespace entente
{

namespace
{

Exit backup(const Arguments& arguments, const Streams& streams)
{
    if (!arguments.has("output"))
        return wrongUsage(streams, "backup", "-o names the file to copy the project into");
    const auto project = openProject("backup", arguments, streams);
    if (!project)
        return project.error();
    if (const auto trouble = project->copyTo(arguments.value("output")))
        return notDone(streams, "backup", trouble->words);
    return Exit::Done;
}

} // namespace

Command backupCommand()
{
    return {
        "backup",
        "Copies a project into another file, and sees that the copy is good.",
        {},
        {{"output", "FILE", "the copy, which must not be there yet", {}, "o"}},
        "A project may be copied by any other means too, while no program has it open.",
        backup,
    };
}

} // namespace entente
