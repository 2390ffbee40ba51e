// SPDX-License-Identifier: Apache-2.0
#include "graph/model/graph.h"
#include "graph/model/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace entente
{

namespace
{

/// What one article's claims add up to.
struct ArticleJudgement
{
    std::optional<Modality> modality;
    int votes = 0;
    int claims = 0;
    std::optional<Factuality> factuality; ///< The strongest one.
};

int strengthOf(const Claim& claim) { return claim.factuality ? strengthOf(*claim.factuality) : -1; }

ArticleJudgement judgeArticle(const std::vector<const Claim*>& claims)
{
    ArticleJudgement judgement;
    judgement.claims = static_cast<int>(claims.size());
    int strongest = -2;
    for (const Claim* claim : claims) {
        if (claim->modality && strengthOf(*claim) > strongest) {
            strongest = strengthOf(*claim);
            judgement.factuality = claim->factuality;
        }
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
        }
    }
    return judgement;
}

std::string reasonFor(const ArticleJudgement& judgement, int articles, const Article* article)
{
    if (!judgement.modality)
        return "no claim says whether it happened";
    std::string reason = judgement.claims == 1 ? std::string("the only claim says so")
                                               : fmt::format("{} of {} claims say so",
                                                             judgement.votes, judgement.claims);
    if (judgement.claims > 1 && judgement.factuality)
        reason +=
            fmt::format(", the most among the most certain ({})", wordsOf(*judgement.factuality));
    else if (judgement.factuality)
        reason += fmt::format(" ({})", wordsOf(*judgement.factuality));
    if (articles > 1 && article)
        reason +=
            article->published
                ? fmt::format("; of {} articles the latest, of {}", articles,
                              wordsOf(*article->published))
                : fmt::format("; of {} articles the last one read, for none has a date", articles);
    return reason;
}

} // namespace

JudgedModality judgeModality(const Store& store, const std::vector<ClaimId>& ids)
{
    std::vector<ArticleId> articles;
    std::map<ArticleId, std::vector<const Claim*>> claims;
    bool certain = false;
    bool certainlyNot = false;
    for (const ClaimId id : ids) {
        const Claim* claim = store.claim(id);
        if (!claim)
            continue;
        if (claims[claim->article].empty())
            articles.push_back(claim->article);
        claims[claim->article].push_back(claim);
        certain = certain || claim->factuality == Factuality::CTplus;
        certainlyNot = certainlyNot || claim->factuality == Factuality::CTminus;
    }

    const Article* latest = nullptr;
    ArticleJudgement decisive;
    for (const ArticleId id : articles) {
        const ArticleJudgement judgement = judgeArticle(claims[id]);
        const Article* article = store.article(id);
        const auto published = [](const Article* one) {
            return one && one->published ? one->published->latest : std::nullopt;
        };
        // Articles that say nothing about it decide nothing; unknown dates count as the oldest.
        if (judgement.modality && (!decisive.modality || published(article) >= published(latest))) {
            decisive = judgement;
            latest = article;
        }
    }
    JudgedModality result;
    result.modality = decisive.modality;
    result.contested = certain && certainlyNot;
    result.reason = reasonFor(decisive, static_cast<int>(articles.size()), latest);
    if (result.contested)
        result.reason += "; contested: one claim is certain that it is so, another that it is not";
    return result;
}

} // namespace entente
