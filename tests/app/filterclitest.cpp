// SPDX-License-Identifier: Apache-2.0
// What filters leave for the commands that take them.

// All words here are UTF-8: a literal may be a QString without saying so each time.
#undef QT_NO_CAST_FROM_ASCII
#undef QT_NO_CAST_TO_ASCII

#include "tests/support/clirun.h"
#include "tests/support/textfolder.h"

#include <QJsonArray>
#include <QTest>

using namespace entente;

class FilterCliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// One visit that happened, by one outlet; a meeting and a visit that are not said to have.
    void initTestCase()
    {
        m_folder.write("north/choe.txt", "Choe Son-hui visited Russia. Putin met her.\n");
        m_folder.write("north/choe.ann", "T1\tPerson 0 12\tChoe Son-hui\n"
                                         "T2\tVisit 13 20\tvisited\n"
                                         "T3\tState 21 27\tRussia\n"
                                         "T4\tPerson 29 34\tPutin\n"
                                         "T5\tMeeting 35 38\tmet\n"
                                         "E1\tVisit:T2 Visitor:T1 Destination:T3\n"
                                         "A1\tModality E1 Happened\n"
                                         "E2\tMeeting:T5 Participant:T4 Participant2:T1\n");
        m_folder.write(
            "north/choe.json",
            R"({"title": "She went", "outlet": "The Lantern", "published": "2024-01-15"})");
        m_folder.write("south.txt", "Choe Son-hui may visit Russia.\n");
        m_folder.write("south.ann", "T1\tPerson 0 12\tChoe Son-hui\n"
                                    "T2\tVisit 17 22\tvisit\n"
                                    "T3\tState 23 29\tRussia\n"
                                    "E1\tVisit:T2 Visitor:T1 Destination:T3\n"
                                    "A1\tModality E1 Perhaps\n");
    }

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
                 "Article: She went; Report date: from 2024 2 2");
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
        QTest::newRow("not") << QStringList{"--not", "outlet"} << "--not cannot be “outlet”";
    }

    void filtersThatCannotBeSayWhatCan()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, says);
        for (const char* command : {"summary", "graph"}) {
            const Ran ran = run(QStringList{command, path()} + options);
            QCOMPARE(ran.exit, 1);
            QVERIFY2(ran.err.contains(says), qPrintable(ran.err));
        }
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

private:
    QString path() const { return QString::fromStdString(m_folder.path().string()); }

    TextFolder m_folder;
};

QTEST_MAIN(FilterCliTest)
#include "filterclitest.moc"
