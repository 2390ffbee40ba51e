// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/writer.h"
#include "tests/support/brat.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>
#include <rapidcheck.h>

#include <algorithm>
#include <functional>

using namespace entente;

namespace
{

const std::string visitText = "Xi visited Seoul, and Seoul was glad.\n";
const std::string visitAnn = "T1\tPerson 0 2\tXi\n"
                             "free text\n"
                             "T2\tVisit 3 10\tvisited\n"
                             "E1\tVisit:T2 Visitor1:T1\n"
                             "\n"
                             "R1\tNear Arg1:T1 Arg2:T2\t\n"
                             "*\tSame T1 T2\n"
                             "A1\tModality E1 Planned\n"
                             "N1\tReference T1 Wikidata:Q15031\t\t\tXi Jinping\n"
                             "*\tSame T2 T1\n"
                             "#1\tAnnotatorNotes E1\tsee\tthere\n";

/// Reads, lets the test change what was read, and writes.
template <class Change>
QByteArray edited(const std::string& ann, const std::string& txt, Change change)
{
    const SourceText text(txt);
    const Annotations annotations = readAnn(ann, text, "a.ann").annotations;
    Annotations wanted = annotations;
    change(wanted);
    return QByteArray::fromStdString(writeAnn(ann, annotations, wanted, text));
}

QString replaced(const std::string& from, const std::string& to)
{
    return asQString(visitAnn).replace(asQString(from), asQString(to));
}

TextBound newWords(const char* id, const char* type, const TextSpans& spans)
{
    TextBound bound;
    bound.id = id;
    bound.type = type;
    bound.spans = spans;
    return bound;
}

/// Without the numbers of the lines, which a writer may change.
Annotations withoutLines(Annotations annotations)
{
    const auto clear = [](auto& records) {
        for (auto& record : records)
            record.line = 0;
    };
    clear(annotations.textBounds);
    clear(annotations.events);
    clear(annotations.relations);
    clear(annotations.attributes);
    clear(annotations.normalizations);
    clear(annotations.notes);
    for (EquivLine& equiv : annotations.equivs) {
        equiv.line = 0;
        equiv.mergedLines.clear();
    }
    return annotations;
}

QStringList sortedLines(const std::string& bytes)
{
    QStringList lines = asQString(bytes).split(u'\n', Qt::SkipEmptyParts);
    std::ranges::sort(lines);
    return lines;
}

} // namespace

class BratWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUntouchedFileStaysAsItIs_data();
    void anUntouchedFileStaysAsItIs();
    void aChangeTouchesItsLineOnly_data();
    void aChangeTouchesItsLineOnly();
    void offsetsAreWrittenAsTheFileCountsThem();
    void aSpanOverALineEndIsWrittenInFragments();
    void theSecondOfTwoIdsIsWrittenAsItWasRead();
    void lineEndsAndTheByteOrderMarkStay();
    void newRecordsGoToTheEndOrBeforeTheNextOfTheirKind();
    void whatIsWrittenIsReadAgain();
    void whatTheFuzzerFoundStaysAsItIs_data();
    void whatTheFuzzerFoundStaysAsItIs();
    void otherFilesStayAsTheyAre_data();
    void otherFilesStayAsTheyAre();
    void fromNothingTheRealArticleIsWrittenAsBratDoes();
};

void BratWriterTest::anUntouchedFileStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("ann");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("all kinds") << QByteArray::fromStdString(visitAnn);
    QTest::newRow("no line feed at the end") << QByteArray("T1\tPerson 0 2\tXi");
    QTest::newRow("a carriage return at the end") << QByteArray("T1\tPerson 0 2\tXi\r");
    QTest::newRow("carriage returns, some") << QByteArray("T1\tPerson 0 2\tXi\r\nA1\tX T1\n\r\n");
    QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBFT1\tPerson 0 2\tXi\n");
    QTest::newRow("two of an id") << QByteArray("T1\tPerson 0 2\tXi\nT1\tX 3 10\tvisited\n");
    QTest::newRow("bytes that are no text") << QByteArray("T1\tPerson 0 2\tXi\n\xFF\x00\xC3\n", 21);
    QTest::newRow("wrong offsets") << QByteArray("T1\tPerson 7 99999999999999\tXi\n");
}

void BratWriterTest::anUntouchedFileStaysAsItIs()
{
    QFETCH(QByteArray, ann);
    const std::string bytes = ann.toStdString();
    const SourceText text(visitText);
    const Annotations annotations = readAnn(bytes, text, "a.ann").annotations;
    QCOMPARE(QByteArray::fromStdString(writeAnn(bytes, annotations, annotations, text)), ann);

    // Taken apart and put together again, too: with one line more, the others stay, but for a
    // second line of an id and a line end that was not there.
    if (ann.contains("T1\tX") || ann.contains('\r'))
        return;
    Annotations wanted = annotations;
    wanted.notes.push_back({"#99", "AnnotatorNotes", "T1", "new", 0});
    const QByteArray more = QByteArray::fromStdString(writeAnn(bytes, annotations, wanted, text));
    const QByteArray whole = ann.isEmpty() || ann.endsWith('\n') ? ann : ann + '\n';
    QCOMPARE(more, whole + "#99\tAnnotatorNotes T1\tnew\n");
}

void BratWriterTest::aChangeTouchesItsLineOnly_data()
{
    using Change = std::function<void(Annotations&)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("ann");
    const auto row = [](const char* name, const Change& change, const QString& ann) {
        QTest::newRow(name) << change << ann;
    };
    row(
        "another type of words", [](Annotations& a) { a.textBounds[0].type = "Leader"; },
        replaced("T1\tPerson", "T1\tLeader"));
    row(
        "other words",
        [](Annotations& a) {
            a.textBounds[0].spans = {{11, 16}};
        },
        replaced("T1\tPerson 0 2\tXi", "T1\tPerson 11 16\tSeoul"));
    row(
        "another trigger",
        [](Annotations& a) {
            a.events[0].trigger = "T1";
            a.events[0].type = "Person";
        },
        replaced("E1\tVisit:T2", "E1\tPerson:T1"));
    row(
        "an argument more, the other as it was",
        [](Annotations& a) {
            a.events[0].arguments.push_back({"Visitor", 2, "T2"});
        },
        replaced("Visitor1:T1", "Visitor1:T1 Visitor2:T2"));
    row(
        "no argument", [](Annotations& a) { a.events[0].arguments.clear(); },
        replaced("E1\tVisit:T2 Visitor1:T1", "E1\tVisit:T2 "));
    row(
        "a relation", [](Annotations& a) { a.relations[0].target2 = "E1"; },
        replaced("Arg2:T2\t", "Arg2:E1\t"));
    row(
        "a value", [](Annotations& a) { a.attributes[0].value = "Happened"; },
        replaced("E1 Planned", "E1 Happened"));
    row(
        "no value", [](Annotations& a) { a.attributes[0].value.clear(); },
        replaced("E1 Planned", "E1"));
    row(
        "another entry, the name as it was",
        [](Annotations& a) { a.normalizations[0].entry = "Q1"; }, replaced("Q15031", "Q1"));
    row(
        "another name", [](Annotations& a) { a.normalizations[0].text = "Xi"; },
        replaced("\t\t\tXi Jinping", "\tXi"));
    row(
        "a note of two lines", [](Annotations& a) { a.notes[0].text = "one\ntwo"; },
        replaced("see\tthere", "one two"));
    row(
        "equivalences that were one become one line",
        [](Annotations& a) { a.equivs[0].members.emplace_back("E1"); },
        asQString(visitAnn)
            .replace(QStringLiteral("*\tSame T1 T2\n"), QStringLiteral("*\tSame T1 T2 E1\n"))
            .remove(QStringLiteral("*\tSame T2 T1\n")));
    row(
        "a line less", [](Annotations& a) { a.attributes.clear(); },
        asQString(visitAnn).remove(QStringLiteral("A1\tModality E1 Planned\n")));
    row(
        "two lines of one equivalence less", [](Annotations& a) { a.equivs.clear(); },
        asQString(visitAnn)
            .remove(QStringLiteral("*\tSame T1 T2\n"))
            .remove(QStringLiteral("*\tSame T2 T1\n")));
}

void BratWriterTest::aChangeTouchesItsLineOnly()
{
    QFETCH(std::function<void(Annotations&)>, change);
    QFETCH(QString, ann);
    QCOMPARE(asQString(edited(visitAnn, visitText, change).toStdString()), ann);
}

void BratWriterTest::offsetsAreWrittenAsTheFileCountsThem()
{
    const std::string txt = "\U0001F600 Seoul\r\nTokyo\r\n";
    QCOMPARE(edited("T1\tPlace 3 8\tSeoul\n", txt,
                    [](Annotations& a) {
                        a.textBounds.push_back(newWords("T2", "Place", {{9, 14}}));
                    }),
             QByteArray("T1\tPlace 3 8\tSeoul\nT2\tPlace 10 15\tTokyo\n"));
    // What is not where it was said to be stays as written until it is put elsewhere.
    QCOMPARE(edited("T1\tPlace 1 2\tSeoul\n", "Seoul, Seoul\n",
                    [](Annotations& a) { a.textBounds[0].type = "City"; }),
             QByteArray("T1\tCity 1 2\tSeoul\n"));
    QCOMPARE(edited("T1\tPlace 1 2\tSeoul\n", "Seoul, Seoul\n",
                    [](Annotations& a) {
                        a.textBounds[0].spans = {{7, 12}};
                    }),
             QByteArray("T1\tPlace 7 12\tSeoul\n"));
}

void BratWriterTest::aSpanOverALineEndIsWrittenInFragments()
{
    QCOMPARE(edited("", "Xi \nJinping\n",
                    [](Annotations& a) {
                        a.textBounds.push_back(newWords("T1", "Person", {{0, 11}}));
                    }),
             QByteArray("T1\tPerson 0 2;4 11\tXi Jinping\n"));
}

void BratWriterTest::theSecondOfTwoIdsIsWrittenAsItWasRead()
{
    QCOMPARE(edited("T1\tPerson 0 2\tXi\nT1\tPlace 11 16\tSeoul\n", visitText,
                    [](Annotations& a) {
                        a.attributes.push_back({"A1", "Mention", "T1-2", "Name", 0});
                    }),
             QByteArray("T1\tPerson 0 2\tXi\nT1-2\tPlace 11 16\tSeoul\nA1\tMention T1-2 Name\n"));
}

void BratWriterTest::lineEndsAndTheByteOrderMarkStay()
{
    QCOMPARE(edited("\xEF\xBB\xBFT1\tPerson 0 2\tXi\r\n\r\nA1\tMention T1 Name", visitText,
                    [](Annotations& a) {
                        a.attributes[0].value = "Nominal";
                        a.notes.push_back({"#1", "AnnotatorNotes", "T1", "who?", 0});
                    }),
             QByteArray("\xEF\xBB\xBF"
                        "T1\tPerson 0 2\tXi\r\n\r\nA1\tMention T1 Nominal\r\n"
                        "#1\tAnnotatorNotes T1\twho?\r\n"));
}

void BratWriterTest::newRecordsGoToTheEndOrBeforeTheNextOfTheirKind()
{
    QCOMPARE(
        edited(
            "T1\tPerson 0 2\tXi\nwhat?\nT3\tPlace 11 16\tSeoul\n", visitText,
            [](Annotations& a) {
                a.textBounds.insert(a.textBounds.begin() + 1, newWords("T2", "Visit", {{3, 10}}));
                a.events.push_back({"E1", "Visit", "T2", {}, 0});
            }),
        QByteArray("T1\tPerson 0 2\tXi\nwhat?\nT2\tVisit 3 10\tvisited\n"
                   "T3\tPlace 11 16\tSeoul\nE1\tVisit:T2 \n"));
}

void BratWriterTest::whatIsWrittenIsReadAgain()
{
    const auto word = [] { return rc::gen::element<std::string>("One", "Two", "x-3", "Ü_"); };
    const auto target = [] {
        return rc::gen::element<std::string>("T1", "T2", "T3", "E1", "E2", "T99");
    };
    const auto value = [] {
        return rc::gen::element<std::string>("", "Planned", "two words", "2024-01/..", "a\tb");
    };
    const bool holds = rc::check("what was wanted is what is read again", [&] {
        const SourceText text("\U0001F600 Xi visited Seoul,\nand Seoul was glad.\n");
        Annotations first;
        for (TextBound bound :
             {newWords("T1", "Visit", {{5, 12}}), newWords("T2", "Place", {{13, 18}}),
              newWords("T3", "Person", {{2, 4}})}) {
            bound.text = text.slice(bound.spans);
            first.textBounds.push_back(bound);
        }
        first.events = {{"E1", "Visit", "T1", {}, 0}, {"E2", "Visit", "T1", {}, 0}};
        int ids = 0;
        const auto fill = [&](Annotations& annotations) {
            for (EventLine& event : annotations.events) {
                event.arguments.clear();
                for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
                    event.arguments.push_back({"Role", *rc::gen::inRange(1, 4), *target()});
            }
            for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
                const std::string n = std::to_string(++ids);
                // An attribute of T1, a trigger, would not be read.
                annotations.attributes.push_back(
                    {"A" + n, *word(), "E1", *rc::gen::element<std::string>("", "Yes", "a b"), 0});
                annotations.notes.push_back({"#" + n, *word(), *target(), *value(), 0});
                annotations.normalizations.push_back(
                    {"N" + n, *target(), *word(), "a:" + *word(), *value(), 0});
                annotations.relations.push_back(
                    {"R" + n, *word(), "Arg1", *target(), "Arg2", *target(), 0});
            }
        };
        fill(first);
        std::string bytes = writeAnn("", {}, first, text);
        Annotations read = readAnn(bytes, text, "a.ann").annotations;
        RC_ASSERT(withoutLines(read) == first);

        // Others write into the file, then we change it again.
        bytes = "strange\n" + bytes + "T77 also strange";
        read = readAnn(bytes, text, "a.ann").annotations;
        Annotations second = read;
        const auto drop = [](auto& records) {
            std::erase_if(records, [](const auto&) { return *rc::gen::arbitrary<bool>(); });
        };
        drop(second.attributes);
        drop(second.notes);
        drop(second.relations);
        fill(second);
        const std::string rewritten = writeAnn(bytes, read, second, text);
        RC_ASSERT(withoutLines(readAnn(rewritten, text, "a.ann").annotations) ==
                  withoutLines(second));
        RC_ASSERT(rewritten.starts_with("strange\n"));
        RC_ASSERT(rewritten.find("T77 also strange") != std::string::npos);
    });
    QVERIFY(holds);
}

void BratWriterTest::whatTheFuzzerFoundStaysAsItIs_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(ENTENTE_SOURCE_DIR "/tests/fuzz/bratfuzz"));
    for (const QString& name : folder.entryList(QDir::Files))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void BratWriterTest::whatTheFuzzerFoundStaysAsItIs()
{
    QFETCH(QString, path);
    const std::string input = bytesOf(path);
    const std::string divider = "\n====\n";
    const std::size_t at = input.find(divider);
    QVERIFY(at != std::string::npos);
    const SourceText text(input.substr(0, at));
    const std::string ann = input.substr(at + divider.size());
    const Annotations read = readAnn(ann, text, "a.ann").annotations;
    QVERIFY(writeAnn(ann, read, read, text) == ann);

    Annotations wanted = read;
    wanted.notes.push_back({"#99", "AnnotatorNotes", "T1", "new", 0});
    Annotations again = readAnn(writeAnn(ann, read, wanted, text), text, "a.ann").annotations;
    again.notes.back().line = 0;
    QVERIFY(again == wanted);
}

void BratWriterTest::otherFilesStayAsTheyAre_data()
{
    QTest::addColumn<QString>("ann");
    for (const QString& folder : {QStringLiteral(ENTENTE_SOURCE_DIR "/resources/sample"),
                                  sharedFolder() + QStringLiteral("/articles"),
                                  sharedFolder() + QStringLiteral("/data/diplomatic-travel")}) {
        QDirIterator files(folder, {QStringLiteral("*.ann")}, QDir::Files,
                           QDirIterator::Subdirectories);
        if (!files.hasNext())
            qInfo("no annotations in %s", qPrintable(folder));
        while (files.hasNext()) {
            const QString file = files.next();
            QTest::newRow(qPrintable(QDir(folder).relativeFilePath(file))) << file;
        }
    }
}

void BratWriterTest::otherFilesStayAsTheyAre()
{
    QFETCH(QString, ann);
    const std::string bytes = bytesOf(ann);
    const SourceText text(bytesOf(ann.chopped(4) + QStringLiteral(".txt")));
    const Annotations annotations = readAnn(bytes, text, "a.ann").annotations;
    QVERIFY(writeAnn(bytes, annotations, annotations, text) == bytes);

    Annotations wanted = annotations;
    wanted.notes.push_back({"#9999", "AnnotatorNotes", "T1", "new", 0});
    QVERIFY(writeAnn(bytes, annotations, wanted, text) ==
            bytes + "#9999\tAnnotatorNotes T1\tnew\n");
}

void BratWriterTest::fromNothingTheRealArticleIsWrittenAsBratDoes()
{
    const QString name = sharedFolder() + QStringLiteral("/articles/choe-visits-russia");
    if (!QFile::exists(name + QStringLiteral(".ann")))
        QSKIP("the real article is not here: set ENTENTE_SHARED to its folder");
    const std::string bytes = bytesOf(name + QStringLiteral(".ann"));
    const SourceText text(bytesOf(name + QStringLiteral(".txt")));
    const Annotations annotations = readAnn(bytes, text, "a.ann").annotations;
    const std::string written = writeAnn("", {}, withoutLines(annotations), text);
    QCOMPARE(sortedLines(written), sortedLines(bytes));
}

QTEST_GUILESS_MAIN(BratWriterTest)
#include "bratwritertest.moc"
