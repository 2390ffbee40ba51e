// SPDX-License-Identifier: Apache-2.0
// Lets each call by which the real program opens, writes or flushes a file fail, one at a time and
// all from there on, and looks at what is left.
#include "tests/support/faultscenes.h"
#include "tests/support/longrun.h"

#include <QElapsedTimer>
#include <QTest>

#include <cerrno>

using namespace entente;

class FaultTest : public QObject
{
    Q_OBJECT

public:
    static void initMain() { allowLongRun("ENTENTE_FAULTS"); }

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() const;

    void anAcknowledgedEditIsThere_data() { faults(); }
    void anAcknowledgedEditIsThere();
    void aKilledProgramsProjectIsOpenedOrLeftAsItIs_data() { faults(); }
    void aKilledProgramsProjectIsOpenedOrLeftAsItIs();
    void aNewProjectIsImportedOrCanBeAgain_data() { faults(); }
    void aNewProjectIsImportedOrCanBeAgain();
    void anImportLeavesWhatWasThere_data() { faults(); }
    void anImportLeavesWhatWasThere();
    void aBackupIsWholeOrNotThere_data() { faultsAndHalves(); }
    void aBackupIsWholeOrNotThere();
    void aSecondLogThatFailsIsToldAndStopsNoEdit_data() { faults(); }
    void aSecondLogThatFailsIsToldAndStopsNoEdit();
    void savingAsLeavesTheOldFileOrTheNewOne_data() { faultsAndHalves(); }
    void savingAsLeavesTheOldFileOrTheNewOne();
    void aBackupAmongTheOthersIsWholeOrNotThere_data() { faultsAndHalves(); }
    void aBackupAmongTheOthersIsWholeOrNotThere();
    void anOlderFormIsAsItWasOrBroughtUpToDate_data() { faults(); }
    void anOlderFormIsAsItWasOrBroughtUpToDate();
    void whatIsRecoveredIsWholeOrNotThere_data() { faultsAndHalves(); }
    void whatIsRecoveredIsWholeOrNotThere();
    void anExportForBratLeavesOldFilesOrNewOnes_data() { faults(); }
    void anExportForBratLeavesOldFilesOrNewOnes();
    void aPictureIsTheOldOneOrTheNewOne_data() { faults(); }
    void aPictureIsTheOldOneOrTheNewOne();
    void aDossierAndItsPictureAreBothOldOrBothNew_data() { faults(); }
    void aDossierAndItsPictureAreBothOldOrBothNew();
    void aKillAtAnyCallLosesNoEdit();
    void aKillAtAnyCallLeavesNoWordOfWhatWasErased();

    void whatIsHalfWrittenIsReadAgainAndTakesNoFilesPlace_data();
    void whatIsHalfWrittenIsReadAgainAndTakesNoFilesPlace();
    /// Else the tests above would show nothing.
    void aProgramThatDoesNotKnowOfAFailureIsFoundOut_data();
    void aProgramThatDoesNotKnowOfAFailureIsFoundOut();

private:
    static void faults();
    static void faultsAndHalves();
    void everyFault(const Scene& scene);
    void everyKill(const Scene& scene);

    FaultScenes m_scenes;
    int m_points = 0;
};

void FaultTest::initTestCase()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("Where a sanitizer stands between the program and the system nothing else can.");
#endif
    QCOMPARE(m_scenes.makeReady(), QString());
}

void FaultTest::cleanupTestCase() const { qInfo("%d points where a call failed", m_points); }

void FaultTest::faults()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("full, once") << Fault{ENOSPC};
    QTest::newRow("full") << Fault{ENOSPC, true, true};
    QTest::newRow("full, for all") << Fault{ENOSPC, true};
    QTest::newRow("bad, once") << Fault{EIO};
    QTest::newRow("bad, for all") << Fault{EIO, true};
}

/// Also what is half written while it is said to be whole: it has to be read again.
void FaultTest::faultsAndHalves()
{
    faults();
    Fault half;
    half.silence = QStringLiteral("half");
    QTest::newRow("half, and not told") << half;
}

/// Some, spread over all; with ENTENTE_FAULTS=all each of them.
void FaultTest::everyFault(const Scene& scene)
{
    QFETCH(const Fault, fault);
    constexpr qint64 millisecondsAtMost = 700;
    QElapsedTimer timer;
    timer.start();
    m_scenes.prepare(scene.before);
    const Outcome good = m_scenes.run(scene, fault);
    QVERIFY2(good.exit == 0 && scene.wrong(good).isEmpty(), good.err.constData());
    const bool all = qEnvironmentVariable("ENTENTE_FAULTS") == QStringLiteral("all");
    const qint64 fit =
        std::max(qint64(2), millisecondsAtMost / std::max(qint64(1), timer.elapsed()));
    const int step = all ? 1 : std::max(1, int(good.calls / fit));
    QStringList wrongs;
    int points = 0;
    for (int call = 1 + m_points % step; call <= good.calls; call += step) {
        m_scenes.prepare(scene.before);
        const Outcome outcome = m_scenes.run(scene, fault, call);
        const QString wrong = scene.wrong(outcome);
        if (!wrong.isEmpty())
            wrongs << QStringLiteral("call %1, %2: %3; it ended with %4 and said: %5")
                          .arg(call)
                          .arg(QString::fromUtf8(outcome.failed), wrong)
                          .arg(outcome.exit)
                          .arg(QString::fromUtf8(outcome.out + outcome.err).trimmed());
        if (outcome.failed.isEmpty())
            break;
        ++points;
    }
    m_points += points;
    qInfo("%d points of %d", points, good.calls);
    QVERIFY2(wrongs.isEmpty(), qPrintable(QString::number(wrongs.size()) + QLatin1Char('\n') +
                                          wrongs.join(QLatin1Char('\n'))));
}

/// Kills the program at some of its calls, spread over all; at each with ENTENTE_FAULTS=all.
void FaultTest::everyKill(const Scene& scene)
{
    constexpr int atMost = 25;
    m_scenes.prepare(scene.before);
    const Outcome good = m_scenes.run(scene);
    QVERIFY2(good.exit == 0, good.err.constData());
    const bool all = qEnvironmentVariable("ENTENTE_FAULTS") == QStringLiteral("all");
    const int step = all ? 1 : std::max(1, good.calls / atMost);
    QStringList wrongs;
    for (int call = 1; call <= good.calls; call += step, ++m_points) {
        m_scenes.prepare(scene.before);
        Outcome outcome = m_scenes.run(scene, {}, call);
        QVERIFY(outcome.crashed);
        outcome.crashed = false; // That is how it was meant.
        outcome.exit = 1;
        outcome.err = "killed";
        if (const QString wrong = scene.wrong(outcome); !wrong.isEmpty())
            wrongs << QStringLiteral("call %1, %2: %3")
                          .arg(call)
                          .arg(QString::fromUtf8(outcome.failed), wrong);
    }
    qInfo("killed at %d of %d calls", (good.calls + step - 1) / step, good.calls);
    QVERIFY2(wrongs.isEmpty(), qPrintable(QString::number(wrongs.size()) + QLatin1Char('\n') +
                                          wrongs.join(QLatin1Char('\n'))));
}

void FaultTest::anAcknowledgedEditIsThere() { everyFault(m_scenes.editing()); }

void FaultTest::aKilledProgramsProjectIsOpenedOrLeftAsItIs()
{
    // Killed at its second write into the project: half of an edit is in it, and its journal.
    const Scene whole = m_scenes.editing();
    int writes = 0;
    for (int call = 1; writes < 2; ++call) {
        m_scenes.prepare(whole.before);
        const Outcome outcome = m_scenes.run(whole, {}, call);
        writes += outcome.failed == "pwrite64 " + m_scenes.project().toUtf8() ? 1 : 0;
        QVERIFY(outcome.crashed && outcome.out.isEmpty());
    }
    Scene scene = whole;
    scene.before = m_scenes.content();
    QVERIFY(scene.before.contains(QStringLiteral("p.entente-journal")));
    everyFault(scene);
}

void FaultTest::aNewProjectIsImportedOrCanBeAgain() { everyFault(m_scenes.importing()); }

void FaultTest::anImportLeavesWhatWasThere() { everyFault(m_scenes.importingMore()); }

void FaultTest::aBackupIsWholeOrNotThere() { everyFault(m_scenes.backingUp()); }

void FaultTest::aSecondLogThatFailsIsToldAndStopsNoEdit()
{
    everyFault(m_scenes.editingWithoutLog());
}

void FaultTest::savingAsLeavesTheOldFileOrTheNewOne() { everyFault(m_scenes.savingAs()); }

void FaultTest::aBackupAmongTheOthersIsWholeOrNotThere()
{
    everyFault(m_scenes.backingUpAmongOthers());
}

void FaultTest::anOlderFormIsAsItWasOrBroughtUpToDate()
{
    everyFault(m_scenes.openingAnOlderForm());
}

void FaultTest::whatIsRecoveredIsWholeOrNotThere() { everyFault(m_scenes.recovering()); }

void FaultTest::whatIsHalfWrittenIsReadAgainAndTakesNoFilesPlace_data()
{
    QTest::addColumn<Scene>("scene");
    QTest::newRow("save as") << m_scenes.savingAs();
    QTest::newRow("backup") << m_scenes.backingUp();
    QTest::newRow("backup among others") << m_scenes.backingUpAmongOthers();
    QTest::newRow("recovery") << m_scenes.recovering();
    QTest::newRow("export for brat") << m_scenes.exportingForBrat();
    QTest::newRow("picture") << m_scenes.exportingAPicture();
    QTest::newRow("dossier") << m_scenes.exportingADossier();
}

void FaultTest::whatIsHalfWrittenIsReadAgainAndTakesNoFilesPlace()
{
    QFETCH(const Scene, scene);
    m_scenes.prepare(scene.before);
    Fault half;
    half.isForEver = true;
    half.silence = QStringLiteral("half");
    const Outcome outcome = m_scenes.run(scene, half, 1);
    QVERIFY(!outcome.failed.isEmpty());
    QCOMPARE(outcome.exit, 1);
    QCOMPARE(scene.wrong(outcome), QString());
    QCOMPARE(m_scenes.content(), scene.before);
}

void FaultTest::aProgramThatDoesNotKnowOfAFailureIsFoundOut_data()
{
    QTest::addColumn<Scene>("scene");
    QTest::addColumn<QString>("silence");
    const auto add = [](const char* name, const Scene& scene, const char* silence) {
        QTest::addRow("%s: %s", name, silence) << scene << QString::fromLatin1(silence);
    };
    // The second copies are caught up on, which is as it should be.
    const auto inProject = [&](Scene scene) {
        scene.part = m_scenes.project();
        return scene;
    };
    for (const char* silence : {"lost", "half"}) {
        add("edits", inProject(m_scenes.editing()), silence);
        add("import", inProject(m_scenes.importing()), silence);
        add("older form", inProject(m_scenes.openingAnOlderForm()), silence);
    }
    // What else is half written is read again before it gets its name.
    for (const char* silence : {"lost", "late"}) {
        add("save as", m_scenes.savingAs(), silence);
        add("backup", m_scenes.backingUp(), silence);
        add("backup among others", m_scenes.backingUpAmongOthers(), silence);
        add("recovery", m_scenes.recovering(), silence);
        add("export for brat", m_scenes.exportingForBrat(), silence);
        add("picture", m_scenes.exportingAPicture(), silence);
    }
}

void FaultTest::aProgramThatDoesNotKnowOfAFailureIsFoundOut()
{
    QFETCH(const Scene, scene);
    QFETCH(const QString, silence);
    Fault fault;
    fault.silence = silence;
    m_scenes.prepare(scene.before);
    const Outcome good = m_scenes.run(scene, fault);
    QVERIFY2(good.exit == 0 && scene.wrong(good).isEmpty(), good.err.constData());
    // From the last of its calls, by which things are put in their places.
    QString wrong;
    int call = good.calls;
    for (; call > 0 && wrong.isEmpty(); --call) {
        m_scenes.prepare(scene.before);
        wrong = scene.wrong(m_scenes.run(scene, fault, call));
    }
    QVERIFY(!wrong.isEmpty());
    qInfo("at call %d of %d: %s", call + 1, good.calls, qPrintable(wrong));
}

void FaultTest::anExportForBratLeavesOldFilesOrNewOnes()
{
    everyFault(m_scenes.exportingForBrat());
}

void FaultTest::aPictureIsTheOldOneOrTheNewOne() { everyFault(m_scenes.exportingAPicture()); }

void FaultTest::aDossierAndItsPictureAreBothOldOrBothNew()
{
    QFETCH(const Fault, fault);
    everyFault(m_scenes.exportingADossier(!fault.isForEver));
}

void FaultTest::aKillAtAnyCallLosesNoEdit() { everyKill(m_scenes.editing()); }

void FaultTest::aKillAtAnyCallLeavesNoWordOfWhatWasErased() { everyKill(m_scenes.erasing()); }

QTEST_GUILESS_MAIN(FaultTest)
#include "faulttest.moc"
