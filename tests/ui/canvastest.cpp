// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/graphcanvas.h"
#include "ui/canvas/legendcard.h"

#include "graph/model/graph.h"
#include "graph/model/shown.h"
#include "tests/support/storetext.h"
#include "ui/workspace/selection.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace entente;

namespace
{

constexpr int nodeDistance = 320;

/// Three nodes in a row, with the lines between them.
struct Row
{
    KnowledgeGraph graph = fold(storeFrom(R"(
        article a 2024-01-15
        Visit Happened on 2024-01-15: Visitor Person "Choe Son-hui", Destination State "Russia"
    )"),
                                testOntology());
    Shown shown = showAll(graph);

    Picture picture() const
    {
        Arrangement where;
        double x = 0;
        for (const NodeId node : shown.nodes) {
            where.nodes[node] = {x, 100};
            x += nodeDistance;
        }
        return makePicture(graph, shown, where, testOntology(), Style::of(Theme::Light));
    }
};

} // namespace

class CanvasTest : public QObject
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
    }

    void aNewPictureIsSeenWhole()
    {
        QVERIFY(m_canvas->viewport().visible().contains(m_canvas->picture().bounds()));
    }

    void aClickSelects()
    {
        click(at(m_first));
        QCOMPARE(m_selection->nodes(), std::set<NodeId>{m_first});
        click(at(m_second));
        QCOMPARE(m_selection->nodes(), std::set<NodeId>{m_second});
    }

    void aClickOnALineSelectsItsEdge()
    {
        const EdgeItem& edge = m_canvas->picture().edges().front();
        click(m_canvas->viewport().toScreen(edge.path.pointAtPercent(0.3)).toPoint());
        QCOMPARE(m_selection->edges(), std::set<EdgeId>{edge.id});
    }

    void linesAreAsEasyToHitFromAfar()
    {
        wheel({600, 350}, -5);
        const EdgeItem& edge = m_canvas->picture().edges().front();
        const QPointF on = m_canvas->viewport().toScreen(edge.path.pointAtPercent(0.5));
        click((on + QPointF(0, 4)).toPoint());
        QCOMPARE(m_selection->edges(), std::set<EdgeId>{edge.id});
    }

    void shiftAddsAndControlToggles()
    {
        click(at(m_first));
        click(at(m_second), Qt::ShiftModifier);
        QCOMPARE(m_selection->nodes(), (std::set<NodeId>{m_first, m_second}));
        click(at(m_second), Qt::ShiftModifier);
        QCOMPARE(m_selection->nodes().size(), 2U);
        click(at(m_first), Qt::ControlModifier);
        QCOMPARE(m_selection->nodes(), std::set<NodeId>{m_second});
        click(at(m_first), Qt::ControlModifier);
        QCOMPARE(m_selection->nodes().size(), 2U);
    }

    void aClickOnNothingClearsUnlessSomethingIsAdded()
    {
        click(at(m_first));
        click(background(), Qt::ShiftModifier);
        click(background(), Qt::ControlModifier);
        QVERIFY(!m_selection->isEmpty());
        click(background());
        QVERIFY(m_selection->isEmpty());
    }

    void escapeClears()
    {
        click(at(m_first));
        QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
        QVERIFY(m_selection->isEmpty());
    }

    void theWheelKeepsWhatIsUnderTheCursor()
    {
        const QPointF cursor(300, 200);
        const QPointF scene = m_canvas->viewport().toScene(cursor);
        const double before = m_canvas->viewport().scale();
        wheel(cursor, 1);
        QCOMPARE(m_canvas->viewport().scale(), before * 1.25);
        QVERIFY(QLineF(m_canvas->viewport().toScreen(scene), cursor).length() < 1e-6);
        wheel(cursor, -3, Qt::ControlModifier);
        QCOMPARE(m_canvas->viewport().scale(), before / 1.25 / 1.25);
        QVERIFY(QLineF(m_canvas->viewport().toScreen(scene), cursor).length() < 1e-6);
    }

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
        QSignalSpy menu(m_canvas.get(), &GraphCanvas::menuRequested);
        click(at(m_second));
        if (space)
            QTest::keyPress(m_canvas.get(), Qt::Key_Space);
        const QPoint from = onNode ? at(m_first) : background();
        const QPointF scene = m_canvas->viewport().toScene(from);
        drag(from, {60, -25}, static_cast<Qt::MouseButton>(button));
        if (space)
            QTest::keyRelease(m_canvas.get(), Qt::Key_Space);
        QVERIFY(QLineF(m_canvas->viewport().toScreen(scene), from + QPointF(60, -25)).length() <
                1e-6);
        QCOMPARE(m_selection->nodes(), std::set<NodeId>{m_second});
        QCOMPARE(dropped.size(), 0);
        QCOMPARE(menu.size(), 0);
    }

    void aRightClickAsksForAMenu()
    {
        QSignalSpy menu(m_canvas.get(), &GraphCanvas::menuRequested);
        QTest::mouseClick(m_canvas.get(), Qt::RightButton, {}, at(m_first));
        QCOMPARE(menu.size(), 1);
        QVERIFY(menu[0][0].value<Target>() == Target(m_first));
    }

    void aTremblingHandStillClicks()
    {
        QSignalSpy dropped(m_canvas.get(), &GraphCanvas::dropped);
        drag(at(m_first), {2, 2}, Qt::LeftButton);
        QCOMPARE(dropped.size(), 0);
        QCOMPARE(m_selection->nodes(), std::set<NodeId>{m_first});
    }

    void aDraggedNodeIsToldWhereItWasDropped()
    {
        QSignalSpy dropped(m_canvas.get(), &GraphCanvas::dropped);
        const Picture before = m_canvas->picture();
        const double scale = m_canvas->viewport().scale();
        const QPointF centre = before.node(m_first)->outline.center();
        drag(at(m_first), {50, 80}, Qt::LeftButton);
        QCOMPARE(dropped.size(), 1);
        const auto placements = dropped[0][0].value<std::vector<NodePlacement>>();
        QCOMPARE(placements.size(), 1U);
        QCOMPARE(placements[0].node, m_first);
        const QPointF to(placements[0].point->x, placements[0].point->y);
        QVERIFY(QLineF(to, centre + QPointF(50, 80) / scale).length() < 1e-6);
        // Dragging is no selecting, and the canvas itself moves nothing.
        QVERIFY(m_selection->isEmpty());
        QCOMPARE(m_canvas->picture().node(m_first)->outline, before.node(m_first)->outline);
    }

    void oneOfTheSelectedTakesTheOthersAlong()
    {
        m_selection->set({m_first, m_second}, {});
        QSignalSpy dropped(m_canvas.get(), &GraphCanvas::dropped);
        drag(at(m_first), {50, 80}, Qt::LeftButton);
        QCOMPARE(dropped[0][0].value<std::vector<NodePlacement>>().size(), 2U);
    }

    void escapeTakesADragBack()
    {
        QSignalSpy dropped(m_canvas.get(), &GraphCanvas::dropped);
        m_selection->set(m_second);
        const QPoint from = at(m_first);
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_canvas.get(), from + QPoint(40, 40));
        QVERIFY(m_canvas->isDragging());
        QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
        QVERIFY(!m_canvas->isDragging());
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, from + QPoint(40, 40));
        QCOMPARE(dropped.size(), 0);
        QCOMPARE(m_selection->nodes(), std::set<NodeId>{m_second});
    }

    void shiftDragOnTheBackgroundSelectsWhatItHolds()
    {
        const Viewport& viewport = m_canvas->viewport();
        const QRectF first = m_canvas->picture().node(m_first)->bounds;
        const QRectF second = m_canvas->picture().node(m_second)->bounds;
        const QRectF both = viewport.toScreen(first | second).adjusted(-12, -12, 12, 12);
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, Qt::ShiftModifier,
                          both.topLeft().toPoint());
        QTest::mouseMove(m_canvas.get(), both.bottomRight().toPoint());
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, Qt::ShiftModifier,
                            both.bottomRight().toPoint());
        QCOMPARE(m_selection->nodes(), (std::set<NodeId>{m_first, m_second}));
    }

    void hoverAndSelectionMoveNothing()
    {
        const Viewport before = m_canvas->viewport();
        QTest::mouseMove(m_canvas.get(), at(m_first));
        QVERIFY(m_canvas->hovered() == Target(m_first));
        click(at(m_second));
        QTest::mouseMove(m_canvas.get(), background());
        QVERIFY(m_canvas->hovered() == Target());
        QVERIFY(m_canvas->viewport() == before);
    }

    void fitSelectionGoesThereAndFitAllBack()
    {
        wheel({10, 10}, 3);
        m_canvas->fitAll();
        QTRY_VERIFY(m_canvas->isSettled());
        QVERIFY(m_canvas->viewport().visible().contains(m_canvas->picture().bounds()));
        m_selection->set(m_second);
        m_canvas->fitSelection();
        QTRY_VERIFY(m_canvas->isSettled());
        const QPointF centre = m_canvas->picture().node(m_second)->bounds.center();
        QVERIFY(QLineF(m_canvas->viewport().centre(), centre).length() < 1);
    }

    void whatIsOutOfSightIsRevealed()
    {
        wheel(at(m_first), 8);
        QVERIFY(
            !m_canvas->viewport().visible().contains(m_canvas->picture().node(m_second)->outline));
        m_canvas->reveal(m_second);
        QTRY_VERIFY(m_canvas->isSettled());
        QVERIFY(
            m_canvas->viewport().visible().intersects(m_canvas->picture().node(m_second)->outline));
    }

    void anotherPictureOfTheSameLeavesTheEyeWhereItIs()
    {
        wheel({100, 100}, 2);
        const Viewport before = m_canvas->viewport();
        m_canvas->setPicture(m_row.picture(), false);
        QVERIFY(m_canvas->viewport() == before);
    }

    void eachPageHasItsPlace()
    {
        wheel({100, 100}, 2);
        const Viewport before = m_canvas->viewport();
        m_canvas->turnTo(1);
        m_canvas->setPicture(m_row.picture(), true);
        QVERIFY(!(m_canvas->viewport() == before));
        m_canvas->turnTo(0);
        QVERIFY(m_canvas->viewport() == before);
    }

    void arrowsMoveTheSelectedOrPan()
    {
        QSignalSpy dropped(m_canvas.get(), &GraphCanvas::dropped);
        const QPointF centre = m_canvas->viewport().centre();
        QTest::keyClick(m_canvas.get(), Qt::Key_Right);
        QVERIFY(m_canvas->viewport().centre().x() > centre.x());
        QCOMPARE(dropped.size(), 0);
        m_selection->set(m_first);
        QTest::keyClick(m_canvas.get(), Qt::Key_Right);
        QTest::keyClick(m_canvas.get(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(dropped.size(), 2);
        // One gesture, so one step of undo.
        QCOMPARE(dropped[0][1].toInt(), dropped[1][1].toInt());
    }

    void theLegendCoversNoNodeAndClosesAtAClick()
    {
        LegendCard& legend = m_canvas->legend();
        QVERIFY(legend.isVisible());
        m_canvas->resize(900, 640);
        m_canvas->setPicture(m_row.picture(), true);
        const auto coversAny = [&] {
            const Viewport& viewport = m_canvas->viewport();
            return std::ranges::any_of(m_canvas->picture().nodes(), [&](const NodeItem& node) {
                return viewport.toScreen(node.bounds).intersects(legend.geometry());
            });
        };
        QVERIFY(!coversAny());
        const QSize open = legend.size();
        const Viewport before = m_canvas->viewport();
        QTest::mouseClick(&legend, Qt::LeftButton);
        QVERIFY(legend.width() < open.width() && legend.height() < open.height());
        QVERIFY(m_canvas->viewport() == before);
        QTest::mouseClick(&legend, Qt::LeftButton);
        QCOMPARE(legend.size(), open);
    }

    void itPaintsOnItsOwnBackground()
    {
        QTRY_VERIFY(m_canvas->isSettled());
        const QImage image = m_canvas->grab().toImage();
        QCOMPARE(image.pixelColor(image.width() - 2, 2), Style::of(Theme::Light).canvas);
        const QRect node =
            m_canvas->viewport().toScreen(m_canvas->picture().node(m_first)->outline).toRect();
        int coloured = 0;
        for (int x = node.left(); x < node.right(); ++x)
            coloured += image.pixelColor(x, node.center().y()) != Style::of(Theme::Light).canvas;
        QVERIFY(coloured > node.width() / 2);
    }

private:
    QPoint at(NodeId node) const
    {
        return m_canvas->viewport()
            .toScreen(m_canvas->picture().node(node)->outline.center())
            .toPoint();
    }
    QPoint background() const { return {m_canvas->width() - 20, 20}; }
    void click(QPoint point, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, modifiers, point);
    }
    void drag(QPoint from, QPoint by, Qt::MouseButton button)
    {
        QTest::mousePress(m_canvas.get(), button, {}, from);
        move(from + by / 2, button);
        move(from + by, button);
        QTest::mouseRelease(m_canvas.get(), button, {}, from + by);
    }
    /// QTest::mouseMove has the left button down or none.
    void move(QPoint to, Qt::MouseButton button)
    {
        QMouseEvent event(QEvent::MouseMove, to, m_canvas->mapToGlobal(to), Qt::NoButton, button,
                          {});
        QCoreApplication::sendEvent(m_canvas.get(), &event);
    }
    void wheel(QPointF at, int notches, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(at, m_canvas->mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton,
                          modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_canvas.get(), &event);
    }

    Row m_row;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<GraphCanvas> m_canvas;
    NodeId m_first, m_second;
};

QTEST_MAIN(CanvasTest)
#include "canvastest.moc"
