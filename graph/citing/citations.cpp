// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/citations.h"

#include "graph/citing/claimwords.h"
#include "graph/model/analystsown.h"
#include "graph/model/attribution.h"
#include "graph/model/claimlist.h"
#include "graph/model/confidence.h"
#include "graph/model/eventlabel.h"
#include "graph/model/grades.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/model/sureness.h"
#include "graph/ontology/ontology.h"
#include "graph/query/sources.h"
#include "graph/text/ascii.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace entente
{

namespace
{

/// The earliest report first; within an article as the text has them.
std::vector<const Claim*> inOrder(const Store& store, std::span<const ClaimId> claims)
{
    // Looked for each time: a claim has few neighbours, and a table of all articles for each thing
    // that is cited took longer than all else (168 articles, 9,635 meetings).
    const auto& articles = store.articles();
    const auto placeOf = [&](ArticleId id) {
        return static_cast<std::size_t>(std::ranges::find(articles, id) - articles.begin());
    };
    using Place = std::tuple<bool, Day, std::size_t, int, std::string>;
    std::vector<std::pair<Place, const Claim*>> placed;
    for (const ClaimId id : claims) {
        const Claim* claim = store.claim(id);
        const Article* article = claim ? store.article(claim->article) : nullptr;
        if (article == nullptr || claim->rejected)
            continue;
        const auto day = article->published ? article->published->latest : std::nullopt;
        placed.emplace_back(Place(!day, day.value_or(Day{}), placeOf(claim->article),
                                  positionOf(*claim), claim->id.text()),
                            claim);
    }
    std::ranges::sort(placed, {}, [](const auto& one) -> const Place& { return one.first; });
    std::vector<const Claim*> ordered;
    ordered.reserve(placed.size());
    for (const auto& [place, claim] : placed)
        ordered.push_back(claim);
    return ordered;
}

std::string surenessOf(const Claim& claim)
{
    std::vector<std::string> words;
    if (!claim.isRelation() || claim.modality)
        words.emplace_back(wordsOf(claim.modality));
    if (claim.factuality)
        words.emplace_back(wordsOf(*claim.factuality));
    return fmt::format("{}", fmt::join(words, ", "));
}

std::string datesOf(const Claim& claim)
{
    std::vector<std::string> words;
    for (const Edtf& date : claim.dates) {
        std::string one = wordsOf(date);
        if (std::ranges::find(words, one) == words.end())
            words.push_back(std::move(one));
    }
    return fmt::format("{}", fmt::join(words, ", "));
}

/// The grade of a source is the claim's own, failing that its article's; nobody else gives one.
std::string gradedWords(const Claim& claim, const Article& article)
{
    std::vector<std::string> words;
    const std::string& source = claim.reliability.empty() ? article.reliability : claim.reliability;
    if (!source.empty())
        words.push_back(fmt::format("source {}, {}", source, wordsOfSourceGrade(source)));
    if (!claim.credibility.empty())
        words.push_back(fmt::format("information {}, {}", claim.credibility,
                                    wordsOfInformationGrade(claim.credibility)));
    if (!claim.confidence.empty()) {
        const std::string reason = confidenceReason(claim);
        words.push_back(fmt::format("analyst's confidence {}{}", asciiLower(claim.confidence),
                                    reason.empty() ? "" : ": " + reason));
    }
    return fmt::format("{}", fmt::join(words, "; "));
}

std::string warningOf(const Claim& claim)
{
    QuoteStatus worst = QuoteStatus::Exact;
    bool isSentence = false;
    for (const Quote& quote : claim.quotes) {
        worst = std::max(worst, quote.status);
        isSentence = isSentence || quote.source == QuoteSource::Sentence;
    }
    switch (worst) {
    case QuoteStatus::Missing:
        return "the words are not in the text";
    case QuoteStatus::Moved:
        return "the words were found elsewhere than recorded";
    case QuoteStatus::Exact:
        break;
    }
    return isSentence ? "the whole sentence: no evidence was marked" : std::string();
}

std::string speakerOf(const CitingBase& base, const Claim& claim)
{
    const Attribution attribution = attributionOf(base.store, base.events, claim);
    std::string words = wordsOf(attribution);
    if (attribution.kind != AttributionKind::Author || claim.isRelation())
        return words;
    if (const auto reporters = reportersOf({base.store, base.events}, claim); !reporters.empty())
        words += ", telling what " + listed(reporters) + " said";
    return words;
}

} // namespace

Citable citableOf(const CitingBase& base, NodeId id)
{
    const Node& node = *base.events.node(id);
    Citable thing{node.name, node.claims, node.modality, node.kind == NodeKind::Event};
    thing.isContested = node.contested;
    if (thing.isEvent)
        return thing;
    ClaimList claims;
    for (const EdgeId edge : base.events.edgesAt(id))
        claims.add(base.events.edge(edge)->claims);
    for (const HeldPosition& position : node.positions)
        claims.add(position.claims);
    thing.claims = std::move(claims).take();
    return thing;
}

Citable citableOf(const CitingBase& base, const KnowledgeGraph& graph, EdgeId id)
{
    const Edge& edge = *graph.edge(id);
    const std::string& from = graph.node(graph.source(id))->name;
    const std::string& to = graph.node(graph.target(id))->name;
    Citable thing{{}, edge.claims, edge.modality, edge.kind != EdgeKind::Relation};
    thing.isContested = edge.contested;
    switch (edge.kind) {
    case EdgeKind::Relation:
        thing.about = fmt::format("{} – {} – {}", from, edge.label, to);
        break;
    case EdgeKind::Role:
        thing.about = fmt::format("{}: {} as {}", from, to, edge.label);
        break;
    case EdgeKind::Tie:
        thing.about = fmt::format("{} and {}: {}", from, to, edge.label);
        break;
    }
    if (thing.claims.empty()) {
        ClaimList claims;
        for (const NodeId event : edge.tie().events)
            claims.add(base.events.node(event)->claims);
        thing.claims = std::move(claims).take();
    }
    return thing;
}

int Citing::cite(const Citable& thing)
{
    Citation citation;
    citation.number = static_cast<int>(m_citations.notes.size()) + 1;
    citation.about = thing.about;
    if (thing.isEvent || thing.modality)
        citation.modality = surenessWords(thing.modality, thing.isContested);
    citation.strength =
        strengthOf(m_base.store, m_base.copies,
                   thing.gradedBy.empty() ? thing.claims : thing.gradedBy, thing.modality);
    const std::vector<OneSource> sources =
        independentSources(m_base.store, m_base.copies, thing.claims);
    if (!sources.empty())
        citation.sources = wordsOf(sources);
    citation.claims = claimsOf(thing.claims);
    m_citations.notes.push_back(std::move(citation));
    return m_citations.notes.back().number;
}

std::vector<CitedClaim> Citing::claimsOf(std::span<const ClaimId> claims)
{
    std::vector<CitedClaim> all;
    for (const Claim* claim : inOrder(m_base.store, claims)) {
        m_claims.push_back(claim->id);
        all.push_back(cited(*claim));
    }
    return all;
}

CitedClaim Citing::cited(const Claim& claim)
{
    const Article& article = *m_base.store.article(claim.article);
    CitedClaim cited;
    cited.claim = claim.id;
    cited.quote = quotedWords(claim, *article.text);
    cited.excerpt = excerptOf(article, claim.quotes, wordsOfClaim(m_base.store, claim));
    cited.language = article.language;
    cited.sureness = surenessOf(claim);
    cited.dates = datesOf(claim);
    cited.graded = gradedWords(claim, article);
    cited.notes = otherNotes(claim);
    if (isAnalystsOwn(article)) {
        cited.speaker = "an analyst's judgement";
        return cited;
    }
    cited.article = numberOf(article);
    cited.warning = warningOf(claim);
    cited.speaker = speakerOf(m_base, claim);
    return cited;
}

int Citing::numberOf(const Article& article)
{
    const auto next = static_cast<int>(m_citations.articles.size()) + 1;
    const auto [found, isNew] = m_numbers.emplace(article.id, next);
    if (!isNew)
        return found->second;
    CitedArticle& cited = m_citations.articles.emplace_back();
    cited.id = article.id;
    cited.number = next;
    cited.name = article.name;
    cited.title = article.title;
    cited.outlet = article.outlet;
    cited.byline = article.byline;
    cited.chain = chainOf(article);
    cited.published = article.published;
    cited.address = article.address;
    cited.language = article.language;
    cited.reliability = article.reliability;
    return next;
}

/// Which of the articles are one source hangs on the words that are cited of them.
void Citing::joinCopies()
{
    ClaimList claims;
    claims.add(m_claims);
    for (const OneSource& source :
         independentSources(m_base.store, m_base.copies, std::move(claims).take())) {
        for (const ArticleId id : source.articles) {
            CitedArticle& article =
                m_citations.articles.at(static_cast<std::size_t>(m_numbers.at(id)) - 1);
            article.origin = source.origin;
            article.isCopied = source.isCopied;
            for (const ArticleId other : source.articles) {
                if (other != id)
                    article.sameAs.push_back(m_numbers.at(other));
            }
            std::ranges::sort(article.sameAs);
        }
    }
}

Citations Citing::take() &&
{
    joinCopies();
    return std::move(m_citations);
}

Citations citationsOf(const CitingBase& base, std::span<const Citable> things)
{
    Citing citing(base);
    for (const Citable& thing : things)
        citing.cite(thing);
    return std::move(citing).take();
}

namespace
{

/// In ASCII, as addresses are (RFC 3987, 3.1): a letter that turns the reading round is none in it.
std::string encoded(std::string_view address)
{
    std::string ascii;
    for (const char c : address) {
        if (const auto byte = static_cast<unsigned char>(c); byte < 0x80)
            ascii += c;
        else
            ascii += fmt::format("%{:02X}", byte);
    }
    return ascii;
}

bool hasForbidden(std::string_view address)
{
    return std::ranges::any_of(address, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte <= 0x20 || byte == 0x7F ||
               std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos;
    });
}

} // namespace

std::string webAddress(const std::string& address)
{
    if (hasForbidden(address))
        return {};
    const std::string lower = asciiLower(address);
    if (lower.starts_with("https://") || lower.starts_with("http://"))
        return encoded(address);
    if (lower.starts_with("doi:10."))
        return "https://doi.org/" + encoded(address.substr(4));
    return lower.starts_with("10.") && lower.find('/') != std::string::npos
               ? "https://doi.org/" + encoded(address)
               : std::string();
}

std::string placeOf(const CitedArticle& article)
{
    const std::string chain = chainWords(article.chain);
    const std::string& outlet = chain.empty() ? article.title : chain;
    return article.published ? fmt::format("{}, {}", outlet, wordsOf(*article.published)) : outlet;
}

std::string wordsOf(const CitedArticle& article)
{
    std::vector<std::string> parts{fmt::format("“{}”", article.title)};
    if (!article.byline.empty())
        parts.push_back(article.byline);
    const std::string chain = chainWords(article.chain);
    parts.push_back(chain.empty() ? "outlet unknown" : chain);
    parts.push_back(article.published ? wordsOf(*article.published) : "date unknown");
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string copyWords(const CitedArticle& article, const std::string& sign)
{
    if (article.sameAs.empty())
        return {};
    std::vector<std::string> others;
    others.reserve(article.sameAs.size());
    for (const int number : article.sameAs)
        others.push_back(fmt::format("{}{}", sign, number));
    std::string words = fmt::format("One source with {}", fmt::join(others, ", "));
    if (article.isCopied)
        words += ": the same passage stands in them";
    else if (!article.origin.empty())
        words += fmt::format(": all come from {}", article.origin);
    return words;
}

} // namespace entente
