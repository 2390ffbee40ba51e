// SPDX-License-Identifier: Apache-2.0
// How we know, on real material: one article that many claims stand in, and 168 articles of one
// office. What is expected here was counted in their texts.
#include "graph/annotation/corpus.h"
#include "graph/base/resourcefolder.h"
#include "graph/query/asknown.h"
#include "graph/query/contested.h"
#include "graph/query/copies.h"
#include "graph/query/filtered.h"
#include "graph/query/path.h"
#include "graph/query/ranking.h"
#include "graph/query/strength.h"
#include "graph/query/timeline.h"
#include "tests/support/manymeetings.h"

#include <QTest>

#include <algorithm>

using namespace entente;

namespace
{

struct Real
{
    explicit Real(const QString& folder)
    {
        auto read = openCorpus({folder.toStdString()}, resourceFolder(), {});
        if (!read)
            qFatal("%s", read.error().c_str());
        corpus = *std::move(read);
        events = fold(corpus.store, corpus.ontology);
    }
    KnowledgeGraph left(const Condition& condition) const
    {
        const FilterGround ground{corpus.store, corpus.ontology, corpus.diagnostics, &copies};
        return filtered(events, ground, {{condition}, false});
    }
    static bool hasActor(const KnowledgeGraph& graph, const std::string& name)
    {
        return std::ranges::any_of(graph.nodes(),
                                   [&](NodeId id) { return graph.node(id)->name == name; });
    }

    Corpus corpus;
    KnowledgeGraph events;
    Copies copies;
};

} // namespace

class RealSourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyClaimsOfOneArticleAreOneSource()
    {
        const QString folder = shared(QStringLiteral("articles"));
        if (!QFile::exists(folder))
            QSKIP("the article is not here");
        const Real real(folder);
        QVERIFY(real.corpus.store.claimCount() > 40);
        for (const EdgeId id : real.events.edges()) {
            const Strength strength =
                strengthOf(real.corpus.store, real.copies, *real.events.edge(id));
            QVERIFY(strength.sources <= 1);
            QVERIFY(strength.grade.credibility != "1"); // Nothing confirms it.
        }
        QVERIFY(contestedEvents(real.events, real.corpus.store).empty());
        // It came out on 15 January 2024.
        QCOMPARE(
            asKnownOn(real.events, real.corpus.store, real.corpus.ontology, {2024, 1, 14}, false)
                .nodeCount(),
            0);
        QCOMPARE(
            asKnownOn(real.events, real.corpus.store, real.corpus.ontology, {2024, 1, 15}, false)
                .nodeCount(),
            real.events.nodeCount());
    }

    void manyArticlesOfOneOfficeAreOneSource()
    {
        const QString folder = shared(QStringLiteral("data/diplomatic-travel"));
        if (!QFile::exists(folder))
            QSKIP("the data are not here");
        Real real(folder);
        QCOMPARE(real.corpus.store.articles().size(), 168U);
        real.copies = Copies::among(real.corpus.store);
        QCOMPARE(real.left({Facet::Sources, {"2"}}).nodeCount(), 0);
        QVERIFY(contestedEvents(real.events, real.corpus.store).empty());
        const Timeline timeline = timelineOf(real.events, real.corpus.store);
        QVERIFY(timeline.undatedEvents.empty());
        // Seward went to the Danish island of Saint Thomas in January 1866.
        const Node& first = *real.events.node(timeline.events.front());
        QVERIFY2(first.date && first.date->text == "1866-01-09/1866-01-12", first.name.c_str());
        // The list of Blinken's travels was published on 10 January 2025.
        const std::string blinken = "Antony John Blinken";
        QVERIFY(Real::hasActor(real.events, blinken));
        QVERIFY(!Real::hasActor(real.left({Facet::KnownOn, {"2025-01-09"}}), blinken));
        QVERIFY(Real::hasActor(real.left({Facet::KnownOn, {"2025-01-10"}}), blinken));
    }

    void whoRanksFirstAndWhoConnectsIsWhatTheListsSay()
    {
        const QString folder = shared(QStringLiteral("data/diplomatic-travel"));
        if (!QFile::exists(folder))
            QSKIP("the data are not here");
        const Real real(folder);
        const KnowledgeGraph actors = actorsProjection(real.events, real.corpus.ontology);
        // 564 entries of the list of Kerry's travels name him, more than of anybody else.
        const std::vector<Ranked> first =
            ranked(real.events, actors, real.corpus.ontology, RankBy::Degree);
        QCOMPARE(actors.node(first.front().actor)->name, std::string("John Forbes Kerry"));
        QCOMPARE(first.front().score, 564.0);
        // Two secretaries never meet in these lists, and met the same foreign leaders.
        const auto named = [&](const std::string& name) {
            const std::vector<NodeId> all = actors.nodes();
            return *std::ranges::find_if(all,
                                         [&](NodeId id) { return actors.node(id)->name == name; });
        };
        PathRequest request;
        request.from = first.front().actor;
        request.to = named("Hillary Rodham Clinton");
        const Paths paths = shortestPaths(real.events, actors, real.corpus.ontology, request);
        QCOMPARE(paths.hops, 2);
        for (const Chain& chain : paths.chains) {
            for (const Hop& hop : chain)
                QVERIFY(std::ranges::all_of(hop.meetings, [](const HopMeeting& meeting) {
                    return meeting.modality == Modality::Happened;
                }));
        }
        request.among.emplace(); // Over nobody: and they never met.
        QVERIFY(shortestPaths(real.events, actors, real.corpus.ontology, request).chains.empty());
    }
};

QTEST_APPLESS_MAIN(RealSourcesTest)

#include "realsourcestest.moc"
