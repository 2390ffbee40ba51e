// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"
#include "graph/annotation/brat/offsetmap.h"

#include <cstddef>
#include <string>
#include <vector>

namespace entente
{

class SourceText;

/// Where words were found that do not stand at their offsets.
struct Reanchored
{
    TextSpans spans;    ///< Empty: missing.
    std::string words;  ///< As recorded, without white space at the ends.
    std::string reason; ///< Which rule found them, or why none could.
    std::string there;  ///< What stands at the offsets, in words.
};

/// Looks for the words of lines that do not stand where they say: they are taken from elsewhere
/// only if they stand there alone, or if the shift that takes them there takes their neighbours
/// too.
/// @param astray which of the text-bound lines; rising.
/// @returns one for each of astray.
std::vector<Reanchored> reanchor(const Annotations& annotations, const SourceText& text,
                                 const OffsetMap& map, const std::vector<std::size_t>& astray);

} // namespace entente
