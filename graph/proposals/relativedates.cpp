// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/relativedates.h"

#include "graph/proposals/datereckoning.h"
#include "graph/proposals/languagedata.h"
#include "graph/proposals/phrasesearch.h"
#include "graph/text/sourcetext.h"

#include <utility>

namespace entente
{

namespace
{

/// How many bytes of a word are a name or a number; 0: it does not begin with one.
std::size_t namedBytes(const BlankWords& blanks, const std::string& word)
{
    std::size_t most = 0;
    for (const BlankWords::Values* values :
         {&blanks.months, &blanks.weekdays, &blanks.seasons, &blanks.numbers, &blanks.dayWords}) {
        for (const auto& [name, value] : *values) {
            if (name.size() > most && word.starts_with(name))
                most = name.size();
        }
    }
    return most;
}

/// The words with what is written on a name cut off, as it is behind digits: "금요일" and "에".
TextWords withNamesApart(const SourceText& text, const TextWords& words, const BlankWords& blanks)
{
    TextWords apart;
    for (const TextWord& word : words) {
        const std::size_t bytes =
            word.kind == TextWord::Kind::Letters ? namedBytes(blanks, word.text) : 0;
        apart.push_back(word);
        if (bytes == 0 || bytes == word.text.size())
            continue;
        TextWord rest = word;
        rest.text.erase(0, bytes);
        rest.span = partOf(text, word, bytes, word.text.size());
        rest.afterGap = false;
        rest.isCapital = false;
        apart.back().text.resize(bytes);
        apart.back().span = {word.span.begin, rest.span.begin};
        apart.push_back(std::move(rest));
    }
    return apart;
}

/// Whether what comes next lets the words be a date: "the 15th, …", not "the 15th summit".
bool isFollowedWell(const DatePhrases& date, const TextWords& words, std::size_t next)
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
    TextWords textWords = textWordsIn(text, words);
    if (parts.runsOn)
        textWords = withNamesApart(text, textWords, parts.blanks);
    PhraseSearch search(text, textWords, {&parts.blanks, false, parts.runsOn});
    search.look(parts.noDates, std::nullopt);
    for (std::size_t i = 0; i < parts.dates.size(); ++i)
        search.look(parts.dates[i].phrases, i);
    std::vector<DateProposal> proposals;
    for (GroupMatch& found : search.longest()) {
        if (!found.group)
            continue; // Words that are no date.
        const DatePhrases& date = parts.dates[*found.group];
        if (!isFollowedWell(date, textWords, found.next))
            continue;
        if (auto reckoning = reckoned(date, found.match.blanks, published))
            proposals.push_back({found.match.span, std::move(reckoning->date),
                                 std::move(reckoning->why), std::move(reckoning->otherwise)});
    }
    return proposals;
}

} // namespace entente
