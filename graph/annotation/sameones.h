// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/articlelines.h"
#include "graph/base/unionfind.h"

#include <vector>

namespace entente
{

/// Which T lines are things of their own: no trigger, date, cue, quote or position.
std::vector<bool> verticesOf(const ArticleLines& lines);

// What an annotation calls one: by equivalences, by symmetric relations, and by a shared reference
// to something outside.

/// Sets of T lines. @param isVertex as verticesOf() has it; the others are joined with nothing.
UnionFind sameThings(const ArticleLines& lines, const std::vector<bool>& isVertex);
/// Sets of E lines.
UnionFind sameEvents(const ArticleLines& lines);

} // namespace entente
