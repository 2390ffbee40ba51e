// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/exchange/wantedlines.h"

#include <string>
#include <vector>

namespace entente
{

/// What the files of an article do not say of it, as lines of entente.jsonl.
struct ArticleRest
{
    std::string lines;              ///< Empty: the files say it all.
    std::vector<std::string> words; ///< The same for people.
};

/// @param read what reading the files gives.
/// @param mine what it should give.
/// @param lines of the annotation file, with whose records they are.
ArticleRest restOf(const ArticleRecords& read, const ArticleRecords& mine,
                   const WantedLines& lines);

} // namespace entente
