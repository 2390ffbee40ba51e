// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/records.h"

#include <unordered_map>

namespace entente
{

/// Which records of one version of an article are those of another, each of one other at most.
struct RecordMatches
{
    std::unordered_map<MentionId, MentionId> mentions;
    std::unordered_map<EntityId, EntityId> entities;
    std::unordered_map<EventId, EventId> events;
    std::unordered_map<ClaimId, ClaimId> claims;
};

/// Of what an annotation file says, and what was made of it since: by the ids in the file.
RecordMatches matchBySource(const ArticleRecords& imported, const ArticleRecords& kept);

/// Of two versions of an article: by words and type, and by where they stand in the text; whatever
/// numbers they go by in their files.
/// @param newer both may have other texts.
RecordMatches matchByWords(const ArticleRecords& newer, const ArticleRecords& older);

/// The records under the ids of those that they are; others keep their own id, or get a new one
/// where it is taken.
/// @param taken more records whose ids are taken.
ArticleRecords underIdsOf(const RecordMatches& matches, ArticleRecords records,
                          const ArticleRecords& taken);

} // namespace entente
