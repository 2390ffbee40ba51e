// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/scenekeeper.h"

#include "tests/support/corpusfrom.h"
#include "tests/support/manymeetings.h"
#include "tests/support/places.h"
#include "tests/support/shownsizes.h"
#include "tests/support/watchdog.h"
#include "ui/project/journal.h"
#include "ui/window/opener.h"
#include "ui/workspace/opening.h"
#include "ui/workspace/workspace.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <ranges>
#include <thread>

using namespace entente;
using namespace std::chrono_literals;

namespace
{

void write(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void layoutsWill(const QByteArray& manner) { qputenv("FAKELAYOUT", manner); }

LayoutWorker worker()
{
    return {.program =
                QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("fakelayout")),
            .arguments = {QStringLiteral("told")}};
}

} // namespace

class SceneKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        layoutsWill("row");
        m_keeper.reset();
        m_workspace = std::make_unique<Workspace>();
        m_keeper = std::make_unique<SceneKeeper>(*m_workspace, worker());
    }

    // What stands stays ------------------------------------------------------------------------

    void whatStandsIsDrawnWithoutALayoutOfTheRest_data()
    {
        QTest::addColumn<QByteArray>("manner");
        QTest::addColumn<bool>("cancelled");
        QTest::newRow("while it runs") << QByteArray("hang") << false;
        QTest::newRow("after it was cancelled") << QByteArray("hang") << true;
        QTest::newRow("after it has failed") << QByteArray("crash") << false;
    }

    void whatStandsIsDrawnWithoutALayoutOfTheRest()
    {
        QFETCH(QByteArray, manner);
        QFETCH(bool, cancelled);
        open(many());
        const NodeId node = m_keeper->picture().nodes().front().id;
        const QPointF before = placeOf(node);
        layoutsWill(manner);
        m_keeper->expand(someHub());
        if (cancelled)
            m_keeper->cancel();
        if (cancelled || manner == "crash")
            QTRY_VERIFY(!m_keeper->isBusy());

        m_keeper->place({{node, Point{5000, 6000}}});
        QTRY_COMPARE(placeOf(node), QPointF(5000, 6000));
        m_workspace->undoStack().undo();
        QTRY_COMPARE(placeOf(node), before);
        const QColor light = m_keeper->picture().node(node)->fill;
        m_keeper->setTheme(Theme::Dark);
        QTRY_VERIFY(m_keeper->picture().node(node)->fill != light);

        // And the way out of it.
        layoutsWill("row");
        m_keeper->layOutAgain();
        settle();
        QCOMPARE(m_keeper->picture().nodes().size(), m_keeper->shown().nodes.size());
        QCOMPARE(placeOf(node), before);
    }

    void nothingThatStandsIsEverMoved()
    {
        open(many());
        const Places before = places();
        m_keeper->expand(someHub());
        settle();
        QVERIFY(before.size() < places().size());
        QVERIFY(nothingHidden(before, places()));
        QVERIFY(nothingMoved(before, places()));

        const Places expanded = places();
        m_keeper->layOutAgain();
        settle();
        m_workspace->undoStack().undo();
        settle();
        QVERIFY(expanded == places());
        m_keeper->setTheme(Theme::Dark);
        QVERIFY(expanded == places());
        m_keeper->setView(View::Actors);
        settle();
        const Places actors = places();
        m_keeper->setView(View::Events);
        settle();
        QVERIFY(expanded == places());
        open(many());
        QVERIFY(expanded == places());
        m_keeper->setView(View::Actors);
        settle();
        QVERIFY(actors == places());
    }

    void reloadingHidesNothing()
    {
        open(many());
        m_keeper->expand(someHub());
        settle();
        const Places before = places();
        open(many() + visit("Somebody New", "State 1"));
        QVERIFY(nothingHidden(before, places()));
        QVERIFY(nothingMoved(before, places()));
        QVERIFY(!m_keeper->shown().isAll());
        QVERIFY(!m_keeper->shown().reason.empty());
    }

    void whatIsNewInASmallGraphAppears()
    {
        open(few());
        const Places before = places();
        open(few() + visit("Somebody New", "Russia"));
        QCOMPARE(places().size(), before.size() + 2);
        QVERIFY(nothingHidden(before, places()));
        QVERIFY(nothingMoved(before, places()));
    }

    void aSmallGraphThatHasGrownStaysInSight()
    {
        open(few());
        const Places before = places();
        open(few() + "article c 2024-01-16\n" + many().substr(many().find('\n') + 1));
        QVERIFY(nothingHidden(before, places()));
        QVERIFY(nothingMoved(before, places()));
        QVERIFY(places().size() > before.size());
    }

    void whatGoesByAnotherIdStaysToo()
    {
        // The record of the first article lends its id to all that are one with it.
        open(few());
        const std::size_t shown = places().size();
        const QPointF before = placeOf("Sergei Lavrov");
        const NodeId id = idOf("Sergei Lavrov");
        open("article a 2024-01-14\n" + visit("Sergei Lavrov", "Mongolia") + few());
        QVERIFY(idOf("Sergei Lavrov") != id);
        QCOMPARE(placeOf("Sergei Lavrov"), before);
        QCOMPARE(places().size(), shown + 2);
    }

    void editsAndUndoHideAndMoveNothing()
    {
        open("article a 2024-01-14\n" + visit("Sergei Lavrov", "Mongolia") + many() +
             visit("Sergei Lavrov", "State 1"));
        m_keeper->show(idOf("Sergei Lavrov"));
        settle();
        m_keeper->expand(someHub());
        settle();
        const Places before = places();
        const QPointF lavrov = placeOf("Sergei Lavrov");
        m_workspace->perform(RemoveArticle{m_workspace->store().articles().front()});
        settle();
        QVERIFY(!before.contains(idOf("Sergei Lavrov")));
        QCOMPARE(placeOf("Sergei Lavrov"), lavrov);
        QVERIFY(nothingMoved(before, places()));
        m_workspace->undoStack().undo();
        settle();
        QVERIFY(before == places());
    }

    /// Two passages that were found to tell of one meeting had a place each before.
    void aMeetingOfTwoComesBackToWhereItStood()
    {
        open("article a 2024-01-14\n" + visit("Choe Son-hui", "Russia") +
             visit("Choe Son-hui", "Mongolia"));
        const std::vector<Claim> claims = claimsOfFirst();
        m_workspace->perform(JudgeEvents{claims[0].event, claims[1].event, Sameness::One});
        settle();
        const NodeId meeting = m_workspace->events()->nodeOf(claims[0].event);
        QCOMPARE(m_workspace->events()->nodeOf(claims[1].event), meeting);
        const QPointF before = placeOf(meeting);
        Together rejected;
        for (const Claim& claim : claims) {
            ChangeClaim change{.id = claim.id, .fields = {}};
            change.fields.rejected = true;
            rejected.edits.emplace_back(change);
        }
        m_workspace->perform(rejected);
        settle();
        QVERIFY(m_workspace->events()->node(meeting) == nullptr);
        m_workspace->undoStack().undo();
        settle();
        QCOMPARE(placeOf(meeting), before);
    }

    void anotherCorpusIsChosenAnew()
    {
        open(many());
        m_keeper->expand(someHub());
        settle();
        Corpus other = corpusFrom(many());
        other.paths = {"b"};
        m_workspace->take(std::move(other));
        settle();
        QVERIFY(m_keeper->shown() == showReadable(*m_workspace->events()));
    }

    void twoWithoutANameAreNotTheSame()
    {
        Corpus first = corpusFrom(few());
        first.paths = {};
        m_workspace->take(std::move(first));
        settle();
        Filter filter;
        filter.conditions.push_back({Facet::Type, {"Visit"}, false});
        m_keeper->setFilter(filter);
        settle();
        Corpus second = corpusFrom(few());
        second.paths = {};
        m_workspace->take(std::move(second));
        settle();
        QVERIFY(m_keeper->filter().isEmpty());
    }

    // Reloading --------------------------------------------------------------------------------

    void layingOutAtOnceAfterAReloadLosesNothing()
    {
        open(few());
        m_workspace->take(corpusFrom(few() + visit("Somebody New", "Russia")));
        m_keeper->layOutAgain();
        settle();
        QCOMPARE(m_keeper->shown().nodesInAll, m_workspace->events()->nodeCount());
        QCOMPARE(m_keeper->picture().nodes().size(), m_keeper->shown().nodes.size());
        QCOMPARE(m_workspace->undoStack().undoText(), QStringLiteral("Lay Out Again"));
    }

    void aDragWhileAReloadReadsIsKept()
    {
        const QTemporaryDir folder;
        write(folder, QStringLiteral("a.txt"), "Choe visits Russia.");
        write(folder, QStringLiteral("a.ann"),
              "T1\tPerson 0 4\tChoe\nT2\tVisit 5 11\tvisits\nT3\tState 12 18\tRussia\n"
              "E1\tVisit:T2 Visitor:T1 Destination:T3\n");
        const QTemporaryDir untitled;
        Journal journal(*m_workspace, untitled.path().toStdString());
        Opener opener(*m_workspace, journal);
        opener.open({folder.path()});
        QTRY_VERIFY(!opener.isBusy());
        settle();
        const NodeId node = m_keeper->picture().nodes().front().id;
        opener.reload();
        m_keeper->place({{node, Point{5000, 6000}}});
        QTRY_VERIFY(!opener.isBusy());
        settle();
        QCOMPARE(placeOf(node), QPointF(5000, 6000));
        QVERIFY(m_keeper->isPlacedByHand(node));
    }

    void whatIsNoLongerOpenIsFreedElsewhere()
    {
        std::atomic<int> freedHere = 0;
        std::atomic<int> freed = 0;
        const auto watched = [&](const std::string& text) {
            Opened opened = foldCorpus(corpusFrom(text));
            const auto watch = [&](std::shared_ptr<const KnowledgeGraph>& graph) {
                graph = {graph.get(), [&, graph, here = QThread::currentThread()](auto*) {
                             freedHere += QThread::currentThread() == here ? 1 : 0;
                             ++freed;
                         }};
            };
            watch(opened.events);
            watch(opened.actors);
            return opened;
        };
        for (int round = 0; round < 3; ++round) {
            m_workspace->take(watched(few()));
            settle();
        }
        m_workspace->perform(RemoveArticle{m_workspace->store().articles().front()});
        settle();
        QTRY_COMPARE(freed, 6);
        QCOMPARE(freedHere, 0);
    }

    // Layouts ----------------------------------------------------------------------------------

    void aCancelledFirstChoiceIsMadeUpFor()
    {
        m_workspace->take(corpusFrom(few()));
        m_keeper->cancel();
        QVERIFY(!m_keeper->isBusy());
        m_keeper->layOutAgain();
        settle();
        QVERIFY(!m_keeper->picture().isEmpty());
        QVERIFY(!m_workspace->undoStack().canUndo());
    }

    void anOldLayoutIsNoAnswerToANewQuestion()
    {
        layoutsWill("count");
        open(many());
        const std::vector<NodeId> hubs = hiddenRich();
        const QTemporaryDir folder;
        const QString begun = folder.filePath(QStringLiteral("begun"));
        qputenv("FAKELAYOUT_BEGUN", QFile::encodeName(begun));
        m_keeper->expand(hubs.at(0));
        const auto first = static_cast<double>(m_keeper->shown().nodes.size());
        while (!QFile::exists(begun))
            QCoreApplication::processEvents();
        qunsetenv("FAKELAYOUT_BEGUN");
        std::this_thread::sleep_for(500ms); // It answers while nobody listens.
        const std::vector<NodeId> before = m_keeper->shown().nodes;
        m_keeper->expand(hubs.at(1));
        QVERIFY(m_keeper->shown().nodes.size() > before.size());
        const auto second = static_cast<double>(m_keeper->shown().nodes.size());
        settle();
        for (const NodeId node : m_keeper->shown().nodes) {
            const double y = placeOf(node).y();
            if (std::ranges::find(before, node) == before.end())
                QCOMPARE(y, second);
            else
                QVERIFY(y <= first || y == second);
        }
    }

    void layingOutAgainDrawsOnce()
    {
        open(few());
        QSignalSpy pictures(m_keeper.get(), &SceneKeeper::pictureChanged);
        layoutsWill("count");
        m_keeper->layOutAgain();
        settle();
        QCOMPARE(pictures.size(), 1);
        QVERIFY(pictures[0][0].toBool());
        m_workspace->undoStack().undo();
        QCOMPARE(pictures.size(), 2);
        QVERIFY(pictures[1][0].toBool()); // Nor does anything stand where it stood after that.
    }

    void whatIsExpandedMeanwhileIsLaidOutWithTheRest()
    {
        open(many());
        layoutsWill("hang");
        m_keeper->layOutAgain();
        layoutsWill("count");
        m_keeper->expand(someHub());
        settle();
        QCOMPARE(m_workspace->undoStack().undoText(), QStringLiteral("Lay Out Again"));
        QCOMPARE(m_keeper->picture().nodes().size(), m_keeper->shown().nodes.size());
    }

    // Views ------------------------------------------------------------------------------------

    void aViewNeverShowsThePictureOfTheOther()
    {
        open(few());
        const Places events = places();
        layoutsWill("hang");
        m_keeper->setView(View::Actors);
        QVERIFY(m_keeper->picture().isEmpty());
        settle(); // Without a layout: actors stand where they stood.
        const Places actors = places();
        QVERIFY(!actors.empty());
        for (const auto& [node, place] : actors) {
            QVERIFY(m_workspace->actors()->node(node) != nullptr);
            QCOMPARE(place, events.at(node));
        }
        QVERIFY(actors.size() < events.size());
        QSignalSpy pictures(m_keeper.get(), &SceneKeeper::pictureChanged);
        m_keeper->setView(View::Events);
        QVERIFY(!pictures.isEmpty());
        QVERIFY(events == places());
    }

    void aDrawingOfOneViewNeverArrivesInTheOther()
    {
        open(dense());
        layoutsWill("hang");
        m_keeper->setTheme(Theme::Dark);
        QVERIFY(m_keeper->isBusy());
        m_keeper->setView(View::Actors);
        QTest::qWait(200);
        const KnowledgeGraph& actors = *m_workspace->actors();
        QVERIFY(std::ranges::all_of(m_keeper->picture().nodes(), [&](const NodeItem& item) {
            return actors.node(item.id) != nullptr;
        }));
    }

    void undoTurnsToTheViewWhereItIsSeen()
    {
        open(few());
        m_keeper->setView(View::Actors);
        settle();
        layoutsWill("count");
        m_keeper->layOutAgain(); // From here on they stand elsewhere than in the other view.
        settle();
        const NodeId node = m_keeper->picture().nodes().front().id;
        const QPointF before = placeOf(node);
        m_keeper->place({{node, Point{5000, 6000}}});
        m_keeper->setView(View::Events);
        settle();
        m_workspace->undoStack().undo();
        QCOMPARE(m_keeper->view(), View::Actors);
        settle();
        QCOMPARE(placeOf(node), before);
        m_workspace->undoStack().redo();
        QCOMPARE(m_keeper->view(), View::Actors);
        QCOMPARE(placeOf(node), QPointF(5000, 6000));
    }

    void anEdgeThatIsNotShownIsShown()
    {
        open(many());
        const KnowledgeGraph& graph = *m_workspace->events();
        const std::vector<EdgeId> edges = graph.edges();
        const auto hidden = std::ranges::find_if(
            edges, [&](EdgeId id) { return m_keeper->picture().edge(id) == nullptr; });
        QVERIFY(hidden != edges.end());
        m_keeper->show(*hidden);
        settle();
        QVERIFY(m_keeper->picture().edge(*hidden) != nullptr);
    }

    void whatOnlyTheOtherViewHasIsShownThere()
    {
        open(few());
        const EdgeId tie = m_workspace->actors()->edges().front();
        m_keeper->show(tie);
        QCOMPARE(m_keeper->view(), View::Actors);
        settle();
        QVERIFY(m_keeper->picture().edge(tie) != nullptr);
        const EdgeId role = m_workspace->events()->edges().front();
        m_keeper->show(role);
        QCOMPARE(m_keeper->view(), View::Events);
        settle();
        QVERIFY(m_keeper->picture().edge(role) != nullptr);
    }

    // Pictures that take their time ------------------------------------------------------------

    void aHeldKeyIsSeenToMove()
    {
        open(dense());
        const NodeId node = m_keeper->picture().nodes().front().id;
        const QPointF before = placeOf(node);
        QSignalSpy pictures(m_keeper.get(), &SceneKeeper::pictureChanged);
        int steps = 0;
        QElapsedTimer timer;
        timer.start();
        while (pictures.size() < 3 && timer.elapsed() < 20000) {
            m_keeper->move({node}, {1, 0});
            ++steps;
            QCoreApplication::processEvents();
            std::this_thread::sleep_for(1ms);
        }
        QVERIFY(pictures.size() >= 3);
        settle();
        QCOMPARE(placeOf(node), before + QPointF(steps, 0));
        QCOMPARE(m_workspace->undoStack().count(), 1);
        m_workspace->undoStack().undo();
        settle();
        QCOMPARE(placeOf(node), before);
    }

    void cancelStopsDrawing()
    {
        open(dense());
        m_keeper->setTheme(Theme::Dark);
        QVERIFY(m_keeper->isBusy());
        const Picture before = m_keeper->picture();
        m_keeper->cancel();
        QVERIFY(!m_keeper->isBusy());
        QTest::qWait(200);
        QCOMPARE(m_keeper->picture().nodes().front().fill, before.nodes().front().fill);
    }

    void aLargeCorpusKeepsNobodyWaiting()
    {
        const QTemporaryDir untitled;
        Journal journal(*m_workspace, untitled.path().toStdString());
        Opener opener(*m_workspace, journal);
        Watchdog watchdog;
        const auto calm = [&](const char* what) {
            QTRY_VERIFY_WITH_TIMEOUT(!opener.isBusy(), 60000);
            settle();
            QTest::qWait(5); // The last piece of work has to be counted too.
            const double work = watchdog.longestWork();
            qInfo() << what << work << "ms";
            QVERIFY2(work < workAtMost, what);
            watchdog.restart();
        };
        opener.open({manyMeetings()});
        calm("open");
        const std::vector<NodeId> hubs = hiddenRich();
        watchdog.restart();
        for (const NodeId node : hubs) {
            m_keeper->expand(node);
            calm("expand");
        }
        const Places before = places();
        m_keeper->move({m_keeper->shown().nodes.front()}, {9, 9});
        calm("move");
        m_workspace->undoStack().undo();
        calm("undo");
        m_keeper->setTheme(Theme::Dark);
        calm("theme");
        m_keeper->setView(View::Actors);
        calm("actors");
        m_keeper->setView(View::Events);
        calm("events");
        opener.reload();
        calm("reload");
        QVERIFY(before == places());
        m_keeper->layOutAgain();
        calm("lay out again");
    }

private:
    void open(const std::string& text)
    {
        m_workspace->take(corpusFrom(text));
        settle();
    }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(!m_keeper->isBusy(), 60000); }
    Places places() const { return placesOf(m_keeper->picture()); }
    QPointF placeOf(NodeId node) const
    {
        const NodeItem* item = m_keeper->picture().node(node);
        return item != nullptr ? item->outline.center() : QPointF(-1, -1);
    }
    NodeId idOf(const std::string& name) const
    {
        for (const NodeId id : m_workspace->events()->nodes()) {
            if (m_workspace->events()->node(id)->name == name)
                return id;
        }
        return {};
    }
    QPointF placeOf(const std::string& name) const { return placeOf(idOf(name)); }
    std::vector<Claim> claimsOfFirst() const
    {
        const Store& store = m_workspace->store();
        const auto& claims = store.records(store.articles().front()).claims;
        return {claims.begin(), claims.end()};
    }
    /// Shown nodes with neighbours that are not, those with the most first.
    std::vector<NodeId> hiddenRich() const
    {
        std::vector<std::pair<int, NodeId>> hidden;
        for (const NodeId node : m_keeper->shown().nodes)
            hidden.emplace_back(hiddenNeighbours(m_keeper->graph(), m_keeper->shown(), node), node);
        std::ranges::sort(hidden, std::ranges::greater());
        std::vector<NodeId> nodes;
        for (const auto& [count, node] : hidden | std::views::take(5))
            nodes.push_back(node);
        return nodes;
    }
    NodeId someHub() const { return hiddenRich().front(); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<SceneKeeper> m_keeper;
};

QTEST_MAIN(SceneKeeperTest)
#include "scenekeepertest.moc"
