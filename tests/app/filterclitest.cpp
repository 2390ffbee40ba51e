// SPDX-License-Identifier: Apache-2.0
// What filters leave for the commands that take them.

// All words here are UTF-8: a literal may be a QString without saying so each time.
#undef QT_NO_CAST_FROM_ASCII
#undef QT_NO_CAST_TO_ASCII

#include "tests/support/clirun.h"
#include "tests/support/twovisits.h"

#include <QJsonArray>
#include <QTest>

using namespace entente;

class FilterCliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { writeTwoVisits(m_folder); }

    void filtersLeaveWhatPasses()
    {
        const auto counted = [&](const QStringList& options) {
            const Ran ran = run(QStringList{"summary", path(), "--json"} + options);
            const QJsonObject json = ran.exit == 0 ? ran.json() : QJsonObject();
            return QStringLiteral("%1 %2 %3")
                .arg(json["filters"].toString("none"))
                .arg(json["events"].toObject()["total"].toInt(-1))
                .arg(json["claims"].toObject()["total"].toInt(-1));
        };
        QCOMPARE(counted({}), "none 3 3");
        QCOMPARE(counted({"--modality", "happened"}), "Modality: happened 1 1");
        QCOMPARE(counted({"--modality", "unstated", "--type", "Visit"}),
                 "Type: Visit; Modality: unstated 1 1");
        QCOMPARE(counted({"--modality", "unstated", "--type", "visit", "--any"}),
                 "any of: Type: Visit; Modality: unstated 3 3");
        QCOMPARE(counted({"--outlet", "the lantern", "--not", "outlet"}),
                 "not Outlet: The Lantern 1 1");
        QCOMPARE(counted({"--reported-from", "2024", "--article", "north/choe"}),
                 "Article: She went; Report date: from 2024 (undated left out) 2 2");
        QCOMPARE(counted({"--problems", "without"}), "Problems: without 2 2");
        QCOMPARE(counted({"--problems", "some"}), "Problems: with some 1 1");
    }

    void filtersThatCannotBeSayWhatCan_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("says");
        QTest::newRow("value")
            << QStringList{"--modality", "perhaps"}
            << "--modality cannot be “perhaps”; here it can be Happened, unstated";
        QTest::newRow("date") << QStringList{"--from", "May"} << "--from cannot be “May”";
        QTest::newRow("dates") << QStringList{"--from", "2024", "--to", "2023"}
                               << "--from comes after --to";
        QTest::newRow("part of a list")
            << QStringList{"--modality", "Happened,"} << "--modality has nothing beside a comma";
        QTest::newRow("sign") << QStringList{"--factuality", "CT"} << "--factuality cannot be “CT”";
        QTest::newRow("about") << QStringList{"--from", "2024~"} << "--from cannot be “2024~”";
        QTest::newRow("span") << QStringList{"--from", "2019/2020"}
                              << "--from cannot be “2019/2020”; it takes one date";
        QTest::newRow("open") << QStringList{"--to", "/2019"} << "--to cannot be “/2019”";
        QTest::newRow("all of it") << QStringList{"--modality", "perhaps,maybe", "--from", "May"}
                                   << "--modality cannot be “perhaps”; here it can be Happened, "
                                      "unstated; --modality cannot be “maybe”; here it can be "
                                      "Happened, unstated; --from cannot be “May”";
        QTest::newRow("not") << QStringList{"--not", "outlet"} << "--not cannot be “outlet”";
    }

    void filtersThatCannotBeSayWhatCan()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, says);
        for (const char* command : {"summary", "graph"}) {
            const Ran ran = run(QStringList{command, path()} + options);
            QCOMPARE(ran.exit, 2);
            QVERIFY2(ran.err.contains(says), qPrintable(ran.err));
        }
    }

    /// Values that only differ in what folding takes away, or in what people are shown.
    void whatIsMeantIsAllThatIsCalledSo()
    {
        TextFolder folder;
        const auto article = [&](const std::string& name, const std::string& outlet,
                                 const std::string& attributes) {
            folder.write(name + ".txt", "Choe Son-hui visited Russia.\n");
            folder.write(name + ".ann", "T1\tPerson 0 12\tChoe Son-hui\n"
                                        "T2\tVisit 13 20\tvisited\n"
                                        "T3\tState 21 27\tRussia\n"
                                        "E1\tVisit:T2 Visitor:T1 Destination:T3\n" +
                                            attributes);
            folder.write(name + ".json",
                         R"({"title": "Daily report", "outlet": ")" + outlet + R"("})");
        };
        article("a", "TASS", "A1\tFactuality E1 CT+\n");
        article("b", "Tass", "A1\tFactuality E1 CT-\n");
        const QString path = QString::fromStdString(folder.path().string());
        const auto claims = [&](const QStringList& options) {
            return run(QStringList{"summary", path, "--json"} + options)
                .json()["claims"]
                .toObject()["total"]
                .toInt(-1);
        };
        QCOMPARE(claims({"--outlet", "tass"}), 2);
        QCOMPARE(claims({"--outlet", "TASS"}), 1);
        QCOMPARE(claims({"--article", "Daily report"}), 2);
        QCOMPARE(claims({"--article", "a", "--article", "b"}), 2);
        QCOMPARE(claims({"--factuality", "ct-"}), 1);
        QCOMPARE(claims({"--factuality", "CT-", "--outlet", "TASS"}), 0);
    }

    void whatHasNoDateIsAskedForToo()
    {
        const auto filters = [&](const QStringList& options) {
            const QJsonObject json = run(QStringList{"summary", path(), "--json"} + options).json();
            return QStringLiteral("%1 %2")
                .arg(json["filters"].toString())
                .arg(json["events"].toObject()["total"].toInt(-1));
        };
        QCOMPARE(filters({"--from", "2024"}), "Event date: from 2024 (undated left out) 0");
        QCOMPARE(filters({"--from", "2024", "--undated"}), "Event date: from 2024 or undated 3");
        QCOMPARE(filters({"--undated"}), "Event date: undated 3");
        QCOMPARE(filters({"--reported-undated"}), "Report date: undated 1");
    }

    /// What only relations have can be asked for as well.
    void valuesOfRelationsAreValues()
    {
        TextFolder folder;
        folder.write("a.txt", "Choe Son-hui represents Russia.\n");
        folder.write("a.ann", "T1\tPerson 0 12\tChoe Son-hui\n"
                              "T2\tState 24 30\tRussia\n"
                              "R1\tRepresents Arg1:T1 Arg2:T2\n");
        folder.write("a.json", R"({"outlet": "The Lantern"})");
        const QString path = QString::fromStdString(folder.path().string());
        for (const QStringList& options :
             {QStringList{"--role", "Represents"}, QStringList{"--outlet", "The Lantern"},
              QStringList{"--article", "a"}}) {
            const Ran ran = run(QStringList{"graph", path} + options);
            QVERIFY2(ran.exit == 0, qPrintable(ran.err));
            QCOMPARE(ran.json()["links"].toArray().size(), 1);
        }
    }

    void tiesAreCountedByWhatIsClaimed()
    {
        const QStringList around{"neighbours", path(), "Choe Son-hui", "--view", "actors"};
        const Ran ran = run(around);
        QVERIFY2(ran.out.contains("Putin (unstated 1)"), qPrintable(ran.out));
        for (const QJsonValue group :
             run(around + QStringList{"--json"}).json()["neighbours"].toArray()) {
            for (const QJsonValue node : group["nodes"].toArray())
                QVERIFY(!node["counts"].toObject().isEmpty());
        }
    }

    /// Its claims name him, though he is no node.
    void whoIsLeftOutOfAGraphHasAName()
    {
        const QJsonObject graph =
            run({"graph", path(), "--kind", "State", "--modality", "Happened"}).json();
        QStringList nodes;
        QStringList named;
        for (const QJsonValue node : graph["nodes"].toArray()) {
            nodes << node["id"].toString();
            for (const QJsonValue claim : node["claims"].toArray()) {
                for (const QJsonValue role : claim["roles"].toArray())
                    named << role["node"].toString() + '=' + role["text"].toString();
            }
        }
        QVERIFY(!named.isEmpty());
        for (const QString& one : named)
            QVERIFY2(nodes.contains(one.section('=', 0, 0)) || !one.section('=', 1).isEmpty(),
                     qPrintable(one));
        QVERIFY(named.join(' ').contains("=Choe Son-hui"));
    }

    void whatIsCountedWhateverTheFiltersSaysSo()
    {
        const QString out = run({"summary", path(), "--modality", "Happened"}).out;
        QCOMPARE(out.count("whatever the filters"), 3);
        QVERIFY(!run({"summary", path()}).out.contains("whatever the filters"));
    }

    void graphAndNeighboursTakeFilters()
    {
        const QStringList happened{"--modality", "Happened"};
        const QJsonObject graph = run(QStringList{"graph", path()} + happened).json();
        QCOMPARE(graph["graph"].toObject()["filters"].toString(), "Modality: happened");
        QCOMPARE(graph["nodes"].toArray().size(), 3);
        const Ran around = run(QStringList{"neighbours", path(), "Choe Son-hui"} + happened);
        QVERIFY2(around.out.contains("Filters: Modality: happened\n  Visitor in 1 Visit\n"),
                 qPrintable(around.out));
        const Ran gone = run(QStringList{"neighbours", path(), "Putin"} + happened);
        QCOMPARE(gone.exit, 1);
        QVERIFY(gone.err.contains("“Putin” is left out by the filters (Modality: happened)"));
    }

    void theGraphIsAsItWasKnownThen()
    {
        const QString sample = QStringLiteral(ENTENTE_SOURCE_DIR "/resources/sample");
        const QJsonObject all = run({"graph", sample}).json();
        const QJsonObject then = run({"graph", sample, "--as-known-on", "2019-12-31"}).json();
        QVERIFY(!then["nodes"].toArray().isEmpty());
        QVERIFY(then["nodes"].toArray().size() < all["nodes"].toArray().size());
        for (const QJsonValue node : then["nodes"].toArray())
            QVERIFY(!node["date"].toString().startsWith("2024-0")); // Nobody had spoken of it.
        const Ran search = run({"search", sample, "Choe", "--as-known-on", "2018-01-01"});
        QVERIFY2(!search.out.contains("[2024/"), qPrintable(search.out));
        const Ran summary = run({"summary", sample, "--as-known-on", "2019-12-31"});
        QVERIFY2(summary.out.contains("as known on 31 December 2019"), qPrintable(summary.out));
        QCOMPARE(run({"summary", sample, "--as-known-on", "2019"}).exit, 2);
    }

    /// The courier and the lantern carry one dispatch of the wire on the talks; of the visit three
    /// tell who do not have it from each other.
    void edgesAreAskedForByTheirSourcesAndGrades()
    {
        const QString sample = QStringLiteral(ENTENTE_SOURCE_DIR "/resources/sample");
        const auto names = [&](const QStringList& filter) {
            QStringList all;
            for (const QJsonValue node :
                 run(QStringList{"graph", sample} + filter).json()["nodes"].toArray())
                all << node["label"].toString() + node["name"].toString();
            return all.join(u'|');
        };
        const QString two = names({"--min-sources", "2"});
        QVERIFY2(two.contains("Vladimir Putin to North Korea, 19 June 2024"), qPrintable(two));
        QVERIFY2(!two.contains("16 January 2024"), qPrintable(two));
        QVERIFY(names({"--min-sources", "1"}).contains("16 January 2024"));
        QVERIFY2(names({"--credibility", "1"}) == two, qPrintable(names({"--credibility", "1"})));
        QCOMPARE(run({"summary", sample, "--min-sources", "0"}).exit, 2);
        QCOMPARE(run({"summary", sample, "--credibility", "7"}).exit, 2);
        const Ran summary = run({"summary", sample, "--min-sources", "2"});
        QVERIFY2(summary.out.contains("Independent sources: at least 2"), qPrintable(summary.out));
    }

private:
    QString path() const { return QString::fromStdString(m_folder.path().string()); }

    TextFolder m_folder;
};

QTEST_MAIN(FilterCliTest)
#include "filterclitest.moc"
