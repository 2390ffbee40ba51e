// SPDX-License-Identifier: Apache-2.0
// What hands do on the canvas: the events take the way that a display's take.
#include "tests/support/nodesinarow.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/workspace/selection.h"

#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>

using namespace entente;

class CanvasGestureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_selection = std::make_unique<Selection>();
        m_canvas = std::make_unique<GraphCanvas>(*m_selection);
        m_canvas->resize(1200, 700);
        m_canvas->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
        m_canvas->setPicture(m_row.picture(), true);
        m_first = m_row.shown.nodes[0];
        m_second = m_row.shown.nodes[1];
        m_third = m_row.shown.nodes[2];
        m_canvas->setFocus();
        QTest::mouseMove(window(), background());
    }

    // Dragging nodes

    void aSecondDragMovesWhatItHolds()
    {
        QSignalSpy dropped(m_canvas.get(), &GraphCanvas::dropped);
        drag(at(m_first), {50, 80});
        drag(at(m_second), {30, 20});
        QCOMPARE(dropped.size(), 2);
        const auto placements = dropped[1][0].value<std::vector<NodePlacement>>();
        QCOMPARE(placements.size(), 1U);
        QCOMPARE(placements[0].node, m_second);
    }

    void aDropThatNothingComesOfGoesBack()
    {
        drag(at(m_first), {50, 80});
        QVERIFY(m_canvas->isDragging());
        QTRY_VERIFY(!m_canvas->isDragging());
    }

    void aPictureThatArrivesLeavesTheNodeInTheHand()
    {
        QSignalSpy dropped(m_canvas.get(), &GraphCanvas::dropped);
        const QPoint from = at(m_first);
        press(Qt::LeftButton, from);
        moveTo(from + QPoint(40, 40));
        m_canvas->setPicture(m_row.picture(), false);
        QVERIFY(m_canvas->isDragging());
        release(Qt::LeftButton, from + QPoint(40, 40));
        QCOMPARE(dropped.size(), 1);
        m_canvas->setPicture(m_row.picture(), false);
        QTRY_VERIFY(!m_canvas->isDragging());
    }

    void aNodeThatGoesAwayInTheHandIsNotDropped()
    {
        QSignalSpy dropped(m_canvas.get(), &GraphCanvas::dropped);
        const QPoint from = at(m_first);
        press(Qt::LeftButton, from);
        moveTo(from + QPoint(40, 40));
        m_canvas->setPicture(m_row.pictureWithout(m_first), false);
        release(Qt::LeftButton, from + QPoint(40, 40));
        QCOMPARE(dropped.size(), 0);
        QVERIFY(!m_canvas->isDragging());
    }

    void theWheelDoesNotShakeANodeFromTheHand()
    {
        QSignalSpy dropped(m_canvas.get(), &GraphCanvas::dropped);
        const QPoint from = at(m_first);
        const QPoint to = from + QPoint(60, 90);
        press(Qt::LeftButton, from);
        moveTo(to);
        wheel(to, 2);
        release(Qt::LeftButton, to);
        const auto placements = dropped[0][0].value<std::vector<NodePlacement>>();
        const QPointF centre(placements[0].point->x, placements[0].point->y);
        QVERIFY(QLineF(m_canvas->viewport().toScreen(centre), to).length() < 2);
    }

    void anotherButtonNeitherEndsNorChangesADrag()
    {
        QSignalSpy dropped(m_canvas.get(), &GraphCanvas::dropped);
        QSignalSpy menu(m_canvas.get(), &GraphCanvas::menuRequested);
        const Viewport before = m_canvas->viewport();
        const QPoint from = at(m_first);
        press(Qt::LeftButton, from);
        moveTo(from + QPoint(40, 40));
        QTest::mouseClick(window(), Qt::RightButton, {}, from + QPoint(40, 40));
        QCOMPARE(dropped.size(), 0);
        QVERIFY(m_canvas->isDragging());
        moveTo(from + QPoint(60, 40));
        release(Qt::LeftButton, from + QPoint(60, 40));
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(menu.size(), 0);
        QVERIFY(m_canvas->viewport() == before);
    }

    void escapeTakesADragBackAndTheSelectionStays()
    {
        QSignalSpy dropped(m_canvas.get(), &GraphCanvas::dropped);
        m_selection->set(m_second);
        const QPoint from = at(m_first);
        press(Qt::LeftButton, from);
        moveTo(from + QPoint(40, 40));
        QVERIFY(m_canvas->isDragging());
        QTest::keyClick(window(), Qt::Key_Escape);
        QVERIFY(!m_canvas->isDragging());
        moveTo(from + QPoint(60, 40));
        release(Qt::LeftButton, from + QPoint(60, 40));
        QCOMPARE(dropped.size(), 0);
        QCOMPARE(m_selection->nodes(), std::set<NodeId>{m_second});
    }

    // Clicking

    void aDoubleClickActivates()
    {
        QSignalSpy activated(m_canvas.get(), &GraphCanvas::activated);
        QTest::mouseDClick(window(), Qt::LeftButton, {}, at(m_first));
        QCOMPARE(activated.size(), 1);
        QCOMPARE(m_selection->nodes(), std::set<NodeId>{m_first});
    }

    void aPressRightAfterAClickPans()
    {
        const QPointF scene = m_canvas->viewport().toScene(background());
        clickAndPressAgain(Qt::LeftButton, {}, background());
        moveTo(background() + QPoint(-60, 25));
        release(Qt::LeftButton, background() + QPoint(-60, 25));
        QVERIFY(near(m_canvas->viewport().toScreen(scene), background() + QPointF(-60, 25)));
    }

    void quickControlClicksToggleEachTime()
    {
        QSignalSpy activated(m_canvas.get(), &GraphCanvas::activated);
        clickAndPressAgain(Qt::LeftButton, Qt::ControlModifier, at(m_first));
        release(Qt::LeftButton, at(m_first), Qt::ControlModifier);
        QVERIFY(m_selection->isEmpty());
        QCOMPARE(activated.size(), 0);
    }

    void aQuickSecondRightClickAsksAgain()
    {
        QSignalSpy menu(m_canvas.get(), &GraphCanvas::menuRequested);
        QSignalSpy activated(m_canvas.get(), &GraphCanvas::activated);
        clickAndPressAgain(Qt::RightButton, {}, at(m_first));
        release(Qt::RightButton, at(m_first));
        QCOMPARE(menu.size(), 2);
        QCOMPARE(activated.size(), 0);
    }

    void aRightClickIsAMenuAndARightDragIsNone()
    {
        QSignalSpy menu(m_canvas.get(), &GraphCanvas::menuRequested);
        const Viewport before = m_canvas->viewport();
        QTest::mouseClick(window(), Qt::RightButton, {}, at(m_first));
        QCOMPARE(menu.size(), 1);
        QVERIFY(menu[0][0].value<Target>() == Target(m_first));
        QVERIFY(m_canvas->viewport() == before);
        QTest::mouseClick(window(), Qt::RightButton, {}, background());
        QVERIFY(menu[1][0].value<Target>() == Target());
        drag(at(m_first), {60, -25}, Qt::RightButton);
        QCOMPARE(menu.size(), 2);
    }

    void theMenuKeyAsksForWhatIsSelected()
    {
        QSignalSpy menu(m_canvas.get(), &GraphCanvas::menuRequested);
        m_selection->set(m_second);
        pressMenuKey();
        QCOMPARE(menu.size(), 1);
        QVERIFY(menu[0][0].value<Target>() == Target(m_second));
        const QRectF bounds = m_canvas->picture().node(m_second)->bounds;
        QVERIFY(m_canvas->viewport().toScreen(bounds).contains(
            m_canvas->mapFromGlobal(menu[0][1].toPoint())));
        m_selection->clear();
        pressMenuKey();
        QCOMPARE(menu.size(), 2);
        QVERIFY(menu[1][0].value<Target>() == Target());
        QTest::keyClick(window(), Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(menu.size(), 3);
    }

    void theMenuOfWhatIsOutOfSightIsInSight()
    {
        QSignalSpy menu(m_canvas.get(), &GraphCanvas::menuRequested);
        wheel(at(m_first), 8);
        m_selection->set(m_third);
        pressMenuKey();
        QCOMPARE(menu.size(), 1);
        QVERIFY(m_canvas->rect().contains(m_canvas->mapFromGlobal(menu[0][1].toPoint())));
    }

    // Panning and zooming

    void draggingPans_data()
    {
        QTest::addColumn<int>("button");
        QTest::addColumn<bool>("space");
        QTest::addColumn<bool>("onNode");
        QTest::newRow("left on the background") << int(Qt::LeftButton) << false << false;
        QTest::newRow("middle") << int(Qt::MiddleButton) << false << true;
        QTest::newRow("right") << int(Qt::RightButton) << false << true;
        QTest::newRow("Space and left") << int(Qt::LeftButton) << true << true;
    }

    void draggingPans()
    {
        QFETCH(int, button);
        QFETCH(bool, space);
        QFETCH(bool, onNode);
        QSignalSpy dropped(m_canvas.get(), &GraphCanvas::dropped);
        m_selection->set(m_second);
        if (space)
            QTest::keyPress(window(), Qt::Key_Space);
        const QPoint from = onNode ? at(m_first) : background();
        const QPointF scene = m_canvas->viewport().toScene(from);
        drag(from, {-60, 25}, static_cast<Qt::MouseButton>(button));
        if (space)
            QTest::keyRelease(window(), Qt::Key_Space);
        QVERIFY(near(m_canvas->viewport().toScreen(scene), from + QPointF(-60, 25)));
        QCOMPARE(m_selection->nodes(), std::set<NodeId>{m_second});
        QCOMPARE(dropped.size(), 0);
    }

    void theWheelZoomsAboutTheCursor()
    {
        for (const QPoint cursor : {QPoint(300, 200), QPoint(1190, 5), QPoint(600, 350)}) {
            const QPointF scene = m_canvas->viewport().toScene(cursor);
            const double before = m_canvas->viewport().scale();
            wheel(cursor, 2);
            QVERIFY(m_canvas->viewport().scale() > before);
            QVERIFY(near(m_canvas->viewport().toScreen(scene), cursor));
            wheel(cursor, -2, Qt::ControlModifier);
            QCOMPARE(m_canvas->viewport().scale(), before);
            QVERIFY(near(m_canvas->viewport().toScreen(scene), cursor));
        }
    }

    void shiftDragSelectsWhatTheBandHolds()
    {
        const Viewport& viewport = m_canvas->viewport();
        const QRectF first = m_canvas->picture().node(m_first)->bounds;
        const QRectF second = m_canvas->picture().node(m_second)->bounds;
        const QRect both = viewport.toScreen(first | second).toRect().adjusted(-12, -12, 12, 12);
        press(Qt::LeftButton, both.topLeft(), Qt::ShiftModifier);
        moveTo(both.center());
        moveTo(both.bottomRight());
        release(Qt::LeftButton, both.bottomRight(), Qt::ShiftModifier);
        QCOMPARE(m_selection->nodes(), (std::set<NodeId>{m_first, m_second}));
    }

    void hoveringMovesNothing()
    {
        const Viewport before = m_canvas->viewport();
        moveTo(at(m_first));
        QVERIFY(m_canvas->hovered() == Target(m_first));
        moveTo(background());
        QVERIFY(m_canvas->hovered() == Target());
        QVERIFY(m_canvas->viewport() == before);
    }

    void aNodeStandsOutOnceTheMouseRestsOnIt()
    {
        moveTo(at(m_first));
        QVERIFY(m_canvas->emphasised() == Target());
        QTRY_VERIFY(m_canvas->emphasised() == Target(m_first));
        // And goes on doing so while the mouse moves about on it.
        moveTo(at(m_first) + QPoint(3, 2));
        QVERIFY(m_canvas->emphasised() == Target(m_first));
        moveTo(at(m_second));
        QVERIFY(m_canvas->emphasised() == Target());
    }

    void aLineStandsOutAtOnce()
    {
        const EdgeItem& edge = m_canvas->picture().edges().front();
        moveTo(m_canvas->viewport().toScreen(edge.path.pointAtPercent(0.3)).toPoint());
        QVERIFY(m_canvas->emphasised() == Target(edge.id));
    }

private:
    QWindow* window() const { return m_canvas->windowHandle(); }
    QPoint at(NodeId node) const
    {
        return m_canvas->viewport()
            .toScreen(m_canvas->picture().node(node)->outline.center())
            .toPoint();
    }
    QPoint background() const { return {m_canvas->width() - 100, 20}; }
    static bool near(QPointF a, QPointF b) { return QLineF(a, b).length() < 1; }

    void press(Qt::MouseButton button, QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(window(), button, modifiers, at);
    }
    void release(Qt::MouseButton button, QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseRelease(window(), button, modifiers, at);
    }
    void moveTo(QPoint to) { QTest::mouseMove(window(), to); }
    void drag(QPoint from, QPoint by, Qt::MouseButton button = Qt::LeftButton)
    {
        press(button, from);
        moveTo(from + by / 2);
        moveTo(from + by);
        release(button, from + by);
    }
    /// So soon after the click that it is the second press of a double click.
    void clickAndPressAgain(Qt::MouseButton button, Qt::KeyboardModifiers modifiers, QPoint at)
    {
        press(button, at, modifiers);
        release(button, at, modifiers);
        // QTest lets so much time go by after a release that the next press is a first one.
        QTest::lastMouseTimestamp -= QTest::mouseDoubleClickInterval;
        press(button, at, modifiers);
    }
    void pressMenuKey()
    {
        const QPoint middle = m_canvas->rect().center();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, middle, m_canvas->mapToGlobal(middle));
        QCoreApplication::sendEvent(m_canvas.get(), &event);
    }
    void wheel(QPoint at, int notches, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(at, m_canvas->mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton,
                          modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(window(), &event);
    }

    NodesInARow m_row;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<GraphCanvas> m_canvas;
    NodeId m_first, m_second, m_third;
};

QTEST_MAIN(CanvasGestureTest)
#include "canvasgesturetest.moc"
