// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/camera.h"
#include "ui/canvas/movement.h"
#include "ui/paint/backbuffer.h"
#include "ui/paint/picture.h"
#include "ui/paint/style.h"

#include <QWidget>

class QHelpEvent;

namespace entente
{

class LegendCard;
class Minimap;

/// Shows a picture with its legend, and lets one move about in it and zoom.
class PictureView : public QWidget
{
    Q_OBJECT

public:
    explicit PictureView(QWidget* parent = nullptr);
    ~PictureView() override;

    const Viewport& viewport() const { return m_camera.viewport(); }
    const Picture& picture() const { return m_picture; }
    LegendCard& legend() { return *m_legend; }
    Minimap& minimap() { return *m_minimap; }
    /// Whether nothing is moving, and what is on screen is sharp.
    bool isSettled() const;

    void setLook(const Style& style);
    /// @param anew shows all of it; else the eye stays where it is.
    virtual void setPicture(const Picture& picture, bool anew);
    /// Each page of what is looked at has its place and scale, which it gets back.
    virtual void turnTo(int page);

    void zoomIn();
    void zoomOut();
    void fitAll();
    /// Pans to it if it is out of sight; when it is not in the picture yet, as soon as it is,
    /// unless one has looked elsewhere meanwhile.
    void reveal(const Target& target);
    /// What floats over a corner at the top, in the view's coordinates, for what is revealed to
    /// keep clear of; null: nothing does.
    void setCovered(const QRect& corner) { m_covered = corner; }
    /// How far down from the top it lies under a message.
    void setCoveredAbove(int pixels) { m_coveredAbove = pixels; }

protected:
    const Style& look() const { return m_style; }
    /// Whether the picture is on screen, and not still the one before it.
    bool isOnScreen() const { return m_back.isCurrent(); }
    const Target& awaited() const { return m_awaited; }
    void awaitNothing() { m_awaited = {}; }
    Target at(QPointF screen) const;
    /// As large as there is room.
    void fit(const QRectF& part);
    /// By the width of a thumb, not of a window.
    void step(QPointF direction);
    void pan(QPointF screenDelta);
    /// Ends where it is.
    void stopMotion() { m_camera.stop(); }
    /// What lies over the picture; the painter draws in scene coordinates.
    /// @param seen the picture, or how far its nodes have come on their way to where they are.
    virtual void paintOver(QPainter& painter, const Picture& seen) = 0;
    /// Whether what has moved was led there by hand, so that it is there already.
    virtual bool isMovedByHand() const { return false; }

    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void zoom(QPointF screen, double factor);
    void zoomBy(double factor);
    Camera::Whole whole() const;
    /// By the legend.
    double coveredBelow() const;
    QMarginsF coverOf(const QRectF& part) const;
    int motionTime() const;
    void showInMinimap();
    bool showToolTip(const QHelpEvent& event);

    Style m_style;
    Picture m_picture;
    BackBuffer m_back;
    LegendCard* m_legend;
    Minimap* m_minimap;
    Camera m_camera;
    Movement m_movement;
    bool m_hasTurned = false; ///< To another page, of which there has been no picture yet.
    QRect m_covered;
    int m_coveredAbove = 0;
    Target m_awaited; ///< To be revealed when it is there.
};

} // namespace entente
