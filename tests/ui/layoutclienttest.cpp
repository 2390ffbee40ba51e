// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/layoutclient.h"
#include "graph/layout/codec.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace entente;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(entente::Layout)

namespace
{

LayoutWorker fake(const QString& manner)
{
    LayoutWorker worker;
    worker.program =
        QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("fakelayout"));
    worker.arguments = QStringList{manner};
    return worker;
}

/// A draft of it is begun nearly at once.
LayoutWorker drafting(const QString& manner, std::chrono::milliseconds timeLimit = 60s)
{
    LayoutWorker worker = fake(manner);
    worker.draftAfter = 20ms;
    worker.timeLimit = timeLimit;
    return worker;
}

LayoutRequest nodes(std::size_t count)
{
    LayoutRequest request;
    request.nodes.assign(count, LayoutNode{.size = {10, 10}, .pinned = {}});
    if (count > 1)
        request.edges.push_back({0, 1, {}});
    return request;
}

/// A client and what it says.
struct Watched
{
    explicit Watched(const LayoutWorker& worker)
        : client(worker)
    {
    }
    Watched(const QString& manner)
        : Watched(fake(manner))
    {
    }

    QString reason() const { return failed.isEmpty() ? QString() : failed[0][0].toString(); }
    qint64 processId() const
    {
        const auto* process = client.findChild<QProcess*>();
        return process != nullptr ? process->processId() : 0;
    }

    LayoutClient client;
    QSignalSpy laidOut{&client, &LayoutClient::laidOut};
    QSignalSpy failed{&client, &LayoutClient::failed};
    QSignalSpy busy{&client, &LayoutClient::busyChanged};
    QSignalSpy draft{&client, &LayoutClient::draftChanged};
    QSignalSpy keptDraft{&client, &LayoutClient::keptDraft};
};

bool isRunning(qint64 processId) { return ::kill(static_cast<pid_t>(processId), 0) == 0; }

} // namespace

class LayoutClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Layout>(); }

    void aLayoutArrives()
    {
        Watched w(QStringLiteral("row"));
        w.client.request(nodes(3));
        QVERIFY(w.client.isBusy());
        QTRY_COMPARE(w.laidOut.count(), 1);
        const auto layout = w.laidOut[0][0].value<Layout>();
        QCOMPARE(layout.nodes, (std::vector<Point>{{5, 0}, {15, 0}, {25, 0}}));
        QCOMPARE(layout.edges.size(), std::size_t(1));
        QVERIFY(!w.client.isBusy());
        QCOMPARE(w.busy.count(), 2);
        QCOMPARE(w.failed.count(), 0);
    }

    void aLargeRequestPassesThePipe()
    {
        Watched w(QStringLiteral("row"));
        w.client.request(nodes(100'000));
        QTRY_COMPARE(w.laidOut.count(), 1);
        QCOMPARE(w.laidOut[0][0].value<Layout>().nodes.size(), std::size_t(100'000));
    }

    void aFailureIsToldOnce_data()
    {
        QTest::addColumn<QString>("manner");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* manner, const char* words) {
            QTest::newRow(manner) << QString::fromLatin1(manner) << QString::fromLatin1(words);
        };
        row("crash", "crashed (signal 11)");
        row("crashlate", "crashed (signal 6)");
        row("cpu", "more computing time than it may have");
        row("killed", "ended from outside");
        row("babble", "could not be read: line 1:");
        row("silent", "could not be read: the text is cut off");
        row("cut", "could not be read: the text is cut off");
        row("short", "it has 2 nodes and 1 edges instead of 3 and 1.");
        row("moves", "it moves a node that must stay.");
        row("one", "No layout was made: the graph is too tangled.");
        row("two", "another version of Entente");
        row("seven", "(exit code 7)");
        row("flood", "an answer of more than 1 MiB");
        row("hang", "No layout was found within 1 second");
    }

    void aFailureIsToldOnce()
    {
        QFETCH(QString, manner);
        QFETCH(QString, words);
        LayoutWorker worker = fake(manner);
        worker.answerAtMost = 1 << 20;
        if (manner == QStringLiteral("hang"))
            worker.timeLimit = 300ms;
        Watched w(worker);
        LayoutRequest request = nodes(3);
        request.nodes[0].pinned = Point{5, 0};
        w.client.request(request);
        const qint64 processId = w.processId();
        QTRY_COMPARE(w.failed.count(), 1);
        QVERIFY2(w.reason().contains(words), qPrintable(w.reason()));
        QCOMPARE(w.laidOut.count(), 0);
        QCOMPARE(w.busy.count(), 2);
        QTRY_VERIFY(!isRunning(processId));
        QCOMPARE(w.failed.count(), 1);
    }

    void aMissingWorkerIsTold()
    {
        LayoutWorker worker;
        worker.program = QStringLiteral("/nowhere/entente-layout");
        Watched w(worker);
        w.client.request(nodes(1));
        QTRY_COMPARE(w.failed.count(), 1);
        QVERIFY2(
            w.reason().contains(QStringLiteral("/nowhere/entente-layout could not be started")),
            qPrintable(w.reason()));
        QCOMPARE(w.busy.count(), 2);
    }

    void theClientGoesOnAfterAFailure()
    {
        Watched w(QStringLiteral("late"));
        LayoutRequest bad = nodes(2);
        bad.edges[0].head = 7;
        w.client.request(bad);
        QTRY_COMPARE(w.failed.count(), 1);
        QVERIFY2(w.reason().contains(QStringLiteral("an end of the edge")), qPrintable(w.reason()));
        w.client.request(nodes(2));
        QTRY_COMPARE(w.laidOut.count(), 1);
    }

    void theNewestRequestWins()
    {
        Watched w(QStringLiteral("late"));
        w.client.request(nodes(800));
        const qint64 first = w.processId();
        QTest::qWait(50);
        w.client.request(nodes(20));
        w.client.request(nodes(10));
        QTRY_VERIFY(!isRunning(first));
        QTRY_COMPARE(w.laidOut.count(), 1);
        QCOMPARE(w.laidOut[0][0].value<Layout>().nodes.size(), std::size_t(10));
        QTest::qWait(900);
        QCOMPARE(w.laidOut.count(), 1);
        QCOMPARE(w.failed.count(), 0);
        QCOMPARE(w.busy.count(), 2);
    }

    void theRealWorkerAnswersTheSameInEachProcess()
    {
        LayoutWorker worker;
        worker.program = QStringLiteral(ENTENTE_LAYOUT);
        LayoutRequest request = nodes(12);
        for (int i = 1; i < 12; ++i)
            request.edges.push_back({i, i / 2, {40, 16}});
        for (const Engine engine : allEngines) {
            request.engine = engine;
            const auto first = layOutNow(request, worker);
            QVERIFY2(first.has_value(), first ? "" : qPrintable(first.error()));
            const auto second = layOutNow(request, worker);
            QVERIFY(second.has_value());
            QCOMPARE(*second, *first);
        }
    }

    /// A signal that tells why, not the one that kills without a word.
    void theRealWorkerSaysThatItsTimeIsUp()
    {
        LayoutRequest request = nodes(2000);
        request.engine = Engine::Neato;
        for (int i = 0; i < 20'000; ++i)
            request.edges.push_back({i % 2000, (i * 7 + i / 2000 + 1) % 2000, {}});
        QProcess process;
        process.start(QStringLiteral(ENTENTE_LAYOUT),
                      {QStringLiteral("--cpu-seconds"), QStringLiteral("1")});
        process.write(QByteArray::fromStdString(encode(request)));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QCOMPARE(process.exitCode(), SIGXCPU);
    }

    void theRealWorkerKeepsToItsMemory()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("The address sanitizer does not go with a limit of memory.");
#endif
        LayoutWorker worker;
        worker.program = QStringLiteral(ENTENTE_LAYOUT);
        worker.memoryMib = 1;
        const auto layout = layOutNow(nodes(3), worker);
        QVERIFY(!layout);
        QVERIFY(!layout.error().isEmpty());
    }

    void wrongOptionsAreWrongUsage()
    {
        QProcess process;
        process.start(QStringLiteral(ENTENTE_LAYOUT),
                      {QStringLiteral("--memory-mib"), QStringLiteral("much")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().startsWith("Usage: entente-layout"));
        process.start(QStringLiteral(ENTENTE_LAYOUT), {QStringLiteral("--help")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().startsWith("Usage: entente-layout"));
    }

    void cancelIsQuickAndSilent()
    {
        Watched w(QStringLiteral("hang"));
        w.client.request(nodes(1));
        const qint64 processId = w.processId();
        QVERIFY(processId > 0);
        QTest::qWait(100);
        QVERIFY(isRunning(processId));
        QElapsedTimer timer;
        timer.start();
        w.client.cancel();
        const qint64 returned = timer.nsecsElapsed();
        QVERIFY(!w.client.isBusy());
        while (isRunning(processId) && timer.elapsed() < 5000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
        qInfo("cancel returned after %.2f ms, the process was gone after %.2f ms",
              double(returned) / 1e6, double(timer.nsecsElapsed()) / 1e6);
        QVERIFY(timer.elapsed() < 50);
        QCOMPARE(w.busy.count(), 2);
        QTest::qWait(50);
        QCOMPARE(w.failed.count() + w.laidOut.count(), 0);
        QCOMPARE(w.client.findChildren<QProcess*>().size(), 0);
    }

    void aSlowLayoutCanBeStoppedAndItsDraftKept()
    {
        Watched w(drafting(QStringLiteral("slow")));
        w.client.request(nodes(2));
        const qint64 processId = w.processId();
        QVERIFY(!w.client.hasDraft());
        QTRY_VERIFY(w.client.hasDraft());
        QCOMPARE(w.laidOut.count(), 0);
        QVERIFY(w.client.isBusy());
        w.client.keepDraft();
        QCOMPARE(w.laidOut.count(), 1);
        QCOMPARE(w.laidOut[0][0].value<Layout>().nodes, (std::vector<Point>{{1005, 0}, {1015, 0}}));
        QVERIFY(!w.client.isBusy());
        QVERIFY(!w.client.hasDraft());
        QCOMPARE(w.busy.count(), 2);
        QCOMPARE(w.draft.count(), 2);
        QTRY_VERIFY(!isRunning(processId));
        QCOMPARE(w.failed.count() + w.keptDraft.count(), 0);
    }

    void aDraftIsForgottenWhenTheLayoutIsThere()
    {
        Watched w(drafting(QStringLiteral("unhurried")));
        w.client.request(nodes(2));
        QTRY_COMPARE(w.laidOut.count(), 1);
        QCOMPARE(w.laidOut[0][0].value<Layout>().nodes, (std::vector<Point>{{5, 0}, {15, 0}}));
        QCOMPARE(w.draft.count(), 2);
        QVERIFY(!w.client.hasDraft());
    }

    void aDraftIsWhatComesOfALayoutThatFails()
    {
        Watched w(drafting(QStringLiteral("slow"), 900ms));
        w.client.request(nodes(2));
        QTRY_COMPARE(w.laidOut.count(), 1);
        QCOMPARE(w.laidOut[0][0].value<Layout>().nodes.front(), (Point{1005, 0}));
        QCOMPARE(w.keptDraft.count(), 1);
        const QString reason = w.keptDraft[0][0].toString();
        QVERIFY2(reason.contains(QStringLiteral("No layout was found within 1 second")),
                 qPrintable(reason));
        QVERIFY2(reason.endsWith(QStringLiteral("What is shown is a draft.")), qPrintable(reason));
        QCOMPARE(w.failed.count(), 0);
        QCOMPARE(w.busy.count(), 2);
    }

    void aDraftThatDoesNotFitIsNone()
    {
        Watched w(drafting(QStringLiteral("slowshort"), 900ms));
        w.client.request(nodes(2));
        QTRY_COMPARE(w.failed.count(), 1);
        QCOMPARE(w.draft.count() + w.keptDraft.count() + w.laidOut.count(), 0);
    }

    void aQuickLayoutNeedsNoDraft()
    {
        LayoutWorker worker = fake(QStringLiteral("row"));
        worker.draftAfter = 200ms;
        Watched w(worker);
        w.client.request(nodes(2));
        QTRY_COMPARE(w.laidOut.count(), 1);
        QTest::qWait(250);
        QCOMPARE(w.draft.count(), 0);
        QCOMPARE(w.client.findChildren<QProcess*>().size(), 0);
    }

    void destructionEndsTheProcess()
    {
        qint64 processId = 0;
        {
            Watched w(QStringLiteral("hang"));
            w.client.request(nodes(1));
            processId = w.processId();
            QVERIFY(isRunning(processId));
        }
        QTRY_VERIFY(!isRunning(processId));
    }

    void theClientMayBeDestroyedByItsAnswer()
    {
        auto* client = new LayoutClient(fake(QStringLiteral("row")));
        connect(client, &LayoutClient::laidOut, this, [client] { delete client; });
        QSignalSpy gone(client, &QObject::destroyed);
        client->request(nodes(1));
        QTRY_COMPARE(gone.count(), 1);
    }

    void withoutAWindowOneWaits()
    {
        const auto layout = layOutNow(nodes(3), fake(QStringLiteral("row")));
        QVERIFY(layout.has_value());
        QCOMPARE(layout->nodes.size(), std::size_t(3));
        const auto failure = layOutNow(nodes(3), fake(QStringLiteral("one")));
        QVERIFY(!failure);
        QCOMPARE(failure.error(), QStringLiteral("No layout was made: the graph is too tangled."));
        LayoutWorker missing;
        missing.program = QStringLiteral("/nowhere/entente-layout");
        QVERIFY(!layOutNow(nodes(3), missing));
    }
};

QTEST_GUILESS_MAIN(LayoutClientTest)
#include "layoutclienttest.moc"
