// SPDX-License-Identifier: Apache-2.0
#include "ui/window/busybar.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <chrono>

using namespace entente;
using namespace std::chrono_literals;

namespace
{

using Work = BusyBar::Work;

/// Appears at once, so that tests of what it says need not wait.
constexpr auto atOnce = 0ms;

} // namespace

class BusyBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void appearsOnlyAfterItsDelay()
    {
        constexpr auto delay = 200ms;
        BusyBar bar(delay);
        QElapsedTimer since;
        since.start();
        bar.begin(Work::Export, QStringLiteral("Writing"));
        QVERIFY(bar.isHidden());
        // What begins meanwhile does not put it off.
        bar.begin(Work::Layout, QStringLiteral("Laying out"));
        QTRY_VERIFY(bar.isVisible());
        QVERIFY(since.elapsed() >= std::chrono::milliseconds(delay).count() - 10);
        QVERIFY(since.elapsed() < 5000);
    }

    void quickWorkNeverFlashesIt()
    {
        BusyBar bar(50ms);
        const QSignalSpy appeared(&bar, &BusyBar::resized);
        bar.begin(Work::Layout, QStringLiteral("Laying out"));
        bar.progress(Work::Layout, QStringLiteral("Laying out"), 1, 2);
        bar.end(Work::Layout);
        // Longer than the first would have needed to appear.
        bar.begin(Work::Export, QStringLiteral("Writing"));
        QTRY_VERIFY(bar.isVisible());
        QCOMPARE(appeared.size(), qsizetype(1));
        QCOMPARE(bar.text(), QStringLiteral("Writing…"));
    }

    void saysWhatAndHowFar()
    {
        BusyBar bar(atOnce);
        bar.begin(Work::Opening, QStringLiteral("Reading"));
        QTRY_COMPARE(bar.text(), QStringLiteral("Reading…"));
        const auto* line = bar.findChild<QProgressBar*>();
        QCOMPARE(line->maximum(), 0); // It moves to and fro.
        bar.progress(Work::Opening, QStringLiteral("Reading articles"), 412, 1000);
        QCOMPARE(bar.text(), QStringLiteral("Reading articles — 412 of 1,000"));
        QCOMPARE(line->value(), 412);
        QCOMPARE(line->maximum(), 1000);
        QCOMPARE(bar.accessibleName(), bar.text());
        // What has ended says nothing more.
        bar.end(Work::Opening);
        bar.progress(Work::Opening, QStringLiteral("Reading articles"), 413, 1000);
        QVERIFY(bar.isHidden());
    }

    void cancelGoesOnceToTheWorkThatIsSpokenOf()
    {
        BusyBar bar(atOnce);
        const QSignalSpy cancelled(&bar, &BusyBar::cancelled);
        auto* cancel = bar.findChild<QPushButton*>(QStringLiteral("cancel"));
        bar.begin(Work::Export, QStringLiteral("Writing"));
        QTRY_VERIFY(bar.isVisible());
        cancel->click();
        QCOMPARE(cancelled.size(), qsizetype(1));
        QCOMPARE(cancelled.at(0).at(0).value<Work>(), Work::Export);
    }

    void ofTwoWorksOneIsSpokenOfAndThenTheOther()
    {
        BusyBar bar(atOnce);
        const QSignalSpy cancelled(&bar, &BusyBar::cancelled);
        auto* cancel = bar.findChild<QPushButton*>(QStringLiteral("cancel"));
        // Ends the work, as its owner does.
        connect(&bar, &BusyBar::cancelled, &bar, &BusyBar::end);
        bar.begin(Work::Layout, QStringLiteral("Laying out"));
        bar.begin(Work::Export, QStringLiteral("Writing"));
        QTRY_COMPARE(bar.text(), QStringLiteral("Writing…"));
        bar.progress(Work::Layout, QStringLiteral("Laying out"), 1, 2);
        QCOMPARE(bar.text(), QStringLiteral("Writing…"));
        cancel->click();
        QVERIFY(bar.isVisible());
        QCOMPARE(bar.text(), QStringLiteral("Laying out — 1 of 2"));
        cancel->click();
        QVERIFY(bar.isHidden());
        QCOMPARE(cancelled.size(), qsizetype(2));
        QCOMPARE(cancelled.at(0).at(0).value<Work>(), Work::Export);
        QCOMPARE(cancelled.at(1).at(0).value<Work>(), Work::Layout);
    }

    void aLayoutCanBeStoppedOnceThereIsADraft()
    {
        BusyBar bar(atOnce);
        const QSignalSpy stopped(&bar, &BusyBar::stopped);
        auto* keep = bar.findChild<QPushButton*>(QStringLiteral("keepDraft"));
        bar.begin(Work::Layout, QStringLiteral("Laying out"));
        QTRY_VERIFY(keep->isVisible());
        QVERIFY(!keep->isEnabled());
        QVERIFY(keep->toolTip().contains(QStringLiteral("no draft yet")));
        bar.setHasDraft(true);
        keep->click();
        QCOMPARE(stopped.size(), qsizetype(1));
        bar.setHasDraft(false);
        QVERIFY(!keep->isEnabled());
        // Nothing of an export can be kept.
        bar.begin(Work::Export, QStringLiteral("Writing"));
        QVERIFY(!keep->isVisible());
    }
};

QTEST_MAIN(BusyBarTest)
#include "busybartest.moc"
