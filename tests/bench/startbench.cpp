// SPDX-License-Identifier: Apache-2.0
// To reach on 2 cores: from the start of the program to the first picture of the real article 0.3
// s.

#include "graph/base/resourcefolder.h"
#include "graph/model/shown.h"
#include "ui/jobs/layoutclient.h"
#include "ui/paint/painter.h"
#include "ui/paint/style.h"
#include "ui/workspace/opening.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QProcess>
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
    void initTestCase() { qInfo("on %s", qPrintable(QFileInfo(articles()).canonicalFilePath())); }
    void eachStep();
    void theWholeProgram();
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
        open({.paths = {articles().toStdString()}, .resources = resourceFolder()}, Progress());
    QVERIFY2(opened, opened ? "" : opened.error().c_str());
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

/// A process from its start to a picture on disk, by the command line: the same steps.
void StartBench::theWholeProgram()
{
    const QTemporaryDir folder;
    QBENCHMARK
    {
        QProcess program;
        program.start(QStringLiteral(ENTENTE_CLI),
                      {QStringLiteral("export"), articles(), QStringLiteral("-o"),
                       folder.filePath(QStringLiteral("picture.png"))});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
    }
}

QTEST_MAIN(StartBench)
#include "startbench.moc"
