// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/records.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace entente
{

class Ontology;

/// An article as its files say it by now, with the work that was done on it.
struct Reimported
{
    ArticleRecords records;
    /// What of the work does not fit the new files any more, and what became of it: sentences.
    std::vector<std::string> unfit;
};

/// An article in three versions. What differs between the first two was done by hand.
struct ArticleVersions
{
    const ArticleRecords& base;   ///< As its old files said it.
    const ArticleRecords& mine;   ///< As it is in the project.
    const ArticleRecords& theirs; ///< As its new files say it.
};

/// What is said of records by verdicts rests on them, too.
struct JudgedRecords
{
    std::set<EntityId> entities;
    std::set<EventId> events;
};

/// Takes work by hand over into a new version of an article. None of it is dropped: what was added
/// is found again by its words and what stands round them, or kept without a place; what was
/// changed stays so, also where the files have changed the same; what was removed stays away
/// unless the files have changed it. Records that are the same keep their ids.
Reimported reimport(const ArticleVersions& versions, const JudgedRecords& judged);

/// What the import makes of the files that are kept with an article.
/// @returns nothing, when they are not all kept.
std::optional<ArticleRecords> importedAgain(Article article, const Ontology& ontology);

} // namespace entente
