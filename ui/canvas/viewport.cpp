// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/viewport.h"

#include <algorithm>
#include <cmath>

namespace entente
{

namespace
{

/// How far [begin, end] must move to lie within [low, high]; centred when it cannot.
double shiftInto(double begin, double end, double low, double high)
{
    if (end - begin > high - low)
        return (low + high - begin - end) / 2;
    if (begin < low)
        return low - begin;
    return end > high ? high - end : 0;
}

} // namespace

QPointF Viewport::toScene(QPointF screen) const
{
    return m_centre + (screen - QPointF(m_size.width() / 2, m_size.height() / 2)) / m_scale;
}

QPointF Viewport::toScreen(QPointF scene) const
{
    return (scene - m_centre) * m_scale + QPointF(m_size.width() / 2, m_size.height() / 2);
}

QRectF Viewport::toScreen(const QRectF& scene) const
{
    return {toScreen(scene.topLeft()), scene.size() * m_scale};
}

QTransform Viewport::transform() const
{
    const QPointF origin = toScreen(QPointF(0, 0));
    return {m_scale, 0, 0, m_scale, origin.x(), origin.y()};
}

QRectF Viewport::visible() const { return {toScene(QPointF(0, 0)), m_size / m_scale}; }

void Viewport::zoomAbout(QPointF screen, double factor)
{
    const QPointF fixed = toScene(screen);
    m_scale = std::clamp(m_scale * factor, minScale, maxScale);
    m_centre += fixed - toScene(screen);
}

void Viewport::fit(const QRectF& scene, double margin, double largest, const QMarginsF& taken)
{
    const double width = m_size.width() - 2 * margin - taken.left() - taken.right();
    const double height = m_size.height() - 2 * margin - taken.top() - taken.bottom();
    if (scene.isNull() || width <= 0 || height <= 0)
        return;
    // A single point or line has no extent of its own: it is shown at the largest scale.
    const double scale = std::min(scene.width() > 0 ? width / scene.width() : largest,
                                  scene.height() > 0 ? height / scene.height() : largest);
    m_scale = std::clamp(std::min(scale, largest), minScale, maxScale);
    m_centre = scene.center();
    panBy({(taken.left() - taken.right()) / 2, (taken.top() - taken.bottom()) / 2});
}

void Viewport::reveal(const QRectF& scene, double margin, const QMarginsF& taken)
{
    const QRectF on = toScreen(scene);
    const QRectF room =
        QRectF(QPointF(), m_size) - taken - QMarginsF(margin, margin, margin, margin);
    panBy({shiftInto(on.left(), on.right(), room.left(), room.right()),
           shiftInto(on.top(), on.bottom(), room.top(), room.bottom())});
}

void Viewport::keepInSight(const QRectF& scene)
{
    if (scene.isEmpty())
        return;
    m_centre.setX(std::clamp(m_centre.x(), scene.left(), scene.right()));
    m_centre.setY(std::clamp(m_centre.y(), scene.top(), scene.bottom()));
}

Viewport Viewport::between(const Viewport& from, const Viewport& to, double t)
{
    Viewport result = to;
    // Scales are perceived as ratios: halfway between 1 and 4 is 2.
    result.m_scale = from.m_scale * std::pow(to.m_scale / from.m_scale, t);
    result.m_centre = from.m_centre + (to.m_centre - from.m_centre) * t;
    return result;
}

} // namespace entente
