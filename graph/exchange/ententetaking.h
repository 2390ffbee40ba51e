// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/exchange/ententelines.h"

#include <string>

namespace entente
{

// What each kind of line of entente.jsonl does to a store. All or nothing.

/// @returns why nothing was done, in words; empty: it was.
std::string takeNames(const ArticleNames& names, Store& store);
std::string takeOrder(const RecordOrder& order, Store& store);
std::string takeEdit(Edit edit, Store& store);

} // namespace entente
