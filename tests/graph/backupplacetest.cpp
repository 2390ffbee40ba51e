// SPDX-License-Identifier: Apache-2.0
// Where second copies are kept, and what becomes of them when another place is chosen.
#include "graph/project/backupplace.h"

#include "graph/project/backups.h"
#include "graph/project/recovery.h"
#include "tests/support/projectreports.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace entente;

namespace
{

namespace fs = std::filesystem;

dev_t deviceOf(const fs::path& path)
{
    struct stat found = {};
    ::stat(path.c_str(), &found);
    return found.st_dev;
}

} // namespace

class BackupPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("p.entente")).toStdString();
        m_old = m_folder->filePath(QStringLiteral("old")).toStdString();
        m_new = m_folder->filePath(QStringLiteral("new")).toStdString();
    }

    void theCopiesOfAProjectComeAlongWhenItIsOpened()
    {
        const int version = workWithABackupAt(m_old);
        QVERIFY(fs::exists(Backups(m_old, m_path).log()));
        // Until then they are found where they are.
        const BackupPlace place(m_new, {m_old});
        QVERIFY(keptCopies(place, m_path).folder() == Backups(m_old, m_path).folder());
        {
            const ProjectFile project = openOrDie(m_path, place);
            QCOMPARE(project.version(), version);
            QVERIFY(project.backupTrouble().empty());
        }
        QVERIFY(!fs::exists(Backups(m_old, m_path).folder()));
        QVERIFY(keptCopies(place, m_path).folder() == Backups(m_new, m_path).folder());
        QVERIFY(keptCopies(place, m_path).newest().has_value());
        isRecoveredFrom(place, version);
    }

    void toAnotherDiskTheyAreCopiedFirst()
    {
        const QTemporaryDir disk(QStringLiteral("/dev/shm/backupplacetest"));
        if (!disk.isValid() || deviceOf(disk.path().toStdString()) == deviceOf(m_old.parent_path()))
            QSKIP("There is no second disk here.");
        const int version = workWithABackupAt(m_old);
        const BackupPlace place(disk.path().toStdString(), {m_old});
        {
            const ProjectFile project = openOrDie(m_path, place);
            QVERIFY(project.backupTrouble().empty());
        }
        QVERIFY(!fs::exists(Backups(m_old, m_path).folder()));
        const fs::path kept = Backups(place.root, m_path).folder();
        QVERIFY(fs::status(kept).permissions() == fs::perms::owner_all);
        QCOMPARE(QDir(disk.path())
                     .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                     .size(),
                 1);
        isRecoveredFrom(place, version);
    }

    void besideCopiesThatAreThereTheyAreSetAside()
    {
        (void)workWithABackupAt(m_old);
        (void)openOrDie(m_path, m_new);
        {
            const ProjectFile project = openOrDie(m_path, BackupPlace(m_new, {m_old}));
            QVERIFY(project.backupTrouble().empty());
        }
        QVERIFY(!fs::exists(Backups(m_old, m_path).folder()));
        const QDir kept(QString::fromStdString(Backups(m_new, m_path).folder().string()));
        QVERIFY(fs::exists(Backups(m_new, m_path).log()));
        QCOMPARE(kept.entryList({QStringLiteral("before-*")}, QDir::Dirs).size(), 1);
    }

    void whatCannotBeMovedIsSaidAndStays()
    {
        (void)workWithABackupAt(m_old);
        QVERIFY(QFile(QString::fromStdString(m_new.string())).open(QIODevice::WriteOnly));
        {
            const ProjectFile project = openOrDie(m_path, BackupPlace(m_new, {m_old}));
            QVERIFY(!project.backupTrouble().empty());
        }
        QVERIFY(fs::exists(Backups(m_old, m_path).log()));
    }

    void aCopyAtAFormerPlaceIsNotWorkedInEither()
    {
        (void)workWithABackupAt(m_old);
        const std::vector<Backup> copies = Backups(m_old, m_path).list();
        QCOMPARE(copies.size(), 1U);
        const BackupPlace place(m_new, {m_old});
        QVERIFY(isBackup(copies.front().path, place));
        QVERIFY(!isBackup(m_path, place));
        QVERIFY(!ProjectFile::open(copies.front().path, analyst, place));
    }

private:
    /// @returns the version of the project.
    int workWithABackupAt(const fs::path& root) const
    {
        ProjectFile project = projectWithReports(m_path, root);
        project.backUpIfDue();
        return int(project.version());
    }

    void isRecoveredFrom(const BackupPlace& place, int version) const
    {
        fs::remove(m_path);
        const SecondCopy copy = secondCopyOf(m_path, ProjectTrouble::Kind::NotThere, place);
        QVERIFY(copy.canBeRecovered);
        const auto recovered =
            recoverProject(keptCopies(place, m_path), recoveredName(m_path), analyst);
        QVERIFY(recovered.has_value());
        QCOMPARE(int(recovered->version), version);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_path, m_old, m_new;
};

QTEST_APPLESS_MAIN(BackupPlaceTest)

#include "backupplacetest.moc"
