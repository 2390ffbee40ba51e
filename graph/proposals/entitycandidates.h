// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/proposals/nameindex.h"
#include "graph/proposals/statenodes.h"
#include "graph/text/spelling.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente
{

class StateNames;

/// How words fit a known entity, the surest first.
enum class Fit {
    Name,      ///< They are a name of it, letter by letter.
    Folded,    ///< They are, but for case and accents.
    State,     ///< They name the state that it is: "Russian"; or they are an id of it.
    Beginning, ///< A name of it begins so.
    Word,      ///< A word of a name does: the last name alone.
    Within,    ///< A name of it stands within them: "President Putin", "푸틴은", "Путина".
    Spelling,  ///< A name of it is so spelt in another system or script: Choi, Choe, 최.
    Initials,  ///< They are the first letters of a name, or it is theirs: "WPK".
    Resembling, ///< A name differs by a letter or two.
    Mentioned,  ///< There were no words: the article mentions it.
};

/// As in files: "name", "folded", ….
std::string_view nameOf(Fit fit);

/// A known entity that words may mean.
struct EntityCandidate
{
    NodeId node;
    std::string name;
    std::string type;
    Fit fit = Fit::Name;
    std::string because;      ///< The name of it that fits: "Choi"; empty for Mentioned.
    bool isMentioned = false; ///< In the article that was asked about.
    int weight = 0;

    bool operator==(const EntityCandidate&) const = default;
};

/// What candidates are wanted for.
struct CandidateWish
{
    std::string type;                   ///< Of entities, first of all; empty: any.
    ArticleId article;                  ///< Nil: none.
    int position = 0;                   ///< In it, where the words are to be marked.
    const StateNames* states = nullptr; ///< In its language; null: none are told by adjectives.
    std::size_t atMost = 20;
};

/// Who of the known people, states and other entities is meant by words that were selected or are
/// being typed. It holds all it needs: to make one takes (measured) 0.2 s for 10,000 nodes, shared
/// by the cores, to answer a letter 4 to 7 ms, and any thread can do both.
class EntityCandidates
{
public:
    EntityCandidates() = default;
    EntityCandidates(Store store, std::shared_ptr<const KnowledgeGraph> events,
                     const Ontology& ontology);

    /// Each node once, by the surest way its names fit. First those of the wanted type, then those
    /// whose names fit before those that merely resemble, then those that the article mentions,
    /// then the surest fit, then the heaviest. Without words those that the article mentions: the
    /// last one before the position first, then those behind it, the nearest first.
    std::vector<EntityCandidate> find(std::string_view words, const CandidateWish& wish) const;

private:
    class Search;

    /// A name of a node as it is compared.
    struct Known
    {
        std::size_t node = 0; ///< Among m_nodes.
        std::string words;    ///< As they stand.
        std::string folded;
        std::string initials;    ///< "wpk"; empty for one word.
        std::string allInitials; ///< With those of small words: "wpok".
        std::string letters;     ///< Folded, of an abbreviation: "wpk"; empty for others.
        Spelling spelling;
    };

    std::vector<EntityCandidate> mentioned(const CandidateWish& wish) const;
    EntityCandidate candidate(NodeId id, Fit fit, const std::string& because) const;

    Store m_store;
    std::shared_ptr<const KnowledgeGraph> m_events;
    StateNodes m_states;
    std::vector<NodeId> m_nodes;
    std::vector<Known> m_known; ///< Those of one node together.
    NameIndex m_index;          ///< Of the same, by their places among m_nodes.
    std::unordered_map<std::string, std::vector<NodeId>> m_byId; ///< "q159", "rus"
};

} // namespace entente
