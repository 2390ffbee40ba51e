// SPDX-License-Identifier: Apache-2.0
// Who takes part in most, who connects others, and who belongs together.
#include "graph/query/ranking.h"
#include "graph/query/groups.h"
#include "tests/support/storetext.h"

#include <QStringList>
#include <QTest>

using namespace entente;

namespace
{

/// Two circles of three who all met each other, and Chen and Dana, who met across. Egon was only
/// expected, everywhere.
constexpr const char* const twoCircles = R"(
    article a 2024-01-15
    Meeting Happened: Participant Person "Anna", Participant Person "Boris"
    Meeting Happened: Participant Person "Boris", Participant Person "Chen"
    Meeting Happened: Participant Person "Anna", Participant Person "Chen"
    Meeting Happened: Participant Person "Chen", Participant Person "Dana"
    Meeting Happened: Participant Person "Dana", Participant Person "Fritz"
    Meeting Happened: Participant Person "Fritz", Participant Person "Gerd"
    Meeting Happened: Participant Person "Dana", Participant Person "Gerd"
    Meeting Expected: Participant Person "Egon", Participant Person "Anna"
    Meeting Expected: Participant Person "Egon", Participant Person "Fritz"
    Meeting Planned: Participant Person "Egon", Participant Person "Gerd"
    Meeting Happened: Participant Person "Hana", Participant Person "Ivan"
)";

QString names(const KnowledgeGraph& graph, const std::vector<NodeId>& nodes)
{
    QStringList all;
    for (const NodeId id : nodes)
        all << QString::fromStdString(graph.node(id)->name);
    all.sort();
    return all.join(u' ');
}

QString names(const KnowledgeGraph& graph, const ActorGroups& groups)
{
    QStringList all;
    for (const std::vector<NodeId>& group : groups)
        all << names(graph, group);
    return all.join(QStringLiteral(" | "));
}

} // namespace

class RankingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_store = storeFrom(twoCircles);
        m_events = fold(m_store, testOntology());
        m_actors = actorsProjection(m_events, testOntology());
    }

    void meetingsThatHappenedCount()
    {
        QCOMPARE(ranks(RankBy::Degree),
                 QString("Chen 3, Dana 3, Anna 2, Boris 2, Fritz 2, Gerd 2, Hana 1, Ivan 1"));
    }

    void othersCountWhenTheyAreAskedFor()
    {
        QCOMPARE(ranks(RankBy::Degree, {Modality::Expected, Modality::Planned}),
                 QString("Egon 3, Anna 1, Fritz 1, Gerd 1"));
        QVERIFY(ranks(RankBy::Degree, {}).startsWith(QStringLiteral("Anna 3, Chen 3, Dana 3")));
    }

    /// Nine actors make 28 pairs without any one of them. Every way from Anna, Boris and Chen to
    /// the other three leads over Dana, but for her own: 2 others each for 3; the same for Chen.
    void whoConnectsTwoCirclesIsOnEveryWayBetweenThem()
    {
        QCOMPARE(m_actors.nodeCount(), 9);
        QCOMPARE(ranks(RankBy::Betweenness), QString("Chen 0.214, Dana 0.214"));
    }

    void whatIsExpectedMakesOtherWays()
    {
        QVERIFY(ranks(RankBy::Betweenness, {}).contains(QStringLiteral("Egon")));
    }

    void circlesAreComponentsAndCommunities()
    {
        QCOMPARE(names(m_actors, components(m_actors)),
                 QString("Anna Boris Chen Dana Fritz Gerd | Hana Ivan"));
        const Communities found = communities(m_actors);
        QCOMPARE(names(m_actors, found.groups),
                 QString("Anna Boris Chen | Dana Fritz Gerd | Hana Ivan"));
        // 8 ties: 3, 3 and 1 inside; degrees 7, 7 and 2 of 16.
        const double expected = 7.0 / 8 - (49.0 + 49 + 4) / 256;
        QVERIFY(std::abs(found.modularity - expected) < 1e-9);
    }

    void whoIsStoppedGivesNothing()
    {
        std::stop_source stop;
        stop.request_stop();
        const Progress stopped(stop.get_token(), {});
        QVERIFY(ranked(m_events, m_actors, testOntology(), RankBy::Betweenness,
                       {Modality::Happened}, stopped)
                    .empty());
        QVERIFY(communities(m_actors, {Modality::Happened}, stopped).groups.empty());
    }

    void nobodyIsRankedInAnEmptyGraph()
    {
        const Store store;
        const KnowledgeGraph events = fold(store, testOntology());
        const KnowledgeGraph actors = actorsProjection(events, testOntology());
        QVERIFY(ranked(events, actors, testOntology(), RankBy::Betweenness).empty());
        QVERIFY(components(actors).empty());
        QVERIFY(communities(actors).groups.empty());
    }

private:
    QString ranks(RankBy by, const CountedModalities& modalities = {Modality::Happened}) const
    {
        QStringList all;
        for (const Ranked& one : ranked(m_events, m_actors, testOntology(), by, modalities))
            all << QStringLiteral("%1 %2")
                       .arg(QString::fromStdString(m_actors.node(one.actor)->name))
                       .arg(one.score, 0, 'g', 3);
        return all.join(QStringLiteral(", "));
    }

    Store m_store;
    KnowledgeGraph m_events, m_actors;
};

QTEST_APPLESS_MAIN(RankingTest)

#include "rankingtest.moc"
