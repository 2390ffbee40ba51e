// SPDX-License-Identifier: Apache-2.0
// Finds things in the real window, by keys: what is shown, what is hidden, and what only an article
// says.
#include "tests/support/realwindow.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/find/findbar.h"
#include "ui/panels/articlereader.h"
#include "ui/panels/articletext.h"
#include "ui/panels/nodelistmodel.h"
#include "ui/text/translations.h"
#include "ui/window/actions.h"
#include "ui/window/findcommands.h"
#include "ui/workspace/explorer.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>

#include <map>

using namespace entente;

class WindowFindTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("windowfindtest"));
        installTranslations(QLocale());
    }

    void init()
    {
        forget();
        show();
        open(sample());
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(bar().isVisible());
    }

    void cleanup() { m_window.reset(); }

    void eachEnterGoesToTheNextThing()
    {
        const std::map<NodeId, QPointF> before = places();
        type("lavrov");
        const int all = bar().list()->model()->rowCount();
        QVERIFY(all > 2);
        QCOMPARE(bar().count(), QStringLiteral("%1 found").arg(all));
        QVERIFY(m_window->selection().isEmpty()); // To type picks nothing.
        key(Qt::Key_Return);
        QCOMPARE(bar().count(), QStringLiteral("1 of %1").arg(all));
        QCOMPARE(selected(), QStringLiteral("Sergei Lavrov"));
        key(Qt::Key_Return);
        QCOMPARE(bar().count(), QStringLiteral("2 of %1").arg(all));
        key(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(selected(), QStringLiteral("Sergei Lavrov"));
        QTest::keyClick(m_window.get(), Qt::Key_F3,
                        Qt::ShiftModifier); // From the first to the last.
        QCOMPARE(bar().count(), QStringLiteral("%1 of %1").arg(all));
        QTest::keyClick(m_window.get(), Qt::Key_F3);
        QCOMPARE(selected(), QStringLiteral("Sergei Lavrov"));
        QCOMPARE(places(), before); // Nothing moved.
    }

    void otherSpellingsAreFound()
    {
        type("Лавров");
        key(Qt::Key_Down);
        QCOMPARE(selected(), QStringLiteral("Sergei Lavrov"));
        type("choi sun-hee");
        key(Qt::Key_Down);
        QCOMPARE(selected(), QStringLiteral("Choe Son-hui"));
    }

    void whatIsHiddenSaysSoAndCanBeShown()
    {
        const NodeId lavrov = nodeCalled("Sergei Lavrov");
        m_window->selection().set(lavrov);
        m_window->actions().hideSelected->trigger();
        settle();
        QVERIFY(!m_window->scene().isShown(lavrov));
        type("sergei lavrov");
        QCOMPARE(detail(0), QStringLiteral("not shown"));
        key(Qt::Key_Return);
        QVERIFY(bar().showIt()->isVisible());
        QVERIFY(!m_window->scene().isShown(lavrov)); // Only when it is asked for.
        bar().showIt()->click();
        settle();
        QVERIFY(m_window->scene().isShown(lavrov));
        QCOMPARE(detail(0), QString());
        QVERIFY(!bar().showIt()->isVisible());
        m_window->explorer().back();
        settle();
        QVERIFY(!m_window->scene().isShown(lavrov));
    }

    void wordsOfAnArticleAreOpenedWhereTheyStand()
    {
        type("lavrov");
        key(Qt::Key_Up); // The last: articles come last.
        QVERIFY(m_window->reader().isVisible());
        QVERIFY(bar().box()->hasFocus());
    }

    void whatIsNotThereIsSaid()
    {
        type("no such words");
        QCOMPARE(bar().count(), QStringLiteral("nothing found"));
        QVERIFY(!bar().list()->isVisible());
        key(Qt::Key_Return);
        QVERIFY(m_window->selection().isEmpty());
        type("");
        QCOMPARE(bar().count(), QString());
    }

    void escapeClosesItAndGivesTheCanvasTheKeys()
    {
        type("lavrov");
        key(Qt::Key_Return);
        key(Qt::Key_Escape);
        QVERIFY(!bar().isVisible());
        QVERIFY(m_window->canvas().hasFocus());
        QCOMPARE(selected(), QStringLiteral("Sergei Lavrov"));
        QTest::keyClick(m_window.get(), Qt::Key_F3); // It goes on from where it was.
        QVERIFY(bar().isVisible());
    }

    void whatIsNewIsFoundWithoutTypingAgain()
    {
        type("gdansk");
        QCOMPARE(bar().count(), QStringLiteral("nothing found"));
        const Node& node = *m_window->workspace().events()->node(nodeCalled("Sergei Lavrov"));
        ChangeEntity note{node.entities.front(), {}};
        note.fields.note = "Was in Gdańsk.";
        QVERIFY(m_window->workspace().perform(note));
        settle();
        QTRY_COMPARE(bar().count(), QStringLiteral("1 found"));
        m_window->workspace().undoStack().undo();
        QTRY_COMPARE(bar().count(), QStringLiteral("nothing found"));

        // Nor is an edit made slower by a bar that is closed; it catches up when it is opened.
        key(Qt::Key_Escape);
        m_window->workspace().undoStack().redo();
        settle();
        QVERIFY(!m_window->finding().isBusy());
        QCOMPARE(bar().list()->model()->rowCount(), 0);
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(bar().count(), QStringLiteral("1 found"));
    }

    void thePaletteDoesWhatMenusDo()
    {
        const NodeId node = nodeCalled("Sergei Lavrov");
        m_window->selection().set(node);
        ask("hide oth");
        QCOMPARE(palette().list()->currentIndex().data().toString(), QStringLiteral("Hide Others"));
        QTest::keyClick(palette().box(), Qt::Key_Return);
        settle();
        QVERIFY(!palette().isVisible());
        QCOMPARE(m_window->scene().shown().nodes.size(), 1U);
        // Nor is what cannot be done on offer.
        m_window->selection().clear();
        ask("hide oth");
        QVERIFY(!palette().list()->isVisible());
    }

    /// As when a folder was opened meanwhile, and what is recent is another menu.
    void aCommandThatWentMeanwhileIsNotGiven()
    {
        auto* gone = new QAction(QStringLiteral("Frobnicate"), m_window.get());
        m_window->menuBar()->actions().constFirst()->menu()->addAction(gone);
        ask("frobn");
        QCOMPARE(palette().list()->currentIndex().data().toString(), QStringLiteral("Frobnicate"));
        delete gone;
        QTest::keyClick(palette().box(), Qt::Key_Return);
        QVERIFY(!palette().isVisible());
    }

    void whatOneSteppedToStaysWhenMoreIsFound()
    {
        m_window->selection().set(nodeCalled("Sergei Lavrov"));
        ask("hide");
        QTest::keyClick(palette().box(), Qt::Key_Down);
        const QString second = palette().list()->currentIndex().data().toString();
        Workspace& workspace = m_window->workspace();
        Change change;
        change.articles.insert(workspace.store().articles().front());
        Q_EMIT workspace.changed(change); // It is looked up anew.
        QTRY_VERIFY(!m_window->finding().isBusy());
        QCOMPARE(palette().list()->currentIndex().data().toString(), second);
    }

    void whoEntersAtOnceGetsTheFirstThatIsFound()
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        palette().box()->setText(QStringLiteral("sergey lavrov"));
        QVERIFY(m_window->finding().isBusy());
        QTest::keyClick(palette().box(), Qt::Key_Return); // Before there is an answer.
        QTRY_VERIFY(!palette().isVisible());
        QCOMPARE(selected(), QStringLiteral("Sergei Lavrov"));
    }

    void whatAFilterLeavesOutIsShownWithoutIt()
    {
        Filter visits;
        visits.conditions.push_back({Facet::Type, {"Accusation"}, false});
        m_window->explorer().setFilter(visits);
        settle();
        type("sergei lavrov");
        key(Qt::Key_Return);
        QCOMPARE(bar().showIt()->text(), QStringLiteral("Show It Without Filters"));
        bar().showIt()->click();
        settle();
        QVERIFY(m_window->scene().filter().isEmpty());
        QVERIFY(m_window->scene().isShown(nodeCalled("Sergei Lavrov")));
        m_window->explorer().back(); // One step.
        settle();
        QCOMPARE(m_window->scene().filter(), visits);
    }

    void thePaletteGoesToThingsShownOrNot()
    {
        m_window->selection().set(nodeCalled("Sergei Lavrov"));
        m_window->actions().hideSelected->trigger();
        settle();
        ask("sergey lavrov");
        QTest::keyClick(palette().box(), Qt::Key_Return);
        settle();
        QCOMPARE(selected(), QStringLiteral("Sergei Lavrov"));
        QVERIFY(m_window->scene().isShown(nodeCalled("Sergei Lavrov")));
        QVERIFY(m_window->canvas().hasFocus());
    }

    void thePaletteIsLeftByEscapeAndByAClickElsewhere()
    {
        ask("");
        QVERIFY(palette().list()->model()->rowCount() > 20); // All that can be done.
        QTest::keyClick(palette().box(), Qt::Key_Escape);
        QVERIFY(!palette().isVisible());
        ask("");
        QTest::mouseClick(&m_window->canvas(), Qt::LeftButton, {}, QPoint(3, 3));
        QVERIFY(!palette().isVisible());
    }

private:
    Palette& palette() { return m_window->finding().palette(); }
    void ask(const char* words)
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette().isVisible());
        palette().box()->setText(QString::fromUtf8(words));
        QTRY_VERIFY(!m_window->finding().isBusy());
        QTest::qWait(5);
    }

    FindBar& bar() { return m_window->finding().bar(); }

    void type(const char* words)
    {
        bar().box()->setText(QString::fromUtf8(words));
        QTRY_VERIFY(!m_window->finding().isBusy());
        QTest::qWait(5);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(bar().box(), key, modifiers);
        settle();
    }

    QString detail(int row)
    {
        return bar().list()->model()->index(row, 0).data(NodeListModel::DetailRole).toString();
    }

    QString selected()
    {
        const auto* node = std::get_if<NodeId>(&m_window->selection().current());
        return node == nullptr
                   ? QString()
                   : QString::fromStdString(m_window->workspace().events()->node(*node)->name);
    }

    NodeId nodeCalled(const std::string& name)
    {
        for (const NodeId id : m_window->workspace().events()->nodes()) {
            if (m_window->workspace().events()->node(id)->name == name)
                return id;
        }
        return {};
    }

    std::map<NodeId, QPointF> places()
    {
        std::map<NodeId, QPointF> all;
        for (const NodeItem& node : m_window->scene().picture().nodes())
            all.emplace(node.id, node.outline.center());
        return all;
    }
};

QTEST_MAIN(WindowFindTest)
#include "windowfindtest.moc"
