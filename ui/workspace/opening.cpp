// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/opening.h"

namespace entente
{

namespace
{

/// Placements of nodes that are gone are dropped without a word: there is nothing to place.
void place(const std::map<NodeId, Point>& placements, Opened& opened)
{
    PlaceNodes edit;
    for (const auto& [node, point] : placements)
        edit.placements.push_back({node, point});
    if (edit.placements.empty())
        return;
    const Expected<Applied, std::string> applied = opened.corpus.store.apply(Edit(edit));
    if (applied.has_value())
        return;
    // One node that the store refuses must not unplace the others.
    for (const NodePlacement& placement : edit.placements)
        (void)opened.corpus.store.apply(Edit(PlaceNodes{{placement}}));
}

} // namespace

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
    Opened opened = foldCorpus(std::move(*corpus));
    place(opening.placements, opened);
    return opened;
}

} // namespace entente
