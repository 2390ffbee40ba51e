// SPDX-License-Identifier: Apache-2.0
#include "graph/query/facetcounts.h"

#include "graph/model/boostgraph.h"
#include "graph/ontology/ontology.h"
#include "graph/query/asknown.h"

#include <boost/container/flat_map.hpp>
#include <boost/container/flat_set.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace entente
{

namespace
{

using Graph = KnowledgeGraph::Boost;
using Vertex = KnowledgeGraph::Vertex;
using Mask = FilterJudge::Mask;

/// The years that dates begin or end in, as values.
class Years
{
public:
    void add(const Edtf& date)
    {
        for (const std::optional<Day>& day : {date.earliest, date.latest}) {
            if (day)
                m_years.insert(day->year);
        }
    }
    /// An open end reaches as far as anything does.
    std::pair<std::set<int>::const_iterator, std::set<int>::const_iterator>
    of(const Edtf& date) const
    {
        return {date.earliest ? m_years.lower_bound(date.earliest->year) : m_years.begin(),
                date.latest ? m_years.upper_bound(date.latest->year) : m_years.end()};
    }
    /// Years of five digits are written otherwise in EDTF.
    static std::string valueOf(int year)
    {
        return year > 9999 || year < -9999 ? fmt::format("Y{}", year)
               : year < 0                  ? fmt::format("-{:04}", -year)
                                           : fmt::format("{:04}", year);
    }

private:
    std::set<int> m_years;
};

/// Counts one facet's values, event by event. What passes or not are atoms: a claim with an edge of
/// its event, or with none.
class Count
{
public:
    Count(Facet facet, bool isNegated, const KnowledgeGraph& events, const FilterGround& ground,
          const Filter& others)
        : m_facet(facet)
        , m_isNegated(isNegated)
        , m_isAny(others.isAny)
        , m_graph(events.boost())
        , m_store(ground.store)
        , m_judge(ground, withProblems(facet))
        , m_others(ground, others)
        , m_asksForSources(others.asksForSources())
    {
    }

    std::vector<FacetChoice> run()
    {
        if (isOfSources(m_facet))
            m_judge.weighEdges(m_graph);
        if (m_asksForSources)
            m_others.weighEdges(m_graph);
        if (isOfDates(m_facet))
            forEachClaim([this](const Claim& claim, const Node* event) {
                for (const Edtf* date : m_judge.datesOf(m_facet, claim, event))
                    m_years.add(*date);
            });
        for (const Vertex vertex : boost::make_iterator_range(boost::vertices(m_graph))) {
            if (m_graph[vertex].kind == NodeKind::Event)
                takeEvent(vertex);
        }
        forEachRelation([this](const Graph::edge_descriptor& edge) { takeRelation(edge); });
        std::vector<FacetChoice> choices;
        for (std::size_t i = 0; i < m_values.size(); ++i)
            choices.push_back(
                {m_values[i], m_isNegated ? m_reachable - m_counts[i] : m_counts[i] + m_alreadyIn});
        return choices;
    }

private:
    /// Whether anything was complained of is found out for those that ask.
    static Filter withProblems(Facet facet)
    {
        Filter filter;
        if (facet == Facet::Problems)
            filter.conditions.push_back({Facet::Problems, {"some"}, false});
        return filter;
    }

    void forEachClaim(auto function)
    {
        for (const Vertex vertex : boost::make_iterator_range(boost::vertices(m_graph))) {
            if (m_graph[vertex].kind != NodeKind::Event)
                continue;
            for (const ClaimId id : m_graph[vertex].claims)
                function(*m_store.claim(id), &m_graph[vertex]);
        }
        if (isOfEvents(m_facet))
            return;
        forEachRelation([&](const Graph::edge_descriptor& edge) {
            for (const ClaimId id : m_graph[edge].claims)
                function(*m_store.claim(id), nullptr);
        });
    }

    void forEachRelation(auto function)
    {
        for (const auto edge : boost::make_iterator_range(boost::edges(m_graph))) {
            if (m_graph[edge].kind == EdgeKind::Relation)
                function(edge);
        }
    }

    /// Its values can be asked for, though they leave no event.
    void takeRelation(const Graph::edge_descriptor& edge)
    {
        if (m_facet == Facet::Role) {
            indexOf(m_graph[edge].type);
        } else if (isOfSources(m_facet)) {
            for (const std::string& value : m_judge.valuesOf(m_facet, m_graph[edge]))
                indexOf(value);
        } else if (m_facet == Facet::Kind) {
            for (const Vertex end : {boost::source(edge, m_graph), boost::target(edge, m_graph)}) {
                if (m_graph[end].kind == NodeKind::Entity)
                    indexOf(m_graph[end].type);
            }
        } else if (!isOfEvents(m_facet)) {
            for (const ClaimId id : m_graph[edge].claims)
                takeValues(*m_store.claim(id), nullptr);
        }
    }

    void takeEvent(Vertex vertex)
    {
        m_atoms = 0;
        m_isIn = false;
        m_inEvent.clear();
        const Node& event = m_graph[vertex];
        for (const ClaimId id : event.claims) {
            const Claim& claim = *m_store.claim(id);
            const Mask met = m_others.ofClaim(claim, &event);
            takeValues(claim, &event);
            takeAtom(met | m_others.ofNoEdge(), nullptr, nullptr);
            for (const auto edge : boost::make_iterator_range(boost::out_edges(vertex, m_graph))) {
                if (std::ranges::find(m_graph[edge].claims, id) != m_graph[edge].claims.end())
                    takeEdge(met, edge);
            }
            for (const auto edge : boost::make_iterator_range(boost::in_edges(vertex, m_graph)))
                takeEdge(met, edge);
        }
        addEvent();
    }

    void takeEdge(Mask met, const Graph::edge_descriptor& edge)
    {
        if (m_graph[edge].kind != EdgeKind::Role)
            return;
        const Node& target = m_graph[boost::target(edge, m_graph)];
        const Mask ofEdge =
            m_others.ofEdge(m_graph[edge], m_graph[boost::source(edge, m_graph)], target);
        takeAtom(met | ofEdge, &m_graph[edge], &target);
    }

    void takeAtom(Mask met, const Edge* edge, const Node* target)
    {
        const bool passes = m_others.passes(met);
        m_isIn = m_isIn || passes;
        if (!passes && !m_isAny)
            return;
        if (m_isAny && edge == nullptr && isOfEdges(m_facet))
            return; // See FilterJudge::ofNoEdge().
        ++m_atoms;
        const auto add = [this](std::size_t value) { ++m_inEvent[value]; };
        if (m_facet == Facet::Role) {
            if (edge != nullptr)
                add(indexOf(edge->type));
        } else if (isOfSources(m_facet)) {
            for (const std::string& value :
                 edge == nullptr ? std::vector<std::string>() : m_judge.valuesOf(m_facet, *edge))
                add(indexOf(value));
        } else if (m_facet == Facet::Kind) {
            if (target != nullptr && target->kind == NodeKind::Entity)
                add(indexOf(target->type));
        } else {
            std::ranges::for_each(m_ofClaim, add);
        }
    }

    void addEvent()
    {
        if (m_isNegated) {
            // It goes when all that would be left of it has the value.
            m_reachable += m_atoms > 0 || m_isIn ? 1 : 0;
            for (const auto& [value, atoms] : m_inEvent)
                m_counts[value] += atoms == m_atoms && !(m_isAny && m_isIn) ? 1 : 0;
            return;
        }
        const bool isInAnyway = m_isAny && m_isIn;
        m_alreadyIn += isInAnyway ? 1 : 0;
        for (const auto& [value, atoms] : m_inEvent)
            m_counts[value] += isInAnyway ? 0 : 1;
    }

    /// The values of a claim, each once; also those that do not pass are choices.
    void takeValues(const Claim& claim, const Node* event)
    {
        m_ofClaim.clear();
        if (isOfEdges(m_facet))
            return;
        if (isOfDates(m_facet)) {
            const auto dates = m_judge.datesOf(m_facet, claim, event);
            for (const Edtf* date : dates) {
                for (auto [year, end] = m_years.of(*date); year != end; ++year)
                    m_ofClaim.insert(indexOf(Years::valueOf(*year)));
            }
            if (dates.empty())
                m_ofClaim.insert(indexOf({}));
            return;
        }
        for (const std::string_view value : m_judge.valuesOf(m_facet, claim, event))
            m_ofClaim.insert(indexOf(value));
    }

    std::size_t indexOf(std::string_view value)
    {
        const auto [found, isNew] = m_indexes.try_emplace(std::string(value), m_values.size());
        if (isNew) {
            m_values.emplace_back(value);
            m_counts.push_back(0);
        }
        return found->second;
    }

    Facet m_facet;
    bool m_isNegated, m_isAny;
    const Graph& m_graph;
    const Store& m_store;
    FilterJudge m_judge; ///< Of this facet's values.
    FilterJudge m_others;
    bool m_asksForSources;
    Years m_years;
    std::vector<std::string> m_values;
    std::unordered_map<std::string, std::size_t> m_indexes; ///< Among the values.
    std::vector<int> m_counts; ///< Events that a value brings; negated, that it takes away.
    int m_alreadyIn = 0;       ///< Events that another of several conditions has brought.
    int m_reachable = 0;       ///< Events there are without the value.

    // Of one event, and of one claim of it.
    int m_atoms = 0;
    bool m_isIn = false;
    boost::container::flat_map<std::size_t, int> m_inEvent; ///< How many atoms have a value.
    boost::container::flat_set<std::size_t> m_ofClaim;
};

/// Values that have an order of their own, other than by name.
std::vector<std::string_view> orderOf(Facet facet)
{
    if (facet == Facet::Confidence)
        return {"High", "Moderate", "Low"};
    if (facet == Facet::Quote)
        return {"exact", "moved", "missing"};
    std::vector<std::string_view> order;
    if (facet == Facet::Modality)
        std::ranges::transform(allModalities, std::back_inserter(order),
                               [](Modality modality) { return nameOf(modality); });
    return order;
}

} // namespace

std::vector<FacetChoice> facetChoices(Facet facet, bool isNegated, const KnowledgeGraph& events,
                                      const FilterGround& ground, const Filter& others)
{
    if (facet == Facet::KnownOn)
        return {};
    if (const std::optional<Day> day = others.knownOn())
        return facetChoices(facet, isNegated,
                            asKnownOn(events, ground.store, ground.ontology, *day, true), ground,
                            others.withoutKnownOn());
    std::vector<FacetChoice> choices = Count(facet, isNegated, events, ground, others).run();
    const std::vector<std::string_view> order = orderOf(facet);
    const bool isByName = isOfDates(facet) || isOfSources(facet) || facet == Facet::Reliability ||
                          facet == Facet::Factuality;
    const auto rank = [&](const FacetChoice& choice) {
        return std::tuple(choice.value.empty(), facet == Facet::Sources ? choice.value.size() : 0,
                          std::ranges::find(order, choice.value) - order.begin(),
                          isByName || !order.empty() ? 0 : -choice.events,
                          std::string_view(choice.value));
    };
    std::ranges::sort(choices, {}, rank);
    return choices;
}

} // namespace entente
