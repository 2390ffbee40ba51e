// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/pictureview.h"

#include "graph/base/overloaded.h"
#include "ui/canvas/legendcard.h"
#include "ui/canvas/minimap.h"
#include "ui/paint/painter.h"

#include <QHelpEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QSettings>
#include <QStyle>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace entente
{

namespace
{

constexpr double zoomStep = 1.25; // A notch of the wheel, a press of a key.
constexpr double panStep = 48;    // Screen pixels.
constexpr int roundsForNames = 6; // At most: they end where no name changes sides any more.

/// The smaller a window, the less of it may be kept for names beyond the outermost nodes, which do
/// not shrink with the picture: in 258 pixels they left 50 to it. At each side, in screen pixels.
QSizeF roomForNames(QSizeF window)
{
    constexpr double noneBelow = 280;
    constexpr double share = 0.25;
    return ((window - QSizeF(noneBelow, noneBelow)) * share).expandedTo({0, 0});
}

QString wholeNameOf(const NodeItem& node)
{
    if (node.hidden <= 0)
        return node.wholeName;
    //: Below the name of a node, in its tooltip.
    return node.wholeName % QLatin1Char('\n') %
           PictureView::tr("%Ln neighbour(s) not shown", nullptr, node.hidden);
}

QString wholeNameOf(const EdgeItem& edge)
{
    return edge.detail.isEmpty() ? edge.wholeName
                                 : edge.wholeName % QLatin1Char('\n') % edge.detail;
}

QString wholeNameOf(const Target& target, const Picture& picture)
{
    return std::visit(Overloaded{[](std::monostate) { return QString(); },
                                 [&](NodeId id) {
                                     const NodeItem* node = picture.node(id);
                                     return node != nullptr ? wholeNameOf(*node) : QString();
                                 },
                                 [&](EdgeId id) {
                                     const EdgeItem* edge = picture.edge(id);
                                     return edge != nullptr ? wholeNameOf(*edge) : QString();
                                 }},
                      target);
}

} // namespace

PictureView::PictureView(QWidget* parent)
    : QWidget(parent)
    , m_style(Style::of(Theme::Light))
    , m_legend(new LegendCard(this))
    , m_minimap(new Minimap(this))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(240, 180);
    connect(&m_camera, &Camera::moved, this, qOverload<>(&QWidget::update));
    connect(&m_movement, &Movement::moved, this, qOverload<>(&QWidget::update));
    connect(&m_back, &BackBuffer::ready, this, qOverload<>(&QWidget::update));
    connect(&m_camera, &Camera::moved, this, &PictureView::showInMinimap);
    connect(m_legend, &QAbstractButton::toggled, this, &PictureView::showInMinimap);
    connect(m_minimap, &Minimap::pointed, this, [this](QPointF scene) {
        stopMotion();
        pan((viewport().centre() - scene) * viewport().scale());
    });
}

PictureView::~PictureView() = default;

bool PictureView::isSettled() const
{
    return !m_camera.isMoving() && !m_movement.isRunning() &&
           (m_picture.isEmpty() || m_back.isSettled());
}

void PictureView::setLook(const Style& style)
{
    m_style = style;
    m_back.setStyle(style);
    m_legend->setLegend(m_picture, style);
    m_minimap->setPicture(m_picture, style);
    update();
}

void PictureView::setPicture(const Picture& picture, bool anew)
{
    // What stands in view on both pages stays before one's eyes.
    const bool isSeen = m_hasTurned && viewport().visible().contains(picture.bounds());
    const int time = m_hasTurned || isMovedByHand() ? 0 : motionTime();
    m_movement.begin(m_picture, picture, viewport().scale(), std::min(time, Camera::longestMotion));
    m_hasTurned = m_hasTurned && picture.isEmpty();
    m_picture = picture;
    m_back.setPicture(picture);
    m_legend->setLegend(picture, m_style);
    m_minimap->setPicture(picture, m_style);
    if ((anew && !isSeen) || !viewport().visible().intersects(picture.bounds()))
        m_camera.showAll(whole(), m_movement.isRunning() ? time : 0);
    if (!picture.boundsOf(m_awaited).isNull())
        reveal(m_awaited);
    showInMinimap();
    update();
}

void PictureView::turnTo(int page)
{
    awaitNothing();
    m_movement.stop();
    m_hasTurned = true;
    m_camera.turnTo(page);
}

void PictureView::zoomIn() { zoomBy(zoomStep); }

void PictureView::zoomOut() { zoomBy(1 / zoomStep); }

void PictureView::zoomBy(double factor)
{
    awaitNothing();
    m_camera.zoomBy(factor, motionTime());
}

void PictureView::zoom(QPointF screen, double factor)
{
    awaitNothing();
    m_camera.zoomAbout(screen, factor);
}

void PictureView::step(QPointF direction) { pan(-direction * panStep); }

void PictureView::pan(QPointF screenDelta)
{
    awaitNothing();
    m_camera.panBy(screenDelta, m_picture.bounds());
}

void PictureView::fitAll()
{
    awaitNothing();
    m_camera.showAll(whole(), motionTime());
}

void PictureView::fit(const QRectF& part)
{
    awaitNothing();
    m_camera.show(part, QMarginsF(0, m_coveredAbove, 0, coveredBelow()), motionTime());
}

void PictureView::reveal(const Target& target)
{
    const QRectF bounds = m_picture.boundsOf(target);
    m_awaited = bounds.isNull() ? target : Target();
    if (!bounds.isNull())
        m_camera.reveal(bounds, coverOf(bounds), motionTime());
}

/// What is hidden under the corner goes where there is more room: beside it or below.
QMarginsF PictureView::coverOf(const QRectF& part) const
{
    QMarginsF cover(0, m_coveredAbove, 0, coveredBelow());
    const QRectF screen = m_camera.aim().toScreen(part);
    const QRect& map = m_minimap->geometry();
    // What comes in from outside could come to lie under the overview as well.
    if (m_minimap->isVisibleTo(this) && !(QRectF(rect()) - cover).contains(screen))
        cover.setRight(width() - map.left());
    else if (m_minimap->isVisibleTo(this) && screen.intersects(map))
        cover.setBottom(height() - map.top());
    if (!screen.intersects(m_covered))
        return cover;
    const double beside = double(m_covered.left()) * height();
    const double below = (height() - cover.bottom() - m_covered.bottom()) * width();
    if (beside > below)
        cover.setRight(std::max<double>(cover.right(), width() - m_covered.left()));
    else
        cover.setTop(std::max<double>(cover.top(), m_covered.bottom()));
    return cover;
}

Target PictureView::at(QPointF screen) const
{
    return m_picture.at(viewport().toScene(screen), viewport().scale());
}

Camera::Whole PictureView::whole() const
{
    Camera::Whole whole{.scene = m_picture.bounds(), .coveredBelow = coveredBelow()};
    const QSizeF names = roomForNames(QSizeF(width(), height() - whole.coveredBelow));
    // The smaller all is shown, the further names reach, and the more they change sides.
    for (int round = 0; round < roundsForNames; ++round) {
        const double scale = Camera::scaleFor(whole, size());
        const QSizeF most = names / scale;
        const QRectF all =
            boundsAt(m_picture, scale) &
            m_picture.bounds().adjusted(-most.width(), -most.height(), most.width(), most.height());
        if (whole.scene.contains(all))
            break;
        whole.scene |= all;
    }
    return whole;
}

double PictureView::coveredBelow() const
{
    return m_legend->isVisibleTo(this) ? height() - m_legend->y() : 0;
}

int PictureView::motionTime() const
{
    if (!isVisible() || !QSettings().value(QStringLiteral("animation"), true).toBool())
        return 0;
    return style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this);
}

void PictureView::showInMinimap()
{
    m_minimap->follow(viewport(), m_legend->isVisibleTo(this) ? m_legend->geometry() : QRect());
}

void PictureView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool moves = m_movement.isRunning();
    if (moves)
        painter.fillRect(rect(), m_style.canvas);
    else
        m_back.draw(painter, viewport().transform(), size(), devicePixelRatioF());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(viewport().transform());
    const Picture& seen = moves ? m_movement.picture() : m_picture;
    if (moves)
        paint(painter, seen, m_style, viewport().visible(), viewport().scale());
    paintOver(painter, seen);
}

void PictureView::resizeEvent(QResizeEvent*)
{
    m_legend->arrange();
    m_camera.resize(
        {.origin = mapTo(window(), QPoint()), .size = size(), .window = window()->size()}, whole());
    showInMinimap();
}

void PictureView::wheelEvent(QWheelEvent* event)
{
    // A sideways wheel pans; a notch of an ordinary one is 120 eighths of a degree.
    if (event->angleDelta().y() != 0)
        zoom(event->position(), std::pow(zoomStep, event->angleDelta().y() / 120.0));
    else
        pan(QPointF(event->angleDelta().x() / 120.0 * panStep, 0));
    event->accept();
}

bool PictureView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip)
        return showToolTip(*static_cast<QHelpEvent*>(event));
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoom(gesture->position(), 1 + gesture->value());
            return true;
        }
    }
    return QWidget::event(event);
}

bool PictureView::showToolTip(const QHelpEvent& event)
{
    const QString words = wholeNameOf(at(event.pos()), m_picture);
    // Names come out of files: "a < b" must not be taken for mark-up.
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(
            event.globalPos(),
            QStringLiteral("<p>") +
                words.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")) +
                QStringLiteral("</p>"),
            this);
    return true;
}

} // namespace entente
