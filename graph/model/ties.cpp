// SPDX-License-Identifier: Apache-2.0
#include "graph/base/inparallel.h"
#include "graph/model/boostgraph.h"
#include "graph/model/meetings.h"
#include "graph/model/sureness.h"
#include "graph/ontology/ontology.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <unordered_set>
#include <utility>
#include <vector>

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
void addEvent(Tie& tie, const Node& event, std::optional<Modality> modality, bool isJudged)
{
    tie.events.push_back(event.id);
    ++countOf(isJudged ? tie.judgedCounts : tie.counts, modality);
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

std::string labelOf(const Tie& tie)
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
    {
    }

    KnowledgeGraph run()
    {
        const std::vector<Meeting> meetings = allMeetings();
        std::vector<std::span<const Meeting>> pairs; // Those of each pair, in its place.
        for (auto begin = meetings.begin(); begin != meetings.end();) {
            const auto end = std::find_if(begin, meetings.end(), [&](const Meeting& meeting) {
                return pairOf(meeting) != pairOf(*begin);
            });
            pairs.emplace_back(begin, end);
            begin = end;
        }
        std::vector<Edge> ties(pairs.size());
        inParallel(pairs.size(), [&](std::size_t pair) { ties[pair] = tieOf(pairs[pair]); });
        return graphOf(pairs, std::move(ties));
    }

private:
    /// Two who meet in an event, the lower vertex first.
    struct Meeting
    {
        Vertex one, other, event;
        std::optional<Modality> modality;
        bool isJudged;               ///< By an analyst alone.
        std::vector<ClaimId> claims; ///< Of the roles of both; some more than once.
    };

    static std::pair<Vertex, Vertex> pairOf(const Meeting& meeting)
    {
        return {meeting.one, meeting.other};
    }

    /// By pairs, and those of a pair in the order of the events.
    std::vector<Meeting> allMeetings() const
    {
        std::vector<std::vector<Meeting>> byEvent(boost::num_vertices(m_from));
        inParallel(byEvent.size(), [&](Vertex vertex) {
            if (m_from[vertex].kind == NodeKind::Event)
                byEvent[vertex] = meetingsIn(vertex);
        });
        std::vector<Meeting> all;
        for (std::vector<Meeting>& meetings : byEvent)
            std::ranges::move(meetings, std::back_inserter(all));
        std::ranges::stable_sort(all, {}, pairOf);
        return all;
    }

    std::vector<Meeting> meetingsIn(Vertex event) const
    {
        std::vector<Meeting> meetings;
        const Participants participants = participantsOf(m_from, event, m_ontology);
        for (auto a = participants.begin(); a != participants.end(); ++a) {
            for (auto b = std::next(a); b != participants.end(); ++b) {
                const bool isReported =
                    meet(m_from, m_ontology, a->second, b->second, By::Articles);
                if (!isReported && !meet(m_from, m_ontology, a->second, b->second, By::Anybody))
                    continue;
                const auto modality =
                    lessSure(m_from[event].modality, lessSure(modalityOf(m_from, a->second),
                                                              modalityOf(m_from, b->second)));
                meetings.push_back({a->first, b->first, event, modality, !isReported, {}});
                addClaims(meetings.back().claims, a->second);
                addClaims(meetings.back().claims, b->second);
            }
        }
        return meetings;
    }

    Edge tieOf(std::span<const Meeting> meetings) const
    {
        Edge edge;
        Tie tie;
        const auto [one, other] = pairOf(meetings.front());
        const auto [first, second] = std::minmax(m_from[one].id, m_from[other].id);
        edge.id = EdgeId(uuidFromName(first.uuid(), "Tie>" + second.text()));
        edge.kind = EdgeKind::Tie;
        edge.type = "Tie";
        edge.judged = std::ranges::all_of(meetings, &Meeting::isJudged);
        for (const Meeting& meeting : meetings) {
            const Node& event = m_from[meeting.event];
            addEvent(tie, event, meeting.modality, meeting.isJudged);
            edge.contested = edge.contested || event.contested;
            edge.claims.insert(edge.claims.end(), meeting.claims.begin(), meeting.claims.end());
        }
        std::unordered_set<ClaimId> seen;
        std::erase_if(edge.claims, [&](ClaimId claim) { return !seen.insert(claim).second; });
        edge.modality = drawnModality(edge.judged ? tie.judgedCounts : tie.counts);
        edge.label = labelOf(tie);
        edge.ofTie = std::make_shared<const Tie>(std::move(tie));
        return edge;
    }

    void addClaims(std::vector<ClaimId>& to, const Edges& roles) const
    {
        for (const auto role : roles)
            to.insert(to.end(), m_from[role].claims.begin(), m_from[role].claims.end());
    }

    KnowledgeGraph graphOf(const std::vector<std::span<const Meeting>>& pairs,
                           std::vector<Edge> ties) const
    {
        std::vector<Vertex> actors;
        std::vector<Vertex> places(boost::num_vertices(m_from)); // Of those that are actors.
        for (const Vertex vertex : boost::make_iterator_range(boost::vertices(m_from))) {
            if (!m_from[vertex].isActor)
                continue;
            places[vertex] = actors.size();
            actors.push_back(vertex);
        }
        auto to = std::make_unique<Graph>(actors.size());
        inParallel(actors.size(), [&](Vertex actor) { (*to)[actor] = m_from[actors[actor]]; });
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const auto [one, other] = pairOf(pairs[i].front());
            (*to)[boost::add_edge(places[one], places[other], *to).first] = std::move(ties[i]);
        }
        return KnowledgeGraph(std::move(to));
    }

    const Graph& m_from;
    const Ontology& m_ontology;
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
