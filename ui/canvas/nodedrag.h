// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"
#include "ui/paint/picture.h"

#include <set>
#include <vector>

class QPainter;

namespace entente
{

class Selection;
struct Style;

/// Which nodes are in the hand and how far they have come; once let go, where they were dropped,
/// until the picture that has them there is on screen.
class NodeDrag
{
public:
    bool isEmpty() const { return m_nodes.empty(); }
    bool isInHand() const { return m_inHand; }
    bool isDropped() const { return !isEmpty() && !m_inHand; }
    /// Whether a picture has come since it was dropped.
    bool hasLanded() const { return m_landed; }
    const std::set<NodeId>& nodes() const { return m_nodes; }
    QPointF by() const { return m_by; } ///< In the scene.

    /// Takes a node into the hand; one of the selected takes the others along.
    void take(NodeId node, const Selection& selection, QPointF scene);
    void moveTo(QPointF scene) { m_by = scene - m_takenAt; }
    /// Lets go. @returns where they are to stand; nothing for nodes that are gone meanwhile.
    std::vector<NodePlacement> drop(const Picture& picture);
    void land() { m_landed = isDropped(); }
    void clear() { *this = {}; }
    /// With their lines, over the picture that they were taken from or dropped on.
    void paint(QPainter& painter, const Picture& picture, const Style& style, double scale) const;

private:
    std::set<NodeId> m_nodes;
    Picture m_droppedOn;
    bool m_inHand = false;
    bool m_landed = false;
    QPointF m_takenAt;
    QPointF m_by;
};

} // namespace entente
