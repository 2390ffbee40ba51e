// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"
#include "graph/proposals/nameindex.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente
{

struct Article;

/// What the states of ISO 3166-1 are called in one language: by ICU's names of them (Unicode CLDR),
/// which are those that articles use, and by what a file of ours adds, such as adjectives. A value;
/// to make one takes (measured) 4 ms, or 15 ms with the cases of Russian.
class StateNames
{
public:
    /// Words of a text that name states, by their ISO 3166-1 alpha-3 codes; several where the word
    /// leaves open which ("Congolese").
    struct Place
    {
        TextSpan span;
        std::vector<std::string> states;
    };

    /// Knows no names.
    StateNames() = default;

    /// The first part of a BCP 47 tag: "ko".
    const std::string& language() const { return m_language; }
    /// How ICU calls it in the language; empty for a code that is none.
    std::string nameOf(std::string_view state) const;
    /// All places, overlapping ones too.
    std::vector<Place> find(const std::vector<NameWord>& words) const;
    /// Whose name all of these words are, be it one that is not looked for in texts.
    std::vector<std::string> statesCalled(std::string_view words) const;

private:
    friend class StateNamesReader;

    void findPairs(const std::vector<NameWord>& words, std::vector<Place>& found) const;
    bool takePair(const NameWord& word, std::vector<Place>& found) const;
    void takeDotted(const std::vector<NameWord>& words, std::size_t first,
                    std::vector<Place>& found) const;

    std::string m_language;
    std::vector<std::string> m_codes; ///< The owners in the index.
    std::map<std::string, std::string, std::less<>> m_names;
    std::map<std::string, std::string, std::less<>> m_byName; ///< Folded, of ICU's.
    NameIndex m_index;
    /// Short names that stand for states only beside each other: 북 and 러 in 북러, 북·러.
    std::map<std::string, std::string, std::less<>> m_pairLetters;
    std::set<std::string, std::less<>> m_pairs;
};

struct ReadStateNames
{
    StateNames names;
    Diagnostics diagnostics;
};

/// @param resources resourceFolder(), with language/states.<language>.json. A language without such
/// a file has ICU's names; so has one whose file cannot be read, which the diagnostics say.
/// @param language BCP 47: "ko", "ru-RU".
ReadStateNames readStateNames(const std::filesystem::path& resources, const std::string& language);

/// Every alpha-3 code of ISO 3166-1 that ICU knows, in the order of the alpha-2 ones.
std::vector<std::string> stateCodes();

/// The language that an article's names are to be looked for in: its own; failing that, the one
/// that its words tell of; failing that, by the letters of most of it, Korean, Russian or English.
std::string languageOf(const Article& article);

} // namespace entente
