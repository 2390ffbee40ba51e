// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/proposals/nameindex.h"
#include "graph/proposals/statenodes.h"

#include <memory>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

namespace entente
{

class StateNames;

/// Whom words of an article may name.
struct NameChoice
{
    NodeId node;       ///< Nil: a state that the project does not know yet.
    std::string type;  ///< "Person"
    std::string name;  ///< Of the node; else of the state, in the article's language.
    std::string state; ///< ISO 3166-1 alpha-3; empty for all but states.

    bool operator==(const NameChoice&) const = default;
};

/// Words of an article that are not marked, and name something that is known.
struct NameSuggestion
{
    TextSpan span;                   ///< A line break may be in it.
    std::string words;               ///< As they stand.
    std::vector<NameChoice> choices; ///< The likeliest first; never empty.

    bool operator==(const NameSuggestion&) const = default;
};

/// The names that a project knows, to be found in the articles in which nobody marked them. It
/// holds all it needs: to make one takes (measured) 0.1 s for 10,000 nodes, to look through an
/// article of 50 kB 30 ms, and any thread can do both.
class KnownNames
{
public:
    KnownNames() = default;
    KnownNames(Store store, std::shared_ptr<const KnowledgeGraph> events, const Ontology& ontology);

    /// In the order in which they stand; where several names overlap, the longest. Of those that
    /// share a name the one that is mentioned most in the article comes first, then the heaviest.
    /// The single name of a person that goes on ("Kim" in "Kim Il-sung") is somebody else's. What a
    /// marked name touches is left out; within what is marked as a description ("North
    /// Korean media") names are still to be marked.
    /// @param names of states, in the article's language: readStateNames(…, languageOf(article)).
    /// @param refused places where, and within which, nothing is suggested.
    std::vector<NameSuggestion> suggest(ArticleId article, const StateNames& names,
                                        const std::set<TextSpan>& refused = {}) const;

    /// For other questions about the same project.
    const StateNodes& states() const { return m_states; }

private:
    class Search;

    Store m_store;
    std::shared_ptr<const KnowledgeGraph> m_events;
    StateNodes m_states;
    std::vector<NodeId> m_nodes; ///< The owners in the index.
    std::unordered_set<NodeId> m_people;
    NameIndex m_index;
};

} // namespace entente
