// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/evidence.h"

#include "graph/base/overloaded.h"
#include "graph/citing/claimwords.h"
#include "graph/model/analystsown.h"
#include "graph/model/claimlist.h"
#include "graph/model/fillers.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/query/copies.h"
#include "graph/query/strength.h"
#include "graph/text/sourcetext.h"
#include "ui/panels/rejectedclaims.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace entente
{

namespace
{

std::string nameOfNode(const EvidenceBase& base, NodeId id)
{
    const Node* node = base.events.node(id);
    return node ? node->name : std::string();
}

void collect(const EvidenceBase& base, NodeId id, ClaimList& claims)
{
    const Node* node = base.events.node(id);
    if (!node)
        return;
    claims.add(node->claims);
    if (node->kind == NodeKind::Event)
        return;
    for (const EdgeId edge : base.events.edgesAt(id))
        claims.add(base.events.edge(edge)->claims);
    for (const HeldPosition& position : node->positions)
        claims.add(position.claims);
}

void collect(const EvidenceBase& base, EdgeId id, ClaimList& claims)
{
    const Edge* edge = findEdge(base, id).edge;
    if (!edge)
        return;
    claims.add(edge->claims);
    for (const NodeId event : edge->claims.empty() ? edge->tie().events : std::vector<NodeId>()) {
        if (const Node* node = base.events.node(event))
            claims.add(node->claims);
    }
}

/// The latest first; within a day, and without one, as the store has them.
bool isLater(const Article& a, const Article& b)
{
    const auto dayOf = [](const Article& article) {
        return article.published ? article.published->latest : std::nullopt;
    };
    return dayOf(b) < dayOf(a);
}

Interest interestOf(const EvidenceBase& base, const std::vector<Subject>& subjects)
{
    Interest interest;
    for (const Subject& subject : subjects) {
        if (const auto* node = std::get_if<NodeId>(&subject)) {
            const Node* found = base.events.node(*node);
            if (found && found->kind == NodeKind::Event)
                interest.aboutIsClear = true;
            else
                interest.nodes.insert(*node);
            continue;
        }
        const FoundEdge found = findEdge(base, std::get<EdgeId>(subject));
        if (!found.edge)
            continue;
        interest.aboutIsClear = interest.aboutIsClear || found.edge->kind != EdgeKind::Tie;
        if (found.edge->kind == EdgeKind::Tie) {
            interest.nodes.insert(found.graph->source(found.edge->id));
            interest.nodes.insert(found.graph->target(found.edge->id));
        }
    }
    interest.aboutIsClear = interest.aboutIsClear && subjects.size() == 1;
    return interest;
}

} // namespace

FoundEdge findEdge(const EvidenceBase& base, EdgeId id)
{
    for (const KnowledgeGraph* graph : {&base.events, &base.actors}) {
        if (const Edge* edge = graph->edge(id))
            return {graph, edge};
    }
    return {};
}

NodeId nodeOf(const EvidenceBase& base, const Filler& filler)
{
    return nodeOf(FillerBase{base.store, base.events}, filler);
}

std::vector<const Article*> latestFirst(const Store& store)
{
    std::vector<const Article*> articles;
    for (const ArticleId id : store.articles())
        articles.push_back(store.article(id));
    std::ranges::stable_sort(articles, [](auto* a, auto* b) { return isLater(*a, *b); });
    return articles;
}

namespace
{

/// Independent sources that say of a meeting or of an edge what their claims add up to.
int sayingSoOf(const EvidenceBase& base, const Subject& subject)
{
    if (const auto* id = std::get_if<NodeId>(&subject)) {
        const Node* node = base.events.node(*id);
        return node == nullptr || node->kind != NodeKind::Event
                   ? 0
                   : strengthOf(base.store, *base.copies, node->claims, node->modality).sources;
    }
    const FoundEdge found = findEdge(base, std::get<EdgeId>(subject));
    return found.edge == nullptr ? 0 : strengthOf(base.store, *base.copies, *found.edge).sources;
}

Evidence gathered(const EvidenceBase& base, const std::vector<Subject>& subjects,
                  const std::vector<ClaimId>& rejected)
{
    ClaimList list;
    for (const Subject& subject : subjects)
        std::visit([&](auto id) { collect(base, id, list); }, subject);

    struct Placed
    {
        /// What counts; what happened, then what is so; each in the text's order.
        std::tuple<bool, bool, int> place;
        ClaimId id;
    };
    Evidence evidence;
    std::unordered_map<ArticleId, std::vector<Placed>> byArticle;
    std::set<ArticleId> counted;
    for (const std::vector<ClaimId>* claims : {&list.claims(), &rejected}) {
        for (const ClaimId id : *claims) {
            const Claim* claim = base.store.claim(id);
            if (!claim)
                continue;
            // What is missing from the text comes first: it wants looking at.
            byArticle[claim->article].push_back(
                {{claim->rejected, claim->isRelation(), positionOf(*claim)}, id});
            if (!claim->rejected)
                counted.insert(claim->article);
            ++(claim->rejected ? evidence.rejected : evidence.claims);
        }
    }
    std::vector<const Article*> articles = latestFirst(base.store);
    std::erase_if(articles,
                  [&](const Article* article) { return !byArticle.contains(article->id); });

    evidence.interest = interestOf(base, subjects);
    for (const Article* article : articles) {
        std::vector<Placed>& claims = byArticle[article->id];
        std::ranges::stable_sort(claims, {}, &Placed::place);
        evidence.rows.push_back({.article = article->id, .claim = {}});
        for (const Placed& claim : claims)
            evidence.rows.push_back({article->id, claim.id});
    }
    evidence.judgements = judgementsAmong(base.store, list.claims());
    evidence.articles = static_cast<int>(std::ranges::count_if(
        counted, [&](ArticleId article) { return !isAnalystsOwn(*base.store.article(article)); }));
    if (base.copies != nullptr)
        evidence.sources = independentSources(base.store, *base.copies, list.claims());
    if (base.copies != nullptr && subjects.size() == 1)
        evidence.sayingSo = sayingSoOf(base, subjects.front());
    std::ranges::transform(std::views::reverse(articles),
                           std::back_inserter(evidence.interest.articles), &Article::id);
    return evidence;
}

} // namespace

Evidence evidenceOf(const EvidenceBase& base, const std::vector<Subject>& subjects)
{
    return gathered(base, subjects, {});
}

Evidence evidenceWithRejected(const EvidenceBase& base, const std::vector<Subject>& subjects)
{
    return gathered(base, subjects, rejectedClaimsOf(base, subjects));
}

namespace
{

/// What the nodes do in the claim: all of its roles that they fill.
std::vector<NamedRole> rolesIn(const EvidenceBase& base, const Claim& claim,
                               const std::set<NodeId>& nodes)
{
    std::vector<NamedRole> roles;
    if (claim.isRelation())
        return roles;
    for (const RoleFiller& filler : claim.roles) {
        const NodeId node = nodeOf(base, filler.filler);
        if (node.isNil() || !nodes.contains(node))
            continue;
        NamedRole role{filler.role, nameOfNode(base, node)};
        if (std::ranges::find(roles, role) == roles.end())
            roles.push_back(std::move(role));
    }
    return roles;
}

std::string aboutOf(const EvidenceBase& base, const Claim& claim)
{
    if (!claim.isRelation()) {
        // Of what is rejected as a whole the graph knows no name.
        std::string name = nameOfNode(base, base.events.nodeOf(claim.event));
        return name.empty() ? base.ontology.event(claim.type).label : name;
    }
    if (claim.roles.size() != 2)
        return base.ontology.relation(claim.type).label;
    return nameOf(FillerBase{base.store, base.events}, claim.roles[0].filler) + " · " +
           base.ontology.relation(claim.type).label + " · " +
           nameOf(FillerBase{base.store, base.events}, claim.roles[1].filler);
}

} // namespace

namespace
{

bool touches(TextSpan passage, const std::vector<Quote>& quotes)
{
    return std::ranges::any_of(quotes, [&](const Quote& quote) {
        return quote.status != QuoteStatus::Missing &&
               std::ranges::any_of(quote.spans, [&](TextSpan span) {
                   return span.begin < passage.end && passage.begin < span.end;
               });
    });
}

bool isBefore(const Article& first, const Article& second)
{
    return first.published && second.published && first.published->latest &&
           second.published->earliest && *first.published->latest < *second.published->earliest;
}

/// The passage that both share and that the claim's words stand in; null: there is none.
const SharedPassage* passageOf(const Copies& copies, const Claim& claim, ArticleId other)
{
    for (const SharedPassage& shared : copies.between(claim.article, other)) {
        if (touches(claim.article < other ? shared.first : shared.second, claim.quotes))
            return &shared;
    }
    return nullptr;
}

/// One that came earlier, if there is one; else any.
std::optional<OtherVersion> otherVersionOf(const EvidenceBase& base, const Claim& claim,
                                           const std::vector<ArticleId>& articles)
{
    if (base.copies == nullptr || base.copies->sharingWith(claim.article).empty())
        return std::nullopt;
    const Article& here = *base.store.article(claim.article);
    std::optional<OtherVersion> found;
    for (const ArticleId other : articles) {
        const SharedPassage* shared =
            other == claim.article ? nullptr : passageOf(*base.copies, claim, other);
        if (shared == nullptr)
            continue;
        const Article& there = *base.store.article(other);
        const bool isEarlier = isBefore(there, here);
        if (found && !isEarlier)
            continue;
        const bool isFirst = claim.article < other;
        found = OtherVersion{
            other, isEarlier,
            differencesOf(here.text->slice(isFirst ? shared->first : shared->second),
                          there.text->slice(isFirst ? shared->second : shared->first))};
        if (isEarlier)
            break;
    }
    return found;
}

} // namespace

EvidenceCard cardOf(const EvidenceBase& base, const Claim& claim, const Interest& interest)
{
    EvidenceCard card;
    const Article* article = base.store.article(claim.article);
    if (!article)
        return card;
    card.claim = claim.id;
    card.article = claim.article;
    card.attribution = attributionOf(base.store, base.events, claim);
    if (card.attribution.kind == AttributionKind::Author && !claim.isRelation())
        card.reported = reportersOf({base.store, base.events}, claim);
    card.roles = rolesIn(base, claim, interest.nodes);
    if (!interest.aboutIsClear)
        card.about = aboutOf(base, claim);
    for (const Quote& quote : claim.quotes) {
        if (quote.status >= card.status && !quote.anchoredBy.empty())
            card.anchoredBy = quote.anchoredBy;
        card.status = std::max(card.status, quote.status);
        card.source = quote.source;
        if (quote.status != QuoteStatus::Missing)
            card.spans.insert(card.spans.end(), quote.spans.begin(), quote.spans.end());
    }
    card.quoted = quotedWords(claim, *article->text);
    card.other = otherVersionOf(base, claim, interest.articles);
    card.excerpt = excerptOf(*article, claim.quotes, wordsOfClaim(base.store, claim));
    return card;
}

} // namespace entente
