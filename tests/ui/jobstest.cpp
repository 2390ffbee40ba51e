// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/jobs.h"
#include "ui/jobs/stepback.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <thread>

#include <sys/resource.h>

using namespace entente;
using namespace std::chrono_literals;

namespace
{

/// Works until it is told to stop.
int untilStopped(const Progress& progress)
{
    while (!progress.stopped())
        std::this_thread::sleep_for(1ms);
    return -1;
}

/// Counts how often one of these ends on the thread of the test, and how often at all.
struct Ends
{
    std::atomic<int> here = 0;
    std::atomic<int> all = 0;
    QThread* mine = QThread::currentThread();

    std::shared_ptr<int> watched()
    {
        return {new int(1), [this](const int* value) {
                    here += QThread::currentThread() == mine ? 1 : 0;
                    ++all;
                    delete value;
                }};
    }
};

} // namespace

class JobsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theResultArrivesOnThisThread()
    {
        Jobs jobs;
        const QSignalSpy busy(&jobs, &Jobs::busyChanged);
        const QThread* here = QThread::currentThread();
        bool elsewhere = false;
        int result = 0;
        jobs.run(
            [here, &elsewhere](const Progress&) {
                elsewhere = QThread::currentThread() != here;
                return 42;
            },
            this,
            [here, &result](int value) {
                QCOMPARE(QThread::currentThread(), here);
                result = value;
            });
        QVERIFY(jobs.isBusy());
        QTRY_COMPARE(result, 42);
        QVERIFY(elsewhere);
        QTRY_VERIFY(!jobs.isBusy());
        QCOMPARE(busy.count(), 2);
        QCOMPARE(busy[0][0].toBool(), true);
        QCOMPARE(busy[1][0].toBool(), false);
    }

    void whatNobodyWaitsForStepsBack()
    {
        std::optional<int> niceness;
        Jobs behind;
        Jobs awaited;
        const auto nicenessIn = [&](Jobs& jobs, bool stepsBack) {
            niceness.reset();
            jobs.run(
                [stepsBack](const Progress&) {
                    if (stepsBack)
                        stepBack();
                    int value = 0;
                    // Also where the work goes on in threads of its own.
                    std::thread([&] { value = ::getpriority(PRIO_PROCESS, 0); }).join();
                    return value;
                },
                this, [&](int value) { niceness = value; });
            return QTest::qWaitFor([&] { return niceness.has_value(); }) ? *niceness : -100;
        };
        const int usual = ::getpriority(PRIO_PROCESS, 0);
        QCOMPARE(nicenessIn(behind, true), std::max(usual, 10));
        // It takes nobody along.
        QCOMPARE(nicenessIn(awaited, false), usual);
        QCOMPARE(::getpriority(PRIO_PROCESS, 0), usual);
    }

    void aResultNeedNotBeCopyable()
    {
        Jobs jobs;
        std::unique_ptr<int> result;
        jobs.run([](const Progress&) { return std::make_unique<int>(7); }, this,
                 [&result](std::unique_ptr<int> value) { result = std::move(value); });
        QTRY_VERIFY(result != nullptr);
        QCOMPARE(*result, 7);
    }

    void theNewestWins()
    {
        Jobs jobs;
        const QSignalSpy busy(&jobs, &Jobs::busyChanged);
        std::vector<int> results;
        const auto keep = [&results](int value) { results.push_back(value); };
        jobs.run(untilStopped, this, keep);
        for (int i = 0; i < 20; ++i)
            jobs.run([i](const Progress&) { return i; }, this, keep);
        QTRY_VERIFY(!results.empty());
        QTest::qWait(50);
        QCOMPARE(results, std::vector<int>{19});
        QCOMPARE(busy.count(), 2);
    }

    void aJobThatDoesNotListenHoldsNobodyUp()
    {
        Jobs jobs;
        std::atomic<bool> release = false;
        std::vector<int> results;
        const auto keep = [&results](int value) { results.push_back(value); };
        jobs.run(
            [&release](const Progress&) {
                while (!release)
                    std::this_thread::sleep_for(1ms);
                return 1;
            },
            this, keep);
        jobs.run([](const Progress&) { return 2; }, this, keep);
        QTRY_COMPARE(results, std::vector<int>{2});
        release = true;
        QTest::qWait(50);
        QCOMPARE(results, std::vector<int>{2});
    }

    void cancelDropsTheResult()
    {
        Jobs jobs;
        const QSignalSpy busy(&jobs, &Jobs::busyChanged);
        bool arrived = false;
        jobs.run(untilStopped, this, [&arrived](int) { arrived = true; });
        jobs.cancel();
        QVERIFY(!jobs.isBusy());
        QCOMPARE(busy.count(), 2);
        QTest::qWait(50);
        QVERIFY(!arrived);
        jobs.cancel();
        QCOMPARE(busy.count(), 2);
    }

    void aResultThatIsAlreadyPostedIsDroppedToo()
    {
        Jobs jobs;
        std::atomic<bool> done = false;
        bool arrived = false;
        jobs.run([&done](const Progress&) { return done = true, 1; }, this,
                 [&arrived](int) { arrived = true; });
        while (!done)
            std::this_thread::sleep_for(1ms);
        std::this_thread::sleep_for(20ms);
        jobs.cancel();
        QTest::qWait(20);
        QVERIFY(!arrived);
    }

    void resultsAreFreedElsewhere()
    {
        Ends ends;
        Jobs jobs;
        std::vector<int> taken;
        const auto make = [&ends](const Progress&) { return ends.watched(); };
        const auto take = [&taken](const std::shared_ptr<int>& value) { taken.push_back(*value); };
        jobs.run(make, this, take);
        std::this_thread::sleep_for(20ms); // Posted, and then out of date.
        jobs.run(make, this, take);
        QTRY_COMPARE(taken.size(), 1U);
        QTRY_COMPARE(ends.all, 2);
        QCOMPARE(ends.here, 0);
    }

    void aResultForNobodyIsDropped()
    {
        Jobs jobs;
        bool arrived = false;
        auto context = std::make_unique<QObject>();
        jobs.run([](const Progress&) { return 1; }, context.get(),
                 [&arrived](int) { arrived = true; });
        context.reset();
        QTRY_VERIFY(!jobs.isBusy());
        QVERIFY(!arrived);
    }

    void progressIsThrottled()
    {
        Jobs jobs;
        const QSignalSpy progressed(&jobs, &Jobs::progressed);
        bool arrived = false;
        QElapsedTimer timer;
        timer.start();
        jobs.run(
            [](const Progress& progress) {
                const auto end = std::chrono::steady_clock::now() + 550ms;
                int reports = 0;
                while (std::chrono::steady_clock::now() < end)
                    progress.report("Reading articles", ++reports, 0);
                return reports;
            },
            this,
            [&arrived](int reports) {
                QVERIFY(reports > 1000);
                arrived = true;
            });
        QTRY_VERIFY(arrived);
        QVERIFY(progressed.count() >= 2);
        QVERIFY(progressed.count() <= timer.elapsed() / 100 + 1);
        QCOMPARE(progressed[0][0].toString(), QStringLiteral("Reading articles"));
        QVERIFY(progressed[1][1].toInt() > progressed[0][1].toInt());
    }

    void aResultMayAskForTheNextJob()
    {
        Jobs jobs;
        const QSignalSpy busy(&jobs, &Jobs::busyChanged);
        int last = 0;
        jobs.run([](const Progress&) { return 1; }, this,
                 [&](int first) {
                     jobs.run([first](const Progress&) { return first + 1; }, this,
                              [&last](int second) { last = second; });
                 });
        QTRY_COMPARE(last, 2);
        QTRY_VERIFY(!jobs.isBusy());
        QCOMPARE(busy.count(), 2);
    }

    void workThatThrowsIsTold()
    {
        Jobs jobs;
        const QSignalSpy failed(&jobs, &Jobs::failed);
        jobs.run([](const Progress&) -> int { throw std::runtime_error("no such luck"); }, this,
                 [](int) { QFAIL("there is no result"); });
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].toString(), QStringLiteral("no such luck"));
        QVERIFY(!jobs.isBusy());
    }

    void destructionStopsAndWaits()
    {
        std::atomic<bool> ended = false;
        {
            Jobs jobs;
            std::atomic<bool> begun = false;
            jobs.run(
                [&begun, &ended](const Progress& progress) {
                    begun = true;
                    untilStopped(progress);
                    ended = true;
                    return 0;
                },
                this, [](int) { QFAIL("there is nobody to tell"); });
            while (!begun)
                std::this_thread::sleep_for(1ms);
        }
        QVERIFY(ended);
        QTest::qWait(20);
    }

    void theRunnerMayBeDestroyedByAResult()
    {
        auto* jobs = new Jobs;
        const QSignalSpy gone(jobs, &QObject::destroyed);
        jobs->run([](const Progress&) { return 1; }, this, [jobs](int) { delete jobs; });
        QTRY_COMPARE(gone.count(), 1);
    }
};

QTEST_GUILESS_MAIN(JobsTest)
#include "jobstest.moc"
