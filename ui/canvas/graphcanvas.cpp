// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/graphcanvas.h"

#include "graph/base/overloaded.h"
#include "ui/canvas/dragghost.h"
#include "ui/canvas/legendcard.h"
#include "ui/paint/painter.h"
#include "ui/workspace/selection.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace entente
{

namespace
{

constexpr double zoomStep = 1.25; ///< A notch of the wheel, a press of a key.
constexpr double fitMargin = 48;
constexpr double fitLargest = 1.25; ///< A graph of three nodes does not fill the screen.
constexpr double keyPan = 48;       ///< Screen pixels.

Highlight highlightOf(const Selection& selection, const Target& hovered)
{
    return {
        .selectedNodes = selection.nodes(), .selectedEdges = selection.edges(), .hovered = hovered};
}

} // namespace

GraphCanvas::GraphCanvas(Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_style(Style::of(Theme::Light))
    , m_legend(new LegendCard(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(240, 180);
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    m_motion.setEasingCurve(QEasingCurve::OutCubic);
    connect(&selection, &Selection::changed, this, [this] {
        ++m_gesture;
        describe();
        update();
    });
    connect(&m_back, &BackBuffer::ready, this, qOverload<>(&QWidget::update));
    describe();
}

GraphCanvas::~GraphCanvas() = default;

void GraphCanvas::setLook(const Style& style)
{
    m_style = style;
    m_back.setStyle(style);
    m_legend->setLegend(m_picture, style);
    update();
}

bool GraphCanvas::isSettled() const
{
    return m_motion.state() != QAbstractAnimation::Running &&
           (m_picture.isEmpty() || m_back.isSettled());
}

void GraphCanvas::setPicture(const Picture& picture, bool anew)
{
    m_picture = picture;
    m_back.setPicture(picture);
    m_legend->setLegend(picture, m_style);
    m_dragged.clear();
    if (picture.boundsOf(m_hovered).isNull())
        m_hovered = {};
    if (anew || !m_viewport.visible().intersects(picture.bounds())) {
        lookThrough(fitted());
        m_fitted = true;
    }
    if (!picture.boundsOf(m_awaited).isNull())
        reveal(m_awaited);
    describe();
    update();
}

void GraphCanvas::turnTo(int page)
{
    m_pages[m_page] = m_viewport;
    m_page = page;
    m_hovered = {};
    const auto known = m_pages.find(page);
    if (known == m_pages.end())
        return;
    Viewport viewport = known->second;
    viewport.resize(size());
    lookThrough(viewport);
}

void GraphCanvas::zoomIn()
{
    Viewport nearer = m_viewport;
    nearer.zoomAbout(rect().toRectF().center(), zoomStep);
    moveTo(nearer);
}

void GraphCanvas::zoomOut()
{
    Viewport farther = m_viewport;
    farther.zoomAbout(rect().toRectF().center(), 1 / zoomStep);
    moveTo(farther);
}

void GraphCanvas::fitAll()
{
    moveTo(fitted());
    m_fitted = true;
}

void GraphCanvas::fitSelection()
{
    QRectF bounds;
    for (const NodeId node : m_selection.nodes())
        bounds |= m_picture.boundsOf(node);
    for (const EdgeId edge : m_selection.edges())
        bounds |= m_picture.boundsOf(edge);
    if (bounds.isNull())
        return fitAll();
    Viewport some = m_viewport;
    some.fit(bounds, 2 * fitMargin, fitLargest);
    moveTo(some);
}

void GraphCanvas::reveal(const Target& target)
{
    const QRectF bounds = m_picture.boundsOf(target);
    m_awaited = bounds.isNull() ? target : Target();
    if (bounds.isNull())
        return;
    Viewport there = m_viewport;
    there.reveal(bounds, fitMargin);
    moveTo(there);
}

void GraphCanvas::cancel()
{
    const bool begun = m_mouse.cancel();
    m_dragged.clear();
    m_band = {};
    pointAt(m_hovered);
    update();
    if (!begun)
        m_selection.clear();
}

// Painting ---------------------------------------------------------------------------------------

void GraphCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_back.draw(painter, m_viewport.transform(), size(), devicePixelRatioF());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(m_viewport.transform());
    paintHighlight(painter, m_picture, m_style, highlightOf(m_selection, m_hovered),
                   m_viewport.scale());
    if (!m_dragged.empty())
        paintDragGhost(painter, m_picture, m_style, m_dragged, m_draggedBy, m_viewport.scale());
    painter.resetTransform();
    if (!m_band.isNull()) {
        QColor fill = m_style.selection;
        fill.setAlphaF(0.15F);
        painter.setPen(QPen(m_style.selection, 1));
        painter.setBrush(fill);
        painter.drawRect(m_band);
    }
}

/// All of the picture, as large as it can be with no node under the legend.
Viewport GraphCanvas::fitted() const
{
    const QRectF scene = m_picture.bounds();
    Viewport whole = m_viewport;
    whole.fit(scene, fitMargin, fitLargest);
    const QRectF legend = m_legend->isVisibleTo(this) ? QRectF(m_legend->geometry()) : QRectF();
    if (legend.isNull() || !coversNodes(whole, legend))
        return whole;
    // Into the corner away from it, smaller step by step; beside or above it at the latest.
    const double besideIt = legend.right() - fitMargin / 2;
    const double aboveIt = height() - legend.top() - fitMargin / 2;
    constexpr int steps = 12;
    for (int step = 0; step <= steps; ++step) {
        const double part = static_cast<double>(step) / steps;
        for (const QMarginsF& taken :
             {QMarginsF(0, 0, 0, part * aboveIt), QMarginsF(part * besideIt, 0, 0, 0),
              QMarginsF(part * besideIt, 0, 0, part * aboveIt)}) {
            Viewport viewport = m_viewport;
            viewport.fit(scene, fitMargin, fitLargest, taken);
            const QRectF on = viewport.toScreen(scene);
            viewport.panBy({width() - fitMargin - on.right(), fitMargin - on.top()});
            const Viewport inCorner = viewport;
            // Not farther into the corner than needed: halfway looks at home.
            viewport.panBy({(on.right() - width() + fitMargin) / 2, (on.top() - fitMargin) / 2});
            for (const Viewport& candidate : {viewport, inCorner}) {
                if (!coversNodes(candidate, legend))
                    return candidate;
            }
        }
    }
    return whole;
}

bool GraphCanvas::coversNodes(const Viewport& viewport, const QRectF& screen) const
{
    // Names stand below their nodes, and when all is small they are wider than these.
    const QRectF area = screen.adjusted(-48, -36, 48, 8);
    return !m_picture
                .nodesIn(QRectF(viewport.toScene(area.topLeft()), area.size() / viewport.scale()))
                .empty();
}

void GraphCanvas::resizeEvent(QResizeEvent*)
{
    // What is seen stays where it is in the window when a panel beside it opens or closes; when the
    // window itself grows, all goes on being shown if all was.
    m_legend->arrange();
    const QPoint origin = mapTo(window(), QPoint());
    const QSize windowSize = window()->size();
    const QPointF before = m_viewport.toScene(QPointF());
    Viewport resized = m_viewport;
    resized.resize(size());
    if (m_fitted && (windowSize != m_windowSize || m_viewport.size().isEmpty())) {
        m_viewport = resized;
        lookThrough(fitted());
        m_fitted = true;
    } else {
        resized.panBy(QPointF(m_origin - origin) - resized.toScreen(before));
        m_viewport = resized;
    }
    m_origin = origin;
    m_windowSize = windowSize;
}

void GraphCanvas::moveTo(const Viewport& viewport)
{
    const int duration = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this);
    if (duration <= 0 || !isVisible())
        return lookThrough(viewport);
    m_motion.stop();
    m_motion.disconnect(this);
    m_motion.setDuration(std::min(duration, 180));
    connect(&m_motion, &QVariantAnimation::valueChanged, this,
            [this, from = m_viewport, to = viewport](const QVariant& t) {
                m_viewport = Viewport::between(from, to, t.toDouble());
                update();
            });
    m_fitted = false;
    m_motion.start();
}

void GraphCanvas::lookThrough(const Viewport& viewport)
{
    m_motion.stop();
    m_viewport = viewport;
    m_fitted = false;
    update();
}

// Mouse ------------------------------------------------------------------------------------------

Target GraphCanvas::at(QPointF screen) const
{
    return m_picture.at(m_viewport.toScene(screen), m_viewport.scale());
}

void GraphCanvas::mousePressEvent(QMouseEvent* event)
{
    m_motion.stop();
    ++m_gesture;
    m_mouse.press(event->button(), event->modifiers(), event->position(), at(event->position()),
                  m_spaceHeld);
}

void GraphCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (m_mouse.isPressed())
        return perform(m_mouse.move(event->position()));
    hover(at(event->position()));
}

void GraphCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    perform(m_mouse.release(event->position()));
    hover(at(event->position()));
}

void GraphCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    const Target under = at(event->position());
    if (event->button() == Qt::LeftButton && !std::holds_alternative<std::monostate>(under))
        Q_EMIT activated(under);
}

void GraphCanvas::leaveEvent(QEvent*) { hover({}); }

void GraphCanvas::perform(const MouseIntent& intent)
{
    std::visit(Overloaded{
                   [](std::monostate) {},
                   [this](const PanBy& pan) {
                       Viewport panned = m_viewport;
                       panned.panBy(pan.delta);
                       panned.keepInSight(m_picture.bounds());
                       lookThrough(panned);
                       setCursor(Qt::ClosedHandCursor);
                   },
                   [this](const Pick& click) { pick(click); },
                   [this](const DragNode& node) { drag(node.node, node.delta); },
                   [this](const DropNode& node) { drop(node.node, node.delta); },
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

void GraphCanvas::pick(const Pick& pick)
{
    if (pick.modifiers.testFlag(Qt::ControlModifier))
        m_selection.toggle(pick.target);
    else if (pick.modifiers.testFlag(Qt::ShiftModifier))
        m_selection.add(pick.target);
    else
        m_selection.set(pick.target);
}

/// Dragging one of the selected moves them all.
std::set<NodeId> GraphCanvas::draggedWith(NodeId node) const
{
    if (m_selection.nodes().contains(node))
        return m_selection.nodes();
    return {node};
}

void GraphCanvas::drag(NodeId node, QPointF screenDelta)
{
    if (m_dragged.empty())
        m_dragged = draggedWith(node);
    m_draggedBy = screenDelta / m_viewport.scale();
    m_hovered = {};
    setCursor(Qt::SizeAllCursor);
    update();
}

void GraphCanvas::drop(NodeId node, QPointF screenDelta)
{
    drag(node, screenDelta);
    std::vector<NodePlacement> placements;
    for (const NodeId id : m_dragged) {
        if (const NodeItem* item = m_picture.node(id); item != nullptr) {
            const QPointF to = item->outline.center() + m_draggedBy;
            placements.push_back({id, Point{to.x(), to.y()}});
        }
    }
    // The ghost stays until the picture that has them there arrives.
    Q_EMIT dropped(placements, m_gesture);
}

void GraphCanvas::takeBand(const QRectF& band)
{
    m_band = {};
    const QRectF area(m_viewport.toScene(band.topLeft()), band.size() / m_viewport.scale());
    std::set<NodeId> nodes = m_selection.nodes();
    for (const int index : m_picture.nodesIn(area)) {
        const NodeItem& node = m_picture.nodes()[static_cast<std::size_t>(index)];
        if (area.contains(node.outline.center()))
            nodes.insert(node.id);
    }
    m_selection.set(std::move(nodes), m_selection.edges());
    update();
}

void GraphCanvas::hover(const Target& target)
{
    pointAt(target);
    if (target == m_hovered)
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

void GraphCanvas::wheelEvent(QWheelEvent* event)
{
    // A sideways wheel pans; a notch of an ordinary one is 120 eighths of a degree.
    Viewport moved = m_viewport;
    if (event->angleDelta().y() != 0)
        moved.zoomAbout(event->position(), std::pow(zoomStep, event->angleDelta().y() / 120.0));
    else
        moved.panBy(QPointF(event->angleDelta().x() / 120.0 * keyPan, 0));
    lookThrough(moved);
    event->accept();
}

bool GraphCanvas::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip)
        return showToolTip(*static_cast<QHelpEvent*>(event));
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            Viewport zoomed = m_viewport;
            zoomed.zoomAbout(gesture->position(), 1 + gesture->value());
            lookThrough(zoomed);
            return true;
        }
    }
    return QWidget::event(event);
}

bool GraphCanvas::showToolTip(const QHelpEvent& event)
{
    const QString words =
        std::visit(Overloaded{[](std::monostate) { return QString(); },
                              [this](NodeId id) {
                                  const NodeItem* node = m_picture.node(id);
                                  return node != nullptr ? node->wholeName : QString();
                              },
                              [this](EdgeId id) {
                                  const EdgeItem* edge = m_picture.edge(id);
                                  return edge != nullptr ? edge->wholeName : QString();
                              }},
                   at(event.pos()));
    // Names come out of files: "a < b" must not be taken for mark-up.
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event.globalPos(),
                           QStringLiteral("<p>") + words.toHtmlEscaped() + QStringLiteral("</p>"),
                           this);
    return true;
}

// Keys -------------------------------------------------------------------------------------------

void GraphCanvas::keyPressEvent(QKeyEvent* event)
{
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 15 : 1;
    switch (event->key()) {
    case Qt::Key_Escape:
        return cancel();
    case Qt::Key_Space:
        m_spaceHeld = true;
        return pointAt(m_hovered);
    case Qt::Key_Left:
        return nudge({-step, 0});
    case Qt::Key_Right:
        return nudge({step, 0});
    case Qt::Key_Up:
        return nudge({0, -step});
    case Qt::Key_Down:
        return nudge({0, step});
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_selection.isEmpty())
            Q_EMIT activated(m_selection.current());
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

void GraphCanvas::focusOutEvent(QFocusEvent* event)
{
    m_spaceHeld = false;
    QWidget::focusOutEvent(event);
}

/// Moves the selected nodes, or what is seen when there are none.
void GraphCanvas::nudge(QPointF screenDelta)
{
    std::vector<NodePlacement> placements;
    for (const NodeId id : m_selection.nodes()) {
        if (const NodeItem* item = m_picture.node(id); item != nullptr) {
            const QPointF to = item->outline.center() + screenDelta / m_viewport.scale();
            placements.push_back({id, Point{to.x(), to.y()}});
        }
    }
    if (!placements.empty()) {
        Q_EMIT dropped(placements, m_gesture);
        return;
    }
    Viewport panned = m_viewport;
    const double length = std::max(std::abs(screenDelta.x()), std::abs(screenDelta.y()));
    panned.panBy(-screenDelta / length * keyPan);
    panned.keepInSight(m_picture.bounds());
    lookThrough(panned);
}

void GraphCanvas::describe()
{
    setAccessibleName(tr("Graph"));
    setAccessibleDescription(tr("%1 nodes, %2 edges; %3 selected")
                                 .arg(m_picture.nodes().size())
                                 .arg(m_picture.edges().size())
                                 .arg(m_selection.nodes().size() + m_selection.edges().size()));
}

} // namespace entente
