// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/viewport.h"

#include <QTest>

using namespace entente;

class ViewportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void screenAndSceneAreInverses();
    void zoomKeepsWhatIsUnderTheCursor_data();
    void zoomKeepsWhatIsUnderTheCursor();
    void zoomStopsAtItsLimits();
    void panFollowsThePointer();
    void resizeKeepsTheMiddle();
    void fitShowsAllWithItsMargin();
    void fitLeavesRoomForWhatIsTaken();
    void fitDoesNotBlowUpASmallScene();
    void fitOfNothingChangesNothing();
    void revealPansAsLittleAsPossible();
    void revealCentresWhatIsTooLarge();
    void theSceneCannotBeLost();
    void motionStartsAndEndsWhereItShould();

private:
    static Viewport window();
};

Viewport ViewportTest::window()
{
    Viewport viewport;
    viewport.resize({800, 600});
    return viewport;
}

void ViewportTest::screenAndSceneAreInverses()
{
    Viewport viewport = window();
    viewport.zoomAbout({10, 20}, 1.7);
    viewport.panBy({33, -12});
    const QPointF scene(123, -45);
    QCOMPARE(viewport.toScene(viewport.toScreen(scene)), scene);
    QCOMPARE(viewport.transform().map(scene), viewport.toScreen(scene));
    QCOMPARE(viewport.visible().topLeft(), viewport.toScene({0, 0}));
    QCOMPARE(viewport.visible().bottomRight(), viewport.toScene({800, 600}));
}

void ViewportTest::zoomKeepsWhatIsUnderTheCursor_data()
{
    QTest::addColumn<QPointF>("cursor");
    QTest::addColumn<double>("factor");
    QTest::newRow("in") << QPointF(700, 100) << 1.25;
    QTest::newRow("out") << QPointF(3, 590) << 0.8;
    QTest::newRow("past the limit") << QPointF(700, 100) << 1000.0;
    QTest::newRow("past the other") << QPointF(700, 100) << 0.00001;
}

void ViewportTest::zoomKeepsWhatIsUnderTheCursor()
{
    QFETCH(QPointF, cursor);
    QFETCH(double, factor);
    Viewport viewport = window();
    viewport.panBy({50, 60});
    const QPointF before = viewport.toScene(cursor);
    viewport.zoomAbout(cursor, factor);
    const QPointF after = viewport.toScene(cursor);
    QVERIFY(QLineF(before, after).length() < 1e-6);
}

void ViewportTest::zoomStopsAtItsLimits()
{
    Viewport viewport = window();
    viewport.zoomAbout({0, 0}, 1e9);
    QCOMPARE(viewport.scale(), Viewport::maxScale);
    viewport.zoomAbout({0, 0}, 1e-9);
    QCOMPARE(viewport.scale(), Viewport::minScale);
}

void ViewportTest::panFollowsThePointer()
{
    Viewport viewport = window();
    viewport.zoomAbout({400, 300}, 2);
    const QPointF grabbed = viewport.toScene({100, 100});
    viewport.panBy({70, -30});
    QCOMPARE(viewport.toScreen(grabbed), QPointF(170, 70));
}

void ViewportTest::resizeKeepsTheMiddle()
{
    Viewport viewport = window();
    viewport.centreOn({5, 7});
    viewport.resize({300, 900});
    QCOMPARE(viewport.toScene({150, 450}), QPointF(5, 7));
}

void ViewportTest::fitShowsAllWithItsMargin()
{
    Viewport viewport = window();
    const QRectF scene(-1000, 200, 4000, 1000);
    viewport.fit(scene, 40, 1);
    QCOMPARE(viewport.toScreen(scene).left(), 40.0);
    QCOMPARE(viewport.toScreen(scene).right(), 760.0);
    QVERIFY(viewport.visible().contains(scene));
}

void ViewportTest::fitLeavesRoomForWhatIsTaken()
{
    Viewport viewport = window();
    const QRectF scene(0, 0, 1000, 100);
    viewport.fit(scene, 40, 1, {200, 0, 0, 100});
    QCOMPARE(viewport.toScreen(scene).left(), 240.0);
    QCOMPARE(viewport.toScreen(scene).right(), 760.0);
    QCOMPARE(viewport.toScreen(scene).center().y(), 250.0);
}

void ViewportTest::fitDoesNotBlowUpASmallScene()
{
    Viewport viewport = window();
    viewport.fit({10, 10, 20, 20}, 40, 1.25);
    QCOMPARE(viewport.scale(), 1.25);
    QCOMPARE(viewport.centre(), QPointF(20, 20));
}

void ViewportTest::fitOfNothingChangesNothing()
{
    Viewport viewport = window();
    viewport.zoomAbout({1, 2}, 3);
    const Viewport before = viewport;
    viewport.fit({}, 40, 1);
    QCOMPARE(viewport == before, true);
    Viewport narrow = before;
    narrow.resize({50, 600});
    const double scale = narrow.scale();
    narrow.fit({0, 0, 10, 10}, 40, 1);
    QCOMPARE(narrow.scale(), scale);
}

void ViewportTest::revealPansAsLittleAsPossible()
{
    Viewport viewport = window();
    viewport.centreOn({0, 0});
    viewport.reveal({-10, -10, 20, 20}, 30);
    QCOMPARE(viewport.centre(), QPointF(0, 0));
    viewport.reveal({500, 0, 100, 10}, 30);
    QCOMPARE(viewport.toScreen(QPointF(600, 0)).x(), 770.0);
    QCOMPARE(viewport.centre().y(), 0.0);
    viewport.reveal({0, 200, 10, 50}, 30, {0, 0, 0, 80});
    QCOMPARE(viewport.toScreen(QPointF(0, 250)).y(), 600.0 - 80 - 30);
}

void ViewportTest::revealCentresWhatIsTooLarge()
{
    Viewport viewport = window();
    viewport.reveal({1000, 0, 2000, 10}, 30);
    QCOMPARE(viewport.centre().x(), 2000.0);
}

void ViewportTest::theSceneCannotBeLost()
{
    Viewport viewport = window();
    viewport.panBy({1e6, 1e6});
    viewport.keepInSight({0, 0, 100, 100});
    QVERIFY(viewport.visible().intersects({0, 0, 100, 100}));
}

void ViewportTest::motionStartsAndEndsWhereItShould()
{
    const Viewport from = window();
    Viewport to = window();
    to.zoomAbout({30, 40}, 4);
    QCOMPARE(Viewport::between(from, to, 0) == from, true);
    QCOMPARE(Viewport::between(from, to, 1) == to, true);
    QCOMPARE(Viewport::between(from, to, 0.5).scale(), 2.0);
}

QTEST_APPLESS_MAIN(ViewportTest)
#include "viewporttest.moc"
