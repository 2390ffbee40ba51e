// SPDX-License-Identifier: Apache-2.0
#include "graph/query/strength.h"

#include "graph/model/analystsown.h"
#include "graph/model/grades.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/query/copies.h"
#include "graph/query/sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <vector>

namespace entente
{

namespace
{

using Claims = std::vector<const Claim*>;

bool isNegative(std::optional<Factuality> factuality)
{
    return factuality == Factuality::CTminus || factuality == Factuality::PRminus ||
           factuality == Factuality::PSminus;
}

bool saysItHappened(const Claim& claim)
{
    return claim.modality == Modality::Happened && !isNegative(claim.factuality);
}

/// What is expected of something that happened denies nothing.
bool contradicts(const Claim& claim, std::optional<Modality> modality)
{
    return modality == Modality::DidNotHappen ? saysItHappened(claim) : denies(claim);
}

Claims notRejected(const Store& store, std::span<const ClaimId> ids)
{
    Claims found;
    for (const ClaimId id : ids) {
        if (const Claim* claim = store.claim(id); claim != nullptr && !claim->rejected)
            found.push_back(claim);
    }
    return found;
}

bool isJudgement(const Store& store, const Claim& claim)
{
    const Article* article = store.article(claim.article);
    return article != nullptr && isAnalystsOwn(*article);
}

int sourceCount(const Store& store, const Copies& copies, const Claims& claims)
{
    if (claims.empty() || (claims.size() == 1 && !isJudgement(store, *claims.front())))
        return static_cast<int>(claims.size());
    std::vector<ClaimId> ids;
    ids.reserve(claims.size());
    std::ranges::transform(claims, std::back_inserter(ids), &Claim::id);
    return static_cast<int>(independentSources(store, copies, ids).size());
}

/// What the rule makes of information that no analyst has graded.
Grade gradeByRule(int sources, bool isDenied)
{
    Grade grade;
    if (isDenied) {
        grade.credibility = "4";
        grade.reason = "another claim denies it";
    } else if (sources >= 2) {
        grade.credibility = "1";
        grade.reason = fmt::format("{} independent sources say so", sources);
    } else if (sources == 0) {
        grade.credibility = "6";
        grade.reason = "an analyst's judgement; no source says so";
    } else {
        grade.credibility = "6";
        grade.reason = "no second source says so, and nobody has graded it";
    }
    return grade;
}

auto rankOf(const Grade& grade)
{
    return std::tuple(grade.credibility.empty(), std::string_view(grade.credibility),
                      grade.reliability.empty(), std::string_view(grade.reliability));
}

Grade gradeOf(const Store& store, const Claim& claim, const Grade& byRule)
{
    Grade grade = byRule;
    const Article* article = store.article(claim.article);
    grade.reliability =
        !claim.reliability.empty() || article == nullptr ? claim.reliability : article->reliability;
    if (!claim.credibility.empty()) {
        grade.credibility = claim.credibility;
        grade.isAnalysts = true;
        grade.reason = "an analyst has graded it so";
    }
    return grade;
}

} // namespace

bool denies(const Claim& claim)
{
    return claim.modality == Modality::DidNotHappen || isNegative(claim.factuality);
}

bool isBetter(const Grade& one, const Grade& other) { return rankOf(one) < rankOf(other); }

std::string nameOf(const Grade& grade)
{
    return (grade.reliability.empty() ? "–" : grade.reliability) + grade.credibility;
}

std::string wordsOf(const Grade& grade)
{
    return fmt::format("source {}; information {}: {}", wordsOfSourceGrade(grade.reliability),
                       wordsOfInformationGrade(grade.credibility), grade.reason);
}

Strength strengthOf(const Store& store, const Copies& copies, std::span<const ClaimId> claims,
                    std::optional<Modality> modality)
{
    Claims saying;
    Claims others;
    bool isDenied = false;
    const Claims standing = notRejected(store, claims);
    // What some deny is graded as that which they deny, where nothing decides between them.
    if (!modality && std::ranges::any_of(standing, [](const Claim* one) { return denies(*one); }) &&
        std::ranges::any_of(standing, [](const Claim* one) { return saysItHappened(*one); }))
        modality = Modality::Happened;
    for (const Claim* claim : standing) {
        const bool isAgainst = contradicts(*claim, modality);
        isDenied = isDenied || isAgainst;
        if (!isAgainst)
            (claim->modality == modality ? saying : others).push_back(claim);
    }
    if (saying.empty()) // As of a relation, which has no modality that it could add up to.
        saying = std::move(others);
    Strength strength;
    strength.sources = sourceCount(store, copies, saying);
    const Grade byRule = gradeByRule(strength.sources, isDenied);
    for (const Claim* claim : saying) {
        Grade grade = gradeOf(store, *claim, byRule);
        if (claim == saying.front() || isBetter(grade, strength.grade))
            strength.grade = std::move(grade);
    }
    return strength;
}

Strength strengthOf(const Store& store, const Copies& copies, const Edge& edge)
{
    Strength strength = strengthOf(store, copies, edge.claims, edge.modality);
    if (edge.kind == EdgeKind::Tie)
        strength.grade = {};
    return strength;
}

} // namespace entente
