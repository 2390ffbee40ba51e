// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/opening.h"

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

Expected<Opened, std::string> open(const Opening& opening, const Progress& progress)
{
    Expected<Corpus, std::string> corpus = openCorpus(opening.paths, opening.resources, progress);
    if (!corpus)
        return Unexpected{corpus.error()};
    if (progress.stopped())
        return Unexpected{std::string("Opening was cancelled.")};
    progress.report("Putting the graph together", 0, 0);
    return foldCorpus(std::move(*corpus));
}

} // namespace entente
