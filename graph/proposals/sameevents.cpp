// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/sameevents.h"

#include "graph/proposals/eventcomparison.h"
#include "graph/proposals/eventfacts.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>

namespace entente
{

namespace
{

/// Events that have something in common, all of which are compared with each other.
constexpr std::size_t comparedAtMost = 100;
/// Of more, each with so many that come next in time.
constexpr std::size_t neighboursAtMost = 200;
/// Pairs are made of so many participants: a gathering of fifty is found by any two of these.
constexpr std::size_t pairedAtMost = 8;

using Number = std::uint32_t; ///< Of an event.

/// What events have in common, as a number: those who have the same are looked at.
struct Common
{
    std::uint64_t key;
    Number event;

    auto operator<=>(const Common&) const = default;
};

/// Mixes a value into a key (the finalizer of MurmurHash3). That two keys meet by chance costs a
/// comparison and changes nothing.
std::uint64_t mixed(std::uint64_t key, std::uint64_t value)
{
    key ^= value + 0x9e3779b97f4a7c15U + (key << 6U) + (key >> 2U);
    key = (key ^ (key >> 33U)) * 0xff51afd7ed558ccdU;
    key = (key ^ (key >> 33U)) * 0xc4ceb9fe1a85ec53U;
    return key ^ (key >> 33U);
}

class Candidates
{
public:
    explicit Candidates(const AllEventFacts& facts)
        : m_facts(facts)
    {
    }

    /// Each pair once, the lower one first, in order.
    std::vector<std::pair<Number, Number>> run(const Progress& progress)
    {
        for (Number event = 0; event < m_facts.events.size(); ++event)
            take(event);
        std::ranges::sort(m_common);
        for (auto begin = m_common.begin(); begin != m_common.end() && !progress.stopped();) {
            const auto end = std::find_if(begin, m_common.end(), [&](const Common& common) {
                return common.key != begin->key;
            });
            pairUp({begin, end});
            begin = end;
        }
        std::ranges::sort(m_pairs);
        const auto repeated = std::ranges::unique(m_pairs);
        m_pairs.erase(repeated.begin(), repeated.end());
        return std::move(m_pairs);
    }

private:
    void take(Number event)
    {
        const EventFacts& facts = m_facts.events[event];
        const auto kind = mixed(0, static_cast<std::uint64_t>(facts.kind));
        const auto add = [&](std::uint64_t key) { m_common.push_back({key, event}); };
        const std::size_t paired = std::min(facts.participants.size(), pairedAtMost);
        for (std::size_t i = 0; i < facts.participants.size(); ++i) {
            const auto one = mixed(kind, facts.participants[i].vertex);
            add(one);
            for (const ArticleId article : facts.articles)
                add(mixed(one, article.uuid().low));
            for (std::size_t j = i + 1; j < paired; ++j)
                add(mixed(one, facts.participants[j].vertex));
            for (const NamedThing& thing : facts.circumstances)
                add(mixed(one, thing.vertex));
        }
        // One of the two may have participants: "the visit was discussed", "the two discussed it".
        for (const NamedThing& thing : facts.circumstances)
            add(mixed(mixed(kind, 1), thing.vertex));
    }

    void pairUp(std::span<Common> common)
    {
        if (common.size() <= comparedAtMost) {
            for (std::size_t i = 0; i < common.size(); ++i) {
                for (std::size_t j = i + 1; j < common.size(); ++j)
                    add(common[i].event, common[j].event);
            }
            return;
        }
        const auto from = [&](const Common& one) { return m_facts.events[one.event].from; };
        std::vector<Common> dated;
        std::ranges::copy_if(common, std::back_inserter(dated),
                             [&](const Common& one) { return m_facts.events[one.event].hasTime; });
        std::ranges::stable_sort(dated, {}, from);
        for (std::size_t i = 0; i < dated.size(); ++i) {
            const int to = m_facts.events[dated[i].event].to;
            const std::size_t last = std::min(dated.size(), i + 1 + neighboursAtMost);
            for (std::size_t j = i + 1; j < last && from(dated[j]) <= to; ++j)
                add(dated[i].event, dated[j].event);
        }
    }

    void add(Number one, Number other)
    {
        if (one != other)
            m_pairs.emplace_back(std::min(one, other), std::max(one, other));
    }

    const AllEventFacts& m_facts;
    std::vector<Common> m_common;
    std::vector<std::pair<Number, Number>> m_pairs;
};

void sortBestFirst(std::vector<SameEventProposal>& proposals)
{
    std::ranges::stable_sort(proposals, std::ranges::greater{}, &SameEventProposal::score);
}

} // namespace

struct SameEvents::Ground
{
    Ground(const KnowledgeGraph& events, const Store& store, const Ontology& ontology,
           const Copies* copies)
        : facts(events, store, ontology)
        , comparison(events, store, ontology, facts, copies)
    {
        for (std::size_t i = 0; i < facts.events.size(); ++i)
            places.emplace(facts.events[i].node->id, i);
    }

    AllEventFacts facts;
    EventComparison comparison;
    std::unordered_map<NodeId, std::size_t> places;
};

SameEvents::SameEvents(const KnowledgeGraph& events, const Store& store, const Ontology& ontology,
                       const Copies* copies)
    : m_ground(std::make_unique<const Ground>(events, store, ontology, copies))
{
}

SameEvents::~SameEvents() = default;

std::vector<SameEventProposal> SameEvents::of(NodeId event, const Progress& progress) const
{
    const auto place = m_ground->places.find(event);
    if (place == m_ground->places.end())
        return {};
    const EventFacts& asked = m_ground->facts.events[place->second];
    std::vector<std::size_t> others;
    for (const auto* named : {&asked.participants, &asked.circumstances}) {
        for (const NamedThing& thing : *named) {
            const std::vector<std::size_t>& naming = m_ground->facts.naming.at(thing.vertex);
            others.insert(others.end(), naming.begin(), naming.end());
        }
    }
    std::ranges::sort(others);
    const auto repeated = std::ranges::unique(others);
    others.erase(repeated.begin(), repeated.end());
    std::vector<SameEventProposal> proposals;
    for (const std::size_t other : others) {
        if (progress.stopped())
            break;
        if (auto proposal = m_ground->comparison.compare(asked, m_ground->facts.events[other]))
            proposals.push_back(*std::move(proposal));
    }
    sortBestFirst(proposals);
    return proposals;
}

std::vector<SameEventProposal> SameEvents::all(const Progress& progress) const
{
    std::vector<SameEventProposal> proposals;
    for (const auto& [one, other] : Candidates(m_ground->facts).run(progress)) {
        if (progress.stopped())
            break;
        const std::vector<EventFacts>& events = m_ground->facts.events;
        if (auto proposal = m_ground->comparison.compare(events[one], events[other]))
            proposals.push_back(*std::move(proposal));
    }
    sortBestFirst(proposals);
    return proposals;
}

} // namespace entente
