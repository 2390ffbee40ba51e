// SPDX-License-Identifier: Apache-2.0
// Where a project lies and what other programs do with its file.
#include "graph/project/projectfile.h"

#include "graph/base/remotefile.h"
#include "tests/support/plainuser.h"
#include "tests/support/projectreports.h"
#include "tests/support/tampering.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace entente;

namespace
{

/// Whether a trouble is of this kind, and its words name the file.
bool tells(const ProjectTrouble& trouble, ProjectTrouble::Kind kind,
           const std::filesystem::path& path)
{
    return trouble.kind == kind && trouble.words.find(path.string()) != std::string::npos;
}

} // namespace

class ProjectPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("p.entente")).toStdString();
    }

    void foldersOfOtherMachinesAreKnown()
    {
        QVERIFY(isRemoteFileSystem(0x6969) && isRemoteFileSystem(0x65735546));   // NFS, FUSE
        QVERIFY(!isRemoteFileSystem(0xEF53) && !isRemoteFileSystem(0x01021994)); // ext4, tmpfs
        QVERIFY(!isRemoteFile("/proc") && !isRemoteFile("/no/such/file"));
    }

    void aFileThatWasMovedIsNotWrittenTo()
    {
        ProjectFile project = projectWithReports(m_path);
        const Store before = project.store();
        std::filesystem::rename(m_path, m_path.string() + "-away");
        const PutView edit{{ViewId(randomUuid()), "v", "s"}};
        const auto applied = project.perform(edit);
        QVERIFY(!applied);
        QCOMPARE(applied.error().kind, ProjectTrouble::Kind::Moved);
        QVERIFY(project.store() == before);
        // What is in it can still be saved elsewhere, and it goes on once it is back.
        const std::filesystem::path copy = m_path.string() + "-copy.entente";
        QVERIFY(!project.copyTo(copy));
        QVERIFY(openOrDie(copy).store() == before);
        std::filesystem::rename(m_path.string() + "-away", m_path);
        QVERIFY(project.perform(edit));
    }

    void aFileWhosePlaceAnotherTookIsNotWrittenTo()
    {
        const std::filesystem::path away = m_path.string() + "-away";
        ProjectFile project = projectWithReports(m_path);
        const Store before = project.store();
        std::filesystem::rename(m_path, away);
        {
            QVERIFY(ProjectFile::create(m_path, analyst)->perform(reports().front()));
        }
        const QByteArray theirs = bytesOf(m_path);
        const PutView edit{{ViewId(randomUuid()), "v", "s"}};
        const auto applied = project.perform(edit);
        QVERIFY(!applied && tells(applied.error(), ProjectTrouble::Kind::Moved, m_path));
        QVERIFY(project.store() == before);
        QCOMPARE(bytesOf(m_path), theirs);
        // What is in it can still be saved elsewhere, and it goes on once it is back.
        const std::filesystem::path copy = m_path.string() + "-copy.entente";
        QVERIFY(!project.copyTo(copy));
        QVERIFY(openOrDie(copy).store() == before);
        std::filesystem::rename(away, m_path);
        QVERIFY(project.perform(edit));
        QCOMPARE(all(project.verify()), QString());
    }

    void aFileThatWasDeletedIsSavedFromWhatIsOpen()
    {
        ProjectFile project = projectWithReports(m_path);
        const Store before = project.store();
        std::filesystem::remove(m_path);
        const PutView edit{{ViewId(randomUuid()), "v", "s"}};
        const auto applied = project.perform(edit);
        QVERIFY(!applied && tells(applied.error(), ProjectTrouble::Kind::Moved, m_path));
        QVERIFY(project.store() == before);
        QCOMPARE(project.version(), 2);
        QVERIFY(!std::filesystem::exists(m_path)); // Nor is an empty one made.
        const std::filesystem::path saved = m_path.string() + "-saved.entente";
        QVERIFY(!project.copyTo(saved));
        ProjectFile again = openOrDie(saved);
        QVERIFY(again.store() == before && again.id() == project.id());
        QVERIFY(again.perform(edit));
        QCOMPARE(all(again.verify()), QString());
    }

    /// Without one a crash in the midst of an edit could not be undone.
    void aJournalThatAnotherProgramRemovedIsBegunAnew()
    {
        const std::filesystem::path away = m_path.string() + "-away";
        const std::filesystem::path journal = m_path.string() + "-journal";
        const auto edit = [] { return PutView{{ViewId(randomUuid()), "v", "s"}}; };
        auto first = std::make_unique<ProjectFile>(projectWithReports(m_path));
        QVERIFY(std::filesystem::exists(journal));
        std::filesystem::rename(m_path, away);
        ProjectFile second = projectWithReports(m_path);
        first.reset(); // Removes the journal by its name.
        QVERIFY(!std::filesystem::exists(journal));
        QVERIFY(second.perform(edit()));
        QVERIFY(std::filesystem::exists(journal));
        const Store before = second.store();
        std::filesystem::remove(journal); // And whoever else does.
        QVERIFY(second.perform(edit()));
        QVERIFY(std::filesystem::exists(journal));
        QCOMPARE(second.version(), std::int64_t(4));
        QCOMPARE(second.store().views().size(), before.views().size() + 1);
        QCOMPARE(all(second.verify()), QString());
        QVERIFY(!ProjectFile::open(m_path, analyst)); // It is held all the same.
    }

    void aDeletedFileCanBeSavedUnderItsOwnName()
    {
        ProjectFile project = projectWithReports(m_path);
        std::filesystem::remove(m_path);
        const auto trouble = project.copyTo(m_path);
        QVERIFY2(!trouble, trouble ? trouble->words.c_str() : "");
        QVERIFY(openOrDie(m_path).store() == project.store());
    }

    void aFileThatMayOnlyBeReadIsRefused()
    {
        {
            projectWithReports(m_path);
        }
        using std::filesystem::perms;
        const QByteArray before = bytesOf(m_path);
        std::filesystem::permissions(m_path, perms::owner_read);
        const PlainUser user;
        const auto refused = ProjectFile::open(m_path, analyst);
        QVERIFY(!refused && tells(refused.error(), ProjectTrouble::Kind::NotWritable, m_path));
        QVERIFY2(refused.error().words.find("may not be written to") != std::string::npos,
                 refused.error().words.c_str());
        QCOMPARE(bytesOf(m_path), before);
        std::filesystem::permissions(m_path, perms::owner_read | perms::owner_write);
        QVERIFY(openOrDie(m_path).perform(PutView{{ViewId(randomUuid()), "v", "s"}}));
    }

    /// Where its journal would be.
    void aFolderThatMayOnlyBeReadIsToldAndChangesNothing()
    {
        {
            projectWithReports(m_path); // While it is open its journal stays.
        }
        ProjectFile project = openOrDie(m_path);
        const Store before = project.store();
        const PutView edit{{ViewId(randomUuid()), "v", "s"}};
        using std::filesystem::perms;
        const PlainUser user;
        std::filesystem::permissions(m_path.parent_path(), perms::owner_read | perms::owner_exec);
        const auto applied = project.perform(edit);
        std::filesystem::permissions(m_path.parent_path(), perms::owner_all);
        QVERIFY(!applied);
        QVERIFY2(tells(applied.error(), ProjectTrouble::Kind::NotWritable, m_path),
                 applied.error().words.c_str());
        QVERIFY(project.store() == before);
        QVERIFY(project.perform(edit)); // It goes on.
        QCOMPARE(all(project.verify()), QString());
    }

    void aSecondProgramIsToldSo()
    {
        const ProjectFile first = projectWithReports(m_path);
        const auto second = ProjectFile::open(m_path, analyst);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ProjectTrouble::Kind::InUse);
    }

    void anOldFileIsNeverWrittenOver()
    {
        {
            projectWithReports(m_path);
        }
        const auto again = ProjectFile::create(m_path, analyst);
        QVERIFY(!again);
        QCOMPARE(openOrDie(m_path).version(), 2);
    }

    void onlyItsOwnerCanReadIt()
    {
        const ProjectFile project = projectWithReports(m_path);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther;
        QVERIFY(!(QFile::permissions(QString::fromStdString(m_path)) & others));
    }

    void whatIsNoProjectIsSaidToBeNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("nothing of ours\n").repeated(100);
    }
    void whatIsNoProjectIsSaidToBeNone()
    {
        QFETCH(QByteArray, bytes);
        QFile file(QString::fromStdString(m_path));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        const auto project = ProjectFile::open(m_path, analyst);
        QVERIFY(!project);
        QCOMPARE(project.error().kind, ProjectTrouble::Kind::NoProject);
        QCOMPARE(QFileInfo(file).size(), bytes.size()); // It was left as it is.
    }

    void aNewerFileSaysSo()
    {
        {
            projectWithReports(m_path);
        }
        execute(m_path, "PRAGMA user_version=999");
        const auto project = ProjectFile::open(m_path, analyst);
        QVERIFY(!project);
        QCOMPARE(project.error().kind, ProjectTrouble::Kind::Newer);
    }

    void aFileFromElsewhereWithMoreThanOurTablesIsRefused_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("a trigger")
            << QByteArray("CREATE TRIGGER evil AFTER INSERT ON op BEGIN DELETE FROM article; END");
        QTest::newRow("a view") << QByteArray("CREATE VIEW evil AS SELECT * FROM op");
        QTest::newRow("a view for a table")
            << QByteArray("DROP TABLE placement; "
                          "CREATE VIEW placement AS SELECT '' AS node, 1.0 AS x, 2.0 AS y");
        QTest::newRow("a table") << QByteArray("CREATE TABLE evil (a TEXT)");
        QTest::newRow("an index") << QByteArray("CREATE INDEX evil ON op(upper(edit))");
    }
    void aFileFromElsewhereWithMoreThanOurTablesIsRefused()
    {
        QFETCH(const QByteArray, sql);
        {
            projectWithReports(m_path);
        }
        execute(m_path, sql.constData());
        const QByteArray before = bytesOf(m_path);
        const auto project = ProjectFile::open(m_path, analyst);
        QVERIFY(!project && tells(project.error(), ProjectTrouble::Kind::NoProject, m_path));
        QVERIFY(!ProjectFile::look(m_path, analyst));
        QCOMPARE(bytesOf(m_path), before);
    }

    void aHardLinkIsRefused()
    {
        {
            projectWithReports(m_path);
        }
        QCOMPARE(::link(m_path.c_str(), (m_path.string() + "2").c_str()), 0);
        QVERIFY(!ProjectFile::open(m_path, analyst));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
};

QTEST_GUILESS_MAIN(ProjectPlaceTest)
#include "projectplacetest.moc"
