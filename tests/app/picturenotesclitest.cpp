// SPDX-License-Identifier: Apache-2.0
// Pictures whose notes are files beside them, as the command line writes them.

// All words here are UTF-8: a literal may be a QString without saying so each time.
#undef QT_NO_CAST_FROM_ASCII
#undef QT_NO_CAST_TO_ASCII

#include "tests/support/twovisits.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace entente;

class PictureNotesCliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        writeTwoVisits(m_articles);
    }

    void notesAndSourcesStandBesideThePicture()
    {
        const Ran ran = exported("figure.svg");
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        QVERIFY(contents("figure.svg").contains("The notes are in figure.svg.notes.md."));
        QVERIFY(contents("figure.svg.notes.md").contains("\n1. **"));
        QVERIFY(contents("figure.svg.sources.json").contains("\"container-title\""));
        QVERIFY(exported("figure.svg").exit == 0); // Once more.
    }

    void nothingIsWrittenWhereTheNotesWouldReplaceAnother()
    {
        QFile mine(m_folder.filePath("other.svg.notes.md"));
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
        mine.close();
        const Ran ran = exported("other.svg");
        QVERIFY(ran.exit != 0);
        QVERIFY2(ran.err.contains("other.svg.notes.md, which was not written with the picture"),
                 qPrintable(ran.err));
        QCOMPARE(contents("other.svg.notes.md"), QByteArray("mine"));
        QVERIFY(!QFile::exists(m_folder.filePath("other.svg")));
    }

    /// NAME.json is what is known of the article NAME.txt.
    void noArticleGetsThemForItsMetadata()
    {
        const QString article = m_folder.filePath("a.svg.sources.txt");
        for (const char* suffix : {"txt", "ann"}) {
            QFile file(m_folder.filePath(QStringLiteral("a.svg.sources.%1").arg(suffix)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(*suffix == 't' ? "Choe went." : "T1\tPerson 0 4\tChoe\n");
        }
        const Ran ran =
            run({"export", article, "-o", m_folder.filePath("a.svg"), "--citations-beside"});
        QVERIFY(ran.exit != 0);
        QVERIFY2(ran.err.contains("belongs to the article"), qPrintable(ran.err));
    }

private:
    struct Ran
    {
        int exit = -1;
        QString err;
    };
    /// The program itself, as pictures need the layout worker beside it.
    static Ran run(const QStringList& arguments)
    {
        QProcess program;
        program.start(QStringLiteral(ENTENTE_CLI), arguments);
        if (!program.waitForFinished(60000))
            return {};
        return {program.exitCode(), QString::fromUtf8(program.readAllStandardError())};
    }
    Ran exported(const QString& name) const
    {
        return run({"export", QString::fromStdString(m_articles.path().string()), "-o",
                    m_folder.filePath(name), "--citations-beside"});
    }
    QByteArray contents(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    TextFolder m_articles;
    QTemporaryDir m_folder;
};

QTEST_MAIN(PictureNotesCliTest)
#include "picturenotesclitest.moc"
