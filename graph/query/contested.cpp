// SPDX-License-Identifier: Apache-2.0
#include "graph/query/contested.h"

#include "graph/model/analystsown.h"
#include "graph/model/store.h"
#include "graph/query/within.h"
#include "graph/text/edtf.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace entente
{

namespace
{

constexpr std::string_view placeRole = "Place";

class Contests
{
public:
    Contests(const KnowledgeGraph& events, const Store& store, NodeId event)
        : m_events(events)
        , m_store(store)
        , m_event(event)
    {
        for (const ClaimId id : events.node(event)->claims) {
            if (const Claim* claim = store.claim(id); claim && counts(*claim))
                m_claims.push_back(claim);
        }
        std::ranges::stable_sort(m_claims, {},
                                 [this](const Claim* claim) { return reported(*claim); });
    }

    std::vector<Contest> run() const
    {
        std::vector<Contest> all;
        for (Contest contest : {reality(), days(), places()}) {
            if (contest.sides.size() > 1)
                all.push_back(std::move(contest));
        }
        return all;
    }

private:
    /// What an analyst holds against the articles is no source that contradicts them.
    bool counts(const Claim& claim) const
    {
        const Article* article = m_store.article(claim.article);
        return !claim.rejected && (article == nullptr || !isAnalystsOwn(*article));
    }

    /// Those without a date come last.
    std::tuple<bool, Day> reported(const Claim& claim) const
    {
        const Article* article = m_store.article(claim.article);
        const auto day = article && article->published ? article->published->latest : std::nullopt;
        return {!day, day.value_or(Day())};
    }

    Contest reality() const
    {
        Contest contest{Contradiction::Reality, {}};
        for (const Claim* claim : m_claims) {
            if (claim->factuality == Factuality::CTplus || claim->factuality == Factuality::CTminus)
                add(contest, std::string(wordsOf(*claim->factuality)),
                    std::string(nameOf(*claim->factuality)), claim->id);
        }
        return contest;
    }

    /// A date belongs to the side of those that it agrees with; one that agrees with all, as
    /// "January" does with two days of it, to none.
    Contest days() const
    {
        std::vector<std::pair<const Claim*, const Edtf*>> dates;
        for (const Claim* claim : m_claims) {
            for (const Edtf& date : claim->dates)
                dates.emplace_back(claim, &date);
        }
        Contest contest{Contradiction::Days, {}};
        for (const auto& [claim, date] : dates) {
            const bool isContested =
                std::ranges::any_of(dates, [&, date = date](const auto& other) {
                    return excludeEachOther(*date, *other.second);
                });
            if (isContested)
                add(contest, wordsOf(*date), date->text, claim->id);
        }
        return contest;
    }

    Contest places() const
    {
        std::map<ClaimId, std::set<NodeId>> placesOf;
        for (const EdgeId id : m_events.edgesAt(m_event)) {
            const Edge& edge = *m_events.edge(id);
            if (edge.kind != EdgeKind::Role || edge.type != placeRole ||
                m_events.source(id) != m_event)
                continue;
            for (const ClaimId claim : edge.claims) {
                if (std::ranges::find(m_claims, claim, &Claim::id) != m_claims.end())
                    placesOf[claim].insert(m_events.target(id));
            }
        }
        Contest contest{Contradiction::Places, {}};
        for (const Claim* claim : m_claims) {
            for (const NodeId place : placesOf[claim->id]) {
                if (std::ranges::any_of(placesOf, [&](const auto& other) {
                        return other.first != claim->id && excludes(other.second, place);
                    }))
                    add(contest, m_events.node(place)->name, place.text(), claim->id);
            }
        }
        return contest;
    }

    /// Another claim names places, and none of them is this, or lies in it, or has it within.
    bool excludes(const std::set<NodeId>& places, NodeId place) const
    {
        return !places.empty() && std::ranges::none_of(places, [&](NodeId named) {
            return named == place || liesWithin(m_events, named, place) ||
                   liesWithin(m_events, place, named);
        });
    }

    static void add(Contest& contest, const std::string& says, const std::string& key,
                    ClaimId claim)
    {
        auto side = std::ranges::find(contest.sides, says, &Side::says);
        if (side == contest.sides.end())
            side = contest.sides.insert(contest.sides.end(), {says, key, {}});
        if (std::ranges::find(side->claims, claim) == side->claims.end())
            side->claims.push_back(claim);
    }

    const KnowledgeGraph& m_events;
    const Store& m_store;
    NodeId m_event;
    std::vector<const Claim*> m_claims; ///< The earliest report first.
};

} // namespace

std::string_view nameOf(Contradiction contradiction)
{
    switch (contradiction) {
    case Contradiction::Reality:
        return "reality";
    case Contradiction::Days:
        return "days";
    case Contradiction::Places:
        return "places";
    }
    return {};
}

std::string_view wordsOf(Contradiction contradiction)
{
    switch (contradiction) {
    case Contradiction::Reality:
        return "whether it is so";
    case Contradiction::Days:
        return "when it was";
    case Contradiction::Places:
        return "where it was";
    }
    return {};
}

std::vector<Contest> contestsOf(const KnowledgeGraph& events, const Store& store, NodeId event)
{
    return Contests(events, store, event).run();
}

std::vector<NodeId> contestedEvents(const KnowledgeGraph& events, const Store& store)
{
    std::vector<NodeId> contested;
    for (const NodeId id : events.nodes()) {
        if (events.node(id)->kind == NodeKind::Event && !contestsOf(events, store, id).empty())
            contested.push_back(id);
    }
    return contested;
}

} // namespace entente
