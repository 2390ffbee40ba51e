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
        QCOMPARE(run({"dossier", path(), "--of", "Choe Son-hui", "-o", file}).exit, 0);
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
        QVERIFY(said({"-o", name("a.md"), "--no-picture"}).contains("no picture"));
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
