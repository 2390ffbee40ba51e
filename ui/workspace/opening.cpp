// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/opening.h"

#include "graph/project/projectcorpus.h"

#include <algorithm>

namespace entente
{

Opened foldCorpus(Corpus corpus)
{
    Opened opened;
    opened.corpus = std::move(corpus);
    opened.events =
        std::make_shared<const KnowledgeGraph>(fold(opened.corpus.store, opened.corpus.ontology));
    opened.actors = std::make_shared<const KnowledgeGraph>(
        actorsProjection(*opened.events, opened.corpus.ontology));
    return opened;
}

Opened openNothing(const std::filesystem::path& resources)
{
    const std::filesystem::path ours = resources / "ontology";
    Corpus corpus;
    corpus.ontology = readOntology(ours, ours, ours).ontology;
    return foldCorpus(std::move(corpus));
}

namespace
{

Expected<Opened, std::string> openProject(const Opening& opening, const Progress& progress)
{
    if (opening.paths.size() > 1)
        return Unexpected{std::string("A project is opened by itself. Open it first, then import "
                                      "the other files into it.")};
    progress.report("Opening the project", 0, 0);
    auto project = ProjectFile::open(opening.paths.front(), opening.author);
    if (!project)
        return Unexpected{project.error().words};
    if (progress.stopped())
        return Unexpected{std::string("Opening was cancelled.")};
    progress.report("Putting the graph together", 0, 0);
    Opened opened = foldCorpus(corpusOf(*project, opening.resources));
    opened.project = std::make_shared<ProjectFile>(std::move(*project));
    return opened;
}

} // namespace

Expected<Opened, std::string> open(const Opening& opening, const Progress& progress)
{
    if (std::ranges::any_of(opening.paths, isProject))
        return openProject(opening, progress);
    Expected<Corpus, std::string> corpus = openCorpus(opening.paths, opening.resources, progress);
    if (!corpus)
        return Unexpected{corpus.error()};
    if (progress.stopped())
        return Unexpected{std::string("Opening was cancelled.")};
    progress.report("Putting the graph together", 0, 0);
    return foldCorpus(std::move(*corpus));
}

} // namespace entente
