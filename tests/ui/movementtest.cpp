// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/movement.h"

#include "tests/support/nodesinarow.h"

#include <QLineF>
#include <QSignalSpy>
#include <QTest>

using namespace entente;

class MovementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nodesGoFromWhereTheyWereToWhereTheyAre()
    {
        const NodeId node = m_row.shown.nodes.front();
        const Picture before = m_row.picture();
        const Picture after = m_row.pictureWith(node, {900, 700});
        const auto place = [&](const Picture& picture) {
            return picture.node(node)->outline.center();
        };
        Movement movement;
        QSignalSpy moved(&movement, &Movement::moved);
        movement.begin(before, after, 1, 100);
        QVERIFY(movement.isRunning());
        QCOMPARE(place(movement.picture()), place(before));
        const double whole = QLineF(place(before), place(after)).length();
        double last = whole;
        while (movement.isRunning()) {
            const double left = QLineF(place(movement.picture()), place(after)).length();
            QVERIFY(left <= last);
            // Lines go with their ends.
            for (const EdgeItem& edge : movement.picture().edges()) {
                const NodeItem& source = *movement.picture().node(edge.source);
                QVERIFY(source.outline.adjusted(-3, -3, 3, 3).contains(edge.line.front()));
            }
            last = left;
            QTest::qWait(5);
        }
        QVERIFY(moved.size() >= 2);
        QVERIFY(movement.picture().isEmpty()); // The picture itself is what is seen.
    }

    void whatIsNearOrNewOrWantsNoMotionIsThereAtOnce()
    {
        const NodeId node = m_row.shown.nodes.front();
        const Picture before = m_row.picture();
        Movement movement;
        movement.begin(before, m_row.pictureWith(node, {15, 100}), 1, 100);
        QVERIFY(!movement.isRunning());
        movement.begin(m_row.pictureWithout(node), before, 1, 100);
        QVERIFY(!movement.isRunning());
        movement.begin(before, m_row.pictureWith(node, {900, 700}), 1, 0);
        QVERIFY(!movement.isRunning());
        movement.begin(Picture(), before, 1, 100);
        QVERIFY(!movement.isRunning());
    }

private:
    NodesInARow m_row;
};

QTEST_MAIN(MovementTest)
#include "movementtest.moc"
