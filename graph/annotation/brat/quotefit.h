// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/textspan.h"

#include <optional>
#include <string>
#include <string_view>

namespace entente
{

class SourceText;

/// What was put up with when words were compared with the text at their offsets.
enum class Leniency {
    None,
    NoWords,     ///< None were recorded.
    LineEnds,    ///< The span runs over line ends, the words do not.
    WhiteSpace,  ///< The span has white space at its ends, the words do not.
    ExtraColumn, ///< Something follows the words, after a TAB.
};

/// Words that stand at their offsets.
struct QuoteFit
{
    TextSpans spans;
    std::string words;
    Leniency leniency = Leniency::None;
};

/// Compares what was recorded with what stands at the spans.
/// @returns nothing when the words stand elsewhere, or a span is outside the text.
std::optional<QuoteFit> quoteFit(const SourceText& text, const TextSpans& spans,
                                 std::string_view recorded);

/// As brat's own editor does it: one fragment a line, without the white space round it.
/// @param spans within the text.
TextSpans splitAtLineEnds(const SourceText& text, const TextSpans& spans);

/// The words in quotation marks for a message: shortened, on one line.
std::string inQuotes(std::string_view words);

} // namespace entente
