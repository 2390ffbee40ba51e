// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/textspan.h"

#include <string_view>

namespace entente
{

class SourceText;

/// Where words of one version of a text stand in another.
struct FoundAgain
{
    TextSpans spans;         ///< Empty: there is no place that is surely theirs.
    std::string_view reason; ///< Then why: "its words are nowhere in it".
};

/// Finds words again: by what stands round them, all of it or 32 characters on either side, where
/// that tells one place from all others; by themselves where they stand once in both versions.
/// Never simply the first place.
/// @param spans in `before`.
FoundAgain findAgain(const SourceText& before, const TextSpans& spans, const SourceText& now);

/// Finds words that had no place before. They get one only if they are new, and stand there once.
FoundAgain findNew(const SourceText& before, std::string_view words, const SourceText& now);

} // namespace entente
