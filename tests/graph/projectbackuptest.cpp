// SPDX-License-Identifier: Apache-2.0
#include "graph/project/backups.h"

#include "graph/project/editlog.h"
#include "graph/project/history.h"
#include "graph/project/recovery.h"
#include "graph/text/sourcetext.h"
#include "tests/support/projectreports.h"
#include "tests/support/smalldisk.h"
#include "tests/support/tampering.h"

#include <fmt/format.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <unistd.h>

using namespace entente;

namespace
{

namespace fs = std::filesystem;

std::vector<Backup> backupsAt(const QStringList& times)
{
    std::vector<Backup> all;
    std::int64_t version = 100;
    for (const QString& time : times)
        all.push_back({time.toStdString(), time.toStdString(), version--});
    return all;
}

QString times(const std::vector<Backup>& backups)
{
    QStringList list;
    for (const Backup& backup : backups)
        list << QString::fromStdString(backup.at);
    return list.join(u' ');
}

} // namespace

class ProjectBackupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("p.entente")).toStdString();
        m_root = m_folder->filePath(QStringLiteral("backups")).toStdString();
    }

    void everyEditStandsInASecondLog()
    {
        ProjectFile project = projectWithReports(m_path, m_root);
        QVERIFY(project.perform(rename(project, "최선희")));
        QCOMPARE(QString::fromStdString(project.backupTrouble()), QString());
        QCOMPARE(linesOfLog(), 3);
        QCOMPARE(QFile::permissions(logPath()) &
                     (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void linesThatACrashKeptAwayAreFilledIn()
    {
        {
            projectWithReports(m_path, m_root);
        }
        {
            ProjectFile project = openOrDie(m_path); // Without: as if the log had not been reached.
            QVERIFY(project.perform(rename(project, "A")));
        }
        {
            QFile log(logPath());
            QVERIFY(log.open(QIODevice::Append));
            log.write("{ number: 3, id"); // A power cut, in the middle of the line.
        }
        openOrDie(m_path, m_root);
        QCOMPARE(linesOfLog(), 3);
        int good = 0;
        EditLog(logPath().toStdString()).forEach([&](int, const auto& logged) {
            good += logged && logged->number == good + 1 ? 1 : 0;
            return true;
        });
        QCOMPARE(good, 3);
    }

    void whoOpensInHasteGetsTheSecondCopyWithTheNextEditOrBackup()
    {
        {
            ProjectFile project = projectWithReports(m_path, {}); // It comes from elsewhere.
        }
        const auto haste = ProjectFile::CatchUp::Later;
        {
            auto project = ProjectFile::open(m_path, analyst, m_root, {}, haste);
            QVERIFY(project);
            QCOMPARE(linesOfLog(), 0);
            QVERIFY(project->perform(rename(*project, "A")));
            QCOMPARE(linesOfLog(), 3);
        }
        QVERIFY(QFile::remove(logPath()));
        auto project = ProjectFile::open(m_path, analyst, m_root, {}, haste);
        QVERIFY(project);
        project->backUpIfDue();
        QCOMPARE(linesOfLog(), 3);
        QCOMPARE(all(project->verify()), QString());
    }

    void aLastLineAsLongAsAnImportIsFoundAgain()
    {
        for (const std::size_t size : {65'000U, 65'536U, 400'000U}) {
            ProjectFile project = openOrNew();
            QVERIFY(project.perform(PutView{{ViewId(Uuid{1, 1}), "v", std::string(size, 's')}}));
        }
        openOrDie(m_path, m_root);
        QCOMPARE(linesOfLog(), 5);
        QCOMPARE(copiesSetAside(), QStringList());
    }

    /// Its files are packed while the project is written, and its line is given out in pieces.
    void anImportThatIsLongIsInTheSecondCopy()
    {
        std::string words;
        while (words.size() < 3'000'000) // No two parts of it alike.
            words += randomUuid().text() + '\n';
        {
            ProjectFile project = projectWithReports(m_path, m_root);
            ArticleRecords records = *reports().front().records;
            records.article.id = ArticleId(Uuid{5, 5});
            records.article.name = "long";
            records.article.text = std::make_shared<const SourceText>(words);
            records.mentions.clear();
            records.entities.clear();
            records.events.clear();
            records.claims.clear();
            QVERIFY(project.perform(AddArticle{records}));
            QCOMPARE(linesOfLog(), 3);
            QCOMPARE(all(project.verify()), QString());
        }
        const fs::path target = m_folder->filePath(QStringLiteral("r.entente")).toStdString();
        QVERIFY(recoverProject(Backups(m_root, m_path), target, analyst));
        const ProjectFile recovered = openOrDie(target);
        QVERIFY(recovered.store().article(ArticleId(Uuid{5, 5}))->text->utf8() == words);
        QCOMPARE(all(recovered.verify()), QString());
    }

    void aLineThatIsNotGivenOutToItsEndLeavesTheLogAsItWas()
    {
        EditLog log(m_folder->filePath(QStringLiteral("log.jsonl")).toStdString());
        LoggedEdit logged;
        logged.number = 1;
        logged.id = randomUuid();
        logged.edit = LongJson("{}");
        logged.inverse = LongJson("{}");
        QVERIFY(!log.append(lineOf(logged)));
        const QByteArray before = bytesOf(log.path());
        const auto breakingOff = [](const EditLog::Take& take) {
            take(std::string(300'000, 'x')); // More than is held back.
            throw std::runtime_error("no more");
        };
        QVERIFY_EXCEPTION_THROWN((void)log.append(breakingOff), std::runtime_error);
        QCOMPARE(bytesOf(log.path()), before);
        logged.number = 2;
        QVERIFY(!log.append(lineOf(logged)));
        QCOMPARE(log.last()->number, 2);
    }

    void aLogThatCannotBeWrittenIsSaidAndKeepsNobodyFromWorking()
    {
        ProjectFile project = projectWithReports(m_path, m_root);
        const QString aside = m_folder->filePath(QStringLiteral("aside"));
        QVERIFY(QFile::rename(logPath(), aside));
        QVERIFY(QDir().mkpath(logPath())); // Root may write into anything but a folder.
        QVERIFY(project.perform(rename(project, "A")));
        QVERIFY(!project.backupTrouble().empty());
        QVERIFY(QDir().rmdir(logPath()));
        QVERIFY(QFile::copy(aside, logPath())); // The disk is back, and with the next edit all is.
        QVERIFY(project.perform(rename(project, "B")));
        QCOMPARE(QString::fromStdString(project.backupTrouble()), QString());
        QCOMPARE(linesOfLog(), 4);
        QCOMPARE(all(project.verify()), QString());
    }

    void anotherProjectAtTheSamePlaceBeginsALogOfItsOwn()
    {
        {
            projectWithReports(m_path, m_root);
        }
        fs::remove(m_path);
        {
            projectWithReports(m_path, m_root);
        }
        QCOMPARE(linesOfLog(), 2);
        QCOMPARE(copiesSetAside(), QStringList{QStringLiteral("edits.jsonl")}); // The first one's.
    }

    void aLogWhoseEndIsUnreadableIsWrittenAnewAndTheBackupsStay()
    {
        {
            ProjectFile project = projectWithReports(m_path, m_root);
            QVERIFY(project.backUp());
        }
        {
            QFile log(logPath());
            QVERIFY(log.open(QIODevice::Append));
            log.write("no edit at all\n");
        }
        QCOMPARE(all(openOrDie(m_path, m_root).verify()), QString());
        QCOMPARE(linesOfLog(), 2);
        QCOMPARE(copiesSetAside(), QStringList{QStringLiteral("edits.jsonl")});
        QCOMPARE(filesIn(QStringLiteral("*.entente")).size(), 1);
    }

    void aLogThatLacksAnEntryIsToldOf()
    {
        {
            projectWithReports(m_path, m_root);
        }
        const std::string log = logPath().toStdString();
        const QByteArray lines = bytesOf(log);
        QFile file(logPath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(lines.mid(lines.indexOf('\n') + 1));
        file.close();
        const QString wrong = all(openOrDie(m_path, m_root).verify());
        QVERIFY2(wrong.contains(QStringLiteral("follows on entry 0")), qPrintable(wrong));
    }

    void aLineCanBeAsLongAsAnImport()
    {
        EditLog log(m_folder->filePath(QStringLiteral("long.jsonl")).toStdString());
        LoggedEdit logged;
        for (const std::size_t size : {10U, 200000U, 300001U, 65536U, 3000000U}) {
            ++logged.number;
            logged.id = randomUuid();
            std::string words = "\"";
            while (words.size() < size) // No two parts of it alike.
                words += randomUuid().text();
            logged.edit = LongJson(words += "\"");
            logged.inverse = LongJson("{}");
            QVERIFY(!log.append(size % 2 == 0 ? lineOf(logged) : storedLineOf(logged)));
            QCOMPARE(log.last()->number, logged.number);
            QVERIFY(log.last()->id == logged.id);
        }
    }

    void aProjectHasOnePlaceForItsCopiesHoweverItIsReached()
    {
        const fs::path folder = m_path.parent_path();
        const fs::path link = m_folder->filePath(QStringLiteral("link")).toStdString();
        fs::create_directory_symlink(folder, link);
        const fs::path kept = Backups(m_root, m_path).folder();
        QVERIFY(Backups(m_root, folder / "." / m_path.filename()).folder() == kept);
        QVERIFY(Backups(m_root, folder / "x" / ".." / m_path.filename()).folder() == kept);
        QVERIFY(Backups(m_root, link / m_path.filename()).folder() == kept);
    }

    void aBackupOfADayToComeStandsInNobodysWay()
    {
        ProjectFile project = projectWithReports(m_path, m_root);
        QVERIFY(QFile(folder() + "/29991231T000000Z-1.entente").open(QIODevice::WriteOnly));
        project.backUpIfDue();
        QCOMPARE(filesIn(QStringLiteral("*.entente")).size(), 2);
    }

    /// An older copy was put back, and work went on from there.
    void whatWentAnotherWayIsNotRecovered()
    {
        const fs::path older = m_folder->filePath(QStringLiteral("older.entente")).toStdString();
        Store before;
        {
            ProjectFile project = projectWithReports(m_path, m_root);
            QVERIFY(!project.copyTo(older));
            QVERIFY(project.perform(rename(project, "not this way")));
            QVERIFY(project.backUp());
        }
        fs::copy_file(older, m_path, fs::copy_options::overwrite_existing);
        {
            ProjectFile project = openOrDie(m_path, m_root);
            QVERIFY(project.perform(rename(project, "A")));
            QVERIFY(project.perform(rename(project, "B")));
            before = project.store();
        }
        const QStringList aside = copiesSetAside();
        QCOMPARE(aside.size(), 2);
        // As if it had never been set aside.
        const QDir folder(this->folder());
        const QString from = folder.filePath(
            folder.entryList({QStringLiteral("before-*")}, QDir::Dirs).front() + "/" + aside[0]);
        QVERIFY(QFile::copy(from, folder.filePath(aside[0])));
        const fs::path target = m_folder->filePath(QStringLiteral("again.entente")).toStdString();
        const auto recovered = recoverProject(Backups(m_root, m_path), target, analyst);
        QVERIFY(recovered);
        QVERIFY2(all(recovered->wrong).contains(QStringLiteral("went another way")),
                 qPrintable(all(recovered->wrong)));
        QVERIFY(openOrDie(target).store() == before);
    }

    void whatAnOlderCopyLacksIsToldAndCanBePutTogether()
    {
        const fs::path older = m_folder->filePath(QStringLiteral("older.entente")).toStdString();
        Store before;
        {
            ProjectFile project = projectWithReports(m_path, m_root);
            QVERIFY(!project.copyTo(older));
            QVERIFY(project.backUp());
            QVERIFY(project.perform(rename(project, "A")));
            QVERIFY(project.perform(rename(project, "B")));
            before = project.store();
            QVERIFY(!project.laterWork());
        }
        fs::copy_file(older, m_path, fs::copy_options::overwrite_existing);
        {
            const ProjectFile project = openOrDie(m_path, m_root);
            QVERIFY(project.laterWork());
            QCOMPARE(project.laterWork()->edits, std::int64_t(2));
            QVERIFY2(project.laterWork()->words.find("2 edits done after its edit 2") !=
                         std::string::npos,
                     project.laterWork()->words.c_str());
            const fs::path target = m_folder->filePath(QStringLiteral("all.entente")).toStdString();
            const auto recovered =
                recoverProject(Backups::in(project.laterWork()->folder), target, analyst);
            QVERIFY2(recovered, recovered ? "" : recovered.error().words.c_str());
            QVERIFY(recovered->backup);
            QCOMPARE(all(recovered->wrong), QString());
            QVERIFY(openOrDie(target).store() == before);
        }
        QVERIFY(!openOrDie(m_path, m_root).laterWork()); // It is said once.
    }

    void anotherProjectIsNoOlderCopy()
    {
        {
            projectWithReports(m_path, m_root);
        }
        fs::remove(m_path);
        projectWithReports(m_path, {});
        QVERIFY(!openOrDie(m_path, m_root).laterWork());
        QCOMPARE(copiesSetAside(), QStringList{QStringLiteral("edits.jsonl")});
    }

    void aBackupIsMadeAndIsTheSameProject()
    {
        ProjectFile project = projectWithReports(m_path, m_root);
        const auto made = project.backUp();
        QVERIFY2(made, made ? "" : made.error().words.c_str());
        QVERIFY(openOrDie(*made).store() == project.store());
        project.backUpIfDue(); // Nothing has changed since.
        QCOMPARE(filesIn(QStringLiteral("*.entente")).size(), 1);
        QVERIFY(project.perform(rename(project, "A")));
        project.backUpIfDue(); // And now it is too soon.
        QCOMPARE(filesIn(QStringLiteral("*.entente")).size(), 1);
    }

    void aBackupIsNotWorkedIn()
    {
        fs::path backup;
        {
            ProjectFile project = projectWithReports(m_path, m_root);
            backup = *project.backUp();
        }
        const auto refused = ProjectFile::open(backup, analyst, m_root);
        QVERIFY(!refused);
        QVERIFY2(refused.error().words.find("is a backup") != std::string::npos,
                 refused.error().words.c_str());
        const fs::path link = m_folder->filePath(QStringLiteral("link.entente")).toStdString();
        fs::create_symlink(backup, link);
        QVERIFY(!ProjectFile::open(link, analyst, m_root));
        auto looked = ProjectFile::look(backup, analyst);
        QVERIFY(looked);
        QCOMPARE(all(looked->verify()), QString());
        const auto done = looked->perform(PutView{{ViewId(randomUuid()), "Moscow", "{}"}});
        QVERIFY(!done);
        QVERIFY2(done.error().words.find("only being looked at") != std::string::npos,
                 done.error().words.c_str());
        QVERIFY(isBackup(backup, m_root) && !isBackup(m_path, m_root) && !isBackup(backup, {}));
    }

    void theNewestOfEachDayWeekAndMonthAreKept()
    {
        QStringList all; // Twice a day, for two years, backwards.
        for (QDate day(2024, 12, 31); day > QDate(2022, 12, 31); day = day.addDays(-1)) {
            all << day.toString(QStringLiteral("yyyyMMdd")) + "T180000Z";
            all << day.toString(QStringLiteral("yyyyMMdd")) + "T060000Z";
        }
        QStringList kept = all;
        for (const Backup& gone : outdated(backupsAt(all)))
            kept.removeOne(QString::fromStdString(gone.at));
        QVERIFY(kept.contains(QStringLiteral("20241231T180000Z")));
        QVERIFY(kept.contains(QStringLiteral("20241230T060000Z"))); // Among the newest four.
        QVERIFY(!kept.contains(QStringLiteral("20241229T060000Z")));
        QVERIFY(kept.contains(QStringLiteral("20241220T180000Z"))); // The twelfth day.
        QVERIFY(!kept.contains(QStringLiteral("20241219T180000Z")));
        QVERIFY(kept.contains(QStringLiteral("20241208T180000Z"))); // A Sunday: a week's last.
        QVERIFY(kept.contains(QStringLiteral("20240430T180000Z"))); // The ninth month.
        QVERIFY(!kept.contains(QStringLiteral("20240331T180000Z")));
        QCOMPARE(times(outdated(backupsAt(kept))), QString()); // What is kept stays.
    }

    void aDamagedProjectIsPutTogetherAgain()
    {
        Store before;
        {
            ProjectFile project = projectWithReports(m_path, m_root);
            QVERIFY(project.backUp());
            QVERIFY(project.perform(rename(project, "최선희")));
            before = project.store();
        }
        QFile file(QString::fromStdString(m_path.string()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(20'000, 'x'));
        file.close();
        const QByteArray damaged = bytesOf(m_path);
        const fs::path target = m_folder->filePath(QStringLiteral("new.entente")).toStdString();
        const auto recovered = recoverProject(Backups(m_root, m_path), target, analyst);
        QVERIFY2(recovered, recovered ? "" : recovered.error().words.c_str());
        QVERIFY(recovered->backup.has_value());
        QCOMPARE(recovered->replayed, 1);
        QCOMPARE(all(recovered->wrong), QString());
        const ProjectFile project = openOrDie(target);
        QVERIFY(project.store() == before);
        QCOMPARE(all(project.verify()), QString());
        QCOMPARE(bytesOf(m_path), damaged); // It stays as it is.
    }

    void withoutABackupTheLogIsEnough()
    {
        Store before;
        {
            ProjectFile project = projectWithReports(m_path, m_root);
            QVERIFY(project.perform(rename(project, "A")));
            QVERIFY(project.perform(RemoveArticle{project.store().articles()[1]}));
            before = project.store();
        }
        fs::remove(m_path);
        const auto recovered = recoverProject(Backups(m_root, m_path), m_path, analyst);
        QVERIFY2(recovered, recovered ? "" : recovered.error().words.c_str());
        QVERIFY(!recovered->backup);
        QVERIFY(openOrDie(m_path).store() == before);
    }

    void aBadBackupAndABadLineAreSaidAndTheRestIsUsed()
    {
        {
            ProjectFile project = projectWithReports(m_path, m_root);
            QVERIFY(project.backUp());
            QVERIFY(project.perform(rename(project, "A")));
            QVERIFY(project.perform(rename(project, "B")));
        }
        const QString bad = folder() + QStringLiteral("/20990101T000000Z-9.entente");
        QFile file(bad);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("rubbish") > 0);
        file.close();
        QByteArray log = bytesOf(logPath().toStdString());
        log.truncate(log.lastIndexOf("\"B\"")); // And what stands behind it.
        QFile lines(logPath());
        QVERIFY(lines.open(QIODevice::WriteOnly) && lines.write(log + "\n") > 0);
        lines.close();
        const fs::path target = m_folder->filePath(QStringLiteral("new.entente")).toStdString();
        const auto recovered = recoverProject(Backups(m_root, m_path), target, analyst);
        QVERIFY(recovered);
        QCOMPARE(recovered->version, 3);
        const QString wrong = all(recovered->wrong);
        QVERIFY2(wrong.contains(bad) && wrong.contains("edits.jsonl:4: "), qPrintable(wrong));
    }

    void aFullDiskLeavesEveryOtherFileAsItWas()
    {
        const fs::path other = m_folder->filePath(QStringLiteral("other.entente")).toStdString();
        const fs::path target = m_folder->filePath(QStringLiteral("new.entente")).toStdString();
        {
            projectWithReports(other);
        }
        ProjectFile project = projectWithReports(m_path, m_root);
        QVERIFY(project.backUp());
        QVERIFY(project.perform(PutView{{ViewId(randomUuid()), "v", std::string(90'000, 's')}}));
        std::map<QString, QByteArray> before;
        for (const QString& file : allFiles())
            before[file] = bytesOf(file.toStdString());
        {
            const SmallDisk full(40'000);
            const auto made = project.backUp();
            QVERIFY(!made && !made.error().words.empty());
            QVERIFY(!project.backupTrouble().empty());
            const auto saved = project.copyTo(other, Existing::Replace);
            QVERIFY(saved && !saved->words.empty());
            QVERIFY(project.copyTo(target));
            const auto recovered = recoverProject(Backups(m_root, m_path), target, analyst);
            QVERIFY(!recovered && !recovered.error().words.empty());
        }
        QCOMPARE(allFiles().size(), qsizetype(before.size()));
        for (const auto& [file, bytes] : before)
            QVERIFY2(bytesOf(file.toStdString()) == bytes, qPrintable(file));
        QVERIFY(!project.copyTo(other, Existing::Replace)); // It can be done again.
        QVERIFY(project.backUp());
    }

private:
    ProjectFile openOrNew() const
    {
        return fs::exists(m_path) ? openOrDie(m_path, m_root) : projectWithReports(m_path, m_root);
    }
    static ChangeEntity rename(const ProjectFile& project, const char* name)
    {
        return renamed(project.store().records(project.store().articles()[0]).entities.front().id,
                       name);
    }
    QString folder() const
    {
        return QString::fromStdString(Backups(m_root, m_path).folder().string());
    }
    /// What lies in the one folder of what was set aside.
    QStringList copiesSetAside() const
    {
        const QDir all(folder());
        const QStringList folders =
            all.entryList({QStringLiteral("before-*")}, QDir::Dirs, QDir::Name);
        return folders.size() == 1
                   ? QDir(all.filePath(folders.front())).entryList(QDir::Files, QDir::Name)
                   : folders;
    }
    QString logPath() const
    {
        return QString::fromStdString(Backups(m_root, m_path).log().string());
    }
    qsizetype linesOfLog() const { return bytesOf(logPath().toStdString()).count('\n'); }
    QStringList filesIn(const QString& pattern) const
    {
        return QDir(folder()).entryList({pattern}, QDir::Files);
    }
    QStringList allFiles() const
    {
        QStringList files;
        for (QDirIterator it(m_folder->path(), QDir::Files | QDir::Hidden,
                             QDirIterator::Subdirectories);
             it.hasNext();)
            files << it.next();
        return files;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_path, m_root;
};

QTEST_GUILESS_MAIN(ProjectBackupTest)
#include "projectbackuptest.moc"
