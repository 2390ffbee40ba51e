// SPDX-License-Identifier: Apache-2.0
// To reach on 2 cores, with 10,000 meetings: all pairs of events that may be one within 1 s; the
// sentences that speak of two hubs within 100 ms, in annotated articles and in others.

#include "graph/annotation/corpus.h"
#include "graph/base/resourcefolder.h"
#include "graph/model/graph.h"
#include "graph/proposals/evidencesentences.h"
#include "graph/proposals/sameevents.h"
#include "graph/proposals/statewords.h"
#include "tests/support/manymeetings.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <vector>

using namespace entente;

class ProposalsBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStep_data();
    void eachStep();
};

void ProposalsBench::eachStep_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("real or generated") << manyMeetings();
    static const QTemporaryDir generated;
    writeCorpus(generateCorpus(1000), generated.path().toStdString());
    QTest::newRow("generated") << generated.path();
    static const QTemporaryDir mostlyPlain;
    writeCorpus(generateCorpus(1000), mostlyPlain.path().toStdString());
    int count = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(mostlyPlain.path().toStdString())) {
        if (entry.path().extension() == ".ann" && ++count % 5 != 0)
            std::filesystem::remove(entry.path());
    }
    QTest::newRow("generated, four of five articles not annotated") << mostlyPlain.path();
}

void ProposalsBench::eachStep()
{
    QFETCH(const QString, folder);
    const auto corpus = openCorpus({folder.toStdString()}, resourceFolder(), {});
    QVERIFY(corpus);
    const auto shared =
        std::make_shared<const KnowledgeGraph>(fold(corpus->store, corpus->ontology));
    const KnowledgeGraph& events = *shared;
    qInfo("%s: %zu articles, %d nodes, %zu claims", qPrintable(folder),
          corpus->store.articles().size(), events.nodeCount(), corpus->store.claimCount());

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
    const SameEvents same(events, corpus->store, corpus->ontology);
    time("to gather what events are compared by",
         [&] { (void)SameEvents(events, corpus->store, corpus->ontology); });
    std::size_t pairs = 0;
    const double all =
        time("all pairs of events that may be one", [&] { pairs = same.all().size(); });
    qInfo("            %zu of them", pairs);

    std::vector<NodeId> actors = events.nodes();
    std::erase_if(actors, [&](NodeId id) { return !events.node(id)->isActor; });
    std::ranges::stable_sort(actors, std::ranges::greater{},
                             [&](NodeId id) { return events.node(id)->mentions.size(); });
    for (std::size_t other = 1; other < std::min<std::size_t>(actors.size(), 4); ++other) {
        EvidenceSentences found;
        const std::string name = "sentences of " + events.node(actors[0])->name + " and " +
                                 events.node(actors[other])->name;
        time(name.c_str(), [&] {
            StateWords states(corpus->store, shared, corpus->ontology, resourceFolder());
            found = evidenceSentences(events, corpus->store, actors[0], actors[other], states);
        });
        qInfo("            %zu of them, %d left out", found.sentences.size(), found.leftOut);
    }
    QTest::setBenchmarkResult(all, QTest::WalltimeMilliseconds);
}

QTEST_MAIN(ProposalsBench)
#include "proposalsbench.moc"
