// SPDX-License-Identifier: Apache-2.0
// To reach on 2 cores, with 10,000 meetings: a filter changes the picture within 100 ms; a node
// shows more of its neighbours within 100 ms and what Graphviz takes to place them.

#include "graph/annotation/corpus.h"
#include "graph/base/resourcefolder.h"
#include "graph/query/copies.h"
#include "graph/query/facetcounts.h"
#include "graph/query/filtered.h"
#include "graph/query/neighbourhood.h"
#include "tests/support/manymeetings.h"
#include "ui/jobs/layoutclient.h"
#include "ui/workspace/explorer.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QElapsedTimer>
#include <QTest>

using namespace entente;

class FilterBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStep_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("real or generated") << manyMeetings();
        static const QTemporaryDir generated;
        writeCorpus(generateCorpus(1000), generated.path().toStdString());
        QTest::newRow("generated") << generated.path();
    }
    void eachStep();
    void toThePicture_data() { eachStep_data(); }
    void toThePicture();
    void expand_data() { eachStep_data(); }
    void expand();
};

/// What a filter takes before anything can be drawn, step by step.
void FilterBench::eachStep()
{
    QFETCH(const QString, folder);
    const auto corpus = openCorpus({folder.toStdString()}, resourceFolder(), {});
    QVERIFY(corpus);
    const KnowledgeGraph events = fold(corpus->store, corpus->ontology);
    const Copies copies = Copies::among(corpus->store);
    const FilterGround ground{corpus->store, corpus->ontology, corpus->diagnostics, &copies};
    qInfo("%s: %d nodes, %d edges, %zu claims", qPrintable(folder), events.nodeCount(),
          events.edgeCount(), corpus->store.claimCount());

    QElapsedTimer clock;
    const auto time = [&](const char* name, const auto& act) {
        double best = 1e9;
        for (int i = 0; i < 5; ++i) {
            clock.restart();
            act();
            best = std::min(best, static_cast<double>(clock.nsecsElapsed()) / 1e6);
        }
        qInfo("%7.1f ms  %s", best, name);
        return best;
    };
    const std::vector<std::pair<const char*, Filter>> filters{
        {"all pass", {{{Facet::Origin, {"annotated"}}}, false}},
        {"happened", {{{Facet::Modality, {"Happened"}}}, false}},
        {"visits of a decade, not by its words",
         {{{Facet::Type, {"Visit"}},
           {Facet::Date, {"1990/1999"}},
           {Facet::Quote, {"missing"}, true}},
          false}},
        {"two sources", {{{Facet::Sources, {"2"}}}, false}},
        {"as known in 2000", {{{Facet::KnownOn, {"2000-12-31"}}}, false}},
        {"without problems", {{{Facet::Problems, {"some"}, true}}, false}},
    };
    double worst = 0;
    for (const auto& asked : filters) {
        KnowledgeGraph left;
        const double sieved =
            time(asked.first, [&] { left = filtered(events, ground, asked.second); });
        const double tied =
            time("  and ties", [&] { (void)actorsProjection(left, corpus->ontology); });
        qInfo("            %d nodes left", left.nodeCount());
        worst = std::max(worst, sieved + tied);
    }
    for (const Facet facet : allFacets)
        time(std::string(wordsOf(facet)).c_str(),
             [&] { (void)facetChoices(facet, false, events, ground, filters[1].second); });
    QTest::setBenchmarkResult(worst, QTest::WalltimeMilliseconds);
}

/// From asking for a filter to a picture of what it leaves, as far as that has its place; what has
/// none follows when it is laid out.
void FilterBench::toThePicture()
{
    QFETCH(const QString, folder);
    auto corpus = openCorpus({folder.toStdString()}, resourceFolder(), {});
    QVERIFY(corpus);
    Workspace workspace;
    LayoutWorker worker;
    worker.program = QStringLiteral(ENTENTE_LAYOUT);
    SceneKeeper scene(workspace, worker);
    workspace.take(*std::move(corpus));
    double worst = 0;
    for (const View view : {View::Events, View::Actors}) {
        scene.setView(view);
        QVERIFY(QTest::qWaitFor([&] { return !scene.isBusy(); }, 60000));
        for (const Filter& filter :
             {Filter{{{Facet::Modality, {"Happened"}}}, false},
              Filter{{{Facet::Type, {"Visit"}}, {Facet::Date, {"1990/1999"}}}, false}, Filter()}) {
            bool isSeen = false;
            const auto seen = connect(&scene, &SceneKeeper::pictureChanged, this,
                                      [&] { isSeen = isSeen || !scene.isStale(); });
            QElapsedTimer clock;
            clock.start();
            scene.setFilter(filter);
            while (!isSeen)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            const double taken = static_cast<double>(clock.nsecsElapsed()) / 1e6;
            disconnect(seen);
            qInfo("%7.1f ms  to %zu nodes: %s", taken, scene.picture().nodes().size(),
                  filter.isEmpty() ? "all again" : scene.filterWords().c_str());
            worst = std::max(worst, taken);
            QVERIFY(QTest::qWaitFor([&] { return !scene.isBusy(); }, 60000));
        }
    }
    QTest::setBenchmarkResult(worst, QTest::WalltimeMilliseconds);
}

namespace
{

/// What a layout takes that has to place what is new among what stands.
double millisecondsOfLayout(const SceneKeeper& scene, const Workspace& workspace,
                            const LayoutWorker& worker, const std::set<NodeId>& old)
{
    const Shown& shown = scene.shown();
    LayoutRequest request =
        makeLayoutRequest(scene.graph(), shown, workspace.ontology(), scene.style());
    request.engine = Engine::Neato;
    request.routing = Routing::Line;
    for (std::size_t i = 0; i < shown.nodes.size(); ++i) {
        if (old.contains(shown.nodes[i]))
            request.nodes[i].pinned = scene.standOf(shown.nodes[i]);
    }
    LayoutClient client(worker);
    QEventLoop wait;
    QObject::connect(&client, &LayoutClient::laidOut, &wait, &QEventLoop::quit);
    QElapsedTimer clock;
    clock.start();
    client.request(request);
    wait.exec();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

} // namespace

/// From the key to a picture with all that is new, less what the layout alone takes.
void FilterBench::expand()
{
    QFETCH(const QString, folder);
    auto corpus = openCorpus({folder.toStdString()}, resourceFolder(), {});
    QVERIFY(corpus);
    Workspace workspace;
    LayoutWorker worker;
    worker.program = QStringLiteral(ENTENTE_LAYOUT);
    SceneKeeper scene(workspace, worker);
    Selection selection;
    Explorer explorer(workspace, scene, selection);
    workspace.take(*std::move(corpus));
    double worst = 0;
    for (const View view : {View::Events, View::Actors}) {
        explorer.setView(view);
        QVERIFY(QTest::qWaitFor([&] { return !scene.isBusy(); }, 60000));
        for (int i = 0; i < 5; ++i) {
            const std::vector<NodeId> shown = scene.shown().nodes;
            const NodeId node = *std::ranges::max_element(shown, {}, [&](NodeId id) {
                return hiddenNeighbours(scene.graph(), scene.shown(), id);
            });
            selection.set(node);
            QElapsedTimer clock;
            clock.start();
            explorer.expandSelected();
            const double atOnce = static_cast<double>(clock.nsecsElapsed()) / 1e6;
            while (scene.isBusy() || scene.picture().nodes().size() == shown.size())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            const double taken = static_cast<double>(clock.nsecsElapsed()) / 1e6;
            const double laidOut =
                millisecondsOfLayout(scene, workspace, worker, {shown.begin(), shown.end()});
            qInfo("%7.1f ms  from %zu to %zu nodes (%.1f ms of them at once), %.1f of them the "
                  "layout",
                  taken, shown.size(), scene.picture().nodes().size(), atOnce, laidOut);
            worst = std::max(worst, taken - laidOut);
        }
    }
    QTest::setBenchmarkResult(worst, QTest::WalltimeMilliseconds);
}

QTEST_MAIN(FilterBench)
#include "filterbench.moc"
