// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

#include <QObject>

#include <set>

namespace entente
{

class KnowledgeGraph;

/// What is selected, shared by canvas, lists and panels: who changes it tells the others by it, and
/// nobody knows the others. It is a way of looking, not an edit: it moves nothing and is not
/// undone.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const std::set<NodeId>& nodes() const { return m_nodes; }
    const std::set<EdgeId>& edges() const { return m_edges; }
    /// The one that was picked last and is still selected: what the evidence panel shows.
    /// Monostate when nothing is selected.
    const Target& current() const { return m_current; }
    bool isEmpty() const { return m_nodes.empty() && m_edges.empty(); }
    bool contains(const Target& target) const;

    // Each of these signals changed() if it changed anything, once.
    /// Selects this alone; the background (monostate) clears.
    void set(const Target& target);
    /// Selects these, however many, at once; the current one is the given one if it is among them,
    /// else the first node, or the first edge.
    void set(std::set<NodeId> nodes, std::set<EdgeId> edges, const Target& current = {});
    void add(const Target& target);
    void toggle(const Target& target);
    void clear();
    /// Lets go of what neither graph has (any more).
    void keepOnly(const KnowledgeGraph& events, const KnowledgeGraph& actors);

Q_SIGNALS:
    void changed();

private:
    void change(std::set<NodeId> nodes, std::set<EdgeId> edges, Target current);

    std::set<NodeId> m_nodes;
    std::set<EdgeId> m_edges;
    Target m_current;
};

} // namespace entente
