// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/eventcomparison.h"

#include "graph/model/boostgraph.h"
#include "graph/model/eventlabel.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/query/copies.h"
#include "graph/query/within.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace entente
{

namespace
{

using Vertex = KnowledgeGraph::Vertex;

/// Where something is; each is compared with itself only: one reporter says where they met, another
/// where they went from.
constexpr std::array<std::string_view, 3> placeRoles = {"Place", "Destination", "Origin"};

// Type and one participant stay below SameEvents::leastScore: the day, the place or the article has
// to speak for it, too.
constexpr int sameType = 15;
constexpr int alikeType = 10;
constexpr std::array<int, 4> forParticipants = {0, 20, 30, 35}; ///< By how many they share.
constexpr int reversedRoles = -20;
constexpr int othersOnBothSides = -20;
constexpr int perCircumstance = 10;
constexpr int circumstancesAtMost = 20;
constexpr int rare = 10;
constexpr int oneArticle = 15;
constexpr int onePassage = 30;
constexpr int nearReports = 10;
constexpr int farReports = -10;
constexpr int uncertainDates = -20;
constexpr int otherPlace = -30;
constexpr int alreadyOver = -30;
constexpr int realityContested = -15;

/// An article that tells of more events of a kind is a list, not a story.
constexpr int eventsOfAStory = 30;
/// So few events of one kind name the same ones, of so many or more.
constexpr int fewAtMost = 4;
constexpr int manyAtLeast = 10;
constexpr int week = 7;
constexpr int month = 31;
constexpr int year = 366;

bool isAmong(std::string_view role, const std::vector<std::string_view>& roles)
{
    return std::ranges::find(roles, role) != roles.end();
}

/// Days that a date covers; -1: it is open.
int daysOf(const Edtf& date)
{
    return date.earliest && date.latest
               ? daysSinceEpoch(*date.latest) - daysSinceEpoch(*date.earliest) + 1
               : -1;
}

/// Whether all days that a date can mean are days of another.
bool liesWithin(const Edtf& a, const Edtf& b)
{
    return a.earliest && a.latest && (!b.earliest || *b.earliest <= *a.earliest) &&
           (!b.latest || *a.latest <= *b.latest);
}

int pointsForDays(int days, std::array<int, 3> points)
{
    constexpr int nearlyNothing = 3;
    if (days < 0 || days > year)
        return nearlyNothing;
    return days <= week ? points[0] : days <= month ? points[1] : points[2];
}

} // namespace

class EventComparison::Pair
{
public:
    Pair(const EventComparison& ground, const EventFacts& one, const EventFacts& other,
         bool withWords)
        : m_ground(ground)
        , m_graph(ground.m_events.boost())
        , m_one(one)
        , m_other(other)
        , m_withWords(withWords)
    {
        share(one.participants, other.participants, m_shared);
    }

    /// @returns whether they can be one at all.
    bool run()
    {
        if (m_one.node == m_other.node || m_one.kind != m_other.kind || areRelated() ||
            !judgeParticipants() || !judgeDates() || areApart() || haveOtherIds() ||
            !judgeCircumstances())
            return false;
        judgePlaces();
        judgeArticles();
        judgeModality();
        return true;
    }

    int score() const { return m_score; }

    SameEventProposal proposal()
    {
        std::ranges::stable_sort(m_reasons, std::ranges::greater{}, &SamenessReason::points);
        return {m_one.node->id, m_other.node->id, m_score, std::move(m_reasons)};
    }

private:
    struct Shared
    {
        const NamedThing* one;
        const NamedThing* other;
    };

    static void share(const std::vector<NamedThing>& ones, const std::vector<NamedThing>& others,
                      std::vector<Shared>& shared)
    {
        auto other = others.begin();
        for (const NamedThing& one : ones) {
            while (other != others.end() && other->vertex < one.vertex)
                ++other;
            if (other != others.end() && other->vertex == one.vertex)
                shared.push_back({&one, &*other});
        }
    }

    /// Words are put together only for what is proposed in the end.
    void say(int points, const auto& words)
    {
        m_score += points;
        if (m_withWords)
            m_reasons.push_back({words(), points});
    }

    const std::string& nameOf(Vertex vertex) const { return m_graph[vertex].name; }

    std::string namesOf(const std::vector<Shared>& shared) const
    {
        std::vector<std::string> names;
        names.reserve(shared.size());
        for (const Shared& thing : shared)
            names.push_back(nameOf(thing.one->vertex));
        return listed(names);
    }

    bool areRelated() const
    {
        const auto isRelated = [&](Vertex vertex) { return &m_graph[vertex] == m_other.node; };
        return std::ranges::any_of(m_one.related, isRelated);
    }

    bool areApart() const
    {
        const auto& verdicts = m_ground.m_store.eventVerdicts();
        if (verdicts.empty())
            return false;
        return std::ranges::any_of(m_one.node->events, [&](EventId one) {
            return std::ranges::any_of(m_other.node->events, [&](EventId other) {
                const auto found = verdicts.find({std::min(one, other), std::max(one, other)});
                return found != verdicts.end() && found->second == Sameness::Apart;
            });
        });
    }

    bool haveOtherIds() const
    {
        return std::ranges::any_of(m_one.node->ids, [&](const OutsideId& one) {
            const auto ofSame = [&](const OutsideId& id) { return id.authority == one.authority; };
            const auto isSame = [&](const OutsideId& id) { return nameTheSame(id, one); };
            return std::ranges::any_of(m_other.node->ids, ofSame) &&
                   std::ranges::none_of(m_other.node->ids, isSame);
        });
    }

    /// "Participant" says nothing of what somebody does there; "Inviter" and "Invitee" do.
    bool agree(const Shared& shared) const
    {
        const Ontology& ontology = m_ground.m_ontology;
        const auto isMutual = [&](std::string_view role) { return ontology.meet(role, role); };
        return std::ranges::any_of(shared.one->roles,
                                   [&](std::string_view role) {
                                       return isAmong(role, shared.other->roles) || isMutual(role);
                                   }) ||
               std::ranges::any_of(shared.other->roles, isMutual);
    }

    bool judgeParticipants()
    {
        std::vector<Shared> reversed;
        std::ranges::copy_if(m_shared, std::back_inserter(reversed),
                             [&](const Shared& shared) { return !agree(shared); });
        std::erase_if(m_shared, [&](const Shared& shared) { return !agree(shared); });
        const bool sameOnes = m_shared.size() == m_one.participants.size() &&
                              m_shared.size() == m_other.participants.size();
        const bool isSameType = m_one.node->type == m_other.node->type;
        if (!isSameType && (!sameOnes || m_shared.empty()))
            return false;
        if (m_shared.empty() &&
            ((!m_one.participants.empty() && !m_other.participants.empty()) || !reversed.empty()))
            return false;
        const Ontology& ontology = m_ground.m_ontology;
        say(isSameType ? sameType : alikeType, [&] {
            const std::string& type = ontology.event(m_one.node->type).label;
            return isSameType ? fmt::format("both: {}", type)
                              : fmt::format("{} and {}, with the same participants", type,
                                            ontology.event(m_other.node->type).label);
        });
        if (!m_shared.empty()) {
            say(forParticipants.at(std::min(m_shared.size(), forParticipants.size() - 1)),
                [&] { return fmt::format("both name {}", namesOf(m_shared)); });
            judgeRarity();
        }
        if (!reversed.empty())
            say(reversedRoles, [&] { return fmt::format("{} in other roles", namesOf(reversed)); });
        if (m_one.participants.size() > m_shared.size() + reversed.size() &&
            m_other.participants.size() > m_shared.size() + reversed.size())
            say(othersOnBothSides, [] { return std::string("each names others besides"); });
        return true;
    }

    /// Few other events of the kind name them.
    void judgeRarity()
    {
        const int ofKind = m_ground.m_facts.countOfKind.at(static_cast<std::size_t>(m_one.kind));
        if (ofKind < manyAtLeast)
            return;
        const auto& naming = m_ground.m_facts.naming;
        const auto least = std::ranges::min_element(m_shared, {}, [&](const Shared& shared) {
            return naming.at(shared.one->vertex).size();
        });
        int count = 0;
        for (const std::size_t event : naming.at(least->one->vertex)) {
            const EventFacts& facts = m_ground.m_facts.events[event];
            if (facts.kind != m_one.kind)
                continue;
            const bool namesAll = std::ranges::all_of(m_shared, [&](const Shared& shared) {
                return std::ranges::binary_search(facts.participants, shared.one->vertex, {},
                                                  &NamedThing::vertex);
            });
            if (namesAll && ++count > fewAtMost)
                return;
        }
        say(rare, [&] {
            return count == 2
                       ? fmt::format("only these two of this kind name {}", namesOf(m_shared))
                       : fmt::format("only {} of this kind name {}", count, namesOf(m_shared));
        });
    }

    bool judgeDates()
    {
        if (m_one.dates.empty() || m_other.dates.empty()) {
            judgeReports();
            return true;
        }
        int best = -1;
        std::pair<const Edtf*, const Edtf*> nearest;
        bool isUnsure = false;
        for (const Edtf* one : m_one.dates) {
            for (const Edtf* other : m_other.dates) {
                isUnsure = isUnsure || one->uncertain || one->approximate || other->uncertain ||
                           other->approximate;
                if (excludeEachOther(*one, *other))
                    continue;
                const int points = pointsFor(*one, *other);
                if (points > best) {
                    best = points;
                    nearest = {one, other};
                }
            }
        }
        if (best < 0 && !isUnsure)
            return false;
        if (best < 0)
            say(uncertainDates, [&] {
                return fmt::format("other dates ({} and {}), not all of them certain",
                                   wordsOf(*m_one.dates.front()), wordsOf(*m_other.dates.front()));
            });
        else
            say(best, [&] { return wordsFor(*nearest.first, *nearest.second); });
        return true;
    }

    static bool areSameDays(const Edtf& one, const Edtf& other)
    {
        return one.earliest == other.earliest && one.latest == other.latest;
    }

    static int pointsFor(const Edtf& one, const Edtf& other)
    {
        const int days =
            daysOf(one) < 0 || daysOf(other) < 0 ? -1 : std::max(daysOf(one), daysOf(other));
        if (areSameDays(one, other))
            return pointsForDays(days, {40, 30, 10});
        if (liesWithin(one, other) || liesWithin(other, one))
            return pointsForDays(days, {30, 20, 5});
        return pointsForDays(days, {10, 10, 5});
    }

    static std::string wordsFor(const Edtf& one, const Edtf& other)
    {
        if (areSameDays(one, other))
            return fmt::format("both {}", wordsOf(one));
        if (liesWithin(one, other))
            return fmt::format("{} lies in {}", wordsOf(one), wordsOf(other));
        if (liesWithin(other, one))
            return fmt::format("{} lies in {}", wordsOf(other), wordsOf(one));
        return fmt::format("{} and {} overlap", wordsOf(one), wordsOf(other));
    }

    /// Where a date is not said: news are of these days, as a rule.
    void judgeReports()
    {
        if (!m_one.hasTime || !m_other.hasTime || isInOneArticle())
            return;
        // Times without a date reach a week to either side already.
        const int gap = std::max({m_one.from - m_other.to, m_other.from - m_one.to, 0});
        const bool isAnyDated = !m_one.dates.empty() || !m_other.dates.empty();
        const bool isNear =
            gap == 0 && std::max(m_one.to - m_one.from, m_other.to - m_other.from) <= 2 * month;
        if (isNear)
            say(nearReports, [&] {
                if (!isAnyDated)
                    return std::string("reported at nearly the same time");
                const EventFacts& dated = m_one.dates.empty() ? m_other : m_one;
                return fmt::format("the one without a date was reported about {}",
                                   wordsOf(*dated.dates.front()));
            });
        else if (gap > year)
            say(farReports, [] { return std::string("reported more than a year apart"); });
    }

    /// @returns false when the two have nothing in common, neither who nor what.
    bool judgeCircumstances()
    {
        std::vector<Shared> shared;
        share(m_one.circumstances, m_other.circumstances, shared);
        std::erase_if(shared, [](const Shared& thing) {
            return std::ranges::none_of(thing.one->roles, [&](std::string_view role) {
                return isAmong(role, thing.other->roles);
            });
        });
        if (shared.empty())
            return !m_shared.empty();
        const int points =
            m_shared.empty()
                ? forParticipants.at(std::min(shared.size(), forParticipants.size() - 1))
                : std::min(circumstancesAtMost, perCircumstance * static_cast<int>(shared.size()));
        say(points, [&] {
            std::vector<std::string> names;
            for (const Shared& thing : shared) {
                const auto role = std::ranges::find_if(thing.one->roles, [&](std::string_view one) {
                    return isAmong(one, thing.other->roles);
                });
                names.push_back(fmt::format("{} ({})", nameOf(thing.one->vertex), *role));
            }
            return fmt::format("both: {}", listed(names));
        });
        return true;
    }

    static std::vector<Vertex> filling(const EventFacts& facts, std::string_view role)
    {
        std::vector<Vertex> vertices;
        for (const NamedThing& thing : facts.circumstances) {
            if (isAmong(role, thing.roles))
                vertices.push_back(thing.vertex);
        }
        return vertices;
    }

    void judgePlaces()
    {
        for (const std::string_view role : placeRoles) {
            const std::vector<Vertex> ones = filling(m_one, role);
            const std::vector<Vertex> others = filling(m_other, role);
            if (ones.empty() || others.empty())
                continue;
            const bool mayAgree = std::ranges::any_of(ones, [&](Vertex one) {
                return std::ranges::any_of(others,
                                           [&](Vertex other) { return mayBeOne(one, other); });
            });
            if (!mayAgree)
                say(otherPlace, [&] {
                    return fmt::format("not both: {} and {} ({})", nameOf(ones.front()),
                                       nameOf(others.front()), role);
                });
        }
    }

    /// Nobody need have written down that a city lies in a state.
    bool mayBeOne(Vertex one, Vertex other) const
    {
        const Node& a = m_graph[one];
        const Node& b = m_graph[other];
        return one == other || a.type != b.type || liesWithin(m_ground.m_events, a.id, b.id) ||
               liesWithin(m_ground.m_events, b.id, a.id);
    }

    bool isInOneArticle() const
    {
        return std::ranges::find_first_of(m_one.articles, m_other.articles) != m_one.articles.end();
    }

    void judgeArticles()
    {
        const auto common = std::ranges::find_first_of(m_one.articles, m_other.articles);
        if (common != m_one.articles.end()) {
            const auto& counts = m_ground.m_facts.countInArticle;
            if (counts.at({*common, m_one.kind}) <= eventsOfAStory)
                say(oneArticle, [] { return std::string("both in one article"); });
        } else if (m_ground.m_copies && isInOnePassage()) {
            say(onePassage,
                [] { return std::string("both in a passage that two articles have in common"); });
        }
    }

    bool isInOnePassage() const
    {
        const Store& store = m_ground.m_store;
        const auto share = [&](const Claim& one, const Claim& other) {
            return std::ranges::any_of(one.quotes, [&](const Quote& a) {
                return std::ranges::any_of(other.quotes, [&](const Quote& b) {
                    return m_ground.m_copies->isSame(one.article, a, other.article, b);
                });
            });
        };
        return std::ranges::any_of(m_one.node->claims, [&](ClaimId a) {
            const Claim* one = store.claim(a);
            return one && std::ranges::any_of(m_other.node->claims, [&](ClaimId b) {
                       const Claim* other = store.claim(b);
                       return other && share(*one, *other);
                   });
        });
    }

    void judgeModality()
    {
        if ((m_one.isCertain && m_other.isCertainNot && !m_one.isCertainNot) ||
            (m_one.isCertainNot && m_other.isCertain && !m_other.isCertainNot))
            say(realityContested, [] {
                return std::string("one is certain that it is so, the other that it is not");
            });
        if (wasOverBefore(m_one, m_other) || wasOverBefore(m_other, m_one))
            say(alreadyOver,
                [] { return std::string("one was over when the other was still to come"); });
    }

    static bool wasOverBefore(const EventFacts& over, const EventFacts& toCome)
    {
        return toCome.isToCome && toCome.dates.empty() && toCome.firstReport &&
               !over.dates.empty() && over.to < daysSinceEpoch(*toCome.firstReport);
    }

    const EventComparison& m_ground;
    const KnowledgeGraph::Boost& m_graph;
    const EventFacts& m_one;
    const EventFacts& m_other;
    bool m_withWords;
    std::vector<Shared> m_shared;
    std::vector<SamenessReason> m_reasons;
    int m_score = 0;
};

EventComparison::EventComparison(const KnowledgeGraph& events, const Store& store,
                                 const Ontology& ontology, const AllEventFacts& facts,
                                 const Copies* copies)
    : m_events(events)
    , m_store(store)
    , m_ontology(ontology)
    , m_facts(facts)
    , m_copies(copies)
{
}

std::optional<SameEventProposal> EventComparison::compare(const EventFacts& one,
                                                          const EventFacts& other) const
{
    if (Pair pair(*this, one, other, false); !pair.run() || pair.score() < SameEvents::leastScore)
        return std::nullopt;
    Pair pair(*this, one, other, true);
    pair.run();
    return pair.proposal();
}

} // namespace entente
