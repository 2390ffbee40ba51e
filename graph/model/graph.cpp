// SPDX-License-Identifier: Apache-2.0
#include "graph/model/graph.h"

#include "graph/base/inparallel.h"
#include "graph/model/boostgraph.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace entente
{

std::string_view nameOf(Identity identity)
{
    switch (identity) {
    case Identity::Id:
        return "id";
    case Identity::Name:
        return "name";
    case Identity::Analyst:
        return "analyst";
    }
    return {};
}

int& countOf(ModalityCounts& counts, std::optional<Modality> modality)
{
    return modality ? counts[static_cast<std::size_t>(*modality)] : counts.back();
}

int countOf(const ModalityCounts& counts, std::optional<Modality> modality)
{
    return modality ? counts[static_cast<std::size_t>(*modality)] : counts.back();
}

std::string wordsOf(const ModalityCounts& counts)
{
    std::string words;
    const auto append = [&](std::optional<Modality> modality) {
        if (const int count = countOf(counts, modality); count > 0)
            words += fmt::format("{}{} {}", words.empty() ? "" : ", ", wordsOf(modality), count);
    };
    for (const Modality modality : allModalities)
        append(modality);
    append(std::nullopt);
    return words;
}

const Tie& Edge::tie() const
{
    static const Tie none;
    return ofTie ? *ofTie : none;
}

struct KnowledgeGraph::Indexed
{
    explicit Indexed(std::unique_ptr<const Boost> finished);

    std::unique_ptr<const Boost> graph;
    std::unordered_map<NodeId, Vertex> nodes;
    std::unordered_map<EdgeId, Boost::edge_descriptor> edges;
    std::unordered_map<EntityId, NodeId> entities;
    std::unordered_map<EventId, NodeId> events;
};

KnowledgeGraph::Indexed::Indexed(std::unique_ptr<const Boost> finished)
    : graph(std::move(finished))
{
    nodes.reserve(boost::num_vertices(*graph));
    edges.reserve(boost::num_edges(*graph));
    std::size_t entityCount = 0;
    std::size_t eventCount = 0;
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(*graph))) {
        entityCount += (*graph)[vertex].entities.size();
        eventCount += (*graph)[vertex].events.size();
    }
    entities.reserve(entityCount);
    events.reserve(eventCount);
    const auto indexNodes = [this] {
        for (const Vertex vertex : boost::make_iterator_range(boost::vertices(*graph))) {
            const Node& node = (*graph)[vertex];
            nodes.emplace(node.id, vertex);
            for (const EntityId id : node.entities)
                entities.emplace(id, node.id);
            for (const EventId id : node.events)
                events.emplace(id, node.id);
        }
    };
    const auto indexEdges = [this] {
        for (const auto edge : boost::make_iterator_range(boost::edges(*graph)))
            edges.emplace((*graph)[edge].id, edge);
    };
    sideBySide(boost::num_edges(*graph), indexNodes, indexEdges);
}

KnowledgeGraph::KnowledgeGraph()
    : KnowledgeGraph(std::make_unique<const Boost>())
{
}

KnowledgeGraph::KnowledgeGraph(std::unique_ptr<const Boost> graph)
    : m_indexed(std::make_unique<const Indexed>(std::move(graph)))
{
}

KnowledgeGraph::KnowledgeGraph(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph& KnowledgeGraph::operator=(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph::~KnowledgeGraph() = default;

const KnowledgeGraph::Boost& KnowledgeGraph::boost() const { return *m_indexed->graph; }

int KnowledgeGraph::nodeCount() const { return static_cast<int>(boost::num_vertices(boost())); }
int KnowledgeGraph::edgeCount() const { return static_cast<int>(boost::num_edges(boost())); }

std::vector<NodeId> KnowledgeGraph::nodes() const
{
    std::vector<NodeId> ids;
    ids.reserve(m_indexed->nodes.size());
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(boost())))
        ids.push_back(boost()[vertex].id);
    return ids;
}

std::vector<EdgeId> KnowledgeGraph::edges() const
{
    std::vector<EdgeId> ids;
    ids.reserve(m_indexed->edges.size());
    for (const auto edge : boost::make_iterator_range(boost::edges(boost())))
        ids.push_back(boost()[edge].id);
    return ids;
}

const Node* KnowledgeGraph::node(NodeId id) const
{
    const auto found = m_indexed->nodes.find(id);
    return found == m_indexed->nodes.end() ? nullptr : &boost()[found->second];
}

const Edge* KnowledgeGraph::edge(EdgeId id) const
{
    const auto found = m_indexed->edges.find(id);
    return found == m_indexed->edges.end() ? nullptr : &boost()[found->second];
}

NodeId KnowledgeGraph::nodeOf(EntityId id) const
{
    const auto found = m_indexed->entities.find(id);
    return found == m_indexed->entities.end() ? NodeId() : found->second;
}

NodeId KnowledgeGraph::nodeOf(EventId id) const
{
    const auto found = m_indexed->events.find(id);
    return found == m_indexed->events.end() ? NodeId() : found->second;
}

NodeId KnowledgeGraph::source(EdgeId id) const
{
    return boost()[boost::source(m_indexed->edges.at(id), boost())].id;
}

NodeId KnowledgeGraph::target(EdgeId id) const
{
    return boost()[boost::target(m_indexed->edges.at(id), boost())].id;
}

std::vector<EdgeId> KnowledgeGraph::edgesAt(NodeId id) const
{
    std::vector<EdgeId> ids;
    const auto found = m_indexed->nodes.find(id);
    if (found == m_indexed->nodes.end())
        return ids;
    for (const auto edge : boost::make_iterator_range(boost::out_edges(found->second, boost())))
        ids.push_back(boost()[edge].id);
    for (const auto edge : boost::make_iterator_range(boost::in_edges(found->second, boost()))) {
        if (boost::source(edge, boost()) != found->second) // A loop is listed once.
            ids.push_back(boost()[edge].id);
    }
    return ids;
}

std::vector<NodeId> KnowledgeGraph::neighbours(NodeId id) const
{
    std::vector<NodeId> ids;
    std::unordered_set<NodeId> seen{id};
    for (const EdgeId edge : edgesAt(id)) {
        const NodeId other = source(edge) == id ? target(edge) : source(edge);
        if (seen.insert(other).second)
            ids.push_back(other);
    }
    return ids;
}

} // namespace entente
