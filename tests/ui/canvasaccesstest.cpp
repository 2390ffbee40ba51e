// SPDX-License-Identifier: Apache-2.0
// The canvas as a screen reader sees it.
#include "tests/support/drawngraph.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/workspace/selection.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace entente;

class CanvasAccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        DrawnGraph graph;
        graph.add("Person", "Choe Son-hui", {0, 0});
        graph.add("Visit", "Choe Son-hui to Russia", {300, 0});
        graph.join(1, 0, "Visitor");
        m_selection = std::make_unique<Selection>();
        m_canvas = std::make_unique<GraphCanvas>(*m_selection);
        m_canvas->resize(900, 500);
        m_canvas->show();
        m_canvas->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_canvas.get()));
        m_canvas->setPicture(graph.picture(), true);
        m_canvas->setFocus();
    }

    void nodesAndEdgesAreItsChildren()
    {
        QAccessibleInterface* canvas = access();
        QCOMPARE(canvas->child(0)->text(QAccessible::Name), QStringLiteral("Choe Son-hui"));
        QCOMPARE(canvas->child(0)->text(QAccessible::Description), QStringLiteral("Person"));
        QVERIFY(
            canvas->child(1)->text(QAccessible::Description).contains(QStringLiteral("happened")));
        QCOMPARE(canvas->child(2)->role(), QAccessible::Link);
        for (int index = 0; index < canvas->childCount(); ++index) {
            QVERIFY(canvas->child(index)->isValid());
            QCOMPARE(canvas->indexOfChild(canvas->child(index)), index);
            QCOMPARE(canvas->child(index)->parent()->object(), m_canvas.get());
        }
        QCOMPARE(canvas->child(canvas->childCount()), nullptr);
    }

    void aChildIsWhereItIsDrawn()
    {
        QAccessibleInterface* canvas = access();
        for (int index = 0; index < 2; ++index) {
            const QPoint middle = canvas->child(index)->rect().center();
            QVERIFY(canvas->rect().contains(middle));
            QCOMPARE(canvas->childAt(middle.x(), canvas->child(index)->rect().top() + 12),
                     canvas->child(index));
        }
    }

    void whatIsSelectedHasTheFocusAndSaysSo()
    {
        QAccessibleInterface* node = access()->child(0);
        QVERIFY(!node->state().selected && !node->state().focused);
        m_selection->set(m_canvas->picture().nodes().front().id);
        QVERIFY(node->state().selected && node->state().focused);
        QCOMPARE(access()->focusChild(), node);
        m_selection->clear();
        QVERIFY(!node->state().selected && !node->state().focused);
    }

    void itsActionsDoWhatTheMouseDoes()
    {
        QSignalSpy activated(m_canvas.get(), &GraphCanvas::activated);
        QAccessibleActionInterface* edge = access()->child(2)->actionInterface();
        edge->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_selection->current(), Target(m_canvas->picture().edges().front().id));
        QCOMPARE(activated.size(), 0);
        edge->doAction(QStringLiteral("open"));
        QCOMPARE(activated.size(), 1);
    }

    void whoHoldsANodeThatIsGoneLearnsOfIt()
    {
        QAccessibleInterface* node = access()->child(0);
        const QAccessible::Id id = QAccessible::uniqueId(node);
        m_canvas->setPicture(Picture(), true);
        QAccessibleInterface* now = QAccessible::accessibleInterface(id);
        QVERIFY(now == nullptr || !now->isValid());
    }

private:
    QAccessibleInterface* access() { return QAccessible::queryAccessibleInterface(m_canvas.get()); }

    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<GraphCanvas> m_canvas;
};

QTEST_MAIN(CanvasAccessTest)

#include "canvasaccesstest.moc"
