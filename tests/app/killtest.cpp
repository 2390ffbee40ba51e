// SPDX-License-Identifier: Apache-2.0
// Kills the real programs while they work on a project, and looks for every edit that they had
// acknowledged.
#include "tests/support/generatedcorpus.h"
#include "tests/support/longrun.h"
#include "tests/support/victim.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <memory>
#include <thread>

using namespace entente;

namespace
{

/// A share of a hundred kills, but of no more than fit into as large a share of two and a half
/// minutes; or of as many as ENTENTE_KILLS says, however long they take.
class Kills
{
public:
    explicit Kills(int percent)
        : m_percent(percent)
    {
    }
    /// A few, however long they take.
    static Kills few(int kills)
    {
        Kills few(100);
        few.m_wanted = kills;
        return few;
    }
    bool areOver(int done) const
    {
        if (done == 0)
            m_clock.start(); // What was made ready before does not count.
        if (m_wanted > 0)
            return done >= std::max(1, m_wanted * m_percent / 100);
        return done >= m_percent || (done > 0 && m_clock.elapsed() > qint64(m_percent) * 1500);
    }

private:
    int m_percent;
    int m_wanted = qEnvironmentVariableIntValue("ENTENTE_KILLS");
    mutable QElapsedTimer m_clock;
};

QString cli() { return QStringLiteral(ENTENTE_CLI); }

/// What came of all kills of one kind.
struct Tally
{
    int kills = 0;
    int amidst = 0; ///< While it worked.
    std::int64_t edits = 0;
    qint64 slowest = 0; ///< To be opened again, in milliseconds.
    QStringList wrong;

    void add(const Victim::Found& found)
    {
        ++kills;
        slowest = std::max(slowest, found.milliseconds);
        if (!found.wrong.isEmpty())
            wrong << QStringLiteral("kill %1: %2").arg(kills).arg(found.wrong);
    }
    void tell() const
    {
        qInfo("%d kills, %d of them while it worked; %lld edits; %lld wrong; opened in at most "
              "%lld ms",
              kills, amidst, static_cast<long long>(edits), static_cast<long long>(wrong.size()),
              static_cast<long long>(slowest));
    }
};

/// How a program is made to lose what it says is there, to show that it is found out.
enum class Mutant { None, LostPages, LostLines, Early };

} // namespace

class KillTest : public QObject
{
    Q_OBJECT

public:
    static void initMain() { allowLongRun("ENTENTE_KILLS"); }

private Q_SLOTS:
    void initTestCase()
    {
        GeneratedCorpus few = generateCorpus(2, 7);
        for (GeneratedCorpus::Document& document : few.documents)
            document.name = "few-" + document.name;
        writeCorpus(few, m_few.path().toStdString());
        writeCorpus(generateCorpus(20), m_articles.path().toStdString());
    }

    void noAcknowledgedEditIsEverLost()
    {
        const Tally tally = killEdits(Kills(50), Mutant::None);
        judge(tally);
        QVERIFY(tally.amidst * 2 > tally.kills); // Else this would test nothing.
    }

    void noEditInTheWindowIsEverLost()
    {
        const Tally tally = killWindows(Kills(20), Mutant::None);
        judge(tally);
        QVERIFY(tally.edits > tally.kills);
    }

    void anImportIsThereOrNot() { judge(killImports(Kills(15))); }
    void aBackupIsThereOrNot() { judge(killBackups(Kills(15))); }

    void aSecondProgramIsToldAtOnceAndTakesOverFromAKilledOne()
    {
        const auto victim = freshVictim();
        for (int i = 0; i < 5; ++i) {
            const Taken taken = takeOver(*victim, victim->environment());
            QVERIFY(taken.wrong.isEmpty());
            qInfo("told after %lld ms, and took over after %lld ms",
                  static_cast<long long>(taken.told), static_cast<long long>(taken.tookOver));
            QVERIFY(taken.told < 200 && taken.tookOver < 2000);
        }
    }

    void withoutLocksTheSecondProgramIsNotTold()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("Where a sanitizer stands between the program and the system nothing else can.");
#endif
        const auto victim = freshVictim();
        QProcessEnvironment environment = victim->environment();
        environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(ENTENTE_FAULTY_IO));
        environment.insert(QStringLiteral("FAULTY_LOCKS"), QStringLiteral("none"));
        QVERIFY(!takeOver(*victim, environment).wrong.isEmpty());
    }

    /// Else the tests above would show nothing.
    void aProgramThatLosesEditsIsFoundOut_data()
    {
        QTest::addColumn<int>("mutant");
        QTest::newRow("pages") << int(Mutant::LostPages);
        QTest::newRow("lines of the log") << int(Mutant::LostLines);
        QTest::newRow("said too early") << int(Mutant::Early);
    }
    void aProgramThatLosesEditsIsFoundOut()
    {
        QFETCH(int, mutant);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        if (Mutant(mutant) != Mutant::Early)
            QSKIP("Where a sanitizer stands between the program and the system nothing else can.");
#endif
        // What was said too early is found out only by a kill that hits the milliseconds until it
        // is true: nine of ten did, on a machine with nothing else to do.
        constexpr int runsAtMost = 10;
        Tally tally;
        for (int run = 0; run < runsAtMost && tally.wrong.isEmpty(); ++run) {
            tally = Mutant(mutant) == Mutant::Early ? killWindows(Kills::few(2), Mutant::Early)
                                                    : killEdits(Kills::few(2), Mutant(mutant));
            tally.tell();
        }
        QVERIFY(!tally.wrong.isEmpty());
        qInfo("%s", qPrintable(tally.wrong.front()));
    }

private:
    static void judge(const Tally& tally)
    {
        tally.tell();
        QVERIFY2(tally.wrong.isEmpty(), qPrintable(tally.wrong.mid(0, 5).join(u'\n')));
        QVERIFY(tally.slowest < 2000);
    }

    std::unique_ptr<Victim> freshVictim() const
    {
        auto victim = std::make_unique<Victim>();
        victim->run(cli(),
                    {QStringLiteral("import"), m_few.path(), QStringLiteral("-o"), victim->path()});
        return victim;
    }

    QProcessEnvironment environmentOf(const Victim& victim, Mutant mutant) const
    {
        QProcessEnvironment environment = victim.environment();
        const auto set = [&](const char* name, const QString& value) {
            environment.insert(QString::fromLatin1(name), value);
        };
        if (mutant == Mutant::LostPages || mutant == Mutant::LostLines) {
            set("LD_PRELOAD", QStringLiteral(ENTENTE_FAULTY_IO));
            set("FAULTY_LOST", mutant == Mutant::LostPages ? victim.path() : victim.log());
        }
        if (mutant == Mutant::Early)
            set("ENTENTE_MUTANT", QStringLiteral("early"));
        return environment;
    }

    struct Taken
    {
        qint64 told = 0, tookOver = 0; ///< In milliseconds.
        QString wrong;
    };
    /// One program has the project open; another one, this, opens it, too, and again once the first
    /// was killed.
    static Taken takeOver(const Victim& victim, const QProcessEnvironment& environment)
    {
        QProcess first;
        first.setProcessEnvironment(environment);
        first.start(cli(), {QStringLiteral("edit"), victim.path()});
        first.write("{\"kind\":\"placeNodes\",\"placements\":[]}\n");
        if (!first.waitForReadyRead())
            qFatal("%s", first.readAllStandardError().constData());
        Taken taken;
        QElapsedTimer timer;
        timer.start();
        {
            const auto second = ProjectFile::open(victim.path().toStdString(), {});
            taken.told = timer.elapsed();
            if (second || second.error().kind != ProjectTrouble::Kind::InUse)
                taken.wrong = QStringLiteral("it is not said to be in use");
        }
        first.kill();
        first.waitForFinished();
        timer.restart();
        if (!ProjectFile::open(victim.path().toStdString(), {}, victim.backups()))
            taken.wrong += QStringLiteral("it cannot be opened after the first was killed");
        taken.tookOver = timer.elapsed();
        return taken;
    }

    /// Starts a program, kills it some time after it is ready, and gives back what it said.
    QByteArray killed(QProcess& program, int microseconds, Tally& tally)
    {
        std::this_thread::sleep_for(
            std::chrono::microseconds(m_random.bounded(std::max(1, microseconds))));
        program.waitForReadyRead(0);
        tally.amidst += program.state() == QProcess::Running ? 1 : 0;
        program.kill();
        program.waitForFinished();
        return program.readAllStandardOutput();
    }

    /// Runs scripts of edits, each on what the one before has left; a project now and then anew.
    template <class Run>
    Tally killScripts(const Kills& kills, Mutant mutant, Run run)
    {
        Tally tally;
        std::unique_ptr<Victim> victim;
        Victim::Found found;
        while (!kills.areOver(tally.kills)) {
            if (tally.kills % 5 == 0 || !found.wrong.isEmpty()) {
                victim = freshVictim();
                found = victim->open([](const ProjectFile&) { return QString(); });
                if (!found.wrong.isEmpty())
                    qFatal("%s", qPrintable(found.wrong));
            }
            const EditScript script(found.store, unsigned(tally.kills + 1), 150);
            const std::int64_t base = found.version;
            QFile lines(victim->file(QStringLiteral("script")));
            if (!lines.open(QIODevice::WriteOnly))
                qFatal("%s", qPrintable(lines.errorString()));
            lines.write(QByteArray::fromStdString(script.lines()));
            lines.close();
            const std::int64_t said =
                run(*victim, lines.fileName(), environmentOf(*victim, mutant), tally);
            found = victim->openAfter(script, base, std::max(base, said));
            tally.edits += found.version - base;
            tally.add(found);
        }
        return tally;
    }

    Tally killEdits(const Kills& kills, Mutant mutant)
    {
        return killScripts(kills, mutant,
                           [&](const Victim& victim, const QString& script,
                               const QProcessEnvironment& environment, Tally& tally) {
                               QProcess editor;
                               editor.setProcessEnvironment(environment);
                               editor.setStandardInputFile(script);
                               editor.start(cli(), {QStringLiteral("edit"), victim.path()});
                               QByteArray out;
                               // Else it is killed while it opens the project.
                               if ((mutant != Mutant::None || tally.kills % 5 != 0) &&
                                   editor.waitForReadyRead())
                                   out = editor.readAllStandardOutput();
                               return lastNumberIn(out + killed(editor, 300000, tally));
                           });
    }

    Tally killWindows(const Kills& kills, Mutant mutant)
    {
        return killScripts(
            kills, mutant,
            [&](const Victim& victim, const QString& script, const QProcessEnvironment& environment,
                Tally& tally) {
                QProcess window;
                window.setProcessEnvironment(environment);
                window.start(QStringLiteral(ENTENTE_WINDOW_DRIVER), {victim.path(), script});
                QByteArray out;
                if (window.waitForReadyRead(20000)) // It is open, by then.
                    out = window.readAllStandardOutput();
                return lastNumberIn(out +
                                    killed(window, mutant == Mutant::Early ? 0 : 200000, tally));
            });
    }

    /// Runs a command that is killed within the time that it takes, more or less.
    template <class Compare>
    Tally killCommand(const Kills& kills,
                      const std::function<QStringList(const Victim&)>& arguments, Compare compare)
    {
        Tally tally;
        auto victim = freshVictim();
        QElapsedTimer timer; // Only to see how long it takes.
        timer.start();
        victim->run(cli(), arguments(*victim));
        const auto takes = static_cast<int>(timer.nsecsElapsed() / 1000);
        victim = freshVictim();
        Victim::Found found = victim->open([](const auto&) { return QString(); });
        while (!kills.areOver(tally.kills)) {
            const Store before = found.store;
            QProcess program;
            program.setProcessEnvironment(victim->environment());
            program.start(cli(), arguments(*victim));
            program.waitForStarted();
            killed(program, takes * 5 / 4, tally);
            const bool isDone =
                program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0;
            found = victim->open([&](const ProjectFile& project) {
                return compare(*victim, project, before, isDone);
            });
            tally.add(found);
            if (found.store == before && found.wrong.isEmpty())
                continue;
            victim = freshVictim();
            found = victim->open([](const auto&) { return QString(); });
        }
        return tally;
    }

    Tally killImports(const Kills& kills)
    {
        const auto import = [this](const Victim& victim) {
            return QStringList{QStringLiteral("import"), m_articles.path(), QStringLiteral("-o"),
                               victim.path()};
        };
        return killCommand(kills, import,
                           [](const Victim&, const ProjectFile& project, const Store& before,
                              bool isDone) -> QString {
                               const auto more =
                                   project.store().articles().size() - before.articles().size();
                               if (more == 20U)
                                   return {};
                               if (isDone)
                                   return QStringLiteral("the import is not there");
                               return project.store() == before
                                          ? QString()
                                          : QStringLiteral("half of an import is there");
                           });
    }

    Tally killBackups(const Kills& kills)
    {
        const auto backup = [](const Victim& victim) {
            return QStringList{QStringLiteral("backup"), victim.path()};
        };
        return killCommand(
            kills, backup,
            [](const Victim&, const ProjectFile& project, const Store& before, bool) -> QString {
                return project.store() == before ? QString()
                                                 : QStringLiteral("the project was changed");
            });
    }

    QTemporaryDir m_few;      ///< Of which a project is made.
    QTemporaryDir m_articles; ///< That are imported into it.
    QRandomGenerator m_random{1};
};

QTEST_GUILESS_MAIN(KillTest)
#include "killtest.moc"
