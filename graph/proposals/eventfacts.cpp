// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/eventfacts.h"

#include "graph/model/boostgraph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <string>

namespace entente
{

namespace
{

using Vertex = KnowledgeGraph::Vertex;

constexpr int week = 7;
constexpr int year = 366; // For an end that is open.

/// Types of one family whose roles have the same names, participants among them, differ in rank and
/// tone only: one article's talks are another one's summit. Where there are actors and recipients
/// that does not hold: who refuses does not accept.
std::string kindOf(const Ontology& ontology, const std::string& type)
{
    const EventType& known = ontology.event(type);
    const bool isMutual = std::ranges::any_of(
        known.roles, [&](const Role& role) { return ontology.meet(role.name, role.name); });
    if (!known.known || known.family.empty() || !isMutual)
        return type;
    std::vector<std::string_view> names;
    names.reserve(known.roles.size());
    for (const Role& role : known.roles)
        names.emplace_back(role.name);
    std::ranges::sort(names);
    std::string kind = known.family + ':';
    for (const std::string_view name : names)
        (kind += ' ') += name;
    return kind;
}

class Gathering
{
public:
    Gathering(const KnowledgeGraph& events, const Store& store, const Ontology& ontology)
        : m_graph(events.boost())
        , m_store(store)
        , m_ontology(ontology)
    {
    }

    EventFacts factsOf(Vertex event)
    {
        EventFacts facts;
        facts.node = &m_graph[event];
        facts.kind = kindNumber(facts.node->type);
        takeFillers(facts, event);
        for (const ClaimId id : facts.node->claims) {
            if (const Claim* claim = m_store.claim(id))
                takeClaim(facts, *claim);
        }
        std::ranges::sort(facts.articles);
        const auto repeated = std::ranges::unique(facts.articles);
        facts.articles.erase(repeated.begin(), repeated.end());
        if (const auto modality = facts.node->modality)
            facts.isToCome = *modality == Modality::Planned || *modality == Modality::Expected ||
                             *modality == Modality::Proposed || *modality == Modality::Speculated;
        takeTime(facts);
        return facts;
    }

    std::size_t kindCount() const { return m_kinds.size(); }

private:
    int kindNumber(const std::string& type)
    {
        const auto [known, isNew] = m_kindOfType.try_emplace(type, 0);
        if (isNew)
            known->second =
                m_kinds.try_emplace(kindOf(m_ontology, type), static_cast<int>(m_kinds.size()))
                    .first->second;
        return known->second;
    }

    void takeFillers(EventFacts& facts, Vertex event) const
    {
        for (const auto edge : boost::make_iterator_range(boost::out_edges(event, m_graph))) {
            const Vertex target = boost::target(edge, m_graph);
            const bool isEvent = m_graph[target].kind == NodeKind::Event;
            if (isEvent)
                facts.related.push_back(target);
            if (m_graph[edge].kind != EdgeKind::Role)
                continue;
            const bool takesPart = !isEvent && m_ontology.makesTies(m_graph[edge].type);
            add(takesPart ? facts.participants : facts.circumstances, target, m_graph[edge].type);
        }
        for (const auto edge : boost::make_iterator_range(boost::in_edges(event, m_graph))) {
            const Vertex source = boost::source(edge, m_graph);
            if (m_graph[source].kind == NodeKind::Event)
                facts.related.push_back(source);
        }
        std::ranges::sort(facts.participants, {}, &NamedThing::vertex);
        std::ranges::sort(facts.circumstances, {}, &NamedThing::vertex);
        std::ranges::sort(facts.related);
    }

    static void add(std::vector<NamedThing>& things, Vertex vertex, std::string_view role)
    {
        auto thing = std::ranges::find(things, vertex, &NamedThing::vertex);
        if (thing == things.end())
            thing = things.insert(things.end(), {vertex, {}});
        thing->roles.push_back(role);
    }

    void takeClaim(EventFacts& facts, const Claim& claim) const
    {
        for (const Edtf& date : claim.dates)
            facts.dates.push_back(&date);
        facts.isCertain = facts.isCertain || claim.factuality == Factuality::CTplus;
        facts.isCertainNot = facts.isCertainNot || claim.factuality == Factuality::CTminus;
        facts.articles.push_back(claim.article);
        const Article* article = m_store.article(claim.article);
        if (!article || !article->published || !article->published->latest)
            return;
        const Day day = *article->published->latest;
        facts.firstReport = facts.firstReport ? std::min(*facts.firstReport, day) : day;
        facts.lastReport = facts.lastReport ? std::max(*facts.lastReport, day) : day;
    }

    static void takeTime(EventFacts& facts)
    {
        const auto take = [&](int from, int to) {
            facts.from = facts.hasTime ? std::min(facts.from, from) : from;
            facts.to = facts.hasTime ? std::max(facts.to, to) : to;
            facts.hasTime = true;
        };
        for (const Edtf* date : facts.dates) {
            if (date->earliest && date->latest)
                take(daysSinceEpoch(*date->earliest), daysSinceEpoch(*date->latest));
            else if (date->earliest)
                take(daysSinceEpoch(*date->earliest), daysSinceEpoch(*date->earliest) + year);
            else if (date->latest)
                take(daysSinceEpoch(*date->latest) - year, daysSinceEpoch(*date->latest));
        }
        if (!facts.hasTime && facts.firstReport && facts.lastReport)
            take(daysSinceEpoch(*facts.firstReport) - week,
                 daysSinceEpoch(*facts.lastReport) + week);
    }

    const KnowledgeGraph::Boost& m_graph;
    const Store& m_store;
    const Ontology& m_ontology;
    std::map<std::string, int, std::less<>> m_kindOfType, m_kinds;
};

} // namespace

int daysSinceEpoch(Day day)
{
    constexpr int latestYear = 32767;
    using namespace std::chrono;
    const sys_days days = std::chrono::year(std::clamp(day.year, -latestYear, latestYear)) /
                          month(static_cast<unsigned>(day.month)) /
                          std::chrono::day(static_cast<unsigned>(day.day));
    return static_cast<int>(days.time_since_epoch().count());
}

AllEventFacts::AllEventFacts(const KnowledgeGraph& graph, const Store& store,
                             const Ontology& ontology)
{
    Gathering gathering(graph, store, ontology);
    const KnowledgeGraph::Boost& boost = graph.boost();
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(boost))) {
        if (boost[vertex].kind != NodeKind::Event)
            continue;
        for (const auto edge : boost::make_iterator_range(boost::out_edges(vertex, boost))) {
            if (boost[edge].kind != EdgeKind::Role)
                continue;
            std::vector<std::size_t>& namedBy = naming[boost::target(edge, boost)];
            if (namedBy.empty() || namedBy.back() != events.size())
                namedBy.push_back(events.size());
        }
        events.push_back(gathering.factsOf(vertex));
    }
    countOfKind.resize(gathering.kindCount());
    for (const EventFacts& facts : events) {
        ++countOfKind[static_cast<std::size_t>(facts.kind)];
        for (const ArticleId article : facts.articles)
            ++countInArticle[{article, facts.kind}];
    }
}

} // namespace entente
