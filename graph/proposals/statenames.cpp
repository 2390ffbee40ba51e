// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/statenames.h"

#include "graph/base/jsontext.h"
#include "graph/model/records.h"
#include "graph/text/ascii.h"
#include "graph/text/fold.h"
#include "graph/text/koreanparticles.h"
#include "graph/text/languageguess.h"
#include "graph/text/romanise.h"
#include "graph/text/russiancases.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

namespace entente
{

namespace
{

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t bytesOfSyllable = 3;

struct State
{
    std::string code; ///< Alpha-3.
    icu::Locale region;
};

/// Those that ICU knows but for codes that users assign themselves (XK), which ISO 3166 has not.
std::vector<State> allStates()
{
    std::vector<State> states;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
        icu::Locale region("", *code);
        std::string alpha3 = region.getISO3Country();
        if (alpha3.size() == 3 && **code != 'X')
            states.push_back({std::move(alpha3), std::move(region)});
    }
    return states;
}

/// "ru" of "ru-RU"; empty for what is no language, and so no name of a file.
std::string firstPart(const std::string& tag)
{
    const std::string language = asciiLower(tag.substr(0, tag.find_first_of("-_")));
    const bool isLanguage =
        (language.size() == 2 || language.size() == 3) &&
        std::ranges::all_of(language, [](char c) { return c >= 'a' && c <= 'z'; });
    return isLanguage ? language : std::string();
}

std::string withoutBlanks(std::string text)
{
    std::erase(text, ' ');
    return text;
}

} // namespace

/// Puts the names of one language together.
class StateNamesReader
{
public:
    StateNamesReader(const fs::path& resources, const std::string& language)
    {
        m_read.names.m_language = firstPart(language);
        if (!m_read.names.m_language.empty())
            m_file = resources / "language" / fmt::format("states.{}.json", names().m_language);
    }

    ReadStateNames run()
    {
        readFile();
        takeStems();
        takeIcuNames();
        takeLists("names", [this](const std::string& state, const std::string& name) {
            addName(state, name);
        });
        takeLists("adjectives", [this](const std::string& state, const std::string& word) {
            for (const std::string& form : adjectiveForms(word))
                add(state, form, false);
        });
        takePairs();
        return std::move(m_read);
    }

private:
    StateNames& names() { return m_read.names; }
    bool isRussian() { return names().m_language == "ru"; }

    void complain(Severity severity, std::string message)
    {
        m_read.diagnostics.push_back({severity, m_file.string(), 0, std::move(message)});
    }

    void readFile()
    {
        std::error_code error;
        if (m_file.empty() || !fs::exists(m_file, error))
            return; // ICU's names are enough for a language of which we know no more.
        std::ifstream stream(m_file, std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(stream)), {});
        if (!stream || stream.bad())
            return complain(Severity::Error, "cannot be read; ICU's names of states are used");
        Expected<Json, std::string> json = parsedJson(text);
        if (!json)
            return complain(Severity::Error, json.error() + "; ICU's names of states are used");
        if (!json->is_object())
            return complain(Severity::Error,
                            "it is no JSON object; ICU's names of states are used");
        m_json = *std::move(json);
    }

    /// A list of words.
    std::vector<std::string> wordsIn(const Json& list, const std::string& where)
    {
        std::vector<std::string> words;
        if (!list.is_array()) {
            complain(Severity::Warning, fmt::format("{} is no list of words", where));
            return words;
        }
        for (const Json& one : list) {
            if (one.is_string())
                words.push_back(one.get<std::string>());
            else
                complain(Severity::Warning, fmt::format("{} has something that is no word", where));
        }
        return words;
    }

    const Json* objectIn(const char* key)
    {
        const auto found = m_json.find(key);
        if (found == m_json.end())
            return nullptr;
        if (!found->is_object()) {
            complain(Severity::Warning, fmt::format("“{}” is no object", key));
            return nullptr;
        }
        return &*found;
    }

    bool isState(const std::string& code, const char* key)
    {
        if (names().m_names.contains(code))
            return true;
        complain(Severity::Warning,
                 fmt::format("“{}” has “{}”, which is no ISO 3166-1 alpha-3 code", key, code));
        return false;
    }

    void takeIcuNames()
    {
        const auto leftOut = m_json.find("leftOut");
        const std::vector<std::string> out =
            leftOut == m_json.end() ? std::vector<std::string>() : wordsIn(*leftOut, "“leftOut”");
        const icu::Locale language(names().m_language.empty() ? "en" : names().m_language.c_str());
        for (const State& state : allStates()) {
            icu::UnicodeString wide;
            state.region.getDisplayCountry(language, wide);
            std::string name;
            wide.toUTF8String(name);
            names().m_byName.emplace(folded(name), state.code);
            names().m_names.emplace(state.code, name);
            if (std::ranges::find(out, name) == out.end())
                addIcuName(state.code, name);
        }
    }

    /// CLDR tells some apart by what stands behind: "Myanmar (Burma)", "Congo - Kinshasa".
    void addIcuName(const std::string& state, const std::string& name)
    {
        addName(state, name);
        for (const std::string_view behind : {" (", "(", " - "}) {
            if (const std::size_t end = name.find(behind); end != std::string::npos && end > 0)
                return addName(state, name.substr(0, end));
        }
    }

    void takeLists(const char* key, auto take)
    {
        const Json* lists = objectIn(key);
        if (lists == nullptr)
            return;
        for (const auto& [code, list] : lists->items()) {
            if (!isState(code, key))
                continue;
            for (const std::string& word : wordsIn(list, fmt::format("“{}” of {}", key, code)))
                take(code, word);
        }
    }

    void addName(const std::string& state, const std::string& name)
    {
        add(state, name, isRussian());
        // Korean leaves the blank away as it likes: 도미니카 공화국.
        if (name.find(' ') != std::string::npos && hasHangul(name))
            add(state, withoutBlanks(name), false);
        const auto stem = m_stems.find(name);
        if (stem == m_stems.end())
            return;
        for (const std::string& form : russianCases(stem->second))
            add(state, form, false);
    }

    void takeStems()
    {
        const Json* stems = objectIn("stems");
        if (stems == nullptr)
            return;
        for (const auto& [name, stem] : stems->items()) {
            if (stem.is_string())
                m_stems.emplace(name, stem.get<std::string>());
            else
                complain(Severity::Warning, fmt::format("“stems” of {} is no word", name));
        }
    }

    std::vector<std::string> adjectiveForms(const std::string& word)
    {
        std::vector<std::string> forms =
            isRussian() ? russianAdjective(word) : std::vector<std::string>();
        return forms.empty() ? std::vector{word} : forms;
    }

    void add(const std::string& state, const std::string& words, bool declines)
    {
        std::vector<std::string>& codes = names().m_codes;
        auto code = std::ranges::find(codes, state);
        if (code == codes.end())
            code = codes.insert(codes.end(), state);
        names().m_index.add(words, static_cast<std::uint32_t>(code - codes.begin()), declines);
    }

    void takePairs()
    {
        const Json* letters = objectIn("pairLetters");
        if (letters == nullptr)
            return;
        for (const auto& [letter, code] : letters->items()) {
            if (letter.size() != bytesOfSyllable || !code.is_string())
                complain(Severity::Warning,
                         fmt::format("“pairLetters” has “{}”, which is no syllable with a code",
                                     letter));
            else if (isState(code.get<std::string>(), "pairLetters"))
                names().m_pairLetters.emplace(letter, code.get<std::string>());
        }
        const auto pairs = m_json.find("pairs");
        if (pairs == m_json.end())
            return;
        for (std::string& pair : wordsIn(*pairs, "“pairs”")) {
            if (isOfLetters(pair))
                names().m_pairs.insert(std::move(pair));
            else
                complain(Severity::Warning,
                         fmt::format("“pairs” has “{}”, which is not made of “pairLetters”", pair));
        }
    }

    bool isOfLetters(const std::string& pair)
    {
        for (std::size_t at = 0; at < pair.size(); at += bytesOfSyllable) {
            if (!names().m_pairLetters.contains(pair.substr(at, bytesOfSyllable)))
                return false;
        }
        return pair.size() % bytesOfSyllable == 0 && pair.size() > bytesOfSyllable;
    }

    fs::path m_file;
    Json m_json = Json::object();
    std::map<std::string, std::string> m_stems;
    ReadStateNames m_read;
};

ReadStateNames readStateNames(const fs::path& resources, const std::string& language)
{
    return StateNamesReader(resources, language).run();
}

std::string StateNames::nameOf(std::string_view state) const
{
    const auto name = m_names.find(state);
    return name == m_names.end() ? std::string() : name->second;
}

std::vector<StateNames::Place> StateNames::find(const std::vector<NameWord>& words) const
{
    std::vector<Place> found;
    for (const NameIndex::Place& place : m_index.find(words, true)) {
        std::vector<std::string> states;
        for (const std::uint32_t owner : *place.owners)
            states.push_back(m_codes[owner]);
        found.push_back({place.span, std::move(states)});
    }
    if (!m_pairLetters.empty())
        findPairs(words, found);
    return found;
}

void StateNames::findPairs(const std::vector<NameWord>& words, std::vector<Place>& found) const
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].isHangul || takePair(words[i], found))
            continue;
        const bool isFirst = words[i].joint != Joint::Dot && i + 1 < words.size() &&
                             words[i + 1].joint == Joint::Dot;
        if (isFirst)
            takeDotted(words, i, found);
    }
}

/// "북러", "한미일의"
bool StateNames::takePair(const NameWord& word, std::vector<Place>& found) const
{
    const std::string_view letters = word.folded;
    for (std::size_t size = letters.size(); size > bytesOfSyllable; size -= bytesOfSyllable) {
        const bool isPair =
            m_pairs.contains(letters.substr(0, size)) &&
            (size == letters.size() || areParticles(letters.substr(0, size), letters.substr(size)));
        if (!isPair)
            continue;
        for (std::size_t at = 0; at < size; at += bytesOfSyllable) {
            const int begin = word.span.begin + static_cast<int>(at / bytesOfSyllable);
            found.push_back({{begin, begin + 1},
                             {m_pairLetters.find(letters.substr(at, bytesOfSyllable))->second}});
        }
        return true;
    }
    return false;
}

/// "북·러", "한·미·일의"
void StateNames::takeDotted(const std::vector<NameWord>& words, std::size_t first,
                            std::vector<Place>& found) const
{
    std::vector<Place> places;
    for (std::size_t i = first; i < words.size(); ++i) {
        if (i > first && words[i].joint != Joint::Dot)
            break;
        const std::string_view letters = words[i].folded;
        const auto state = m_pairLetters.find(letters.substr(0, bytesOfSyllable));
        if (state == m_pairLetters.end())
            return;
        const bool mayGoOn =
            letters.size() == bytesOfSyllable ||
            areParticles(letters.substr(0, bytesOfSyllable), letters.substr(bytesOfSyllable));
        if (!mayGoOn)
            return;
        places.push_back({{words[i].span.begin, words[i].span.begin + 1}, {state->second}});
    }
    std::ranges::move(places, std::back_inserter(found));
}

std::vector<std::string> StateNames::statesCalled(std::string_view words) const
{
    const SourceText text{std::string(words)};
    const std::vector<NameWord> list = nameWords(text);
    if (list.empty())
        return {};
    const TextSpan whole{list.front().span.begin, list.back().span.end};
    std::vector<std::string> states;
    for (const Place& place : find(list)) {
        if (place.span == whole)
            states.insert(states.end(), place.states.begin(), place.states.end());
    }
    if (!states.empty())
        return states;
    // "Myanmar (Burma)" stands in no text, and "Jersey" alone is no part of "New Jersey".
    const auto named = m_byName.find(folded(words));
    return named == m_byName.end() ? states : std::vector{named->second};
}

std::vector<std::string> stateCodes()
{
    std::vector<std::string> codes;
    for (const State& state : allStates())
        codes.push_back(state.code);
    return codes;
}

std::string languageOf(const Article& article)
{
    std::string language = firstPart(article.language);
    if (language.empty())
        language = guessedLanguage(article.text->utf8());
    if (!language.empty())
        return language;
    // A headline alone is too short for that. Names and figures in Latin letters stand in all
    // languages, so that a third is most of it.
    constexpr int looked = 2000;
    int hangul = 0;
    int cyrillic = 0;
    int all = 0;
    const std::string_view beginning =
        article.text->slice(TextSpan{0, std::min(looked, article.text->size())});
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
        icu::StringPiece(beginning.data(), static_cast<std::int32_t>(beginning.size())));
    for (int i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
        const UChar32 c = wide.char32At(i);
        all += c > ' ' ? 1 : 0;
        hangul += c >= 0xAC00 && c <= 0xD7A3 ? 1 : 0;
        cyrillic += c >= 0x0400 && c <= 0x04FF ? 1 : 0;
    }
    if (hangul * 3 > all)
        return "ko";
    return cyrillic * 3 > all ? "ru" : "en";
}

} // namespace entente
