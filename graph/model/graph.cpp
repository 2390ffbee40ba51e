// SPDX-License-Identifier: Apache-2.0
#include "graph/model/graph.h"

#include <fmt/format.h>

#include <algorithm>

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

KnowledgeGraph::KnowledgeGraph(std::unique_ptr<const Boost> graph)
    : m_graph(std::move(graph))
{
    m_nodes.reserve(boost::num_vertices(*m_graph));
    m_edges.reserve(boost::num_edges(*m_graph));
    std::size_t entities = 0;
    std::size_t events = 0;
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(*m_graph))) {
        entities += (*m_graph)[vertex].entities.size();
        events += (*m_graph)[vertex].events.size();
    }
    m_entities.reserve(entities);
    m_events.reserve(events);
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(*m_graph))) {
        const Node& node = (*m_graph)[vertex];
        m_nodes.emplace(node.id, vertex);
        for (const EntityId id : node.entities)
            m_entities.emplace(id, node.id);
        for (const EventId id : node.events)
            m_events.emplace(id, node.id);
    }
    for (const EdgeDescriptor edge : boost::make_iterator_range(boost::edges(*m_graph)))
        m_edges.emplace((*m_graph)[edge].id, edge);
}

std::vector<NodeId> KnowledgeGraph::nodes() const
{
    std::vector<NodeId> ids;
    ids.reserve(m_nodes.size());
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(*m_graph)))
        ids.push_back((*m_graph)[vertex].id);
    return ids;
}

std::vector<EdgeId> KnowledgeGraph::edges() const
{
    std::vector<EdgeId> ids;
    ids.reserve(m_edges.size());
    for (const EdgeDescriptor edge : boost::make_iterator_range(boost::edges(*m_graph)))
        ids.push_back((*m_graph)[edge].id);
    return ids;
}

const Node* KnowledgeGraph::node(NodeId id) const
{
    const auto found = m_nodes.find(id);
    return found == m_nodes.end() ? nullptr : &(*m_graph)[found->second];
}

const Edge* KnowledgeGraph::edge(EdgeId id) const
{
    const auto found = m_edges.find(id);
    return found == m_edges.end() ? nullptr : &(*m_graph)[found->second];
}

NodeId KnowledgeGraph::nodeOf(EntityId id) const
{
    const auto found = m_entities.find(id);
    return found == m_entities.end() ? NodeId() : found->second;
}

NodeId KnowledgeGraph::nodeOf(EventId id) const
{
    const auto found = m_events.find(id);
    return found == m_events.end() ? NodeId() : found->second;
}

NodeId KnowledgeGraph::source(EdgeId id) const
{
    return (*m_graph)[boost::source(m_edges.at(id), *m_graph)].id;
}

NodeId KnowledgeGraph::target(EdgeId id) const
{
    return (*m_graph)[boost::target(m_edges.at(id), *m_graph)].id;
}

std::vector<EdgeId> KnowledgeGraph::edgesAt(NodeId id) const
{
    std::vector<EdgeId> ids;
    const auto found = m_nodes.find(id);
    if (found == m_nodes.end())
        return ids;
    for (const EdgeDescriptor edge :
         boost::make_iterator_range(boost::out_edges(found->second, *m_graph)))
        ids.push_back((*m_graph)[edge].id);
    for (const EdgeDescriptor edge :
         boost::make_iterator_range(boost::in_edges(found->second, *m_graph))) {
        if (boost::source(edge, *m_graph) != found->second) // A loop is listed once.
            ids.push_back((*m_graph)[edge].id);
    }
    return ids;
}

std::vector<NodeId> KnowledgeGraph::neighbours(NodeId id) const
{
    std::vector<NodeId> ids;
    for (const EdgeId edge : edgesAt(id)) {
        const NodeId other = source(edge) == id ? target(edge) : source(edge);
        if (other != id && std::ranges::find(ids, other) == ids.end())
            ids.push_back(other);
    }
    return ids;
}

} // namespace entente
