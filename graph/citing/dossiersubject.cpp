// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/dossiersubject.h"

#include "graph/model/graph.h"
#include "graph/model/meetings.h"
#include "graph/query/neighbourhood.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente
{

namespace
{

/// Of one step of a path; the others are listed.
constexpr std::size_t meetingsOfAStep = 3;

Hop hopOf(const KnowledgeGraph& events, const KnowledgeGraph& actors, const Ontology& ontology,
          EdgeId tie)
{
    Hop hop{actors.source(tie), actors.target(tie), {}, {}};
    if (events.node(hop.from) == nullptr || events.node(hop.to) == nullptr)
        return hop;
    for (const NodeId event : actors.edge(tie)->tie().events) {
        if (events.node(event) == nullptr)
            continue;
        Encounter met = encounterAt(events, ontology, event, hop.from, hop.to);
        hop.meetings.push_back({event, met.modality, std::move(met.roles)});
    }
    for (const EdgeId id : events.edgesAt(hop.from)) {
        const bool isBetween = events.source(id) == hop.to || events.target(id) == hop.to;
        if (isBetween && events.edge(id)->kind == EdgeKind::Relation)
            hop.relations.push_back(id);
    }
    return hop;
}

std::string nameOf(const KnowledgeGraph& events, NodeId id)
{
    const Node* node = events.node(id);
    return node == nullptr ? std::string() : node->name;
}

std::string titleOf(const KnowledgeGraph& events, EdgeId id)
{
    const std::string from = nameOf(events, events.source(id));
    const std::string to = nameOf(events, events.target(id));
    const Edge& edge = *events.edge(id);
    return edge.kind == EdgeKind::Role ? fmt::format("{}: {} as {}", from, to, edge.label)
                                       : fmt::format("{} – {} – {}", from, edge.label, to);
}

/// What a picture shows, put together.
class Part
{
public:
    Part(const KnowledgeGraph& graph, bool isActors)
        : m_graph(graph)
        , m_isActors(isActors)
    {
    }

    void add(NodeId node) { m_nodes.insert(node); }
    void add(EdgeId edge)
    {
        if (m_graph.edge(edge) == nullptr)
            return;
        m_edges.insert(edge);
        m_nodes.insert({m_graph.source(edge), m_graph.target(edge)});
    }
    void add(const Hop& hop, std::size_t meetingsAtMost)
    {
        m_nodes.insert({hop.from, hop.to});
        if (m_isActors)
            return addTie(hop);
        for (const EdgeId relation : hop.relations)
            add(relation);
        std::size_t count = 0;
        for (const HopMeeting& meeting : hop.meetings) {
            if (count++ == meetingsAtMost || isFull())
                return;
            for (const EdgeId role : meeting.roles)
                add(role);
        }
    }
    void addEventsOfSeveral();
    bool isFull() const { return m_nodes.size() >= nodesOnAPage; }

    Shown take(const std::string& reason, bool isOnlyItsEdges) const
    {
        Shown shown = showOnly(m_graph, m_nodes, reason);
        if (isOnlyItsEdges)
            std::erase_if(shown.edges, [&](EdgeId id) { return !m_edges.contains(id); });
        return shown;
    }

private:
    void addTie(const Hop& hop)
    {
        if (m_graph.node(hop.from) == nullptr)
            return;
        for (const EdgeId id : m_graph.edgesAt(hop.from)) {
            if (m_graph.source(id) == hop.to || m_graph.target(id) == hop.to)
                m_edges.insert(id);
        }
    }

    const KnowledgeGraph& m_graph;
    bool m_isActors;
    std::set<NodeId> m_nodes;
    std::set<EdgeId> m_edges;
};

/// Or those who stand there beside each other seem to have nothing to do with each other.
void Part::addEventsOfSeveral()
{
    const std::set<NodeId> before = m_nodes;
    for (const NodeId id : m_graph.nodes()) {
        if (isFull())
            return;
        if (m_graph.node(id)->kind != NodeKind::Event || before.contains(id))
            continue;
        const std::vector<NodeId> there = m_graph.neighbours(id);
        const std::set<NodeId> once(there.begin(), there.end());
        if (std::ranges::count_if(once, [&](NodeId one) { return before.contains(one); }) > 1)
            m_nodes.insert(id);
    }
}

Shown picturedPath(const KnowledgeGraph& graph, const DossierPath& path, bool isActors)
{
    Part part(graph, isActors);
    for (const Chain& chain : path.paths.chains) {
        if (part.isFull())
            break;
        for (const Hop& hop : chain)
            part.add(hop, meetingsOfAStep);
    }
    return part.take(fmt::format("how {} and {} are connected", nameOf(graph, path.request.from),
                                 nameOf(graph, path.request.to)),
                     true);
}

/// The one with who and what is nearest, as far as it can be read.
Shown picturedAround(const KnowledgeGraph& graph, NodeId id, bool isActors)
{
    const Node* node = graph.node(id);
    if (node == nullptr)
        return showOnly(graph, {}, {});
    // From somebody to his meetings, and on to who was there.
    const bool isNear = isActors || node->kind == NodeKind::Event;
    const Reach reach = egoNetwork(graph, id, isNear ? 1 : 2, nodesOnAPage);
    return showOnly(graph, reach.nodes,
                    reach.leftOut > 0 ? "those with most ties around " + node->name
                                      : "what is around " + node->name);
}

} // namespace

std::size_t DossierSubject::size() const
{
    return path ? 1 : nodes.size() + edges.size() + ties.size();
}

DossierSubject subjectOf(const KnowledgeGraph& events, const KnowledgeGraph* actors,
                         const Ontology& ontology, const std::set<NodeId>& nodes,
                         const std::set<EdgeId>& edges)
{
    DossierSubject subject;
    for (const NodeId id : nodes) {
        if (events.node(id) != nullptr)
            subject.nodes.insert(id);
    }
    for (const EdgeId id : edges) {
        if (events.edge(id) != nullptr)
            subject.edges.insert(id);
        else if (actors != nullptr && actors->edge(id) != nullptr)
            subject.ties.push_back(hopOf(events, *actors, ontology, id));
    }
    return subject;
}

std::string titleOf(const KnowledgeGraph& events, const DossierSubject& subject)
{
    if (subject.path)
        return fmt::format("How {} and {} are connected",
                           nameOf(events, subject.path->request.from),
                           nameOf(events, subject.path->request.to));
    if (subject.size() != 1)
        return {};
    if (!subject.nodes.empty())
        return nameOf(events, *subject.nodes.begin());
    if (!subject.edges.empty())
        return titleOf(events, *subject.edges.begin());
    const Hop& tie = subject.ties.front();
    return fmt::format("{} and {}", nameOf(events, tie.from), nameOf(events, tie.to));
}

Shown pictured(const KnowledgeGraph& graph, const DossierSubject& subject, bool isActors)
{
    if (subject.path)
        return picturedPath(graph, *subject.path, isActors);
    if (subject.size() == 1 && !subject.nodes.empty())
        return picturedAround(graph, *subject.nodes.begin(), isActors);
    if (subject.nodes.size() > nodesOnAPage)
        return showBusiest(graph, static_cast<int>(nodesOnAPage));
    Part part(graph, isActors);
    for (const NodeId id : subject.nodes)
        part.add(id);
    for (const EdgeId id : subject.edges)
        part.add(id);
    for (const Hop& tie : subject.ties)
        part.add(tie, nodesOnAPage);
    if (!subject.nodes.empty() && !isActors)
        part.addEventsOfSeveral();
    return part.take("what this is about", subject.nodes.empty());
}

} // namespace entente
