// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/lineparser.h"
#include "graph/annotation/brat/reader.h"
#include "graph/text/sourcetext.h"
#include "tests/support/annotationtext.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace entente;

namespace
{

QString asQString(const std::string& text) { return QString::fromStdString(text); }

QStringList asQStrings(const std::vector<std::string>& lines)
{
    QStringList result;
    for (const std::string& line : lines)
        result << asQString(line);
    return result;
}

QStringList messagesOf(const Diagnostics& diagnostics)
{
    QStringList result;
    for (const Diagnostic& diagnostic : diagnostics)
        result << asQString(diagnostic.text());
    return result;
}

ReadAnnotations read(const std::string& ann, const std::string& txt)
{
    return readAnn(ann, SourceText(txt), "a.ann");
}

QString sharedFolder()
{
    return qEnvironmentVariable("ENTENTE_SHARED", QStringLiteral(ENTENTE_SOURCE_DIR "/../shared"));
}

/// One case of the file with what brat's own parser made of it, as our lines.
QStringList expectedOf(const QJsonObject& bratCase)
{
    const auto text = [](const QJsonValue& value) {
        return value.isBool() ? QString() : value.toString();
    };
    QStringList lines;
    for (const QJsonValue& t : bratCase[QStringLiteral("T")].toArray()) {
        QString line = t[0].toString() + u' ' + t[1].toString();
        for (const QJsonValue& span : t[2].toArray())
            line += QStringLiteral(" %1-%2").arg(span[0].toInt()).arg(span[1].toInt());
        lines << line + QStringLiteral(" \"%1\" exact").arg(t[3].toString());
    }
    for (const QJsonValue& e : bratCase[QStringLiteral("E")].toArray()) {
        QString line =
            QStringLiteral("%1 %2 by %3").arg(e[0].toString(), e[1].toString(), e[2].toString());
        for (const QJsonValue& argument : e[3].toArray()) {
            const Argument parts = argumentOf(argument[0].toString().toStdString(), {});
            line += u' ' + asQString(parts.role);
            if (parts.ordinal != 1)
                line += u'#' + QString::number(parts.ordinal);
            line += u'=' + argument[1].toString();
        }
        lines << line;
    }
    for (const QJsonValue& r : bratCase[QStringLiteral("R")].toArray())
        lines << QStringLiteral("%1 %2 %3=%4 %5=%6")
                     .arg(r[0].toString(), r[1].toString(), r[2].toString(), r[3].toString(),
                          r[4].toString(), r[5].toString());
    for (const QJsonValue& equiv : bratCase[QStringLiteral("equiv")].toArray()) {
        QString line = QStringLiteral("* ") + equiv[0].toString();
        for (const QJsonValue& member : equiv[1].toArray())
            line += u' ' + member.toString();
        lines << line;
    }
    for (const QJsonValue& a : bratCase[QStringLiteral("A")].toArray())
        lines << QStringLiteral("%1 %2 of %3 = \"%4\"")
                     .arg(a[0].toString(), a[1].toString(), a[2].toString(), text(a[3]));
    for (const QJsonValue& n : bratCase[QStringLiteral("N")].toArray())
        lines << QStringLiteral("%1 of %2 = %3 %4 \"%5\"")
                     .arg(n[0].toString(), n[1].toString(), n[2].toString(), n[3].toString(),
                          n[4].toString());
    for (const QJsonValue& note : bratCase[QStringLiteral("notes")].toArray())
        lines << QStringLiteral("%1 AnnotatorNotes on %2 \"%3\"")
                     .arg(note[0].toString(), note[1].toString(), note[2].toString());
    return lines;
}

/// Where we read what brat does not.
const QHash<QString, QStringList>& betterThanBrat()
{
    static const QHash<QString, QStringList> better{
        {QStringLiteral("emoji utf16 units"), {QStringLiteral("T1 Person 2-7 \"Putin\" exact")}},
        {QStringLiteral("U+2028 in ref text"),
         {QStringLiteral("T1 Person 0-14 \"Vladimir\u2028Putin\" exact")}},
        {QStringLiteral("trigger type mismatch"),
         {QStringLiteral("T1 Person 0-5 \"Putin\" exact"),
          QStringLiteral("T2 Meeting 6-9 \"met\" exact")}},
        {QStringLiteral("attr value then CRLF no val"),
         {QStringLiteral("T1 X 6-9 \"met\" exact"), QStringLiteral("E1 X by T1"),
          QStringLiteral("A1 Neg of E1 = \"\"")}},
        {QStringLiteral("T trailing ws in offsets"), {QStringLiteral("T2 X 6-9 \"met\" exact")}},
    };
    return better;
}

} // namespace

class BratReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesSayWhatTheySay_data();
    void linesSayWhatTheySay();
    void whatIsNotUnderstoodIsReported_data();
    void whatIsNotUnderstoodIsReported();
    void spansAreFoundAgainOrMissing_data();
    void spansAreFoundAgainOrMissing();
    void aFileCountsInOneWay_data();
    void aFileCountsInOneWay();
    void aFewWrongLinesDoNotExplainTheOthers();
    void fragmentsKeepTogetherWhenTheyMove();
    void quotesOfSeveralPlacesFollowTheirNeighbours();
    void aLineBetweenLinesThatStandIsNotMovedWithOthersFarAway();
    void whatNamesALineThatCouldNotBeReadSaysSo();
    void aBadLineDoesNotHideTheOthers();
    void thousandsOfWrongLinesAreReadInTime();
    void asBratReadsIt_data();
    void asBratReadsIt();
    void theRealArticleIsExact();
    void theRealCorpusIsExact();
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
        QStringLiteral("*\tSame T1 T1\n*\tSame T3 T3\n*\tSame T3 T1\n"),
        {QStringLiteral("* Same T1 T3")});
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

void BratReaderTest::spansAreFoundAgainOrMissing_data()
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

void BratReaderTest::spansAreFoundAgainOrMissing()
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

void BratReaderTest::aFileCountsInOneWay_data()
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

void BratReaderTest::aFileCountsInOneWay()
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

void BratReaderTest::aFewWrongLinesDoNotExplainTheOthers()
{
    // With a byte order mark counted, two of five would fit; as they are, one does.
    const ReadAnnotations result = read("T1\tP 0 5\tSeoul\nT2\tP 7 12\tTokyo\nT3\tP 13 16\tKim\n"
                                        "T4\tP 1 7\tMoscow\nT5\tP 0 6\tBerlin\n",
                                        "Seoul Tokyo Kim Kim\n");
    QCOMPARE(result.annotations.counting, OffsetCounting{});
    QCOMPARE(result.annotations.textBounds[0].status, QuoteStatus::Exact);
    QCOMPARE(result.annotations.textBounds[1].status, QuoteStatus::Moved);
}

void BratReaderTest::fragmentsKeepTogetherWhenTheyMove()
{
    const ReadAnnotations result = read("T1\tX 0 5;10 13\tNorth Kim\nT2\tX 0 5;10 13\tNorthKim\n",
                                        "The North and the North met Kim, Kim said.\n");
    // "North" at 18 is the only one with a "Kim" as far behind it.
    QCOMPARE(asQStrings(linesOf(result.annotations)),
             (QStringList{QStringLiteral("T1 X 18-23 28-31 \"North Kim\" moved"),
                          QStringLiteral("T2 X \"NorthKim\" missing")}));
}

void BratReaderTest::quotesOfSeveralPlacesFollowTheirNeighbours()
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

void BratReaderTest::aLineBetweenLinesThatStandIsNotMovedWithOthersFarAway()
{
    // T2 and T4 are both three off, but T3 between them stands where it says.
    const ReadAnnotations result = read("T2\tP 3 8\tTokyo\nT3\tV 12 15\tmet\nT4\tP 19 24\tTokyo\n",
                                        "Tokyo Seoul met Tokyo Seoul\n");
    QCOMPARE(result.annotations.textBounds[0].status, QuoteStatus::Missing);
    QCOMPARE(result.annotations.textBounds[1].status, QuoteStatus::Exact);
    QCOMPARE(result.annotations.textBounds[2].status, QuoteStatus::Missing);
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
    const ReadAnnotations result =
        read("nonsense\nT1\tState 0 2\tXi\n\0\nT2\n", "Xi visited Seoul.\n");
    QCOMPARE(result.annotations.textBounds.size(), 1U);
    QCOMPARE(result.annotations.textBounds.front().line, 2);
}

void BratReaderTest::thousandsOfWrongLinesAreReadInTime()
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
    QVERIFY2(timer.elapsed() < 3'000, qPrintable(QString::number(timer.elapsed())));
}

void BratReaderTest::asBratReadsIt_data()
{
    QTest::addColumn<QJsonObject>("bratCase");
    QFile file(sharedFolder() + QStringLiteral("/cases/brat-cases.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("brat's cases are not here: set ENTENTE_SHARED to their folder");
    for (const QJsonValue& value : QJsonDocument::fromJson(file.readAll()).array())
        QTest::newRow(qPrintable(value[u"name"].toString())) << value.toObject();
}

void BratReaderTest::asBratReadsIt()
{
    QFETCH(QJsonObject, bratCase);
    const QString name = bratCase[QStringLiteral("name")].toString();
    const ReadAnnotations result = read(bratCase[QStringLiteral("ann")].toString().toStdString(),
                                        bratCase[QStringLiteral("txt")].toString().toStdString());
    const QStringList expected = betterThanBrat().value(name, expectedOf(bratCase));
    QCOMPARE(asQStrings(linesOf(result.annotations)), expected);
    if (!bratCase[QStringLiteral("errors")].toArray().isEmpty() ||
        !bratCase[QStringLiteral("failed_lines")].toArray().isEmpty() ||
        bratCase[QStringLiteral("exception")].isString()) {
        if (name != QStringLiteral("U+2028 in ref text"))
            QVERIFY(!result.diagnostics.empty());
    }
}

namespace
{

std::string bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

void BratReaderTest::theRealArticleIsExact()
{
    const QString name = sharedFolder() + QStringLiteral("/articles/choe-visits-russia");
    if (!QFile::exists(name + QStringLiteral(".ann")))
        QSKIP("the real article is not here: set ENTENTE_SHARED to its folder");
    const ReadAnnotations result =
        read(bytesOf(name + QStringLiteral(".ann")), bytesOf(name + QStringLiteral(".txt")));
    QCOMPARE(messagesOf(result.diagnostics), QStringList{});
    const Annotations& annotations = result.annotations;
    QCOMPARE(annotations.textBounds.size(), 280U);
    QCOMPARE(annotations.events.size(), 59U);
    QCOMPARE(annotations.relations.size(), 21U);
    QCOMPARE(annotations.attributes.size(), 174U);
    QCOMPARE(annotations.normalizations.size(), 98U);
    QCOMPARE(annotations.equivs.size(), 22U);
    QCOMPARE(annotations.notes.size(), 4U);
    for (const TextBound& bound : annotations.textBounds)
        QCOMPARE(bound.status, QuoteStatus::Exact);
}

void BratReaderTest::theRealCorpusIsExact()
{
    const QDir folder(sharedFolder() + QStringLiteral("/data/diplomatic-travel"));
    if (!folder.exists())
        QSKIP("the corpus of travels is not here: set ENTENTE_SHARED to its folder");
    std::size_t events = 0;
    for (const QString& ann : folder.entryList({QStringLiteral("*.ann")})) {
        const QString txt = ann.chopped(4) + QStringLiteral(".txt");
        const ReadAnnotations result =
            read(bytesOf(folder.filePath(ann)), bytesOf(folder.filePath(txt)));
        QCOMPARE(messagesOf(result.diagnostics), QStringList{});
        events += result.annotations.events.size();
    }
    QCOMPARE(events, 9'634U);
}

QTEST_GUILESS_MAIN(BratReaderTest)
#include "bratreadertest.moc"
