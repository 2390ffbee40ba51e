// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/cues.h"

#include "graph/proposals/languagedata.h"
#include "graph/proposals/phrasesearch.h"
#include "graph/text/sourcetext.h"

#include <algorithm>
#include <tuple>

namespace entente
{

namespace
{

/// How a cue stands to the trigger.
struct Place
{
    bool governs = false;
    int words = 0; ///< Between them.
};

/// A cue with what decides between several.
struct Candidate
{
    Cue cue;
    const CueWords* words = nullptr;
    Place place;

    /// From the one that decides to the one that says least.
    auto rank() const
    {
        const bool isOther = !place.governs;
        const int strength = cue.modality == Modality::DidNotHappen ? 0
                             : words->reach                         ? 1
                             : words->yields                        ? 3
                                                                    : 2;
        return std::tuple(isOther, isOther ? 0 : strength, place.words, cue.span.begin);
    }
};

class CueFinder
{
public:
    CueFinder(const SourceText& text, TextSpan sentence, TextSpan trigger,
              const LanguageParts& language)
        : m_text(text)
        , m_trigger(trigger)
        , m_language(language)
        , m_words(textWordsIn(text, sentence))
    {
    }

    std::vector<Candidate> find() const
    {
        const PhraseRules rules{&m_language.blanks, m_language.runsOn, m_language.runsOn};
        PhraseSearch search(m_text, m_words, rules);
        search.look(m_language.noCues, std::nullopt);
        for (std::size_t i = 0; i < m_language.cues.size(); ++i)
            search.look(m_language.cues[i].phrases, i);
        search.leaveOut(m_trigger);
        std::vector<Candidate> candidates;
        for (const GroupMatch& found : search.longest()) {
            if (found.group)
                candidates.push_back(candidate(m_language.cues[*found.group], found.match));
        }
        return candidates;
    }

private:
    Candidate candidate(const CueWords& words, const PhraseMatch& match) const
    {
        const Place place = placeOf(words, match.extent);
        return {{match.span, words.modality, words.factuality,
                 words.isNegative ? std::string("Negative") : std::string(), place.governs},
                &words,
                place};
    }

    Place placeOf(const CueWords& cue, TextSpan span) const
    {
        const bool isBefore = m_trigger.end <= span.begin; // The trigger.
        const TextSpan between =
            isBefore ? TextSpan{m_trigger.end, span.begin} : TextSpan{span.end, m_trigger.begin};
        Place place;
        place.words = wordsWithin(between);
        place.governs =
            (cue.governs == Governs::Either || (cue.governs == Governs::Before) == isBefore) &&
            place.words <= cue.reach.value_or(place.words) && !hasBreak(between);
        return place;
    }

    int wordsWithin(TextSpan between) const
    {
        return static_cast<int>(std::ranges::count_if(m_words, [&](const TextWord& word) {
            return between.contains(word.span) &&
                   (word.kind == TextWord::Kind::Letters || word.kind == TextWord::Kind::Number);
        }));
    }

    /// Whether a clause ends in between. One that is set in between two commas ends there again:
    /// "the visit, planned for March, did not take place"; and one that goes on about the trigger
    /// begins right after it: "the visit, which took place".
    bool hasBreak(TextSpan between) const
    {
        std::vector<const TextWord*> words;
        for (const TextWord& word : m_words) {
            if (between.begin < word.span.end && word.span.end <= between.end)
                words.push_back(&word);
        }
        const bool goesOn = between.begin == m_trigger.end && words.size() > 1 &&
                            words[0]->text == "," && m_language.relatives.contains(words[1]->text);
        return isBroken(words) && (!goesOn || isBroken({words.begin() + 2, words.end()}));
    }

    bool isBroken(const std::vector<const TextWord*>& words) const
    {
        int commas = 0;
        for (const TextWord* word : words) {
            if (word->text == "," && isBreak(*word))
                ++commas;
            else if (commas % 2 == 0 && isBreak(*word))
                return true;
        }
        return commas % 2 != 0;
    }

    bool isBreak(const TextWord& word) const
    {
        if (m_language.clauseBreaks.contains(word.text))
            return true;
        if (word.kind == TextWord::Kind::Dash)
            return word.afterGap; // "the visit – so far"
        const auto endsWord = [&](const std::string& ending) {
            constexpr std::size_t oneSyllable = 3; // Bytes of one of Hangul.
            return ending.size() > oneSyllable && word.text.ends_with(ending);
        };
        return m_language.runsOn && std::ranges::any_of(m_language.clauseBreaks, endsWord);
    }

    const SourceText& m_text;
    TextSpan m_trigger;
    const LanguageParts& m_language;
    TextWords m_words;
};

} // namespace

std::vector<Cue> cuesIn(const SourceText& text, TextSpan sentence, TextSpan trigger,
                        const LanguageData& language)
{
    std::vector<Candidate> candidates = CueFinder(text, sentence, trigger, language.parts()).find();
    std::ranges::sort(candidates, {}, &Candidate::rank);
    std::vector<Cue> cues;
    cues.reserve(candidates.size());
    for (Candidate& candidate : candidates)
        cues.push_back(std::move(candidate.cue));
    return cues;
}

} // namespace entente
