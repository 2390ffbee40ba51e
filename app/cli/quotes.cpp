// SPDX-License-Identifier: Apache-2.0
#include "app/cli/candidates.h"
#include "app/cli/commands.h"
#include "app/cli/input.h"
#include "graph/citing/claimwords.h"
#include "graph/model/attribution.h"
#include "graph/model/eventlabel.h"
#include "graph/model/fillers.h"
#include "graph/query/lookup.h"

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

/// All that the quotes of one thing are taken from.
struct Source
{
    const Corpus& corpus;
    const KnowledgeGraph& events;
    const KnowledgeGraph& actors;
};

/// The roles that a node fills in a claim; in a nested one the role of its event.
std::vector<std::string> rolesOf(const Source& source, const Claim& claim, NodeId node)
{
    std::vector<std::string> roles;
    for (const RoleFiller& role : claim.roles) {
        const bool isNew = std::ranges::find(roles, role.role) == roles.end();
        if (nodeOf({source.corpus.store, source.events}, role.filler) == node && isNew)
            roles.push_back(role.role);
    }
    return roles;
}

/// What a node rests on: an event on its own claims and the relations it is in, anything else on
/// all claims in which it has a part.
bool isBehind(const Source& source, const Node& node, const Claim& claim)
{
    const bool isOwn = source.events.nodeOf(claim.event) == node.id;
    if (node.kind == NodeKind::Event)
        return isOwn || (claim.isRelation() && !rolesOf(source, claim, node.id).empty());
    const bool holds = std::ranges::any_of(node.positions, [&](const HeldPosition& position) {
        return std::ranges::find(position.claims, claim.id) != position.claims.end();
    });
    return holds || !rolesOf(source, claim, node.id).empty();
}

/// In the order of the articles, and within one in that of its file.
std::vector<const Claim*> claimsBehind(const Source& source, const Candidate& candidate)
{
    const Store& store = source.corpus.store;
    const Node* node = nullptr;
    std::set<ClaimId> ofEdge;
    if (const auto* id = std::get_if<NodeId>(&candidate.id)) {
        node = source.events.node(*id);
    } else {
        const KnowledgeGraph& graph = candidate.isTie ? source.actors : source.events;
        const Edge* edge = graph.edge(std::get<EdgeId>(candidate.id));
        ofEdge.insert(edge->claims.begin(), edge->claims.end());
    }
    std::vector<const Claim*> claims;
    for (const ArticleId article : store.articles()) {
        for (const Claim& claim : store.records(article).claims) {
            if (node ? isBehind(source, *node, claim) : ofEdge.contains(claim.id))
                claims.push_back(&claim);
        }
    }
    return claims;
}

std::string saidOf(const Source& source, const Claim& claim)
{
    return subjectOf({source.corpus.store, source.events}, source.corpus.ontology, claim);
}

std::string offsetsOf(const Quote& quote)
{
    if (quote.status == QuoteStatus::Missing || quote.spans.empty())
        return "not found in the text";
    std::string text = "characters ";
    for (const TextSpan span : quote.spans)
        text += fmt::format("{}{}–{}", text.ends_with(' ') ? "" : ", ", span.begin, span.end);
    text += fmt::format(", {}", nameOf(quote.status));
    return quote.source == QuoteSource::Sentence ? text + ", the sentence (no words are marked)"
                                                 : text;
}

class TextPrinter
{
public:
    TextPrinter(const Source& source, const Candidate& candidate, std::ostream& stream)
        : m_source(source)
        , m_candidate(candidate)
        , m_stream(stream)
    {
    }

    void print(const std::vector<const Claim*>& claims)
    {
        std::set<ArticleId> articles;
        for (const Claim* claim : claims)
            articles.insert(claim->article);
        m_stream << plain(m_candidate.name) << " (" << plain(m_candidate.type)
                 << "): " << counted(claims.size(), "claim") << " in "
                 << counted(articles.size(), "article") << '\n';
        const Claim* before = nullptr;
        for (const Claim* claim : claims) {
            if (!before || before->article != claim->article)
                printArticle(*m_source.corpus.store.article(claim->article));
            printClaim(*claim);
            before = claim;
        }
    }

private:
    void printArticle(const Article& article)
    {
        std::string line = article.title;
        if (const std::string chain = chainWords(chainOf(article)); !chain.empty())
            line += " — " + chain;
        if (article.published)
            line += ", " + wordsOf(*article.published);
        m_stream << '\n' << plain(line) << "\n[" << plain(article.name) << "]\n";
    }

    static std::string howSure(const Claim& claim)
    {
        if (claim.isRelation() && !claim.modality)
            return {}; // Relations are rarely annotated with one.
        std::string words(wordsOf(claim.modality));
        if (claim.factuality)
            words += fmt::format(" ({})", wordsOf(*claim.factuality));
        return words + "; ";
    }

    void printClaim(const Claim& claim)
    {
        m_stream << '\n';
        const Article& article = *m_source.corpus.store.article(claim.article);
        for (const Quote& quote : claim.quotes)
            m_stream << "  “" << plain(wordsOf(quote, *article.text)) << "”\n      "
                     << offsetsOf(quote) << '\n';
        std::string said = fmt::format("{} {}", claim.sourceId, saidOf(m_source, claim));
        const auto* node = std::get_if<NodeId>(&m_candidate.id);
        if (node && !claim.isRelation()) {
            const std::vector<std::string> roles = rolesOf(m_source, claim, *node);
            if (!roles.empty())
                said += "; as " + listed(roles);
        }
        m_stream << "      " << plain(said) << '\n';
        m_stream << "      " << howSure(claim)
                 << plain(wordsOf(attributionOf(m_source.corpus.store, m_source.events, claim)))
                 << '\n';
    }

    const Source& m_source;
    const Candidate& m_candidate;
    std::ostream& m_stream;
};

Json orNull(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json jsonOf(const Source& source, const Candidate& candidate, const Claim& claim,
            const Quote& quote)
{
    const Article& article = *source.corpus.store.article(claim.article);
    const Attribution attribution = attributionOf(source.corpus.store, source.events, claim);
    const bool isThere = quote.status != QuoteStatus::Missing && !quote.spans.empty();
    Json object = {{"article", article.name},
                   {"title", article.title},
                   {"outlet", orNull(article.outlet)},
                   {"published", article.published ? Json(article.published->text) : Json()},
                   {"start", isThere ? Json(hullOf(quote.spans).begin) : Json()},
                   {"end", isThere ? Json(hullOf(quote.spans).end) : Json()}};
    if (isThere && quote.spans.size() > 1) {
        object["spans"] = Json::array();
        for (const TextSpan span : quote.spans)
            object["spans"].push_back({span.begin, span.end});
    }
    object["text"] = wordsOf(quote, *article.text);
    object["status"] = nameOf(quote.status);
    object["source"] = nameOf(quote.source);
    object["claim"] = claim.id.text();
    object["source_id"] = claim.sourceId;
    object["of"] = saidOf(source, claim);
    if (const auto* node = std::get_if<NodeId>(&candidate.id))
        object["roles"] = rolesOf(source, claim, *node);
    object["modality"] = claim.modality ? Json(nameOf(*claim.modality)) : Json();
    object["factuality"] = claim.factuality ? Json(nameOf(*claim.factuality)) : Json();
    object["polarity"] = orNull(claim.polarity);
    object["attribution"] = {{"kind", nameOf(attribution.kind)},
                             {"words", wordsOf(attribution)},
                             {"chain", attribution.chain}};
    return object;
}

Exit quotes(const Arguments& arguments, const Streams& streams)
{
    const std::optional<Corpus> corpus = readAndReport("quotes", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    const KnowledgeGraph events = foldFor(*corpus, arguments);
    const KnowledgeGraph actors = actorsProjection(events, corpus->ontology);
    const std::optional<Candidate> candidate =
        meantBy("quotes", arguments, corpus->store, events, actors, streams);
    if (!candidate)
        return Exit::NotDone;

    const Source source{*corpus, events, actors};
    const std::vector<const Claim*> claims = claimsBehind(source, *candidate);
    if (!arguments.has("json")) {
        TextPrinter(source, *candidate, streams.out).print(claims);
        return Exit::Done;
    }
    Json document = headOf(*candidate);
    document["quotes"] = Json::array();
    for (const Claim* claim : claims) {
        for (const Quote& quote : claim->quotes)
            document["quotes"].push_back(jsonOf(source, *candidate, *claim, quote));
    }
    print(document, streams.out);
    return Exit::Done;
}

} // namespace

Command quotesCommand()
{
    return {
        "quotes",
        "Shows the verbatim words behind a person, a state, an event or an edge.",
        "NAME",
        {jsonOption(), identityOption()},
        "NAME is a name or an alias; case, accents and hyphens make no difference, and the\n"
        "beginnings of words will do: \"choe\", \"visit: putin\". It can also be an outside id\n"
        "(\"Q423\") or an id out of \"graph\". An edge goes by \"SOURCE — ROLE — TARGET\" or\n"
        "\"SOURCE — TARGET\", where a plain hyphen or nothing will do for the dashes. If NAME\n"
        "can mean several things they are listed, and the exit code is 1.\n"
        "\n"
        "Each quote comes with its article, who published it and when, where it stands (in\n"
        "Unicode code points), what it says of the event, how surely, and who says so.",
        quotes,
    };
}

} // namespace entente
