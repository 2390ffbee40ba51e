// SPDX-License-Identifier: Apache-2.0
// Projects as earlier versions of the program have left them.

#include "graph/project/backups.h"
#include "graph/project/projectfile.h"
#include "tests/support/projectreports.h"
#include "tests/support/tampering.h"

#include <fmt/format.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <memory>

using namespace entente;
namespace fs = std::filesystem;

class OlderFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("p.entente")).toStdString();
        m_root = m_folder->filePath(QStringLiteral("data")).toStdString();
    }

    void anOlderFormIsCopiedAndBroughtUpToOurs_data()
    {
        QTest::addColumn<int>("form");
        QTest::addColumn<int>("version");
        QTest::addColumn<int>("files");
        QTest::addColumn<int>("settled");
        QTest::newRow("the first") << 1 << 4 << 0 << 0;
        QTest::newRow("the second") << 2 << 5 << 1 << 0; // It has a file of a vocabulary, too.
        QTest::newRow("the third") << 3 << 7 << 1 << 0;  // An article went, and came back.
        QTest::newRow("the fourth") << 4 << 8 << 1 << 0;
        QTest::newRow("the fifth") << 5 << 9 << 1 << 1; // Something is left as it is.
    }
    void anOlderFormIsCopiedAndBroughtUpToOurs()
    {
        QFETCH(int, form);
        QFETCH(int, version);
        QFETCH(int, files);
        QFETCH(int, settled);
        takeForm(form);
        const QByteArray old = bytesOf(m_path);
        {
            ProjectFile project = openOrDie(m_path, m_root);
            QCOMPARE(all(project.verify()), QString());
            QCOMPARE(project.version(), version);
            QCOMPARE(project.store().articles().size(), 2U);
            QCOMPARE(project.store().vocabulary().size(), std::size_t(files));
            QCOMPARE(project.store().placements().size(), 1U);
            QCOMPARE(project.store().settled().size(), std::size_t(settled));
            QCOMPARE(project.search("sergey lavrov").size(), 1U); // A name that was given.
            QVERIFY(!project.search("평양").empty());
            QVERIFY(project.perform(PutView{{ViewId(randomUuid()), "Moscow", "{}"}}));
        }
        QCOMPARE(all(openOrDie(m_path).verify()), QString());
        QCOMPARE(freePagesIn(bytesOf(m_path)), 0);
        const QStringList copies = filesIn(QStringLiteral("*-form%1.entente").arg(form));
        QCOMPARE(copies.size(), 1);
        QCOMPARE(bytesOf((folder() + "/" + copies.front()).toStdString()).size(), old.size());
    }

    void anOlderFormThatIsLookedAtStaysAsItIs()
    {
        takeForm(2);
        const QByteArray old = bytesOf(m_path);
        {
            const auto looked = ProjectFile::look(m_path, analyst);
            QVERIFY(looked);
            QCOMPARE(all(looked->verify()), QString());
            QCOMPARE(looked->store().articles().size(), 2U);
            QVERIFY(!ProjectFile::isInUse(m_path));
        }
        QCOMPARE(bytesOf(m_path), old);
    }

    void whoCancelsLeavesAnOlderFormAsItIs_data()
    {
        QTest::addColumn<int>("form");
        QTest::addColumn<QString>("lastStep");
        QTest::newRow("the first") << 1 << "Packing the history";
        QTest::newRow("the third") << 3 << "Indexing words";
        QTest::newRow("the fifth") << 5 << "Indexing words";
    }
    void whoCancelsLeavesAnOlderFormAsItIs()
    {
        QFETCH(int, form);
        QFETCH(QString, lastStep);
        takeForm(form);
        const QByteArray old = bytesOf(m_path);
        QStringList told;
        std::stop_source stop;
        const auto cancelAt = [&](const std::string& words, int /*done*/, int /*total*/) {
            told << QString::fromStdString(words);
            if (words == lastStep.toStdString())
                stop.request_stop();
        };
        const auto opened =
            ProjectFile::open(m_path, analyst, m_root, Progress(stop.get_token(), cancelAt));
        QVERIFY(!opened);
        QCOMPARE(opened.error().words, std::string("Opening was cancelled."));
        QVERIFY(told.contains(QStringLiteral("Indexing words")));
        QCOMPARE(bytesOf(m_path), old);
        QCOMPARE(filesIn(QStringLiteral("*.entente")), QStringList()); // Nor is a copy left.
        QCOMPARE(all(openOrDie(m_path, m_root).verify()), QString());
    }

    void anOlderFormOfWhichNoCopyCanBeMadeIsLeftAsItIs()
    {
        takeForm(1);
        const QByteArray old = bytesOf(m_path);
        QFile blocked(QString::fromStdString(m_root.string())); // No folder.
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        const auto opened = ProjectFile::open(m_path, analyst, m_root);
        QVERIFY(!opened);
        QVERIFY2(QString::fromStdString(opened.error().words).contains("older form"),
                 opened.error().words.c_str());
        QCOMPARE(bytesOf(m_path), old);
    }

private:
    /// https://www.sqlite.org/fileformat2.html, section 1.3
    static int freePagesIn(const QByteArray& database)
    {
        return qFromBigEndian<int>(database.constData() + 36);
    }
    /// A project as earlier versions of the program have left it.
    void takeForm(int form) const
    {
        fs::copy_file(
            fmt::format("{}/tests/graph/projects/form{}.entente", ENTENTE_SOURCE_DIR, form),
            m_path);
    }
    QString folder() const
    {
        return QString::fromStdString(Backups(m_root, m_path).folder().string());
    }
    QStringList filesIn(const QString& pattern) const
    {
        return QDir(folder()).entryList({pattern}, QDir::Files);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_path, m_root;
};

QTEST_GUILESS_MAIN(OlderFormTest)
#include "olderformtest.moc"
