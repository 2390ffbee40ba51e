// SPDX-License-Identifier: Apache-2.0
#include "graph/model/judgement.h"

#include "graph/model/analystsown.h"
#include "graph/model/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace entente
{

namespace
{

using Claims = std::span<const Claim* const>;

/// What one article's claims add up to.
struct ArticleJudgement
{
    std::optional<Modality> modality;
    int votes = 0;
    int claims = 0;
    int agreeing = 0;                     ///< With those that decided, be they less sure.
    int silent = 0;                       ///< That do not say whether it happened.
    std::optional<Factuality> factuality; ///< Of the claims that decided.
};

int strengthOf(const Claim& claim) { return claim.factuality ? strengthOf(*claim.factuality) : -1; }

/// Without those that say as much by the same words as one before: an event that somebody takes
/// part in in several ways may have a claim for each.
std::vector<const Claim*> passagesOf(Claims claims)
{
    std::vector<const Claim*> passages;
    passages.reserve(claims.size());
    std::set<std::tuple<MentionId, std::optional<Modality>, std::optional<Factuality>>> known;
    for (const Claim* claim : claims) {
        if (claim->trigger.isNil() ||
            known.emplace(claim->trigger, claim->modality, claim->factuality).second)
            passages.push_back(claim);
    }
    return passages;
}

ArticleJudgement judgePassages(Claims claims)
{
    ArticleJudgement judgement;
    judgement.claims = static_cast<int>(claims.size());
    int strongest = -2;
    for (const Claim* claim : claims) {
        if (claim->modality)
            strongest = std::max(strongest, strengthOf(*claim));
    }
    ModalityCounts votes{};
    for (const Claim* claim : claims) {
        if (claim->modality && strengthOf(*claim) == strongest)
            ++countOf(votes, claim->modality);
    }
    // The first mentioned of those with equal votes: the order of the text, not of an enum.
    for (const Claim* claim : claims) {
        if (!claim->modality || strengthOf(*claim) != strongest)
            continue;
        if (const int count = countOf(votes, claim->modality); count > judgement.votes) {
            judgement.votes = count;
            judgement.modality = claim->modality;
            judgement.factuality = claim->factuality;
        }
    }
    for (const Claim* claim : claims) {
        if (!claim->modality)
            ++judgement.silent;
        else if (claim->modality == judgement.modality)
            ++judgement.agreeing;
    }
    return judgement;
}

ArticleJudgement judgeArticle(Claims claims)
{
    if (claims.size() == 1)
        return judgePassages(claims); // Nearly always.
    return judgePassages(passagesOf(claims));
}

/// "2 of 3 claims", "both claims"
std::string claimsOf(const ArticleJudgement& judgement)
{
    if (judgement.agreeing < judgement.claims)
        return fmt::format("{} of {} claims", judgement.agreeing, judgement.claims);
    return judgement.claims == 2 ? std::string("both claims")
                                 : fmt::format("all {} claims", judgement.claims);
}

/// "2 of 3 claims say so", "the latest of 2 articles (17 January 2024) says so in 2 of 3 claims"
std::string reasonFor(const ArticleJudgement& judgement, int articles, const Article* article)
{
    if (!judgement.modality)
        return "no claim says whether it happened";
    const std::string claims =
        judgement.claims == 1 ? std::string("its only claim") : claimsOf(judgement);
    std::string reason;
    if (articles > 1 && article)
        reason = article->published
                     ? fmt::format("the latest of {} articles ({}) says so in {}", articles,
                                   wordsOf(*article->published), claims)
                     : fmt::format("the last read of {} articles without a date says so in {}",
                                   articles, claims);
    else
        reason = judgement.claims == 1
                     ? std::string("the only claim says so")
                     : fmt::format("{} {} so", claims, judgement.agreeing == 1 ? "says" : "say");
    if (judgement.factuality)
        reason += judgement.votes == judgement.agreeing
                      ? fmt::format(" ({})", wordsOf(*judgement.factuality))
                      : fmt::format(" ({} of them as {})", judgement.votes,
                                    wordsOf(*judgement.factuality));
    const char* ofIt = articles > 1 ? " in it" : "";
    if (judgement.agreeing + judgement.silent < judgement.claims)
        reason += fmt::format(", and no more{} are as sure of anything else", ofIt);
    else if (judgement.silent > 0)
        reason += fmt::format(", and no other{} says anything else", ofIt);
    return reason;
}

/// Calls a function with the claims of each article, in the order in which these come first.
void forEachArticle(Claims claims, auto function)
{
    const auto sameArticle = [&](const Claim* claim) {
        return claim->article == claims.front()->article;
    };
    if (claims.empty())
        return;
    if (std::ranges::all_of(claims, sameArticle)) {
        function(claims); // Nearly always: most events have one claim.
        return;
    }
    std::vector<std::vector<const Claim*>> groups;
    std::map<ArticleId, std::size_t> places;
    for (const Claim* claim : claims) {
        const auto [place, isNew] = places.emplace(claim->article, groups.size());
        if (isNew)
            groups.emplace_back();
        groups[place->second].push_back(claim);
    }
    for (const std::vector<const Claim*>& group : groups)
        function(Claims(group));
}

bool isMorePrecise(const Edtf& a, const Edtf& b)
{
    const auto rank = [](const Edtf& date) {
        const bool isOpen = !date.earliest || !date.latest;
        // Years of EDTF may have nine digits.
        const std::int64_t days =
            isOpen ? 0
                   : (std::int64_t{date.latest->year} - date.earliest->year) * 372 +
                         std::int64_t{date.latest->month - date.earliest->month} * 31 +
                         (date.latest->day - date.earliest->day);
        return std::tuple(isOpen, days, date.uncertain || date.approximate);
    };
    return rank(a) < rank(b);
}

std::optional<Day> reportedOn(const Article* article)
{
    return article && article->published ? article->published->latest : std::nullopt;
}

/// Who decides: an article rather than an analyst's own text, and then the later one.
std::pair<bool, std::optional<Day>> rankOf(const Article* article)
{
    return {article != nullptr && !isAnalystsOwn(*article), reportedOn(article)};
}

/// What all articles add up to.
struct Judgement
{
    ArticleJudgement decisive;
    const Article* latest = nullptr; ///< The one that decides.
    int articles = 0;                ///< That say whether it happened.
    int silentLater = 0;             ///< That are later than the latest of them, and do not say.
    bool contested = false;
    /// The latest report that is certain that it happened, and that is certain that it did not;
    /// both when there are both: then none decides.
    const Claim* happened = nullptr;
    const Claim* didNot = nullptr;
    bool isReported = false; ///< An article says something of it, be it not whether it happened.

    bool isContradictory() const { return happened != nullptr && didNot != nullptr; }
};

bool isReport(const Article* article) { return article == nullptr || !isAnalystsOwn(*article); }

/// The latest report of a modality that is certain of it.
const Claim* latestCertain(const Store& store, Claims claims, Modality modality,
                           Factuality factuality)
{
    const Claim* latest = nullptr;
    for (const Claim* claim : claims) {
        const Article* article = store.article(claim->article);
        if (claim->modality == modality && claim->factuality == factuality && isReport(article) &&
            (latest == nullptr || rankOf(article) >= rankOf(store.article(latest->article))))
            latest = claim;
    }
    return latest;
}

Judgement judge(const Store& store, Claims claims)
{
    Judgement result;
    std::vector<std::optional<Day>> silent;
    forEachArticle(claims, [&](Claims ofOne) {
        const ArticleJudgement judgement = judgeArticle(ofOne);
        const Article* article = store.article(ofOne.front()->article);
        const bool isFromReport = isReport(article);
        result.isReported = result.isReported || isFromReport;
        result.articles += judgement.modality && isFromReport ? 1 : 0;
        if (!judgement.modality && isFromReport)
            silent.push_back(reportedOn(article));
        // Articles that say nothing about it decide nothing; unknown dates count as the oldest.
        if (judgement.modality &&
            (!result.decisive.modality || rankOf(article) >= rankOf(result.latest))) {
            result.decisive = judgement;
            result.latest = article;
        }
    });
    result.silentLater = static_cast<int>(std::ranges::count_if(
        silent, [&](const std::optional<Day>& day) { return day > reportedOn(result.latest); }));
    const auto has = [&](Factuality factuality) {
        return std::ranges::any_of(claims, [&](const Claim* claim) {
            return claim->factuality == factuality && isReport(store.article(claim->article));
        });
    };
    result.contested = has(Factuality::CTplus) && has(Factuality::CTminus);
    if (result.contested) {
        result.happened = latestCertain(store, claims, Modality::Happened, Factuality::CTplus);
        result.didNot = latestCertain(store, claims, Modality::DidNotHappen, Factuality::CTminus);
    }
    if (result.isContradictory())
        result.decisive.modality = std::nullopt;
    return result;
}

/// "a report of 15 January 2024", "an undated report"
std::string reportWords(const Store& store, const Claim& claim)
{
    const Article* article = store.article(claim.article);
    return article && article->published ? "a report of " + wordsOf(*article->published)
                                         : std::string("an undated report");
}

std::string contradiction(const Store& store, const Judgement& judgement)
{
    return fmt::format("{} is certain that it happened, {} that it did not; none is preferred",
                       reportWords(store, *judgement.happened),
                       reportWords(store, *judgement.didNot));
}

} // namespace

JudgedModality judgeModality(const Store& store, const std::vector<ClaimId>& claims)
{
    std::vector<const Claim*> found;
    for (const ClaimId id : claims) {
        if (const Claim* claim = store.claim(id))
            found.push_back(claim);
    }
    return judgeModality(store, found);
}

JudgedModality judgeModality(const Store& store, Claims claims)
{
    const Judgement judgement = judge(store, claims);
    if (judgement.isContradictory())
        return {std::nullopt, contradiction(store, judgement), true, false};
    std::string reason = reasonFor(judgement.decisive, judgement.articles, judgement.latest);
    if (judgement.decisive.modality && judgement.silentLater > 0)
        reason += judgement.silentLater == 1
                      ? std::string("; a later article does not say, and decides nothing")
                      : fmt::format("; {} later articles do not say, and decide nothing",
                                    judgement.silentLater);
    if (judgement.contested)
        reason += "; contested: one claim is certain that it is so, another that it is not";
    return {judgement.decisive.modality, std::move(reason), judgement.contested,
            !judgement.isReported};
}

JudgedModality judgeWithoutReason(const Store& store, Claims claims)
{
    const Judgement judgement = judge(store, claims);
    return {judgement.decisive.modality, {}, judgement.contested, !judgement.isReported};
}

std::optional<Edtf> judgeDate(const Store& store, Claims claims)
{
    // Latest report first, unknown ones last; of one day in the order of the claims.
    std::vector<std::pair<std::optional<Day>, const Edtf*>> dates;
    for (const Claim* claim : claims) {
        for (const Edtf& date : claim->dates)
            dates.emplace_back(reportedOn(store.article(claim->article)), &date);
    }
    std::ranges::stable_sort(dates, std::ranges::greater{},
                             [](const auto& one) { return one.first; });
    // What is kept of the earlier reports agrees with the later ones.
    const Edtf* best = nullptr;
    for (const auto& [reported, date] : dates) {
        if (!best || (!excludeEachOther(*date, *best) && isMorePrecise(*date, *best)))
            best = date;
    }
    return best ? std::optional(*best) : std::nullopt;
}

} // namespace entente
