// SPDX-License-Identifier: Apache-2.0
#include "graph/base/writefile.h"

#include "tests/support/plainuser.h"
#include "tests/support/smalldisk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <filesystem>

#include <unistd.h>

using namespace entente;

namespace
{

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no such file)");
}

QStringList namesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

class WriteFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAndReplaces()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a"));
        QVERIFY(!writeFile(path.toStdString(), std::string(100'000, 'x')));
        QCOMPARE(contents(path), QByteArray(100'000, 'x'));
        QVERIFY(!writeFile(path.toStdString(), "short"));
        QCOMPARE(contents(path), QByteArray("short"));
        QVERIFY(!writeFile(path.toStdString(), ""));
        QCOMPARE(contents(path), QByteArray());
        QCOMPARE(namesIn(folder.path()), QStringList{QStringLiteral("a")});
    }

    void aNewFileIsForWhoeverTheUserSays()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a"));
        QVERIFY(!writeFile(path.toStdString(), "x"));
        QFile usual(folder.filePath(QStringLiteral("b")));
        QVERIFY(usual.open(QIODevice::WriteOnly));
        QCOMPARE(QFile::permissions(path), usual.permissions());
    }

    void anOldFileKeepsItsPermissions()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a"));
        QVERIFY(!writeFile(path.toStdString(), "x"));
        std::filesystem::permissions(path.toStdString(), std::filesystem::perms::owner_read |
                                                             std::filesystem::perms::owner_write);
        const auto before = QFile::permissions(path);
        QVERIFY(!writeFile(path.toStdString(), "y"));
        QCOMPARE(QFile::permissions(path), before);
        QCOMPARE(contents(path), QByteArray("y"));
    }

    void aLinkStaysALink()
    {
        const QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("target"));
        const QString link = folder.filePath(QStringLiteral("link"));
        QVERIFY(!writeFile(target.toStdString(), "old"));
        std::filesystem::create_symlink("target", link.toStdString());
        QVERIFY(!writeFile(link.toStdString(), "new"));
        QVERIFY(std::filesystem::is_symlink(link.toStdString()));
        QCOMPARE(contents(target), QByteArray("new"));
    }

    void aLinkToWhatIsNotThereYetStaysALink()
    {
        const QTemporaryDir folder;
        QDir(folder.path()).mkdir(QStringLiteral("kept"));
        const QString link = folder.filePath(QStringLiteral("link"));
        std::filesystem::create_symlink("kept/target", link.toStdString());
        QVERIFY(!writeFile(link.toStdString(), "new"));
        QVERIFY(std::filesystem::is_symlink(link.toStdString()));
        QCOMPARE(contents(folder.filePath(QStringLiteral("kept/target"))), QByteArray("new"));
    }

    void aCircleOfLinksIsNoFile()
    {
        const QTemporaryDir folder;
        const QString link = folder.filePath(QStringLiteral("a"));
        std::filesystem::create_symlink("b", link.toStdString());
        std::filesystem::create_symlink("a", folder.filePath(QStringLiteral("b")).toStdString());
        QCOMPARE(writeFile(link.toStdString(), "x").value(), ELOOP);
        QVERIFY(std::filesystem::is_symlink(link.toStdString()));
    }

    void aFullDiskLeavesTheOldFile_data()
    {
        QTest::addColumn<int>("room");
        for (const int room : {0, 1, 4096, 99'999})
            QTest::addRow("room for %d bytes", room) << room;
    }
    void aFullDiskLeavesTheOldFile()
    {
        QFETCH(int, room);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a"));
        QVERIFY(!writeFile(path.toStdString(), "what was there before"));
        {
            const SmallDisk disk(static_cast<rlim_t>(room));
            QCOMPARE(writeFile(path.toStdString(), std::string(100'000, 'x')).value(), EFBIG);
        }
        QCOMPARE(contents(path), QByteArray("what was there before"));
        QCOMPARE(namesIn(folder.path()), QStringList{QStringLiteral("a")});
    }

    void whatMayNotBeWrittenIsNotReplaced_data()
    {
        QTest::addColumn<bool>("folderIsLocked");
        QTest::newRow("a locked file") << false;
        QTest::newRow("a locked folder") << true;
    }
    void whatMayNotBeWrittenIsNotReplaced()
    {
        QFETCH(bool, folderIsLocked);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a"));
        QVERIFY(!writeFile(path.toStdString(), "what was there before"));
        const PlainUser user;
        using std::filesystem::perms;
        std::filesystem::permissions((folderIsLocked ? folder.path() : path).toStdString(),
                                     perms::owner_write, std::filesystem::perm_options::remove);
        const std::error_code error = writeFile(path.toStdString(), "x");
        std::filesystem::permissions(folder.path().toStdString(), perms::owner_all);
        QCOMPARE(error.value(), EACCES);
        QCOMPARE(contents(path), QByteArray("what was there before"));
        QCOMPARE(namesIn(folder.path()), QStringList{QStringLiteral("a")});
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("reason");
        QTest::newRow("a folder") << "/usr" << EISDIR;
        QTest::newRow("no such folder") << "/nowhere/a" << ENOENT;
        QTest::newRow("below a file") << "/dev/null/a" << ENOTDIR;
        QTest::newRow("a full disk") << "/dev/full" << ENOSPC;
    }
    void saysWhyNot()
    {
        QFETCH(QString, path);
        QTEST(writeFile(path.toStdString(), "x").value(), "reason");
    }

    void whatBelongsTogetherIsWrittenTogether()
    {
        const QTemporaryDir folder;
        const QString one = folder.filePath(QStringLiteral("a.md"));
        const QString other = folder.filePath(QStringLiteral("a.svg"));
        QVERIFY(!writeFile(one.toStdString(), "old"));
        QVERIFY(!writeTogether({{one.toStdString(), "text"}, {other.toStdString(), "picture"}}));
        QCOMPARE(contents(one), QByteArray("text"));
        QCOMPARE(contents(other), QByteArray("picture"));
        QCOMPARE(namesIn(folder.path()).size(), 2);
    }

    void orNoneOfItIs()
    {
        const QTemporaryDir folder;
        const QString one = folder.filePath(QStringLiteral("a.md"));
        const QString other = folder.filePath(QStringLiteral("a.svg"));
        QVERIFY(!writeFile(one.toStdString(), "old"));
        QVERIFY(QDir().mkdir(other));
        const auto trouble =
            writeTogether({{one.toStdString(), "text"}, {other.toStdString(), "picture"}});
        QVERIFY(trouble.has_value());
        QCOMPARE(trouble->path, std::filesystem::path(other.toStdString()));
        QVERIFY(trouble->why == std::errc::is_a_directory);
        QCOMPARE(contents(one), QByteArray("old"));
        QCOMPARE(namesIn(folder.path()), QStringList{QStringLiteral("a.md")});
    }

    void whatIsNoFileIsWrittenTo() { QVERIFY(!writeFile("/dev/null", "x")); }

    void aWriterThatStoppedLeavesNoNameTaken()
    {
        const QTemporaryDir folder;
        QFile left(folder.filePath(QStringLiteral(".entente-%1-0").arg(getpid())));
        QVERIFY(left.open(QIODevice::WriteOnly));
        const QString path = folder.filePath(QStringLiteral("a"));
        QVERIFY(!writeFile(path.toStdString(), "x"));
        QCOMPARE(contents(path), QByteArray("x"));
    }
};

QTEST_APPLESS_MAIN(WriteFileTest)
#include "writefiletest.moc"
