// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/selection.h"

#include "graph/base/overloaded.h"
#include "graph/model/graph.h"

namespace entente
{

namespace
{

void insert(const Target& target, std::set<NodeId>& nodes, std::set<EdgeId>& edges)
{
    std::visit(Overloaded{[](std::monostate) {}, [&](NodeId id) { nodes.insert(id); },
                          [&](EdgeId id) { edges.insert(id); }},
               target);
}

void erase(const Target& target, std::set<NodeId>& nodes, std::set<EdgeId>& edges)
{
    std::visit(Overloaded{[](std::monostate) {}, [&](NodeId id) { nodes.erase(id); },
                          [&](EdgeId id) { edges.erase(id); }},
               target);
}

bool isAmong(const Target& target, const std::set<NodeId>& nodes, const std::set<EdgeId>& edges)
{
    return std::visit(Overloaded{[](std::monostate) { return false; },
                                 [&](NodeId id) { return nodes.contains(id); },
                                 [&](EdgeId id) { return edges.contains(id); }},
                      target);
}

Target firstOf(const std::set<NodeId>& nodes, const std::set<EdgeId>& edges)
{
    if (!nodes.empty())
        return *nodes.begin();
    if (!edges.empty())
        return *edges.begin();
    return {};
}

} // namespace

bool Selection::contains(const Target& target) const { return isAmong(target, m_nodes, m_edges); }

void Selection::set(const Target& target)
{
    std::set<NodeId> nodes;
    std::set<EdgeId> edges;
    insert(target, nodes, edges);
    change(std::move(nodes), std::move(edges), target);
}

void Selection::set(std::set<NodeId> nodes, std::set<EdgeId> edges, const Target& current)
{
    const Target kept = isAmong(current, nodes, edges) ? current : firstOf(nodes, edges);
    change(std::move(nodes), std::move(edges), kept);
}

void Selection::add(const Target& target)
{
    if (std::holds_alternative<std::monostate>(target))
        return;
    std::set<NodeId> nodes = m_nodes;
    std::set<EdgeId> edges = m_edges;
    insert(target, nodes, edges);
    change(std::move(nodes), std::move(edges), target);
}

void Selection::toggle(const Target& target)
{
    if (!contains(target))
        return add(target);
    std::set<NodeId> nodes = m_nodes;
    std::set<EdgeId> edges = m_edges;
    erase(target, nodes, edges);
    set(std::move(nodes), std::move(edges), m_current);
}

void Selection::clear() { set(Target{}); }

void Selection::keepOnly(const KnowledgeGraph& events, const KnowledgeGraph& actors)
{
    std::set<NodeId> nodes = m_nodes;
    std::set<EdgeId> edges = m_edges;
    std::erase_if(nodes, [&](NodeId id) { return !events.node(id) && !actors.node(id); });
    std::erase_if(edges, [&](EdgeId id) { return !events.edge(id) && !actors.edge(id); });
    set(std::move(nodes), std::move(edges), m_current);
}

void Selection::change(std::set<NodeId> nodes, std::set<EdgeId> edges, Target current)
{
    if (nodes == m_nodes && edges == m_edges && current == m_current)
        return;
    m_nodes = std::move(nodes);
    m_edges = std::move(edges);
    m_current = current;
    Q_EMIT changed();
}

} // namespace entente
