// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/textspan.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

/// An article's text, exactly as stored, that can be cut by code points. Bytes that are not UTF-8
/// count one code point each, as Python's "surrogateescape" has it, so that no text is refused.
class SourceText
{
public:
    SourceText() = default;
    explicit SourceText(std::string utf8);

    const std::string& utf8() const { return m_utf8; }
    /// In code points.
    int size() const { return m_size; }
    bool isValidUtf8() const { return m_valid; }

    /// The bytes of a span; nothing when it does not lie within the text.
    std::string_view slice(TextSpan span) const;
    /// The pieces joined by one space, as brat writes discontinuous spans.
    std::string slice(const TextSpans& spans) const;
    /// The code point at which a byte offset lies (the one that holds it).
    int codePointAt(std::size_t byteOffset) const;
    /// Where a code point begins; for size(), the end. @pre it is neither less than 0 nor more.
    std::size_t byteAt(int codePoint) const
    {
        const auto at = static_cast<std::size_t>(codePoint);
        return m_starts.empty() ? at : m_starts[at];
    }
    /// From 1, counting LF.
    int lineAt(int codePoint) const;

    /// Every place where the words stand, overlapping ones too; at most limit.
    std::vector<TextSpan> find(std::string_view words, int limit) const;

    /// The sentence or sentences round a span, without white space at the ends. Sentences end by
    /// the rules of Unicode (UAX #29, with ICU's abbreviations for the language) and at every LF.
    /// @param language BCP 47, "" when unknown.
    TextSpan sentenceRound(TextSpan span, const std::string& language) const;

    bool operator==(const SourceText& other) const { return m_utf8 == other.m_utf8; }

private:
    std::string m_utf8;
    /// Byte offset of each code point, and of the end; none, where all is ASCII: as in most
    /// articles, which would take five times as much.
    std::vector<std::uint32_t> m_starts;
    int m_size = 0;
    bool m_valid = true; // What was moved from is to be assigned to, or destroyed.
};

} // namespace entente
