// SPDX-License-Identifier: Apache-2.0
#include "graph/query/contested.h"

#include "app/cli/candidates.h"
#include "app/cli/commands.h"
#include "app/cli/filteroptions.h"
#include "app/cli/input.h"
#include "graph/citing/claimwords.h"
#include "graph/model/attribution.h"
#include "graph/model/store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ostream>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

/// "according to Kim Yo-jong; ": nobody's word is taken for that of the article that reports it.
std::string speakerOf(const Attribution& attribution)
{
    return attribution.kind == AttributionKind::Author ? std::string()
                                                       : wordsOf(attribution) + "; ";
}

void printClaim(const Corpus& corpus, const KnowledgeGraph& events, ClaimId id,
                std::ostream& stream)
{
    const Claim& claim = *corpus.store.claim(id);
    const Article& article = *corpus.store.article(claim.article);
    std::string from = speakerOf(attributionOf(corpus.store, events, claim)) + article.title;
    if (const std::string chain = chainWords(chainOf(article)); !chain.empty())
        from += " — " + chain;
    if (article.published)
        from += ", " + wordsOf(*article.published);
    if (!article.reliability.empty())
        from += ", grade of source " + article.reliability;
    for (const Quote& quote : claim.quotes)
        stream << "      “" << plain(wordsOf(quote, *article.text)) << "”\n";
    stream << "        " << plain(from) << " [" << plain(article.name) << "]\n";
}

void printText(const Corpus& corpus, const KnowledgeGraph& events,
               const std::vector<NodeId>& contested, std::ostream& stream)
{
    for (const NodeId id : contested) {
        stream << plain(events.node(id)->name) << '\n';
        for (const Contest& contest : contestsOf(events, corpus.store, id)) {
            stream << "  Contested: " << wordsOf(contest.about) << '\n';
            for (const Side& side : contest.sides) {
                stream << "    " << plain(side.says) << '\n';
                for (const ClaimId claim : side.claims)
                    printClaim(corpus, events, claim, stream);
            }
        }
    }
    stream << counted(contested.size(), "contested event") << '\n';
}

Json documentOf(const Corpus& corpus, const KnowledgeGraph& events,
                const std::vector<NodeId>& contested, const std::string& filters)
{
    Json document = Json::object();
    if (!filters.empty())
        document["filters"] = filters;
    document["count"] = contested.size();
    document["events"] = Json::array();
    for (const NodeId id : contested) {
        Json contests = Json::array();
        for (const Contest& contest : contestsOf(events, corpus.store, id)) {
            Json sides = Json::array();
            for (const Side& side : contest.sides) {
                Json claims = Json::array();
                for (const ClaimId claimId : side.claims) {
                    const Claim& claim = *corpus.store.claim(claimId);
                    claims.push_back(
                        {{"claim", claimId.text()},
                         {"article", corpus.store.article(claim.article)->name},
                         {"attribution", wordsOf(attributionOf(corpus.store, events, claim))}});
                }
                sides.push_back({{"says", side.says}, {"claims", std::move(claims)}});
            }
            contests.push_back({{"about", nameOf(contest.about)}, {"sides", std::move(sides)}});
        }
        document["events"].push_back({{"id", id.text()},
                                      {"name", events.node(id)->name},
                                      {"contests", std::move(contests)}});
    }
    return document;
}

Exit contested(const Arguments& arguments, const Streams& streams)
{
    const std::optional<Corpus> corpus = readAndReport("contested", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    const auto events = filteredGraph("contested", *corpus, arguments, streams);
    if (!events)
        return events.error();
    const std::vector<NodeId> all = contestedEvents(events->events(), corpus->store);
    if (arguments.has("json")) {
        print(documentOf(*corpus, events->events(), all, events->words), streams.out);
        return Exit::Done;
    }
    if (!events->words.empty())
        streams.out << "Filters: " << plain(events->words) << '\n';
    printText(*corpus, events->events(), all, streams.out);
    return Exit::Done;
}

} // namespace

Command contestedCommand()
{
    return {
        "contested",
        "Lists events of which sources contradict each other.",
        "",
        withFilters({jsonOption(), identityOption()}),
        "Contradictions are: one claim is certain that it is so and another that it is not\n"
        "(CT+ against CT-); days of which no day can be both; places of which neither lies\n"
        "in the other. Both sides are shown, the earlier report first; none is preferred.",
        contested,
    };
}

} // namespace entente
