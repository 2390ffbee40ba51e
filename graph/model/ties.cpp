// SPDX-License-Identifier: Apache-2.0
#include "graph/model/boostgraph.h"
#include "graph/model/meetings.h"
#include "graph/model/sureness.h"
#include "graph/ontology/ontology.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace entente
{

namespace
{

using Graph = KnowledgeGraph::Boost;
using Vertex = KnowledgeGraph::Vertex;

using Edges = std::vector<KnowledgeGraph::Boost::edge_descriptor>;

/// Who takes part in an event, and by which edges.
using Participants = std::map<Vertex, Edges>;

Participants participantsOf(const Graph& graph, Vertex event, const Ontology& ontology)
{
    Participants participants;
    for (const auto edge : boost::make_iterator_range(boost::out_edges(event, graph))) {
        const Vertex target = boost::target(edge, graph);
        if (graph[edge].kind == EdgeKind::Role && graph[target].isActor &&
            ontology.makesTies(graph[edge].type))
            participants[target].push_back(edge);
    }
    return participants;
}

std::optional<Modality> modalityOf(const Graph& graph, const Edges& roles)
{
    Sureness sureness;
    for (const auto role : roles)
        sureness.take(graph[role]);
    return sureness.modality();
}

enum class By { Articles, Anybody };

/// Whether the roles of the two, in the same event, are such that it is something between them.
bool meet(const Graph& graph, const Ontology& ontology, const Edges& ones, const Edges& others,
          By by)
{
    const auto counts = [&](const Edge& role) { return by == By::Anybody || !role.judged; };
    return std::ranges::any_of(ones, [&](const auto one) {
        return counts(graph[one]) && std::ranges::any_of(others, [&](const auto other) {
                   return counts(graph[other]) && ontology.meet(graph[one].type, graph[other].type);
               });
    });
}

/// @param modality of these two meeting there: that the event happened does not say that both of
/// them came.
/// @param isJudged that they meet there is an analyst's judgement alone.
void addEvent(Edge& tie, const Node& event, std::optional<Modality> modality, bool isJudged)
{
    tie.events.push_back(event.id);
    ++countOf(isJudged ? tie.judgedCounts : tie.counts, modality);
    tie.judged = tie.judged && isJudged;
    tie.contested = tie.contested || event.contested;
    if (isJudged || modality != Modality::Happened || !event.date)
        return;
    const auto begins = [](const Edtf& date) {
        return date.earliest ? date.earliest : date.latest;
    };
    if (!tie.first || begins(*event.date) < begins(*tie.first))
        tie.first = event.date;
    if (!tie.last || begins(*event.date) > begins(*tie.last))
        tie.last = event.date;
}

/// A tie is drawn as what is most certain of its events: one that happened makes it solid.
std::optional<Modality> drawnModality(const ModalityCounts& counts)
{
    for (const Modality modality : allModalities) {
        if (countOf(counts, modality) > 0)
            return modality;
    }
    return std::nullopt;
}

std::string labelOf(const Edge& tie)
{
    std::string label = wordsOf(tie.counts);
    if (tie.last) {
        const bool isDay = tie.last->earliest == tie.last->latest;
        label += (isDay ? "; last on " : "; last in ") + wordsOf(*tie.last);
    }
    if (const std::string judged = wordsOf(tie.judgedCounts); !judged.empty())
        label += (label.empty() ? "" : "; ") + ("by an analyst's judgement: " + judged);
    return label;
}

class Projection
{
public:
    Projection(const Graph& graph, const Ontology& ontology)
        : m_from(graph)
        , m_ontology(ontology)
        , m_to(std::make_unique<Graph>())
    {
    }

    KnowledgeGraph run()
    {
        for (const Vertex vertex : boost::make_iterator_range(boost::vertices(m_from))) {
            if (m_from[vertex].isActor)
                m_actors.emplace(vertex, boost::add_vertex(m_from[vertex], *m_to));
        }
        for (const Vertex vertex : boost::make_iterator_range(boost::vertices(m_from))) {
            if (m_from[vertex].kind == NodeKind::Event)
                tieParticipants(vertex);
        }
        for (auto& tie : m_ties)
            addTie(m_actors.at(tie.first.first), m_actors.at(tie.first.second), tie.second);
        return KnowledgeGraph(std::move(m_to));
    }

private:
    void addTie(Vertex one, Vertex other, Edge& tie)
    {
        std::unordered_set<ClaimId> seen;
        std::erase_if(tie.claims, [&](ClaimId claim) { return !seen.insert(claim).second; });
        tie.modality = drawnModality(tie.judged ? tie.judgedCounts : tie.counts);
        tie.label = labelOf(tie);
        boost::add_edge(one, other, tie, *m_to);
    }

    void tieParticipants(Vertex event)
    {
        const Participants participants = participantsOf(m_from, event, m_ontology);
        for (auto a = participants.begin(); a != participants.end(); ++a) {
            for (auto b = std::next(a); b != participants.end(); ++b) {
                const bool isReported =
                    meet(m_from, m_ontology, a->second, b->second, By::Articles);
                if (!isReported && !meet(m_from, m_ontology, a->second, b->second, By::Anybody))
                    continue;
                Edge& tie = tieOf(a->first, b->first);
                addEvent(tie, m_from[event],
                         lessSure(m_from[event].modality, lessSure(modalityOf(m_from, a->second),
                                                                   modalityOf(m_from, b->second))),
                         !isReported);
                addClaims(tie, a->second);
                addClaims(tie, b->second);
            }
        }
    }

    Edge& tieOf(Vertex a, Vertex b)
    {
        Edge& tie = m_ties[{a, b}];
        if (tie.id.isNil()) {
            const NodeId first = std::min(m_from[a].id, m_from[b].id);
            const NodeId second = std::max(m_from[a].id, m_from[b].id);
            tie.id = EdgeId(uuidFromName(first.uuid(), "Tie>" + second.text()));
            tie.kind = EdgeKind::Tie;
            tie.type = "Tie";
            tie.judged = true; // Until an article has them meet.
        }
        return tie;
    }

    /// Some more than once, at first.
    void addClaims(Edge& tie, const Edges& edges)
    {
        for (const auto edge : edges)
            tie.claims.insert(tie.claims.end(), m_from[edge].claims.begin(),
                              m_from[edge].claims.end());
    }

    const Graph& m_from;
    const Ontology& m_ontology;
    std::unique_ptr<Graph> m_to;
    std::map<Vertex, Vertex> m_actors;
    std::map<std::pair<Vertex, Vertex>, Edge> m_ties;
};

} // namespace

KnowledgeGraph actorsProjection(const KnowledgeGraph& graph, const Ontology& ontology)
{
    return Projection(graph.boost(), ontology).run();
}

Encounter encounterAt(const KnowledgeGraph& events, const Ontology& ontology, NodeId event,
                      NodeId one, NodeId other)
{
    Encounter encounter;
    std::optional<Modality> surest = events.node(event)->modality;
    for (const NodeId actor : {one, other}) {
        Sureness sureness;
        for (const EdgeId id : events.edgesAt(event)) {
            const Edge& edge = *events.edge(id);
            if (edge.kind != EdgeKind::Role || events.target(id) != actor ||
                events.source(id) != event || !ontology.makesTies(edge.type))
                continue;
            encounter.roles.push_back(id);
            sureness.take(edge);
        }
        surest = lessSure(surest, sureness.modality());
    }
    encounter.modality = surest;
    return encounter;
}

} // namespace entente
