// SPDX-License-Identifier: Apache-2.0
#include "graph/query/sources.h"

#include "graph/base/unionfind.h"
#include "graph/model/attribution.h"
#include "graph/model/store.h"
#include "graph/query/copies.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

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
        if (const Claim* claim = store.claim(id); claim && !claim->rejected)
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

} // namespace

std::vector<OneSource> independentSources(const Store& store, const Copies& copies,
                                          std::span<const ClaimId> claims)
{
    const std::vector<Reporting> reporting = byArticle(store, claims);
    UnionFind sources(reporting.size());
    std::vector<bool> copied(reporting.size(), false);
    std::map<std::string, std::size_t> firstOf;
    for (std::size_t i = 0; i < reporting.size(); ++i) {
        const std::string origin = originOf(*store.article(reporting[i].article));
        if (!origin.empty())
            sources.join(firstOf.try_emplace(origin, i).first->second, i);
        for (std::size_t before = 0; before < i; ++before) {
            if (copies.between(reporting[before].article, reporting[i].article).empty() ||
                !isCopied(copies, reporting[before], reporting[i]))
                continue;
            sources.join(before, i);
            copied[before] = copied[i] = true;
        }
    }
    std::map<std::size_t, OneSource> all; // By the place of the first.
    for (std::size_t i = 0; i < reporting.size(); ++i) {
        OneSource& source = all[sources.of(i)];
        source.articles.push_back(reporting[i].article);
        source.isCopied = source.isCopied || copied[i];
        if (source.origin.empty())
            source.origin = originOf(*store.article(reporting[i].article));
    }
    std::vector<OneSource> result;
    result.reserve(all.size());
    for (auto& [place, source] : all)
        result.push_back(std::move(source));
    return result;
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
