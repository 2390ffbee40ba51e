// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/relativedates.h"

#include "graph/proposals/datereckoning.h"
#include "graph/proposals/languagedata.h"
#include "graph/proposals/phrasesearch.h"
#include "graph/text/sourcetext.h"

#include <algorithm>

namespace entente
{

namespace
{

/// Whether what comes next lets the words be a date: "the 15th, …", not "the 15th summit".
bool isFollowedWell(const DateWords& date, const TextWords& words, std::size_t next)
{
    if (date.followers.empty() || next >= words.size())
        return true;
    const TextWord& word = words[next];
    const bool isMark =
        word.kind == TextWord::Kind::Mark || (word.kind == TextWord::Kind::Dash && word.afterGap);
    return isMark || date.followers.contains(word.text);
}

} // namespace

std::vector<DateProposal> datesIn(const SourceText& text, TextSpan words,
                                  const std::optional<Edtf>& published,
                                  const LanguageData& language)
{
    const LanguageParts& parts = language.parts();
    const TextWords textWords = textWordsIn(text, words);
    PhraseSearch search(text, textWords, {&parts.blanks, false, parts.runsOn});
    search.look(parts.noDates, std::nullopt);
    for (std::size_t i = 0; i < parts.dates.size(); ++i)
        search.look(parts.dates[i].phrases, i);
    std::vector<DateProposal> proposals;
    for (GroupMatch& found : search.longest()) {
        const DateWords& date = parts.dates[*found.group];
        if (!isFollowedWell(date, textWords, found.next))
            continue;
        if (auto reckoning = reckoned(date, found.match.blanks, published))
            proposals.push_back({found.match.span, std::move(reckoning->date),
                                 std::move(reckoning->why), std::move(reckoning->otherwise)});
    }
    return proposals;
}

} // namespace entente
