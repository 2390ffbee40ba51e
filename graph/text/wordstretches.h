// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace entente
{

/// Cuts a text into stretches of words that are simple and of words that are not, in turn: for what
/// is quick with the former, and needs Unicode's tables for the latter. Most words of most articles
/// are ASCII; and blanks keep words apart for all that is done to them. (They do not keep a joiner
/// and a picture behind them from the blank, which nobody searches for.)
/// @param isSimple of a word with the blank behind it.
/// @param take is called with each stretch, and whether it is simple.
template <class IsSimple, class Take>
void forEachStretch(std::string_view text, const IsSimple& isSimple, const Take& take)
{
    std::size_t begin = 0; // Of the stretch.
    std::size_t word = 0;
    bool isSimpleStretch = true;
    while (word < text.size()) {
        std::size_t end = word;
        while (end < text.size() && text[end] != ' ' && text[end] != '\n')
            ++end;
        end = std::min(end + 1, text.size());
        const bool isSimpleWord = isSimple(text.substr(word, end - word));
        if (isSimpleWord != isSimpleStretch && begin < word)
            take(text.substr(begin, word - begin), isSimpleStretch);
        if (isSimpleWord != isSimpleStretch)
            begin = word;
        isSimpleStretch = isSimpleWord;
        word = end;
    }
    if (begin < text.size())
        take(text.substr(begin), isSimpleStretch);
}

} // namespace entente
