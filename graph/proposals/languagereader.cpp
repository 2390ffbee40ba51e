// SPDX-License-Identifier: Apache-2.0
#include "graph/base/jsontext.h"
#include "graph/proposals/languagedata.h"
#include "graph/text/ascii.h"
#include "graph/text/fold.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;
using Folded = std::set<std::string, std::less<>>;

/// What the table of modalities in the annotation scheme gives, where a cue says nothing else.
Factuality usualFactuality(Modality modality)
{
    switch (modality) {
    case Modality::Happened:
    case Modality::Announced: // Certain, as its source has it.
        return Factuality::CTplus;
    case Modality::Planned:
    case Modality::Expected:
        return Factuality::PRplus;
    case Modality::Proposed:
        return Factuality::Uu;
    case Modality::Speculated:
        return Factuality::PSplus;
    case Modality::DidNotHappen:
        return Factuality::CTminus;
    }
    return Factuality::Uu;
}

std::optional<Governs> parseGoverns(std::string_view name)
{
    if (name == "before")
        return Governs::Before;
    if (name == "after")
        return Governs::After;
    return name == "either" ? std::optional(Governs::Either) : std::nullopt;
}

std::optional<DateSide> parseSide(std::string_view name)
{
    if (name == "before")
        return DateSide::Before;
    if (name == "after")
        return DateSide::After;
    return name == "nearest" ? std::optional(DateSide::Nearest) : std::nullopt;
}

std::optional<BlankWords::Letter> parseLetter(std::string_view name)
{
    if (name == "capital")
        return BlankWords::Letter::Capital;
    if (name == "small")
        return BlankWords::Letter::Small;
    return name == "any" ? std::optional(BlankWords::Letter::Any) : std::nullopt;
}

/// Takes a language's file apart; what it does not understand is reported and left out.
class Reader
{
public:
    Reader(std::string file, Diagnostics& diagnostics)
        : m_file(std::move(file))
        , m_diagnostics(diagnostics)
    {
    }

    LanguageParts read(const Json& json)
    {
        LanguageParts parts;
        knowMembers(json, "",
                    {"about", "language", "runsOn", "clauseBreaks", "relatives", "cues", "noCues",
                     "nameLetter", "months", "doubtfulMonths", "weekdays", "seasons", "numbers",
                     "dayWords", "dayEndings", "dates", "noDates", "pronouns", "particles"});
        parts.language = asciiLower(text(json, "", "language"));
        parts.runsOn = flag(json, "", "runsOn");
        parts.clauseBreaks = foldedTexts(json, "clauseBreaks");
        parts.relatives = foldedTexts(json, "relatives");
        for (const Group& group : groups(json, "cues"))
            addCues(parts, group);
        parts.noCues = phrases(json, "", "noCues");
        parts.blanks = blanks(json);
        for (const Group& group : groups(json, "dates"))
            addDates(parts, group);
        parts.noDates = phrases(json, "", "noDates");
        parts.pronouns = foldedTexts(json, "pronouns");
        parts.particles = foldedTexts(json, "particles");
        return parts;
    }

private:
    /// An object in a list, and how it is called in messages: "cues[3]".
    struct Group
    {
        const Json& json;
        std::string place;
    };

    void report(const std::string& place, std::string_view message)
    {
        m_diagnostics.push_back(
            {Severity::Warning, m_file, 0, fmt::format("{}: {}", place, message)});
    }

    static std::string placeOf(const std::string& place, const char* key)
    {
        return place.empty() ? key : place + "." + key;
    }

    /// A misspelt name would say nothing, and nobody would know.
    void knowMembers(const Json& object, const std::string& place,
                     std::initializer_list<std::string_view> known)
    {
        for (const auto& [key, value] : object.items()) {
            if (std::ranges::find(known, key) == known.end())
                report(placeOf(place, key.c_str()), "this is nothing that is known here; it is "
                                                    "left out");
        }
    }

    std::string text(const Json& object, const std::string& place, const char* key)
    {
        const auto found = object.find(key);
        if (found == object.end())
            return {};
        if (found->is_string())
            return found->get<std::string>();
        report(placeOf(place, key), "this should be a text; it is left out");
        return {};
    }

    bool flag(const Json& object, const std::string& place, const char* key)
    {
        const auto found = object.find(key);
        if (found == object.end())
            return false;
        if (found->is_boolean())
            return found->get<bool>();
        report(placeOf(place, key), "this should be true or false; it counts as false");
        return false;
    }

    std::optional<int> number(const Json& object, const std::string& place, const char* key,
                              int least, int most)
    {
        const auto found = object.find(key);
        if (found == object.end())
            return std::nullopt;
        if (found->is_number_integer()) {
            const auto value = found->get<std::int64_t>();
            if (value >= least && value <= most)
                return static_cast<int>(value);
        }
        report(placeOf(place, key),
               fmt::format("this should be a number from {} to {}; it is left out", least, most));
        return std::nullopt;
    }

    /// A choice by its name; the first where nothing is said.
    template <class Value>
    Value choice(const Json& object, const std::string& place, const char* key, Value otherwise,
                 std::optional<Value> (*parse)(std::string_view))
    {
        const std::string name = text(object, place, key);
        if (name.empty())
            return otherwise;
        const std::optional<Value> value = parse(name);
        if (!value)
            report(placeOf(place, key), fmt::format("“{}” is not known; it is left out", name));
        return value.value_or(otherwise);
    }

    std::vector<std::string> texts(const Json& object, const std::string& place, const char* key)
    {
        std::vector<std::string> result;
        const auto found = object.find(key);
        if (found == object.end())
            return result;
        if (!found->is_array()) {
            report(placeOf(place, key), "this should be a list of texts; it is left out");
            return result;
        }
        for (const Json& member : *found) {
            if (member.is_string())
                result.push_back(member.get<std::string>());
            else
                report(placeOf(place, key), "a member of it is no text; it is left out");
        }
        return result;
    }

    Folded foldedTexts(const Json& object, const char* key)
    {
        Folded result;
        for (const std::string& one : texts(object, {}, key))
            result.insert(folded(one));
        return result;
    }

    std::vector<Phrase> phrases(const Json& object, const std::string& place, const char* key)
    {
        std::vector<Phrase> result;
        for (const std::string& written : texts(object, place, key)) {
            if (auto phrase = Phrase::parse(written))
                result.push_back(*std::move(phrase));
            else
                report(placeOf(place, key),
                       fmt::format("“{}” is left out: {}", written, phrase.error()));
        }
        return result;
    }

    std::vector<Group> groups(const Json& object, const char* key)
    {
        std::vector<Group> result;
        const auto found = object.find(key);
        if (found == object.end())
            return result;
        if (!found->is_array()) {
            report(key, "this should be a list of groups of words; it is left out");
            return result;
        }
        for (std::size_t i = 0; i < found->size(); ++i) {
            const std::string place = fmt::format("{}[{}]", key, i);
            if ((*found)[i].is_object())
                result.push_back({(*found)[i], place});
            else
                report(place, "this is no group of words; it is left out");
        }
        return result;
    }

    void addCues(LanguageParts& parts, const Group& group)
    {
        const auto& [json, place] = group;
        knowMembers(json, place,
                    {"modality", "factuality", "polarity", "governs", "reach", "yields", "words"});
        const std::string name = text(json, place, "modality");
        const std::optional<Modality> modality = parseModality(name);
        if (!modality) {
            report(place, fmt::format("“{}” is no modality; the group is left out", name));
            return;
        }
        CueWords cue;
        cue.modality = *modality;
        cue.factuality =
            choice(json, place, "factuality", usualFactuality(*modality), parseFactuality);
        const std::string polarity = text(json, place, "polarity");
        if (!polarity.empty() && polarity != "Negative" && polarity != "Positive")
            report(placeOf(place, "polarity"), "this should be Positive or Negative");
        cue.isNegative = polarity == "Negative" || *modality == Modality::DidNotHappen;
        cue.governs = choice(json, place, "governs", Governs::Either, parseGoverns);
        cue.reach = number(json, place, "reach", 0, 20);
        cue.yields = flag(json, place, "yields");
        cue.phrases = phrases(json, place, "words");
        parts.cues.push_back(std::move(cue));
    }

    void addDates(LanguageParts& parts, const Group& group)
    {
        const auto& [json, place] = group;
        knowMembers(json, place,
                    {"years", "months", "weeks", "days", "month", "side", "looseWeek", "followers",
                     "words"});
        DatePhrases date;
        date.years = number(json, place, "years", -100, 100);
        date.months = number(json, place, "months", -100, 100);
        date.weeks = number(json, place, "weeks", -100, 100);
        date.days = number(json, place, "days", -1000, 1000);
        date.month = number(json, place, "month", 1, 12);
        date.side = choice(json, place, "side", DateSide::Unsaid, parseSide);
        date.isLooseWeek = flag(json, place, "looseWeek");
        for (const std::string& word : texts(json, place, "followers"))
            date.followers.insert(folded(word));
        date.phrases = phrases(json, place, "words");
        parts.dates.push_back(std::move(date));
    }

    /// Lists of names, the first for `first`: twelve for months.
    BlankWords::Values names(const Json& object, const char* key, int first, std::size_t count,
                             Folded* dotted = nullptr)
    {
        BlankWords::Values values;
        const auto found = object.find(key);
        if (found == object.end())
            return values;
        if (!found->is_array() || found->size() != count) {
            report(key, fmt::format("this should be {} lists of names; it is left out", count));
            return values;
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (!(*found)[i].is_array()) {
                report(fmt::format("{}[{}]", key, i), "this should be a list of names");
                continue;
            }
            for (const Json& member : (*found)[i]) {
                std::string name = member.is_string() ? folded(member.get<std::string>()) : "";
                if (name.ends_with('.') && dotted) {
                    name.pop_back();
                    dotted->insert(name);
                }
                if (!name.empty())
                    values.insert_or_assign(std::move(name), first + static_cast<int>(i));
                else
                    report(fmt::format("{}[{}]", key, i), "a member of it is no name");
            }
        }
        return values;
    }

    /// Numbers by their words.
    BlankWords::Values numbers(const Json& object, const char* key, int most)
    {
        BlankWords::Values values;
        const auto found = object.find(key);
        if (found == object.end())
            return values;
        if (!found->is_object()) {
            report(key, "this should be an object of words and their numbers; it is left out");
            return values;
        }
        for (const auto& [word, value] : found->items()) {
            if (const std::optional<int> read = number(*found, key, word.c_str(), 1, most))
                values.insert_or_assign(folded(word), *read);
        }
        return values;
    }

    BlankWords blanks(const Json& json)
    {
        BlankWords blanks;
        blanks.nameLetter = choice(json, {}, "nameLetter", BlankWords::Letter::Any, parseLetter);
        blanks.months = names(json, "months", 1, 12, &blanks.dottedMonths);
        blanks.doubtfulMonths = foldedTexts(json, "doubtfulMonths");
        blanks.weekdays = names(json, "weekdays", 1, 7);
        blanks.seasons = names(json, "seasons", 21, 4);
        blanks.numbers = numbers(json, "numbers", 99);
        blanks.dayWords = numbers(json, "dayWords", 31);
        blanks.dayEndings = foldedTexts(json, "dayEndings");
        return blanks;
    }

    std::string m_file;
    Diagnostics& m_diagnostics;
};

} // namespace

ReadLanguageData readLanguageData(std::string_view json, const std::string& file)
{
    ReadLanguageData result;
    const auto parsed = parsedJson(json);
    const std::string problem = !parsed               ? parsed.error()
                                : parsed->is_object() ? std::string()
                                                      : std::string("this is no JSON object");
    if (!problem.empty()) {
        result.diagnostics.push_back(
            {Severity::Error, file, 0,
             fmt::format("the language cannot be read, so there are no proposals in it: {}",
                         problem)});
        return result;
    }
    result.data = LanguageData(Reader(file, result.diagnostics).read(*parsed));
    return result;
}

} // namespace entente
