// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/boostgraph.h"
#include "graph/model/shown.h"
#include "ui/paint/findings.h"
#include "ui/paint/picture.h"
#include "ui/paint/style.h"

#include <cmath>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace entente
{

/// A graph put together by hand, with a place for each node, for tests of pictures.
class DrawnGraph
{
public:
    DrawnGraph()
    {
        addEntityType("Person", Shape::Circle);
        addEntityType("State", Shape::RoundedSquare);
        addEntityType("Organization", Shape::Hexagon);
        addEntityType("Group", Shape::DoubleCircle);
        addEntityType("Place", Shape::Pill);
        addEntityType("Topic", Shape::Tag);
        EventType visit;
        visit.name = visit.label = "Visit";
        visit.family = "Contact";
        visit.light = {0x7C3AED, 0xFFFFFF};
        visit.dark = {0xB69CFA, 0x1B1E24};
        ontology.events.emplace("Visit", visit);
    }

    /// A node at a place; "Visit" makes it an event.
    Node& add(const std::string& type, const std::string& name, Point at)
    {
        Node node;
        node.id = NodeId(Uuid{1, m_next++});
        node.kind = type == "Visit" ? NodeKind::Event : NodeKind::Entity;
        node.type = type;
        node.name = name;
        if (node.kind == NodeKind::Event) {
            node.title = name;
            node.modality = Modality::Happened;
        }
        const auto vertex = boost::add_vertex(node, *m_graph);
        arrangement.nodes[node.id] = at;
        return (*m_graph)[vertex];
    }

    /// From the nth node to another.
    Edge& join(std::size_t from, std::size_t to, const std::string& role)
    {
        Edge edge;
        edge.id = EdgeId(Uuid{2, m_next++});
        edge.type = edge.label = role;
        edge.modality = Modality::Happened;
        const auto added = boost::add_edge(from, to, edge, *m_graph);
        return (*m_graph)[added.first];
    }

    Picture picture(const Style& style = Style::of(Theme::Light)) const
    {
        const KnowledgeGraph graph(std::make_unique<KnowledgeGraph::Boost>(*m_graph));
        return makePicture(graph, showAll(graph), arrangement, ontology, style);
    }

    Picture picture(const Findings& findings, const Style& style = Style::of(Theme::Light)) const
    {
        const KnowledgeGraph graph(std::make_unique<KnowledgeGraph::Boost>(*m_graph));
        return makePicture(graph, showAll(graph), arrangement, ontology, style, findings);
    }

    /// Of the nth nodes alone.
    Picture pictureOf(const std::vector<std::size_t>& nth,
                      const Style& style = Style::of(Theme::Light)) const
    {
        const KnowledgeGraph graph(std::make_unique<KnowledgeGraph::Boost>(*m_graph));
        std::set<NodeId> nodes;
        for (const std::size_t i : nth)
            nodes.insert(node(i));
        return makePicture(graph, showOnly(graph, nodes, "a part"), arrangement, ontology, style);
    }

    LayoutRequest request() const
    {
        const KnowledgeGraph graph(std::make_unique<KnowledgeGraph::Boost>(*m_graph));
        return makeLayoutRequest(graph, showAll(graph), ontology, Style::of(Theme::Light));
    }

    NodeId node(std::size_t nth) const { return (*m_graph)[nth].id; }

    Ontology ontology;
    Arrangement arrangement;

private:
    void addEntityType(const std::string& name, Shape shape)
    {
        EntityType type;
        type.name = type.label = name;
        type.shape = shape;
        type.light = {0x0B6BA8, 0xE6F1F8};
        type.dark = {0x6CB8EA, 0x15303F};
        ontology.entities.emplace(name, type);
    }

    std::unique_ptr<KnowledgeGraph::Boost> m_graph = std::make_unique<KnowledgeGraph::Boost>();
    std::uint64_t m_next = 1;
};

/// A visit in the middle and one node of each kind about it.
inline DrawnGraph oneOfEachKind()
{
    DrawnGraph graph;
    graph.add("Visit", "Choe Son-hui to Russia", {500, 400});
    graph.add("Person", "Choe Son-hui", {150, 150})
        .positions.push_back({"Foreign Minister", "North Korea", {}});
    graph.add("State", "Russia", {500, 100}).ids.push_back({"ISO3166", "RUS", "Russia"});
    graph.add("Organization", "Rodong Sinmun", {850, 150});
    graph.add("Group", "North Korean workers", {850, 650});
    graph.add("Place", "Vladivostok", {500, 700});
    graph.add("Topic", "economic cooperation", {150, 650});
    graph.join(0, 1, "Visitor");
    graph.join(0, 2, "Destination");
    graph.join(0, 3, "Source");
    graph.join(0, 4, "Participant");
    graph.join(0, 5, "Place");
    graph.join(0, 6, "Topic");
    return graph;
}

/// A grid of events and people, each event joined to a few near people; the same every time.
inline DrawnGraph gridOf(int nodes, int edges)
{
    DrawnGraph graph;
    const int columns = static_cast<int>(std::ceil(std::sqrt(nodes)));
    for (int i = 0; i < nodes; ++i) {
        const int row = i / columns;
        const Point at{240.0 * (i % columns), 170.0 * row};
        const bool event = i % 2 == 1;
        Node& node =
            graph.add(event ? "Visit" : "Person",
                      (event ? "Visit of delegation " : "Person ") + std::to_string(i), at);
        node.weight = (i * 7919) % 101;
        if (event)
            node.modality = allModalities[static_cast<std::size_t>(i) % std::size(allModalities)];
    }
    for (int i = 0; i < edges; ++i) {
        const int from = (i * 2 + 1) % nodes | 1;
        const int hop = (i * 31) % (columns * 6);
        const int to = (from + 1 + hop) % nodes & ~1;
        Edge& edge = graph.join(static_cast<std::size_t>(std::min(from, nodes - 1)),
                                static_cast<std::size_t>(to), "Participant");
        edge.modality = allModalities[static_cast<std::size_t>(i) % std::size(allModalities)];
    }
    return graph;
}

} // namespace entente
