// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/articlelines.h"
#include "graph/base/diagnostic.h"

#include <string>
#include <vector>

namespace entente
{

/// Adds a claim for each E and R line that says something of mentions and events that are there:
/// its roles, its quotes (the sentence, where no evidence is marked), its dates and attributes.
/// @param records the article's, its mentions in the order of the T lines.
/// @param eventOf for each E line, the event it speaks of.
/// @param file as diagnostics shall name it.
/// @returns dates that are none, attribute values that are not known.
Diagnostics importClaims(const ArticleLines& lines, const std::vector<EventId>& eventOf,
                         const std::string& file, ArticleRecords& records);

} // namespace entente
