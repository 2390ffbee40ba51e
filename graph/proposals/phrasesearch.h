// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/proposals/phrase.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace entente
{

/// A phrase of some group that was found; no group where it only keeps others from being found.
struct GroupMatch
{
    std::optional<std::size_t> group;
    PhraseMatch match;
    std::size_t next = 0; ///< The first word that begins behind it.
};

/// All places where phrases stand in a text's words.
class PhraseSearch
{
public:
    PhraseSearch(const SourceText& text, const TextWords& words, const PhraseRules& rules);

    void look(const std::vector<Phrase>& phrases, std::optional<std::size_t> group);
    /// Leaves out those that some words belong to already.
    void leaveOut(TextSpan words);

    /// The longest where several overlap; of equally long ones the one with more round it, then the
    /// one that was looked for first; in the order of the text. Those without a group are left out
    /// now.
    std::vector<GroupMatch> longest();

private:
    const SourceText& m_text;
    const TextWords& m_words;
    PhraseRules m_rules;
    std::vector<GroupMatch> m_found;
};

} // namespace entente
