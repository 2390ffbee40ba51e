// SPDX-License-Identifier: Apache-2.0
#include "graph/query/filtered.h"

#include "graph/base/inparallel.h"
#include "graph/model/boostgraph.h"
#include "graph/query/asknown.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace entente
{

namespace
{

using Graph = KnowledgeGraph::Boost;
using Vertex = KnowledgeGraph::Vertex;
using Mask = FilterJudge::Mask;

/// What becomes of an edge.
enum class Stay : char {
    No,
    Yes,
    BetweenOthers, ///< Where both its ends stay by other edges.
};

class Sieve
{
public:
    Sieve(const Graph& graph, const FilterGround& ground, const Filter& filter)
        : m_from(graph)
        , m_store(ground.store)
        , m_judge(ground, filter)
        , m_nodes(boost::num_vertices(graph))
        , m_edges(boost::num_edges(graph))
    {
        std::size_t number = 0;
        m_numbered.reserve(m_edges.size());
        for (const auto edge : boost::make_iterator_range(boost::edges(graph)))
            m_numbered.emplace_back(edge, number++);
        if (filter.asksForSources())
            m_judge.weighEdges(graph);
    }

    KnowledgeGraph run()
    {
        judge();
        return build();
    }

    std::unordered_set<ClaimId> passingClaims()
    {
        judge();
        std::unordered_set<ClaimId> claims;
        for (Vertex vertex = 0; vertex < m_nodes.size(); ++vertex) {
            for (const ClaimId id : m_from[vertex].claims) {
                if (claimPasses(vertex, id))
                    claims.insert(id);
            }
        }
        for (const auto& [edge, number] : m_numbered) {
            if (m_from[edge].kind != EdgeKind::Relation || m_edges[number] != Stay::Yes)
                continue;
            for (const ClaimId id : m_from[edge].claims) {
                if (relationStays(*m_store.claim(id), maskOf(edge)) != Stay::No)
                    claims.insert(id);
            }
        }
        return claims;
    }

private:
    void judge()
    {
        inParallel(m_nodes.size(), [this](Vertex vertex) { judgeNode(vertex); });
        inParallel(m_edges.size(), [this](std::size_t edge) { judgeEdge(edge); });
        keepEnds();
    }

    void judgeNode(Vertex vertex)
    {
        const Node& node = m_from[vertex];
        m_nodes[vertex] = node.kind == NodeKind::Event
                              ? eventPasses(vertex)
                              : m_judge.wantsKind(node) || (isAlone(vertex) && isWanted(node));
    }

    bool eventPasses(Vertex vertex) const
    {
        return std::ranges::any_of(m_from[vertex].claims,
                                   [&](ClaimId id) { return claimPasses(vertex, id); });
    }

    /// By itself, by an edge of its event, or by what this is to others: the visit that is spoken
    /// of.
    bool claimPasses(Vertex event, ClaimId id) const
    {
        const Mask met = m_judge.ofClaim(*m_store.claim(id), &m_from[event]);
        if (m_judge.passes(met | m_judge.ofNoEdge()))
            return true;
        const auto passesBy = [&](const auto& edge) {
            return m_from[edge].kind == EdgeKind::Role && m_judge.passes(met | maskOf(edge));
        };
        const auto isOfClaim = [&](const auto& edge) {
            return std::ranges::find(m_from[edge].claims, id) != m_from[edge].claims.end();
        };
        const auto [out, outEnd] = boost::out_edges(event, m_from);
        const auto [in, inEnd] = boost::in_edges(event, m_from);
        return std::any_of(out, outEnd,
                           [&](const auto& edge) { return isOfClaim(edge) && passesBy(edge); }) ||
               std::any_of(in, inEnd, passesBy);
    }

    bool isAlone(Vertex vertex) const
    {
        return boost::in_degree(vertex, m_from) + boost::out_degree(vertex, m_from) == 0;
    }

    bool isWanted(const Node& entity) const
    {
        return std::ranges::any_of(entity.mentions, [&](MentionId id) {
            const Mention* mention = m_store.mention(id);
            return mention != nullptr && m_judge.passes(m_judge.ofMention(*mention, entity));
        });
    }

    Mask maskOf(const Graph::edge_descriptor& edge) const
    {
        return m_judge.ofEdge(m_from[edge], m_from[boost::source(edge, m_from)],
                              m_from[boost::target(edge, m_from)]);
    }

    bool isEvent(Vertex vertex) const { return m_from[vertex].kind == NodeKind::Event; }

    /// @pre all events are judged.
    void judgeEdge(std::size_t number)
    {
        const auto& edge = m_numbered[number].first;
        const Vertex source = boost::source(edge, m_from);
        const Vertex target = boost::target(edge, m_from);
        if ((isEvent(source) && m_nodes[source] == 0) || (isEvent(target) && m_nodes[target] == 0))
            return;
        const Mask ofEdge = maskOf(edge);
        for (const ClaimId id : m_from[edge].claims) {
            const Claim& claim = *m_store.claim(id);
            const Stay stay = m_from[edge].kind == EdgeKind::Role
                                  ? roleStays(claim, m_from[source], ofEdge)
                                  : relationStays(claim, ofEdge);
            if (stay != Stay::No && m_edges[number] != Stay::Yes)
                m_edges[number] = stay;
        }
    }

    Stay roleStays(const Claim& claim, const Node& event, Mask ofEdge) const
    {
        return m_judge.passes(m_judge.ofClaim(claim, &event) | ofEdge) ? Stay::Yes : Stay::No;
    }

    Stay relationStays(const Claim& claim, Mask ofEdge) const
    {
        const Mask met = m_judge.ofClaim(claim, nullptr) | ofEdge;
        if (m_judge.passes(met))
            return Stay::Yes;
        // Whatever it would be asked as an event, it may have.
        return m_judge.passes(met | m_judge.ofEventsAlone()) ? Stay::BetweenOthers : Stay::No;
    }

    void keepEnds()
    {
        std::vector<std::size_t> between;
        for (const auto& [edge, number] : m_numbered) {
            if (m_edges[number] == Stay::BetweenOthers)
                between.push_back(number);
            if (m_edges[number] != Stay::Yes)
                continue;
            m_nodes[boost::source(edge, m_from)] = 1;
            m_nodes[boost::target(edge, m_from)] = 1;
        }
        for (const std::size_t number : between) {
            const auto& edge = m_numbered[number].first;
            const bool stays = m_nodes[boost::source(edge, m_from)] != 0 &&
                               m_nodes[boost::target(edge, m_from)] != 0;
            m_edges[number] = stays ? Stay::Yes : Stay::No;
        }
    }

    KnowledgeGraph build()
    {
        std::vector<Vertex> kept; // Where each came from.
        std::vector<Vertex> now(m_nodes.size());
        for (Vertex vertex = 0; vertex < m_nodes.size(); ++vertex) {
            if (m_nodes[vertex] == 0)
                continue;
            now[vertex] = kept.size();
            kept.push_back(vertex);
        }
        auto to = std::make_unique<Graph>(kept.size());
        inParallel(kept.size(), [&](Vertex vertex) { (*to)[vertex] = m_from[kept[vertex]]; });
        for (const auto& [edge, number] : m_numbered) {
            if (m_edges[number] == Stay::Yes)
                boost::add_edge(now[boost::source(edge, m_from)], now[boost::target(edge, m_from)],
                                m_from[edge], *to);
        }
        inParallel(kept.size(), [&](Vertex vertex) { weigh(*to, vertex); });
        return KnowledgeGraph(std::move(to));
    }

    static void weigh(Graph& graph, Vertex vertex)
    {
        if (graph[vertex].kind == NodeKind::Event)
            return; // All its claims are read.
        std::vector<Vertex> events;
        for (const auto edge : boost::make_iterator_range(boost::in_edges(vertex, graph))) {
            if (graph[edge].kind == EdgeKind::Role)
                events.push_back(boost::source(edge, graph));
        }
        std::ranges::sort(events);
        const auto repeated = std::ranges::unique(events);
        graph[vertex].weight = static_cast<int>(events.size() - repeated.size());
    }

    const Graph& m_from;
    const Store& m_store;
    FilterJudge m_judge;
    std::vector<char> m_nodes; ///< Whether each stays; not of bits, which threads would share.
    std::vector<Stay> m_edges;
    std::vector<std::pair<Graph::edge_descriptor, std::size_t>> m_numbered;
};

} // namespace

KnowledgeGraph filtered(const KnowledgeGraph& events, const FilterGround& ground,
                        const Filter& filter)
{
    const std::optional<Day> day = filter.knownOn();
    if (!day)
        return Sieve(events.boost(), ground, filter).run();
    KnowledgeGraph known = asKnownOn(events, ground.store, ground.ontology, *day, true);
    const Filter rest = filter.withoutKnownOn();
    return rest.isEmpty() ? std::move(known) : Sieve(known.boost(), ground, rest).run();
}

std::unordered_set<ClaimId> passingClaims(const KnowledgeGraph& events, const FilterGround& ground,
                                          const Filter& filter)
{
    const std::optional<Day> day = filter.knownOn();
    if (!day)
        return Sieve(events.boost(), ground, filter).passingClaims();
    const KnowledgeGraph known = asKnownOn(events, ground.store, ground.ontology, *day, true);
    Filter rest = filter.withoutKnownOn();
    rest.isAny = rest.isAny && !rest.isEmpty(); // Of none, one cannot be enough.
    return Sieve(known.boost(), ground, rest).passingClaims();
}

} // namespace entente
