// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/records.h"

#include <string>
#include <vector>

namespace entente
{

/// Part of an article as it is shown: sentences with words marked, gaps as ellipses, line breaks
/// and tabs as spaces.
struct Excerpt
{
    std::string text;
    TextSpans marks; ///< In code points of `text`, in order, apart from each other.

    bool operator==(const Excerpt&) const = default;
};

/// The sentences round the quotes with their words marked. What goes on far from the marks is cut
/// at a word; quotes that were not found stand as recorded, without marks, when there is nothing
/// else.
/// @param words what is marked within a sentence that stands for missing evidence.
Excerpt excerptOf(const Article& article, const std::vector<Quote>& quotes, const TextSpans& words);

/// In order and without overlaps; empty ones left out. What touches is joined.
TextSpans merged(TextSpans spans);

} // namespace entente
