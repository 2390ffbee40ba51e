// SPDX-License-Identifier: Apache-2.0
// The commands, run in process, on small corpora, on the sample and on the real article.

// All words here are UTF-8: a literal may be a QString without saying so each time.
#undef QT_NO_CAST_FROM_ASCII
#undef QT_NO_CAST_TO_ASCII

#include "app/cli/cli.h"
#include "tests/support/clirun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sstream>

using namespace entente;

namespace
{

/// A folder of articles that a test makes up.
class Folder
{
public:
    explicit Folder(std::initializer_list<std::pair<const char*, const char*>> files)
    {
        for (const auto& [name, text] : files)
            write(QString::fromUtf8(name), text);
    }

    void write(const QString& name, const QByteArray& bytes) const
    {
        QDir(path()).mkpath(QFileInfo(file(name)).path());
        QFile opened(file(name));
        if (!opened.open(QIODevice::WriteOnly) || opened.write(bytes) != bytes.size())
            qFatal("the test could not write %s", qPrintable(name));
    }
    QByteArray read(const QString& name) const
    {
        QFile opened(file(name));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray("(no such file)");
    }
    QString path() const { return m_folder.path(); }
    QString file(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

Folder twoVisits()
{
    return Folder{
        {"north/choe.txt", "Choe Son-hui visited Russia. Putin met her.\n"},
        {"north/choe.ann", "T1\tPerson 0 12\tChoe Son-hui\n"
                           "T2\tVisit 13 20\tvisited\n"
                           "T3\tState 21 27\tRussia\n"
                           "T4\tPerson 29 34\tPutin\n"
                           "T5\tMeeting 35 38\tmet\n"
                           "E1\tVisit:T2 Visitor:T1 Destination:T3\n"
                           "A1\tModality E1 Happened\n"
                           "E2\tMeeting:T5 Participant:T4 Participant2:T1\n"
                           "N1\tReference T3 Wikidata:Q159\tRussia\n"},
        {"north/choe.json",
         R"({"title": "She went", "outlet": "The Lantern", "published": "2024-01-15"})"},
        {"south.txt", "Choe Son-hui may visit Russia.\n"},
        {"south.ann", "T1\tPerson 0 12\tChoe Son-hui\n"
                      "T2\tVisit 17 22\tvisit\n"
                      "T3\tState 23 29\tRussia\n"
                      "E1\tVisit:T2 Visitor:T1 Destination:T3\n"
                      "N1\tReference T3 Wikidata:Q159\tRussia\n"
                      "what is this\n"},
    };
}

QString sample() { return QStringLiteral(ENTENTE_SOURCE_DIR "/resources/sample"); }

QString shared(const QString& folder)
{
    return qEnvironmentVariable("ENTENTE_SHARED", QStringLiteral(ENTENTE_SOURCE_DIR "/../shared")) +
           QLatin1Char('/') + folder;
}

QStringList allFilesIn(const QString& path)
{
    QStringList files;
    QDir folder(path);
    for (const QFileInfo& entry :
         folder.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name)) {
        if (entry.isDir())
            files += allFilesIn(entry.filePath());
        else
            files << entry.filePath();
    }
    return files;
}

} // namespace

class CliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usage_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("says");

        const QString here = sample();
        QTest::newRow("nothing") << QStringList{} << 2 << "a command is missing";
        QTest::newRow("no such command")
            << QStringList{"chek", here} << 2 << "there is no command “chek”; there are check,";
        QTest::newRow("no path") << QStringList{"check"} << 2 << "a PATH is missing";
        QTest::newRow("no name") << QStringList{"quotes", here} << 2
                                 << "PATH or the NAME is missing";
        QTest::newRow("unknown option") << QStringList{"check", here, "--loud"} << 2 << "loud";
        QTest::newRow("no value") << QStringList{"graph", here, "-o"} << 2 << "-o";
        QTest::newRow("wrong value") << QStringList{"graph", here, "--view", "all"} << 2
                                     << "--view cannot be “all”; it can be events, actors";
        QTest::newRow("wrong identity")
            << QStringList{"summary", here, "--identity=both"} << 2 << "it can be ids, names";
        QTest::newRow("an option of another command")
            << QStringList{"check", here, "--view", "events"} << 2 << "view";
        QTest::newRow("export without file") << QStringList{"export", here} << 2 << "-o";
        QTest::newRow("export to what it cannot write")
            << QStringList{"export", here, "-o", "x.gif"} << 2 << ".png, .svg, .pdf, .graphml";
        QTest::newRow("size") << QStringList{"export", here, "-o", "x.png", "--size", "wide"} << 2
                              << "1600x1000";
        QTest::newRow("size of what has no pixels")
            << QStringList{"export", here, "-o", "x.svg", "--size", "100x100"} << 2
            << "--size goes with .png";
        QTest::newRow("no page") << QStringList{"export", here, "-o", "x.pdf", "--page", "A9"} << 2
                                 << "--page cannot be “A9”; it can be A5,";
        QTest::newRow("dots on no paper")
            << QStringList{"export", here, "-o", "x.svg", "--page", "A4", "--dpi", "300"} << 2
            << "--dpi goes with --page and .png";
        QTest::newRow("two sizes")
            << QStringList{"export", here, "-o", "x.png", "--page", "A4", "--size", "9x9"} << 2
            << "one is enough";
        QTest::newRow("no day") << QStringList{"export", here, "-o", "x.svg", "--day", "2026-11"}
                                << 2 << "as in 2026-11-30";
        QTest::newRow("data has no notes beside it")
            << QStringList{"export", here, "-o", "x.gexf", "--citations-beside"} << 2
            << "--citations-beside goes with pictures";
        QTest::newRow("data has no numbers")
            << QStringList{"export", here, "-o", "x.gexf", "--citations"} << 2
            << "--citations goes with pictures";
        QTest::newRow("nothing to fill") << QStringList{"export", here, "-o", "x.pdf", "--fill"}
                                         << 2 << "goes with --page or --size";
        QTest::newRow("names of no size")
            << QStringList{"export", here, "-o", "x.pdf", "--names-at-least", "6"} << 2
            << "goes with --page";
        QTest::newRow("names as they come")
            << QStringList{"export", here, "-o", "x.pdf", "--page", "A4", "--names-at-least", "big"}
            << 2 << "points from 1 to 24";
        QTest::newRow("names of a drawing")
            << QStringList{"export", here, "-o", "x.svg", "--page", "A4", "--names-at-least", "6"}
            << 2 << "an .svg has all names";
        QTest::newRow("words-in") << QStringList{"export", here, "-o", "x.svg", "--words-in", "eo"}
                                  << 2 << "en, ko";
        QTest::newRow("language of data")
            << QStringList{"export", here, "-o", "x.gexf", "--words-in", "ko"} << 2
            << "goes with pictures";
        QTest::newRow("seconds") << QStringList{"export", here, "-o", "x.svg", "--seconds", "1h"}
                                 << 2 << "600";
        QTest::newRow("export to no folder")
            << QStringList{"export", here, "-o", "/nowhere/x.PNG"} << 1 << "no such folder";
        QTest::newRow("engine") << QStringList{"export", here, "-o", "x.png", "--engine", "gvc"}
                                << 2 << "dot, neato";
        QTest::newRow("convert without folder") << QStringList{"convert", here} << 2 << "-o";
        QTest::newRow("no such path")
            << QStringList{"check", here + "/nowhere"} << 1 << "no such file";
        QTest::newRow("no article")
            << QStringList{"check", here + "/README.md"} << 1 << "no article";
    }
    void usage()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, says);
        const Ran ran = run(words);
        QTEST(ran.exit, "exit");
        QVERIFY2(ran.err.contains(says), qPrintable(ran.err));
        QCOMPARE(ran.out, QString());
    }

    void helpIsThereForAll()
    {
        const Ran all = run({"--help"});
        QCOMPARE(all.exit, 0);
        QCOMPARE(all.err, QString());
        for (const Command& command : commands()) {
            const QString name = QString::fromStdString(command.name);
            QVERIFY(all.out.contains(name));
            const Ran ran = run({name, "--help"});
            QCOMPARE(ran.exit, 0);
            QVERIFY(ran.out.startsWith("entente-cli " + name + " PATH..."));
            for (const QString& line : ran.out.split('\n'))
                QVERIFY2(line.size() <= 90, qPrintable(line));
            for (const Option& option : command.options)
                QVERIFY(ran.out.contains("--" + QString::fromStdString(option.name)));
        }
        QVERIFY(run({"--version"}).out.startsWith("entente-cli " ENTENTE_VERSION));
    }

    void afterTwoDashesAllAreArguments()
    {
        const Ran ran = run({"quotes", sample(), "--", "--help"});
        QCOMPARE(ran.exit, 1);
        QVERIFY(ran.err.contains("nothing here is called “--help”"));
    }

    void checkPrintsAsCompilersDo()
    {
        const Folder folder = twoVisits();
        const Ran ran = run({"check", folder.path()});
        QVERIFY2(ran.out.contains(folder.file("south.ann") + ":6: "), qPrintable(ran.out));
        for (const QString& line : ran.out.split('\n', Qt::SkipEmptyParts))
            QVERIFY2(QRegularExpression("^[^:]+(:\\d+)?: (error|warning|note): .+")
                         .match(line)
                         .hasMatch(),
                     qPrintable(line));
        QVERIFY(ran.err.contains("2 articles read"));
    }

    void checkFailsOnErrorsOnly()
    {
        Folder folder{{"a.txt", "Choe\n"}, {"a.ann", "T1\tPerson 0 4\tChoe\n"}};
        QCOMPARE(run({"check", folder.path()}).exit, 0);
        folder.write("a.ann", "T1\tPerson 0 4\tChoe\nT2\tVessel 0 4\tChoe\n"); // a note
        QCOMPARE(run({"check", folder.path()}).exit, 0);
        folder.write("b.ann", "T1\tPerson 0 4\tChoe\n"); // no text
        const Ran ran = run({"check", folder.path()});
        QCOMPARE(ran.exit, 1);
        QVERIFY(ran.out.contains("b.ann: error: "));
        // Other commands were done, with diagnostics.
        const Ran summary = run({"summary", folder.path()});
        QCOMPARE(summary.exit, 0);
        QVERIFY(summary.err.contains("b.ann: error: "));
        QVERIFY(!summary.out.contains("b.ann"));
    }

    void checkAsJson()
    {
        const Folder folder{{"a.txt", "Choe\n"}, {"b.ann", ""}};
        const Ran ran = run({"check", "--json", folder.path()});
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.json()["errors"], QJsonValue(1));
        const QJsonObject problem = ran.json()["problems"][0].toObject();
        QCOMPARE(problem["severity"], QJsonValue("error"));
        QCOMPARE(problem["file"], QJsonValue(folder.file("b.ann")));
        QVERIFY(problem["line"].isNull());
    }

    void filesAreNamedAsThePathWasGiven()
    {
        const Folder folder = twoVisits();
        const QString before = QDir::currentPath();
        QDir::setCurrent(folder.path());
        const Ran dot = run({"check", "."});
        const Ran file = run({"check", "south.ann"});
        QDir::setCurrent(before);
        QVERIFY2(dot.out.startsWith("./south.ann:6: "), qPrintable(dot.out));
        QVERIFY2(file.out.startsWith("south.ann:6: "), qPrintable(file.out));
    }

    void theSampleIsClean()
    {
        const Ran ran = run({"check", sample()});
        QCOMPARE(ran.out, QString());
        QCOMPARE(ran.exit, 0);
    }

    void summaryCounts()
    {
        const Folder folder = twoVisits();
        const QJsonObject json = run({"summary", folder.path(), "--json"}).json();
        QCOMPARE(json["articles"]["total"], QJsonValue(2));
        QCOMPARE(json["spans"]["by_status"]["exact"], QJsonValue(8));
        QCOMPARE(json["entities"]["total"], QJsonValue(3));
        QCOMPARE(json["entities"]["joined_by_name"], QJsonValue(1));
        QCOMPARE(json["events"]["by_type"]["Visit"], QJsonValue(2));
        QCOMPARE(json["edges"]["roles"]["Visitor"], QJsonValue(2));
        QCOMPARE(json["ties"], QJsonValue(1));
        QCOMPARE(json["claims"]["by_modality"]["Happened"], QJsonValue(1));
        QCOMPARE(json["claims"]["by_modality"]["unstated"], QJsonValue(2));
        QCOMPARE(json["by_article"][0]["article"], QJsonValue("north/choe"));
        QCOMPARE(json["by_article"][0]["claims"], QJsonValue(2));
        // Without names there are two of her.
        const QJsonObject apart =
            run({"summary", folder.path(), "--json", "--identity", "ids"}).json();
        QCOMPARE(apart["entities"]["total"], QJsonValue(4));
    }

    void summaryAsText()
    {
        const Ran ran = run({"summary", twoVisits().path()});
        QVERIFY2(QRegularExpression("^Articles +2$", QRegularExpression::MultilineOption)
                     .match(ran.out)
                     .hasMatch(),
                 qPrintable(ran.out));
        QVERIFY(ran.out.contains("1 joined across articles by name alone"));
    }

    void theRealArticleHasItsCounts()
    {
        const QString path = shared("articles");
        if (!QDir(path).exists())
            QSKIP("the real article is not here (ENTENTE_SHARED names the folder above it)");
        const QJsonObject json = run({"summary", "--json", path}).json();
        QCOMPARE(json["entities"]["total"], QJsonValue(30));
        QCOMPARE(json["events"]["total"], QJsonValue(41));
        const QJsonArray nodes = run({"graph", path}).json()["nodes"].toArray();
        QCOMPARE(nodes.size(), 71);
    }

    void graphGoesToAFileOrOut()
    {
        const Folder folder = twoVisits();
        const Folder elsewhere{};
        const QString file = elsewhere.file("graph.json");
        const Ran written = run({"graph", folder.path(), "-o", file});
        QCOMPARE(written.exit, 0);
        QCOMPARE(written.out, QString());
        QCOMPARE(QString::fromUtf8(elsewhere.read("graph.json")),
                 run({"graph", folder.path()}).out);
        QCOMPARE(elsewhere.read("graph.json").endsWith("}\n"), true);
        QCOMPARE(allFilesIn(elsewhere.path()).size(), 1);
    }

    void nothingIsWrittenIntoWhatIsOpened()
    {
        const Folder folder = twoVisits();
        const QStringList before = allFilesIn(folder.path());
        const QList<QStringList> attempts{
            {"graph", folder.path(), "-o", folder.file("graph.json")},
            {"graph", folder.path() + "/", "-o", folder.file("north/../graph.json")},
            {"export", folder.path(), "-o", folder.file("graph.png")},
            {"convert", folder.path(), "-o", folder.path()},
            {"convert", folder.path(), "--force", "-o", folder.file("north/out")},
            {"graph", folder.file("south.ann"), "-o", folder.file("south.txt")},
            // It is not there yet, and would be read as what is known of the article.
            {"graph", folder.file("south.ann"), "-o", folder.file("south.json")},
        };
        for (const QStringList& words : attempts) {
            const Ran ran = run(words);
            QCOMPARE(ran.exit, 1);
            QVERIFY2(ran.err.contains("choose another"), qPrintable(ran.err));
        }
        QCOMPARE(allFilesIn(folder.path()), before);
    }

    void whatCannotBeWrittenIsSaid()
    {
        const Ran ran = run({"graph", twoVisits().path(), "-o", "/nowhere/graph.json"});
        QCOMPARE(ran.exit, 1);
        QVERIFY(ran.err.contains("/nowhere/graph.json could not be written"));
        QCOMPARE(run({"graph", twoVisits().path(), "-o", "/dev/full"}).exit, 1);
    }

    void quotesOfAPerson()
    {
        const Folder folder = twoVisits();
        const Ran ran = run({"quotes", folder.path(), "CHOE SON HUI"});
        QCOMPARE(ran.exit, 0);
        QVERIFY(ran.out.startsWith("Choe Son-hui (Person): 3 claims in 2 articles\n"));
        QVERIFY(ran.out.contains(
            "“Choe Son-hui visited Russia.”\n      characters 0–28, exact, the sentence"));
        QVERIFY(ran.out.contains("She went — The Lantern, 15 January 2024"));

        const QJsonArray quotes =
            run({"quotes", "--json", folder.path(), "choe"}).json()["quotes"].toArray();
        QCOMPARE(quotes.size(), 3);
        const QJsonObject first = quotes[0].toObject();
        QCOMPARE(first["article"], QJsonValue("north/choe"));
        QCOMPARE(first["outlet"], QJsonValue("The Lantern"));
        QCOMPARE(first["published"], QJsonValue("2024-01-15"));
        QCOMPARE(first["start"], QJsonValue(0));
        QCOMPARE(first["end"], QJsonValue(28));
        QCOMPARE(first["text"], QJsonValue("Choe Son-hui visited Russia."));
        QCOMPARE(first["status"], QJsonValue("exact"));
        QCOMPARE(first["modality"], QJsonValue("Happened"));
        QCOMPARE(first["attribution"]["words"], QJsonValue("the article itself"));
        QCOMPARE(first["roles"], QJsonValue(QJsonArray{"Visitor"}));
        QVERIFY(quotes[1]["modality"].isNull());
    }

    void piecesOfAQuoteThatStandApartAreParted()
    {
        const Folder folder{{"choe.txt", "Choe met Lavrov. It rained. The paper did not say so.\n"},
                            {"choe.ann", "T1\tPerson 0 4\tChoe\n"
                                         "T2\tMeeting 5 8\tmet\n"
                                         "T3\tQuote 0 16;28 41\tChoe met Lavrov. The paper did\n"
                                         "E1\tMeeting:T2 Participant:T1 Evidence:T3\n"}};
        const Ran ran = run({"quotes", folder.path(), "Choe"});
        QVERIFY2(ran.out.contains("“Choe met Lavrov. … The paper did”"), qPrintable(ran.out));
        const QJsonValue quote =
            run({"quotes", "--json", folder.path(), "Choe"}).json()["quotes"][0];
        QCOMPARE(quote["text"], QJsonValue("Choe met Lavrov. … The paper did"));
    }

    void quotesOfAnOutsideIdAnEventAndEdges()
    {
        const auto head = [](const Ran& ran) { return ran.out.section('\n', 0, 0); };
        const Folder folder = twoVisits();
        QCOMPARE(head(run({"quotes", folder.path(), "Q159"})),
                 "Russia (State): 2 claims in 2 articles");
        const QString meeting = "Meeting: Putin and Choe Son-hui (Meeting): 1 claim in 1 article";
        QCOMPARE(head(run({"quotes", folder.path(), "Putin and Choe Son-hui"})), meeting);
        QCOMPARE(head(run({"quotes", folder.path(), "meeting: putin"})), meeting);
        QCOMPARE(head(run({"quotes", folder.path(), "putin"})),
                 "Putin (Person): 1 claim in 1 article");
        QCOMPARE(head(run({"quotes", folder.path(), "choe son-hui - putin"})),
                 "Choe Son-hui — tie — Putin (Tie): 1 claim in 1 article");
        QCOMPARE(
            head(run({"quotes", folder.path(),
                      "Meeting: Putin and Choe Son-hui — Participant — Putin"})),
            "Meeting: Putin and Choe Son-hui — Participant — Putin (Participant): 1 claim in 1 "
            "article");
    }

    void quotesByAnIdOfTheGraph()
    {
        const Folder folder = twoVisits();
        const QJsonObject graph = run({"graph", folder.path()}).json();
        for (const QJsonValue link : graph["links"].toArray()) {
            const Ran ran = run({"quotes", "--json", folder.path(), link["key"].toString()});
            QCOMPARE(ran.exit, 0);
            QCOMPARE(ran.json()["quotes"].toArray().size(), link["claims"].toArray().size());
        }
    }

    void aPersonComesBeforeTheEventsThatAreNamedAfterHer()
    {
        const Folder folder{{"a.txt", "Choe went.\n"},
                            {"a.ann", "T1\tPerson 0 4\tChoe\nT2\tVisit 5 9\twent\n"
                                      "E1\tVisit:T2 Visitor:T1\n"}};
        for (const char* name : {"Choe", "cho"})
            QVERIFY(run({"quotes", folder.path(), name}).out.startsWith("Choe (Person)"));
    }

    void whatIsAmbiguousIsListed()
    {
        const Folder folder = twoVisits();
        const Ran ran = run({"quotes", folder.path(), "visit: choe son-hui to russia"});
        QCOMPARE(ran.exit, 1);
        QVERIFY2(ran.err.contains("can be 2 things"), qPrintable(ran.err));
        QCOMPARE(ran.out, QString());
        const Ran json = run({"quotes", "--json", folder.path(), "visit: choe son-hui to russia"});
        QCOMPARE(json.exit, 1);
        const QJsonArray candidates = json.json()["candidates"].toArray();
        QCOMPARE(candidates.size(), 2);
        QCOMPARE(run({"quotes", folder.path(), candidates[0]["id"].toString()}).exit, 0);
    }

    void textThatSteersTerminalsIsMadeVisible()
    {
        const Folder folder{{"a.txt", "\x1b[2JChoe went.\n"},
                            {"a.ann", "T1\tPerson 0 8\t\x1b[2JChoe\nT2\tVisit 9 13\twent\n"
                                      "E1\tVisit:T2 Visitor:T1\n"}};
        for (const char* command : {"check", "summary"})
            QVERIFY(!run({command, folder.path()}).out.contains('\x1b'));
        const Ran ran = run({"quotes", folder.path(), "[2JChoe"});
        QCOMPARE(ran.exit, 0);
        QVERIFY(!ran.out.contains('\x1b'));
    }

    void neighboursAreCountedByRole()
    {
        const Ran ran = run({"neighbours", sample(), "Choe Son-hui"});
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        QVERIFY2(ran.out.startsWith(QStringLiteral("Choe Son-hui (Person)\n")),
                 qPrintable(ran.out));
        const QJsonObject json =
            run({"neighbours", sample(), "Choe Son-hui", "--json", "--degrees", "2"}).json();
        int nodes = 0;
        for (const QJsonValue group : json["neighbours"].toArray()) {
            QVERIFY2(ran.out.contains("  " + group["words"].toString() + '\n'),
                     qPrintable(group["words"].toString()));
            nodes += int(group["nodes"].toArray().size());
        }
        QVERIFY(nodes > 5);
        const QJsonArray beyond = json["beyond"].toArray();
        QCOMPARE(beyond.size(), 1);
        QCOMPARE(beyond[0]["degree"].toInt(), 2);
        QVERIFY(QJsonDocument(beyond).toJson().contains("Sergei Lavrov"));
        const QJsonObject ties =
            run({"neighbours", sample(), "Choe Son-hui", "--json", "--view", "actors"}).json();
        QVERIFY(QJsonDocument(ties["neighbours"].toArray()).toJson().contains("Ties with"));
    }

    void whatHasNoNeighboursIsSaid()
    {
        QCOMPARE(run({"neighbours", sample(), "Choe Son-hui", "--degrees", "0"}).exit, 2);
        QCOMPARE(run({"neighbours", sample(), "nobody at all"}).exit, 1);
        const Ran place = run({"neighbours", sample(), "Hanoi", "--view", "actors"});
        QCOMPARE(place.exit, 1);
        QVERIFY2(place.err.contains("only they are in that view"), qPrintable(place.err));
    }

    void convertGivesBackByteForByte()
    {
        const Folder folder = twoVisits();
        folder.write("crlf.txt", "\xef\xbb\xbfOne\r\nTwo\r\n");
        folder.write("crlf.ann", "T1\tPerson 1 4\tOne\r\n\r\nfree text\r\nT2\tPerson 6 9\tTwo");
        folder.write("annotation.conf",
                     "[entities]\nPerson\nState\n[events]\n[relations]\n[attributes]\n");
        const Folder out{};
        const Ran ran = run({"convert", folder.path(), "-o", out.file("new")});
        QVERIFY2(ran.exit == 0, qPrintable(ran.err));
        for (const QString& file : allFilesIn(folder.path())) {
            const QString name = QDir(folder.path()).relativeFilePath(file);
            QCOMPARE(out.read("new/" + name), folder.read(name));
        }
        QCOMPARE(allFilesIn(out.path()).size(), allFilesIn(folder.path()).size());
    }

    void convertTakesAlongWhatStandsBesideTheArticles()
    {
        const Folder folder = twoVisits();
        folder.write("entente.jsonl", "{\"kind\":\"entente\",\"version\":1}\n");
        const Folder out{};
        QCOMPARE(run({"convert", folder.path(), "-o", out.file("new")}).exit, 0);
        QCOMPARE(out.read("new/entente.jsonl"), folder.read("entente.jsonl"));
    }

    void convertNeverWritesOverWithoutBeingTold()
    {
        const Folder folder = twoVisits();
        const Folder out{{"south.txt", "mine"}};
        const Ran refused = run({"convert", folder.path(), "-o", out.path()});
        QCOMPARE(refused.exit, 1);
        QVERIFY2(refused.err.contains("south.txt") && refused.err.contains("--force"),
                 qPrintable(refused.err));
        QCOMPARE(allFilesIn(out.path()).size(), 1);
        QCOMPARE(out.read("south.txt"), "mine");
        QCOMPARE(run({"convert", folder.path(), "-o", out.path(), "--force"}).exit, 0);
        QCOMPARE(out.read("south.txt"), folder.read("south.txt"));
    }

    void convertOfTheSampleGivesTheSameGraph()
    {
        const Folder out{};
        QCOMPARE(run({"convert", sample(), "-o", out.file("sample")}).exit, 0);
        QCOMPARE(run({"graph", out.file("sample")}).out, run({"graph", sample()}).out);
    }

    void longWorkIsToldToATerminal()
    {
        std::ostringstream out;
        std::ostringstream err;
        QCOMPARE(static_cast<int>(runCli({"summary", sample().toStdString()}, {out, err, true})),
                 0);
        QVERIFY2(err.str().find("articles…") != std::string::npos, err.str().c_str());
        QVERIFY2(err.str().ends_with("\r\x1b[K"), err.str().c_str());
        QVERIFY(!run({"summary", sample()}).err.contains(QChar(u'\r')));
    }

    void exportWithoutItsWorkerSaysSo()
    {
        // There is no layout program beside the tests.
        const Folder out{};
        const Ran ran = run({"export", sample(), "-o", out.file("graph.svg")});
        QCOMPARE(ran.exit, 1);
        QVERIFY(ran.err.startsWith("entente-cli export: "));
        QCOMPARE(allFilesIn(out.path()), QStringList());
    }

    void brokenOutputIsAnError()
    {
        std::ostringstream out;
        std::ostringstream err;
        out.setstate(std::ios::badbit);
        QCOMPARE(static_cast<int>(runCli({"summary", sample().toStdString()}, {out, err})), 1);
        QVERIFY(err.str().find("could not be written") != std::string::npos);
    }
};

QTEST_MAIN(CliTest)
#include "clitest.moc"
