// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/camera.h"

#include <algorithm>

namespace entente
{

Camera::Camera(QObject* parent)
    : QObject(parent)
{
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    m_motion.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant& t) {
        m_viewport = Viewport::between(m_from, m_aim, t.toDouble());
        Q_EMIT moved();
    });
}

double Camera::scaleFor(const Whole& whole, QSizeF size)
{
    Viewport viewport;
    viewport.resize(size);
    viewport.fit(whole.scene, margin, largest, {0, 0, 0, whole.coveredBelow});
    return viewport.scale();
}

void Camera::stop()
{
    if (isMoving())
        lookThrough(m_viewport);
}

void Camera::panBy(QPointF screenDelta, const QRectF& scene)
{
    Viewport panned = m_viewport;
    panned.panBy(screenDelta);
    panned.keepInSight(scene);
    lookThrough(panned);
}

void Camera::zoomAbout(QPointF screen, double factor)
{
    Viewport zoomed = m_viewport;
    zoomed.zoomAbout(screen, factor);
    lookThrough(zoomed);
}

void Camera::turnTo(int page)
{
    m_pages[m_page] = aim();
    m_page = page;
    const auto known = m_pages.find(page);
    if (known == m_pages.end())
        return;
    Viewport viewport = known->second;
    viewport.resize(m_viewport.size());
    lookThrough(viewport);
}

void Camera::resize(const Frame& frame, const Whole& whole)
{
    // A motion that goes on would bring the old size back.
    m_viewport = aim();
    m_motion.stop();
    const QPointF topLeft = m_viewport.toScene(QPointF());
    const bool isFirst = m_viewport.size().isEmpty();
    m_viewport.resize(frame.size);
    if (m_showsAll && (isFirst || frame.window != m_frame.window))
        m_viewport = fitted(whole.scene, margin, {0, 0, 0, whole.coveredBelow});
    else
        m_viewport.panBy(QPointF(m_frame.origin - frame.origin) - m_viewport.toScreen(topLeft));
    m_frame = frame;
    Q_EMIT moved();
}

void Camera::showAll(const Whole& whole, int milliseconds)
{
    moveTo(fitted(whole.scene, margin, {0, 0, 0, whole.coveredBelow}), milliseconds);
    m_showsAll = true;
}

void Camera::show(const QRectF& part, const QMarginsF& covered, int milliseconds)
{
    moveTo(fitted(part, 4 * margin, covered), milliseconds);
}

void Camera::reveal(const QRectF& part, const QMarginsF& covered, int milliseconds)
{
    Viewport there = aim();
    there.reveal(part, 2 * margin, covered);
    moveTo(there, milliseconds);
}

void Camera::zoomBy(double factor, int milliseconds)
{
    Viewport zoomed = aim();
    zoomed.zoomAbout({zoomed.size().width() / 2, zoomed.size().height() / 2}, factor);
    moveTo(zoomed, milliseconds);
}

Viewport Camera::fitted(const QRectF& part, double around, const QMarginsF& covered) const
{
    Viewport viewport = aim();
    viewport.fit(part, around, largest, covered);
    return viewport;
}

void Camera::lookThrough(const Viewport& viewport)
{
    m_motion.stop();
    m_viewport = viewport;
    m_showsAll = false;
    Q_EMIT moved();
}

void Camera::moveTo(const Viewport& viewport, int milliseconds)
{
    if (milliseconds <= 0)
        return lookThrough(viewport);
    m_motion.stop();
    m_from = m_viewport;
    m_aim = viewport;
    m_showsAll = false;
    m_motion.setDuration(std::min(milliseconds, longestMotion));
    m_motion.start();
}

} // namespace entente
