// SPDX-License-Identifier: Apache-2.0
// To reach on 2 cores: 1,000 documents read in at most three times what reading their bytes takes,
// plus 0.1 s; folded in 0.2 s more.

#include "graph/annotation/brat/lines.h"
#include "graph/annotation/brat/reader.h"
#include "graph/annotation/corpus.h"
#include "graph/base/resourcefolder.h"
#include "graph/model/graph.h"
#include "graph/text/sourcetext.h"
#include "tests/support/generatedcorpus.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <iterator>

using namespace entente;

class ReadBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readTheBytesOnly();
    void readTheAnnotationsFromMemory();
    void readTheCorpus();
    void fold();
    void projectOnActors();

private:
    std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    Expected<Corpus, std::string> open() const
    {
        return openCorpus({folder()}, resourceFolder(), Progress());
    }

    QTemporaryDir m_folder;
};

void ReadBench::initTestCase()
{
    constexpr int documents = 1000;
    writeCorpus(generateCorpus(documents), folder());
    const auto corpus = open();
    QVERIFY2(corpus, corpus ? "" : corpus.error().c_str());
    QCOMPARE(corpus->store.articles().size(), std::size_t{documents});
    const KnowledgeGraph graph = entente::fold(corpus->store, corpus->ontology);
    qInfo("%d documents, %zu mentions, %zu claims; %d nodes, %d edges; %zu diagnostics", documents,
          corpus->store.mentionCount(), corpus->store.claimCount(), graph.nodeCount(),
          graph.edgeCount(), corpus->diagnostics.size());
}

void ReadBench::readTheBytesOnly()
{
    std::size_t bytes = 0;
    QBENCHMARK
    {
        bytes = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder())) {
            std::ifstream in(entry.path(), std::ios::binary);
            bytes += std::string(std::istreambuf_iterator<char>(in), {}).size();
        }
    }
    qInfo("%zu bytes", bytes);
}

void ReadBench::readTheAnnotationsFromMemory()
{
    const GeneratedCorpus corpus = generateCorpus(1000);
    std::size_t lines = 0;
    std::size_t spans = 0;
    QBENCHMARK
    {
        lines = spans = 0;
        for (const GeneratedCorpus::Document& document : corpus.documents) {
            const SourceText text(document.text);
            const ReadAnnotations read = readAnn(document.annotations, text, "bench.ann");
            QVERIFY(read.diagnostics.empty());
            spans += read.annotations.textBounds.size();
            lines += splitLines(document.annotations).lines.size();
        }
    }
    qInfo("%zu lines, %zu of them spans", lines, spans);
}

void ReadBench::readTheCorpus()
{
    // Kept: to let go of them is not a part of reading.
    std::vector<Expected<Corpus, std::string>> read;
    QBENCHMARK
    {
        read.push_back(open());
        QVERIFY(read.back());
    }
}

void ReadBench::fold()
{
    const auto corpus = open();
    QVERIFY(corpus);
    QBENCHMARK { QVERIFY(entente::fold(corpus->store, corpus->ontology).nodeCount() > 0); }
}

void ReadBench::projectOnActors()
{
    const auto corpus = open();
    QVERIFY(corpus);
    const KnowledgeGraph graph = entente::fold(corpus->store, corpus->ontology);
    QBENCHMARK { QVERIFY(actorsProjection(graph, corpus->ontology).nodeCount() > 0); }
}

QTEST_GUILESS_MAIN(ReadBench)
#include "readbench.moc"
