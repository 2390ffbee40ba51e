// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "app/cli/project.h"

#include <ostream>

namespace entente
{

namespace
{

Exit verifyProject(const Arguments& arguments, const Streams& streams)
{
    const auto project = lookAtProject("verify", arguments, streams);
    if (!project)
        return project.error();
    const std::vector<std::string> wrong = project->verify();
    for (const std::string& words : wrong)
        streams.out << plain(words) << '\n';
    if (wrong.empty())
        streams.err << "All is well.\n";
    return wrong.empty() ? Exit::Done : Exit::NotDone;
}

} // namespace

Command verifyCommand()
{
    return {
        "verify",
        "Sees whether a project is whole: the file, its texts and its log.",
        {},
        {},
        "Lists what does not agree, one thing a line: the database with itself, texts with\n"
        "their checksums, quotes with the texts, what is held with the log that it came\n"
        "from. The exit code is 1 when there is something.",
        verifyProject,
    };
}

} // namespace entente
