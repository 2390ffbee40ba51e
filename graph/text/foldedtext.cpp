// SPDX-License-Identifier: Apache-2.0
#include "graph/text/foldedtext.h"

#include "graph/text/fold.h"
#include "graph/text/sourcetext.h"

#include <algorithm>
#include <iterator>

namespace entente
{

namespace
{

/// Bytes of text for which one way back is kept: 8 bytes for 256, and to find a place folds no more
/// than that again.
constexpr std::size_t blockSize = 256;

/// The end of the words that begin within some bytes from a place, with the blank after them.
std::size_t blockEnd(std::string_view text, std::size_t begin, std::size_t size)
{
    if (begin + size >= text.size())
        return text.size();
    return std::min(text.find_first_of(" \n", begin + size), text.size() - 1) + 1;
}

/// The end of the longest beginning of some words that folds to no more than `at` bytes. By binary
/// search, for a block is as long as an article in languages that write no blanks.
int longestWithin(const SourceText& text, TextSpan words, std::size_t at)
{
    int low = words.begin;    // Folds to no more.
    int high = words.end + 1; // Folds to more, or is too far.
    while (high - low > 1) {
        const int middle = low + (high - low) / 2;
        const std::size_t size = folded(text.slice(TextSpan{words.begin, middle})).size();
        (size <= at ? low : high) = middle;
    }
    return low;
}

/// Without the blanks and dashes at the end of words that reach past `begin`.
int beforeBlanks(const SourceText& text, int begin, int end)
{
    const auto isBlank = [&](int at) {
        return folded("x" + std::string(text.slice(TextSpan{at, at + 1})) + "x") == "x x";
    };
    while (end > begin && isBlank(end - 1))
        --end;
    return end;
}

} // namespace

FoldedText::FoldedText(const SourceText& text)
{
    const std::string_view source = text.utf8();
    m_folded.reserve(source.size());
    m_blocks.reserve(source.size() / blockSize + 1);
    for (std::size_t begin = 0; begin < source.size();) {
        const std::size_t end = blockEnd(source, begin, blockSize);
        const std::string block = folded(source.substr(begin, end - begin));
        if (!block.empty()) {
            if (!m_folded.empty())
                m_folded += ' ';
            m_blocks.push_back(
                {static_cast<std::uint32_t>(m_folded.size()), static_cast<std::uint32_t>(begin)});
            m_folded += block;
        }
        begin = end;
    }
}

TextSpan FoldedText::spanOf(const SourceText& text, std::size_t begin, std::size_t end) const
{
    const auto longestUpTo = [&](std::size_t at) {
        const auto block = std::prev(std::ranges::upper_bound(m_blocks, at, {}, &Block::folded));
        const std::size_t blockEnds = blockEnd(text.utf8(), block->source, blockSize);
        const int wordsEnd =
            blockEnds == text.utf8().size() ? text.size() : text.codePointAt(blockEnds);
        return longestWithin(text, {text.codePointAt(block->source), wordsEnd}, at - block->folded);
    };
    // A letter that folds to several is taken whole, and one that is made of several code points
    // with all of them: the accents that follow it, the syllable of its Hangul.
    const int atLeast = longestUpTo(end - 1) + 1;
    return {longestUpTo(begin), beforeBlanks(text, atLeast, std::max(atLeast, longestUpTo(end)))};
}

std::size_t FoldedText::placeOf(const SourceText& text, int codePoint) const
{
    const std::size_t byte = text.byteAt(codePoint);
    const auto after = std::ranges::upper_bound(m_blocks, byte, {}, &Block::source);
    if (after == m_blocks.begin())
        return 0;
    const Block& block = *std::prev(after);
    const std::string_view words =
        std::string_view(text.utf8()).substr(block.source, byte - block.source);
    return block.folded + folded(words).size();
}

} // namespace entente
