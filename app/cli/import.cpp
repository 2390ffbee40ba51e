// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "app/cli/project.h"
#include "graph/annotation/corpus.h"

#include <fmt/format.h>

#include <ostream>

namespace entente
{

namespace
{

/// An article that is there already stays as it is, with all hand work.
Exit importInto(ProjectFile& project, const Corpus& corpus, const Streams& streams)
{
    std::size_t added = 0;
    std::size_t there = 0;
    for (const ArticleId id : corpus.store.articles()) {
        const Article& article = *corpus.store.article(id);
        if (const Article* old = project.store().article(id)) {
            if (old->sha256 != article.sha256)
                return notDone(streams, "import",
                               fmt::format("“{}” is in the project with another text; it was left "
                                           "as it is, and {} not imported",
                                           old->name, article.file));
            ++there;
            continue;
        }
        const auto applied = project.perform(AddArticle{corpus.store.records(id)});
        if (!applied)
            return notDone(streams, "import", applied.error().words);
        if (const auto bytes = annotationBytesOf(article)) {
            if (const auto kept = project.keepAnnotation(id, *bytes); !kept)
                return notDone(streams, "import", kept.error().words);
        }
        ++added;
    }
    streams.err << counted(added, "article") << " imported";
    if (there > 0)
        streams.err << ", " << counted(there, "article") << " left as they are in the project";
    streams.err << ".\n";
    return Exit::Done;
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
