// SPDX-License-Identifier: Apache-2.0
// Dossiers and notes, as the command line writes them; with pictures, which need the layout worker,
// in cliprogramtest.cpp.

// All words here are UTF-8: a literal may be a QString without saying so each time.
#undef QT_NO_CAST_FROM_ASCII
#undef QT_NO_CAST_TO_ASCII

#include "tests/support/clirun.h"
#include "tests/support/twovisits.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace entente;

class DossierCliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { writeTwoVisits(m_folder); }

    void somebodysDossierIsOneFile()
    {
        const QString file = name("choe.html");
        const Ran ran =
            run({"dossier", path(), "--of", "Choe Son-hui", "--no-picture", "-o", file});
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        const QByteArray html = contents(file);
        QXmlStreamReader reader(html);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(html.startsWith("<!DOCTYPE html>"));
        QVERIFY(html.contains("The Lantern"));
        QVERIFY(!html.contains("<script") && !html.contains("src="));
    }

    void theSuffixSaysWhat()
    {
        const QString file = name("choe.md");
        QCOMPARE(run({"dossier", path(), "--of", "Choe Son-hui", "--no-picture", "-o", file}).exit,
                 0);
        QVERIFY(contents(file).startsWith("# Choe Son-hui\n\nPerson: "));
        QVERIFY(contents(file).contains("### Happened\n\n#### Visit: Choe Son-hui to Russia"));
        QVERIFY(contents(file).contains("### Unstated\n\n"));
    }

    void theSameDataGivesTheSameBytes()
    {
        const QStringList words{"dossier", path(), "--of", "Choe Son-hui", "--no-picture", "-o"};
        QCOMPARE(run(words + QStringList{name("one.html")}).exit, 0);
        QCOMPARE(run(words + QStringList{name("two.html")}).exit, 0);
        QCOMPARE(contents(name("one.html")), contents(name("two.html")));
    }

    void withoutANameItIsOfWhatTheFiltersLeave()
    {
        const QString file = name("visits.html");
        const Ran ran = run({"dossier", path(), "--type", "Visit", "--title", "Visits", "-o", file,
                             "--no-picture"});
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        const QByteArray html = contents(file);
        QVERIFY(html.contains("Visits</h1>") && html.contains("Filters: "));
        QVERIFY(!html.contains("Meeting:") && !html.contains("<svg"));
    }

    void severalAreNamedOneByOne()
    {
        const QString file = name("two.md");
        const QStringList asked{"dossier", path(), "--of", "Choe Son-hui", "--of", "Putin"};
        const Ran ran = run(asked + QStringList{"--title", "The two", "--no-picture", "-o", file});
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        QVERIFY(contents(file).startsWith("# The two\n\n2 actors, meetings and other nodes: "));
    }

    void anEdgeIsNamedByItsEnds()
    {
        const QString file = name("edge.md");
        const Ran ran =
            run({"dossier", path(), "--of", "Choe Son-hui — Putin", "--no-picture", "-o", file});
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        QVERIFY2(contents(file).startsWith("# Choe Son-hui and Putin\n\nTie of two actors: "),
                 contents(file).left(200).constData());
        const Ran left = run({"dossier", path(), "--of", "Choe Son-hui — Putin", "--type", "Visit",
                              "--no-picture", "-o", file});
        QVERIFY2(left.exit == 1 && left.err.contains("left out by the filters"),
                 qPrintable(left.err));
    }

    void aPathIsNamedByItsEnds()
    {
        const QString file = name("path.md");
        const QStringList asked{"dossier",      path(),         "--path-from", "Putin", "--path-to",
                                "Choe Son-hui", "--no-picture", "-o",          file};
        const Ran none = run(asked); // They met, but nobody says that it happened.
        QVERIFY2(none.exit == 1 && none.err.contains("--all-meetings"), qPrintable(none.err));
        const Ran ran = run(asked + QStringList{"--all-meetings"});
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        QVERIFY(contents(file).startsWith("# How Putin and Choe Son-hui are connected\n"));
        QVERIFY(contents(file).contains("over all meetings, also those that did not happen"));
        QVERIFY(contents(file).contains("### Putin – Choe Son-hui\n"));
        QCOMPARE(run({"dossier", path(), "--path-from", "Putin", "--path-to", "Russia", "-o", file,
                      "--all-meetings", "--no-picture", "--type", "Meeting"})
                     .exit,
                 1);
    }

    /// It is neither overwritten nor left without its text.
    void aPictureOfSomebodysOwnIsNotReplaced()
    {
        const QString own = name("mine.svg");
        QFile file(own);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        const Ran ran = run({"dossier", path(), "--of", "Putin", "-o", name("mine.md")});
        QVERIFY2(ran.exit == 1 && ran.err.contains("mine.svg"), qPrintable(ran.err));
        QVERIFY(!QFile::exists(name("mine.md")));
        QCOMPARE(contents(own), QByteArray("mine"));
    }

    void aNameOfSeveralIsListedWithIds()
    {
        const QString file = name("many.html");
        const Ran ran = run({"dossier", path(), "--of", "Visit", "-o", file});
        QCOMPARE(ran.exit, 1);
        QVERIFY2(ran.err.contains("can be 2 things"), qPrintable(ran.err));
        QVERIFY(!QFile::exists(file));
        QCOMPARE(run({"dossier", path(), "--of", "Nobody Here", "-o", file}).exit, 1);
    }

    void whatDoesNotGoTogetherIsSaid()
    {
        const auto said = [&](const QStringList& options) {
            const Ran ran = run(QStringList{"dossier", path()} + options);
            return ran.exit == 2 ? ran.err : QString::number(ran.exit);
        };
        QVERIFY(said({"--of", "Putin"}).contains("-o with the file"));
        QVERIFY(said({"-o", name("a.pdf")}).contains(".html"));
        QVERIFY(said({"-o", name("a.html"), "--no-picture", "--engine", "dot"})
                    .contains("which --no-picture leaves out"));
        QVERIFY(said({"-o", name("a.html"), "--path-from", "Putin"}).contains("two ends"));
        QVERIFY(said({"-o", name("a.html"), "--path-from", "Putin", "--path-to", "Putin"})
                    .contains("the same"));
        QVERIFY(said({"-o", name("a.html"), "--of", "Putin", "--path-from", "Putin", "--path-to",
                      "Choe Son-hui"})
                    .contains("one is enough"));
        QVERIFY(said({"-o", name("a.html"), "--limit", "3"}).contains("--limit goes with"));
        QVERIFY(said({"-o", name("a.html"), "--of", "Putin", "--title", "x"}).contains("--title"));
        QVERIFY(said({"-o", name("a.html"), "--seconds", "x"}).contains("--seconds"));
    }

    void notesGoToTheOutputOrToAFile()
    {
        const Ran notes = run({"cite", path()});
        QVERIFY2(notes.exit == 0, qPrintable(notes.err));
        QVERIFY2(notes.out.contains("1. **Visit: Choe Son-hui to Russia"), qPrintable(notes.out));
        QVERIFY(notes.out.contains("**S1** “She went”, The Lantern, 15 January 2024."));
        const QString file = name("articles.json");
        QCOMPARE(run({"cite", path(), "-o", file}).exit, 0);
        const QJsonDocument items = QJsonDocument::fromJson(contents(file));
        QVERIFY(items.isArray());
        QVERIFY(run({"cite", path(), "--format", "csl"}).out.contains("article-newspaper"));
        QCOMPARE(run({"cite", path(), "-o", name("x.txt")}).exit, 2);
        QVERIFY(run({"cite", path(), "--view", "actors"}).out.contains("Choe Son-hui"));
    }

private:
    QString path() const { return QString::fromStdString(m_folder.path()); }
    QString name(const QString& file) const { return m_out.filePath(file); }
    static QByteArray contents(const QString& name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    TextFolder m_folder;
    QTemporaryDir m_out;
};

QTEST_GUILESS_MAIN(DossierCliTest)
#include "dossierclitest.moc"
