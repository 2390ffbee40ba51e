// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/verify.h"

#include "graph/annotation/annotationindex.h"
#include "graph/annotation/brat/reader.h"
#include "graph/annotation/corpus.h"
#include "graph/text/sourcetext.h"
#include "tests/support/storetext.h"

#include <QDir>
#include <QTest>

using namespace entente;

namespace
{

const SourceText& text()
{
    static const SourceText text(
        std::string("Choe Putin Russia visited Pyongyang talks refused arms today"));
    return text;
}

/// Things to refer to, one line each; then the lines of the test.
std::string annFor(const std::string& lines)
{
    return "T1\tPerson 0 4\tChoe\n"
           "T2\tPerson 5 10\tPutin\n"
           "T3\tState 11 17\tRussia\n"
           "T4\tVisit 18 25\tvisited\n"
           "T5\tPlace 26 35\tPyongyang\n"
           "T6\tTalks 36 41\ttalks\n"
           "T7\tRefusal 42 49\trefused\n"
           "T8\tItem 50 54\tarms\n"
           "T9\tMovement 18 25\tvisited\n" +
           lines;
}

/// What is found, without the file's name.
QString found(const std::string& lines)
{
    const ReadAnnotations read = readAnn(annFor(lines), text(), "a.ann");
    QString all;
    for (const Diagnostic& diagnostic :
         verify(read.annotations, AnnotationIndex(read.annotations), testOntology(), "a.ann")) {
        if (diagnostic.severity != Severity::Warning || diagnostic.file != "a.ann")
            return QStringLiteral("no warning in a.ann");
        all += QStringLiteral("%1: %2\n")
                   .arg(diagnostic.line)
                   .arg(QString::fromStdString(diagnostic.message));
    }
    return all;
}

/// Of a folder that holds no mistakes, what is found nevertheless.
QString foundIn(const QString& folder)
{
    const std::filesystem::path resources = std::filesystem::path(ENTENTE_SOURCE_DIR) / "resources";
    const auto corpus = openCorpus({folder.toStdString()}, resources, Progress());
    if (!corpus)
        return QString::fromStdString(corpus.error());
    QString all;
    for (const Diagnostic& diagnostic : corpus->diagnostics) {
        if (diagnostic.severity != Severity::Note)
            all += QString::fromStdString(diagnostic.text()) + QLatin1Char('\n');
    }
    return all;
}

QString sharedFolder()
{
    return qEnvironmentVariable("ENTENTE_SHARED", QStringLiteral(ENTENTE_SOURCE_DIR "/../shared"));
}

} // namespace

class VerifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void what_data()
    {
        QTest::addColumn<QString>("lines");
        QTest::addColumn<QString>("message");

        QTest::newRow("all is well") << "E1\tVisit:T4 Visitor:T1 Destination:T5 Host:T2\n"
                                     << "";
        QTest::newRow("repeated roles") << "E1\tVisit:T4 Visitor:T1 Visitor2:T2\n"
                                        << "";
        QTest::newRow("no such role")
            << "E1\tVisit:T4 Visitor:T1 Inviter:T2\n"
            << "10: E1: Visit has no role Inviter (it has Visitor, Host, Destination, Source, "
               "Place, Time, Cue or Evidence); it is kept\n";
        QTest::newRow("filler of another type")
            << "E1\tVisit:T4 Visitor:T5\n"
            << "10: E1: T5 “Pyongyang” is of type Place, but Visitor of Visit takes Person, State, "
               "Organization or Group; it is kept\n";
        QTest::newRow("an event where an actor is asked for")
            << "E1\tTalks:T6 Participant:T1\nE2\tVisit:T4 Visitor:E1\n"
            << "11: E2: E1 “talks” is of type Talks, but Visitor of Visit takes Person, State, "
               "Organization or Group; it is kept\n";
        QTest::newRow("any event will do")
            << "E1\tTalks:T6 Participant:T1\nE2\tRefusal:T7 Actor:T2 Object:E1\n"
            << "";
        QTest::newRow("an actor where an event is asked for")
            << "E2\tRefusal:T7 Actor:T2 Object:T1\n"
            << "10: E2: T1 “Choe” is of type Person, but Object of Refusal takes Topic, Item, "
               "Meeting, Summit or 22 others; it is kept\n";
        QTest::newRow("a required role is missing")
            << "E1\tVisit:T4 Destination:T5\n"
            << "10: E1: Visit needs the role Visitor and does not have it\n";
        QTest::newRow("too many")
            << "E1\tMovement:T9 Traveller:T1 Origin:T5 Origin2:T3\n"
            << "10: E1: Movement takes the role Origin at most once and has it 2 times; all are "
               "kept\n";
        QTest::newRow("relation") << "R1\tLocatedIn Arg1:T5 Arg2:T3\n"
                                  << "";
        QTest::newRow("relation's first") << "R1\tLocatedIn Arg1:T1 Arg2:T3\n"
                                          << "10: R1: Arg1 of LocatedIn takes Place, but T1 “Choe” "
                                             "is of type Person; it is kept\n";
        QTest::newRow("relation's second")
            << "R1\tHoldsPosition Arg1:T1 Arg2:T3\n"
            << "10: R1: Arg2 of HoldsPosition takes Position, but T3 “Russia” is of type State; it "
               "is kept\n";
        QTest::newRow("relation between events")
            << "E1\tVisit:T4 Visitor:T1\nE2\tTalks:T6 Participant:T1\nR1\tReturnVisitOf Arg1:E1 "
               "Arg2:E2\n"
            << "12: R1: Arg2 of ReturnVisitOf takes Visit, but E2 “talks” is of type Talks; it is "
               "kept\n";
        QTest::newRow("same, but an event") << "E1\tVisit:T4 Visitor:T1\n*\tSameEvent E1 T1\n"
                                            << "11: a member of SameEvent takes Meeting, Summit, "
                                               "Talks, Visit or 20 others, but T1 “Choe” "
                                               "is of type Person; it is kept\n";
        QTest::newRow("attribute of an event")
            << "E1\tVisit:T4 Visitor:T1\nA1\tModality E1 Happened\nA2\tPolarity E1 Negative\n"
            << "";
        QTest::newRow("attribute on what it is not for")
            << "A1\tAspect T1 Ongoing\n"
            << "10: A1: Aspect goes with Meeting, Summit, Talks, Visit or 20 others, but T1 “Choe” "
               "is of "
               "type Person; it is kept\n";
        QTest::newRow("no such value")
            << "E1\tVisit:T4 Visitor:T1\nA1\tConfidence E1 Sure\n"
            << "11: A1: “Sure” is no value of Confidence (it takes High, Moderate or Low); it is "
               "kept\n";
        QTest::newRow("no value")
            << "E1\tVisit:T4 Visitor:T1\nA1\tConfidence E1\n"
            << "11: A1: nothing is no value of Confidence (it takes High, Moderate or Low); it is "
               "kept\n";
        QTest::newRow("what the ontology does not name is not held against anybody")
            << "T10\tVessel 50 54\tarms\nE1\tVisit:T4 Visitor:T10\nA1\tMood E1 Bright\n"
               "R1\tNear Arg1:T1 Arg2:T2\n"
            << "";
        QTest::newRow("what dangles is the reader's") << "R1\tLocatedIn Arg1:T77 Arg2:T3\n"
                                                      << "";
        QTest::newRow("by line") << "R1\tLocatedIn Arg1:T1 Arg2:T3\nE1\tVisit:T4 Destination:T5\n"
                                 << "10: R1: Arg1 of LocatedIn takes Place, but T1 “Choe” is of "
                                    "type Person; it is kept\n"
                                    "11: E1: Visit needs the role Visitor and does not have it\n";
    }
    void what()
    {
        QFETCH(QString, lines);
        QTEST(found(lines.toStdString()), "message");
    }

    void theSampleIsClean()
    {
        QCOMPARE(foundIn(QStringLiteral(ENTENTE_SOURCE_DIR "/resources/sample")), QString());
    }

    void realArticlesAreClean_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("a newspaper's") << "articles";
        QTest::newRow("travels of secretaries of state") << "data/diplomatic-travel";
    }
    void realArticlesAreClean()
    {
        QFETCH(QString, folder);
        const QString path = sharedFolder() + QLatin1Char('/') + folder;
        if (!QDir(path).exists())
            QSKIP("the real articles are not here (ENTENTE_SHARED names their folder)");
        QCOMPARE(foundIn(path), QString());
    }
};

QTEST_APPLESS_MAIN(VerifyTest)
#include "verifytest.moc"
