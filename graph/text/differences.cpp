// SPDX-License-Identifier: Apache-2.0
#include "graph/text/differences.h"

#include "graph/text/fold.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace entente
{

namespace
{

/// Longer ones differ as a whole: the table of all pairs would take a second to fill.
constexpr std::size_t wordsAtMost = 2000;

struct Word
{
    std::string_view text;
    std::string folded; ///< As it is compared.
};

constexpr std::string_view blanks = " \t\r\n";

std::vector<Word> wordsIn(std::string_view text)
{
    // "Moscow." and "Moscow" are one word.
    constexpr std::string_view marks = ".,;:!?\"'()[]";
    std::vector<Word> words;
    for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
        Word word{text.substr(at, end - at), folded(text.substr(at, end - at))};
        const std::size_t begins = word.folded.find_first_not_of(marks);
        if (begins != std::string::npos)
            word.folded =
                word.folded.substr(begins, word.folded.find_last_not_of(marks) + 1 - begins);
        words.push_back(std::move(word));
        at = text.find_first_not_of(blanks, end);
    }
    return words;
}

/// The lengths of the longest common subsequences of what is left from each pair of words on.
class Table
{
public:
    Table(const std::vector<Word>& first, const std::vector<Word>& second)
        : m_width(second.size() + 1)
        , m_lengths((first.size() + 1) * m_width, 0)
    {
        for (std::size_t i = first.size(); i-- > 0;) {
            for (std::size_t j = second.size(); j-- > 0;)
                m_lengths[i * m_width + j] = first[i].folded == second[j].folded
                                                 ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                                                 : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    std::uint16_t at(std::size_t i, std::size_t j) const { return m_lengths[i * m_width + j]; }

private:
    std::size_t m_width;
    std::vector<std::uint16_t> m_lengths;
};

/// At both ends, which is nearly all of them, and need not be compared with all of the other.
void cutWhatIsSame(std::vector<Word>& here, std::vector<Word>& there)
{
    const auto isSame = [](const Word& a, const Word& b) { return a.folded == b.folded; };
    const auto heads = std::ranges::mismatch(here, there, isSame);
    here.erase(here.begin(), heads.in1);
    there.erase(there.begin(), heads.in2);
    while (!here.empty() && !there.empty() && isSame(here.back(), there.back())) {
        here.pop_back();
        there.pop_back();
    }
}

void append(std::string& words, std::string_view word)
{
    words += words.empty() ? "" : " ";
    words += word;
}

} // namespace

std::vector<Difference> differencesOf(std::string_view first, std::string_view second)
{
    std::vector<Word> here = wordsIn(first);
    std::vector<Word> there = wordsIn(second);
    cutWhatIsSame(here, there);
    if (here.size() > wordsAtMost || there.size() > wordsAtMost)
        return first == second ? std::vector<Difference>()
                               : std::vector<Difference>{{std::string(first), std::string(second)}};
    const Table table(here, there);
    std::vector<Difference> differences;
    bool goesOn = false;
    const auto current = [&]() -> Difference& {
        if (!goesOn)
            differences.emplace_back();
        goesOn = true;
        return differences.back();
    };
    for (std::size_t i = 0, j = 0; i < here.size() || j < there.size();) {
        if (i < here.size() && j < there.size() && here[i].folded == there[j].folded) {
            goesOn = false;
            ++i;
            ++j;
        } else if (j == there.size() ||
                   (i < here.size() && table.at(i + 1, j) >= table.at(i, j + 1))) {
            append(current().first, here[i++].text);
        } else {
            append(current().second, there[j++].text);
        }
    }
    return differences;
}

} // namespace entente
