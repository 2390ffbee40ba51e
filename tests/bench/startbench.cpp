// SPDX-License-Identifier: Apache-2.0
// To reach on 2 cores: from the start of the program to the first picture of the real article 0.3
// s; from opening a project of 10,000 articles to its picture 2 s.

#include "graph/base/resourcefolder.h"
#include "graph/model/graph.h"
#include "graph/model/shown.h"
#include "graph/project/importplan.h"
#include "graph/project/projectfile.h"
#include "tests/support/generatedcorpus.h"
#include "ui/jobs/layoutclient.h"
#include "ui/mainwindow.h"
#include "ui/paint/painter.h"
#include "ui/paint/style.h"
#include "ui/workspace/opening.h"
#include "ui/workspace/scenekeeper.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace entente;

namespace
{

LayoutWorker worker()
{
    LayoutWorker worker;
    worker.program = QStringLiteral(ENTENTE_LAYOUT);
    return worker;
}

/// The real article where it is, else the sample.
QString articles()
{
    const QString shared =
        qEnvironmentVariable("ENTENTE_SHARED", QStringLiteral(ENTENTE_SOURCE_DIR "/../shared")) +
        QStringLiteral("/articles");
    return QFileInfo::exists(shared)
               ? shared
               : QString::fromStdString((resourceFolder() / "sample").string());
}

} // namespace

class StartBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        // Backups of what is measured are nobody's.
        qputenv("XDG_DATA_HOME", m_data.path().toUtf8());
        QVERIFY2(std::filesystem::exists(resourceFolder() / "ontology"),
                 "without the program's resources all words would be names");
        qInfo("on %s", qPrintable(QFileInfo(articles()).canonicalFilePath()));
    }
    void theWholeProgram(); // First: what it finds warm, a user does not.
    void eachStep();
    void aLargeProject();

private:
    QTemporaryDir m_data{QDir::current().filePath(QStringLiteral("startbench-data"))};
};

/// The steps from a folder to a painted window, timed one by one.
void StartBench::eachStep()
{
    QElapsedTimer clock;
    clock.start();
    double all = 0;
    const auto step = [&](const char* name) {
        const double taken = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        all += taken;
        qInfo("%7.1f ms  %s", taken, name);
        clock.restart();
    };

    const auto opened =
        open({.paths = {articles().toStdString()}, .resources = resourceFolder(), .author = {}},
             Progress());
    QVERIFY2(opened, opened ? "" : opened.error().words.c_str());
    step("read and fold");
    const Style style = Style::of(Theme::Light);
    const Shown shown = showReadable(*opened->events);
    const Ontology& ontology = opened->corpus.ontology;
    const LayoutRequest request = makeLayoutRequest(*opened->events, shown, ontology, style);
    step("choose and measure (with fonts)");
    const auto layout = layOutNow(request, worker());
    QVERIFY2(layout, layout ? "" : qPrintable(layout.error()));
    step("lay out");
    const Picture picture =
        makePicture(*opened->events, shown, arrangementOf(shown, *layout), ontology, style);
    step("make the picture");
    QImage image(1400, 900, QImage::Format_ARGB32_Premultiplied);
    image.fill(style.canvas);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bounds = picture.bounds();
    const double scale = std::min(1400 / bounds.width(), 900 / bounds.height());
    painter.scale(scale, scale);
    painter.translate(-bounds.topLeft());
    paint(painter, picture, style, bounds, scale);
    step("paint");
    QTest::setBenchmarkResult(all, QTest::WalltimeMilliseconds);
}

/// From the start of the program to a window with the articles' picture in it: how long the process
/// takes before it makes the window (it tells its version there), and what the window takes then.
void StartBench::theWholeProgram()
{
    QElapsedTimer clock;
    clock.start();
    QProcess program;
    program.start(QStringLiteral(ENTENTE_WINDOW), {QStringLiteral("--version")});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 0);
    const double process = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    clock.restart();
    MainWindow window(worker());
    window.resize(1400, 900);
    window.open({articles()});
    window.show();
    QVERIFY(QTest::qWaitFor([&] { return window.isSettled(); }));
    QVERIFY(!window.scene().picture().nodes().empty());
    const double all = process + static_cast<double>(clock.nsecsElapsed()) / 1e6;
    qInfo("%7.1f ms  of these before the window is made", process);
    QTest::setBenchmarkResult(all, QTest::WalltimeMilliseconds);
}

/// From asking a window for a project of 10,000 articles (or ENTENTE_PROJECT, for one that is there
/// already) to its picture: of one that comes to this place, and is given its second copy here, and
/// of one that has one.
void StartBench::aLargeProject()
{
    const QTemporaryDir folder(QDir::current().filePath(QStringLiteral("startbench-XXXXXX")));
    const std::filesystem::path root = folder.path().toStdString();
    const std::filesystem::path own = qEnvironmentVariable("ENTENTE_PROJECT").toStdString();
    const std::filesystem::path file = root / "large.entente";
    if (!own.empty()) {
        std::filesystem::copy_file(own, file);
    } else {
        std::filesystem::create_directory(root / "articles");
        writeCorpus(generateCorpus(10000), root / "articles");
        const auto corpus = openCorpus({root / "articles"}, resourceFolder(), Progress());
        QVERIFY(corpus);
        auto project = ProjectFile::create(file, {});
        QVERIFY(project);
        const ImportPlan plan = planImport(project->store(), corpus->store, resourceFolder());
        QVERIFY(project->perform(plan.edit));
    }
    double taken = 0;
    for (const char* time : {"the first time here", "again"}) {
        MainWindow window(worker());
        window.resize(1400, 900);
        window.show();
        QVERIFY(QTest::qWaitFor([&] { return window.isSettled(); }));
        QElapsedTimer clock;
        clock.start();
        window.open({QString::fromStdString(file.string())});
        QVERIFY(QTest::qWaitFor([&] { return !window.scene().picture().nodes().empty(); }, 60000));
        taken = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        QVERIFY(QTest::qWaitFor([&] { return window.isSettled(); }, 60000));
        qInfo("%7.1f ms  to a picture of %zu nodes of %d, %s; backed up after %lld ms", taken,
              window.scene().picture().nodes().size(), window.scene().graph().nodeCount(), time,
              static_cast<long long>(clock.elapsed()));
    }
    QTest::setBenchmarkResult(taken, QTest::WalltimeMilliseconds);
}

QTEST_MAIN(StartBench)
#include "startbench.moc"
