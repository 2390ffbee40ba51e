// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/viewport.h"

#include <QObject>
#include <QPoint>
#include <QSize>
#include <QVariantAnimation>

#include <map>

namespace entente
{

/// Where one looks, and how the eye gets from one place to the next: at once, or by a short motion
/// that shows where it went. Knows neither pictures nor widgets.
class Camera : public QObject
{
    Q_OBJECT

public:
    static constexpr double margin = 24;      ///< Screen pixels round what is shown whole.
    static constexpr double largest = 1.25;   ///< A graph of three nodes does not fill the screen.
    static constexpr int longestMotion = 180; ///< Milliseconds.

    /// All that there is to see, and how much of the window's bottom is covered.
    struct Whole
    {
        QRectF scene;
        double coveredBelow = 0;
    };
    /// The part of a window that one looks through.
    struct Frame
    {
        QPoint origin;
        QSize size;
        QSize window;
    };

    explicit Camera(QObject* parent = nullptr);

    const Viewport& viewport() const { return m_viewport; }
    /// What is seen once nothing moves: what is asked for meanwhile starts from there.
    const Viewport& aim() const { return isMoving() ? m_aim : m_viewport; }
    /// At which all is shown in a window of this size.
    static double scaleFor(const Whole& whole, QSizeF size);
    bool isMoving() const { return m_motion.state() == QAbstractAnimation::Running; }

    // At once; what was moving stops.
    void stop();
    void panBy(QPointF screenDelta, const QRectF& scene);
    void zoomAbout(QPointF screen, double factor);
    void turnTo(int page);
    /// What is seen stays where it is in the window when a panel beside it opens or closes; when
    /// the window itself grows, all goes on being shown if all was.
    void resize(const Frame& frame, const Whole& whole);

    // In so many milliseconds, but never in more than the longest motion takes.
    void showAll(const Whole& whole, int milliseconds);
    /// @param covered what of the window's edges lies under something else.
    void show(const QRectF& part, const QMarginsF& covered, int milliseconds);
    /// Pans to it if it is out of sight.
    void reveal(const QRectF& part, const QMarginsF& covered, int milliseconds);
    /// About the middle.
    void zoomBy(double factor, int milliseconds);

Q_SIGNALS:
    void moved();

private:
    Viewport fitted(const QRectF& part, double around, const QMarginsF& covered) const;
    void lookThrough(const Viewport& viewport);
    void moveTo(const Viewport& viewport, int milliseconds);

    Viewport m_viewport;
    Viewport m_from, m_aim; ///< Of the motion.
    QVariantAnimation m_motion;
    bool m_showsAll = false; ///< And nobody has looked elsewhere since.
    Frame m_frame;
    std::map<int, Viewport> m_pages;
    int m_page = 0;
};

} // namespace entente
