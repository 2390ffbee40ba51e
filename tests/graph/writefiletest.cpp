// SPDX-License-Identifier: Apache-2.0
#include "graph/base/writefile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

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

    void saysWhyNot_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("reason");
        QTest::newRow("a folder") << "/usr"
                                  << "this is a folder";
        QTest::newRow("no such folder") << "/nowhere/a"
                                        << "No such file or directory";
        QTest::newRow("a full disk") << "/dev/full"
                                     << "No space left on device";
    }
    void saysWhyNot()
    {
        QFETCH(QString, path);
        const std::optional<std::string> reason = writeFile(path.toStdString(), "x");
        QVERIFY(reason.has_value());
        QTEST(QString::fromStdString(reason.value_or("")), "reason");
    }

    void whatIsNoFileIsWrittenTo() { QVERIFY(!writeFile("/dev/null", "x")); }
};

QTEST_APPLESS_MAIN(WriteFileTest)
#include "writefiletest.moc"
