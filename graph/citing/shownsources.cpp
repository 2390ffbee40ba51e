// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/shownsources.h"

#include "graph/base/overloaded.h"
#include "graph/citing/claimwords.h"
#include "graph/citing/datahash.h"
#include "graph/model/analystsown.h"
#include "graph/model/graph.h"
#include "graph/model/shown.h"
#include "graph/model/store.h"
#include "graph/query/timeline.h"
#include "graph/text/datewords.h"
#include "graph/text/utf8.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace entente
{

namespace
{

constexpr std::size_t quotesAtMost = 3;
constexpr std::size_t bytesAtMost = 400; // Of a quote; one is a sentence or less.

/// With an ellipsis where it was cut, at a space where the script has any.
std::string shortened(const std::string& words)
{
    if (words.size() <= bytesAtMost)
        return words;
    std::string_view beginning = beginningOf(words, bytesAtMost);
    if (const std::size_t space = beginning.rfind(' ');
        space != std::string_view::npos && space > bytesAtMost / 2)
        beginning = beginning.substr(0, space);
    return fmt::format("{}…", beginning);
}

/// Those that stand for something, the earliest report first.
std::vector<const Claim*> standing(const Store& store, const std::vector<ClaimId>& ids)
{
    std::vector<const Claim*> claims;
    for (const ClaimId id : ids) {
        const Claim* claim = store.claim(id);
        if (claim != nullptr && !claim->rejected)
            claims.push_back(claim);
    }
    std::ranges::stable_sort(claims, {}, [&](const Claim* claim) {
        const auto& published = store.article(claim->article)->published;
        const auto day = published ? published->latest : std::nullopt;
        return std::pair(!day, day.value_or(Day{}));
    });
    return claims;
}

/// "“She is to go”, The Lantern, 15 January 2024: expected"
std::string quoteLine(const Claim& claim, const Article& article)
{
    const std::string words = shortened(quotedWords(claim, *article.text));
    std::string line = words.empty() ? "no quote" : fmt::format("“{}”", words);
    const std::string sureness =
        claim.modality ? fmt::format(": {}", wordsOf(claim.modality)) : std::string();
    if (isAnalystsOwn(article))
        return line + ", an analyst's judgement" + sureness;
    const std::string& outlet = article.outlet.empty() ? article.title : article.outlet;
    if (!outlet.empty())
        line += ", " + outlet;
    if (article.published)
        line += ", " + wordsOf(*article.published);
    return line + sureness;
}

std::string wordsOf(const Store& store, const Citable& thing)
{
    std::vector<std::string> lines;
    if (thing.isEvent || thing.modality)
        lines.emplace_back(wordsOf(thing.modality));
    const std::vector<const Claim*> claims = standing(store, thing.claims);
    const std::size_t quoted = std::min(claims.size(), quotesAtMost);
    for (std::size_t i = 0; i < quoted; ++i) {
        std::string line = quoteLine(*claims[i], *store.article(claims[i]->article));
        if (std::ranges::find(lines, line) == lines.end()) // One sentence can hold several.
            lines.push_back(std::move(line));
    }
    if (quoted < claims.size())
        lines.push_back(fmt::format("{} more", claims.size() - quoted));
    return fmt::format("{}", fmt::join(lines, "\n"));
}

std::optional<Edtf> latestDay(const Store& store)
{
    std::optional<Edtf> latest;
    for (const ArticleId id : store.articles()) {
        const auto& published = store.article(id)->published;
        if (published && published->latest && (!latest || *latest->latest < *published->latest))
            latest = published;
    }
    return latest;
}

} // namespace

std::vector<Noted> notedIn(const CitingBase& base, const KnowledgeGraph& graph, const Shown* shown)
{
    std::vector<Noted> noted;
    std::set<NodeId> nodes;
    if (shown != nullptr)
        nodes.insert(shown->nodes.begin(), shown->nodes.end());
    const Timeline timeline = timelineOf(graph, base.store);
    for (const auto* events : {&timeline.events, &timeline.undatedEvents}) {
        for (const NodeId id : *events) {
            if (shown == nullptr || nodes.contains(id))
                noted.push_back({id, citableOf(base, id)});
        }
    }
    for (const EdgeId id : shown != nullptr ? shown->edges : graph.edges()) {
        const Edge* edge = graph.edge(id);
        if (edge != nullptr && edge->kind != EdgeKind::Role)
            noted.push_back({id, citableOf(base, graph, id)});
    }
    return noted;
}

std::string ShownSources::dataWords(const Wording& wording) const
{
    constexpr std::size_t told = 12; // Of the hash: 48 bits tell any two files apart.
    const std::string hash = dataHash.substr(0, told);
    if (!day)
        return wording.with("Data {}", {hash});
    return wording.with(isDayOfArticle ? "Data {}, latest article {}" : "Data {}, {}",
                        {hash, wordsOf(*day, wording.dates())});
}

ShownSources shownSourcesOf(const CitingBase& base, const KnowledgeGraph& graph, const Shown& shown,
                            const SourcesWish& wish)
{
    ShownSources sources;
    for (const NodeId id : shown.nodes) {
        if (base.events.node(id) != nullptr)
            sources.nodeWords[id] = wordsOf(base.store, citableOf(base, id));
    }
    for (const EdgeId id : shown.edges) {
        if (graph.edge(id) != nullptr)
            sources.edgeWords[id] = wordsOf(base.store, citableOf(base, graph, id));
    }
    if (wish.withNumbers) {
        Citing citing(base);
        for (const Noted& noted : notedIn(base, graph, &shown)) {
            const int number = citing.cite(noted.thing);
            std::visit(Overloaded{[&](NodeId id) { sources.eventNumbers[id] = number; },
                                  [&](EdgeId id) { sources.edgeNumbers[id] = number; }},
                       noted.id);
        }
        sources.citations = std::move(citing).take();
    }
    sources.dataHash =
        wish.dataHash.empty() ? dataHashOf(base.store, base.ontology, base.events) : wish.dataHash;
    sources.isDayOfArticle = !wish.day;
    sources.day = wish.day ? wish.day : latestDay(base.store);
    return sources;
}

} // namespace entente
