// SPDX-License-Identifier: Apache-2.0
// To reach on 2 cores, with 10,000 meetings: a filter changes the picture within 100 ms.

#include "graph/annotation/corpus.h"
#include "graph/base/resourcefolder.h"
#include "graph/query/facetcounts.h"
#include "graph/query/filtered.h"
#include "tests/support/manymeetings.h"

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
};

/// What a filter takes before anything can be drawn, step by step.
void FilterBench::eachStep()
{
    QFETCH(const QString, folder);
    const auto corpus = openCorpus({folder.toStdString()}, resourceFolder(), {});
    QVERIFY(corpus);
    const KnowledgeGraph events = fold(corpus->store, corpus->ontology);
    const FilterGround ground{corpus->store, corpus->ontology, corpus->diagnostics};
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
        {"without problems", {{{Facet::Problems, {"some"}, true}}, false}},
    };
    double worst = 0;
    for (const auto& [name, filter] : filters) {
        KnowledgeGraph left;
        const double sieved = time(name, [&] { left = filtered(events, ground, filter); });
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

QTEST_GUILESS_MAIN(FilterBench)
#include "filterbench.moc"
