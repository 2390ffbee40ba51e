// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/opening.h"

#include "graph/annotation/ontologies.h"
#include "graph/project/projectcorpus.h"
#include "graph/project/recovery.h"
#include "ui/jobs/backupsettings.h"

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

NotOpened notOpened(const std::filesystem::path& path, const ProjectTrouble& trouble)
{
    SecondCopy copy = secondCopyOf(path, trouble.kind, backupPlace());
    return {.words = trouble.words,
            .backup = std::move(copy.newest),
            .canBeRecovered = copy.canBeRecovered};
}

NotOpened cancelled()
{
    return {.words = "Opening was cancelled.", .backup = {}, .canBeRecovered = false};
}

Expected<Opened, NotOpened> openProject(const Opening& opening, const Progress& progress)
{
    if (opening.paths.size() > 1)
        return Unexpected{NotOpened{.words = "A project is opened by itself. Open it first, then "
                                             "import the other files into it.",
                                    .backup = {},
                                    .canBeRecovered = false}};
    progress.report("Opening the project", 0, 0);
    const std::filesystem::path& path = opening.paths.front();
    // A copy of a project is looked at, and let go once it is read: it has to stay as it is.
    const bool isBackup = entente::isBackup(path, backupPlace());
    auto project = isBackup ? ProjectFile::look(path, opening.author, progress)
                            : ProjectFile::open(path, opening.author, backupPlace(), progress,
                                                ProjectFile::CatchUp::Later);
    if (!project)
        return Unexpected{notOpened(path, project.error())};
    if (progress.stopped())
        return Unexpected{cancelled()};
    progress.report("Putting the graph together", 0, 0);
    Opened opened = foldCorpus(corpusOf(*project, opening.resources));
    opened.isBackup = isBackup;
    opened.placeTrouble = isBackup ? std::string() : project->placeTrouble();
    opened.laterWork = project->laterWork();
    opened.lastLook = project->lastLook();
    if (!isBackup)
        opened.project = std::make_shared<ProjectFile>(std::move(*project));
    return opened;
}

} // namespace

Expected<Opened, NotOpened> open(const Opening& opening, const Progress& progress)
{
    if (std::ranges::any_of(opening.paths, isProject))
        return openProject(opening, progress);
    Expected<Corpus, std::string> corpus = openCorpus(opening.paths, opening.resources, progress);
    if (!corpus)
        return Unexpected{
            NotOpened{.words = corpus.error(), .backup = {}, .canBeRecovered = false}};
    if (progress.stopped())
        return Unexpected{cancelled()};
    progress.report("Putting the graph together", 0, 0);
    return foldCorpus(std::move(*corpus));
}

} // namespace entente
