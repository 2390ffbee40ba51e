// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/canvasmouse.h"

#include <QLineF>

#include <utility>

namespace entente
{

void CanvasMouse::press(Qt::MouseButton button, Qt::KeyboardModifiers modifiers, QPointF at,
                        const Target& under, bool spaceHeld, NodeId handle)
{
    if (isPressed())
        return;
    m_button = button;
    m_modifiers = modifiers;
    m_pressedAt = m_last = at;
    m_under = under;
    m_handle = handle;
    m_moved = false;
    const bool plainLeft = button == Qt::LeftButton && !spaceHeld;
    m_clickable = plainLeft || button == Qt::RightButton;
    if (plainLeft && !handle.isNil() && modifiers == Qt::NoModifier)
        m_gesture = Gesture::Link;
    else if (plainLeft && std::holds_alternative<NodeId>(under))
        m_gesture = Gesture::Node;
    else if (plainLeft && modifiers.testFlag(Qt::ShiftModifier))
        m_gesture = Gesture::Band;
    else
        m_gesture = Gesture::Pan;
}

MouseIntent CanvasMouse::move(QPointF to)
{
    if (!isPressed())
        return {};
    if (!m_moved && QLineF(m_pressedAt, to).length() < tolerance)
        return {};
    m_moved = true;
    const QPointF step = to - m_last;
    m_last = to;
    switch (m_gesture) {
    case Gesture::Pan:
        return PanBy{step};
    case Gesture::Node:
        return DragNode{std::get<NodeId>(m_under), m_pressedAt, to};
    case Gesture::Link:
        return DrawLink{m_handle, to};
    case Gesture::Band:
        return DrawBand{QRectF(m_pressedAt, to).normalized()};
    case Gesture::None:
        break;
    }
    return {};
}

MouseIntent CanvasMouse::release(Qt::MouseButton button, QPointF at)
{
    if (!isPressed() || button != m_button)
        return {};
    const Gesture gesture = std::exchange(m_gesture, Gesture::None);
    if (!m_moved) {
        if (!m_clickable)
            return {};
        if (m_button == Qt::RightButton)
            return AskMenu{m_under, at};
        return Pick{m_under, m_modifiers, at};
    }
    if (gesture == Gesture::Node)
        return DropNode{at, m_modifiers};
    if (gesture == Gesture::Link)
        return DropLink{m_handle, at};
    if (gesture == Gesture::Band)
        return TakeBand{QRectF(m_pressedAt, at).normalized()};
    return {};
}

bool CanvasMouse::cancel()
{
    const bool begun = isPressed() && m_moved;
    m_gesture = Gesture::None;
    return begun;
}

} // namespace entente
