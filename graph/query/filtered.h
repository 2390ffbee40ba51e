// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/filterjudge.h"

namespace entente
{

/// What a filter leaves of a graph of events, in its order and with the same ids.
///
/// Claims are judged: an event stays when one of its claims passes, an edge when one of its own
/// does and both its ends stay. Somebody stays who has an edge left; who had none is judged by his
/// mentions, and where kinds alone are asked for, they are given whole. Relations between two
/// actors or two events have no modality and no date: where such is asked, they stay between what
/// stays.
///
/// Where it is asked what was known on a day, all this is done with the graph as it was known then.
/// Else what is left is what it was: an event's modality, date and name are those that all its
/// claims add up to, also those that do not pass. Only how often somebody took part is counted
/// anew, and so are ties, when the result is projected: they count the events that are left.
KnowledgeGraph filtered(const KnowledgeGraph& events, const FilterGround& ground,
                        const Filter& filter);

/// The claims by which events and relations are left.
std::unordered_set<ClaimId> passingClaims(const KnowledgeGraph& events, const FilterGround& ground,
                                          const Filter& filter);

} // namespace entente
