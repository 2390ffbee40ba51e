// SPDX-License-Identifier: Apache-2.0
#include "graph/query/weakest.h"

#include "graph/model/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

namespace entente
{

namespace
{

using Edges = std::vector<const Edge*>;

/// What a step rests on: its relations, or each of its meetings that is as sure as the surest.
/// Edges that are not in the graph rest on nothing there.
std::vector<Edges> edgesOf(const KnowledgeGraph& events, const Hop& hop)
{
    const auto found = [&](const std::vector<EdgeId>& ids) {
        Edges edges;
        for (const EdgeId id : ids) {
            if (const Edge* edge = events.edge(id))
                edges.push_back(edge);
        }
        return edges;
    };
    if (hop.meetings.empty())
        return {found(hop.relations)};
    std::vector<Edges> meetings;
    for (const HopMeeting& meeting : hop.meetings) {
        if (meeting.modality == hop.meetings.front().modality)
            meetings.push_back(found(meeting.roles));
    }
    return meetings;
}

std::vector<ClaimId> claimsOf(const std::vector<Edges>& meetings)
{
    std::vector<ClaimId> claims;
    for (const Edges& edges : meetings) {
        for (const Edge* edge : edges)
            claims.insert(claims.end(), edge->claims.begin(), edge->claims.end());
    }
    return claims;
}

/// The one has to have been there, and the other: two sources for the one confirm nothing of both.
Grade gradeOf(const KnowledgeGraph& events, const Store& store, const Copies& copies,
              const Edges& edges)
{
    std::map<NodeId, Grade> best; // Of each who took part.
    for (const Edge* edge : edges) {
        const NodeId who = edge->kind == EdgeKind::Role ? events.target(edge->id) : NodeId();
        Grade grade = strengthOf(store, copies, *edge).grade;
        const auto [known, isNew] = best.try_emplace(who, grade);
        if (!isNew && isBetter(grade, known->second))
            known->second = std::move(grade);
    }
    const auto worst = std::ranges::max_element(best, [](const auto& one, const auto& other) {
        return isBetter(one.second, other.second);
    });
    return worst == best.end() ? Grade() : worst->second;
}

/// One that is well attested is enough.
Grade bestOf(const KnowledgeGraph& events, const Store& store, const Copies& copies,
             const std::vector<Edges>& meetings)
{
    Grade best;
    for (const Edges& edges : meetings) {
        Grade grade = gradeOf(events, store, copies, edges);
        if (best.isEmpty() || isBetter(grade, best))
            best = std::move(grade);
    }
    return best;
}

/// Of the claim that commits its source farthest: one is enough.
std::optional<Factuality> surest(const Store& store, const std::vector<ClaimId>& claims)
{
    std::optional<Factuality> most;
    for (const ClaimId id : claims) {
        const Claim* claim = store.claim(id);
        if (claim != nullptr && claim->factuality &&
            (!most || strengthOf(*claim->factuality) > strengthOf(*most)))
            most = claim->factuality;
    }
    return most;
}

/// What is not said is weaker than anything that is.
template <class Said, class IsWeaker>
void takeWeaker(std::optional<Said>& weakest, std::optional<Said> other, bool isFirst,
                IsWeaker isWeaker)
{
    if (isFirst || (weakest && (!other || isWeaker(*other, *weakest))))
        weakest = other;
}

} // namespace

Weakest weakestOn(const KnowledgeGraph& events, const Store& store, const Copies& copies,
                  const Chain& chain)
{
    Weakest weakest;
    for (const Hop& hop : chain) {
        const bool isFirst = &hop == &chain.front();
        const std::vector<Edges> edges = edgesOf(events, hop);
        if (!hop.meetings.empty()) {
            takeWeaker(weakest.modality, hop.meetings.front().modality, !weakest.hasMeeting,
                       std::ranges::greater());
            weakest.hasMeeting = true;
        }
        takeWeaker(
            weakest.factuality, surest(store, claimsOf(edges)), isFirst,
            [](Factuality one, Factuality other) { return strengthOf(one) < strengthOf(other); });
        Grade grade = bestOf(events, store, copies, edges);
        if (isFirst || isBetter(weakest.grade, grade))
            weakest.grade = std::move(grade);
    }
    return weakest;
}

const Claim* quotedFor(const KnowledgeGraph& events, const Store& store,
                       const std::vector<EdgeId>& edges, std::optional<Modality> modality)
{
    const Claim* any = nullptr;
    for (const EdgeId id : edges) {
        const Edge* edge = events.edge(id);
        for (const ClaimId claimId : edge ? edge->claims : std::vector<ClaimId>()) {
            const Claim* claim = store.claim(claimId);
            if (claim == nullptr || claim->quotes.empty() || claim->rejected)
                continue;
            if (claim->modality == modality)
                return claim;
            any = any == nullptr ? claim : any;
        }
    }
    return any;
}

std::string wordsOf(const Weakest& weakest)
{
    return fmt::format("{}, {}; {}: {}",
                       weakest.hasMeeting ? wordsOf(weakest.modality) : "relations alone",
                       weakest.factuality ? wordsOf(*weakest.factuality)
                                          : "with nothing said of how certain it is",
                       nameOf(weakest.grade), wordsOf(weakest.grade));
}

} // namespace entente
