// SPDX-License-Identifier: Apache-2.0
#include "graph/query/sources.h"

#include "app/cli/candidates.h"
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "graph/model/attribution.h"
#include "graph/model/store.h"
#include "graph/query/copies.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <set>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

/// All that the graph says of a thing rests on these.
std::vector<ClaimId> claimsBehind(const Candidate& candidate, const KnowledgeGraph& events,
                                  const KnowledgeGraph& actors)
{
    if (const auto* edge = std::get_if<EdgeId>(&candidate.id))
        return (candidate.isTie ? actors : events).edge(*edge)->claims;
    const NodeId node = std::get<NodeId>(candidate.id);
    std::vector<ClaimId> claims = events.node(node)->claims;
    std::set<ClaimId> seen(claims.begin(), claims.end());
    for (const EdgeId edge : events.edgesAt(node)) {
        for (const ClaimId claim : events.edge(edge)->claims) {
            if (seen.insert(claim).second)
                claims.push_back(claim);
        }
    }
    return claims;
}

void printArticle(const Article& article, std::ostream& stream)
{
    stream << "    " << plain(article.title);
    if (const std::string chain = chainWords(chainOf(article)); !chain.empty())
        stream << " — " << plain(chain);
    if (article.published)
        stream << ", " << wordsOf(*article.published);
    stream << " [" << plain(article.name) << "]\n";
}

/// The words that two articles share, as the first has them.
std::vector<std::string> sharedWords(const Store& store, const Copies& copies,
                                     const OneSource& source)
{
    std::vector<std::string> words;
    for (std::size_t i = 0; i < source.articles.size(); ++i) {
        for (std::size_t j = i + 1; j < source.articles.size(); ++j) {
            const ArticleId first = std::min(source.articles[i], source.articles[j]);
            const ArticleId second = std::max(source.articles[i], source.articles[j]);
            for (const SharedPassage& passage : copies.between(first, second))
                words.push_back(
                    fmt::format("“{}” [{}, {}]", store.article(first)->text->slice(passage.first),
                                store.article(first)->name, store.article(second)->name));
        }
    }
    return words;
}

void printText(const Corpus& corpus, const Candidate& candidate, const Copies& copies,
               const std::vector<OneSource>& sources, std::ostream& stream)
{
    stream << plain(candidate.name) << " (" << plain(candidate.type) << "): " << wordsOf(sources)
           << '\n';
    int number = 0;
    for (const OneSource& source : sources) {
        stream << fmt::format("\n{}. {}\n", ++number,
                              source.origin.empty() ? std::string("an unknown outlet")
                                                    : plain(source.origin));
        for (const ArticleId article : source.articles)
            printArticle(*corpus.store.article(article), stream);
        if (!source.isCopied)
            continue;
        stream << "    carry the same words:\n";
        for (const std::string& words : sharedWords(corpus.store, copies, source))
            stream << "      " << plain(words) << '\n';
    }
}

Json documentOf(const Corpus& corpus, const Candidate& candidate,
                const std::vector<OneSource>& sources)
{
    Json document = headOf(candidate);
    document["words"] = wordsOf(sources);
    document["sources"] = Json::array();
    for (const OneSource& source : sources) {
        Json articles = Json::array();
        for (const ArticleId article : source.articles)
            articles.push_back(corpus.store.article(article)->name);
        document["sources"].push_back(
            {{"origin", source.origin.empty() ? Json() : Json(source.origin)},
             {"copied", source.isCopied},
             {"articles", std::move(articles)}});
    }
    return document;
}

Exit sources(const Arguments& arguments, const Streams& streams)
{
    const std::optional<Corpus> corpus = readAndReport("sources", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    const KnowledgeGraph events = foldFor(*corpus, arguments);
    const KnowledgeGraph actors = actorsProjection(events, corpus->ontology);
    const std::optional<Candidate> candidate =
        meantBy("sources", arguments, corpus->store, events, actors, streams);
    if (!candidate)
        return Exit::NotDone;
    const Copies copies = Copies::among(corpus->store);
    const std::vector<OneSource> found =
        independentSources(corpus->store, copies, claimsBehind(*candidate, events, actors));
    if (arguments.has("json"))
        print(documentOf(*corpus, *candidate, found), streams.out);
    else
        printText(*corpus, *candidate, copies, found, streams.out);
    return Exit::Done;
}

} // namespace

Command sourcesCommand()
{
    return {
        "sources",
        "Says how many independent sources something rests on.",
        "NAME",
        {jsonOption(), identityOption()},
        "NAME is looked up as by \"quotes\". Articles count as one source when they have the\n"
        "same outlet, when their metadata name the same agency, or when the words that they\n"
        "are quoted with stand in a passage that both carry.",
        sources,
    };
}

} // namespace entente
