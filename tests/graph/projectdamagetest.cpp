// SPDX-License-Identifier: Apache-2.0
// Damages project files at random, and sees that nothing is lost in silence: a file opens with all
// that was in it, or is refused, or verify() says what is wrong; and it is put together again.
#include "graph/project/backups.h"
#include "graph/project/recovery.h"
#include "tests/support/editscript.h"
#include "tests/support/longrun.h"
#include "tests/support/projectreports.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <algorithm>
#include <random>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

using namespace entente;

namespace
{

namespace fs = std::filesystem;

QByteArray bytesOf(const fs::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const fs::path& path, const QByteArray& bytes)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

/// All that a project holds, its log to the letter.
struct Held
{
    Store store;
    std::vector<std::string> log;

    explicit Held(const ProjectFile& project)
        : store(project.store())
    {
        for (std::int64_t number = 1; number <= project.version(); ++number) {
            const auto logged = project.loggedEdit(number);
            log.push_back(logged ? lineOf(*logged) : logged.error().words);
        }
    }
    bool operator==(const Held&) const = default;
};

/// A project file, and what may stand beside it.
struct Files
{
    QByteArray project, journal;
};

/// What came of one damaged file.
enum class Result { Whole, Refused, Told, Silent };

} // namespace

class ProjectDamageTest : public QObject
{
    Q_OBJECT

public:
    static void initMain() { allowLongRun("ENTENTE_DAMAGED_FILES"); }

private Q_SLOTS:
    void initTestCase()
    {
        {
            ProjectFile project = projectWithReports(m_path, m_root);
            work(project, 1, 25);
            QVERIFY(project.backUp());
            work(project, 2, 15);
            m_whole.project = bytesOf(m_path);
            m_hot = hotFrom(project);
        }
        fs::copy(m_root, m_saved, fs::copy_options::recursive);
        m_held = std::make_unique<Held>(openOrDie(m_path));
        QVERIFY(!m_hot.journal.isEmpty() && m_hot.project != m_whole.project);
        put(m_hot);
        QVERIFY(Held(openOrDie(m_path)) == *m_held); // It is rolled back.
    }

    void nothingIsLostInSilence_data()
    {
        QTest::addColumn<bool>("isHot");
        QTest::newRow("alone") << false;
        QTest::newRow("with a hot journal") << true;
    }
    void nothingIsLostInSilence()
    {
        QFETCH(bool, isHot);
        QStringList silent;
        std::map<Result, int> results;
        for (int i = 0; i < files() / 2; ++i) {
            put(damaged(isHot ? m_hot : m_whole));
            const Result result = openDamaged(true);
            ++results[result];
            if (result == Result::Silent)
                silent << QString::number(i);
            if (result != Result::Whole)
                recover();
            if (QTest::currentTestFailed())
                break;
        }
        tell(results);
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u' ')));
        QVERIFY(results[Result::Refused] > files() / 20); // Else this would test nothing.
    }

    /// Else the test above would show nothing: what it would find if it did not look into rows.
    void withoutAVerificationALossIsSilent()
    {
        std::map<Result, int> results;
        for (int i = 0; i < 20; ++i) {
            put(m_whole);
            // One letter of a row, as a bad disk would: no check of the database's own sees it.
            QByteArray bytes = m_whole.project;
            const auto from = static_cast<qsizetype>(m_random() % unsigned(bytes.size() / 2));
            const qsizetype at = bytes.indexOf("Visit", from);
            QVERIFY(at > 0);
            bytes[at] = 'v';
            put({bytes, {}});
            ++results[openDamaged(false)];
        }
        tell(results);
        QVERIFY(results[Result::Silent] > 0);
    }

private:
    static int files()
    {
        const int wanted = qEnvironmentVariableIntValue("ENTENTE_DAMAGED_FILES");
        return wanted > 0 ? wanted : 100;
    }

    static void tell(std::map<Result, int>& results)
    {
        qInfo("%d were whole, %d refused, %d told by verify, %d silent", results[Result::Whole],
              results[Result::Refused], results[Result::Told], results[Result::Silent]);
    }

    static void work(ProjectFile& project, unsigned seed, int edits)
    {
        const EditScript script(project.store(), seed, edits);
        for (const Edit& edit : script.edits()) {
            if (const auto done = project.perform(edit); !done)
                qFatal("%s", done.error().words.c_str());
        }
    }

    /// As a program leaves it that is killed in the midst of an edit too large for its memory.
    Files hotFrom(ProjectFile& project)
    {
        const fs::path path = m_path;
        { // The project lets go of it.
            const ProjectFile closed = std::move(project);
        }
        sqlite3* database = nullptr;
        if (sqlite3_open(path.c_str(), &database) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(database));
        sqlite3_exec(
            database,
            "PRAGMA cache_size=2; PRAGMA cache_spill=1; BEGIN;"
            "UPDATE article SET records=CAST(hex(records) AS BLOB); DELETE FROM op WHERE number>3;"
            "UPDATE content SET bytes=zeroblob(9000)",
            nullptr, nullptr, nullptr);
        Files hot{bytesOf(path), bytesOf(path.string() + "-journal")};
        sqlite3_exec(database, "ROLLBACK", nullptr, nullptr, nullptr);
        sqlite3_close(database);
        return hot;
    }

    void put(const Files& files) const
    {
        write(m_path, files.project);
        fs::remove_all(m_root);
        fs::copy(m_saved, m_root, fs::copy_options::recursive);
        const fs::path journal = m_path.string() + "-journal";
        fs::remove(journal);
        if (!files.journal.isEmpty())
            write(journal, files.journal);
    }

    /// 1 byte to 4 KB are written over; some files end too early; some journals are damaged, too.
    Files damaged(Files files)
    {
        QByteArray& bytes =
            files.journal.isEmpty() || m_random() % 4 != 0 ? files.project : files.journal;
        const qsizetype size = qsizetype(1) << m_random() % 13;
        const auto from = static_cast<qsizetype>(m_random() % unsigned(bytes.size()));
        if (m_random() % 5 == 0)
            bytes.truncate(from);
        for (qsizetype at = from; at < std::min(from + size, bytes.size()); ++at)
            bytes[at] = static_cast<char>(m_random());
        return files;
    }

    /// In a process of its own: one that crashes is not to take the test along.
    Result openDamaged(bool verifies) const
    {
        const pid_t child = ::fork();
        if (child == 0) {
            const auto project = ProjectFile::open(m_path, analyst, m_root);
            Result result = Result::Refused;
            if (project) {
                const bool isWhole = Held(*project) == *m_held;
                const bool isTold = verifies && !project->verify().empty();
                result = isTold ? Result::Told : isWhole ? Result::Whole : Result::Silent;
            }
            ::_exit(static_cast<int>(result));
        }
        int status = -1;
        if (::waitpid(child, &status, 0) != child || !WIFEXITED(status))
            qFatal("it crashed: %d", status);
        return static_cast<Result>(WEXITSTATUS(status));
    }

    void recover() const
    {
        QVERIFY(Backups(m_root, m_path).newest());
        const fs::path target = m_folder.filePath(QStringLiteral("new.entente")).toStdString();
        fs::remove(target);
        const auto recovered = recoverProject(Backups(m_root, m_path), target, analyst);
        QVERIFY2(recovered, recovered ? "" : recovered.error().words.c_str());
        QCOMPARE(all(recovered->wrong), QString());
        QVERIFY(Held(openOrDie(target)) == *m_held);
    }

    QTemporaryDir m_folder;
    fs::path m_path = m_folder.filePath(QStringLiteral("p.entente")).toStdString();
    fs::path m_root = m_folder.filePath(QStringLiteral("backups")).toStdString();
    fs::path m_saved = m_folder.filePath(QStringLiteral("saved")).toStdString();
    Files m_whole, m_hot;
    std::unique_ptr<Held> m_held;
    std::mt19937 m_random{1};
};

QTEST_GUILESS_MAIN(ProjectDamageTest)
#include "projectdamagetest.moc"
