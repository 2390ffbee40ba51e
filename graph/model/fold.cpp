// SPDX-License-Identifier: Apache-2.0
#include "graph/base/overloaded.h"
#include "graph/model/eventlabel.h"
#include "graph/model/graph.h"
#include "graph/model/identity.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace entente
{

namespace
{

EdgeId edgeIdFor(NodeId source, std::string_view type, NodeId target)
{
    return EdgeId(uuidFromName(source.uuid(), fmt::format("{}>{}", type, target.text())));
}

/// Who is attributed says it; that makes nobody part of what is said.
constexpr std::string_view attributionRole = "Source";

class Fold
{
public:
    Fold(const Store& store, const Ontology& ontology, IdentityRule rule)
        : m_store(store)
        , m_ontology(ontology)
        , m_rule(rule)
        , m_graph(std::make_unique<KnowledgeGraph::Boost>())
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
        nameEvents();
        weigh();
        return KnowledgeGraph(std::move(m_graph));
    }

private:
    using Vertex = KnowledgeGraph::Vertex;

    void addEntities()
    {
        for (Joined<EntityId>& joined : joinEntities(m_store, m_ontology, m_rule)) {
            const Entity& first = *m_store.entity(joined.members.front());
            Node node;
            node.id = nodeId(first.id);
            node.kind = NodeKind::Entity;
            node.type = first.type;
            node.ids = std::move(joined.ids);
            node.identity = joined.identity;
            node.isActor = m_ontology.entity(first.type).isActor;
            node.entities = std::move(joined.members);
            const Vertex vertex = boost::add_vertex(std::move(node), *m_graph);
            for (const EntityId id : (*m_graph)[vertex].entities)
                m_entities.emplace(id, vertex);
        }
        for (const ArticleId article : m_store.articles()) {
            for (const Mention& mention : m_store.records(article).mentions) {
                const auto found = m_entities.find(mention.entity);
                if (found != m_entities.end())
                    (*m_graph)[found->second].mentions.push_back(mention.id);
            }
        }
        for (const Vertex vertex : boost::make_iterator_range(boost::vertices(*m_graph)))
            nameEntity((*m_graph)[vertex]);
    }

    void nameEntity(Node& node) const
    {
        node.aliases = aliasesOf(m_store, node.mentions);
        std::vector<MentionId> named;
        for (const MentionId id : node.mentions) {
            const std::string& form = m_store.mention(id)->form;
            if (form != "Nominal" && form != "Pronoun")
                named.push_back(id);
        }
        const std::vector<Alias> names = named.empty() ? node.aliases : aliasesOf(m_store, named);
        const bool isPerson = m_ontology.entity(node.type).shape == Shape::Circle;
        node.name = preferredName(names, node.ids, isPerson);
        for (const EntityId id : node.entities) {
            if (const std::string& given = m_store.entity(id)->name; !given.empty())
                node.name = given;
        }
        if (node.name.empty())
            node.name = node.type;
    }

    void addEvents()
    {
        for (Joined<EventId>& joined : joinEvents(m_store)) {
            Node node;
            node.id = nodeId(joined.members.front());
            node.kind = NodeKind::Event;
            node.type = m_store.event(joined.members.front())->type;
            node.ids = std::move(joined.ids);
            node.events = std::move(joined.members);
            const Vertex vertex = boost::add_vertex(std::move(node), *m_graph);
            for (const EventId id : (*m_graph)[vertex].events)
                m_events.emplace(id, vertex);
        }
        forEachClaim([this](const Claim& claim) {
            if (claim.isRelation())
                return;
            Node& node = (*m_graph)[m_events.at(claim.event)];
            node.claims.push_back(claim.id);
            if (!claim.trigger.isNil())
                node.mentions.push_back(claim.trigger);
        });
        for (const auto& [id, vertex] : m_events)
            judgeEvent((*m_graph)[vertex]);
    }

    void judgeEvent(Node& node) const
    {
        JudgedModality judged = judgeModality(m_store, node.claims);
        node.modality = judged.modality;
        node.modalityReason = std::move(judged.reason);
        node.contested = judged.contested;
        node.date = dateOf(node.claims);
        node.aliases = aliasesOf(m_store, node.mentions);
    }

    /// The most precise of the dates; where they exclude each other, of those in the latest report.
    std::optional<Edtf> dateOf(const std::vector<ClaimId>& claims) const
    {
        struct Dated
        {
            const Edtf* date;
            std::optional<Day> reported;
        };
        std::vector<Dated> dates;
        for (const ClaimId id : claims) {
            const Claim& claim = *m_store.claim(id);
            const std::optional<Edtf>& published = m_store.article(claim.article)->published;
            for (const Edtf& date : claim.dates)
                dates.push_back({&date, published ? published->latest : std::nullopt});
        }
        const Dated* best = nullptr;
        for (const Dated& dated : dates) {
            if (!best || (excludeEachOther(*dated.date, *best->date)
                              ? dated.reported > best->reported
                              : isMorePrecise(*dated.date, *best->date)))
                best = &dated;
        }
        return best ? std::optional(*best->date) : std::nullopt;
    }

    static bool isMorePrecise(const Edtf& a, const Edtf& b)
    {
        const auto rank = [](const Edtf& date) {
            const bool isOpen = !date.earliest || !date.latest;
            const int days = isOpen ? 0
                                    : (date.latest->year - date.earliest->year) * 372 +
                                          (date.latest->month - date.earliest->month) * 31 +
                                          (date.latest->day - date.earliest->day);
            return std::tuple(isOpen, days, date.uncertain || date.approximate);
        };
        return rank(a) < rank(b);
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
                 const std::string& label, const std::vector<ClaimId>& claims)
    {
        // What is said of a position is told apart by its title.
        const EdgeId id =
            edgeIdFor((*m_graph)[source].id, type + "|" + label, (*m_graph)[target].id);
        auto found = m_edges.find(id);
        if (found == m_edges.end()) {
            Edge edge;
            edge.id = id;
            edge.kind = kind;
            edge.type = type;
            edge.label = label;
            found =
                m_edges
                    .emplace(id, boost::add_edge(source, target, std::move(edge), *m_graph).first)
                    .first;
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
        if (const auto found = std::ranges::find_if(held, same); found != held.end())
            found->claims.insert(found->claims.end(), position.claims.begin(),
                                 position.claims.end());
        else
            held.push_back(std::move(position));
    }

    void judgeEdges()
    {
        for (const auto& [id, descriptor] : m_edges) {
            Edge& edge = (*m_graph)[descriptor];
            if (edge.kind != EdgeKind::Role)
                continue;
            const JudgedModality judged = judgeModality(m_store, edge.claims);
            edge.modality = judged.modality;
            edge.contested = judged.contested;
        }
    }

    std::vector<std::string> namesInRole(Vertex event, std::string_view role, bool nested) const
    {
        std::vector<std::string> names;
        for (const auto edge : boost::make_iterator_range(boost::out_edges(event, *m_graph))) {
            if ((*m_graph)[edge].type != role || (*m_graph)[edge].kind != EdgeKind::Role)
                continue;
            const Vertex target = boost::target(edge, *m_graph);
            const Node& node = (*m_graph)[target];
            if (node.kind == NodeKind::Entity)
                names.push_back(node.name);
            else if (!nested) // A visit may be asked for in an invitation to it: one step is
                              // enough.
                names.push_back(labelOf(target, true));
        }
        return names;
    }

    std::string titleOf(Vertex event, bool nested) const
    {
        const Node& node = (*m_graph)[event];
        for (const EventId id : node.events) {
            if (const std::string& given = m_store.event(id)->title; !given.empty())
                return given;
        }
        const std::string& pattern = m_ontology.event(node.type).title;
        return titleFrom(pattern,
                         [&](std::string_view role) { return namesInRole(event, role, nested); });
    }

    std::string labelOf(Vertex event, bool nested) const
    {
        const std::string title = titleOf(event, nested);
        const std::string& type = m_ontology.event((*m_graph)[event].type).label;
        return title.empty() ? type : fmt::format("{}: {}", type, title);
    }

    void nameEvents()
    {
        std::set<Vertex> events;
        for (const auto& [id, vertex] : m_events)
            events.insert(vertex);
        for (const Vertex vertex : events) {
            Node& node = (*m_graph)[vertex];
            node.title = titleOf(vertex, false);
            node.name = labelOf(vertex, false);
            if (node.title.empty() && !node.aliases.empty())
                node.name += fmt::format(": “{}”", node.aliases.front().name);
            if (node.date)
                node.name += ", " + wordsOf(*node.date);
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
            std::set<Vertex> events;
            for (const auto edge : boost::make_iterator_range(boost::in_edges(vertex, *m_graph))) {
                if ((*m_graph)[edge].kind == EdgeKind::Role)
                    events.insert(boost::source(edge, *m_graph));
            }
            node.weight = static_cast<int>(events.size());
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
    IdentityRule m_rule;
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
