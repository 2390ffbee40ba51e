// SPDX-License-Identifier: Apache-2.0
#include "graph/base/inparallel.h"
#include "graph/base/uuidtext.h"
#include "graph/model/articlevertices.h"
#include "graph/model/boostgraph.h"
#include "graph/model/eventnames.h"
#include "graph/model/identity.h"
#include "graph/model/judgement.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"

#include <boost/container/small_vector.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <initializer_list>
#include <iterator>

namespace entente
{

namespace
{

/// What is said of a position is told apart by its title: the label is part of it.
EdgeId edgeIdFor(NodeId source, std::string_view type, std::string_view label, NodeId target)
{
    std::string name = fmt::format("{}|{}>", type, label);
    appendText(name, target.uuid());
    return EdgeId(uuidFromName(source.uuid(), name));
}

struct JoinedStore
{
    JoinedRecords<EntityId> entities;
    JoinedRecords<EventId> events;
};

JoinedStore join(const Store& store, const Ontology& ontology, IdentityRule rule)
{
    JoinedStore joined;
    sideBySide(
        store.claimCount(), [&] { joined.entities = joinEntities(store, ontology, rule); },
        [&] { joined.events = joinEvents(store); });
    return joined;
}

/// Who is attributed says it; that makes nobody part of what is said.
constexpr std::string_view attributionRole = "Source";

class Fold
{
public:
    Fold(const Store& store, const Ontology& ontology, JoinedStore joined)
        : m_store(store)
        , m_ontology(ontology)
        , m_entities(std::move(joined.entities))
        , m_events(std::move(joined.events))
        , m_articles(articleVertices(store, m_entities, m_events))
        // The vertices are filled in place: to add one to a graph copies it.
        , m_graph(std::make_unique<KnowledgeGraph::Boost>(m_entities.nodes.size() +
                                                          m_events.nodes.size()))
    {
    }

    KnowledgeGraph run()
    {
        sideBySide(
            m_store.claimCount(), [this] { addEntities(); }, [this] { addEvents(); });
        addRoles();
        addRelations();
        addPositions();
        sortPositions();
        judgeEdges();
        nameEvents(*m_graph, m_store, m_ontology);
        weigh();
        return KnowledgeGraph(std::move(m_graph));
    }

private:
    using Vertex = KnowledgeGraph::Vertex;

    void addEntities()
    {
        Vertex vertex = 0;
        for (Joined<EntityId>& joined : m_entities.nodes) {
            const Entity& first = *m_store.entity(joined.members.front());
            Node& node = (*m_graph)[vertex];
            node.id = nodeId(first.id);
            node.kind = NodeKind::Entity;
            node.type = first.type;
            node.ids = std::move(joined.ids);
            node.identity = joined.identity;
            node.isActor = m_ontology.entity(first.type).isActor;
            node.entities = std::move(joined.members);
            ++vertex;
        }
        std::vector<std::vector<const Mention*>> mentions(m_entities.nodes.size());
        forEachArticle([&](const ArticleRecords& records, const ArticleVertices& vertices) {
            for (const Mention& mention : records.mentions) {
                if (const std::optional<Vertex> entity = vertices.of(mention.id))
                    mentions[*entity].push_back(&mention);
            }
        });
        inParallel(mentions.size(),
                   [&](Vertex entity) { nameEntity((*m_graph)[entity], mentions[entity]); });
        takeGivenNames();
    }

    void nameEntity(Node& node, const std::vector<const Mention*>& mentions) const
    {
        std::ranges::transform(mentions, std::back_inserter(node.mentions), &Mention::id);
        std::vector<const Mention*> called; // "he" is nobody's name.
        std::ranges::copy_if(mentions, std::back_inserter(called),
                             [](const Mention* mention) { return mention->form != "Pronoun"; });
        node.aliases = aliasesOf(called.empty() ? mentions : called);
        std::vector<const Mention*> named;
        std::ranges::copy_if(mentions, std::back_inserter(named), [](const Mention* mention) {
            return mention->form != "Nominal" && mention->form != "Pronoun";
        });
        const bool allNamed = named.empty() || named.size() == called.size();
        const bool isPerson = m_ontology.entity(node.type).isPerson;
        node.name = preferredName(allNamed ? node.aliases : aliasesOf(named), node.ids, isPerson);
        if (node.name.empty())
            node.name = node.type;
    }

    /// An analyst's name goes before all others; the last one given, before earlier ones.
    void takeGivenNames()
    {
        auto node = m_entities.nodeOf.begin();
        forEachArticle([&](const ArticleRecords& records, const ArticleVertices&) {
            for (const Entity& entity : records.entities) {
                if (!entity.name.empty())
                    (*m_graph)[*node].name = entity.name;
                ++node;
            }
        });
    }

    void addEvents()
    {
        Vertex vertex = m_entities.nodes.size();
        for (Joined<EventId>& joined : m_events.nodes) {
            Node& node = (*m_graph)[vertex];
            node.id = nodeId(joined.members.front());
            node.kind = NodeKind::Event;
            node.type = m_store.event(joined.members.front())->type;
            node.ids = std::move(joined.ids);
            node.events = std::move(joined.members);
            ++vertex;
        }
        std::vector<std::vector<const Claim*>> claims(boost::num_vertices(*m_graph));
        forEachClaim([&](const Claim& claim, const ArticleVertices& vertices) {
            if (!claim.isRelation())
                claims[vertices.claims.at(claim.id)].push_back(&claim);
        });
        const Vertex first = m_entities.nodes.size();
        inParallel(claims.size() - first, [&](std::size_t event) {
            judgeEvent((*m_graph)[first + event], claims[first + event]);
        });
    }

    void judgeEvent(Node& node, const std::vector<const Claim*>& claims) const
    {
        std::vector<const Mention*> triggers;
        for (const Claim* claim : claims) {
            node.claims.push_back(claim->id);
            if (claim->trigger.isNil())
                continue;
            node.mentions.push_back(claim->trigger);
            triggers.push_back(m_store.mention(claim->trigger));
        }
        node.aliases = aliasesOf(triggers);
        JudgedModality judged = judgeModality(m_store, claims);
        node.modality = judged.modality;
        node.modalityReason = std::move(judged.reason);
        node.contested = judged.contested;
        node.judged = judged.isOwn;
        node.date = judgeDate(m_store, claims);
    }

    void forEachArticle(auto function) const
    {
        for (std::size_t i = 0; i < m_articles.size(); ++i)
            function(m_store.records(m_store.articles()[i]), m_articles[i]);
    }

    /// What an analyst rejected is no part of the graph.
    void forEachClaim(auto function) const
    {
        forEachArticle([&](const ArticleRecords& records, const ArticleVertices& vertices) {
            for (const Claim& claim : records.claims) {
                if (!claim.rejected)
                    function(claim, vertices);
            }
        });
    }

    /// An edge before it is drawn. Its words are those of records, or of the ontology as this
    /// thread has them.
    struct Sketch
    {
        Vertex source, target;
        EdgeKind kind;
        const std::string* type;
        const std::string* label;
    };

    EdgeId idOf(const Sketch& edge) const
    {
        return edgeIdFor((*m_graph)[edge.source].id, *edge.type, *edge.label,
                         (*m_graph)[edge.target].id);
    }

    void addEdge(const Sketch& edge, std::initializer_list<const Claim*> claims)
    {
        addEdge(idOf(edge), edge, claims);
    }

    /// @param id that of idOf().
    void addEdge(EdgeId id, const Sketch& sketch, std::initializer_list<const Claim*> claims)
    {
        const auto [found, isNew] = m_places.try_emplace(id, m_edges.size());
        if (isNew) {
            m_edges.emplace_back().edge =
                boost::add_edge(sketch.source, sketch.target, *m_graph).first;
            Edge& edge = (*m_graph)[m_edges.back().edge];
            edge.id = id;
            edge.kind = sketch.kind;
            edge.type = *sketch.type;
            edge.label = *sketch.label;
        }
        DrawnEdge& drawn = m_edges[found->second];
        for (const Claim* claim : claims) {
            if (std::ranges::find(drawn.claims, claim) != drawn.claims.end())
                continue;
            drawn.claims.push_back(claim);
            (*m_graph)[drawn.edge].claims.push_back(claim->id);
        }
    }

    struct FilledRole
    {
        EdgeId id; ///< Of its edge.
        Sketch edge;
        const Claim* claim;
    };

    /// The ids take most of the time: for all articles at once they are made on all cores.
    void addRoles()
    {
        std::vector<std::vector<FilledRole>> roles(m_articles.size());
        inParallel(roles.size(), [&](std::size_t i) {
            roles[i] = rolesIn(m_store.records(m_store.articles()[i]), m_articles[i]);
        });
        std::size_t count = 0;
        for (const std::vector<FilledRole>& ofArticle : roles)
            count += ofArticle.size();
        m_places.reserve(count);
        for (const std::vector<FilledRole>& ofArticle : roles) {
            for (const auto& [id, edge, claim] : ofArticle)
                addEdge(id, edge, {claim});
        }
    }

    std::vector<FilledRole> rolesIn(const ArticleRecords& records,
                                    const ArticleVertices& vertices) const
    {
        std::vector<FilledRole> roles;
        for (const Claim& claim : records.claims) {
            if (claim.rejected || claim.isRelation())
                continue;
            const Vertex event = vertices.claims.at(claim.id);
            for (const auto& [role, filler] : claim.roles) {
                const std::optional<Vertex> target = vertices.of(filler);
                if (!target || *target == event || role == attributionRole)
                    continue;
                const Sketch edge{event, *target, EdgeKind::Role, &role, &role};
                roles.push_back({idOf(edge), edge, &claim});
            }
        }
        return roles;
    }

    const Mention* positionOf(const Filler& filler) const
    {
        const auto* id = std::get_if<MentionId>(&filler);
        const Mention* mention = id ? m_store.mention(*id) : nullptr;
        return mention && m_ontology.entity(mention->type).use == EntityUse::Position ? mention
                                                                                      : nullptr;
    }

    void addRelations()
    {
        forEachClaim([this](const Claim& claim, const ArticleVertices& vertices) {
            if (!claim.isRelation() || claim.roles.size() != 2 || m_ontology.isIdentity(claim.type))
                return;
            const std::optional<Vertex> from = vertices.of(claim.roles[0].filler);
            const std::optional<Vertex> to = vertices.of(claim.roles[1].filler);
            if (from && to && *from != *to)
                addEdge({*from, *to, EdgeKind::Relation, &claim.type,
                         &m_ontology.relation(claim.type).label},
                        {&claim});
            else if (const Mention* held = positionOf(claim.roles[1].filler); held && from)
                m_holders.push_back({held, *from, &claim});
            else if (const Mention* position = positionOf(claim.roles[0].filler); position && to)
                m_represented[position->id].emplace_back(*to, &claim);
        });
    }

    /// Person → Position → State folds into one edge with the position's title.
    void addPositions()
    {
        for (const auto& [position, holder, claim] : m_holders) {
            const auto represented = m_represented.find(position->id);
            if (represented == m_represented.end()) {
                addPosition(holder, {position->text, {}, {claim->id}});
                continue;
            }
            for (const auto& [body, bodyClaim] : represented->second) {
                addEdge({holder, body, EdgeKind::Relation, &claim->type, &position->text},
                        {claim, bodyClaim});
                addPosition(holder,
                            {position->text, (*m_graph)[body].name, {claim->id, bodyClaim->id}});
            }
        }
    }

    /// The one that most passages name comes first.
    void sortPositions()
    {
        for (const Vertex vertex : boost::make_iterator_range(boost::vertices(*m_graph)))
            std::ranges::stable_sort(
                (*m_graph)[vertex].positions, std::ranges::greater{},
                [](const HeldPosition& position) { return position.claims.size(); });
    }

    void addPosition(Vertex holder, HeldPosition position)
    {
        std::vector<HeldPosition>& held = (*m_graph)[holder].positions;
        const auto same = [&](const HeldPosition& other) {
            return other.title == position.title && other.of == position.of;
        };
        const auto found = std::ranges::find_if(held, same);
        if (found == held.end()) {
            held.push_back(std::move(position));
            return;
        }
        for (const ClaimId claim : position.claims) {
            if (std::ranges::find(found->claims, claim) == found->claims.end())
                found->claims.push_back(claim);
        }
    }

    struct DrawnEdge
    {
        KnowledgeGraph::Boost::edge_descriptor edge;
        boost::container::small_vector<const Claim*, 1> claims; ///< Nearly always one.
    };

    void judgeEdges()
    {
        inParallel(m_edges.size(), [&](std::size_t index) {
            const DrawnEdge& drawn = m_edges[index];
            Edge& edge = (*m_graph)[drawn.edge];
            const JudgedModality judged =
                judgeWithoutReason(m_store, {drawn.claims.data(), drawn.claims.size()});
            edge.modality = judged.modality;
            edge.contested = judged.contested;
            edge.judged = judged.isOwn;
            // An analyst says who took part in it, not whether it happened.
            if (!edge.modality && edge.kind == EdgeKind::Role && judged.isOwn)
                edge.modality = (*m_graph)[boost::source(drawn.edge, *m_graph)].modality;
        });
    }

    void weigh()
    {
        inParallel(boost::num_vertices(*m_graph), [&](Vertex vertex) {
            Node& node = (*m_graph)[vertex];
            if (node.kind == NodeKind::Event) {
                node.weight = static_cast<int>(node.claims.size());
                return;
            }
            std::vector<Vertex> events;
            for (const auto edge : boost::make_iterator_range(boost::in_edges(vertex, *m_graph))) {
                if ((*m_graph)[edge].kind == EdgeKind::Role)
                    events.push_back(boost::source(edge, *m_graph));
            }
            std::ranges::sort(events);
            const auto repeated = std::ranges::unique(events);
            node.weight = static_cast<int>(events.size() - repeated.size());
        });
    }

    struct Holder
    {
        const Mention* position;
        Vertex holder;
        const Claim* claim;
    };

    const Store& m_store;
    const Ontology& m_ontology;
    JoinedRecords<EntityId> m_entities;
    JoinedRecords<EventId> m_events; ///< Their vertices come after those.
    std::vector<ArticleVertices> m_articles;
    std::unique_ptr<KnowledgeGraph::Boost> m_graph;
    std::deque<DrawnEdge> m_edges;
    std::unordered_map<EdgeId, std::size_t> m_places; ///< Among the edges.
    std::vector<Holder> m_holders;
    std::unordered_map<MentionId, std::vector<std::pair<Vertex, const Claim*>>> m_represented;
};

} // namespace

KnowledgeGraph fold(const Store& store, const Ontology& ontology, IdentityRule rule)
{
    return Fold(store, ontology, join(store, ontology, rule)).run();
}

} // namespace entente
