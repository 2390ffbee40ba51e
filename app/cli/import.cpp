// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "app/cli/project.h"
#include "graph/annotation/corpus.h"
#include "graph/base/resourcefolder.h"
#include "graph/project/backups.h"
#include "graph/project/importplan.h"
#include "ui/jobs/authorsettings.h"
#include "ui/jobs/backupsettings.h"

#include <fmt/format.h>

#include <ostream>

namespace entente
{

namespace
{

/// In one step: all that is new or changed, or nothing.
/// @param isMeant that files have lost most of their annotations.
Exit importInto(ProjectFile& project, const Corpus& corpus, bool isMeant, const Streams& streams)
{
    const ImportPlan plan = planImport(project.store(), corpus.store, resourceFolder());
    if (!plan.shrunk.empty() && !isMeant) {
        const ImportPlan::Shrunk& first = plan.shrunk.front();
        std::string more;
        if (plan.shrunk.size() > 1)
            more =
                fmt::format(", and {} more likewise", counted(plan.shrunk.size() - 1, "article"));
        return notDone(
            streams, "import",
            fmt::format("The files of “{}” had {} annotations and have {} now{}. Nothing "
                        "was imported; --force imports it all the same.",
                        first.title, first.before, first.after, more));
    }
    if (!plan.edit.edits.empty()) {
        if (const auto applied = project.perform(plan.edit); !applied)
            return notDone(streams, "import", applied.error().words);
    }
    const auto articles = [](int count) {
        return counted(static_cast<std::size_t>(count), "article");
    };
    streams.err << articles(plan.added) << " imported";
    if (plan.renewed > 0)
        streams.err << ", " << articles(plan.renewed) << " renewed from changed files";
    if (plan.there > 0)
        streams.err << ", " << articles(plan.there) << " left as they are in the project";
    streams.err << ".\n";
    if (plan.hasVocabulary)
        streams.err << "The vocabulary that the folder has for them was taken over.\n";
    for (const ImportPlan::Unfit& unfit : plan.unfit)
        streams.err << plain(fmt::format("“{}”: {}.", unfit.title, unfit.words)) << '\n';
    return plan.unfit.empty() ? Exit::Done : Exit::NotDone;
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
                       ? ProjectFile::open(path, authorFromSettings(), backupPlace())
                       : ProjectFile::create(path, authorFromSettings(), backupPlace());
    if (!project)
        return notDone(streams, "import", whyNotOpened(path, project.error()));
    if (const std::string words = wordsOn(*project); !words.empty())
        streams.err << plain(words) << '\n';
    const Exit exit = importInto(*project, *corpus, arguments.has("force"), streams);
    finish(*project, streams);
    return exit;
}

} // namespace

Command importCommand()
{
    return {
        "import",
        "Takes annotated articles into a project, with their exact bytes.",
        {},
        {{"output", "FILE", "the project, NAME.entente; made when it is not there", {}, "o"},
         {"force", "", "also where files have lost most of their annotations", {}, ""}},
        "Articles that the project has already are left as they are, unless their files have\n"
        "changed: then they are renewed, with all work on them. What of that does not fit any\n"
        "more is kept and listed, and the exit code is 1. Where the files of one have lost most\n"
        "of their annotations, as when they were cut short, nothing is imported without --force.\n"
        "\n"
        "A project holds all it needs: the files that were imported may go.",
        import,
    };
}

} // namespace entente
