// SPDX-License-Identifier: Apache-2.0
// Lets each call by which the real program opens, writes or flushes a file fail, one at a time and
// all from there on, and looks at what is left.
#include "graph/project/editjson.h"
#include "graph/project/projectfile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <functional>
#include <map>

using namespace entente;

namespace
{

/// How the disk fails.
struct Fault
{
    int error = 0; ///< 0: the program is killed.
    bool isForEver = false;
    bool isForRoom = false; ///< Only what takes room on it.

    /// Files cannot be removed either.
    bool isOfAll() const { return isForEver && !isForRoom; }
};

/// What came of a run.
struct Outcome
{
    bool crashed = false;
    int exit = 0;
    QByteArray out, err;
    QByteArray failed; ///< The call: "pwrite64 FOLDER/p.entente"; empty: none did.
    int calls = 0;
};

using FolderContent = std::map<QString, QByteArray>;

/// A run of the program, and how to judge it.
struct Scene
{
    FolderContent before;
    QStringList arguments;
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

private:
    static void faults();
    void everyFault(const Scene& scene);
    Outcome run(const Scene& scene, const Fault& fault = {}, int call = 0) const;
    void prepare(const FolderContent& content) const;
    FolderContent contentAfter(const Scene& scene, const Fault& fault = {}, int call = 0) const;
    FolderContent content() const;

    Scene editing() const;
    Scene importing(const FolderContent& before) const;
    QString wrongEdits(const Outcome& outcome) const;
    QString wrongImport(const Scene& again, const Outcome& outcome) const;
    bool isOnlyBegun() const;
    QString wrongBackup(const Outcome& outcome) const;
    QString wrongProject(const QString& path,
                         const std::function<QString(const ProjectFile&)>& compare) const;

    QString project() const { return m_folder.filePath(QStringLiteral("p.entente")); }
    QString copy() const { return m_folder.filePath(QStringLiteral("copy.entente")); }
    QString articles() const { return m_other.filePath(QStringLiteral("articles")); }

    QTemporaryDir m_folder; ///< Where it fails.
    QTemporaryDir m_other;
    FolderContent m_imported; ///< A project with all articles.
    FolderContent m_begun;    ///< One with the first of them.
    std::int64_t m_firstVersion = 0;
    std::vector<Store> m_states; ///< Of the first, after each edit.
    std::vector<Edit> m_edits;
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
    constexpr qint64 millisecondsAtMost = 1000;
    QElapsedTimer timer;
    timer.start();
    prepare(scene.before);
    const Outcome good = run(scene, fault);
    QVERIFY2(good.exit == 0 && scene.wrong(good).isEmpty(), good.err.constData());
    const bool all = qEnvironmentVariable("ENTENTE_FAULTS") == QStringLiteral("all");
    const qint64 fit =
        std::max(qint64(1), millisecondsAtMost / std::max(qint64(1), timer.elapsed()));
    const int step = all ? 1 : std::max(1, int(good.calls / fit));
    QStringList wrongs;
    int points = 0;
    for (int call = 1 + m_points % step;; call += step) {
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

Outcome FaultTest::run(const Scene& scene, const Fault& fault, int call) const
{
    const QString report = m_other.filePath(QStringLiteral("report"));
    QFile::remove(report);
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto set = [&](const char* name, const QString& value) {
        environment.insert(QString::fromLatin1(name), value);
    };
    set("LD_PRELOAD", QStringLiteral(ENTENTE_FAULTY_IO));
    set("FAULTY_FOLDER", m_folder.path());
    set("FAULTY_REPORT", report);
    set("FAULTY_CALL", QString::number(call));
    set("FAULTY_ERROR", QString::number(fault.error));
    if (fault.isForEver)
        set("FAULTY_EVER", QStringLiteral("1"));
    if (fault.isForRoom)
        set("FAULTY_CALLS", QStringLiteral("room"));
    if (fault.error == EIO)
        set("FAULTY_CALLS", QStringLiteral("reads"));
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(ENTENTE_CLI), scene.arguments);
    program.write(scene.input);
    program.closeWriteChannel();
    program.waitForFinished();

    Outcome outcome;
    outcome.crashed = program.exitStatus() != QProcess::NormalExit;
    outcome.exit = program.exitCode();
    outcome.out = program.readAllStandardOutput();
    outcome.err = program.readAllStandardError();
    QFile file(report);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.readAll().trimmed().split('\n')) {
            if (line.startsWith("calls "))
                outcome.calls = line.mid(6).toInt();
            else
                outcome.failed = line;
        }
    }
    return outcome;
}

void FaultTest::prepare(const FolderContent& content) const
{
    const QDir folder(m_folder.path());
    for (const QString& name : folder.entryList(QDir::Files | QDir::Hidden))
        QFile::remove(folder.filePath(name));
    for (const auto& [name, bytes] : content) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
    }
}

FolderContent FaultTest::contentAfter(const Scene& scene, const Fault& fault, int call) const
{
    prepare(scene.before);
    const Outcome outcome = run(scene, fault, call);
    if (outcome.failed.isEmpty() && outcome.exit != 0)
        qFatal("%s", outcome.err.constData());
    return content();
}

FolderContent FaultTest::content() const
{
    FolderContent content;
    const QDir folder(m_folder.path());
    for (const QString& name : folder.entryList(QDir::Files | QDir::Hidden)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(file.errorString()));
        content[name] = file.readAll();
    }
    return content;
}

namespace
{

/// What no run may do, whatever it was asked for.
QString wrongManners(const Outcome& outcome)
{
    if (outcome.crashed)
        return QStringLiteral("it crashed");
    if (outcome.exit != 0 && outcome.exit != 1)
        return QStringLiteral("it ended with neither 0 nor 1");
    if (outcome.exit != 0 && outcome.err.trimmed().isEmpty())
        return QStringLiteral("it did not say why");
    if (outcome.err.contains("should not have happened"))
        return QStringLiteral("it was not prepared for this");
    if (outcome.err.contains("no project"))
        return QStringLiteral("what could not be read was said to be no project");
    return {};
}

} // namespace

/// Opens a project as it was left, with nothing that fails.
QString FaultTest::wrongProject(const QString& path,
                                const std::function<QString(const ProjectFile&)>& compare) const
{
    const auto opened = ProjectFile::open(fsPath(path), analyst);
    if (!opened)
        return QString::fromStdString(opened.error().words);
    for (const std::string& wrong : opened->verify())
        return QString::fromStdString(wrong);
    return compare(*opened);
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
    if (isOnlyBegun())
        return {};
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

/// A new project is made under its own name. Where that fails, and removing it does, too, there is
/// a file that is none, in which nothing is that anybody said.
bool FaultTest::isOnlyBegun() const
{
    QFETCH(const Fault, fault);
    QFile file(project());
    return fault.isOfAll() && file.open(QIODevice::ReadOnly) &&
           !file.readAll().contains("Lavrov") && !ProjectFile::open(fsPath(project()), analyst);
}

QString FaultTest::wrongBackup(const Outcome& outcome) const
{
    if (QString wrong = wrongManners(outcome); !wrong.isEmpty())
        return wrong;
    if (content()[QStringLiteral("p.entente")] != m_imported.begin()->second)
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
    QVERIFY(scene.before.size() == 2);
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

Q_DECLARE_METATYPE(Fault)

QTEST_GUILESS_MAIN(FaultTest)
#include "faulttest.moc"
