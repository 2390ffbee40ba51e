// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"

#include <optional>
#include <string>
#include <vector>

namespace entente
{

class SourceText;

/// Turns offsets that count in one way into code points of the text as stored, and back.
class OffsetMap
{
public:
    OffsetMap(const SourceText& text, const OffsetCounting& counting);

    /// @returns nothing when an offset lies past the end or within a code point.
    std::optional<TextSpan> toCodePoints(TextSpan counted) const;
    /// The same for all, or nothing.
    std::optional<TextSpans> toCodePoints(const TextSpans& counted) const;
    /// The code point at or after an offset; the end of the text when it lies past that.
    int nearestCodePoint(int offset) const;
    /// @param span within the text.
    TextSpan fromCodePoints(TextSpan span) const;

private:
    std::vector<int>
        m_offsets; ///< Of each code point, and of the end; rising, not always strictly.
};

/// The countings, other than that by code points, that could differ from it in this text: those
/// that suppose least first.
std::vector<OffsetCounting> countingsFor(const SourceText& text);

/// "UTF-16 code units", "code points, without the carriage returns of the text"; for diagnostics.
std::string wordsOf(const OffsetCounting& counting);

} // namespace entente
