// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

#include <QPointF>
#include <QRectF>

#include <variant>

namespace entente
{

// What a movement of the mouse asks of the canvas, in screen coordinates.

/// The scene follows the pointer.
struct PanBy
{
    QPointF delta;
};
/// A click: on the background, a node or an edge.
struct Pick
{
    Target target;
    Qt::KeyboardModifiers modifiers;
    QPointF at;
};
/// A node is being dragged, from where it was pressed.
struct DragNode
{
    NodeId node;
    QPointF from;
    QPointF to;
};
/// It was let go there.
struct DropNode
{
    QPointF at;
    Qt::KeyboardModifiers modifiers; ///< With which it was taken.
};
/// A line is being drawn from a node's handle.
struct DrawLink
{
    NodeId from;
    QPointF to;
};
/// It was let go there.
struct DropLink
{
    NodeId from;
    QPointF at;
};
/// A rubber band is being drawn.
struct DrawBand
{
    QRectF band;
};
/// It was let go: what it holds is meant.
struct TakeBand
{
    QRectF band;
};
/// A right click that did not pan.
struct AskMenu
{
    Target target;
    QPointF at;
};

using MouseIntent = std::variant<std::monostate, PanBy, Pick, DragNode, DropNode, DrawLink,
                                 DropLink, DrawBand, TakeBand, AskMenu>;

/// Tells what presses, movements and releases mean: left-drag on the background or an edge, and
/// middle-, right- and Space-drag anywhere pan; left-drag on a node moves it, from its
/// handle draws a line; Shift-drag on the background draws a band; what moves less than the
/// tolerance is a click. A second button changes nothing of what the first one has begun. Knows no
/// widget.
class CanvasMouse
{
public:
    static constexpr double tolerance = 4; ///< Screen pixels.

    /// @param handle the node whose handle is under the mouse; nil: none is.
    void press(Qt::MouseButton button, Qt::KeyboardModifiers modifiers, QPointF at,
               const Target& under, bool spaceHeld, NodeId handle = {});
    MouseIntent move(QPointF to);
    /// Only the button that began ends it.
    MouseIntent release(Qt::MouseButton button, QPointF at);
    /// Forgets the gesture. @returns whether there was one that had begun to do something.
    bool cancel();

    bool isPressed() const { return m_gesture != Gesture::None; }
    /// With which the gesture began.
    Qt::KeyboardModifiers modifiers() const { return m_modifiers; }

private:
    enum class Gesture { None, Pan, Node, Link, Band };

    Gesture m_gesture = Gesture::None;
    Qt::MouseButton m_button = Qt::NoButton;
    Qt::KeyboardModifiers m_modifiers;
    bool m_clickable = true; ///< Space-drag and middle-drag that did not move pick nothing.
    bool m_moved = false;
    QPointF m_pressedAt;
    QPointF m_last;
    Target m_under;
    NodeId m_handle;
};

} // namespace entente
