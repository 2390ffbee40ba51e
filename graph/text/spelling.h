// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

/// A name as it sounds, so that spellings of one name that people type meet: Kim and Gim, Choe and
/// Choi, Lee, Ri and I, Sergei and Sergey, and the same in another script.
struct Spelling
{
    /// Without blanks, for people put them anywhere: "Jong Un", "Jong-un", "Jongun".
    std::string letters;
    /// The same with voiced consonants as unvoiced ones, which the systems for Korean mix.
    std::string unvoiced;
    std::vector<std::size_t> wordStarts; ///< In both.
    /// Where a word has to end in a name that has this: after a family name, or a last word, that
    /// has been changed as a whole. "Li" is "Ri", but does not begin "Rice".
    std::vector<std::size_t> wholeEnds;
    bool isKorean = false; ///< Written in Hangul.

    /// Whether a word begins here, and it goes on, as the other is spelt, which may break off
    /// within a word but for those that are found whole. By unvoiced letters only
    /// where one of the two is in Hangul: elsewhere Biden is no Piten.
    bool contains(const Spelling& other) const;
    /// Whether some words of it, as many as the other has, are those but for a slip of a typist or
    /// two: none in short ones, where every other name would do.
    bool resembles(const Spelling& other) const;
};

/// @param name UTF-8, of any script. Empty where it has no letters.
Spelling spellingOf(std::string_view name);

} // namespace entente
