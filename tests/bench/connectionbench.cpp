// SPDX-License-Identifier: Apache-2.0
// To reach on 2 cores, with 10,000 meetings: a chain between two actors in 20 ms; copies among
// 1,000 articles in 1 s.

#include "graph/annotation/corpus.h"
#include "graph/base/resourcefolder.h"
#include "graph/query/asknown.h"
#include "graph/query/contested.h"
#include "graph/query/copies.h"
#include "graph/query/groups.h"
#include "graph/query/path.h"
#include "graph/query/ranking.h"
#include "tests/support/generatedcorpus.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace entente;

class ConnectionBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findChains();
    void lookForCopies() const;
    void rankByBetweenness();
    void findCommunities();
    void goBackInTime();
    void listWhatIsContested();

private:
    QTemporaryDir m_folder;
    Corpus m_corpus;
    KnowledgeGraph m_events, m_actors;
};

void ConnectionBench::initTestCase()
{
    // A folder of one's own, or as many generated articles as have 10,000 meetings.
    const QByteArray given = qgetenv("ENTENTE_BENCH_FOLDER");
    constexpr int documents = 1000;
    if (given.isEmpty())
        writeCorpus(generateCorpus(documents), m_folder.path().toStdString());
    const std::filesystem::path folder =
        given.isEmpty() ? m_folder.path().toStdString() : given.toStdString();
    auto corpus = openCorpus({folder}, resourceFolder(), Progress());
    QVERIFY2(corpus, corpus ? "" : corpus.error().c_str());
    m_corpus = std::move(*corpus);
    m_events = fold(m_corpus.store, m_corpus.ontology);
    m_actors = actorsProjection(m_events, m_corpus.ontology);
    qInfo("%zu articles, %d nodes, %d actors, %d ties", m_corpus.store.articles().size(),
          m_events.nodeCount(), m_actors.nodeCount(), m_actors.edgeCount());
}

/// From the busiest to the least busy that can be reached: the farthest.
void ConnectionBench::findChains()
{
    std::vector<NodeId> actors = m_actors.nodes();
    std::ranges::stable_sort(actors, {}, [&](NodeId id) { return m_actors.node(id)->weight; });
    PathRequest request{.from = actors.back(), .to = actors.front(), .modalities = {}};
    for (const NodeId to : actors) {
        request.to = to;
        if (!shortestPaths(m_events, m_actors, m_corpus.ontology, request).chains.empty())
            break;
    }
    Paths paths;
    QBENCHMARK { paths = shortestPaths(m_events, m_actors, m_corpus.ontology, request); }
    qInfo("%zu chains of %d steps", paths.chains.size(), paths.hops);
}

void ConnectionBench::lookForCopies() const
{
    std::size_t pairs = 0;
    QBENCHMARK { pairs = Copies::among(m_corpus.store).all().size(); }
    qInfo("%zu pairs of articles share a passage", pairs);
}

void ConnectionBench::rankByBetweenness()
{
    QBENCHMARK_ONCE
    {
        QVERIFY(!ranked(m_events, m_actors, m_corpus.ontology, RankBy::Betweenness).empty());
    }
}

void ConnectionBench::findCommunities()
{
    QBENCHMARK { (void)communities(m_actors); }
}

void ConnectionBench::goBackInTime()
{
    QBENCHMARK
    {
        (void)asKnownOn(m_events, m_corpus.store, m_corpus.ontology, {2012, 6, 30}, true);
    }
}

void ConnectionBench::listWhatIsContested()
{
    QBENCHMARK { (void)contestedEvents(m_events, m_corpus.store); }
}

QTEST_GUILESS_MAIN(ConnectionBench)
#include "connectionbench.moc"
