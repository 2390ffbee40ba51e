// SPDX-License-Identifier: Apache-2.0
#include "graph/query/onesource.h"

#include "graph/model/analystsown.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/text/fold.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace entente
{

namespace
{

/// Those that say that it happened. Who only expected it is no source of that, nor is an analyst
/// who judges so.
std::vector<ClaimId> sayingSo(const Node& event, const Store& store)
{
    std::vector<ClaimId> claims;
    std::ranges::copy_if(event.claims, std::back_inserter(claims), [&](ClaimId id) {
        const Claim& claim = *store.claim(id);
        return claim.modality == Modality::Happened &&
               !isAnalystsOwn(*store.article(claim.article));
    });
    return claims;
}

bool isReliedOn(const Claim& claim)
{
    return claim.confidence == "High" || claim.credibility == "1" || claim.credibility == "2";
}

/// What one article each tells, by who gave that out.
std::vector<RestsOnOne> bySource(const std::map<ArticleId, RestsOnOne>& alone, const Store& store,
                                 const Copies& copies)
{
    std::vector<RestsOnOne> all;
    std::map<std::string, std::size_t> places;
    for (const ArticleId article : store.articles()) {
        const auto found = alone.find(article);
        if (found == alone.end())
            continue;
        OneSource source =
            independentSources(store, copies, {&found->second.claims.front(), 1}).front();
        // Nothing says that an article without an origin is any other's.
        const std::string key = source.origin.empty() ? article.text() : folded(source.origin);
        const auto [place, isNew] = places.try_emplace(key, all.size());
        if (isNew)
            all.push_back({.how = RestsOnOne::How::Plain,
                           .events = {},
                           .claims = {},
                           .source = {{}, source.origin, false}});
        RestsOnOne& one = all[place->second];
        one.source.articles.push_back(article);
        if (source.origin.empty()) {
            one.source.origin = store.article(article)->title;
            one.isNamed = false;
        }
        one.events.insert(one.events.end(), found->second.events.begin(),
                          found->second.events.end());
    }
    std::ranges::stable_sort(all, std::ranges::greater{},
                             [](const RestsOnOne& one) { return one.events.size(); });
    return all;
}

} // namespace

std::vector<RestsOnOne> restingOnOneSource(const KnowledgeGraph& events, const Store& store,
                                           const Copies& copies)
{
    std::vector<RestsOnOne> found;
    std::map<ArticleId, RestsOnOne> alone;
    for (const NodeId id : events.nodes()) {
        const Node& event = *events.node(id);
        if (event.kind != NodeKind::Event || event.modality != Modality::Happened)
            continue;
        std::vector<ClaimId> claims = sayingSo(event, store);
        std::set<ArticleId> articles;
        for (const ClaimId claim : claims)
            articles.insert(store.claim(claim)->article);
        const bool isRelied = std::ranges::any_of(
            claims, [&](ClaimId claim) { return isReliedOn(*store.claim(claim)); });
        if (articles.size() == 1 && !isRelied) {
            RestsOnOne& together = alone[*articles.begin()];
            together.events.push_back(id);
            together.claims = std::move(claims);
            continue;
        }
        std::vector<OneSource> sources = independentSources(store, copies, claims);
        if (sources.size() == 1)
            found.push_back({.how = articles.size() > 1 ? RestsOnOne::How::Disguised
                                                        : RestsOnOne::How::ReliedOn,
                             .events = {id},
                             .claims = std::move(claims),
                             .source = std::move(sources.front())});
    }
    std::ranges::stable_sort(found, {}, &RestsOnOne::how);
    std::ranges::move(bySource(alone, store, copies), std::back_inserter(found));
    return found;
}

} // namespace entente
