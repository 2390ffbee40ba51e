// SPDX-License-Identifier: Apache-2.0
#undef QT_NO_CAST_FROM_ASCII // Words of the command line.
#include "graph/base/uuid.h"
#include "tests/support/clirun.h"
#include "tests/support/tampering.h"
#include "tests/support/textfolder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace entente;

namespace
{

QString sample() { return QStringLiteral(ENTENTE_SOURCE_DIR "/resources/sample"); }

} // namespace

class ProjectCliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Ran ran = run({"import", sample(), "-o", imported()});
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        QVERIFY2(ran.err.contains("19 articles imported"), qPrintable(ran.err));
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_project = m_folder->filePath(QStringLiteral("p.entente"));
        QVERIFY(QFile::copy(imported(), m_project));
    }

    void aProjectTellsWhatItsFolderTold()
    {
        QCOMPARE(run({"summary", "--json", m_project}).json(),
                 run({"summary", "--json", sample()}).json());
        QJsonObject here = run({"graph", m_project}).json();
        QJsonObject there = run({"graph", sample()}).json();
        for (QJsonObject* graph : {&here, &there})
            graph->remove("graph"); // Its name is that of what was opened.
        QVERIFY(!here.isEmpty());
        QCOMPARE(here, there);
    }

    void whatIsThereIsNotImportedAgain()
    {
        const Ran ran = run({"import", sample(), "-o", m_project});
        QCOMPARE(ran.exit, 0);
        QVERIFY2(ran.err.contains("19 articles left as they are"), qPrintable(ran.err));
        QCOMPARE(run({"log", m_project}).out.count('\n'), 1);
    }

    void anEditIsSeenInTheGraphAndInTheLog()
    {
        const Ran ran = run({"edit", m_project}, edit("Choe Son-hui", "Choe the envoy"));
        QCOMPARE(ran.out, QStringLiteral("2\n"));
        QVERIFY(!nodeNamed("Choe the envoy").isEmpty());
        const QString log = run({"log", m_project}).out;
        QVERIFY2(log.contains(QStringLiteral("Rename to “Choe the envoy”")), qPrintable(log));
        QCOMPARE(run({"verify", m_project}).exit, 0);
    }

    void theLogTakesAnEditBack()
    {
        QCOMPARE(run({"edit", m_project}, edit("Choe Son-hui", "Choe the envoy")).exit, 0);
        const QString last = run({"log", "--json", m_project}).out.trimmed().section('\n', -1);
        const QJsonValue inverse =
            QJsonDocument::fromJson(last.toUtf8()).object().value(QStringLiteral("inverse"));
        const QByteArray line =
            QJsonDocument(inverse.toObject()).toJson(QJsonDocument::Compact) + '\n';
        QCOMPARE(run({"edit", m_project}, line).out, QStringLiteral("3\n"));
        QVERIFY(!nodeNamed("Choe Son-hui").isEmpty());
    }

    void aBadEditEndsItAndSaysWhere()
    {
        const QByteArray good = edit("Choe Son-hui", "A");
        const Ran ran = run({"edit", m_project}, good + "{\"kind\":\"fly\"}\n" + good);
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.out, QStringLiteral("2\n")); // What came before it stays done.
        QVERIFY2(ran.err.contains("line 2: ") && ran.err.contains(QStringLiteral("“fly”")),
                 qPrintable(ran.err));
    }

    void whatIsNoGradeIsRefused()
    {
        const QString log = run({"log", m_project, "--json"}).out;
        const QString article = log.section(QStringLiteral("{\"article\":{\"id\":\""), 1).left(36);
        const auto grading = [&](const QString& grade) -> QByteArray {
            const QJsonObject change{{"kind", "changeArticle"},
                                     {"id", article},
                                     {"fields", QJsonObject{{"reliability", grade}}}};
            return QJsonDocument(change).toJson(QJsonDocument::Compact) + '\n';
        };
        QCOMPARE(run({"edit", m_project}, grading(QStringLiteral("B"))).exit, 0);
        const Ran refused = run({"edit", m_project}, grading(QStringLiteral("Z")));
        QCOMPARE(refused.exit, 1);
        QVERIFY2(refused.err.contains(QStringLiteral("“Z” is no grade of a source")),
                 qPrintable(refused.err));
    }

    /// What an analyst writes to say why is no article, and its claims are none of one.
    void judgementsAreCountedApart()
    {
        const QStringList asked{"summary", m_project, "--json"};
        const QJsonObject before = run(asked).json();
        const QString log = run({"log", m_project, "--json"}).out;
        const QString article = log.section(QStringLiteral("{\"article\":{\"id\":\""), 1).left(36);
        const QJsonObject judged{
            {"kind", "changeArticle"},
            {"id", article},
            {"fields", QJsonObject{{"tags", QJsonArray{"analyst's judgement"}}}}};
        const Ran edited =
            run({"edit", m_project}, QJsonDocument(judged).toJson(QJsonDocument::Compact) + '\n');
        QVERIFY2(edited.exit == 0, qPrintable(edited.err));
        const QJsonObject after = run(asked).json();
        const auto total = [](const QJsonObject& json, const char* what) {
            return json[QLatin1String(what)].toObject()["total"].toInt();
        };
        QCOMPARE(before["judgements"].toInt(), 0);
        QCOMPARE(after["judgements"].toInt(), 1);
        QCOMPARE(total(after, "articles"), total(before, "articles") - 1);
        QCOMPARE(after["by_article"].toArray().size(), before["by_article"].toArray().size() - 1);
        QVERIFY(total(after, "claims") < total(before, "claims"));
        QVERIFY(total(after, "spans") < total(before, "spans"));
        QVERIFY(run({"summary", m_project}).out.contains("Judgements"));
    }

    void aBackupIsAProject()
    {
        const QString copy = m_folder->filePath(QStringLiteral("copy.entente"));
        QCOMPARE(run({"backup", m_project, "-o", copy}).exit, 0);
        QCOMPARE(run({"verify", copy}).exit, 0);
        QCOMPARE(run({"log", copy}).out, run({"log", m_project}).out);
        QCOMPARE(run({"backup", m_project, "-o", copy}).exit, 1); // Nothing is written over.
    }

    void aDamagedProjectIsPutTogetherAgain()
    {
        QVERIFY(run({"edit", m_project}, edit("Choe Son-hui", "최선희")).exit == 0);
        QCOMPARE(run({"backup", m_project}).exit, 0); // Among its backups.
        QVERIFY(run({"edit", m_project}, edit("Sergei Lavrov", "Лавров")).exit == 0);
        const QString before = run({"graph", m_project}).out;
        QFile file(m_project);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.write(QByteArray(8192, 'x')) == 8192);
        file.close();
        const Ran damaged = run({"log", m_project});
        QCOMPARE(damaged.exit, 1);
        QVERIFY2(damaged.err.contains("entente-cli recover"), qPrintable(damaged.err));
        QVERIFY(run({"summary", m_project}).err.contains("entente-cli recover"));
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("new"))); // Graphs say the name, too.
        const QString target =
            m_folder->filePath(QStringLiteral("new/") + QFileInfo(m_project).fileName());
        const Ran ran = run({"recover", m_project, "-o", target});
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        QVERIFY2(ran.err.contains("1 edit from the log"), qPrintable(ran.err));
        QCOMPARE(run({"verify", target}).exit, 0);
        QCOMPARE(run({"graph", target}).out, before);
        QCOMPARE(run({"recover", m_project, "-o", target}).exit, 1); // Nothing is written over.
    }

    void aProjectIsConvertedAsItIsExported()
    {
        QVERIFY(run({"edit", m_project}, edit("Choe Son-hui", "최선희")).exit == 0);
        const QString one = m_folder->filePath(QStringLiteral("one"));
        const QString other = m_folder->filePath(QStringLiteral("other"));
        const Ran ran = run({"convert", m_project, "-o", one});
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        QCOMPARE(run({"export-brat", m_project, "-o", other}).exit, 0);
        QCOMPARE(run({"graph", one, "--json"}).out.replace(one, other),
                 run({"graph", other, "--json"}).out);
    }

    void theLogNamesWhoWorksHereAndOnWhichMachine()
    {
        QSettings settings(QStringLiteral("entente"), QStringLiteral("entente"));
        settings.setValue(QStringLiteral("analyst/name"), QStringLiteral("Борис"));
        settings.sync();
        QCOMPARE(run({"edit", m_project}, edit("Choe Son-hui", "최선희")).exit, 0);
        settings.remove(QStringLiteral("analyst/name"));
        settings.sync();
        const QString last = run({"log", m_project, "--json"}).out.trimmed().section(u'\n', -1);
        const QJsonObject logged = QJsonDocument::fromJson(last.toUtf8()).object();
        QCOMPARE(logged.value(QStringLiteral("analyst")).toString(), QStringLiteral("Борис"));
        const QString device = logged.value(QStringLiteral("device")).toString();
        QVERIFY2(Uuid::parse(device.toStdString()).has_value(), qPrintable(device));
        QCOMPARE(device, settings.value(QStringLiteral("analyst/device")).toString());
        // The version that its author saw, which whoever puts logs together has to know.
        QCOMPARE(logged.value(QStringLiteral("base")).toInt(),
                 logged.value(QStringLiteral("number")).toInt() - 1);
    }

    void whatAnOlderCopyLacksIsToldAndPutTogether()
    {
        const QString older = m_folder->filePath(QStringLiteral("older.entente"));
        QVERIFY(QFile::copy(m_project, older));
        QVERIFY(run({"edit", m_project}, edit("Choe Son-hui", "최선희")).exit == 0);
        const QString before = run({"log", m_project}).out;
        QVERIFY(QFile::remove(m_project) && QFile::rename(older, m_project));
        const Ran summary = run({"summary", m_project});
        QCOMPARE(summary.exit, 0);
        QVERIFY2(summary.err.contains(QStringLiteral("1 edit done after its edit 1 is not in it")),
                 qPrintable(summary.err));
        const QString folder =
            summary.err.section(QStringLiteral("--from '"), 1).section(u'\'', 0, 0);
        const QString target = m_folder->filePath(QStringLiteral("all.entente"));
        const Ran ran = run({"recover", m_project, "-o", target, "--from", folder});
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        QCOMPARE(run({"log", target}).out, before);
        QVERIFY(run({"log", m_project}).err.isEmpty()); // It is said once.
    }

    void anArticleIsErasedForGood()
    {
        const QString before = run({"log", m_project, "--json"}).out;
        QVERIFY(before.contains("lavrov-in-pyongyang"));
        const QString id = before.section(QStringLiteral("{\"article\":{\"id\":\""), 1).left(36);
        const QJsonObject edit{{QStringLiteral("kind"), QStringLiteral("eraseArticle")},
                               {QStringLiteral("id"), id}};
        const QByteArray erase = QJsonDocument(edit).toJson(QJsonDocument::Compact) + '\n';
        const Ran ran = run({"edit", m_project}, erase);
        QVERIFY2(ran.exit == 0 && ran.err.isEmpty(), qPrintable(ran.err));
        QVERIFY(!run({"log", m_project, "--json"}).out.contains(id));
        QVERIFY(run({"log", m_project}).out.contains("Erase an article for good"));
        QCOMPARE(run({"verify", m_project}).exit, 0);
    }

    void whatDoesNotAgreeInAProjectIsListed_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("found");
        QTest::newRow("a text and its checksum")
            << QByteArray("UPDATE content SET bytes=CAST(CAST(bytes AS TEXT) || 'x' AS BLOB) "
                          "WHERE sha256=(SELECT min(sha256) FROM content)")
            << "a text is not the one that its checksum";
        QTest::newRow("marked words and the text")
            << QByteArray("UPDATE article SET records=altered(records, 'Sergei', 'Nikita')")
            << "“Nikita Lavrov” (T3) does not stand where it was marked";
        QTest::newRow("the numbers of the log")
            << QByteArray("DELETE FROM op WHERE number=2") << "the log jumps to 3";
    }
    void whatDoesNotAgreeInAProjectIsListed()
    {
        QFETCH(const QByteArray, sql);
        QFETCH(const QString, found);
        QCOMPARE(run({"edit", m_project}, edit("Choe Son-hui", "A")).exit, 0);
        QCOMPARE(run({"edit", m_project}, edit("A", "B")).exit, 0);
        const Ran good = run({"verify", m_project});
        QCOMPARE(good.exit, 0);
        QVERIFY(good.out.isEmpty() && good.err.contains("All is well"));
        execute(m_project.toStdString(), sql.constData());
        const Ran ran = run({"verify", m_project});
        QCOMPARE(ran.exit, 1);
        QVERIFY2(ran.out.contains(found), qPrintable(ran.out + ran.err));
        QVERIFY(!ran.err.contains("All is well"));
    }

    void whatIsNoProjectIsSaidToBeNone()
    {
        QFile file(m_folder->filePath(QStringLiteral("x.entente")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
        file.close();
        for (const char* command : {"summary", "log", "verify", "edit"}) {
            const Ran ran = run({QString::fromUtf8(command), file.fileName()});
            QCOMPARE(ran.exit, 1);
            QVERIFY2(ran.err.contains("no project"), qPrintable(ran.err));
        }
    }

    void aChangedArticleIsRenewedWithTheWorkOnIt()
    {
        const TextFolder folder;
        const QString path = QString::fromStdString(folder.path());
        folder.write("a.txt", "Choe visits Russia.\n");
        folder.write("a.ann",
                     "T1\tPerson 0 4\tChoe\nT2\tVisit 5 11\tvisits\nT3\tState 12 18\tRussia\n"
                     "E1\tVisit:T2 Visitor:T1 Destination:T3\n");
        m_project = m_folder->filePath(QStringLiteral("q.entente"));
        QCOMPARE(run({"import", path, "-o", m_project}).exit, 0);
        QCOMPARE(run({"edit", m_project}, edit("Choe", "Choe the envoy")).exit, 0);
        folder.write("a.txt", "So Choe visits Russia.\n");
        folder.write("a.ann",
                     "T4\tPerson 3 7\tChoe\nT5\tVisit 8 14\tvisits\nT6\tState 15 21\tRussia\n"
                     "E3\tVisit:T5 Visitor:T4 Destination:T6\n");
        const Ran renewed = run({"import", path, "-o", m_project});
        QCOMPARE(renewed.exit, 0);
        QVERIFY2(renewed.err.contains("1 article renewed"), qPrintable(renewed.err));
        QVERIFY(!nodeNamed("Choe the envoy").isEmpty());
        folder.write("a.txt", "It was calm.\n");
        folder.write("a.ann", "");
        const Ran unfit = run({"import", path, "-o", m_project});
        QCOMPARE(unfit.exit, 1);
        QVERIFY2(unfit.err.contains(QStringLiteral("“a”: “Choe the envoy” is not in the files any "
                                                   "more; it was kept")),
                 qPrintable(unfit.err));
        QCOMPARE(run({"verify", m_project}).exit, 0);
    }

    void anImportThatLosesMuchHasToBeMeant()
    {
        const TextFolder folder;
        const QString path = QString::fromStdString(folder.path());
        const std::string marks = "T1\tPerson 0 4\tChoe\nT2\tState 12 18\tRussia\n";
        std::string relations;
        for (int i = 1; i <= 20; ++i)
            relations += "R" + std::to_string(i) + "\tLocatedIn Arg1:T1 Arg2:T2\n";
        folder.write("a.txt", "Choe visits Russia.\n");
        folder.write("a.ann", marks + relations);
        m_project = m_folder->filePath(QStringLiteral("q.entente"));
        QCOMPARE(run({"import", path, "-o", m_project}).exit, 0);
        folder.write("a.ann", marks);
        const Ran asked = run({"import", path, "-o", m_project});
        QCOMPARE(asked.exit, 1);
        QVERIFY2(asked.err.contains("had 22 annotations and have 2 now") &&
                     asked.err.contains("--force"),
                 qPrintable(asked.err));
        QCOMPARE(run({"log", m_project}).out.count('\n'), 1);
        QCOMPARE(run({"import", path, "-o", m_project, "--force"}).exit, 0);
        QCOMPARE(run({"log", m_project}).out.count('\n'), 2);
    }

    void aProjectsNameEndsInItsSuffix()
    {
        const Ran ran = run({"import", sample(), "-o", m_folder->filePath(QStringLiteral("p.db"))});
        QCOMPARE(ran.exit, 2);
    }

    void whatWasNotTouchedIsExportedToTheByte()
    {
        const QString out = m_folder->filePath(QStringLiteral("out"));
        const Ran ran = run({"export-brat", m_project, "-o", out});
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        QCOMPARE(ran.err, QStringLiteral("brat holds all of it.\n"));
        QDirIterator files(sample(), {"*.txt", "*.ann", "*.json"}, QDir::Files,
                           QDirIterator::Subdirectories);
        int count = 0;
        for (; files.hasNext(); ++count) {
            const QString file = files.next();
            QCOMPARE(bytesIn(out + u'/' + QDir(sample()).relativeFilePath(file)), bytesIn(file));
        }
        QCOMPARE(ran.out,
                 QStringLiteral("19 articles, %1 files written into %2\n").arg(count).arg(out));
        QVERIFY(!QFile::exists(out + "/entente.jsonl"));
    }

    void whatWasDoneByHandComesBackFromTheExport()
    {
        const QJsonObject merge{{"kind", "judgeEntities"},
                                {"a", nodeNamed("Moscow")["id"]},
                                {"b", nodeNamed("Pyongyang")["id"]},
                                {"verdict", "one"}};
        const QByteArray edits = edit("Choe Son-hui", "Choe the envoy") +
                                 QJsonDocument(merge).toJson(QJsonDocument::Compact) + '\n';
        QCOMPARE(run({"edit", m_project}, edits).exit, 0);
        const Ran listed = run({"export-brat", m_project, "--list"});
        QVERIFY2(listed.out.contains(QStringLiteral("Rename to “Choe the envoy”")),
                 qPrintable(listed.out));
        const QString out = m_folder->filePath(QStringLiteral("out"));
        const Ran ran = run({"export-brat", m_project, "-o", out});
        QCOMPARE(ran.err, listed.out);
        QJsonObject here = run({"graph", m_project}).json();
        const Ran again = run({"graph", out});
        QCOMPARE(again.err, QString());
        const QString other = m_folder->filePath(QStringLiteral("other.entente"));
        QCOMPARE(run({"import", out, "-o", other}).exit, 0);
        QJsonObject there = again.json();
        QJsonObject imported = run({"graph", other}).json();
        for (QJsonObject* graph : {&here, &there, &imported})
            graph->remove("graph"); // Its name is that of what was opened.
        QCOMPARE(there, here);
        QCOMPARE(imported, here);
    }

    void anExportWritesOverNothingThatIsOther()
    {
        const QString out = m_folder->filePath(QStringLiteral("out"));
        QCOMPARE(run({"export-brat", m_project, "-o", out}).exit, 0);
        QVERIFY(run({"export-brat", m_project, "-o", out}).out.contains(" 0 files written"));

        const QString mine = out + "/2018/singapore-summit.ann";
        write(mine, "mine");
        const Ran refused = run({"export-brat", m_project, "-o", out});
        QCOMPARE(refused.exit, 1);
        QVERIFY2(refused.err.contains("singapore-summit.ann") && refused.err.contains("--force"),
                 qPrintable(refused.err));
        QCOMPARE(bytesIn(mine), QByteArray("mine"));
        QCOMPARE(run({"export-brat", m_project, "-o", out, "--force"}).exit, 0);
        QVERIFY(bytesIn(mine) != "mine");
    }

    /// They would be read with the project's own.
    void anExportDoesNotGoAmongOtherArticles()
    {
        const QString out = m_folder->filePath(QStringLiteral("out"));
        QVERIFY(QDir().mkpath(out));
        write(out + "/other.ann", "");
        const Ran refused = run({"export-brat", m_project, "-o", out});
        QCOMPARE(refused.exit, 1);
        QVERIFY2(refused.err.contains("other.ann"), qPrintable(refused.err));
        QCOMPARE(QDir(out).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
    }

    void whatAnEarlierExportLeftIsNotReadWithALaterOne()
    {
        const QString out = m_folder->filePath(QStringLiteral("out"));
        QVERIFY(QDir().mkpath(out));
        write(out + "/entente.jsonl", "{\"kind\":\"putView\",\"view\":{}}\n");
        QCOMPARE(run({"export-brat", m_project, "-o", out}).exit, 1);
        QCOMPARE(run({"export-brat", m_project, "-o", out, "--force"}).exit, 0);
        QCOMPARE(bytesIn(out + "/entente.jsonl").count('\n'), 1);
        QCOMPARE(run({"check", out}).exit, run({"check", sample()}).exit);
    }

private:
    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    static QByteArray bytesIn(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no such file)");
    }

    QJsonObject nodeNamed(const QString& name) const
    {
        for (const QJsonValue node : run({"graph", m_project}).json()["nodes"].toArray()) {
            if (node.toObject()["name"].toString() == name)
                return node.toObject();
        }
        return {};
    }

    QByteArray edit(const QString& name, const QString& wanted) const
    {
        const QJsonObject change{{"kind", "changeEntity"},
                                 {"id", nodeNamed(name)["id"]},
                                 {"fields", QJsonObject{{"name", wanted}}}};
        return QJsonDocument(change).toJson(QJsonDocument::Compact) + '\n';
    }

    QString imported() const { return m_imported.filePath(QStringLiteral("imported.entente")); }

    QTemporaryDir m_imported;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_project;
};

QTEST_GUILESS_MAIN(ProjectCliTest)
#include "projectclitest.moc"
