// SPDX-License-Identifier: Apache-2.0
// To reach on 2 cores: an edit that is on the disk, with its second copy, in at most five times
// what a bare write and fdatasync takes; 20 MB/s of articles imported.

#include "graph/annotation/corpus.h"
#include "graph/base/resourcefolder.h"
#include "graph/model/graph.h"
#include "graph/project/importplan.h"
#include "graph/project/projectcorpus.h"
#include "graph/project/projectfile.h"
#include "tests/support/generatedcorpus.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

using namespace entente;

namespace
{

const Author analyst{"anna", Uuid{}};

double millisecondsOf(const QElapsedTimer& timer) { return double(timer.nsecsElapsed()) / 1e6; }

double median(std::vector<double> all)
{
    std::ranges::sort(all);
    return all.at(all.size() / 2);
}

ProjectFile expect(ProjectFile::Result<ProjectFile> project)
{
    if (!project)
        qFatal("%s", project.error().words.c_str());
    return *std::move(project);
}

} // namespace

class ProjectBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(std::filesystem::exists(resourceFolder() / "ontology"),
                 "without the program's resources all words would be names");
    }
    void anEditBesideABareFlush();
    void import_data();
    void import();
    void open();

private:
    std::filesystem::path path(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }

    /// On the disk that is worked on, which may be another than that of temporary files.
    QTemporaryDir m_folder{QDir::current().filePath(QStringLiteral("projectbench-XXXXXX"))};
};

/// In turns, so that both meet the same disk.
void ProjectBench::anEditBesideABareFlush()
{
    std::filesystem::remove(path("edit.entente")); // Benchmarks are run twice.
    ProjectFile project = expect(ProjectFile::create(path("edit.entente"), analyst, path("data")));
    const int file = ::open(path("bare").c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    QVERIFY(file >= 0);
    std::vector<double> edits;
    std::vector<double> flushes;
    std::vector<double> ratios;
    const std::string block(4096, 'b');
    for (int i = 0; i < 300; ++i) {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(::write(file, block.data(), block.size()) == ssize_t(block.size()));
        QCOMPARE(::fdatasync(file), 0);
        flushes.push_back(millisecondsOf(timer));
        timer.restart();
        QVERIFY(project.perform(PutView{{ViewId(Uuid{1, 1}), "v", std::string(300, 's')}}));
        edits.push_back(millisecondsOf(timer));
        ratios.push_back(edits.back() / flushes.back());
    }
    ::close(file);
    qInfo("an edit %.2f ms, a bare write and flush %.2f ms: %.1f times, by medians", median(edits),
          median(flushes), median(ratios));
    QTest::setBenchmarkResult(median(edits), QTest::WalltimeMilliseconds);
}

void ProjectBench::import_data()
{
    QTest::addColumn<int>("documents");
    QTest::newRow("1,000") << 1000;
    QTest::newRow("10,000") << 10000;
}

void ProjectBench::import()
{
    QFETCH(const int, documents);
    const std::filesystem::path folder = path("articles");
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    writeCorpus(generateCorpus(documents), folder);
    double megabytes = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        megabytes += double(entry.file_size()) / 1e6;
    std::filesystem::remove(path("import.entente"));
    QElapsedTimer timer;
    timer.start();
    const auto corpus = openCorpus({folder}, resourceFolder(), Progress());
    QVERIFY(corpus);
    const double read = millisecondsOf(timer);
    timer.restart();
    ProjectFile project =
        expect(ProjectFile::create(path("import.entente"), analyst, path("data")));
    const ImportPlan plan = planImport(project.store(), corpus->store, resourceFolder());
    QVERIFY(project.perform(plan.edit));
    const double kept = millisecondsOf(timer);
    qInfo("%.1f MB: read in %.0f ms, put into a project in %.0f ms: %.1f MB/s", megabytes, read,
          kept, megabytes / (read + kept) * 1000);
    QTest::setBenchmarkResult(read + kept, QTest::WalltimeMilliseconds);
}

/// What was imported last.
void ProjectBench::open()
{
    const QString file = QString::fromStdString(path("import.entente").string());
    QElapsedTimer timer;
    timer.start();
    const ProjectFile project =
        expect(ProjectFile::open(path("import.entente"), analyst, path("data")));
    const double opened = millisecondsOf(timer);
    timer.restart();
    const Corpus corpus = corpusOf(project, resourceFolder());
    const KnowledgeGraph graph = fold(corpus.store, corpus.ontology);
    const double folded = millisecondsOf(timer);
    timer.restart();
    const KnowledgeGraph actors = actorsProjection(graph, corpus.ontology);
    const double projected = millisecondsOf(timer);
    qInfo("%zu articles, %.1f MB: open after %.0f ms, the graph of %d nodes %.0f ms later, that of "
          "%d actors %.0f ms later",
          corpus.store.articles().size(), double(QFileInfo(file).size()) / 1e6, opened,
          graph.nodeCount(), folded, actors.nodeCount(), projected);
    QTest::setBenchmarkResult(opened + folded + projected, QTest::WalltimeMilliseconds);
}

QTEST_GUILESS_MAIN(ProjectBench)
#include "projectbench.moc"
