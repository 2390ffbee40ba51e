// SPDX-License-Identifier: Apache-2.0
#include "graph/text/spelling.h"

#include "graph/text/editdistance.h"
#include "graph/text/romanise.h"

#include <algorithm>
#include <array>
#include <utility>

namespace entente
{

namespace
{

using Rule = std::pair<std::string_view, std::string_view>;

/// Whole words: Korean names that no rule for letters brings together. The spellings of the Revised
/// Romanization, of McCune and Reischauer, and what people write of themselves. They are found
/// whole only: what they are changed to begins many other names. Some are among them for that
/// alone, or to be kept from the rules for letters: a Choe is no Joe.
constexpr std::array words{
    Rule{"gim", "kim"},    Rule{"ghim", "kim"},    Rule{"lee", "ri"},      Rule{"li", "ri"},
    Rule{"i", "ri"},       Rule{"yi", "ri"},       Rule{"rhee", "ri"},     Rule{"choi", "chwe"},
    Rule{"choy", "chwe"},  Rule{"park", "pak"},    Rule{"bark", "pak"},    Rule{"bak", "pak"},
    Rule{"roh", "no"},     Rule{"noh", "no"},      Rule{"ro", "no"},       Rule{"lim", "im"},
    Rule{"rim", "im"},     Rule{"yim", "im"},      Rule{"yoo", "yu"},      Rule{"ryu", "yu"},
    Rule{"ryoo", "yu"},    Rule{"jung", "jong"},   Rule{"chung", "jong"},  Rule{"hyun", "hyon"},
    Rule{"young", "yong"}, Rule{"kyung", "kyong"}, Rule{"myung", "myong"}, Rule{"sung", "song"},
    Rule{"sun", "son"},    Rule{"ri", "ri"},       Rule{"choe", "chwe"},
};

/// Letters within words, the first that fits at each place: vowels of Korean, Russian endings, and
/// consonants that one system writes with two letters and another with one.
constexpr std::array letters{
    Rule{"shch", "sh"}, Rule{"sch", "sh"}, Rule{"yeo", "io"}, Rule{"eo", "o"},
    Rule{"eu", "u"},    Rule{"ee", "i"},   Rule{"oo", "u"},   Rule{"ui", "i"},
    Rule{"kh", "h"},    Rule{"ch", "j"},   Rule{"ck", "k"},   Rule{"tz", "ts"},
    Rule{"ph", "f"},    Rule{"x", "ks"},   Rule{"w", "v"},    Rule{"y", "i"},
};

std::string replacedLetters(std::string_view word)
{
    std::string result;
    while (!word.empty()) {
        const auto* const rule = std::ranges::find_if(
            letters, [&](const Rule& one) { return word.starts_with(one.first); });
        const bool isPlain = rule == letters.end();
        const std::string_view put = isPlain ? word.substr(0, 1) : rule->second;
        for (const char c : put) {
            // Doubled letters are a matter of taste, and "iy", "yy" and "y" end the same names.
            if (result.empty() || result.back() != c)
                result += c;
        }
        word.remove_prefix(isPlain ? 1 : rule->first.size());
    }
    if (result.size() > 1 && result.back() == 'j') // "Sergej"
        result.back() = 'i';
    return result;
}

/// @returns nothing for words that only the rules for letters change.
const Rule* ruleFor(std::string_view word, bool isFirst)
{
    const auto* const rule = std::ranges::find(words, word, &Rule::first);
    // Behind another name it is a number: "Elizabeth I".
    return rule == words.end() || (word == "i" && !isFirst) ? nullptr : rule;
}

char unvoicedOf(char c)
{
    switch (c) {
    case 'g':
        return 'k';
    case 'd':
        return 't';
    case 'b':
        return 'p';
    case 'l':
        return 'r';
    default:
        return c;
    }
}

/// In how many letters a name may differ from what was typed.
int slipsFor(std::size_t size) { return size < 4 ? 0 : size < 8 ? 1 : 2; }

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

} // namespace

bool Spelling::contains(const Spelling& other) const
{
    const bool byUnvoiced = isKorean || other.isKorean;
    const std::string_view all = byUnvoiced ? unvoiced : letters;
    const std::string_view wanted = byUnvoiced ? other.unvoiced : other.letters;
    const auto endsWord = [&](std::size_t at) {
        return at == all.size() || std::ranges::binary_search(wordStarts, at);
    };
    return !wanted.empty() && std::ranges::any_of(wordStarts, [&](std::size_t start) {
        return all.substr(start).starts_with(wanted) &&
               std::ranges::all_of(other.wholeEnds,
                                   [&](std::size_t end) { return endsWord(start + end); });
    });
}

bool Spelling::resembles(const Spelling& other) const
{
    const int slips = slipsFor(other.letters.size());
    if (slips == 0)
        return false;
    const std::size_t count = other.wordStarts.size();
    const std::string_view all = letters;
    for (std::size_t first = 0; first + count <= wordStarts.size(); ++first) {
        const std::size_t begin = wordStarts[first];
        const std::size_t end =
            first + count == wordStarts.size() ? all.size() : wordStarts[first + count];
        if (isWithinSlips(all.substr(begin, end - begin), other.letters, slips))
            return true;
    }
    return false;
}

Spelling spellingOf(std::string_view name)
{
    Spelling spelling;
    spelling.isKorean = hasHangul(name);
    const std::string latin = romanised(name);
    std::string word;
    const Rule* whole = nullptr; // Of the word before.
    const auto endWord = [&] {
        if (word.empty())
            return;
        const bool isFirst = spelling.wordStarts.empty();
        whole = ruleFor(word, isFirst);
        spelling.wordStarts.push_back(spelling.letters.size());
        spelling.letters += replacedLetters(whole == nullptr ? word : whole->second);
        if (whole != nullptr && isFirst)
            spelling.wholeEnds.push_back(spelling.letters.size());
        word.clear();
    };
    for (const char c : latin) {
        if (isLetter(c))
            word += c;
        else if (c == ' ') // Others are apostrophes, and stand within words: "Yel'tsin".
            endWord();
    }
    endWord();
    if (whole != nullptr)
        spelling.wholeEnds.push_back(spelling.letters.size());
    spelling.unvoiced = spelling.letters;
    std::ranges::transform(spelling.unvoiced, spelling.unvoiced.begin(), unvoicedOf);
    return spelling;
}

} // namespace entente
