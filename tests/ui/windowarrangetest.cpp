// SPDX-License-Identifier: Apache-2.0
// Places nodes in the real window, by pins and by layouts; and what else one does moves none.
#include "graph/model/graph.h"
#include "tests/support/manymeetings.h"
#include "tests/support/realwindow.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/panels/evidencepanel.h"
#include "ui/text/translations.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/explorer.h"

#include <QPushButton>
#include <QTest>

#include <map>
#include <random>

using namespace entente;

namespace
{

using Places = std::map<NodeId, QPointF>;

} // namespace

class WindowArrangeTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("windowarrangetest"));
        installTranslations(QLocale());
    }

    void init()
    {
        forget();
        QSettings().setValue(QStringLiteral("analyst/name"), QStringLiteral("Anna"));
        show();
        open(sample());
        m_some = {shown()[0], shown()[1], shown()[2]};
    }

    void cleanup() { m_window.reset(); }

    void whatIsPinnedIsMarkedAndStaysInALayout()
    {
        const Places before = places();
        m_window->selection().set(m_some, {});
        press(Qt::Key_P);
        QCOMPARE(places(), before);
        QCOMPARE(pinned(), m_some);
        press(Qt::Key_L, Qt::ControlModifier);
        const Places after = places();
        QVERIFY(after != before);
        for (const NodeId node : m_some)
            QCOMPARE(after.at(node), before.at(node));
        undo();
        QCOMPARE(places(), before);
        QCOMPARE(pinned(), m_some);
        undo();
        QVERIFY(pinned().empty());
        m_window->actions().redo->trigger();
        settle();
        QCOMPARE(pinned(), m_some);
        m_window->selection().set(*m_some.begin());
        press(Qt::Key_P, Qt::AltModifier);
        QCOMPARE(pinned().size(), 2U);
        QCOMPARE(places(), before);
    }

    void pinsAreOfOneViewAndComeBackWithTheProject()
    {
        m_window->selection().set(m_some, {});
        press(Qt::Key_P);
        m_window->scene().setView(View::Actors);
        settle();
        QVERIFY(pinned().empty());
        m_window->scene().setView(View::Events);
        settle();
        const Places before = places();
        const QString file = saveAs(QStringLiteral("pins.entente"));
        m_window.reset();
        show();
        open(file);
        QCOMPARE(pinned(), m_some);
        for (const NodeId node : m_some)
            QCOMPARE(places().at(node), before.at(node));
    }

    void onlyTheSelectedAreLaidOutAgain()
    {
        // Away from where a layout would have them.
        m_window->scene().move(m_some, {3000, 2000});
        settle();
        const Places before = places();
        m_window->selection().set(m_some, {});
        press(Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
        const Places after = places();
        for (const auto& [node, place] : before)
            QCOMPARE(after.at(node) == place, !m_some.contains(node));
        undo();
        QCOMPARE(places(), before);
    }

    void whereAllIsPinnedItIsSaid()
    {
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_P);
        const Places before = places();
        const int steps = m_window->workspace().undoStack().count();
        press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY2(m_window->message().text().contains(QStringLiteral("Unpin")),
                 qPrintable(m_window->message().text()));
        QCOMPARE(places(), before);
        QCOMPARE(m_window->workspace().undoStack().count(), steps);
        QVERIFY(!m_window->actions().pin->isEnabled());
        QVERIFY(m_window->actions().unpin->isEnabled());
    }

    void aChronologyIsAnAxisThatIsUndoneAndComesBack()
    {
        QVERIFY(axis().isEmpty());
        const Places before = places();
        m_window->actions().layOutByTime->trigger();
        settle();
        const Places byTime = places();
        QVERIFY(byTime != before);
        QVERIFY(axis().periods.size() > 2);
        QVERIFY(!axis().undated.isNull());
        QVERIFY(m_window->actions().layOutByTime->isChecked());
        undo();
        QCOMPARE(places(), before);
        QVERIFY(axis().isEmpty());
        QVERIFY(!m_window->actions().layOutByTime->isChecked()); // As it stands.
        QVERIFY(isAllSeen());
        m_window->actions().redo->trigger();
        settle();
        QCOMPARE(places(), byTime);
        QVERIFY(!axis().isEmpty());

        const QString file = saveAs(QStringLiteral("chronology.entente"));
        m_window.reset();
        show();
        open(file);
        QCOMPARE(places(), byTime);
        QVERIFY(!axis().isEmpty());
        QVERIFY(m_window->actions().layOutByTime->isChecked());
        // An event that is out of its time: no axis says what is not so.
        const NodeId last = lastEvent();
        m_window->scene().move({last}, {-4000, 0});
        settle();
        QVERIFY(axis().isEmpty());
        undo();
        QVERIFY(!axis().isEmpty());
        Q_EMIT m_window->actions().engineChosen(Engine::Sfdp);
        settle();
        QVERIFY(axis().isEmpty());
    }

    void whatIsShownLaterFindsItsTime()
    {
        // The last event and who was there, then who and what is near these.
        m_window->selection().set(lastEvent());
        m_window->actions().hideOthers->trigger();
        settle();
        m_window->actions().grow->trigger();
        settle();
        m_window->actions().layOutByTime->trigger();
        settle();
        QVERIFY(!axis().isEmpty());
        const Places before = places();
        for (int i = 0; i < 2; ++i) {
            m_window->actions().grow->trigger();
            settle();
        }
        QVERIFY(places().size() > before.size());
        for (const auto& [node, place] : before)
            QCOMPARE(places().at(node), place);
        QVERIFY(!axis().isEmpty());
    }

    /// Circles take Graphviz 20 s and more for 200 nodes: nobody waits for them.
    void aSlowLayoutIsStoppedAndItsDraftKeptAndUndone()
    {
        open(manyMeetings());
        while (shown().size() < 250) {
            m_window->actions().grow->trigger();
            settle();
        }
        const Places before = places();
        auto* keep = m_window->findChild<QPushButton*>(QStringLiteral("keepDraft"));
        auto* cancel = m_window->findChild<QPushButton*>(QStringLiteral("cancel"));
        Q_EMIT m_window->actions().engineChosen(Engine::Circo);
        QTRY_VERIFY_WITH_TIMEOUT(keep->isVisible() && keep->isEnabled(), 20000);
        QVERIFY(m_window->actions().keepDraft->isEnabled());
        QTest::mouseClick(cancel, Qt::LeftButton);
        settle();
        QCOMPARE(places(), before);
        QVERIFY(!m_window->actions().keepDraft->isEnabled());
        QVERIFY(!m_window->scene().engine()); // Nothing is of that style.

        Q_EMIT m_window->actions().engineChosen(Engine::Circo);
        QTRY_VERIFY_WITH_TIMEOUT(keep->isVisible() && keep->isEnabled(), 20000);
        QTest::mouseClick(keep, Qt::LeftButton);
        settle();
        QVERIFY(m_window->message().text().contains(QStringLiteral("is a draft")));
        const Places kept = places();
        QCOMPARE(kept.size(), before.size());
        QVERIFY(kept != before);
        QVERIFY(!keep->isVisible());
        undo();
        QCOMPARE(places(), before);
        m_window->actions().redo->trigger();
        settle();
        QCOMPARE(places(), kept);
    }

    void actorsHaveNoChronology()
    {
        m_window->scene().setView(View::Actors);
        settle();
        const Places before = places();
        m_window->actions().layOutByTime->trigger();
        settle();
        QVERIFY(m_window->message().text().contains(QStringLiteral("Actors have no date")));
        QVERIFY(!m_window->actions().layOutByTime->isChecked());
        QCOMPARE(places(), before);
    }

    void ringsLieAboutWhatIsSelected()
    {
        const NodeId centre = m_window->selection().nodes().empty() ? shown()[5] : NodeId();
        m_window->selection().set(centre);
        Q_EMIT m_window->actions().engineChosen(Engine::Twopi);
        settle();
        // Its neighbours lie nearer to it than what is farther from it, in the mean.
        const auto& neighbours = m_window->scene().graph().neighbours(centre);
        double near = 0;
        double all = 0;
        for (const auto& [node, place] : places()) {
            const double distance = QLineF(place, places().at(centre)).length();
            all += distance / static_cast<double>(places().size());
            if (std::ranges::find(neighbours, node) != neighbours.end())
                near += distance / static_cast<double>(neighbours.size());
        }
        QVERIFY2(near < all / 2, qPrintable(QStringLiteral("%1 of %2").arg(near).arg(all)));
    }

    /// Moves of what stands: none, to the last bit, whatever one does that is no move.
    void whateverOneDoesNothingMoves()
    {
        const Actions& act = m_window->actions();
        GraphCanvas& canvas = m_window->canvas();
        std::mt19937 random(7);
        const auto below = [&](std::size_t end) {
            return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
        };
        const auto some = [&] {
            return shown().empty() ? NodeId() : shown()[below(shown().size())];
        };
        const std::vector<std::function<void()>> acts{
            [&] { m_window->selection().set(some()); },
            [&] { QTest::mouseMove(&canvas, QPoint(int(below(600)), int(below(400)))); },
            [&] { act.showEvidence->toggle(); },
            [&] { act.showLists->toggle(); },
            [&] { act.showLegend->toggle(); },
            [&] { QTest::keyClick(&canvas, Qt::Key_Right); },
            [&] { act.selectNeighbours->trigger(); },
            [&] { act.invertSelection->trigger(); },
            [&] { act.expand->trigger(); },
            [&] { act.hideSelected->trigger(); },
            [&] { act.grow->trigger(); },
            [&] { act.shrink->trigger(); },
            [&] { act.showAll->trigger(); },
            [&] { act.goBack->trigger(); },
            [&] { act.goForward->trigger(); },
            [&] { act.pin->trigger(); },
            [&] { act.unpin->trigger(); },
            [&] { act.undo->trigger(); },
            [&] { act.redo->trigger(); },
            [&] {
                m_window->explorer().setFilter({{{Facet::Modality, {"Happened"}}}, false});
            },
            [&] {
                m_window->explorer().setFilter({{{Facet::Kind, {"State"}}}, false});
            },
            [&] { act.clearFilters->trigger(); },
            [&] { Q_EMIT m_window->actions().viewChosen(View::Actors); },
            [&] { Q_EMIT m_window->actions().viewChosen(View::Events); },
        };
        const Places start = places();
        for (int i = 0; i < 70; ++i) {
            acts[below(acts.size())]();
            settle();
            for (const auto& [node, place] : places())
                QCOMPARE(place, start.at(node));
        }
    }

    void actorsStayWhereTheyAreInTheOtherView()
    {
        const Places before = places();
        const QRectF seen = m_window->canvas().viewport().visible();
        Q_EMIT m_window->actions().viewChosen(View::Actors);
        settle();
        QVERIFY(shown().size() > 5);
        QCOMPARE(m_window->canvas().viewport().visible(), seen);
        for (const auto& [node, place] : places())
            QCOMPARE(place, before.at(node));
        // One that is dragged is dragged in both.
        const NodeId dragged = shown().front();
        m_window->scene().move({dragged}, {60, 45});
        settle();
        Q_EMIT m_window->actions().viewChosen(View::Events);
        settle();
        QCOMPARE(places().at(dragged), before.at(dragged) + QPointF(60, 45));
        undo();
        QCOMPARE(places().at(dragged), before.at(dragged));
    }

private:
    /// After a layout, and after its undo.
    bool isAllSeen() const
    {
        QTest::qWait(250); // It glides.
        const QRectF seen = m_window->canvas().viewport().visible();
        return seen.contains(m_window->scene().picture().bounds());
    }
    const std::vector<NodeId>& shown() const { return m_window->scene().shown().nodes; }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&m_window->canvas(), key, modifiers);
        settle();
    }
    void undo()
    {
        m_window->actions().undo->trigger();
        settle();
    }
    Places places() const
    {
        Places places;
        for (const NodeItem& node : m_window->scene().picture().nodes())
            places.emplace(node.id, node.outline.center());
        return places;
    }
    const TimeAxis& axis() const { return m_window->scene().picture().timeAxis(); }
    NodeId lastEvent() const
    {
        NodeId last;
        std::optional<Day> day;
        for (const NodeId id : shown()) {
            const Node& node = *m_window->scene().graph().node(id);
            if (node.kind != NodeKind::Event || !node.date || node.date->earliest <= day)
                continue;
            day = node.date->earliest;
            last = id;
        }
        return last;
    }
    std::set<NodeId> pinned() const
    {
        std::set<NodeId> nodes;
        for (const NodeItem& node : m_window->scene().picture().nodes()) {
            if (node.pinned)
                nodes.insert(node.id);
        }
        return nodes;
    }

    std::set<NodeId> m_some;
};

QTEST_MAIN(WindowArrangeTest)
#include "windowarrangetest.moc"
