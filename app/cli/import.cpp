// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "app/cli/project.h"
#include "graph/annotation/corpus.h"
#include "graph/project/importplan.h"

#include <fmt/format.h>

#include <ostream>

namespace entente
{

namespace
{

/// In one step: all that is new, or nothing. An article that is there already stays as it is, with
/// all hand work.
Exit importInto(ProjectFile& project, const Corpus& corpus, const Streams& streams)
{
    const ImportPlan plan = planImport(project.store(), corpus.store);
    if (!plan.edit.edits.empty()) {
        if (const auto applied = project.perform(plan.edit); !applied)
            return notDone(streams, "import", applied.error().words);
    }
    streams.err << counted(static_cast<std::size_t>(plan.added), "article") << " imported";
    if (plan.there > 0)
        streams.err << ", " << counted(static_cast<std::size_t>(plan.there), "article")
                    << " left as they are in the project";
    streams.err << ".\n";
    for (const std::string& title : plan.changed)
        streams.err << plain(fmt::format("“{}” is in the project with another text or annotation; "
                                         "it was left as it is there.",
                                         title))
                    << '\n';
    return plan.changed.empty() ? Exit::Done : Exit::NotDone;
}

Exit import(const Arguments& arguments, const Streams& streams)
{
    if (!arguments.has("output"))
        return wrongUsage(streams, "import", "-o names the project to import into");
    const std::filesystem::path path = arguments.value("output");
    if (!isProject(path))
        return wrongUsage(streams, "import", "a project's name ends in .entente");
    if (const auto reason = reasonNotToWrite(arguments, path))
        return notDone(streams, "import", *reason);
    const std::optional<Corpus> corpus = readAndReport("import", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    std::error_code error;
    auto project = std::filesystem::exists(path, error)
                       ? ProjectFile::open(path, currentAuthor())
                       : ProjectFile::create(path, currentAuthor());
    if (!project)
        return notDone(streams, "import", project.error().words);
    return importInto(*project, *corpus, streams);
}

} // namespace

Command importCommand()
{
    return {
        "import",
        "Takes annotated articles into a project, with their exact bytes.",
        {},
        {{"output", "FILE", "the project, NAME.entente; made when it is not there", {}, "o"}},
        "Articles that the project has already are left as they are.\n"
        "\n"
        "A project holds all it needs: the files that were imported may go.",
        import,
    };
}

} // namespace entente
