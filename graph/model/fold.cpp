// SPDX-License-Identifier: Apache-2.0
#include "graph/base/overloaded.h"
#include "graph/model/eventnames.h"
#include "graph/model/graph.h"
#include "graph/model/identity.h"
#include "graph/model/judgement.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <iterator>

namespace entente
{

namespace
{

/// What is said of a position is told apart by its title: the label is part of it.
EdgeId edgeIdFor(NodeId source, std::string_view type, std::string_view label, NodeId target)
{
    return EdgeId(uuidFromName(source.uuid(), fmt::format("{}|{}>{}", type, label, target.text())));
}

/// Who is attributed says it; that makes nobody part of what is said.
constexpr std::string_view attributionRole = "Source";

class Fold
{
public:
    Fold(const Store& store, const Ontology& ontology, IdentityRule rule)
        : m_store(store)
        , m_ontology(ontology)
        , m_entityNodes(joinEntities(store, ontology, rule))
        , m_eventNodes(joinEvents(store))
        // The vertices are filled in place: to add one to a graph copies it.
        , m_graph(
              std::make_unique<KnowledgeGraph::Boost>(m_entityNodes.size() + m_eventNodes.size()))
    {
    }

    KnowledgeGraph run()
    {
        addEntities();
        addEvents();
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
        for (Joined<EntityId>& joined : m_entityNodes) {
            const Entity& first = *m_store.entity(joined.members.front());
            Node& node = (*m_graph)[vertex];
            node.id = nodeId(first.id);
            node.kind = NodeKind::Entity;
            node.type = first.type;
            node.ids = std::move(joined.ids);
            node.identity = joined.identity;
            node.isActor = m_ontology.entity(first.type).isActor;
            node.entities = std::move(joined.members);
            for (const EntityId id : node.entities)
                m_entities.emplace(id, vertex);
            ++vertex;
        }
        std::vector<std::vector<const Mention*>> mentions(m_entityNodes.size());
        for (const ArticleId article : m_store.articles()) {
            for (const Mention& mention : m_store.records(article).mentions) {
                const auto found = m_entities.find(mention.entity);
                if (found != m_entities.end())
                    mentions[found->second].push_back(&mention);
            }
        }
        for (vertex = 0; vertex < m_entityNodes.size(); ++vertex)
            nameEntity((*m_graph)[vertex], mentions[vertex]);
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
        for (const EntityId id : node.entities) {
            if (const std::string& given = m_store.entity(id)->name; !given.empty())
                node.name = given;
        }
        if (node.name.empty())
            node.name = node.type;
    }

    void addEvents()
    {
        Vertex vertex = m_entityNodes.size();
        for (Joined<EventId>& joined : m_eventNodes) {
            Node& node = (*m_graph)[vertex];
            node.id = nodeId(joined.members.front());
            node.kind = NodeKind::Event;
            node.type = m_store.event(joined.members.front())->type;
            node.ids = std::move(joined.ids);
            node.events = std::move(joined.members);
            for (const EventId id : node.events)
                m_events.emplace(id, vertex);
            ++vertex;
        }
        std::vector<std::vector<const Claim*>> claims(boost::num_vertices(*m_graph));
        forEachClaim([&](const Claim& claim) {
            if (!claim.isRelation())
                claims[m_events.at(claim.event)].push_back(&claim);
        });
        for (vertex = m_entityNodes.size(); vertex < claims.size(); ++vertex)
            judgeEvent((*m_graph)[vertex], claims[vertex]);
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
        node.date = judgeDate(m_store, claims);
    }

    template <class Function>
    void forEachClaim(Function function) const
    {
        for (const ArticleId article : m_store.articles()) {
            for (const Claim& claim : m_store.records(article).claims)
                function(claim);
        }
    }

    std::optional<Vertex> vertexOf(const Filler& filler) const
    {
        const auto find = [](const auto& map, const auto& id) {
            const auto found = map.find(id);
            return found == map.end() ? std::nullopt : std::optional(found->second);
        };
        return std::visit(Overloaded{
                              [&](MentionId id) -> std::optional<Vertex> {
                                  const Mention* mention = m_store.mention(id);
                                  return mention ? find(m_entities, mention->entity) : std::nullopt;
                              },
                              [&](ClaimId id) -> std::optional<Vertex> {
                                  const Claim* claim = m_store.claim(id);
                                  return claim ? find(m_events, claim->event) : std::nullopt;
                              },
                          },
                          filler);
    }

    void addEdge(Vertex source, Vertex target, EdgeKind kind, const std::string& type,
                 const std::string& label, std::initializer_list<ClaimId> claims)
    {
        const EdgeId id = edgeIdFor((*m_graph)[source].id, type, label, (*m_graph)[target].id);
        const auto [found, isNew] = m_edges.try_emplace(id);
        if (isNew) {
            found->second = boost::add_edge(source, target, *m_graph).first;
            Edge& edge = (*m_graph)[found->second];
            edge.id = id;
            edge.kind = kind;
            edge.type = type;
            edge.label = label;
        }
        std::vector<ClaimId>& all = (*m_graph)[found->second].claims;
        for (const ClaimId claim : claims) {
            if (std::ranges::find(all, claim) == all.end())
                all.push_back(claim);
        }
    }

    void addRoles()
    {
        forEachClaim([this](const Claim& claim) {
            if (claim.isRelation())
                return;
            const Vertex event = m_events.at(claim.event);
            for (const RoleFiller& role : claim.roles) {
                const std::optional<Vertex> target = vertexOf(role.filler);
                if (target && *target != event && role.role != attributionRole)
                    addEdge(event, *target, EdgeKind::Role, role.role, role.role, {claim.id});
            }
        });
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
        forEachClaim([this](const Claim& claim) {
            if (!claim.isRelation() || claim.roles.size() != 2 || m_ontology.isIdentity(claim.type))
                return;
            const std::optional<Vertex> from = vertexOf(claim.roles[0].filler);
            const std::optional<Vertex> to = vertexOf(claim.roles[1].filler);
            if (from && to && *from != *to)
                addEdge(*from, *to, EdgeKind::Relation, claim.type,
                        m_ontology.relation(claim.type).label, {claim.id});
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
                addEdge(holder, body, EdgeKind::Relation, claim->type, position->text,
                        {claim->id, bodyClaim->id});
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

    void judgeEdges()
    {
        for (const auto descriptor : boost::make_iterator_range(boost::edges(*m_graph))) {
            Edge& edge = (*m_graph)[descriptor];
            const JudgedModality judged = judgeModality(m_store, edge.claims);
            edge.modality = judged.modality;
            edge.contested = judged.contested;
        }
    }

    void weigh()
    {
        for (const Vertex vertex : boost::make_iterator_range(boost::vertices(*m_graph))) {
            Node& node = (*m_graph)[vertex];
            if (node.kind == NodeKind::Event) {
                node.weight = static_cast<int>(node.claims.size());
                continue;
            }
            std::vector<Vertex> events;
            for (const auto edge : boost::make_iterator_range(boost::in_edges(vertex, *m_graph))) {
                if ((*m_graph)[edge].kind == EdgeKind::Role)
                    events.push_back(boost::source(edge, *m_graph));
            }
            std::ranges::sort(events);
            const auto repeated = std::ranges::unique(events);
            node.weight = static_cast<int>(events.size() - repeated.size());
        }
    }

    struct Holder
    {
        const Mention* position;
        Vertex holder;
        const Claim* claim;
    };

    const Store& m_store;
    const Ontology& m_ontology;
    std::vector<Joined<EntityId>> m_entityNodes;
    std::vector<Joined<EventId>> m_eventNodes; ///< Their vertices come after those.
    std::unique_ptr<KnowledgeGraph::Boost> m_graph;
    std::unordered_map<EntityId, Vertex> m_entities;
    std::unordered_map<EventId, Vertex> m_events;
    std::unordered_map<EdgeId, KnowledgeGraph::EdgeDescriptor> m_edges;
    std::vector<Holder> m_holders;
    std::unordered_map<MentionId, std::vector<std::pair<Vertex, const Claim*>>> m_represented;
};

} // namespace

KnowledgeGraph fold(const Store& store, const Ontology& ontology, IdentityRule rule)
{
    return Fold(store, ontology, rule).run();
}

} // namespace entente
