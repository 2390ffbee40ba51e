// SPDX-License-Identifier: Apache-2.0
#include "graph/model/eventnames.h"

#include "graph/base/inparallel.h"
#include "graph/model/boostgraph.h"
#include "graph/model/eventlabel.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"

#include <fmt/format.h>

namespace entente
{

namespace
{

using Vertex = KnowledgeGraph::Vertex;

class EventNames
{
public:
    EventNames(KnowledgeGraph::Boost& graph, const Store& store, const Ontology& ontology)
        : m_graph(graph)
        , m_store(store)
        , m_ontology(ontology)
    {
    }

    void run()
    {
        // What one is named by, names of entities and what is given, is no other event's name.
        inParallel(boost::num_vertices(m_graph), [this](Vertex vertex) {
            if (m_graph[vertex].kind == NodeKind::Event)
                name(vertex);
        });
    }

private:
    void name(Vertex vertex)
    {
        Node& node = m_graph[vertex];
        node.title = titleOf(vertex, false);
        node.name = labelFrom(node, node.title);
        if (node.title.empty() && !node.aliases.empty())
            node.name += fmt::format(": “{}”", node.aliases.front().name);
        if (node.date)
            node.name += ", " + wordsOf(*node.date);
    }

    std::string labelFrom(const Node& node, const std::string& title) const
    {
        const std::string& type = m_ontology.event(node.type).label;
        return title.empty() ? type : fmt::format("{}: {}", type, title);
    }

    std::string titleOf(Vertex event, bool nested) const
    {
        const Node& node = m_graph[event];
        for (const EventId id : node.events) {
            if (const std::string& given = m_store.event(id)->title; !given.empty())
                return given;
        }
        const std::string& pattern = m_ontology.event(node.type).title;
        return titleFrom(pattern,
                         [&](std::string_view role) { return namesInRole(event, role, nested); });
    }

    std::vector<std::string> namesInRole(Vertex event, std::string_view role, bool nested) const
    {
        std::vector<std::string> names;
        for (const auto edge : boost::make_iterator_range(boost::out_edges(event, m_graph))) {
            if (m_graph[edge].type != role || m_graph[edge].kind != EdgeKind::Role)
                continue;
            const Vertex target = boost::target(edge, m_graph);
            const Node& node = m_graph[target];
            if (node.kind == NodeKind::Entity)
                names.push_back(node.name);
            else if (!nested) // A visit may be asked for in an invitation to it: one step is
                              // enough.
                names.push_back(labelFrom(node, titleOf(target, true)));
        }
        return names;
    }

    KnowledgeGraph::Boost& m_graph;
    const Store& m_store;
    const Ontology& m_ontology;
};

} // namespace

void nameEvents(KnowledgeGraph::Boost& graph, const Store& store, const Ontology& ontology)
{
    EventNames(graph, store, ontology).run();
}

} // namespace entente
