// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMarginsF>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace entente
{

/// Which part of the scene a window of a given size shows, and how large: a value. Screen
/// coordinates are device-independent pixels from the window's top left.
class Viewport
{
public:
    static constexpr double minScale = 0.02;
    static constexpr double maxScale = 8;

    QSizeF size() const { return m_size; }
    /// Screen pixels for each scene pixel.
    double scale() const { return m_scale; }
    /// What is in the middle of the window, in scene coordinates.
    QPointF centre() const { return m_centre; }

    QPointF toScene(QPointF screen) const;
    QPointF toScreen(QPointF scene) const;
    QRectF toScreen(const QRectF& scene) const;
    /// From scene to screen.
    QTransform transform() const;
    /// The part of the scene that is seen.
    QRectF visible() const;

    /// The middle stays in the middle.
    void resize(QSizeF size) { m_size = size; }
    /// The scene follows the pointer by so many screen pixels.
    void panBy(QPointF screenDelta) { m_centre -= screenDelta / m_scale; }
    void centreOn(QPointF scene) { m_centre = scene; }
    /// What lies under the screen point stays under it.
    void zoomAbout(QPointF screen, double factor);
    /// Shows all of a scene rectangle, as large as possible up to `largest`, with a margin in
    /// screen pixels around it. An empty window or rectangle changes nothing.
    /// @param taken screen pixels at the sides that something else takes.
    void fit(const QRectF& scene, double margin, double largest, const QMarginsF& taken = {});
    /// Pans by as little as shows the rectangle, with the margin, beside what is taken; its middle
    /// when it is too large.
    void reveal(const QRectF& scene, double margin, const QMarginsF& taken = {});
    /// At least a part of the scene stays in sight, so that nobody gets lost.
    void keepInSight(const QRectF& scene);
    /// Between two, for motion: 0 is from, 1 is to.
    static Viewport between(const Viewport& from, const Viewport& to, double t);

    bool operator==(const Viewport&) const = default;

private:
    QSizeF m_size;
    double m_scale = 1;
    QPointF m_centre;
};

} // namespace entente
