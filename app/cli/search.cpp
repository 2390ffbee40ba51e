// SPDX-License-Identifier: Apache-2.0
#include "app/cli/candidates.h"
#include "app/cli/commands.h"
#include "app/cli/filteroptions.h"
#include "app/cli/input.h"
#include "graph/base/overloaded.h"
#include "graph/query/filtered.h"
#include "graph/query/find.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <ostream>
#include <set>
#include <span>
#include <unordered_set>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

constexpr int hitsUnlessGiven = 50;
constexpr int hitsAtMost = 1'000'000;

/// What was found, and in what.
struct Findings
{
    const Store& store;
    const Finder& finder;
    const std::vector<Hit>& hits;
    std::size_t shown;   ///< Of the hits, the first.
    std::string filters; ///< In words; empty: there are none.
};

std::string_view kindOf(const Hit& hit)
{
    return std::holds_alternative<NodeId>(hit.id)   ? "node"
           : std::holds_alternative<EdgeId>(hit.id) ? "edge"
                                                    : "article";
}

bool isInText(const Hit& hit) { return hit.by == FoundBy::Quote || hit.by == FoundBy::Text; }

/// In the article, with what stands round it.
std::string sentenceOf(const Findings& findings, const Hit& hit, TextSpan place)
{
    const Article& article = *findings.store.article(hit.article);
    return std::string(article.text->slice(article.text->sentenceRound(place, article.language)));
}

void printText(const Findings& findings, std::ostream& stream)
{
    if (!findings.filters.empty())
        stream << "Filters: " << plain(findings.filters) << '\n';
    for (const Hit& hit : std::span(findings.hits).first(findings.shown)) {
        stream << plain(hit.name);
        if (!hit.type.empty())
            stream << " (" << plain(hit.type) << ')';
        stream << " — " << nameOf(hit.by);
        if (!hit.words.empty())
            stream << ": " << plain(hit.words);
        stream << '\n';
        if (!isInText(hit))
            continue;
        const TextSpan place = findings.finder.placeOf(hit);
        stream << "    " << plain(sentenceOf(findings, hit, place)) << '\n'
               << fmt::format("    [{}], characters {}–{}",
                              plain(findings.store.article(hit.article)->name), place.begin,
                              place.end);
        if (hit.places > 1)
            stream << ", the first of " << hit.places;
        stream << '\n';
    }
    if (findings.shown < findings.hits.size())
        stream << fmt::format("… and {} more: --limit N shows them\n",
                              findings.hits.size() - findings.shown);
}

Json jsonOf(const Findings& findings, const Hit& hit)
{
    Json object = {{"id", hit.idText()},
                   {"kind", kindOf(hit)},
                   {"type", hit.type},
                   {"name", hit.name},
                   {"found_by", nameOf(hit.by)}};
    if (!hit.words.empty())
        object["words"] = hit.words;
    if (!isInText(hit))
        return object;
    const TextSpan place = findings.finder.placeOf(hit);
    const Article& article = *findings.store.article(hit.article);
    object["article"] = article.name;
    object["start"] = place.begin;
    object["end"] = place.end;
    object["text"] = article.text->slice(place);
    object["sentence"] = sentenceOf(findings, hit, place);
    object["places"] = hit.places;
    if (!hit.claim.isNil())
        object["claim"] = hit.claim.text();
    return object;
}

Json documentOf(const Findings& findings, const std::string& words)
{
    Json document = {{"query", words}, {"count", findings.hits.size()}};
    if (!findings.filters.empty())
        document["filters"] = findings.filters;
    document["hits"] = Json::array();
    for (const Hit& hit : std::span(findings.hits).first(findings.shown))
        document["hits"].push_back(jsonOf(findings, hit));
    return document;
}

/// What fits in what the filters leave: things that are left, by passages that pass, and articles
/// in which a claim passes.
std::vector<Hit> foundIn(const Corpus& corpus, const FilteredGraph& filtered, const Finder& finder,
                         const std::string& words)
{
    if (!filtered.isPart())
        return finder.find(words);
    const FilterGround ground{corpus.store, corpus.ontology, corpus.diagnostics, &filtered.copies};
    const std::unordered_set<ClaimId> passing =
        passingClaims(filtered.all, ground, filtered.filter);
    std::set<ArticleId> articles;
    for (const ClaimId claim : passing)
        articles.insert(corpus.store.claim(claim)->article);
    std::vector<Hit> hits = finder.find(words, {}, &passing);
    std::erase_if(hits, [&](const Hit& hit) {
        return !std::visit(
            Overloaded{[&](NodeId id) { return filtered.events().node(id) != nullptr; },
                       [&](EdgeId id) { return filtered.events().edge(id) != nullptr; },
                       [&](ArticleId id) { return articles.contains(id); }},
            hit.id);
    });
    return hits;
}

Exit search(const Arguments& arguments, const Streams& streams)
{
    const std::optional<int> limit = numberOf(arguments, "limit", hitsUnlessGiven, hitsAtMost);
    if (!limit)
        return wrongUsage(streams, "search",
                          fmt::format("--limit takes a number from 1 to {}", hitsAtMost));
    const std::optional<Corpus> corpus = readAndReport("search", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    const auto filtered = filteredGraph("search", *corpus, arguments, streams);
    if (!filtered)
        return filtered.error();
    // It is held by neither: both end here.
    const std::shared_ptr<const KnowledgeGraph> events(&filtered->all, [](const auto*) {});
    const Finder finder(corpus->store, events, nullptr);
    const std::vector<Hit> hits = foundIn(*corpus, *filtered, finder, arguments.operand);
    const Findings findings{corpus->store, finder, hits,
                            std::min(hits.size(), static_cast<std::size_t>(*limit)),
                            filtered->words};
    if (arguments.has("json"))
        print(documentOf(findings, arguments.operand), streams.out);
    else if (hits.empty())
        return notDone(streams, "search", fmt::format("nothing here fits “{}”", arguments.operand));
    else
        printText(findings, streams.out);
    return hits.empty() ? Exit::NotDone : Exit::Done;
}

} // namespace

Command searchCommand()
{
    return {
        "search",
        "Finds people, states, events and passages by words.",
        "QUERY",
        withFilters({jsonOption(),
                     identityOption(),
                     {"limit",
                      "N",
                      fmt::format("how many to show; {} unless given", hitsUnlessGiven),
                      {},
                      ""}}),
        "QUERY is looked for in names, other names, offices, titles of events and articles,\n"
        "notes, quotes and article texts, and what is found is listed in this order: by name\n"
        "first, the surest fit before others, and articles last. Case and accents make no\n"
        "difference (walesa finds Wałęsa); names are also found by their usual spellings and\n"
        "in other scripts (gim finds Kim and 김); and by a slip or two, where nothing else is\n"
        "found, in names or in texts. With filters passages are shown that pass. If nothing\n"
        "is found, the exit code is 1.",
        search,
    };
}

} // namespace entente
