// SPDX-License-Identifier: Apache-2.0
// Lets each call by which the real program opens, writes or flushes a file fail, one at a time and
// all from there on, and looks at what is left.
#include "graph/project/backups.h"
#include "graph/project/editjson.h"
#include "graph/project/editlog.h"
#include "graph/project/projectfile.h"
#include "tests/support/faultyfolder.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <functional>
#include <set>

using namespace entente;

namespace
{

/// A run of the program, and how to judge it.
struct Scene
{
    FolderContent before;
    QString program = QStringLiteral(ENTENTE_CLI);
    QStringList arguments;
    QString part; ///< Of the folder, where it fails; empty: all.
    QByteArray input;
    /// @returns what is wrong with what the run left, in words; empty: nothing.
    std::function<QString(const Outcome&)> wrong;
};

const Author analyst{"anna", Uuid{}};

std::filesystem::path fsPath(const QString& path) { return path.toStdString(); }

ChangeEntity renamed(EntityId id, const std::string& name)
{
    ChangeEntity change{id, {}};
    change.fields.name = name;
    return change;
}

/// Small and large rows, one row and many, some gone and back again.
std::vector<Edit> someEdits(const Store& store)
{
    const ArticleRecords& records = store.records(store.articles().front());
    const EntityId one = records.entities.front().id;
    const EntityId other = records.entities.back().id;
    ChangeClaim reject{records.claims.front().id, {}};
    reject.fields.rejected = true;
    return {
        renamed(one, "Choe the envoy"),
        PutView{{ViewId(Uuid{1, 1}), "Moscow", std::string(9000, 's')}},
        Together{{reject, PlaceNodes{{{nodeId(one), Point{1, 2}}, {nodeId(other), Point{3, 4}}}},
                  JudgeEntities{one, other, Sameness::Apart}}},
        RemoveArticle{records.article.id},
        RemoveView{ViewId(Uuid{1, 1})},
    };
}

} // namespace

class FaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void anAcknowledgedEditIsThere_data() { faults(); }
    void anAcknowledgedEditIsThere();
    void aKilledProgramsProjectIsOpenedOrLeftAsItIs_data() { faults(); }
    void aKilledProgramsProjectIsOpenedOrLeftAsItIs();
    void aNewProjectIsImportedOrCanBeAgain_data() { faults(); }
    void aNewProjectIsImportedOrCanBeAgain();
    void anImportLeavesWhatWasThere_data() { faults(); }
    void anImportLeavesWhatWasThere();
    void aBackupIsWholeOrNotThere_data() { faults(); }
    void aBackupIsWholeOrNotThere();
    void aSecondLogThatFailsIsToldAndStopsNoEdit_data() { faults(); }
    void aSecondLogThatFailsIsToldAndStopsNoEdit();
    void savingAsLeavesTheOldFileOrTheNewOne_data() { faults(); }
    void savingAsLeavesTheOldFileOrTheNewOne();
    void aBackupAmongTheOthersIsWholeOrNotThere_data() { faults(); }
    void aBackupAmongTheOthersIsWholeOrNotThere();
    void anOlderFormIsAsItWasOrBroughtUpToDate_data() { faults(); }
    void anOlderFormIsAsItWasOrBroughtUpToDate();
    void whatIsRecoveredIsWholeOrNotThere_data() { faults(); }
    void whatIsRecoveredIsWholeOrNotThere();
    void aKillAtAnyCallLosesNoEdit() { everyKill(editing()); }
    void aKillAtAnyCallLeavesNoWordOfWhatWasErased();

private:
    static void faults();
    void everyFault(const Scene& scene);
    void everyKill(const Scene& scene);
    Outcome run(const Scene& scene, const Fault& fault = {}, int call = 0) const
    {
        return m_fails.run(scene.program, scene.arguments, scene.input, fault, call, scene.part);
    }
    void prepare(const FolderContent& content) const { m_fails.prepare(content); }
    FolderContent contentAfter(const Scene& scene) const;
    FolderContent content() const { return m_fails.content(); }

    Scene editing() const;
    Scene importing(const FolderContent& before) const;
    QString wrongEdits(const Outcome& outcome) const;
    QString wrongImport(const Scene& again, const Outcome& outcome) const;
    QString wrongBackup(const Outcome& outcome) const;
    QString wrongProject(const QString& path,
                         const std::function<QString(const ProjectFile&)>& compare) const;

    QString wrongLog(const ProjectFile& opened) const;
    QString wrongEditsWithoutLog(const Outcome& outcome) const;
    QString wrongErasure(const Outcome& outcome) const;
    QString wrongSaveAs(const Outcome& outcome) const;
    QString wrongBackups(const Outcome& outcome) const;
    QString wrongMigration(const Outcome& outcome) const;
    QString wrongRecovery(const Outcome& outcome) const;

    std::filesystem::path backups() const
    {
        return fsPath(m_fails.data() + QStringLiteral("/entente/entente/projects"));
    }
    QString project() const { return m_folder.filePath(QStringLiteral("p.entente")); }
    QString copy() const { return m_folder.filePath(QStringLiteral("copy.entente")); }
    QString articles() const { return m_other.filePath(QStringLiteral("articles")); }

    QTemporaryDir m_folder;
    FaultyFolder m_fails{m_folder.path()};
    QTemporaryDir m_other;
    FolderContent m_imported; ///< A project with all articles.
    FolderContent m_begun;    ///< One with the first of them.
    std::int64_t m_firstVersion = 0;
    std::vector<Store> m_states; ///< Of the first, after each edit.
    std::vector<Edit> m_edits;
    QByteArray m_older;  ///< A project of an older form.
    QByteArray m_erased; ///< Words that nobody must find again.
    int m_points = 0;
};

void FaultTest::initTestCase()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("Where a sanitizer stands between the program and the system nothing else can.");
#endif
    QVERIFY(QDir().mkpath(articles()));
    const QDir sample(QStringLiteral(ENTENTE_SOURCE_DIR "/resources/sample/2018"));
    const auto take = [&](const QString& name) {
        for (const QString& file : sample.entryList({name + QStringLiteral(".*")}))
            QVERIFY(QFile::copy(sample.filePath(file), articles() + QLatin1Char('/') + file));
    };
    take(QStringLiteral("lavrov-in-pyongyang"));
    m_begun = contentAfter(importing({}));
    take(QStringLiteral("pompeo-trip-off"));
    m_imported = contentAfter(importing({}));

    prepare(m_imported);
    const auto opened = ProjectFile::open(fsPath(project()), analyst);
    QVERIFY(opened && opened->store().articles().size() == 2);
    m_firstVersion = opened->version();
    m_states = {opened->store()};
    m_edits = someEdits(opened->store());
    for (std::size_t i = 0; i < m_edits.size(); ++i) {
        Store next = m_states.back();
        const auto applied = next.apply(m_edits[i]);
        QVERIFY2(applied, applied ? "" : applied.error().c_str());
        if (std::holds_alternative<RemoveArticle>(m_edits[i]))
            m_edits.push_back(applied->inverse);
        m_states.push_back(next);
    }
}

void FaultTest::cleanupTestCase() { qInfo("%d points where a call failed", m_points); }

void FaultTest::faults()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("full, once") << Fault{ENOSPC};
    QTest::newRow("full") << Fault{ENOSPC, true, true};
    QTest::newRow("full, for all") << Fault{ENOSPC, true};
    QTest::newRow("bad, once") << Fault{EIO};
    QTest::newRow("bad, for all") << Fault{EIO, true};
}

/// Some, spread over all; with ENTENTE_FAULTS=all each of them.
void FaultTest::everyFault(const Scene& scene)
{
    QFETCH(const Fault, fault);
    constexpr qint64 millisecondsAtMost = 700;
    QElapsedTimer timer;
    timer.start();
    prepare(scene.before);
    const Outcome good = run(scene, fault);
    QVERIFY2(good.exit == 0 && scene.wrong(good).isEmpty(), good.err.constData());
    const bool all = qEnvironmentVariable("ENTENTE_FAULTS") == QStringLiteral("all");
    const qint64 fit =
        std::max(qint64(2), millisecondsAtMost / std::max(qint64(1), timer.elapsed()));
    const int step = all ? 1 : std::max(1, int(good.calls / fit));
    QStringList wrongs;
    int points = 0;
    for (int call = 1 + m_points % step; call <= good.calls; call += step) {
        prepare(scene.before);
        const Outcome outcome = run(scene, fault, call);
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
    prepare(scene.before);
    const Outcome good = run(scene);
    QVERIFY2(good.exit == 0, good.err.constData());
    const bool all = qEnvironmentVariable("ENTENTE_FAULTS") == QStringLiteral("all");
    const int step = all ? 1 : std::max(1, good.calls / atMost);
    QStringList wrongs;
    for (int call = 1; call <= good.calls; call += step, ++m_points) {
        prepare(scene.before);
        Outcome outcome = run(scene, {}, call);
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

FolderContent FaultTest::contentAfter(const Scene& scene) const
{
    prepare(scene.before);
    const Outcome outcome = run(scene);
    if (outcome.exit != 0)
        qFatal("%s", outcome.err.constData());
    return content();
}

/// Opens a project as it was left, with nothing that fails.
QString FaultTest::wrongProject(const QString& path,
                                const std::function<QString(const ProjectFile&)>& compare) const
{
    const auto opened = ProjectFile::open(fsPath(path), analyst, backups());
    if (!opened)
        return QString::fromStdString(opened.error().words);
    for (const std::string& wrong : opened->verify())
        return QString::fromStdString(wrong);
    if (QString wrong = wrongLog(*opened); !wrong.isEmpty())
        return wrong;
    return compare(*opened);
}

/// Every edit that is in the project is in the second log as well.
QString FaultTest::wrongLog(const ProjectFile& opened) const
{
    std::set<std::string> lines;
    EditLog(Backups(backups(), opened.path()).log()).forEach([&](int, const auto& logged) {
        if (logged)
            lines.insert(lineOf(*logged));
        return true;
    });
    for (std::int64_t number = 1; number <= opened.version(); ++number) {
        if (const auto known = opened.loggedEdit(number); !known || !lines.contains(lineOf(*known)))
            return QStringLiteral("edit %1 is not in the second log").arg(number);
    }
    return {};
}

Scene FaultTest::editing() const
{
    Scene scene;
    scene.before = m_imported;
    scene.arguments = QStringList{QStringLiteral("edit"), project()};
    for (const Edit& edit : m_edits)
        scene.input += QByteArray::fromStdString(toJson(edit)) + '\n';
    scene.wrong = [this](const Outcome& outcome) { return wrongEdits(outcome); };
    return scene;
}

QString FaultTest::wrongEdits(const Outcome& outcome) const
{
    if (QString wrong = wrongManners(outcome); !wrong.isEmpty())
        return wrong;
    std::int64_t acknowledged = m_firstVersion;
    for (const QByteArray& line : outcome.out.split('\n')) {
        if (!line.isEmpty() && line.toLongLong() != ++acknowledged)
            return QStringLiteral("it skipped a version");
    }
    if (outcome.exit == 0 && acknowledged != m_firstVersion + std::int64_t(m_edits.size()))
        return QStringLiteral("it did not say that it had not done all");
    return wrongProject(project(), [&](const ProjectFile& opened) -> QString {
        if (opened.version() < acknowledged || opened.version() > acknowledged + 1)
            return QStringLiteral("version %1 was acknowledged, %2 is there")
                .arg(acknowledged)
                .arg(opened.version());
        const auto& state =
            m_states.at(static_cast<std::size_t>(opened.version() - m_firstVersion));
        return opened.store() == state ? QString() : QStringLiteral("half of an edit is there");
    });
}

Scene FaultTest::importing(const FolderContent& before) const
{
    Scene scene;
    scene.before = before;
    scene.arguments =
        QStringList{QStringLiteral("import"), articles(), QStringLiteral("-o"), project()};
    scene.wrong = [this, again = scene](const Outcome& outcome) {
        return wrongImport(again, outcome);
    };
    return scene;
}

/// @param again the import that failed, to be done again.
QString FaultTest::wrongImport(const Scene& again, const Outcome& outcome) const
{
    if (QString wrong = wrongManners(outcome); !wrong.isEmpty())
        return wrong;
    if (!QFile::exists(project()) && (outcome.exit == 0 || !again.before.empty()))
        return QStringLiteral("there is no project");
    if (QFile::exists(project())) {
        QString wrong = wrongProject(project(), [&](const ProjectFile& opened) -> QString {
            return again.before.empty() || !opened.store().articles().empty()
                       ? QString()
                       : QStringLiteral("what was there is gone");
        });
        if (!wrong.isEmpty())
            return wrong;
    }
    if (outcome.exit != 0) {
        const Outcome second = run(again);
        if (second.exit != 0)
            return QStringLiteral("it cannot be done again: ") + QString::fromUtf8(second.err);
    }
    return wrongProject(project(), [&](const ProjectFile& opened) -> QString {
        if (!(opened.store() == m_states.front()))
            return QStringLiteral("it does not hold what was imported");
        for (const ArticleId id : opened.store().articles()) {
            if (!opened.store().article(id)->annotation)
                return QStringLiteral("it does not hold the annotation's bytes");
        }
        return {};
    });
}

QString FaultTest::wrongBackup(const Outcome& outcome) const
{
    if (QString wrong = wrongManners(outcome); !wrong.isEmpty())
        return wrong;
    if (content()[QStringLiteral("p.entente")] != m_imported.at(QStringLiteral("p.entente")))
        return QStringLiteral("the project was changed");
    if (!QFile::exists(copy()))
        return outcome.exit == 0 ? QStringLiteral("there is no copy") : QString();
    return wrongProject(copy(), [&](const ProjectFile& opened) -> QString {
        return opened.store() == m_states.front() ? QString()
                                                  : QStringLiteral("the copy is another project");
    });
}

void FaultTest::anAcknowledgedEditIsThere() { everyFault(editing()); }

void FaultTest::aKilledProgramsProjectIsOpenedOrLeftAsItIs()
{
    // Killed at its second write into the project: half of an edit is in it, and its journal.
    const Scene whole = editing();
    int writes = 0;
    for (int call = 1; writes < 2; ++call) {
        prepare(whole.before);
        const Outcome outcome = run(whole, {}, call);
        writes += outcome.failed == "pwrite64 " + project().toUtf8() ? 1 : 0;
        QVERIFY(outcome.crashed && outcome.out.isEmpty());
    }
    Scene scene = whole;
    scene.before = content();
    QVERIFY(scene.before.contains(QStringLiteral("p.entente-journal")));
    everyFault(scene);
}

void FaultTest::aNewProjectIsImportedOrCanBeAgain() { everyFault(importing({})); }

void FaultTest::anImportLeavesWhatWasThere() { everyFault(importing(m_begun)); }

void FaultTest::aBackupIsWholeOrNotThere()
{
    Scene scene;
    scene.before = m_imported;
    scene.arguments =
        QStringList{QStringLiteral("backup"), project(), QStringLiteral("-o"), copy()};
    scene.wrong = [this](const Outcome& outcome) { return wrongBackup(outcome); };
    everyFault(scene);
}

/// Nothing but the folder of the second copies fails.
void FaultTest::aSecondLogThatFailsIsToldAndStopsNoEdit()
{
    Scene scene = editing();
    scene.part = m_fails.data();
    scene.wrong = [this](const Outcome& outcome) { return wrongEditsWithoutLog(outcome); };
    everyFault(scene);
}

QString FaultTest::wrongEditsWithoutLog(const Outcome& outcome) const
{
    if (outcome.exit != 0 || outcome.out.count('\n') != qsizetype(m_edits.size()))
        return QStringLiteral("an edit failed");
    std::int64_t last = 0;
    EditLog(Backups(backups(), fsPath(project())).log()).forEach([&](int, const auto& logged) {
        last = logged ? logged->number : last;
        return true;
    });
    if (last != m_firstVersion + std::int64_t(m_edits.size()) && outcome.err.isEmpty())
        return QStringLiteral("it did not tell that the second log ends at %1").arg(last);
    return wrongEdits(outcome);
}

void FaultTest::savingAsLeavesTheOldFileOrTheNewOne()
{
    Scene scene;
    scene.before = m_imported;
    scene.before[QStringLiteral("copy.entente")] = m_begun.at(QStringLiteral("p.entente"));
    scene.program = QStringLiteral(ENTENTE_SAVE_AS);
    scene.arguments = QStringList{project(), copy()};
    scene.wrong = [this](const Outcome& outcome) { return wrongSaveAs(outcome); };
    everyFault(scene);
}

QString FaultTest::wrongSaveAs(const Outcome& outcome) const
{
    if (QString wrong = wrongManners(outcome); !wrong.isEmpty())
        return wrong;
    FolderContent left = content();
    if (left[QStringLiteral("p.entente")] != m_imported.at(QStringLiteral("p.entente")))
        return QStringLiteral("the project was changed");
    if (left[QStringLiteral("copy.entente")] == m_begun.at(QStringLiteral("p.entente")))
        return outcome.exit == 0 ? QStringLiteral("the old file is still there") : QString();
    return wrongProject(copy(), [&](const ProjectFile& opened) -> QString {
        return opened.store() == m_states.front() ? QString()
                                                  : QStringLiteral("the copy is another project");
    });
}

void FaultTest::aBackupAmongTheOthersIsWholeOrNotThere()
{
    Scene scene;
    scene.before = m_imported;
    scene.arguments = QStringList{QStringLiteral("backup"), project()};
    scene.wrong = [this](const Outcome& outcome) { return wrongBackups(outcome); };
    everyFault(scene);
}

QString FaultTest::wrongBackups(const Outcome& outcome) const
{
    if (QString wrong = wrongManners(outcome); !wrong.isEmpty())
        return wrong;
    FolderContent left = content();
    for (const auto& [name, bytes] : m_imported) {
        if (name.endsWith(QStringLiteral(".entente")) && left[name] != bytes)
            return QStringLiteral("%1 was changed").arg(name);
    }
    for (const Backup& backup : Backups(backups(), fsPath(project())).list()) {
        const auto opened = ProjectFile::open(backup.path, analyst);
        if (!opened || !opened->verify().empty())
            return QStringLiteral("a backup is not whole");
    }
    return wrongProject(project(), [](const ProjectFile&) { return QString(); });
}

void FaultTest::anOlderFormIsAsItWasOrBroughtUpToDate()
{
    QFile older(QStringLiteral(ENTENTE_SOURCE_DIR "/tests/graph/projects/form1.entente"));
    QVERIFY(older.open(QIODevice::ReadOnly));
    m_older = older.readAll();
    Scene scene;
    scene.before = {{QStringLiteral("p.entente"), m_older}};
    scene.arguments = QStringList{QStringLiteral("edit"), project()};
    scene.wrong = [this](const Outcome& outcome) { return wrongMigration(outcome); };
    everyFault(scene);
}

QString FaultTest::wrongMigration(const Outcome& outcome) const
{
    if (QString wrong = wrongManners(outcome); !wrong.isEmpty())
        return wrong;
    return wrongProject(project(), [&](const ProjectFile& opened) -> QString {
        const Store& store = opened.store();
        return opened.version() == 4 && store.articles().size() == 2 &&
                       store.placements().size() == 1
                   ? QString()
                   : QStringLiteral("something of it is lost");
    });
}

void FaultTest::whatIsRecoveredIsWholeOrNotThere()
{
    Scene scene;
    scene.before = m_imported;
    scene.before[QStringLiteral("p.entente")] = "damaged";
    scene.arguments =
        QStringList{QStringLiteral("recover"), project(), QStringLiteral("-o"), copy()};
    scene.wrong = [this](const Outcome& outcome) { return wrongRecovery(outcome); };
    everyFault(scene);
}

QString FaultTest::wrongRecovery(const Outcome& outcome) const
{
    if (QString wrong = wrongManners(outcome); !wrong.isEmpty())
        return wrong;
    FolderContent left = content();
    for (const auto& [name, bytes] : m_imported) {
        if (left[name] != (name == QStringLiteral("p.entente") ? QByteArray("damaged") : bytes))
            return QStringLiteral("%1 was changed").arg(name);
    }
    if (!QFile::exists(copy()))
        return outcome.exit == 0 ? QStringLiteral("there is no project") : QString();
    return wrongProject(copy(), [&](const ProjectFile& opened) -> QString {
        if (opened.store() == m_states.front())
            return {};
        return outcome.exit == 0 ? QStringLiteral("it is another project, and that was not said")
                                 : QString();
    });
}

void FaultTest::aKillAtAnyCallLeavesNoWordOfWhatWasErased()
{
    Scene scene;
    scene.before = m_imported;
    const ArticleId erased = m_states.front().articles().front();
    scene.arguments = QStringList{QStringLiteral("edit"), project()};
    scene.input = QByteArray::fromStdString(toJson(EraseArticle{erased})) + '\n';
    m_erased = QByteArray::fromStdString(m_states.front().article(erased)->title);
    QVERIFY(m_erased.size() > 10);
    scene.wrong = [this](const Outcome& outcome) { return wrongErasure(outcome); };
    everyKill(scene);
}

/// As soon as it is gone from the project it is to be gone from all else, once that is opened.
QString FaultTest::wrongErasure(const Outcome& outcome) const
{
    bool isErased = false;
    const QString wrong = wrongProject(project(), [&](const ProjectFile& opened) {
        isErased = opened.store().articles().size() == 1;
        return QString::fromStdString(opened.backupTrouble());
    });
    if (!wrong.isEmpty())
        return wrong;
    if (!isErased)
        return outcome.out.isEmpty() ? QString() : QStringLiteral("it is there again");
    for (const auto& [name, bytes] : content()) {
        if (bytes.contains(m_erased))
            return QStringLiteral("its words stand in %1").arg(name);
    }
    return {};
}

Q_DECLARE_METATYPE(Fault)

QTEST_GUILESS_MAIN(FaultTest)
#include "faulttest.moc"
