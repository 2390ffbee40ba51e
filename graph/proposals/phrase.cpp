// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/phrase.h"

#include "graph/text/sourcetext.h"

#include <algorithm>
#include <charconv>

namespace entente
{

namespace
{

constexpr int gapAtMost = 3; ///< Words that "..." stands for.

/// How far a phrase has been found.
struct Found
{
    std::size_t next = 0; ///< The word after it.
    TextSpan span{-1, -1};
    TextSpan extent{-1, -1};
    bool isClosed = false; ///< It ended in the midst of a word: nothing can follow.
    std::vector<FilledBlank> blanks;
};

/// A blank that is filled.
struct Filling
{
    int value = 0;
    std::size_t next = 0;
};

void widen(TextSpan& span, TextSpan by)
{
    span = span.begin < 0 ? by : TextSpan{span.begin, by.end};
}

std::optional<int> numberOf(const TextWord& word)
{
    int number = 0;
    const char* const end = word.text.data() + word.text.size();
    if (word.kind != TextWord::Kind::Number || word.text.size() > 4)
        return std::nullopt;
    const auto read = std::from_chars(word.text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end ? std::optional(number) : std::nullopt;
}

class Matcher
{
public:
    Matcher(const std::vector<Phrase::Part>& parts, const SourceText& text, const TextWords& words,
            const PhraseRules& rules)
        : m_parts(parts)
        , m_text(text)
        , m_words(words)
        , m_rules(rules)
    {
    }

    /// The longest way to go on with the parts from one on.
    std::optional<Found> match(std::size_t part, const Found& before) const
    {
        if (part == m_parts.size())
            return before;
        std::optional<Found> best;
        const auto consider = [&](const Found& found) {
            std::optional<Found> whole = match(part + 1, found);
            if (whole && (!best || whole->extent.end > best->extent.end))
                best = std::move(whole);
        };
        for (const std::vector<Phrase::Atom>& atoms : m_parts[part].alternatives) {
            for (const Found& found : matches(atoms, 0, before, m_parts[part].isContext))
                consider(found);
        }
        if (m_parts[part].isOptional)
            consider(before);
        return best;
    }

private:
    /// All ways to go on with some words from one on: "..." has several.
    std::vector<Found> matches(const std::vector<Phrase::Atom>& atoms, std::size_t from,
                               const Found& before, bool isContext) const
    {
        if (from == atoms.size())
            return {before};
        std::vector<Found> all;
        const auto goOn = [&](const Found& found) {
            std::vector<Found> more = matches(atoms, from + 1, found, isContext);
            all.insert(all.end(), more.begin(), more.end());
        };
        const Phrase::Atom& atom = atoms[from];
        if (before.isClosed)
            return all;
        if (atom.isGap) {
            Found found = before;
            for (int skipped = 0; skipped <= gapAtMost; ++skipped) {
                goOn(found);
                if (found.next >= m_words.size() ||
                    m_words[found.next].kind == TextWord::Kind::Mark)
                    break;
                ++found.next;
            }
            return all;
        }
        const std::size_t at = withoutHyphen(atom, before);
        if (at >= m_words.size() || (atom.isGlued && m_words[at].afterGap))
            return all;
        if (std::optional<Found> found = atom.blank ? filled(*atom.blank, at, before, isContext)
                                                    : worded(atom, at, before, isContext))
            goOn(*found);
        return all;
    }

    bool isFirst(const Found& before) const { return before.extent.begin < 0; }

    /// The word to be compared: a hyphen between two words is as good as a blank.
    std::size_t withoutHyphen(const Phrase::Atom& atom, const Found& before) const
    {
        const std::size_t at = before.next;
        const bool isHyphen = at + 1 < m_words.size() && m_words[at].kind == TextWord::Kind::Dash &&
                              !m_words[at].afterGap && !m_words[at + 1].afterGap;
        return isHyphen && !isFirst(before) && atom.text != "-" ? at + 1 : at;
    }

    Found after(const Found& before, TextSpan words, std::size_t next, bool isContext) const
    {
        Found found = before;
        found.next = next;
        widen(found.extent, words);
        if (!isContext)
            widen(found.span, words);
        return found;
    }

    /// With a word that is the atom's, or begins or ends with it where that is enough.
    std::optional<Found> worded(const Phrase::Atom& atom, std::size_t at, const Found& before,
                                bool isContext) const
    {
        const TextWord& word = m_words[at];
        const bool mayBeginInside = m_rules.beginsInside && isFirst(before);
        const std::string& text = word.text;
        std::size_t begin = 0;
        if (mayBeginInside || atom.anyBeginning)
            begin = m_rules.endsInside || atom.anyEnding || text.size() < atom.text.size()
                        ? text.rfind(atom.text)
                        : text.size() - atom.text.size();
        if (begin == std::string::npos || text.compare(begin, atom.text.size(), atom.text) != 0)
            return std::nullopt;
        const std::size_t end = begin + atom.text.size();
        const bool endsInside = end < text.size() && !atom.anyEnding;
        if (endsInside && !m_rules.endsInside)
            return std::nullopt;
        // Any beginning or ending belongs to the phrase; a particle that is written on does not.
        const TextSpan part =
            partOf(m_text, word, atom.anyBeginning ? 0 : begin, endsInside ? end : text.size());
        Found found = after(before, part, at + 1, isContext);
        found.isClosed = endsInside;
        return found;
    }

    std::optional<Found> filled(Blank blank, std::size_t at, const Found& before,
                                bool isContext) const
    {
        const std::optional<Filling> filling = m_rules.blanks ? fill(blank, at) : std::nullopt;
        if (!filling)
            return std::nullopt;
        Found found = after(before, {m_words[at].span.begin, m_words[filling->next - 1].span.end},
                            filling->next, isContext);
        found.blanks.push_back({blank, filling->value});
        return found;
    }

    std::optional<Filling> fill(Blank blank, std::size_t at) const
    {
        const BlankWords& known = *m_rules.blanks;
        switch (blank) {
        case Blank::Day:
        case Blank::NthDay:
            return day(at, blank == Blank::NthDay);
        case Blank::DayWord:
            return named(known.dayWords, at);
        case Blank::Month:
            return month(at);
        case Blank::SureMonth:
            return known.doubtfulMonths.contains(m_words[at].text) ? std::nullopt : month(at);
        case Blank::MonthNumber:
            return digits(at, 1, 12);
        case Blank::Season:
            return named(known.seasons, at);
        case Blank::Year:
            return m_words[at].text.size() == 4 ? digits(at, 1000, 2999) : std::nullopt;
        case Blank::Weekday:
            return hasNameLetter(at) ? named(known.weekdays, at) : std::nullopt;
        case Blank::Number: {
            const std::optional<Filling> number = named(known.numbers, at);
            return number ? number : digits(at, 1, 99);
        }
        }
        return std::nullopt;
    }

    std::optional<Filling> digits(std::size_t at, int least, int most) const
    {
        const std::optional<int> number = numberOf(m_words[at]);
        if (!number || *number < least || *number > most || isBeforeThousands(at))
            return std::nullopt;
        return Filling{*number, at + 1};
    }

    /// "15,000"
    bool isBeforeThousands(std::size_t at) const
    {
        return at + 2 < m_words.size() && m_words[at + 1].text == "," &&
               !m_words[at + 1].afterGap && !m_words[at + 2].afterGap &&
               m_words[at + 2].kind == TextWord::Kind::Number && m_words[at + 2].text.size() == 3;
    }

    std::optional<Filling> day(std::size_t at, bool needsEnding) const
    {
        std::optional<Filling> number = digits(at, 1, 31);
        if (!number)
            return std::nullopt;
        // "15th" and "15-го".
        std::size_t ending = at + 1;
        if (ending < m_words.size() && m_words[ending].kind == TextWord::Kind::Dash &&
            !m_words[ending].afterGap)
            ++ending;
        const bool hasEnding = ending < m_words.size() && !m_words[ending].afterGap &&
                               m_rules.blanks->dayEndings.contains(m_words[ending].text);
        if (hasEnding)
            number->next = ending + 1;
        return needsEnding && !hasEnding ? std::nullopt : number;
    }

    static std::optional<Filling> valueOf(const BlankWords::Values& values, const std::string& word,
                                          std::size_t next)
    {
        const auto found = values.find(word);
        return found == values.end() ? std::nullopt : std::optional(Filling{found->second, next});
    }

    std::optional<Filling> named(const BlankWords::Values& values, std::size_t at) const
    {
        return valueOf(values, m_words[at].text, at + 1);
    }

    std::optional<Filling> month(std::size_t at) const
    {
        std::optional<Filling> name =
            hasNameLetter(at) ? named(m_rules.blanks->months, at) : std::nullopt;
        const bool isBeforeStop =
            at + 1 < m_words.size() && !m_words[at + 1].afterGap && m_words[at + 1].text == ".";
        if (name && isBeforeStop && m_rules.blanks->dottedMonths.contains(m_words[at].text))
            ++name->next;
        return name;
    }

    /// Whether the name of a month or a day is written as the language writes it.
    bool hasNameLetter(std::size_t at) const
    {
        switch (m_rules.blanks->nameLetter) {
        case BlankWords::Letter::Any:
            return true;
        case BlankWords::Letter::Capital:
            return m_words[at].isCapital;
        case BlankWords::Letter::Small: // But at the beginning of a sentence.
            return !m_words[at].isCapital || at == 0;
        }
        return true;
    }

    const std::vector<Phrase::Part>& m_parts;
    const SourceText& m_text;
    const TextWords& m_words;
    const PhraseRules& m_rules;
};

} // namespace

std::optional<PhraseMatch> Phrase::matchAt(const SourceText& text, const TextWords& words,
                                           std::size_t at, const PhraseRules& rules) const
{
    Found nothing;
    nothing.next = at;
    std::optional<Found> found = Matcher(m_parts, text, words, rules).match(0, nothing);
    if (!found || found->span.begin < 0)
        return std::nullopt;
    return PhraseMatch{found->span, found->extent, std::move(found->blanks)};
}

} // namespace entente
