// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/records.h"

#include <string>

namespace entente
{

// What records of one article must keep to, so that whatever names something finds it. All give the
// trouble in words for an analyst; empty: none.

std::string troubleWith(const Mention& mention, const ArticleRecords& records);
std::string troubleWith(const Entity& entity, const ArticleRecords& records);
std::string troubleWith(const Event& event, const ArticleRecords& records);
std::string troubleWith(const Claim& claim, const ArticleRecords& records);

/// Whether a mention, or a quote, that is said to be exact has the words that stand there. Those
/// that were found again by other means (anchoredBy) may differ in their white space.
bool isVerbatim(const Mention& mention, const Article& article);
bool isVerbatim(const Quote& quote, const Article& article);

/// Why a record cannot be taken away: another one names it.
std::string neededFor(MentionId id, const ArticleRecords& records);
std::string neededFor(EntityId id, const ArticleRecords& records);
std::string neededFor(EventId id, const ArticleRecords& records);
std::string neededFor(ClaimId id, const ArticleRecords& records);

/// All records of an article from outside: they belong to it, and name only what is in it.
std::string brokenReference(const ArticleRecords& records);

} // namespace entente
