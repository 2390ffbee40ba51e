// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/edit.h"
#include "ui/canvas/canvasmouse.h"
#include "ui/canvas/viewport.h"
#include "ui/paint/backbuffer.h"
#include "ui/paint/picture.h"
#include "ui/paint/style.h"

#include <QVariantAnimation>
#include <QWidget>

#include <map>
#include <set>
#include <vector>

class QHelpEvent;

namespace entente
{

class LegendCard;
class Selection;

/// Shows a picture and lets one move about in it, pick from it and drag its nodes. It changes
/// nothing but the selection: what was dragged is told, and comes back as another picture.
class GraphCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit GraphCanvas(Selection& selection, QWidget* parent = nullptr);
    ~GraphCanvas() override;

    const Viewport& viewport() const { return m_viewport; }
    const Picture& picture() const { return m_picture; }
    const Target& hovered() const { return m_hovered; }
    bool isDragging() const { return !m_dragged.empty(); }
    /// Whether nothing is moving, and what is on screen is sharp.
    bool isSettled() const;

    void setLook(const Style& style);
    LegendCard& legend() { return *m_legend; }
    /// @param anew shows all of it; else the eye stays where it is.
    void setPicture(const Picture& picture, bool anew);
    /// Each page of what is looked at has its place and scale, which it gets back.
    void turnTo(int page);

    void zoomIn();
    void zoomOut();
    void fitAll();
    void fitSelection();
    /// Pans to it if it is out of sight; when it is not in the picture yet, as soon as it is.
    void reveal(const Target& target);
    /// Takes back what the mouse has begun; else lets go of the selection.
    void cancel();

Q_SIGNALS:
    void dropped(const std::vector<entente::NodePlacement>& placements, int gesture);
    /// Double-clicked, or Enter on it.
    void activated(const entente::Target& target);
    void menuRequested(const entente::Target& target, QPoint globalPosition);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    Target at(QPointF screen) const;
    void perform(const MouseIntent& intent);
    void pick(const Pick& pick);
    void drag(NodeId node, QPointF screenDelta);
    void drop(NodeId node, QPointF screenDelta);
    void takeBand(const QRectF& band);
    void nudge(QPointF screenDelta);
    void hover(const Target& target);
    void moveTo(const Viewport& viewport);
    void lookThrough(const Viewport& viewport);
    void pointAt(const Target& target);
    Viewport fitted() const;
    bool coversNodes(const Viewport& viewport, const QRectF& screen) const;
    void describe();
    bool showToolTip(const QHelpEvent& event);
    std::set<NodeId> draggedWith(NodeId node) const;

    Selection& m_selection;
    Style m_style;
    Picture m_picture;
    BackBuffer m_back;
    LegendCard* m_legend;
    Viewport m_viewport;
    Target m_awaited; ///< To be revealed when it is there.
    std::map<int, Viewport> m_pages;
    int m_page = 0;
    bool m_fitted = false; ///< All is shown and nobody has moved since.
    QPoint m_origin;       ///< Where this stood in its window, and how large that was.
    QSize m_windowSize;
    QVariantAnimation m_motion;
    CanvasMouse m_mouse;
    bool m_spaceHeld = false;
    Target m_hovered;
    std::set<NodeId> m_dragged;
    QPointF m_draggedBy; ///< In the scene.
    QRectF m_band;
    int m_gesture = 1; ///< Nudges by keys are one gesture until something else is done.
};

} // namespace entente
