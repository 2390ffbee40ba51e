// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

#include <QPointF>

class QPainter;

namespace entente
{

class Viewport;
struct Style;

/// The handle on the rim of a node, from which a line is drawn to another node, and that line.
class LinkDrag
{
public:
    static constexpr double handlePixels = 10;   ///< Its width.
    static constexpr double reachPixels = 9;     ///< From its middle to where it can be grabbed.
    static constexpr double coveredPixels = 18;  ///< Of a smaller node it stands beside the rim.
    static constexpr double leastNodePixels = 5; ///< A smaller node, as of an overview, has none.

    /// Where the handle of a node is, in screen coordinates: at the middle of its right side.
    /// Null when it has none, being too small.
    static QPointF handleOf(const NodeItem& node, const Viewport& viewport);
    static bool isOnHandle(const NodeItem& node, const Viewport& viewport, QPointF screen);

    bool isDrawn() const { return !m_from.isNil(); }
    NodeId from() const { return m_from; }
    /// The node under the mouse, to which the line snaps; nil: there is none.
    NodeId to() const { return m_to; }
    void draw(NodeId from, QPointF screen, NodeId to);
    void clear() { *this = {}; }

    // The painter is in screen coordinates.
    static void paintHandle(QPainter& painter, const NodeItem& node, const Viewport& viewport,
                            const Style& style);
    void paint(QPainter& painter, const Picture& picture, const Viewport& viewport,
               const Style& style) const;

private:
    NodeId m_from, m_to;
    QPointF m_at;
};

/// A ring round a node onto which another is about to be dropped.
void paintTargetRing(QPainter& painter, const NodeItem& node, const Viewport& viewport,
                     const Style& style);

} // namespace entente
