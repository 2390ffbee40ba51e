// SPDX-License-Identifier: Apache-2.0
#include "tests/support/brat.h"

#include <QTest>

using namespace entente;

class BratReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesSayWhatTheySay_data();
    void linesSayWhatTheySay();
    void whatIsNotUnderstoodIsReported_data();
    void whatIsNotUnderstoodIsReported();
    void whatNamesALineThatCouldNotBeReadSaysSo();
    void aBadLineDoesNotHideTheOthers();
};

void BratReaderTest::linesSayWhatTheySay_data()
{
    QTest::addColumn<QString>("txt");
    QTest::addColumn<QString>("ann");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QStringList>("messages");

    const QString visit = QStringLiteral("Xi visited Seoul.\n");
    const QString words = QStringLiteral("T1\tState 0 2\tXi\nT2\tVisit 3 10\tvisited\n"
                                         "T3\tPlace 11 16\tSeoul\n");
    const QStringList wordLines{QStringLiteral("T1 State 0-2 \"Xi\" exact"),
                                QStringLiteral("T2 Visit 3-10 \"visited\" exact"),
                                QStringLiteral("T3 Place 11-16 \"Seoul\" exact")};
    const auto row = [&](const char* name, const QString& more, const QStringList& lines,
                         const QStringList& messages = {}) {
        QTest::newRow(name) << visit << words + more << wordLines + lines << messages;
    };
    row("an event with roles", QStringLiteral("E1\tVisit:T2 Visitor:T1 Destination:T3\n"),
        {QStringLiteral("E1 Visit by T2 Visitor=T1 Destination=T3")});
    row("numbered roles repeat a role",
        QStringLiteral("E1\tVisit:T2 Visitor:T1 Visitor2:T3 Visitor3:T1\n"),
        {QStringLiteral("E1 Visit by T2 Visitor=T1 Visitor#2=T3 Visitor#3=T1")});
    row("a role may repeat without a number",
        QStringLiteral("E1\tVisit:T2 Visitor:T1 Visitor:T3\n"),
        {QStringLiteral("E1 Visit by T2 Visitor=T1 Visitor=T3")});
    row("no roles, with the blank that brat leaves", QStringLiteral("E1\tVisit:T2 \n"),
        {QStringLiteral("E1 Visit by T2")});
    row("no roles, without it", QStringLiteral("E1\tVisit:T2\n"),
        {QStringLiteral("E1 Visit by T2")});
    row("two blanks between roles", QStringLiteral("E1\tVisit:T2  Visitor:T1 \n"),
        {QStringLiteral("E1 Visit by T2 Visitor=T1")});
    row("events fill roles of events, before they are defined",
        QStringLiteral("E2\tVisit:T2 Topic:E1\nE1\tVisit:T2 Visitor:T1\n"),
        {QStringLiteral("E2 Visit by T2 Topic=E1"), QStringLiteral("E1 Visit by T2 Visitor=T1")});
    row("relations with the TAB that brat leaves",
        QStringLiteral("R1\tLocatedIn Arg1:T3 Arg2:T1\t\n"),
        {QStringLiteral("R1 LocatedIn Arg1=T3 Arg2=T1")});
    row("relations without it", QStringLiteral("R1\tLocatedIn Arg1:T3 Arg2:T1\n"),
        {QStringLiteral("R1 LocatedIn Arg1=T3 Arg2=T1")});
    row("roles of relations may have any names", QStringLiteral("R1\tOwn Owner:T3 Thing:T1\n"),
        {QStringLiteral("R1 Own Owner=T3 Thing=T1")});
    row("a relation between events",
        QStringLiteral("E1\tVisit:T2\nE2\tVisit:T2\nR1\tAfter Arg1:E1 Arg2:E2\n"),
        {QStringLiteral("E1 Visit by T2"), QStringLiteral("E2 Visit by T2"),
         QStringLiteral("R1 After Arg1=E1 Arg2=E2")});
    row("equivalences that share a member are one",
        QStringLiteral("*\tSameAs T1 T2\n*\tSameEvent T1 T3\n*\tSameAs T3 T2\n"),
        {QStringLiteral("* SameAs T1 T2 T3"), QStringLiteral("* SameEvent T1 T3")});
    row("equivalences joined by a later line",
        QStringLiteral("E1\tVisit:T2\n*\tSame T1 T2\n*\tSame T3 E1\n*\tSame T3 T1\n"),
        {QStringLiteral("E1 Visit by T2"), QStringLiteral("* Same T1 T2 T3 E1")});
    row("attributes with a value, without, and with blanks in it",
        QStringLiteral("E1\tVisit:T2\nA1\tModality E1 Planned\nA2\tNegation E1\n"
                       "A3\tNote E1 two words \nA4\tNegation E1 \n"),
        {QStringLiteral("E1 Visit by T2"), QStringLiteral("A1 Modality of E1 = \"Planned\""),
         QStringLiteral("A2 Negation of E1 = \"\""),
         QStringLiteral("A3 Note of E1 = \"two words\""),
         QStringLiteral("A4 Negation of E1 = \"\"")});
    row("the old letter of attributes", QStringLiteral("E1\tVisit:T2\nM1\tNegation E1\n"),
        {QStringLiteral("E1 Visit by T2"), QStringLiteral("M1 Negation of E1 = \"\"")});
    row("an attribute of a relation",
        QStringLiteral("R1\tLocatedIn Arg1:T3 Arg2:T1\nA1\tSure R1 Yes\n"),
        {QStringLiteral("R1 LocatedIn Arg1=T3 Arg2=T1"),
         QStringLiteral("A1 Sure of R1 = \"Yes\"")});
    row("references with any number of TABs, on words and on events",
        QStringLiteral("E1\tVisit:T2\nN1\tReference T1 Wikidata:Q148\tChina\n"
                       "N2\tReference E1 Event:2014-07-03-seoul\t\t\tVisit to Seoul\n"
                       "N3\tReference T3 GO:GO:0005515\n"),
        {QStringLiteral("E1 Visit by T2"), QStringLiteral("N1 of T1 = Wikidata Q148 \"China\""),
         QStringLiteral("N2 of E1 = Event 2014-07-03-seoul \"Visit to Seoul\""),
         QStringLiteral("N3 of T3 = GO GO:0005515 \"\"")});
    row("notes, with TABs in them", QStringLiteral("#1\tAnnotatorNotes T1\tis he\ta state?\n"),
        {QStringLiteral("#1 AnnotatorNotes on T1 \"is he\ta state?\"")});
    row("ids with more letters, and with a suffix",
        QStringLiteral("TR2\tPlace 11 16\tSeoul\nE1-a\tVisit:T2 Destination:TR2\n"),
        {QStringLiteral("TR2 Place 11-16 \"Seoul\" exact"),
         QStringLiteral("E1-a Visit by T2 Destination=TR2")});
    row("no line feed at the end", QStringLiteral("E1\tVisit:T2"),
        {QStringLiteral("E1 Visit by T2")});
    QTest::newRow("fragments, out of order and adjacent")
        << visit << QStringLiteral("T1\tX 11 16;0 2\tSeoul Xi\nT2\tX 0 2;2 5\tXi  vi\n")
        << QStringList{QStringLiteral("T1 X 11-16 0-2 \"Seoul Xi\" exact"),
                       QStringLiteral("T2 X 0-2 2-5 \"Xi  vi\" exact")}
        << QStringList{};
    QTest::newRow("an emoji is one character")
        << QStringLiteral("\U0001F600 Xi\n") << QStringLiteral("T1\tState 2 4\tXi\n")
        << QStringList{QStringLiteral("T1 State 2-4 \"Xi\" exact")} << QStringList{};
    QTest::newRow("separators of lines other than LF are part of the words")
        << QStringLiteral("Xi\u2028Jin\u0085ping\n")
        << QStringLiteral("T1\tState 0 11\tXi\u2028Jin\u0085ping\n")
        << QStringList{QStringLiteral("T1 State 0-11 \"Xi\u2028Jin\u0085ping\" exact")}
        << QStringList{};
    QTest::newRow("a TAB in the words")
        << QStringLiteral("Xi\tJinping\n") << QStringLiteral("T1\tState 0 10\tXi\tJinping\n")
        << QStringList{QStringLiteral("T1 State 0-10 \"Xi\tJinping\" exact")} << QStringList{};
    QTest::newRow("a blank after the words")
        << visit << QStringLiteral("T1\tState 0 2\tXi \n")
        << QStringList{QStringLiteral("T1 State 0-2 \"Xi\" exact")} << QStringList{};
    QTest::newRow("nothing has a place too")
        << visit << QStringLiteral("T1\tGap 3 3\t\n")
        << QStringList{QStringLiteral("T1 Gap 3-3 \"\" exact")} << QStringList{};
    QTest::newRow("a text that counts its carriage returns")
        << QStringLiteral("Xi\r\nSeoul\r\n") << QStringLiteral("T1\tPlace 4 9\tSeoul\n")
        << QStringList{QStringLiteral("T1 Place 4-9 \"Seoul\" exact")} << QStringList{};
    QTest::newRow("a text that counts its byte order mark")
        << QStringLiteral("\uFEFFXi\n") << QStringLiteral("T1\tState 1 3\tXi\n")
        << QStringList{QStringLiteral("T1 State 1-3 \"Xi\" exact")} << QStringList{};

    // What is put up with is said.
    QTest::newRow("words that were not recorded")
        << visit << QStringLiteral("T1\tState 0 2\n")
        << QStringList{QStringLiteral("T1 State 0-2 \"Xi\" exact")}
        << QStringList{
               QStringLiteral("a.ann:1: note: T1 records no words; taken from the text: \"Xi\"")};
    QTest::newRow("a blank after the offsets")
        << visit << QStringLiteral("T1\tState 0 2 \tXi\n")
        << QStringList{QStringLiteral("T1 State 0-2 \"Xi\" exact")}
        << QStringList{QStringLiteral("a.ann:1: note: T1 has spare blanks round its offsets")};
    QTest::newRow("a line end within the span")
        << QStringLiteral("Xi\r\n Jinping\n") << QStringLiteral("T1\tState 0 12\tXi Jinping\n")
        << QStringList{QStringLiteral("T1 State 0-2 5-12 \"Xi Jinping\" exact")}
        << QStringList{
               QStringLiteral("a.ann:1: note: T1 runs over a line end; read as 2 fragments")};
    QTest::newRow("white space that the words do not have")
        << visit << QStringLiteral("T1\tState 0 3\tXi\n")
        << QStringList{QStringLiteral("T1 State 0-2 \"Xi\" exact")}
        << QStringList{QStringLiteral("a.ann:1: note: T1 has white space at its ends")};
    QTest::newRow("a column after the words")
        << visit << QStringLiteral("T1\tState 0 2\tXi\t0.93\n")
        << QStringList{QStringLiteral("T1 State 0-2 \"Xi\" exact")}
        << QStringList{QStringLiteral("a.ann:1: note: T1 has something after its words \"Xi\"")};
    QTest::newRow("carriage returns and a byte order mark, each said once")
        << visit
        << QStringLiteral("\uFEFFT1\tVisit 3 10\tvisited\r\nE1\tVisit:T1\r\nA1\tNegation E1\r\n"
                          "A2\tModality E1 Planned\r\n")
        << QStringList{QStringLiteral("T1 Visit 3-10 \"visited\" exact"),
                       QStringLiteral("E1 Visit by T1"), QStringLiteral("A1 Negation of E1 = \"\""),
                       QStringLiteral("A2 Modality of E1 = \"Planned\"")}
        << QStringList{QStringLiteral("a.ann: note: begins with a byte order mark"),
                       QStringLiteral("a.ann: note: 4 of 4 lines end in carriage return")};
    QTest::newRow("empty lines, said once")
        << visit << QStringLiteral("\nT1\tState 0 2\tXi\n\n  \n")
        << QStringList{QStringLiteral("T1 State 0-2 \"Xi\" exact")}
        << QStringList{QStringLiteral("a.ann:1: note: 3 empty lines")};
    QTest::newRow("nothing at all") << visit << QString() << QStringList{} << QStringList{};
}

void BratReaderTest::linesSayWhatTheySay()
{
    QFETCH(QString, txt);
    QFETCH(QString, ann);
    QFETCH(QStringList, lines);
    QFETCH(QStringList, messages);

    const ReadAnnotations result = read(ann.toStdString(), txt.toStdString());
    QCOMPARE(asQStrings(linesOf(result.annotations)), lines);
    const QStringList said = messagesOf(result.diagnostics);
    QVERIFY2(said.size() == messages.size(), qPrintable(said.join(u'\n')));
    for (qsizetype i = 0; i < said.size(); ++i)
        QVERIFY2(said[i].startsWith(messages[i]), qPrintable(said[i]));
}

void BratReaderTest::whatIsNotUnderstoodIsReported_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* more, const char* message) {
        QTest::newRow(name) << QString::fromUtf8(more) << QString::fromUtf8(message);
    };
    row("blanks for TABs", "T9 State 0 2 Xi",
        "4: error: blanks stand where a TAB belongs, after \"T9\"");
    row("a blank for the second TAB", "T9\tState 0 2 Xi",
        "4: error: T9: \"Xi\" stands after the offsets");
    row("no type", "T9\t\tXi", "4: error: T9 has no type");
    row("no offsets", "T9\tState\tXi", "4: error: T9 has no offsets");
    row("half an offset", "T9\tState 0\tXi", "4: error: T9: an offset is missing");
    row("negative", "T9\tState -1 2\tXi", "4: error: T9: \"-1\" is no offset");
    row("no number", "T9\tState a 2\tXi", "4: error: T9: \"a\" is no offset");
    row("backwards", "T9\tState 2 0\tXi", "4: error: T9: it ends at 0, before it begins at 2");
    row("fragments that overlap", "T9\tState 3 10;0 4\tx",
        "4: error: T9: its fragments 0 4 and 3 10 overlap");
    row("a fragment that is empty", "T9\tState 0 2;\tXi", "4: error: T9: an offset is missing");
    row("too large to count", "T9\tState 0 99999999999999999999\tXi",
        "4: warning: T9 says \"Xi\" at 0–2147483647, where there is no such place");
    row("an event without a trigger", "E9\tVisit Visitor:T1",
        "4: error: E9: \"Visit\" is not a type and a trigger");
    row("an event with a word too many", "E9\tVisit:T2 Visitor:T1 soon",
        "4: error: E9: \"soon\" is not a role and an id");
    row("a trigger that is not there", "E9\tVisit:T7 Visitor:T1",
        "4: error: E9 rests on T7, which no line defines; the line is kept and not read");
    row("a trigger of another type", "E9\tTalks:T2 Visitor:T1",
        "4: error: E9 rests on T2, which is a Visit and no Talks");
    row("an event as trigger", "E8\tVisit:T2\nE9\tVisit:E8",
        "5: error: E9 rests on E8, which is no text-bound");
    row("an attribute of a trigger", "E9\tVisit:T2\nA1\tModality T2 Planned",
        "5: error: A1 says Modality of T2, the words of an event, instead of the event");
    row("an attribute of nothing", "A1\tModality", "4: error: A1 does not name what it is said of");
    row("an argument that is not there", "E9\tVisit:T2 Visitor:T7",
        "4: error: E9 names T7, which no line defines; the rest of the line is read");
    row("a relation to nothing", "R9\tLocatedIn Arg1:T3 Arg2:T7",
        "4: error: R9 names T7, which no line defines");
    row("an attribute of what is not there", "A9\tModality E7 Planned",
        "4: error: A9 names E7, which no line defines");
    row("a reference for what is not there", "N9\tReference T7 Wikidata:Q1\tx",
        "4: error: N9 names T7, which no line defines");
    row("a note on what is not there", "#9\tAnnotatorNotes T7\tx",
        "4: error: #9 names T7, which no line defines");
    row("an equivalence with what is not there", "*\tSameAs T1 T7",
        "4: error: SameAs names T7, which no line defines");
    row("a relation of three", "R9\tBetween Arg1:T1 Arg2:T2 Arg3:T3",
        "4: error: R9 has more than two arguments (\"Arg3:T3\")");
    row("a relation of one", "R9\tBetween Arg1:T1", "4: error: R9 does not join two things");
    row("a relation with one role", "R9\tBetween Arg1:T1 Arg1:T3",
        "4: error: both arguments of R9 are called \"Arg1\"");
    row("an equivalence of one with itself", "*\tSameAs T1 T1",
        "4: error: a line of equivalence names a type and two ids or more");
    row("an equivalence of one", "*\tSameAs T1",
        "4: error: a line of equivalence names a type and two ids or more");
    row("a reference without an entry", "N9\tReference T1 Wikidata:\tx",
        "4: error: N9 is not \"Reference\"");
    row("a note on the file", "#9\tSTATUS\tdone",
        "4: warning: #9 is a note that does not name one thing");
    row("a comment", "# checked by two people", "4: warning: a comment without an id");
    row("free text", "see the other file", "4: warning: this is no annotation");
    row("an unknown letter", "X9\tState 0 2\tXi",
        "4: warning: no kind of annotation begins with \"X\"");
    row("an id without a number", "T\tState 0 2\tXi", "4: warning: \"T\" is no id");
    row("an id that is taken", "T1\tPerson 0 2\tXi",
        "4: error: T1 is the id of line 1 already; this one is read as T1-2");
}

void BratReaderTest::whatIsNotUnderstoodIsReported()
{
    QFETCH(QString, more);
    QFETCH(QString, message);
    const std::string words =
        "T1\tState 0 2\tXi\nT2\tVisit 3 10\tvisited\nT3\tPlace 11 16\tSeoul\n";
    const ReadAnnotations result =
        read(words + more.toStdString() + "\nA8\tMention T1 Name\n", "Xi visited Seoul.\n");

    QCOMPARE(result.diagnostics.size(), 1U);
    const QString said = asQString(result.diagnostics.front().text());
    QVERIFY2(said.startsWith(QStringLiteral("a.ann:") + message), qPrintable(said));
    // The lines round it are read all the same.
    QCOMPARE(asQString(linesOf(result.annotations).front()),
             QStringLiteral("T1 State 0-2 \"Xi\" exact"));
    QCOMPARE(asQString(result.annotations.attributes.back().id), QStringLiteral("A8"));
}

void BratReaderTest::whatNamesALineThatCouldNotBeReadSaysSo()
{
    const ReadAnnotations result =
        read("T9\tVisit x\tv\nE9\tVisit:T9\nA9\tModality E9 Planned\n", "Xi visited Seoul.\n");
    QCOMPARE(
        messagesOf(result.diagnostics),
        (QStringList{
            QStringLiteral("a.ann:1: error: T9: \"x\" is no offset; the line is kept and not read"),
            QStringLiteral("a.ann:2: error: E9 rests on T9, which stands on line 1 and could not "
                           "be read; the line is kept and not read"),
            QStringLiteral("a.ann:3: error: A9 names E9, which stands on line 2 and could not be "
                           "read; the rest of the line is read")}));
}

void BratReaderTest::aBadLineDoesNotHideTheOthers()
{
    const std::string zero(1, 0);
    const ReadAnnotations result =
        read("nonsense\nT1\tState 0 2\tXi\n" + zero + "\nT2\n", "Xi visited Seoul.\n");
    QCOMPARE(result.annotations.textBounds.size(), 1U);
    QCOMPARE(result.diagnostics.size(), 3U);
    QCOMPARE(result.annotations.textBounds.front().line, 2);
}

QTEST_GUILESS_MAIN(BratReaderTest)
#include "bratreadertest.moc"
