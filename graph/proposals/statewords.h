// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/proposals/knownnames.h"
#include "graph/proposals/statenames.h"

#include <filesystem>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

namespace entente
{

/// Finds states in articles by all that these call them in their own language, adjectives among it:
/// "North Korean" is a word for North Korea, whether or not anybody has marked one. It finds what
/// is suggested where one reads the article, so no Jordan in "Michael Jordan", if he is known.
class StateWords
{
public:
    /// Finds nothing.
    StateWords() = default;
    /// @param resources resourceFolder(): a language's words are read when its first article comes.
    StateWords(const Store& store, const std::shared_ptr<const KnowledgeGraph>& events,
               const Ontology& ontology, std::filesystem::path resources);
    StateWords(const StateWords&) = delete; // What was found is of the article of this one.
    StateWords& operator=(const StateWords&) = delete;

    struct Place
    {
        TextSpan span;
        bool isSure = true; ///< No other is called so, too: "Korean" does not say which.
        bool isName = true; ///< Of the state, rather than an adjective.
    };
    /// Whether it is a state, for which words may be found.
    bool isState(NodeId node) const { return m_states.contains(node); }
    /// In the order of the text; of words that overlap, the longest. None for what is no state. To
    /// ask for another state of the same article costs little.
    std::vector<Place> find(NodeId node, ArticleId article, const std::string& language);

private:
    const StateNames& namesIn(const std::string& language);

    KnownNames m_known;
    std::filesystem::path m_resources;
    std::unordered_set<NodeId> m_states;
    std::map<std::string, StateNames> m_languages;
    ArticleId m_article; ///< That was last looked through.
    std::vector<NameSuggestion> m_found;
};

} // namespace entente
