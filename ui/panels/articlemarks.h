// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/evidence.h"

#include <optional>
#include <string>
#include <vector>

namespace entente
{

/// What marked words are for.
enum class MarkUse {
    Name,    ///< They name a node.
    Trigger, ///< They tell of an event.
    Detail,  ///< Dates, positions and words that say how sure.
    Quote,   ///< The evidence of a claim.
};

/// Words of an article that the annotation marks, one run of them.
struct ArticleMark
{
    TextSpan span;
    MarkUse use = MarkUse::Name;
    std::string type;
    MentionId mention;
    std::optional<Subject> target; ///< What they lead to; none for words that no claim uses.

    bool operator==(const ArticleMark&) const = default;
};

/// All that is marked in an article, outer marks before those within them.
std::vector<ArticleMark> marksOf(const EvidenceBase& base, ArticleId article);

/// The innermost mark that leads somewhere, at a code point; a null pointer when there is none.
const ArticleMark* markAt(const std::vector<ArticleMark>& marks, int position);
/// The innermost marked words round a place, whether they lead somewhere or not; those that are
/// evidence alone do not count. An empty place is a cursor: behind the last letter it still stands
/// at the word. A null pointer when there are none.
const ArticleMark* wordsAt(const std::vector<ArticleMark>& marks, TextSpan place);

/// Where an article speaks of the subject: an entity's mentions; the quotes and triggers of an
/// event's or an edge's claims.
TextSpans spansOf(const EvidenceBase& base, const Subject& subject, ArticleId article);

/// The articles that speak of the subject.
std::vector<ArticleId> articlesOf(const EvidenceBase& base, const Subject& subject);

} // namespace entente
