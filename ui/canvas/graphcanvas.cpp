// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/graphcanvas.h"

#include "graph/base/overloaded.h"
#include "ui/canvas/canvasaccess.h"
#include "ui/canvas/steering.h"
#include "ui/paint/outline.h"
#include "ui/paint/painter.h"
#include "ui/workspace/selection.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace entente
{

namespace
{

/// In screen coordinates.
void paintBand(QPainter& painter, const Style& style, const QRectF& band)
{
    QColor fill = style.selection;
    fill.setAlphaF(0.15F);
    painter.setPen(QPen(style.selection, 1));
    painter.setBrush(fill);
    painter.drawRect(band);
}

/// That keys go to the canvas, for who came by them.
void paintFocus(QPainter& painter, const Style& style, const QRect& all)
{
    painter.setPen(QPen(style.selection, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(all).adjusted(1, 1, -1, -1));
}

/// Of an arrow key; null of any other.
QPointF directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace

GraphCanvas::GraphCanvas(Selection& selection, QWidget* parent)
    : PictureView(parent)
    , m_selection(selection)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restBeforeEmphasis);
    m_dropEnds.setSingleShot(true);
    m_dropEnds.setInterval(longestDrop);
    connect(&m_rest, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(&m_dropEnds, &QTimer::timeout, this, &GraphCanvas::forgetDrop);
    connect(&selection, &Selection::changed, this, &GraphCanvas::onSelectionChanged);
    exposeCanvases();
    describe();
}

GraphCanvas::~GraphCanvas() = default;

void GraphCanvas::setPicture(const Picture& picture, bool anew)
{
    m_drag.land();
    if (picture.boundsOf(m_hovered).isNull())
        m_hovered = {};
    PictureView::setPicture(picture, anew);
    describe();
    announcePicture(*this);
}

void GraphCanvas::turnTo(int page)
{
    letGo();
    m_hovered = {};
    PictureView::turnTo(page);
}

void GraphCanvas::fitSelection()
{
    QRectF bounds;
    for (const NodeId node : m_selection.nodes())
        bounds |= picture().boundsOf(node);
    for (const EdgeId edge : m_selection.edges())
        bounds |= picture().boundsOf(edge);
    if (bounds.isNull())
        fitAll();
    else
        fit(bounds);
}

void GraphCanvas::bringOut(const std::set<NodeId>& nodes, const std::set<EdgeId>& edges)
{
    m_foundNodes = nodes;
    m_foundEdges = edges;
    update();
}

void GraphCanvas::onSelectionChanged()
{
    if (!m_selection.contains(awaited()))
        awaitNothing();
    describe();
    announceSelection(*this);
    update();
}

void GraphCanvas::describe()
{
    setAccessibleName(tr("Graph"));
    setAccessibleDescription(tr("%1 nodes, %2 edges; %3 selected")
                                 .arg(picture().nodes().size())
                                 .arg(picture().edges().size())
                                 .arg(m_selection.nodes().size() + m_selection.edges().size()));
}

void GraphCanvas::paintOver(QPainter& painter, const Picture& seen)
{
    const double scale = viewport().scale();
    // Not before, or a dropped node would be seen where it was for a moment.
    if (m_drag.hasLanded() && isOnScreen())
        m_drag.clear();
    Highlight highlight{.selectedNodes = m_selection.nodes(),
                        .selectedEdges = m_selection.edges(),
                        .foundNodes = m_foundNodes,
                        .foundEdges = m_foundEdges,
                        .hovered = emphasised()};
    for (const NodeId node : m_drag.nodes()) {
        highlight.selectedNodes.erase(node);
        highlight.foundNodes.erase(node);
    }
    paintHighlight(painter, seen, look(), highlight, scale);
    if (!m_drag.isEmpty())
        m_drag.paint(painter, picture(), look(), scale);
    painter.resetTransform();
    paintHandles(painter, seen);
    if (!m_band.isNull())
        paintBand(painter, look(), m_band);
    if (m_isWalkedInto)
        paintFocus(painter, look(), rect());
}

/// The handle of what stands out; what is being drawn; what something would be dropped onto.
void GraphCanvas::paintHandles(QPainter& painter, const Picture& seen)
{
    painter.save();
    const Target target = emphasised();
    const auto* node = std::get_if<NodeId>(&target);
    if (m_link.isDrawn())
        m_link.paint(painter, seen, viewport(), look());
    else if (const NodeItem* onto = seen.node(m_onto); onto != nullptr)
        paintTargetRing(painter, *onto, viewport(), look());
    else if (node != nullptr && !m_mouse.isPressed() && seen.node(*node) != nullptr)
        LinkDrag::paintHandle(painter, *seen.node(*node), viewport(), look());
    painter.restore();
}

// Mouse ------------------------------------------------------------------------------------------

void GraphCanvas::mousePressEvent(QMouseEvent* event)
{
    if (m_mouse.isPressed())
        return;
    stopMotion();
    m_isWalkedInto = false;
    forgetDrop(); // Its picture may never come.
    m_mouse.press(event->button(), event->modifiers(), event->position(), at(event->position()),
                  m_spaceHeld, handleAt(event->position()));
}

void GraphCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    // The second press may also begin a drag, or be a click of its own.
    const bool isPlain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    const bool activates = isPlain && !m_spaceHeld && !m_mouse.isPressed() &&
                           badgeAt(event->position()).isNil(); // There it is two clicks.
    mousePressEvent(event);
    const Target under = at(event->position());
    if (activates && !std::holds_alternative<std::monostate>(under))
        Q_EMIT activated(under);
}

void GraphCanvas::mouseMoveEvent(QMouseEvent* event)
{
    // A release is lost when another window comes up.
    if (m_mouse.isPressed() && event->buttons() == Qt::NoButton)
        letGo();
    if (m_mouse.isPressed())
        return perform(m_mouse.move(event->position()));
    hover(event->position());
}

void GraphCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    perform(m_mouse.release(event->button(), event->position()));
    if (!m_mouse.isPressed())
        hover(event->position());
}

void GraphCanvas::leaveEvent(QEvent*) { point({}); }

void GraphCanvas::perform(const MouseIntent& intent)
{
    std::visit(Overloaded{
                   [](std::monostate) {},
                   [this](const PanBy& by) {
                       pan(by.delta);
                       setCursor(Qt::ClosedHandCursor);
                   },
                   [this](const Pick& click) { pick(click); },
                   [this](const DragNode& node) { drag(node); },
                   [this](const DropNode& node) { drop(node); },
                   [this](const DrawLink& link) {
                       m_link.draw(link.from, link.to, nodeBelow(link.to));
                       setCursor(Qt::CrossCursor);
                       update();
                   },
                   [this](const DropLink& link) { dropLink(link); },
                   [this](const DrawBand& draw) {
                       m_band = draw.band;
                       update();
                   },
                   [this](const TakeBand& take) { takeBand(take.band); },
                   [this](const AskMenu& ask) {
                       Q_EMIT menuRequested(ask.target, mapToGlobal(ask.at).toPoint());
                   },
               },
               intent);
}

void GraphCanvas::cancel()
{
    if (!letGo() && !(m_stopWork && m_stopWork()))
        m_selection.clear();
}

/// @returns whether the mouse had begun to do something.
bool GraphCanvas::letGo()
{
    m_drag.clear();
    m_link.clear();
    m_onto = {};
    m_band = {};
    pointAt(m_hovered);
    update();
    return m_mouse.cancel();
}

NodeId GraphCanvas::badgeAt(QPointF screen) const
{
    return picture().badgeAt(viewport().toScene(screen), viewport().scale());
}

void GraphCanvas::pick(const Pick& pick)
{
    const NodeId badge = badgeAt(pick.at);
    if (!badge.isNil() && pick.modifiers == Qt::NoModifier) {
        Q_EMIT badgeClicked(badge);
        return;
    }
    if (pick.modifiers.testFlag(Qt::ControlModifier))
        m_selection.toggle(pick.target);
    else if (pick.modifiers.testFlag(Qt::ShiftModifier))
        m_selection.add(pick.target);
    else
        m_selection.set(pick.target);
}

void GraphCanvas::drag(const DragNode& drag)
{
    if (!m_drag.isInHand())
        m_drag.take(drag.node, m_selection, viewport().toScene(drag.from));
    m_drag.moveTo(viewport().toScene(drag.to));
    m_hovered = {};
    m_onto = m_mouse.modifiers().testFlag(Qt::ControlModifier) ? nodeBelow(drag.to) : NodeId();
    setCursor(Qt::SizeAllCursor);
    update();
}

/// What is in the hand is not below it.
NodeId GraphCanvas::nodeBelow(QPointF screen) const
{
    const QPointF scene = viewport().toScene(screen);
    NodeId found;
    for (const int index : picture().nodesIn(QRectF(scene, QSizeF(1e-6, 1e-6)))) {
        const NodeItem& node = picture().nodes()[static_cast<std::size_t>(index)];
        if (isInside(node.shape, node.outline, scene) && !m_drag.nodes().contains(node.id))
            found = node.id;
    }
    return found;
}

/// @returns whether it was: then it goes back to where it was taken from.
bool GraphCanvas::dropOnto(const DropNode& drop)
{
    const NodeId onto =
        drop.modifiers.testFlag(Qt::ControlModifier) ? nodeBelow(drop.at) : NodeId();
    m_onto = {};
    if (onto.isNil())
        return false;
    std::vector<NodeId> nodes{onto};
    nodes.insert(nodes.end(), m_drag.nodes().begin(), m_drag.nodes().end());
    m_drag.clear();
    update();
    Q_EMIT mergeWanted(nodes);
    return true;
}

void GraphCanvas::dropLink(const DropLink& link)
{
    m_link.draw(link.from, link.at, nodeBelow(link.at));
    const NodeId to = m_link.to();
    m_link.clear();
    update();
    if (!to.isNil())
        Q_EMIT linkWanted(link.from, to);
}

/// The node that is hovered, if its handle is there; it may reach out of it.
NodeId GraphCanvas::handleAt(QPointF screen) const
{
    const auto* node = std::get_if<NodeId>(&m_hovered);
    const NodeItem* item = node != nullptr ? picture().node(*node) : nullptr;
    return item != nullptr && LinkDrag::isOnHandle(*item, viewport(), screen) ? *node : NodeId();
}

void GraphCanvas::drop(const DropNode& drop)
{
    if (dropOnto(drop))
        return;
    m_drag.moveTo(viewport().toScene(drop.at));
    const std::vector<NodePlacement> placements = m_drag.drop(picture());
    update();
    if (placements.empty())
        return;
    // Seen where it was dropped until the picture that has it there has come, or for as long.
    m_dropEnds.start();
    Q_EMIT dropped(placements);
}

/// What is still in the hand stays there.
void GraphCanvas::forgetDrop()
{
    if (!m_drag.isInHand())
        m_drag.clear();
    update();
}

void GraphCanvas::takeBand(const QRectF& band)
{
    m_band = {};
    const QRectF area(viewport().toScene(band.topLeft()), band.size() / viewport().scale());
    std::set<NodeId> nodes = m_selection.nodes();
    for (const int index : picture().nodesIn(area)) {
        const NodeItem& node = picture().nodes()[static_cast<std::size_t>(index)];
        if (area.contains(node.outline.center()))
            nodes.insert(node.id);
    }
    m_selection.set(std::move(nodes), m_selection.edges());
    update();
}

Target GraphCanvas::emphasised() const
{
    const bool waits = std::holds_alternative<NodeId>(m_hovered) && m_rest.isActive();
    // The picture may have moved away under a mouse that rests.
    const bool isThere = at(m_pointedAt) == m_hovered || !handleAt(m_pointedAt).isNil();
    return waits || !isThere ? Target() : m_hovered;
}

void GraphCanvas::hover(QPointF position)
{
    m_pointedAt = position;
    const NodeId handle = handleAt(position);
    point(handle.isNil() ? at(position) : Target(handle));
    if (!handle.isNil())
        setCursor(Qt::CrossCursor);
}

void GraphCanvas::point(const Target& target)
{
    pointAt(target);
    const bool stays = target == m_hovered;
    // Once it stands out it does so until the mouse leaves it.
    if (!stays || m_rest.isActive())
        m_rest.start();
    if (stays)
        return;
    m_hovered = target;
    update();
}

void GraphCanvas::pointAt(const Target& target)
{
    if (m_spaceHeld)
        setCursor(Qt::OpenHandCursor);
    else if (std::holds_alternative<std::monostate>(target))
        setCursor(Qt::ArrowCursor);
    else
        setCursor(Qt::PointingHandCursor);
}

void GraphCanvas::contextMenuEvent(QContextMenuEvent* event)
{
    event->accept();
    // A right click asks when it is let go: it may be the beginning of a pan.
    if (event->reason() != QContextMenuEvent::Mouse)
        askMenuOfSelection();
}

void GraphCanvas::askMenuOfSelection()
{
    const QRectF bounds = picture().boundsOf(m_selection.current());
    if (bounds.isNull()) {
        Q_EMIT menuRequested({}, mapToGlobal(rect().center()));
        return;
    }
    const QPointF place = viewport().toScreen(bounds.center());
    const QPointF inside(std::clamp(place.x(), 0.0, width() - 1.0),
                         std::clamp(place.y(), 0.0, height() - 1.0));
    Q_EMIT menuRequested(m_selection.current(), mapToGlobal(inside).toPoint());
}

// Keys -------------------------------------------------------------------------------------------

void GraphCanvas::keyPressEvent(QKeyEvent* event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const QPointF direction = directionOf(event->key());
    const bool isLarge = modifiers.testFlag(Qt::ShiftModifier);
    if (!direction.isNull() && (modifiers & ~Qt::ShiftModifier) == Qt::ControlModifier)
        return nudge(direction, isLarge ? 15 : 1);
    // A command that cannot be used now must not become a movement.
    if ((modifiers & (Qt::AltModifier | Qt::ControlModifier | Qt::MetaModifier)) != 0)
        return QWidget::keyPressEvent(event);
    if (!direction.isNull())
        return walk(direction, isLarge);
    switch (event->key()) {
    case Qt::Key_Escape:
        return cancel();
    case Qt::Key_E:
        return stepEdge(!isLarge);
    case Qt::Key_Space:
        m_spaceHeld = true;
        return pointAt(m_hovered);
    case Qt::Key_F10:
        // The Menu key comes as a context menu event; this, its stand-in, does not.
        if (event->modifiers() == Qt::ShiftModifier)
            return askMenuOfSelection();
        return QWidget::keyPressEvent(event);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_selection.isEmpty())
            Q_EMIT evidenceWanted();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void GraphCanvas::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat())
        return QWidget::keyReleaseEvent(event);
    m_spaceHeld = false;
    pointAt(m_hovered);
}

void GraphCanvas::focusInEvent(QFocusEvent* event)
{
    m_isWalkedInto =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QWidget::focusInEvent(event);
    update();
}

void GraphCanvas::focusOutEvent(QFocusEvent* event)
{
    m_spaceHeld = false;
    m_isWalkedInto = false;
    update();
    QWidget::focusOutEvent(event);
}

/// Selects the next node in that direction; the one in the middle of what is seen at first.
void GraphCanvas::walk(QPointF direction, bool adds)
{
    const NodeItem* from = standsOn();
    const NodeId next = from != nullptr ? nodeTowards(picture(), *from, direction)
                                        : nodeNearest(picture(), viewport().visible().center());
    if (next.isNil())
        return;
    if (adds)
        m_selection.add(next);
    else
        m_selection.set(next);
    reveal(next);
}

/// The node that is current, or from which one stepped to the line that is.
const NodeItem* GraphCanvas::standsOn()
{
    if (const auto* node = std::get_if<NodeId>(&m_selection.current()))
        m_pivot = *node;
    const auto* current = std::get_if<EdgeId>(&m_selection.current());
    const EdgeItem* edge = current != nullptr ? picture().edge(*current) : nullptr;
    if (current != nullptr && edge == nullptr)
        return nullptr;
    if (edge != nullptr && edge->source != m_pivot && edge->target != m_pivot)
        m_pivot = edge->source;
    return m_selection.isEmpty() ? nullptr : picture().node(m_pivot);
}

/// To the next line of the node, clockwise, or the one before.
void GraphCanvas::stepEdge(bool forward)
{
    const NodeItem* from = standsOn();
    if (from == nullptr)
        return;
    const auto* current = std::get_if<EdgeId>(&m_selection.current());
    const EdgeId next =
        edgeAfter(picture(), from->id, current != nullptr ? *current : EdgeId(), forward);
    if (next.isNil())
        return;
    m_selection.set(next);
    reveal(next);
}

/// Moves the selected nodes, or what is seen when there are none.
void GraphCanvas::nudge(QPointF direction, double pixels)
{
    std::set<NodeId> nodes = m_selection.nodes();
    std::erase_if(nodes, [this](NodeId node) { return picture().node(node) == nullptr; });
    if (nodes.empty())
        step(direction);
    else
        Q_EMIT nudged(nodes, direction * pixels / viewport().scale());
}

} // namespace entente
