// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/proposals/textwords.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

/// What stands in braces in a phrase: "{day} {month}".
enum class Blank {
    Day,         ///< {day}: 1–31 in digits, with or without an ending: "15", "15th"
    NthDay,      ///< {nth}: in digits, with an ending
    DayWord,     ///< {dayWord}: in words
    Month,       ///< {month}: by name
    SureMonth,   ///< {sureMonth}: by a name that means nothing else
    MonthNumber, ///< {monthNumber}: 1–12 in digits
    Season,      ///< {season}: by name; 21–24, spring to winter, as EDTF has it
    Year,        ///< {year}: four digits
    Weekday,     ///< {weekday}: by name; 1–7, Monday to Sunday
    Number,      ///< {number}: 1–99 in digits, or in words
};

/// The words of a language that fill blanks, folded.
struct BlankWords
{
    using Values = std::map<std::string, int, std::less<>>;
    enum class Letter { Any, Capital, Small };

    Values months, weekdays, seasons, numbers, dayWords;
    std::set<std::string, std::less<>> dottedMonths;   ///< "jan": may be followed by a full stop.
    std::set<std::string, std::less<>> doubtfulMonths; ///< "may"
    std::set<std::string, std::less<>> dayEndings;     ///< "th"
    Letter nameLetter = Letter::Any;                   ///< How months and weekdays are written.
};

/// How phrases are looked for in a language.
struct PhraseRules
{
    const BlankWords* blanks = nullptr; ///< Null: no blank is ever filled.
    /// A phrase may begin, and end, in the midst of a word: particles and endings are written on.
    bool beginsInside = false;
    bool endsInside = false;
};

struct FilledBlank
{
    Blank blank = Blank::Day;
    int value = 0;

    bool operator==(const FilledBlank&) const = default;
};

/// A phrase that was found.
struct PhraseMatch
{
    TextSpan span;   ///< Without what stands round it in parentheses.
    TextSpan extent; ///< With that.
    std::vector<FilledBlank> blanks;
};

/// Some words as a language's file writes them: words with "|" between alternatives, "*" for any
/// beginning or ending, "[…]" round what may be missing, "(…)" round what has to stand there
/// without belonging to it, "..." for up to three words, "–" for a dash and "{…}" for blanks.
/// Hyphens and white space are the same.
class Phrase
{
public:
    /// @returns or what is wrong with it, in words.
    static Expected<Phrase, std::string> parse(std::string_view written);

    /// The longest stretch that it fits from a word on.
    std::optional<PhraseMatch> matchAt(const SourceText& text, const TextWords& words,
                                       std::size_t at, const PhraseRules& rules) const;

    /// A word of it, a blank, or "...".
    struct Atom
    {
        std::string text; ///< Folded; empty for the others.
        std::optional<Blank> blank;
        bool isGap = false;
        bool anyBeginning = false;
        bool anyEnding = false;
        bool isGlued = false; ///< No white space before it.
    };
    /// Alternatives, each of some words.
    struct Part
    {
        std::vector<std::vector<Atom>> alternatives;
        bool isOptional = false;
        bool isContext = false;
    };

private:
    std::vector<Part> m_parts;
};

} // namespace entente
