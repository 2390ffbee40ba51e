// SPDX-License-Identifier: Apache-2.0
// What is selected in the real window, by keys: neighbours, all else, what was stored; and where
// Enter leads from there.
#include "graph/model/graph.h"
#include "tests/support/realwindow.h"
#include "ui/byhand/askbox.h"
#include "ui/byhand/graphcommands.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/panels/evidencepanel.h"
#include "ui/text/qtext.h"
#include "ui/text/translations.h"
#include "ui/window/explorecommands.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/explorer.h"
#include "ui/workspace/scenekeeper.h"

#include <QListView>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace entente;

class WindowSelectTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("windowselecttest"));
        installTranslations(QLocale());
    }

    void init()
    {
        forget();
        show();
        open(sample());
        m_some = {shown()[0], shown()[1], shown()[2]};
    }

    void cleanup() { m_window.reset(); }

    void neighboursAreSelectedStepByStep()
    {
        const KnowledgeGraph& graph = m_window->scene().graph();
        const NodeId first = shown().front();
        selection().set(first);
        press(Qt::Key_B, Qt::ControlModifier);
        std::set<NodeId> around{first};
        for (const NodeId node : graph.neighbours(first))
            around.insert(node);
        QCOMPARE(selection().nodes(), around);
        QCOMPARE(selection().current(), Target(first)); // The panel stays with what one came from.
        press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(selection().nodes().size() > around.size());
        const EdgeId edge = m_window->scene().shown().edges.front();
        selection().set(edge);
        press(Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(selection().nodes(), (std::set<NodeId>{graph.source(edge), graph.target(edge)}));
    }

    void theSelectionIsInverted()
    {
        selection().set(m_some, {});
        press(Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(selection().nodes().size(), shown().size() - m_some.size());
        for (const NodeId node : m_some)
            QVERIFY(!selection().nodes().contains(node));
        press(Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(selection().nodes(), m_some);
    }

    void whatWasStoredIsSelectedAgain()
    {
        press(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(message(),
                 QStringLiteral("No selection is stored as 2; Ctrl+Shift+2 stores one."));
        press(Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(message(), QStringLiteral("Nothing is selected that could be stored."));
        const EdgeId edge = m_window->scene().shown().edges.front();
        selection().set(m_some, {edge});
        press(Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(message(), QStringLiteral("Stored as selection 2: 3 nodes and 1 edge. Ctrl+2 "
                                           "selects it again."));
        selection().set(shown().back());
        press(Qt::Key_8, Qt::ControlModifier | Qt::ShiftModifier);
        press(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(selection().nodes(), m_some);
        QCOMPARE(selection().edges(), std::set<EdgeId>{edge});
        QCOMPARE(message(), QStringLiteral("Selection 2: 4 selected."));
        press(Qt::Key_8, Qt::ControlModifier);
        QCOMPARE(selection().nodes(), std::set<NodeId>{shown().back()});
    }

    void whatIsHiddenOfAStoredSelectionIsSaidAndCanBeShown()
    {
        storeSomeAsOne();
        selection().set(*m_some.begin());
        press(Qt::Key_H, Qt::ControlModifier);
        press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(selection().nodes().size(), 2U);
        QCOMPARE(message(), QStringLiteral("Selection 1: 2 selected. 1 node of it is hidden."));
        button("Show Them")->click();
        settle();
        QCOMPARE(selection().nodes(), m_some);
    }

    void whatIsGoneOfAStoredSelectionIsSaid()
    {
        Workspace& workspace = m_window->workspace();
        selection().set({shown().begin(), shown().end()}, {});
        const std::size_t all = selection().nodes().size();
        press(Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
        const std::vector<ArticleId> articles = workspace.store().articles();
        for (std::size_t i = 0; i < articles.size() / 2; ++i)
            QVERIFY(workspace.perform(RemoveArticle{articles[i]}));
        settle();
        const std::size_t left = shown().size();
        QVERIFY(left < all);
        press(Qt::Key_1, Qt::ControlModifier);
        // What is spoken of elsewhere, too, has got another id meanwhile.
        QCOMPARE(selection().nodes().size(), left);
        QVERIFY2(message().contains(QStringLiteral("no longer there")), qPrintable(message()));
        while (workspace.undoStack().canUndo())
            workspace.undoStack().undo();
        settle();
        press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(selection().nodes().size() > left);
    }

    void whatAFilterLeavesOutOfAStoredSelectionIsSaid()
    {
        const EdgeId edge = m_window->scene().shown().edges.front();
        selection().set({shown().begin(), shown().end()}, {edge});
        press(Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
        Filter filter;
        filter.conditions.push_back({Facet::Type, {"Accusation"}, false});
        m_window->explorer().setFilter(filter);
        settle();
        press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY2(message().contains(QStringLiteral("left out by the filters")),
                 qPrintable(message()));
        QVERIFY2(!message().contains(QStringLiteral("no longer there")), qPrintable(message()));
        QVERIFY2(!message().contains(QStringLiteral("not in this view")), qPrintable(message()));
    }

    void storedLinesAreFollowedWhenTheirEndsGetOtherIds()
    {
        Workspace& workspace = m_window->workspace();
        selection().set(
            {}, {m_window->scene().shown().edges.begin(), m_window->scene().shown().edges.end()});
        press(Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(workspace.perform(RemoveArticle{workspace.store().articles().front()}));
        settle();
        const std::size_t left = m_window->scene().shown().edges.size();
        press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(selection().edges().size(), left);
    }

    void linesAreSteppedThroughByKeys()
    {
        const KnowledgeGraph& graph = m_window->scene().graph();
        const NodeId node = shown().front();
        const std::vector<EdgeId> all = graph.edgesAt(node);
        selection().set(node);
        std::set<EdgeId> seen;
        for (std::size_t i = 0; i < all.size(); ++i) {
            press(Qt::Key_E);
            QCOMPARE(selection().edges().size(), 1U);
            seen.insert(*selection().edges().begin());
        }
        QCOMPARE(seen, std::set<EdgeId>(all.begin(), all.end())); // All, each once.
        const std::set<EdgeId> last = selection().edges();
        press(Qt::Key_E);
        press(Qt::Key_E, Qt::ShiftModifier);
        QCOMPARE(selection().edges(), last);
        press(Qt::Key_Return); // And its quotes are one key away.
        QVERIFY(m_window->evidence().isVisible());
    }

    void meetingsAreNotInTheViewOfActors()
    {
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
        press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(m_window->scene().view(), View::Actors);
        press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY2(message().contains(QStringLiteral("are not in this view")), qPrintable(message()));
        for (const NodeId node : selection().nodes())
            QVERIFY(m_window->scene().isShown(node));
        press(Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(m_window->scene().view(), View::Events);
    }

    void anotherCorpusHasOtherSelections()
    {
        storeSomeAsOne();
        m_window->actions().reload->trigger();
        settle();
        press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(selection().nodes(), m_some); // The same, once more.
        open(sample() + QStringLiteral("/2024"));
        press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(message().startsWith(QStringLiteral("No selection is stored as 1")));
    }

    void enterOpensTheEvidenceAndTheQuote()
    {
        m_window->actions().showEvidence->setChecked(false);
        const NodeId node = shown().front();
        m_window->canvas().setFocus();
        press(Qt::Key_Return); // Of nothing.
        QVERIFY(!m_window->evidence().isVisible());
        selection().set(node);
        press(Qt::Key_Return);
        QVERIFY(m_window->evidence().isVisible());
        QCOMPARE(selection().nodes(), std::set<NodeId>{node});
        QListView* list = m_window->evidence().list();
        QVERIFY(list->hasFocus());
        QVERIFY(list->currentIndex().isValid());
        QTest::keyClick(list, Qt::Key_Return);
        settle();
        QVERIFY(!m_window->evidence().isVisible()); // Its tab is behind the article's.
    }

    /// Whichever of the two has the lower id.
    void anEdgeIsAskedForFromWhoWasSelectedFirst()
    {
        std::vector<NodeId> two;
        for (const NodeId node : shown()) {
            if (m_window->scene().graph().node(node)->isActor && two.size() < 2)
                two.push_back(node);
        }
        AskBox& box = m_window->findChild<ExploreCommands*>()->annotating().box();
        for (int turn = 0; turn < 2; ++turn, std::ranges::reverse(two)) {
            selection().set(two.front());
            selection().add(two.back());
            press(Qt::Key_L);
            const QString name = toQString(m_window->scene().graph().node(two.front())->name);
            QVERIFY2(box.title().startsWith(QStringLiteral("How are %1 and ").arg(name)),
                     qPrintable(box.title()));
            box.leave();
        }
    }

private:
    Selection& selection() { return m_window->selection(); }
    const std::vector<NodeId>& shown() const { return m_window->scene().shown().nodes; }
    QString message() const { return m_window->message().text(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&m_window->canvas(), key, modifiers);
        settle();
    }
    void storeSomeAsOne()
    {
        selection().set(m_some, {});
        press(Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
    }
    QPushButton* button(const char* words) const
    {
        for (QPushButton* button : m_window->message().findChildren<QPushButton*>()) {
            if (button->text() == QLatin1StringView(words))
                return button;
        }
        return nullptr;
    }

    std::set<NodeId> m_some;
};

QTEST_MAIN(WindowSelectTest)
#include "windowselecttest.moc"
