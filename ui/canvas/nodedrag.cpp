// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/nodedrag.h"

#include "ui/canvas/dragghost.h"
#include "ui/workspace/selection.h"

namespace entente
{

void NodeDrag::take(NodeId node, const Selection& selection, QPointF scene)
{
    clear();
    m_nodes = selection.nodes().contains(node) ? selection.nodes() : std::set{node};
    m_inHand = true;
    m_takenAt = scene;
}

std::vector<NodePlacement> NodeDrag::drop(const Picture& picture)
{
    std::vector<NodePlacement> placements;
    for (const NodeId id : m_nodes) {
        if (const NodeItem* item = picture.node(id); item != nullptr) {
            const QPointF to = item->outline.center() + m_by;
            placements.push_back({id, Point{to.x(), to.y()}});
        }
    }
    m_inHand = false;
    m_droppedOn = picture;
    if (placements.empty())
        clear();
    return placements;
}

void NodeDrag::paint(QPainter& painter, const Picture& picture, const Style& style,
                     double scale) const
{
    paintDragGhost(painter, m_inHand ? picture : m_droppedOn, style, m_nodes, m_by, scale);
}

} // namespace entente
