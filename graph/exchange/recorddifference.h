// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"

#include <vector>

namespace entente
{

/// The edits, in an order in which each can be done, that give an article the records that are
/// wanted instead of those it has. What is new comes after all else of its kind. Records are known
/// by their ids; what no edit can change (where a record comes from, which attributes it keeps for
/// others) stays as it is. One that is added has no line of a file.
std::vector<SingleEdit> editsBetween(const ArticleRecords& has, const ArticleRecords& wanted);

} // namespace entente
