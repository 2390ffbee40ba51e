// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/nameindex.h"

#include "graph/text/fold.h"
#include "graph/text/koreanparticles.h"
#include "graph/text/russiancases.h"
#include "graph/text/sourcetext.h"

#include <algorithm>

namespace entente
{

namespace
{

/// "이" and "은" are particles and names: of one syllable it cannot be told.
constexpr int particlesFrom = 2;
constexpr std::size_t bytesOfSyllable = 3;

bool isCased(Casing casing) { return casing != Casing::None && casing != Casing::Lower; }

/// Whether a name may begin at a word: not within one, unless its script has no blanks, or behind
/// an article that has lost its vowel: "l’Iran", and not O’Brien.
bool mayBegin(const NameWord& word, const NameWord* before)
{
    if (before == nullptr)
        return true;
    if (word.joint == Joint::Apostrophe)
        return before->casing == Casing::Lower || before->folded == "l";
    return word.joint != Joint::Written || word.isUnspaced || before->isUnspaced;
}

/// Whether it may end at a word: what is written on is a possessive, an ending behind an apostrophe
/// ("Türkiye’nin") or a particle.
bool mayEnd(const NameWord& word, const NameWord* after)
{
    if (after == nullptr)
        return true;
    if (after->joint == Joint::Apostrophe)
        return after->casing == Casing::Lower || after->folded == "s";
    if (after->joint != Joint::Written || word.isUnspaced || after->isUnspaced)
        return true;
    return after->isHangul && areParticles(word.folded, after->folded);
}

/// A letter of Han that stands for a state in headlines does so by itself.
bool isAmongHan(const NameWord& word, const NameWord* before, const NameWord* after)
{
    const auto isTied = [](const NameWord& one) { return one.isHan || one.isNumber; };
    return (before != nullptr && word.joint == Joint::Written && isTied(*before)) ||
           (after != nullptr && after->joint == Joint::Written && isTied(*after));
}

/// Folded, the word's own form first.
std::vector<std::string> casesOf(std::string_view word)
{
    std::vector<std::string> forms{folded(word)};
    for (const std::string& form : russianCases(word)) {
        std::string plain = folded(form);
        if (std::ranges::find(forms, plain) == forms.end())
            forms.push_back(std::move(plain));
    }
    return forms;
}

std::string commonBeginning(const std::vector<std::string>& forms)
{
    std::string beginning = forms.front();
    for (const std::string& form : forms)
        beginning.erase(std::ranges::mismatch(beginning, form).in1, beginning.end());
    return beginning;
}

/// How much of a word of Hangul is the name that the rest follows as particles: all of it, or none.
bool beginsBeforeParticles(const NameWord& word, std::string_view name)
{
    return word.isHangul && std::string_view(word.folded).starts_with(name) &&
           name.size() >= particlesFrom * bytesOfSyllable &&
           word.folded.size() == static_cast<std::size_t>(word.letters()) * bytesOfSyllable &&
           areParticles(name, std::string_view(word.folded).substr(name.size()));
}

} // namespace

void NameIndex::add(std::string_view name, std::uint32_t owner, bool declines)
{
    const SourceText text{std::string(name)};
    const std::vector<NameWord> words = nameWords(text);
    const bool isTooShort =
        words.empty() || (words.size() == 1 && words.front().letters() < 2 && !words.front().isHan);
    if (isTooShort)
        return;
    std::string key(declines ? "+" : "-");
    Name added;
    for (const NameWord& word : words) {
        key += word.folded + static_cast<char>('0' + static_cast<int>(word.casing));
        added.words.push_back({{word.folded}, word.casing, word.isHangul});
        added.hasCapitals = added.hasCapitals || isCased(word.casing);
        const bool mayDecline = declines && text.slice(word.span).find('.') == std::string::npos;
        if (mayDecline)
            added.words.back().forms = casesOf(text.slice(word.span));
    }
    const auto [place, isNew] = m_known.try_emplace(std::move(key), m_names.size());
    if (isNew) {
        const std::string second =
            added.words.size() > 1 ? commonBeginning(added.words[1].forms) : std::string();
        for (const std::string& form : added.words.front().forms)
            m_byFirstWord[form].push_back({static_cast<std::uint32_t>(m_names.size()), second});
        m_names.push_back(std::move(added));
    }
    std::vector<std::uint32_t>& owners = m_names[place->second].owners;
    if (std::ranges::find(owners, owner) == owners.end())
        owners.push_back(owner);
}

std::vector<NameIndex::Place> NameIndex::find(const std::vector<NameWord>& words,
                                              bool withCases) const
{
    std::vector<Place> found;
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (mayBegin(words[first], first == 0 ? nullptr : &words[first - 1]))
            findAt(words, first, withCases, found);
    }
    return found;
}

void NameIndex::findAt(const Words& words, std::size_t first, bool withCases,
                       std::vector<Place>& found) const
{
    const std::string& word = words[first].folded;
    tryNames(word, words, first, withCases, found);
    if (!words[first].isHangul)
        return;
    for (std::size_t size = particlesFrom * bytesOfSyllable; size < word.size();
         size += bytesOfSyllable) {
        const std::string name = word.substr(0, size);
        if (beginsBeforeParticles(words[first], name))
            tryNames(name, words, first, withCases, found);
    }
}

void NameIndex::tryNames(const std::string& firstWord, const Words& words, std::size_t first,
                         bool withCases, std::vector<Place>& found) const
{
    const auto names = m_byFirstWord.find(firstWord);
    if (names == m_byFirstWord.end())
        return;
    const std::string_view next =
        first + 1 < words.size() ? std::string_view(words[first + 1].folded) : std::string_view();
    for (const Start& start : names->second) {
        if (!next.starts_with(start.second))
            continue;
        const Name& name = m_names[start.name];
        if (const TextSpan span = placeOf(name, words, first, withCases); !span.isEmpty())
            found.push_back({span, &name.owners, first, name.words.size()});
    }
}

int NameIndex::lettersOf(const Word& wanted, const NameWord& word, bool withCases)
{
    const auto formsEnd = withCases ? wanted.forms.end() : wanted.forms.begin() + 1;
    if (std::find(wanted.forms.begin(), formsEnd, word.folded) != formsEnd)
        return word.letters();
    const std::string& own = wanted.forms.front();
    if (!wanted.isHangul || !beginsBeforeParticles(word, own))
        return 0;
    return static_cast<int>(own.size() / bytesOfSyllable);
}

TextSpan NameIndex::placeOf(const Name& name, const Words& words, std::size_t first,
                            bool withCases) const
{
    const std::size_t count = name.words.size();
    if (first + count > words.size())
        return {};
    TextSpan span{words[first].span.begin, 0};
    bool hasCapitals = false;
    for (std::size_t i = 0; i < count; ++i) {
        const NameWord& word = words[first + i];
        const bool isJoined = i == 0 || (word.joint != Joint::Apart && word.joint != Joint::Dot);
        const int letters = isJoined ? lettersOf(name.words[i], word, withCases) : 0;
        const bool isCut = letters < word.letters();
        if (letters == 0 || (isCut && i + 1 < count)) // A particle within a name is none.
            return {};
        hasCapitals = hasCapitals || isCased(word.casing);
        span.end = word.span.begin + letters;
    }
    const NameWord* before = first == 0 ? nullptr : &words[first - 1];
    const NameWord* after = first + count == words.size() ? nullptr : &words[first + count];
    if (!mayEnd(words[first + count - 1], after))
        return {};
    if (count > 1)
        return name.hasCapitals && !hasCapitals ? TextSpan() : span;
    if (words[first].isHan && isAmongHan(words[first], before, after))
        return {};
    return mayBeWritten(name.words.front().casing, words[first]) ? span : TextSpan();
}

} // namespace entente
