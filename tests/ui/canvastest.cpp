// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/graphcanvas.h"
#include "ui/canvas/legendcard.h"

#include "tests/support/nodesinarow.h"
#include "ui/paint/painter.h"
#include "ui/workspace/selection.h"

#include <QProxyStyle>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace entente;

namespace
{

/// A desktop that wants motion, whatever the one is that tests run on.
class MovingStyle : public QProxyStyle
{
public:
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* answer) const override
    {
        return hint == SH_Widget_Animation_Duration
                   ? 200
                   : QProxyStyle::styleHint(hint, option, widget, answer);
    }
};

} // namespace

class CanvasTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Settings of its own.
        QVERIFY(m_home.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path());
        QCoreApplication::setOrganizationName(QStringLiteral("entente"));
        QCoreApplication::setApplicationName(QStringLiteral("canvastest"));
    }

    void init()
    {
        m_selection = std::make_unique<Selection>();
        m_canvas = std::make_unique<GraphCanvas>(*m_selection);
        m_canvas->setStyle(&m_style);
        m_canvas->resize(1200, 700);
        m_canvas->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
        m_canvas->setPicture(m_row.picture(), true);
        m_first = m_row.shown.nodes[0];
        m_second = m_row.shown.nodes[1];
        m_third = m_row.shown.nodes[2];
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

    void quickPressesOfAZoomKeyAllCount()
    {
        const double before = m_canvas->viewport().scale();
        for (int i = 0; i < 3; ++i)
            m_canvas->zoomIn();
        QVERIFY(!m_canvas->isSettled());
        QTRY_VERIFY(m_canvas->isSettled());
        QCOMPARE(m_canvas->viewport().scale(), before * 1.25 * 1.25 * 1.25);
    }

    void aWindowThatIsResizedDuringAMotionIsLookedThroughWhole()
    {
        const double before = m_canvas->viewport().scale();
        m_canvas->zoomIn();
        QVERIFY(!m_canvas->isSettled());
        m_canvas->resize(900, 500);
        QTRY_VERIFY(m_canvas->isSettled());
        QCOMPARE(m_canvas->viewport().size(), QSizeF(900, 500));
        QCOMPARE(m_canvas->viewport().scale(), before * 1.25);
        m_canvas->fitAll();
        m_canvas->resize(800, 600);
        QTRY_VERIFY(m_canvas->isSettled());
        QCOMPARE(m_canvas->viewport().size(), QSizeF(800, 600));
        QVERIFY(m_canvas->viewport().visible().contains(m_canvas->picture().bounds()));
    }

    void thePictureFillsTheRoomThatTheLegendLeaves()
    {
        m_canvas->resize(760, 700);
        m_canvas->setPicture(m_row.picture(), true);
        const QRectF shown = m_canvas->viewport().toScreen(m_canvas->picture().bounds());
        QCOMPARE(shown.left(), 24.0);
        QCOMPARE(shown.right(), 760.0 - 24);
        const double room = m_canvas->legend().y();
        QVERIFY(std::abs(shown.center().y() - room / 2) < 1);
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
        const QPointF middle(m_canvas->width() / 2.0, m_canvas->legend().y() / 2.0);
        QVERIFY(QLineF(m_canvas->viewport().toScreen(centre), middle).length() < 1);
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

    void whatIsNotThereYetIsRevealedOnceItIs()
    {
        awaitTheThird();
        m_canvas->setPicture(m_row.picture(), false);
        QTRY_VERIFY(m_canvas->isSettled());
        QVERIFY(
            m_canvas->viewport().visible().contains(m_canvas->picture().node(m_third)->outline));
    }

    void whoLooksElsewhereAwaitsNothingAnyMore_data()
    {
        QTest::addColumn<std::function<void()>>("lookElsewhere");
        const auto row = [](const char* name, const std::function<void()>& look) {
            QTest::newRow(name) << look;
        };
        row("pan", [this] { drag(background(), {-30, 10}, Qt::LeftButton); });
        row("pan by key",
            [this] { QTest::keyClick(m_canvas.get(), Qt::Key_Left, Qt::ControlModifier); });
        row("wheel", [this] { wheel({300, 300}, 1); });
        row("zoom", [this] { m_canvas->zoomIn(); });
        row("fit", [this] { m_canvas->fitAll(); });
        row("another selection", [this] { m_selection->set(m_first); });
        row("another page", [this] { m_canvas->turnTo(1); });
    }

    void whoLooksElsewhereAwaitsNothingAnyMore()
    {
        QFETCH(const std::function<void()>, lookElsewhere);
        awaitTheThird();
        lookElsewhere();
        QTRY_VERIFY(m_canvas->isSettled());
        const Viewport before = m_canvas->viewport();
        m_canvas->setPicture(m_row.picture(), false);
        QTRY_VERIFY(m_canvas->isSettled());
        QVERIFY(m_canvas->viewport() == before);
    }

    void anotherPictureOfTheSameLeavesTheEyeWhereItIs()
    {
        wheel({100, 100}, 2);
        const Viewport before = m_canvas->viewport();
        m_canvas->setPicture(m_row.picture(), false);
        QVERIFY(m_canvas->viewport() == before);
    }

    void whatALayoutMovesIsSeenOnItsWayAndCanBeClickedWhereItGoes()
    {
        m_canvas->fitAll();
        QTRY_VERIFY(m_canvas->isSettled());
        const QImage before = m_canvas->grab().toImage();
        const Point far{NodesInARow::distance, 330};
        m_canvas->setPicture(m_row.pictureWith(m_first, far), false);
        const QImage leaving = m_canvas->grab().toImage();
        QVERIFY(!m_canvas->isSettled());
        click(at(m_first)); // Where it will be.
        QCOMPARE(m_selection->nodes(), std::set<NodeId>{m_first});
        m_selection->clear();
        QTRY_VERIFY(m_canvas->isSettled());
        QVERIFY(m_canvas->grab().toImage() != leaving);

        // Back at once, for who wants no motion.
        QSettings().setValue(QStringLiteral("animation"), false);
        const auto again = qScopeGuard([] { QSettings().remove(QStringLiteral("animation")); });
        m_canvas->setPicture(m_row.picture(), false);
        QTRY_COMPARE(m_canvas->grab().toImage(), before);
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

    void arrowsLeadFromNodeToNode()
    {
        QTest::keyClick(m_canvas.get(), Qt::Key_Left); // At first to what is in the middle.
        QCOMPARE(m_selection->nodes(), std::set<NodeId>{m_second});
        QTest::keyClick(m_canvas.get(), Qt::Key_Left);
        QCOMPARE(m_selection->nodes(), std::set<NodeId>{m_first});
        QTest::keyClick(m_canvas.get(), Qt::Key_Left); // There is nothing.
        QTest::keyClick(m_canvas.get(), Qt::Key_Up);
        QCOMPARE(m_selection->nodes(), std::set<NodeId>{m_first});
        QTest::keyClick(m_canvas.get(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_selection->nodes(), (std::set<NodeId>{m_first, m_second}));
        QCOMPARE(m_selection->current(), Target(m_second));
        wheel({1190, 350}, 12); // The first is far out of sight.
        m_selection->set(m_second);
        QTest::keyClick(m_canvas.get(), Qt::Key_Left);
        QTRY_VERIFY(m_canvas->viewport().visible().contains(
            m_canvas->picture().node(m_first)->outline.center()));
    }

    void controlAndArrowsMoveTheSelectedOrPan()
    {
        QSignalSpy nudged(m_canvas.get(), &GraphCanvas::nudged);
        const QPointF centre = m_canvas->viewport().centre();
        QTest::keyClick(m_canvas.get(), Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(m_canvas->viewport().centre().x() > centre.x());
        QCOMPARE(nudged.size(), 0);
        m_selection->set(m_first);
        wheel({600, 350}, 2);
        QTest::keyClick(m_canvas.get(), Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(m_canvas.get(), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(nudged.size(), 2);
        QCOMPARE(nudged[0][0].value<std::set<NodeId>>(), std::set<NodeId>{m_first});
        // Steps on the screen; and no points, which would be those of the last picture.
        const double scale = m_canvas->viewport().scale();
        QCOMPARE(nudged[0][1].toPointF() * scale, QPointF(1, 0));
        QCOMPARE(nudged[1][1].toPointF() * scale, QPointF(0, -15));
    }

    void nodesThatAreNotDrawnAreNotNudged()
    {
        QSignalSpy nudged(m_canvas.get(), &GraphCanvas::nudged);
        m_canvas->setPicture(m_row.pictureWithout(m_third), false);
        m_selection->set({m_first, m_third}, {});
        QTest::keyClick(m_canvas.get(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(nudged[0][0].value<std::set<NodeId>>(), std::set<NodeId>{m_first});
    }

    void namesAtTheEdgeHaveRoom()
    {
        m_canvas->resize(900, 600);
        m_canvas->setPicture(m_row.picture(), true);
        const Viewport& viewport = m_canvas->viewport();
        QVERIFY(QRectF(m_canvas->rect())
                    .adjusted(16, 16, -16, -16)
                    .contains(viewport.toScreen(boundsAt(m_canvas->picture(), viewport.scale()))));
    }

    void inASmallWindowTheNodesFillTheRoom()
    {
        m_canvas->resize(258, 600);
        m_canvas->setPicture(m_row.picture(), true);
        const QRectF seen = m_canvas->viewport().toScreen(m_canvas->picture().bounds());
        QVERIFY(QRectF(m_canvas->rect()).adjusted(16, 0, -16, 0).contains(seen));
        QVERIFY2(seen.width() > 0.75 * m_canvas->width(),
                 qPrintable(QString::number(seen.width())));
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
    /// It is out of sight, too.
    void awaitTheThird()
    {
        m_canvas->setPicture(m_row.pictureWithout(m_third), true);
        wheel(at(m_first), 6);
        m_canvas->reveal(m_third);
    }
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

    NodesInARow m_row;
    MovingStyle m_style;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<GraphCanvas> m_canvas;
    NodeId m_first, m_second, m_third;
    QTemporaryDir m_home;
};

QTEST_MAIN(CanvasTest)
#include "canvastest.moc"
