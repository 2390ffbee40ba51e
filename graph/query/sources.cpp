// SPDX-License-Identifier: Apache-2.0
#include "graph/query/sources.h"

#include "graph/base/unionfind.h"
#include "graph/model/analystsown.h"
#include "graph/model/attribution.h"
#include "graph/model/store.h"
#include "graph/query/copies.h"
#include "graph/text/fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace entente
{

namespace
{

/// What one article has to say of what is asked about.
struct Reporting
{
    ArticleId article;
    std::vector<const Claim*> claims;
};

/// In the order of the store.
std::vector<Reporting> byArticle(const Store& store, std::span<const ClaimId> claims)
{
    std::map<ArticleId, std::vector<const Claim*>> found;
    for (const ClaimId id : claims) {
        const Claim* claim = store.claim(id);
        if (claim && !claim->rejected && !isAnalystsOwn(*store.article(claim->article)))
            found[claim->article].push_back(claim);
    }
    std::vector<Reporting> all;
    const std::vector<ArticleId>& order = store.articles();
    for (std::size_t place = 0; place < order.size() && all.size() < found.size(); ++place) {
        if (const auto article = found.find(order[place]); article != found.end())
            all.push_back({order[place], std::move(article->second)});
    }
    return all;
}

bool isCopied(const Copies& copies, const Reporting& a, const Reporting& b)
{
    return std::ranges::any_of(a.claims, [&](const Claim* one) {
        return std::ranges::any_of(b.claims, [&](const Claim* other) {
            return std::ranges::any_of(one->quotes, [&](const Quote& ofOne) {
                return std::ranges::any_of(other->quotes, [&](const Quote& ofOther) {
                    return copies.isSame(a.article, ofOne, b.article, ofOther);
                });
            });
        });
    });
}

/// Who an article has it from, by one name: the last of its chain, the agency of its dateline, or
/// of its byline where others name that as an agency or an outlet, or its own outlet. A reporter's
/// name stands in bylines, too.
std::string originOf(const Article& article, const std::set<std::string>& publishers)
{
    if (!article.chain.empty())
        return article.chain.back();
    if (std::string agency = datelineAgencyOf(article); !agency.empty())
        return agency;
    return !article.byline.empty() && publishers.contains(folded(article.byline)) ? article.byline
                                                                                  : article.outlet;
}

std::set<std::string> publishersAmong(const Store& store, const std::vector<Reporting>& reporting)
{
    std::set<std::string> publishers;
    for (const Reporting& one : reporting) {
        const Article& article = *store.article(one.article);
        publishers.insert(folded(article.outlet));
        for (const std::string& name : article.chain)
            publishers.insert(folded(name));
        publishers.insert(folded(datelineAgencyOf(article)));
    }
    return publishers;
}

} // namespace

std::vector<OneSource> independentSources(const Store& store, const Copies& copies,
                                          std::span<const ClaimId> claims)
{
    const std::vector<Reporting> reporting = byArticle(store, claims);
    const std::set<std::string> publishers =
        reporting.size() > 1 ? publishersAmong(store, reporting) : std::set<std::string>();
    UnionFind sources(reporting.size());
    std::vector<bool> copied(reporting.size(), false);
    std::vector<std::string> origins;
    std::map<std::string, std::size_t> firstOf; // By folded names.
    std::unordered_map<ArticleId, std::size_t> placeOf;
    for (std::size_t i = 0; i < reporting.size(); ++i) {
        origins.push_back(originOf(*store.article(reporting[i].article), publishers));
        if (!origins.back().empty())
            sources.join(firstOf.try_emplace(folded(origins.back()), i).first->second, i);
        for (const ArticleId other : copies.sharingWith(reporting[i].article)) {
            const auto before = placeOf.find(other);
            if (before == placeOf.end() ||
                !isCopied(copies, reporting[before->second], reporting[i]))
                continue;
            sources.join(before->second, i);
            copied[before->second] = copied[i] = true;
        }
        placeOf.emplace(reporting[i].article, i);
    }
    std::map<std::size_t, OneSource> all; // By the place of the first.
    for (std::size_t i = 0; i < reporting.size(); ++i) {
        OneSource& source = all[sources.of(i)];
        source.isCopied = copied[i] && (source.articles.empty() || source.isCopied);
        source.articles.push_back(reporting[i].article);
        if (source.origin.empty())
            source.origin = origins[i];
    }
    std::vector<OneSource> result;
    result.reserve(all.size());
    for (auto& [place, source] : all)
        result.push_back(std::move(source));
    return result;
}

namespace
{

/// Claims that count, and those of them that are an analyst's judgement.
struct JudgedCount
{
    int all = 0;
    int judgements = 0;
};

JudgedCount countOf(const Store& store, std::span<const ClaimId> claims)
{
    JudgedCount counted;
    for (const ClaimId id : claims) {
        const Claim* claim = store.claim(id);
        if (claim == nullptr || claim->rejected)
            continue;
        ++counted.all;
        counted.judgements += int(isAnalystsOwn(*store.article(claim->article)));
    }
    return counted;
}

} // namespace

int judgementsAmong(const Store& store, std::span<const ClaimId> claims)
{
    return countOf(store, claims).judgements;
}

bool isJudgementAlone(const Store& store, std::span<const ClaimId> claims)
{
    const JudgedCount counted = countOf(store, claims);
    return counted.all > 0 && counted.judgements == counted.all;
}

std::string wordsOf(const std::vector<OneSource>& sources)
{
    std::size_t articles = 0;
    for (const OneSource& source : sources)
        articles += source.articles.size();
    return fmt::format("{} article{}, {} independent source{}", articles, articles == 1 ? "" : "s",
                       sources.size(), sources.size() == 1 ? "" : "s");
}

} // namespace entente
