// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/phrasesearch.h"

#include <algorithm>
#include <utility>

namespace entente
{

PhraseSearch::PhraseSearch(const SourceText& text, const TextWords& words, const PhraseRules& rules)
    : m_text(text)
    , m_words(words)
    , m_rules(rules)
{
}

void PhraseSearch::look(const std::vector<Phrase>& phrases, std::optional<std::size_t> group)
{
    for (const Phrase& phrase : phrases) {
        for (std::size_t at = 0; at < m_words.size(); ++at) {
            std::optional<PhraseMatch> match = phrase.matchAt(m_text, m_words, at, m_rules);
            if (!match)
                continue;
            const auto next = std::ranges::find_if(
                m_words, [&](const TextWord& word) { return word.span.begin >= match->span.end; });
            m_found.push_back(
                {group, *std::move(match), static_cast<std::size_t>(next - m_words.begin())});
        }
    }
}

void PhraseSearch::leaveOut(TextSpan words)
{
    std::erase_if(m_found,
                  [&](const GroupMatch& found) { return found.match.span.overlaps(words); });
}

std::vector<GroupMatch> PhraseSearch::longest()
{
    // Of what is a find, words round it only decide between equals: "April 2019" is longer than
    // "April" after "since". What is none counts with them.
    std::ranges::stable_sort(m_found, std::ranges::greater(), [](const GroupMatch& found) {
        const int length = found.match.extent.length();
        return std::pair(found.group ? found.match.span.length() : length, length);
    });
    std::vector<GroupMatch> kept;
    for (GroupMatch& found : m_found) {
        const bool isTaken = std::ranges::any_of(kept, [&](const GroupMatch& longer) {
            return longer.match.span.overlaps(found.match.span);
        });
        if (!isTaken)
            kept.push_back(std::move(found));
    }
    std::erase_if(kept, [](const GroupMatch& found) { return !found.group; });
    std::ranges::sort(kept, {}, [](const GroupMatch& found) { return found.match.span.begin; });
    return kept;
}

} // namespace entente
