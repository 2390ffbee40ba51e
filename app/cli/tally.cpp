// SPDX-License-Identifier: Apache-2.0
#include "app/cli/tally.h"

#include "graph/model/analystsown.h"
#include "graph/query/contested.h"
#include "graph/query/sources.h"

#include <algorithm>
#include <numeric>

namespace entente
{

namespace
{

CountsByName mostFirst(const std::map<std::string, int>& counts)
{
    CountsByName list;
    for (const auto& [name, count] : counts)
        list.push_back({name, count});
    std::ranges::stable_sort(list, std::ranges::greater{}, &CountByName::count);
    return list;
}

ArticleTally articleTally(const Store& store, const Article& article,
                          const std::unordered_set<ClaimId>* claims)
{
    ArticleTally tally;
    tally.name = article.name;
    tally.title = article.title;
    tally.outlet = article.outlet;
    tally.published = article.published ? article.published->text : std::string();
    tally.annotated = article.annotated;
    const ArticleRecords& records = store.records(article.id);
    tally.spans = static_cast<int>(records.mentions.size());
    for (const Claim& claim : records.claims) {
        if (claims != nullptr && !claims->contains(claim.id))
            continue;
        if (claim.isRelation()) {
            ++tally.relationClaims;
        } else {
            ++tally.claims;
            ++countOf(tally.modalities, claim.modality);
        }
    }
    return tally;
}

CountsByName spansOf(const Store& store)
{
    CountsByName counts{{"exact", 0}, {"moved", 0}, {"missing", 0}};
    for (const ArticleId article : store.articles()) {
        if (isAnalystsOwn(*store.article(article)))
            continue;
        for (const Mention& mention : store.records(article).mentions)
            ++counts[static_cast<std::size_t>(mention.status)].count;
    }
    return counts;
}

void takeNodes(Tally& tally, const KnowledgeGraph& events, const Store& store)
{
    tally.contested = static_cast<int>(contestedEvents(events, store).size());
    std::map<std::string, int> entityTypes;
    std::map<std::string, int> eventTypes;
    for (const NodeId id : events.nodes()) {
        const Node& node = *events.node(id);
        const bool isEvent = node.kind == NodeKind::Event;
        ++(isEvent ? eventTypes : entityTypes)[node.type];
        tally.judgedEvents += node.judged ? 1 : 0;
        if (isEvent)
            ++countOf(tally.eventModalities, node.modality);
        tally.joinedByName += node.identity == Identity::Name ? 1 : 0;
    }
    tally.entities = mostFirst(entityTypes);
    tally.events = mostFirst(eventTypes);
}

void takeEdges(Tally& tally, const KnowledgeGraph& events, const Store& store)
{
    std::map<std::string, int> roles;
    std::map<std::string, int> relations;
    for (const EdgeId id : events.edges()) {
        const Edge& edge = *events.edge(id);
        ++(edge.kind == EdgeKind::Role ? roles : relations)[edge.type];
        tally.judged += isJudgementAlone(store, edge.claims) ? 1 : 0;
    }
    tally.roles = mostFirst(roles);
    tally.relations = mostFirst(relations);
}

} // namespace

Tally tallyOf(const Corpus& corpus, const KnowledgeGraph& events, const KnowledgeGraph& actors,
              const std::unordered_set<ClaimId>* claims)
{
    Tally tally;
    for (const ArticleId id : corpus.store.articles()) {
        if (isAnalystsOwn(*corpus.store.article(id))) {
            ++tally.judgements;
            continue;
        }
        const ArticleTally article = articleTally(corpus.store, *corpus.store.article(id), claims);
        tally.annotated += article.annotated ? 1 : 0;
        tally.relationClaims += article.relationClaims;
        for (std::size_t i = 0; i < tally.claims.size(); ++i)
            tally.claims.at(i) += article.modalities.at(i);
        tally.articles.push_back(article);
    }
    tally.spansByStatus = spansOf(corpus.store);
    takeNodes(tally, events, corpus.store);
    takeEdges(tally, events, corpus.store);
    tally.ties = actors.edgeCount();
    tally.problems = {{"error", 0}, {"warning", 0}, {"note", 0}};
    for (const Diagnostic& diagnostic : corpus.diagnostics) {
        const auto found =
            std::ranges::find(tally.problems, nameOf(diagnostic.severity), &CountByName::name);
        ++found->count;
    }
    return tally;
}

int sumOf(const CountsByName& counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0,
                           [](int sum, const CountByName& one) { return sum + one.count; });
}

int sumOf(const ModalityCounts& counts) { return std::accumulate(counts.begin(), counts.end(), 0); }

} // namespace entente
