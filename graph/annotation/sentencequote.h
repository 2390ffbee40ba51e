// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/records.h"

#include <vector>

namespace entente
{

/// What a claim rests on when no evidence is marked: the sentences round its words, those of its
/// trigger and of what fills its roles. Missing when none of the words stands in the text.
Quote sentenceQuote(const Article& article, const std::vector<const Mention*>& words);

} // namespace entente
