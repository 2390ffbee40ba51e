// SPDX-License-Identifier: Apache-2.0
// Clicks through the graph in the real window: further, back, forward; and nothing ever moves.
#include "graph/model/shown.h"
#include "tests/support/manymeetings.h"
#include "tests/support/realwindow.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/paint/marks.h"
#include "ui/text/translations.h"
#include "ui/window/actions.h"
#include "ui/window/messagebar.h"
#include "ui/window/statusline.h"
#include "ui/workspace/explorer.h"

#include <QMenu>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace entente;

namespace
{

using Places = std::map<NodeId, QPointF>;

} // namespace

class WindowExploreTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("windowexploretest"));
        installTranslations(QLocale());
    }

    void init()
    {
        forget();
        show();
        open(sample());
    }

    void cleanup() { m_window.reset(); }

    void aDoubleClickShowsWhatIsAroundAndTheWayBack()
    {
        const Places all = places();
        const NodeId node = busiest();
        QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, pointOf(node));
        settle();
        const Places around = places();
        QVERIFY(around.contains(node));
        QVERIFY(around.size() > 1 && around.size() < all.size());
        QVERIFY(isPartOf(around, all)); // Nothing moved.
        QVERIFY(m_window->statusLine().counts().contains(QStringLiteral("and what is around it")));

        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(places(), all);
        QVERIFY(!m_window->actions().goBack->isEnabled());
        press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(places(), around);
        QVERIFY(!m_window->actions().goForward->isEnabled());
        QVERIFY(!m_window->workspace().undoStack().canUndo()); // None of it is an edit.
    }

    void whatIsHiddenIsSaidAndComesBack()
    {
        const Places all = places();
        const NodeId node = busiest();
        m_window->selection().set(node);
        press(Qt::Key_H, Qt::ControlModifier);
        QCOMPARE(places().size(), all.size() - 1);
        QVERIFY(!places().contains(node));
        QVERIFY(isPartOf(places(), all));
        QVERIFY(m_window->selection().isEmpty());
        QCOMPARE(message(), QStringLiteral("Hidden: 1 node. Back shows it again."));
        QVERIFY(m_window->statusLine().counts().contains(QStringLiteral("without what you hid")));
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(places(), all);
    }

    void othersAreHiddenAndAllIsShownAgain()
    {
        const Places all = places();
        const std::vector<NodeId> nodes = m_window->scene().shown().nodes;
        m_window->selection().set({nodes[0], nodes[1]}, {});
        press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(places().size(), 2U);
        m_window->actions().showAll->trigger();
        settle();
        QCOMPARE(places(), all);
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(places().size(), 2U);
    }

    void plusAndMinusGrowAndShrinkByAStep()
    {
        const NodeId node = busiest();
        m_window->selection().set(node);
        press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(places().size(), 1U);
        std::vector<Places> steps{places()};
        for (int step = 0; step < 2; ++step) {
            press(Qt::Key_Plus);
            QVERIFY(places().size() > steps.back().size());
            QVERIFY(message().startsWith(QStringLiteral("Added ")));
            steps.push_back(places());
        }
        QCOMPARE(steps[1].size(), 1 + m_window->scene().graph().neighbours(node).size());
        press(Qt::Key_Minus);
        QCOMPARE(places(), steps[1]);
        press(Qt::Key_Minus);
        QCOMPARE(places(), steps[0]);
        press(Qt::Key_Minus);
        QCOMPARE(places(), steps[0]);
        QCOMPARE(message(), QStringLiteral("Nothing else is shown."));
    }

    void theMenuIsAboutWhatWasClickedAmongWhatIsSelected()
    {
        const std::vector<NodeId> nodes = m_window->scene().shown().nodes;
        const NodeId clicked = busiest();
        m_window->selection().set({nodes.begin(), nodes.end()}, {});
        QTest::mouseClick(&canvas(), Qt::RightButton, {}, pointOf(clicked));
        QCOMPARE(m_window->selection().nodes().size(), nodes.size());
        auto* menu = canvas().findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(menu);
        menu->close();
        press(Qt::Key_D, Qt::ControlModifier);
        const QString name = QString::fromStdString(m_window->scene().graph().node(clicked)->name);
        QVERIFY(m_window->statusLine().counts().contains(name +
                                                         QStringLiteral(" and what is around it")));
        for (const NodeId node : m_window->selection().nodes())
            QVERIFY(m_window->scene().isShown(node)); // What cannot be seen is let go of.
    }

    void aStepBackLeadsToTheSameNodesAfterArticlesHaveGone()
    {
        const NodeId hub = busiest();
        const std::string name = m_window->scene().graph().node(hub)->name;
        QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, pointOf(hub));
        settle();
        m_window->selection().set(hub);
        press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        // The first of what speaks of it gives a node its id.
        Workspace& workspace = m_window->workspace();
        const std::vector<ArticleId> articles = workspace.store().articles();
        for (std::size_t i = 0; i < articles.size() / 2; ++i)
            QVERIFY(workspace.perform(RemoveArticle{articles[i]}));
        settle();
        QCOMPARE(m_window->scene().graph().node(hub), nullptr);
        press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(std::ranges::any_of(m_window->scene().shown().nodes, [&](NodeId node) {
            return m_window->scene().graph().node(node)->name == name;
        }));
        QVERIFY(places().size() > 1);
        press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(m_window->scene().shown().isAll());
        workspace.undoStack().undo(); // What has come since belongs to all.
        settle();
        QVERIFY(m_window->scene().shown().isAll());
    }

    void theOtherViewIsAStep()
    {
        const Places events = places();
        m_window->actions().selectAll->trigger();
        press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(m_window->scene().view(), View::Actors);
        const Places actors = places();
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_window->scene().view(), View::Events);
        QCOMPARE(places(), events);
        press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_window->scene().view(), View::Actors);
        QCOMPARE(places(), actors);
    }

    void theMenuCountsNeighboursByRoleBeforeTheyAreAsked()
    {
        open(manyMeetings());
        const NodeId hub = mostHidden();
        m_window->selection().set(m_window->scene().shown().nodes.back());
        const int hidden =
            hiddenNeighbours(m_window->scene().graph(), m_window->scene().shown(), hub);
        QTest::mouseClick(&canvas(), Qt::RightButton, {}, pointOf(hub));
        auto* menu = canvas().findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(menu);
        QCOMPARE(m_window->selection().nodes(), std::set<NodeId>{hub}); // What it is about.
        auto* expand = menu->findChild<QMenu*>();
        QVERIFY(expand);
        QCOMPARE(expand->title(), QStringLiteral("Expand (%1 hidden)").arg(hidden));
        const QList<QAction*> groups = expand->actions();
        QVERIFY(groups.size() >= 3); // All of them, a line, and a group.
        QAction* group = groups[2];
        const QString words = group->text();
        QVERIFY2(words.contains(QRegularExpression(QStringLiteral(" in \\d+ .*hidden\\)$"))),
                 qPrintable(words));
        const Places before = places();
        group->trigger();
        menu->close();
        settle();
        QVERIFY(places().size() > before.size());
        QVERIFY(isPartOf(before, places()));
        QVERIFY(message().startsWith(QStringLiteral("Added ")));
    }

    void aClickOnABadgeShowsMoreOfWhatIsHidden()
    {
        open(manyMeetings());
        for (const NodeItem& node : canvas().picture().nodes())
            QCOMPARE(node.hidden, hiddenNeighbours(m_window->scene().graph(),
                                                   m_window->scene().shown(), node.id));
        const NodeId hub = mostHidden();
        const int hidden = canvas().picture().node(hub)->hidden;
        m_window->selection().set(hub);
        m_window->actions().fitSelection->trigger(); // Close enough to see it.
        settle();
        m_window->selection().clear();
        const Places before = places();
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, badgeOn(hub));
        settle();
        QVERIFY(isPartOf(before, places()));
        QVERIFY(places().size() > before.size());
        QVERIFY(canvas().picture().node(hub)->hidden < hidden);
        QVERIFY(m_window->selection().isEmpty()); // It was no click on the node.
        QVERIFY2(message().startsWith(QStringLiteral("Added ")), qPrintable(message()));
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(places(), before);
    }

    void whateverIsShownAndHiddenNothingMovesAndBackLeadsToTheStart()
    {
        open(manyMeetings());
        const Places start = places();
        Places known = start;
        std::mt19937 random(1);
        const auto below = [&](std::size_t end) {
            return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
        };
        const Actions& act = m_window->actions();
        const std::vector<QAction*> steps{act.expand, act.focusOn,      act.grow,
                                          act.shrink, act.hideSelected, act.hideOthers,
                                          act.goBack, act.goForward};
        for (int i = 0; i < 30; ++i) {
            const std::vector<NodeId>& nodes = m_window->scene().shown().nodes;
            m_window->selection().set(nodes[below(nodes.size())]);
            steps[below(steps.size())]->trigger();
            settle();
            for (const auto& [node, place] : places())
                QCOMPARE(known.emplace(node, place).first->second, place);
        }
        while (act.goBack->isEnabled()) {
            act.goBack->trigger();
            settle();
        }
        QCOMPARE(places(), start);
    }

private:
    GraphCanvas& canvas() { return m_window->canvas(); }
    QString message() const { return m_window->message().text(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&canvas(), key, modifiers);
        settle();
    }
    Places places() const
    {
        Places places;
        for (const NodeItem& node : m_window->scene().picture().nodes())
            places.emplace(node.id, node.outline.center());
        return places;
    }
    static bool isPartOf(const Places& part, const Places& whole)
    {
        return std::ranges::includes(whole, part, [](const auto& a, const auto& b) {
            return std::tuple(a.first, a.second.x(), a.second.y()) <
                   std::tuple(b.first, b.second.x(), b.second.y());
        });
    }
    QPoint pointOf(NodeId node)
    {
        const NodeItem* item = canvas().picture().node(node);
        return canvas().viewport().toScreen(item->outline.center()).toPoint();
    }
    QPoint badgeOn(NodeId node)
    {
        const Viewport& viewport = canvas().viewport();
        const QRectF badge = badgeOf(*canvas().picture().node(node), viewport.scale());
        return viewport.toScreen(badge.center()).toPoint();
    }
    NodeId busiest() const
    {
        const SceneKeeper& scene = m_window->scene();
        return *std::ranges::max_element(scene.shown().nodes, {}, [&](NodeId node) {
            const Node& there = *scene.graph().node(node);
            return there.isActor ? there.weight : 0;
        });
    }
    NodeId mostHidden() const
    {
        const SceneKeeper& scene = m_window->scene();
        return *std::ranges::max_element(scene.shown().nodes, {}, [&](NodeId node) {
            return hiddenNeighbours(scene.graph(), scene.shown(), node);
        });
    }
};

QTEST_MAIN(WindowExploreTest)
#include "windowexploretest.moc"
