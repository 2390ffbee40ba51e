// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "app/cli/project.h"
#include "graph/project/history.h"

#include <fmt/format.h>

#include <ostream>

namespace entente
{

namespace
{

Exit log(const Arguments& arguments, const Streams& streams)
{
    const auto project = lookAtProject("log", arguments, streams);
    if (!project)
        return project.error();
    const bool wantsJson = arguments.has("json");
    project->forEachEdit([&](const LoggedEdit& logged) {
        if (wantsJson) {
            streams.out << lineOf(logged) << '\n';
            return true;
        }
        streams.out << plain(fmt::format("{:>6}  {}  {}  {}", logged.number, logged.at,
                                         logged.author.analyst, wordsOf(logged)))
                    << '\n';
        return true;
    });
    return Exit::Done;
}

} // namespace

Command logCommand()
{
    return {
        "log",
        "Lists who changed what in a project, and when.",
        {},
        {jsonOption()},
        "From the first edit on; with --json one object a line, with the edit and the one\n"
        "that takes it back.",
        log,
    };
}

} // namespace entente
