// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "app/cli/project.h"
#include "graph/model/grades.h"
#include "graph/project/editjson.h"

#include <fmt/format.h>

#include <iostream>
#include <string>

namespace entente
{

namespace
{

Exit edit(const Arguments& arguments, const Streams& streams)
{
    auto project = openProject("edit", arguments, streams);
    if (!project)
        return project.error();
    std::istream& in = streams.in != nullptr ? *streams.in : std::cin;
    const auto stopAt = [&](int number, const std::string& words) {
        finish(*project, streams);
        return notDone(streams, "edit", fmt::format("line {}: {}", number, words));
    };
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.empty())
            continue;
        const auto wanted = editFromJson(line);
        if (!wanted)
            return stopAt(number, wanted.error());
        if (const std::string trouble = gradeTrouble(*wanted); !trouble.empty())
            return stopAt(number, trouble);
        const auto applied = project->perform(*wanted);
        if (!applied)
            return stopAt(number, applied.error().words);
        // Only now: who reads this may rely on it whatever happens next.
        streams.out << project->version() << '\n' << std::flush;
    }
    finish(*project, streams);
    return Exit::Done;
}

} // namespace

Command editCommand()
{
    return {
        "edit",
        "Does the edits that standard input gives, one a line, in a project.",
        {},
        {},
        "An edit is a JSON object as \"log --json\" shows it. For each one the version of the\n"
        "project that it made is written out, once it is on the disk. The first edit that\n"
        "cannot be done ends it; those before it stay done.",
        edit,
    };
}

} // namespace entente
