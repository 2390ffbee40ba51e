// SPDX-License-Identifier: Apache-2.0
#include "tests/support/brat.h"

#include <QElapsedTimer>
#include <QTest>

using namespace entente;

class BratAnchorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spansAreFoundAgainOrMissing_data();
    void spansAreFoundAgainOrMissing();
    void aFileCountsInOneWay_data();
    void aFileCountsInOneWay();
    void aFewWrongLinesDoNotExplainTheOthers();
    void aLineThatStandsAsWrittenStaysThough();
    void fragmentsKeepTogetherWhenTheyMove();
    void quotesOfSeveralPlacesFollowTheirNeighbours();
    void aLineBetweenLinesThatStandIsNotMovedWithOthersFarAway();
    void thousandsOfWrongLinesAreReadInTime();
};

void BratAnchorTest::spansAreFoundAgainOrMissing_data()
{
    QTest::addColumn<QString>("txt");
    QTest::addColumn<QString>("ann");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("message");

    const QString twice = QStringLiteral("Seoul wrote to Tokyo, and Tokyo to Seoul.\n");
    QTest::newRow("words that stand once are moved")
        << QStringLiteral("Now Xi visited Seoul.\n") << QStringLiteral("T1\tState 0 2\tXi\n")
        << QStringLiteral("T1 State 4-6 \"Xi\" moved")
        << QStringLiteral("warning: T1 says \"Xi\" at 0–2, where \"No\" stands; moved to 4–6: the "
                          "only place where its words stand");
    QTest::newRow("words that stand twice are missing")
        << twice << QStringLiteral("T1\tPlace 3 8\tTokyo\n")
        << QStringLiteral("T1 Place \"Tokyo\" missing")
        << QStringLiteral(
               "error: T1 says \"Tokyo\" at 3–8, where \"ul wr\" stands; its words stand "
               "at 2 places: its place is unknown");
    QTest::newRow("words that do not stand are missing")
        << twice << QStringLiteral("T1\tPlace 0 6\tMoscow\n")
        << QStringLiteral("T1 Place \"Moscow\" missing")
        << QStringLiteral(
               "error: T1 says \"Moscow\" at 0–6, where \"Seoul \" stands; its words are "
               "nowhere in the text");
    QTest::newRow("past the end")
        << twice << QStringLiteral("T1\tVerb 900 905\twrote\n")
        << QStringLiteral("T1 Verb 6-11 \"wrote\" moved")
        << QStringLiteral(
               "warning: T1 says \"wrote\" at 900–905, where there is no such place in the "
               "text of 42 characters; moved to 6–11");
    QTest::newRow("no words and no place")
        << twice << QStringLiteral("T1\tPlace 90 95\t\n") << QStringLiteral("T1 Place \"\" missing")
        << QStringLiteral("error: T1 says \"\" at 90–95");
    QTest::newRow("part of a longer word is not meant")
        << QStringLiteral("They ate Kimchi.\n") << QStringLiteral("T1\tPerson 0 3\tKim\n")
        << QStringLiteral("T1 Person \"Kim\" missing")
        << QStringLiteral(
               "error: T1 says \"Kim\" at 0–3, where \"The\" stands; its words stand only "
               "within a longer word");
    QTest::newRow("a Korean particle is written on")
        << QStringLiteral("어제 푸틴이 왔다.\n") << QStringLiteral("T1\tPerson 0 2\t푸틴\n")
        << QStringLiteral("T1 Person 3-5 \"푸틴\" moved") << QStringLiteral("warning: T1 says");
    QTest::newRow("the second of two ids has its own place")
        << twice << QStringLiteral("T1\tPlace 0 5\tSeoul\nT1\tPlace 0 5\twrote\n")
        << QStringLiteral("T1-2 Place 6-11 \"wrote\" moved")
        << QStringLiteral("error: T1 is the id");
}

void BratAnchorTest::spansAreFoundAgainOrMissing()
{
    QFETCH(QString, txt);
    QFETCH(QString, ann);
    QFETCH(QString, line);
    QFETCH(QString, message);
    const ReadAnnotations result = read(ann.toStdString(), txt.toStdString());
    QCOMPARE(asQString(linesOf(result.annotations).back()), line);
    QVERIFY(!result.diagnostics.empty());
    const Diagnostic& said = result.diagnostics.front();
    const QString text = asQString(said.text()).section(u' ', 1);
    QVERIFY2(text.startsWith(message), qPrintable(text));
    QVERIFY(!result.annotations.textBounds.back().anchoredBy.empty());
}

void BratAnchorTest::aFileCountsInOneWay_data()
{
    QTest::addColumn<QString>("txt");
    QTest::addColumn<QString>("ann");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("message");

    const QStringList seoul{QStringLiteral("T1 Place 2-7 \"Seoul\" exact"),
                            QStringLiteral("T2 Place 8-13 \"Seoul\" exact")};
    QTest::newRow("UTF-16") << QStringLiteral("\U0001F600 Seoul Seoul\n")
                            << QStringLiteral("T1\tPlace 3 8\tSeoul\nT2\tPlace 9 14\tSeoul\n")
                            << seoul
                            << QStringLiteral(
                                   "a.ann: note: offsets count UTF-16 code units: 2 of 2 "
                                   "quotes stand where they say by that, 0 by code points");
    QTest::newRow("bytes") << QStringLiteral("é Seoul Seoul\n")
                           << QStringLiteral("T1\tPlace 3 8\tSeoul\nT2\tPlace 9 14\tSeoul\n")
                           << seoul << QStringLiteral("a.ann: note: offsets count bytes: 2 of 2");
    QTest::newRow("without the carriage returns")
        << QStringLiteral("\r\nSeoul\r\nSeoul\r\n")
        << QStringLiteral("T1\tPlace 1 6\tSeoul\nT2\tPlace 7 12\tSeoul\n")
        << QStringList{QStringLiteral("T1 Place 2-7 \"Seoul\" exact"),
                       QStringLiteral("T2 Place 9-14 \"Seoul\" exact")}
        << QStringLiteral(
               "a.ann: note: offsets count code points, without the carriage returns that "
               "the text has");
    QTest::newRow("over a line end, without the carriage returns")
        << QStringLiteral("Kim\r\nKim\r\nKim\r\n") << QStringLiteral("T1\tName 4 11\tKim Kim\n")
        << QStringList{QStringLiteral("T1 Name 5-8 10-13 \"Kim Kim\" exact")}
        << QStringLiteral("a.ann: note: offsets count code points, without the carriage returns");
    QTest::newRow("with carriage returns")
        << QStringLiteral("Kim\nSeoul\nSeoul\n")
        << QStringLiteral("T1\tPlace 5 10\tSeoul\nT2\tPlace 12 17\tSeoul\n")
        << QStringList{QStringLiteral("T1 Place 4-9 \"Seoul\" exact"),
                       QStringLiteral("T2 Place 10-15 \"Seoul\" exact")}
        << QStringLiteral("a.ann: note: offsets count code points, with carriage returns that the "
                          "text does not have");
    QTest::newRow("without the byte order mark")
        << QStringLiteral("\uFEFF Seoul Seoul\n")
        << QStringLiteral("T1\tPlace 1 6\tSeoul\nT2\tPlace 7 12\tSeoul\n") << seoul
        << QStringLiteral("a.ann: note: offsets count code points, without the byte order mark");
    QTest::newRow("with a byte order mark")
        << QStringLiteral("A Seoul Seoul\n")
        << QStringLiteral("T1\tPlace 3 8\tSeoul\nT2\tPlace 9 14\tSeoul\n") << seoul
        << QStringLiteral("a.ann: note: offsets count code points, with a byte order mark that");
    QTest::newRow("from a program of Windows: UTF-16, no carriage returns, no mark")
        << QStringLiteral("\uFEFF\U0001F600\U0001F600\r\nSeoul\r\nSeoul\r\n")
        << QStringLiteral("T1\tPlace 5 10\tSeoul\nT2\tPlace 11 16\tSeoul\n")
        << QStringList{QStringLiteral("T1 Place 5-10 \"Seoul\" exact"),
                       QStringLiteral("T2 Place 12-17 \"Seoul\" exact")}
        << QStringLiteral("a.ann: note: offsets count UTF-16 code units, without the carriage "
                          "returns that the text has, without the byte order mark");
}

void BratAnchorTest::aFileCountsInOneWay()
{
    QFETCH(QString, txt);
    QFETCH(QString, ann);
    QFETCH(QStringList, lines);
    QFETCH(QString, message);
    const ReadAnnotations result = read(ann.toStdString(), txt.toStdString());
    QCOMPARE(asQStrings(linesOf(result.annotations)), lines);
    const QStringList said = messagesOf(result.diagnostics);
    QVERIFY2(said.size() <= 2 && said.front().startsWith(message), qPrintable(said.join(u'\n')));
    QVERIFY(result.annotations.counting != OffsetCounting{});
    QVERIFY(!result.annotations.textBounds.back().anchoredBy.empty());
}

void BratAnchorTest::aFewWrongLinesDoNotExplainTheOthers()
{
    // With a byte order mark counted, two of five would fit; as they are, one does.
    const ReadAnnotations result = read("T1\tP 0 5\tSeoul\nT2\tP 7 12\tTokyo\nT3\tP 13 16\tKim\n"
                                        "T4\tP 1 7\tMoscow\nT5\tP 0 6\tBerlin\n",
                                        "Seoul Tokyo Kim Kim\n");
    QCOMPARE(result.annotations.counting, OffsetCounting{});
    QCOMPARE(result.annotations.textBounds[0].status, QuoteStatus::Exact);
    QCOMPARE(result.annotations.textBounds[1].status, QuoteStatus::Moved);
}

/// Two lines count UTF-16, one counts code points: each is right.
void BratAnchorTest::aLineThatStandsAsWrittenStaysThough()
{
    const ReadAnnotations result = read("T1\tPlace 3 8\tSeoul\n"
                                        "T2\tPlace 15 20\tTokyo\n"
                                        "T3\tPlace 8 13\tSeoul\n",
                                        "😀 Seoul Seoul Tokyo\n");
    QCOMPARE(asQStrings(linesOf(result.annotations)),
             (QStringList{QStringLiteral("T1 Place 2-7 \"Seoul\" exact"),
                          QStringLiteral("T2 Place 14-19 \"Tokyo\" exact"),
                          QStringLiteral("T3 Place 8-13 \"Seoul\" exact")}));
    QCOMPARE(result.annotations.textBounds[2].anchoredBy,
             "offsets that count code points, unlike the other lines");
}

void BratAnchorTest::fragmentsKeepTogetherWhenTheyMove()
{
    const ReadAnnotations result = read("T1\tX 0 5;10 13\tNorth Kim\nT2\tX 0 5;10 13\tNorthKim\n",
                                        "The North and the North met Kim, Kim said.\n");
    // "North" at 18 is the only one with a "Kim" as far behind it.
    QCOMPARE(asQStrings(linesOf(result.annotations)),
             (QStringList{QStringLiteral("T1 X 18-23 28-31 \"North Kim\" moved"),
                          QStringLiteral("T2 X \"NorthKim\" missing")}));
}

void BratAnchorTest::quotesOfSeveralPlacesFollowTheirNeighbours()
{
    // "Lo, " was put in front: every line stands four characters further on.
    const std::string txt = "Lo, Seoul and Tokyo met; Tokyo and Seoul agreed.\n";
    const ReadAnnotations result =
        read("T1\tP 0 5\tSeoul\nT2\tP 10 15\tTokyo\nT3\tP 21 26\tTokyo\n", txt);
    QCOMPARE(asQStrings(linesOf(result.annotations)),
             (QStringList{QStringLiteral("T1 P 4-9 \"Seoul\" moved"),
                          QStringLiteral("T2 P 14-19 \"Tokyo\" moved"),
                          QStringLiteral("T3 P 25-30 \"Tokyo\" moved")}));
    QCOMPARE(asQString(result.annotations.textBounds[1].anchoredBy),
             QStringLiteral("the shift of +4 fits its neighbours too"));
    QCOMPARE(result.annotations.counting, OffsetCounting{});
}

void BratAnchorTest::aLineBetweenLinesThatStandIsNotMovedWithOthersFarAway()
{
    // T2 and T4 are both three off, but T3 between them stands where it says.
    const ReadAnnotations result = read("T2\tP 3 8\tTokyo\nT3\tV 12 15\tmet\nT4\tP 19 24\tTokyo\n",
                                        "Tokyo Seoul met Tokyo Seoul\n");
    QCOMPARE(result.annotations.textBounds[0].status, QuoteStatus::Missing);
    QCOMPARE(result.annotations.textBounds[1].status, QuoteStatus::Exact);
    QCOMPARE(result.annotations.textBounds[2].status, QuoteStatus::Missing);
}

void BratAnchorTest::thousandsOfWrongLinesAreReadInTime()
{
    // The annotations of another text: nothing stands anywhere.
    std::string txt;
    std::string ann;
    for (int i = 0; i < 20'000; ++i) {
        txt += "Seoul and Tokyo. ";
        ann += "T" + std::to_string(i) + "\tP " + std::to_string(i) + ' ' + std::to_string(i + 6) +
               "\tMoscow\n";
    }
    QElapsedTimer timer;
    timer.start();
    const ReadAnnotations result = read(ann, txt);
    QCOMPARE(result.diagnostics.size(), 20'000U);
    // Not a measurement: 1 s alone, 18 with sanitizers on a busy machine.
    QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(BratAnchorTest)
#include "bratanchortest.moc"
