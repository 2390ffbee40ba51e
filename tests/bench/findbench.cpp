// SPDX-License-Identifier: Apache-2.0
// To reach on 2 cores: a search of 10,000 meetings answers each letter that is typed in 30 ms.

#include "graph/annotation/corpus.h"
#include "graph/base/resourcefolder.h"
#include "graph/query/find.h"
#include "tests/support/generatedcorpus.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace entente;

class FindBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void makeTheFinder();
    void typeLetterByLetter_data();
    void typeLetterByLetter();

private:
    QTemporaryDir m_folder;
    Corpus m_corpus;
    std::shared_ptr<const KnowledgeGraph> m_events;
};

void FindBench::initTestCase()
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
    m_events = std::make_shared<const KnowledgeGraph>(fold(m_corpus.store, m_corpus.ontology));
    qInfo("%zu articles, %zu claims, %d nodes", m_corpus.store.articles().size(),
          m_corpus.store.claimCount(), m_events->nodeCount());
}

void FindBench::makeTheFinder()
{
    QBENCHMARK { QVERIFY(!Finder(m_corpus.store, m_events, nullptr).find("a").empty()); }
}

void FindBench::typeLetterByLetter_data()
{
    QTest::addColumn<QString>("words");
    const auto busiest = [this](NodeKind kind) {
        const Node* most = nullptr;
        for (const NodeId id : m_events->nodes()) {
            const Node* node = m_events->node(id);
            if (node->kind == kind && (most == nullptr || most->weight < node->weight))
                most = node;
        }
        return most == nullptr ? QString() : QString::fromStdString(most->name).toLower();
    };
    QTest::newRow("an actor") << busiest(NodeKind::Entity);
    QTest::newRow("a meeting") << busiest(NodeKind::Event);
    QTest::newRow("in Cyrillic") << QStringLiteral("Лавров");
    QTest::newRow("a word of many articles") << QStringLiteral("visit");
    QTest::newRow("nobody") << QStringLiteral("qwertzuiop");
}

void FindBench::typeLetterByLetter()
{
    QFETCH(QString, words);
    const Finder finder(m_corpus.store, m_events, nullptr);
    std::vector<double> milliseconds;
    std::size_t hits = 0;
    for (int round = 0; round < 5; ++round) {
        for (int letters = 1; letters <= words.size(); ++letters) {
            QElapsedTimer timer;
            timer.start();
            hits = finder.find(words.first(letters).toStdString()).size();
            milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
    }
    std::ranges::sort(milliseconds);
    qInfo("%s: median %.1f ms, slowest %.1f ms, in the end %zu hits", qPrintable(words),
          milliseconds[milliseconds.size() / 2], milliseconds.back(), hits);
}

QTEST_GUILESS_MAIN(FindBench)
#include "findbench.moc"
