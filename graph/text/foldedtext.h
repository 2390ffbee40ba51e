// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/textspan.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

class SourceText;

/// An article's text as it is searched: folded once, with the way back to where words stand in it.
class FoldedText
{
public:
    FoldedText() = default;
    explicit FoldedText(const SourceText& text);

    const std::string& words() const { return m_folded; }

    /// Where a stretch of the folded text stands in the text it was made from. An accent belongs to
    /// the letter before it, and a letter of Hangul to its syllable.
    /// @param begin, end in bytes of words(); @pre begin < end, within it.
    TextSpan spanOf(const SourceText& text, std::size_t begin, std::size_t end) const;
    /// Where in words() a place of that text is: the other way. White space may count to either
    /// side.
    /// @param codePoint from 0 to the text's size.
    std::size_t placeOf(const SourceText& text, int codePoint) const;

private:
    /// Where a block of whole words begins, in bytes.
    struct Block
    {
        std::uint32_t folded = 0;
        std::uint32_t source = 0;
    };

    std::string m_folded;
    std::vector<Block> m_blocks;
};

} // namespace entente
