// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"
#include "graph/model/modality.h"
#include "graph/proposals/phrase.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

/// On which side of a cue the words that it speaks of stand.
enum class Governs { Before, After, Either };

/// Words that say how real an event is, and what they say.
struct CueWords
{
    std::vector<Phrase> phrases;
    Modality modality = Modality::Happened;
    Factuality factuality = Factuality::CTplus;
    bool isNegative = false;
    Governs governs = Governs::Either;
    /// Words between the cue and what it speaks of, at most; such a cue stands closer than others.
    std::optional<int> reach;
    bool yields = false; ///< To any other cue that speaks of the same.
};

/// Which of the days that fit is meant.
enum class DateSide {
    Unsaid,  ///< Of months the nearest; of days and weekdays the last one up to the publication.
    Before,  ///< The last one before it.
    After,   ///< The first one after it.
    Nearest, ///< Before or after it.
};

/// Words that say when, and what they say of the day of publication.
struct DatePhrases
{
    std::vector<Phrase> phrases;
    /// Steps from the day of publication; times the number in the words, if there is one.
    std::optional<int> years, months, weeks, days;
    std::optional<int> month; ///< Fixed by the words: the end of a year is its December.
    DateSide side = DateSide::Unsaid;
    /// The week that is meant may be that of the publication: "next Friday" on a Monday.
    bool isLooseWeek = false;
    /// It is a date only at the end, before a mark, or before one of these words; empty: anywhere.
    std::set<std::string, std::less<>> followers;
};

/// What a language's file says; empty where there is none.
struct LanguageParts
{
    std::string language; ///< BCP 47, in small letters: "ko".
    bool runsOn = false;  ///< Particles and endings are written on, without a blank.
    std::set<std::string, std::less<>> clauseBreaks; ///< Words and marks.
    std::set<std::string, std::less<>> relatives;    ///< "which", that goes on after a comma.
    std::vector<CueWords> cues;
    std::vector<Phrase> noCues; ///< What looks like a cue and is none.
    BlankWords blanks;
    std::vector<DatePhrases> dates;
    std::vector<Phrase> noDates; ///< What looks like a date and is none: lengths of time.
    std::set<std::string, std::less<>> pronouns;
    std::set<std::string, std::less<>> particles; ///< That may be written on a pronoun.
};

/// What proposals need to know of a language. A value that its copies share, and that never
/// changes.
class LanguageData
{
public:
    LanguageData() = default;
    explicit LanguageData(LanguageParts parts);

    const LanguageParts& parts() const;
    bool isEmpty() const { return !m_parts; }
    /// How a claim's mention is written: whether some words are a pronoun. Case does not count.
    bool isPronoun(std::string_view words) const;

private:
    std::shared_ptr<const LanguageParts> m_parts;
};

struct ReadLanguageData
{
    LanguageData data; ///< What was understood.
    Diagnostics diagnostics;
};

/// Reads a language's file; what it means is said in it, under "about".
/// @param json its bytes. @param file its name, for diagnostics.
ReadLanguageData readLanguageData(std::string_view json, const std::string& file);

/// All languages of a folder, each read once.
class Languages
{
public:
    Languages() = default;
    explicit Languages(const std::filesystem::path& folder);

    /// Of the language itself, or of the one that it belongs to: "ko-KR" is "ko". Empty where there
    /// is none.
    /// @param bcp47 in any case; "" when unknown.
    LanguageData of(std::string_view bcp47) const;
    const Diagnostics& diagnostics() const { return m_diagnostics; }

private:
    std::map<std::string, LanguageData, std::less<>> m_languages;
    Diagnostics m_diagnostics;
};

/// Those that come with the program, read at the first call and kept; from any thread.
const Languages& ourLanguages();

} // namespace entente
