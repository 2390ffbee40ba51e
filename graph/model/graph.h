// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/model/records.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace entente
{

class Ontology;
class Store;

enum class NodeKind { Entity, Event };

/// Why mentions of several articles count as one node.
enum class Identity {
    Id,      ///< They carry the same outside id, or all stand in one article that says so.
    Name,    ///< They are of one type and have the same full name.
    Analyst, ///< An analyst joined them.
};

/// As in files: "id", "name", "analyst".
std::string_view nameOf(Identity identity);

/// An office that a person is said to hold, with the claims that say so.
struct HeldPosition
{
    std::string title; ///< "Foreign Minister"
    std::string of;    ///< The state or organization; empty when not said.
    std::vector<ClaimId> claims;
};

/// A name that stands in the articles, and how often.
struct Alias
{
    std::string name;
    std::vector<MentionId> mentions;
};

/// A vertex: an entity or an event, joined from what the articles say.
struct Node
{
    NodeId id;
    NodeKind kind = NodeKind::Entity;
    std::string type;
    std::string name;  ///< Preferred name of an entity; the label of an event.
    std::string title; ///< Of an event, without its type and date: "Choe Son-hui to Russia".
    std::vector<Alias> aliases; ///< All names, most frequent first; the preferred one among them.
    std::vector<OutsideId> ids;
    Identity identity = Identity::Id;
    std::vector<EntityId> entities; ///< The records it joins (one of these two lists is empty).
    std::vector<EventId> events;
    std::vector<MentionId> mentions; ///< For an event, its triggers.

    // Entities only.
    bool isActor = false;
    std::vector<HeldPosition> positions;

    // Events only.
    std::vector<ClaimId> claims;
    std::optional<Edtf> date;
    std::optional<Modality> modality; ///< By the rule of judgeModality(); none: unstated.
    std::string modalityReason;       ///< The rule's reason, in words.
    bool contested = false;           ///< One claim is certain that it is so, another that not.
    bool judged = false;              ///< By an analyst alone: no article says anything of it.

    int weight = 0; ///< Events an actor takes part in; claims an event rests on.
};

enum class EdgeKind {
    Role,     ///< from an event to what fills a role of it
    Relation, ///< between two entities or two events
    Tie,      ///< between two actors, by shared events; in the actors projection only
};

/// How many events of each modality stand behind a tie; the last place is for unstated ones.
using ModalityCounts = std::array<int, 8>;
int& countOf(ModalityCounts& counts, std::optional<Modality> modality);
int countOf(const ModalityCounts& counts, std::optional<Modality> modality);
/// "happened 2, expected 1; last in October 2023"
std::string wordsOf(const ModalityCounts& counts);

/// The events that tie two actors.
struct Tie
{
    ModalityCounts counts{};       ///< Of events in which both meet as articles have it.
    ModalityCounts judgedCounts{}; ///< Of those in which only an analyst's judgement has them meet.
    std::vector<NodeId> events;
    std::optional<Edtf> first, last; ///< Of the dated events that happened, without judged ones.
};

/// An edge and the claims it rests on.
struct Edge
{
    EdgeId id;
    EdgeKind kind = EdgeKind::Role;
    std::string type;  ///< Role ("Visitor") or relation ("Represents"); "Tie".
    std::string label; ///< For people: "Visitor", "Foreign Minister", "represents".
    std::vector<ClaimId> claims;
    /// Of roles: by the rule, over the edge's own claims; the event's, where these are an analyst's
    /// and say nothing.
    std::optional<Modality> modality;
    bool contested = false;
    /// It rests on an analyst's judgement alone; of a tie, all its events do.
    bool judged = false;

    /// Apart, as it is two thirds of all this, and of the edges of a large graph few are ties.
    std::shared_ptr<const Tie> ofTie; ///< Null: it is no tie.

    /// An empty one, when it is no tie.
    const Tie& tie() const;
};

/// Entities and events as vertices, roles and relations as edges; parallel edges stay apart. Built
/// by fold() and never changed, so that descriptors stay good as long as it lives.
class KnowledgeGraph
{
public:
    /// The boost::adjacency_list, for graph algorithms: graph/model/boostgraph.h. It takes seconds
    /// to compile, and those who only look things up need not see it.
    struct Boost;
    using Vertex = std::size_t;

    KnowledgeGraph();
    /// Indexes a finished graph; copies of it would leave the index pointing at the original.
    explicit KnowledgeGraph(std::unique_ptr<const Boost> graph);
    KnowledgeGraph(const KnowledgeGraph&) = delete;
    KnowledgeGraph& operator=(const KnowledgeGraph&) = delete;
    KnowledgeGraph(KnowledgeGraph&&) noexcept;
    KnowledgeGraph& operator=(KnowledgeGraph&&) noexcept;
    ~KnowledgeGraph();

    const Boost& boost() const;

    int nodeCount() const;
    int edgeCount() const;
    /// In the order of the store.
    std::vector<NodeId> nodes() const;
    std::vector<EdgeId> edges() const;
    // A null pointer: not in this graph.
    const Node* node(NodeId id) const;
    const Edge* edge(EdgeId id) const;
    /// The node that the record became part of; nil when there is none.
    NodeId nodeOf(EntityId id) const;
    NodeId nodeOf(EventId id) const;
    /// @pre the edge is in this graph.
    NodeId source(EdgeId id) const;
    NodeId target(EdgeId id) const;
    /// Edges that start there, then those that end there.
    std::vector<EdgeId> edgesAt(NodeId id) const;
    std::vector<NodeId> neighbours(NodeId id) const;

private:
    struct Indexed;
    std::unique_ptr<const Indexed> m_indexed;
};

/// Which evidence joins entities of several articles.
enum class IdentityRule {
    IdsAndNames, ///< the same outside id; failing ids, the same type and full name
    IdsOnly,
};

/// Builds the graph that the store's records add up to: joins what is one, folds positions, decides
/// each event's date and modality. The same store gives the same graph.
KnowledgeGraph fold(const Store& store, const Ontology& ontology,
                    IdentityRule rule = IdentityRule::IdsAndNames);

/// The actors and the ties between them: one edge for each pair that takes part in the same events
/// by roles that meet (Ontology::meet). An event counts for a pair by what is least sure of it: the
/// event, the one's role or the other's; and apart from the others where a judgement alone has the
/// two meet.
KnowledgeGraph actorsProjection(const KnowledgeGraph& graph, const Ontology& ontology);

/// An event's modality from those of its claims, and why.
struct JudgedModality
{
    std::optional<Modality> modality;
    std::string reason;
    bool contested = false;
    bool isOwn = false; ///< No article says anything of it: analysts do.
};

/// Within one article the most frequent modality among the claims with the strongest factuality
/// (CT > PR > PS > U, unstated last), what the same words say as surely counted once; across
/// articles that of the latest reference date. All claims stay; CT+ against CT- is contested, where
/// articles say so. Where one is certain that it happened and another that it did not, neither is
/// preferred, whichever came later: the modality is unstated.
JudgedModality judgeModality(const Store& store, const std::vector<ClaimId>& claims);

} // namespace entente
