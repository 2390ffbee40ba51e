// SPDX-License-Identifier: Apache-2.0
#include "graph/query/asknown.h"

#include "graph/model/boostgraph.h"
#include "graph/model/eventnames.h"
#include "graph/model/judgement.h"
#include "graph/model/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <unordered_set>

namespace entente
{

namespace
{

using Graph = KnowledgeGraph::Boost;
using Vertex = KnowledgeGraph::Vertex;

class AsKnown
{
public:
    AsKnown(const Graph& graph, const Store& store, const Ontology& ontology, Day day,
            bool withUnsaid)
        : m_from(graph)
        , m_store(store)
        , m_ontology(ontology)
        , m_to(std::make_unique<Graph>())
    {
        for (const ArticleId id : store.articles()) {
            const Known known = knownOn(*store.article(id), day);
            if (known == Known::Yes || (known == Known::Unsaid && withUnsaid))
                m_articles.insert(id);
        }
    }

    KnowledgeGraph run()
    {
        m_now.reserve(boost::num_vertices(m_from));
        for (const Vertex vertex : boost::make_iterator_range(boost::vertices(m_from))) {
            Node node = m_from[vertex];
            m_now.push_back(keepKnown(node) ? boost::add_vertex(node, *m_to) : none);
        }
        for (const auto edge : boost::make_iterator_range(boost::edges(m_from))) {
            const Vertex source = m_now[boost::source(edge, m_from)];
            const Vertex target = m_now[boost::target(edge, m_from)];
            Edge known = m_from[edge];
            if (source != none && target != none && keepKnown(known))
                boost::add_edge(source, target, known, *m_to);
        }
        nameEvents(*m_to, m_store, m_ontology);
        for (const Vertex vertex : boost::make_iterator_range(boost::vertices(*m_to)))
            weigh(vertex);
        return KnowledgeGraph(std::move(m_to));
    }

private:
    static constexpr Vertex none = static_cast<Vertex>(-1);

    bool isKnown(ClaimId id) const
    {
        const Claim* claim = m_store.claim(id);
        return claim != nullptr && m_articles.contains(claim->article);
    }
    bool isKnown(MentionId id) const
    {
        const Mention* mention = m_store.mention(id);
        return mention != nullptr && m_articles.contains(mention->article);
    }

    template <class Id>
    void keepKnown(std::vector<Id>& ids) const
    {
        std::erase_if(ids, [this](Id id) { return !isKnown(id); });
    }

    /// @returns whether anything is known of it.
    bool keepKnown(Node& node) const
    {
        keepKnown(node.mentions);
        for (Alias& alias : node.aliases)
            keepKnown(alias.mentions);
        std::erase_if(node.aliases, [](const Alias& alias) { return alias.mentions.empty(); });
        for (HeldPosition& position : node.positions)
            keepKnown(position.claims);
        std::erase_if(node.positions,
                      [](const HeldPosition& position) { return position.claims.empty(); });
        if (node.kind == NodeKind::Entity)
            return !node.mentions.empty();
        const std::size_t all = node.claims.size();
        keepKnown(node.claims);
        if (node.claims.size() < all)
            judge(node);
        return !node.claims.empty();
    }

    void judge(Node& event) const
    {
        std::vector<const Claim*> claims;
        claims.reserve(event.claims.size());
        for (const ClaimId id : event.claims)
            claims.push_back(m_store.claim(id));
        JudgedModality judged = judgeModality(m_store, claims);
        event.modality = judged.modality;
        event.modalityReason = std::move(judged.reason);
        event.contested = judged.contested;
        event.judged = judged.isOwn;
        event.date = judgeDate(m_store, claims);
    }

    bool keepKnown(Edge& edge) const
    {
        const std::size_t all = edge.claims.size();
        keepKnown(edge.claims);
        if (edge.claims.size() < all) {
            const JudgedModality judged = judgeModality(m_store, edge.claims);
            edge.modality = judged.modality;
            edge.contested = judged.contested;
            edge.judged = judged.isOwn;
        }
        return !edge.claims.empty();
    }

    void weigh(Vertex vertex)
    {
        Node& node = (*m_to)[vertex];
        if (node.kind == NodeKind::Event) {
            node.weight = static_cast<int>(node.claims.size());
            return;
        }
        std::unordered_set<Vertex> events;
        for (const auto edge : boost::make_iterator_range(boost::in_edges(vertex, *m_to))) {
            if ((*m_to)[edge].kind == EdgeKind::Role)
                events.insert(boost::source(edge, *m_to));
        }
        node.weight = static_cast<int>(events.size());
    }

    const Graph& m_from;
    const Store& m_store;
    const Ontology& m_ontology;
    std::unique_ptr<Graph> m_to;
    std::unordered_set<ArticleId> m_articles; ///< That count as known.
    std::vector<Vertex> m_now;                ///< Where each came to be.
};

} // namespace

Known knownOn(const Article& article, Day day)
{
    if (!article.published)
        return Known::Unsaid;
    if (article.published->latest && *article.published->latest <= day)
        return Known::Yes;
    return article.published->earliest && *article.published->earliest > day ? Known::Later
                                                                             : Known::Unsaid;
}

KnownArticles knownArticles(const Store& store, Day day)
{
    KnownArticles counts;
    for (const ArticleId id : store.articles()) {
        const Known known = knownOn(*store.article(id), day);
        ++(known == Known::Yes     ? counts.known
           : known == Known::Later ? counts.later
                                   : counts.unsaid);
    }
    return counts;
}

std::string noteOf(const KnownArticles& articles)
{
    std::string words =
        fmt::format(" ({} article{} came later", articles.later, articles.later == 1 ? "" : "s");
    if (articles.unsaid > 0)
        words += fmt::format("; {} without a day {} as known", articles.unsaid,
                             articles.unsaid == 1 ? "counts" : "count");
    return words + ")";
}

KnowledgeGraph asKnownOn(const KnowledgeGraph& events, const Store& store, const Ontology& ontology,
                         Day day, bool withUnsaid)
{
    return AsKnown(events.boost(), store, ontology, day, withUnsaid).run();
}

} // namespace entente
