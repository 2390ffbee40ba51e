// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/textspan.h"

#include <cstddef>
#include <string>
#include <vector>

namespace entente
{

class SourceText;

/// A word of an article, a number, or a mark between them, as phrases are looked for in it. "15th"
/// and "15일" are a number and a word.
struct TextWord
{
    enum class Kind { Letters, Number, Dash, Mark };

    Kind kind = Kind::Letters;
    std::string text; ///< Folded: "Жуков" is "жуков", ’ is '.
    TextSpan span;
    bool afterGap = true;   ///< There is white space before it, or nothing.
    bool isCapital = false; ///< It begins with a capital letter.
};

using TextWords = std::vector<TextWord>;

/// The words of a stretch of text. "Putin’s" is "putin" and "'s"; other apostrophes belong to
/// their word.
TextWords textWordsIn(const SourceText& text, TextSpan span);

/// Where a part of a word stands.
/// @param begin, end in bytes of its folded text.
TextSpan partOf(const SourceText& text, const TextWord& word, std::size_t begin, std::size_t end);

} // namespace entente
