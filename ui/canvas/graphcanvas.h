// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/canvasmouse.h"
#include "ui/canvas/linkdrag.h"
#include "ui/canvas/nodedrag.h"
#include "ui/canvas/pictureview.h"

#include <QTimer>

#include <functional>
#include <set>
#include <vector>

namespace entente
{

class Selection;

/// The view of a picture that one can pick from and whose nodes one can drag. It changes nothing
/// but the selection: what was dragged is told, and comes back as another picture.
class GraphCanvas : public PictureView
{
    Q_OBJECT

public:
    /// Milliseconds for which the mouse must rest on a node before the others step back: to cross
    /// the picture must not make it flash.
    static constexpr int restBeforeEmphasis = 80;
    /// Milliseconds for which what was dropped waits for its picture.
    static constexpr int longestDrop = 2000;

    explicit GraphCanvas(Selection& selection, QWidget* parent = nullptr);
    ~GraphCanvas() override;

    Selection& selection() { return m_selection; }
    /// What is under the mouse.
    const Target& hovered() const { return m_hovered; }
    /// What stands out because it is under the mouse: a line at once, a node after a rest.
    Target emphasised() const;
    bool isDragging() const { return !m_drag.isEmpty(); }

    void setPicture(const Picture& picture, bool anew) override;
    void turnTo(int page) override;
    void fitSelection();
    /// These stand out, as far as they are shown, until others do.
    void bringOut(const std::set<NodeId>& nodes, const std::set<EdgeId>& edges);
    /// Takes back what the mouse has begun; else stops the work under way; else lets go of the
    /// selection.
    void cancel();
    /// @param stop tells whether there was any.
    void setStopWork(std::function<bool()> stop) { m_stopWork = std::move(stop); }

Q_SIGNALS:
    void dropped(const std::vector<entente::NodePlacement>& placements);
    /// Nodes were dropped onto another with Ctrl held: these are to be one.
    void mergeWanted(const std::vector<entente::NodeId>& nodes);
    /// A line was drawn from one to the other.
    void linkWanted(entente::NodeId from, entente::NodeId to);
    /// Moved by keys, from wherever they stand by now.
    void nudged(const std::set<entente::NodeId>& nodes, QPointF sceneDelta);
    /// Double-clicked.
    void activated(const entente::Target& target);
    /// By Enter, of what is selected.
    void evidenceWanted();
    /// On the badge of a node that has hidden neighbours.
    void badgeClicked(entente::NodeId node);
    void menuRequested(const entente::Target& target, QPoint globalPosition);

protected:
    void paintOver(QPainter& painter, const Picture& seen) override;
    bool isMovedByHand() const override { return m_drag.isDropped(); }
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void perform(const MouseIntent& intent);
    bool letGo();
    NodeId badgeAt(QPointF screen) const;
    void pick(const Pick& pick);
    void drag(const DragNode& drag);
    void drop(const DropNode& drop);
    bool dropOnto(const DropNode& drop);
    NodeId nodeBelow(QPointF screen) const;
    void dropLink(const DropLink& link);
    NodeId handleAt(QPointF screen) const;
    void paintHandles(QPainter& painter, const Picture& seen);
    void forgetDrop();
    void takeBand(const QRectF& band);
    void hover(QPointF position);
    void point(const Target& target);
    void pointAt(const Target& target);
    void askMenuOfSelection();
    const NodeItem* standsOn();
    void stepEdge(bool forward);
    void walk(QPointF direction, bool adds);
    void nudge(QPointF direction, double pixels);
    void onSelectionChanged();
    void describe();

    Selection& m_selection;
    CanvasMouse m_mouse;
    bool m_spaceHeld = false;
    bool m_isWalkedInto = false; ///< By the Tab key.
    Target m_hovered;
    QPointF m_pointedAt; ///< Where the mouse was when it came to lie on that.
    QTimer m_rest;       ///< Runs until the mouse has rested on what is hovered.
    std::set<NodeId> m_foundNodes;
    std::set<EdgeId> m_foundEdges;
    NodeDrag m_drag;
    LinkDrag m_link;
    NodeId m_onto; ///< Onto which what is in the hand would be dropped.
    QTimer m_dropEnds;
    QRectF m_band;
    NodeId m_pivot; ///< Whose lines are stepped through.
    std::function<bool()> m_stopWork;
};

} // namespace entente
