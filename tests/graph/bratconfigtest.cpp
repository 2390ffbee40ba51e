// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/config.h"
#include "tests/support/brat.h"

#include <QTest>

using namespace entente;

namespace
{

AnnotationConfig read(const std::string& bytes)
{
    return readAnnotationConfig(bytes, "annotation.conf");
}

/// "Participant 1..* = Person|State"
QString textOf(const ConfigArgument& argument)
{
    QStringList values;
    for (const std::string& value : argument.values)
        values << asQString(value);
    const QString most =
        argument.atMost < 0 ? QStringLiteral("*") : QString::number(argument.atMost);
    return QStringLiteral("%1 %2..%3 = %4")
        .arg(asQString(argument.role))
        .arg(argument.atLeast)
        .arg(most, values.join(u'|'));
}

QStringList textOf(const ConfigType& type)
{
    QStringList lines;
    for (const ConfigArgument& argument : type.arguments)
        lines << textOf(argument);
    return lines;
}

/// "Contact!", "Contact > Visit"
QStringList hierarchyOf(const std::vector<ConfigType>& types)
{
    QStringList lines;
    for (const ConfigType& type : types) {
        const QString above =
            type.parent.empty() ? QString() : asQString(type.parent) + QStringLiteral(" > ");
        lines << above + asQString(type.name) + (type.isHeading ? QStringLiteral("!") : QString());
    }
    return lines;
}

} // namespace

class BratConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rolesSayHowManyFillThem_data();
    void rolesSayHowManyFillThem();
    void macrosArePutInWithinTheirSection();
    void macrosDoNotHoldMacros();
    void aMacroThatStandsForNothingLeavesNothing();
    void macrosThatDoubleEachOtherAreCutShort();
    void unclosedBracketsAreReadInOnePass();
    void typesStandUnderWhatIsIndentedLess();
    void labelsAndOptionsAreKept();
    void relationsAndAttributesMayHaveSeveralLines();
    void linesAboutOverlapTakeNoPart();
    void whatIsNotUnderstoodIsReported_data();
    void whatIsNotUnderstoodIsReported();
    void looksAreRead();
    void addressesOfDatabasesAreRead();
    void ourOwnFilesAndTheRealOnesAreUnderstood_data();
    void ourOwnFilesAndTheRealOnesAreUnderstood();
};

void BratConfigTest::rolesSayHowManyFillThem_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* role, const char* text) {
        QTest::newRow(role) << QString::fromLatin1(role) << QString::fromLatin1(text);
    };
    row("Host:Person", "Host 1..1 = Person");
    row("Host?:Person", "Host 0..1 = Person");
    row("Host*:Person|State", "Host 0..* = Person|State");
    row("Host+:Person", "Host 1..* = Person");
    row("Host{2}:Person", "Host 2..2 = Person");
    row("Host{1-3}:Person", "Host 1..3 = Person");
    row("Host2:Person", "Host2 1..1 = Person");
    row("Host2?:Person", "Host2 0..1 = Person");
    row("Host : Person | State", "Host 1..1 = Person|State");
}

void BratConfigTest::rolesSayHowManyFillThem()
{
    QFETCH(QString, role);
    QFETCH(QString, text);
    const AnnotationConfig config =
        read("[entities]\nPerson\nState\n[events]\nVisit\t" + role.toStdString() + '\n');
    QCOMPARE(messagesOf(config.diagnostics), QStringList{});
    QCOMPARE(textOf(config.events.front()), QStringList{text});
}

void BratConfigTest::macrosArePutInWithinTheirSection()
{
    const AnnotationConfig config = read("[entities]\nPerson\nState\nDate\n"
                                         "[events]\n<WHO>= Person|State\n<WHEN>=Time*:Date\n"
                                         "Visit\tVisitor+:<WHO>, <WHEN>\nTalks\t<WHEN>\n"
                                         "[attributes]\nMood\tArg:<EVENT>, Value:<WHO>\n");
    QCOMPARE(textOf(config.events[0]), (QStringList{QStringLiteral("Visitor 1..* = Person|State"),
                                                    QStringLiteral("Time 0..* = Date")}));
    QCOMPARE(textOf(config.events[1]), QStringList{QStringLiteral("Time 0..* = Date")});
    QCOMPARE(messagesOf(config.diagnostics),
             QStringList{QStringLiteral("annotation.conf:11: warning: <WHO> is not defined in this "
                                        "section (a macro cannot hold another); it stands for "
                                        "nothing")});
}

void BratConfigTest::macrosDoNotHoldMacros()
{
    const AnnotationConfig config = read("[entities]\nPerson\n[events]\n<A>=Person\n<B>=<A>\n"
                                         "Visit\tVisitor:<B>\n");
    QCOMPARE(config.diagnostics.size(), 1U);
    QCOMPARE(config.diagnostics.front().line, 6);
    QVERIFY(asQString(config.diagnostics.front().message).startsWith(QStringLiteral("<A> is not")));
}

void BratConfigTest::aMacroThatStandsForNothingLeavesNothing()
{
    const AnnotationConfig config =
        read("[entities]\n<NOTHING>=\n<NOTHING>\n\t<NOTHING>\nPerson\n");
    QCOMPARE(config.entities.size(), 1U);
    QCOMPARE(messagesOf(config.diagnostics), QStringList{});
}

/// 2 to the power of 40 words, were they all put in.
void BratConfigTest::macrosThatDoubleEachOtherAreCutShort()
{
    std::string bytes = "[events]\n";
    for (int i = 0; i < 40; ++i)
        bytes += "<M" + std::to_string(i) + ">=<M" + std::to_string(i + 1) + "><M" +
                 std::to_string(i + 1) + ">\n";
    const AnnotationConfig config = read(bytes + "Visit\tVisitor:<M0>\nTalks\n");
    QCOMPARE(messagesOf(config.diagnostics),
             QStringList{QStringLiteral("annotation.conf:42: warning: with its macros put in it is "
                                        "longer than 64 KiB; the line is left out")});
    QCOMPARE(config.events.size(), 1U);
}

void BratConfigTest::unclosedBracketsAreReadInOnePass()
{
    const AnnotationConfig config = read("[events]\nVisit\t" + std::string(1'000'000, '<') + '\n');
    QCOMPARE(config.events.size(), 1U);
}

void BratConfigTest::typesStandUnderWhatIsIndentedLess()
{
    const AnnotationConfig config = read("[events]\r\n!Contact\r\n\tVisit\r\n\t\tReturnVisit\r\n"
                                         "\tTalks\r\n-----\r\n!Conduct\r\n  Aid\r\n");
    QCOMPARE(hierarchyOf(config.events),
             (QStringList{QStringLiteral("Contact!"), QStringLiteral("Contact > Visit"),
                          QStringLiteral("Visit > ReturnVisit"), QStringLiteral("Contact > Talks"),
                          QStringLiteral("Conduct!"), QStringLiteral("Conduct > Aid")}));
    QCOMPARE(messagesOf(config.diagnostics), QStringList{});
}

void BratConfigTest::labelsAndOptionsAreKept()
{
    const AnnotationConfig config = read("\uFEFF# a comment\n[spans]\n"
                                         "GPE|Geo-political entity|GPE\t<NORM>:Wikidata|ISO\n"
                                         "Person|Natural person\n");
    QCOMPARE(asQString(config.entities[0].name), QStringLiteral("GPE"));
    QCOMPARE(asQStrings(config.entities[0].labels),
             (QStringList{QStringLiteral("Geo-political entity"), QStringLiteral("GPE")}));
    QCOMPARE(asQString(config.entities[0].options.at("<NORM>")), QStringLiteral("Wikidata|ISO"));
    QCOMPARE(asQStrings(config.entities[1].labels), QStringList{QStringLiteral("Natural person")});
    QCOMPARE(messagesOf(config.diagnostics), QStringList{});
}

void BratConfigTest::relationsAndAttributesMayHaveSeveralLines()
{
    const AnnotationConfig config =
        read("[entities]\nA\nB\n[relations]\nNear\tArg1:A, Arg2:B, "
             "<REL-TYPE>:symmetric-transitive\nNear\tArg1:B, Arg2:A\n"
             "[attributes]\nSure\tArg:A\nSure\tArg:B, Value:CT+|PR-, <DEFAULT>:CT+\n");
    QCOMPARE(config.relations.size(), 2U);
    QCOMPARE(asQString(config.relations[0].options.at("<REL-TYPE>")),
             QStringLiteral("symmetric-transitive"));
    QCOMPARE(textOf(config.attributes[1]),
             (QStringList{QStringLiteral("Arg 1..1 = B"), QStringLiteral("Value 1..1 = CT+|PR-")}));
    QCOMPARE(messagesOf(config.diagnostics), QStringList{});
}

void BratConfigTest::linesAboutOverlapTakeNoPart()
{
    const AnnotationConfig config =
        read("[relations]\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n");
    QVERIFY(config.relations.empty());
    QCOMPARE(messagesOf(config.diagnostics), QStringList{});
}

void BratConfigTest::whatIsNotUnderstoodIsReported_data()
{
    QTest::addColumn<QString>("bytes");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* bytes, const char* message) {
        QTest::newRow(name) << QString::fromUtf8(bytes) << QString::fromUtf8(message);
    };
    row("before the first section", "Person\n", "1: warning: a line before the first section");
    row("an unknown section", "[people]\nPerson\nState\n",
        "2: warning: the section [people] is not known; its lines are left out");
    row("no name of a type", "[entities]\nPers%n\n", "2: warning: \"Pers%n\" is no name of a type");
    row("a type twice", "[entities]\nPerson\nPerson\n",
        "3: warning: Person is defined above already");
    row("no role", "[events]\nVisit\tVisitor\n", "2: warning: \"Visitor\" is no Role:Type");
    row("a number that is none", "[events]\nVisit\tVisitor{x}:Visit\n",
        "2: warning: \"Visitor{x}\" is no role with a number");
    row("a number backwards", "[events]\nVisit\tVisitor{3-1}:Visit\n",
        "2: warning: \"Visitor{3-1}\" is no role with a number");
    row("a number and no role", "[events]\nVisit\t+:Visit\n",
        "2: warning: \"+\" is no role with a number");
    row("a role in a digit that repeats", "[events]\nVisit\tVisitor2+:Visit\n",
        "2: warning: Visitor2 ends in a digit, so it cannot repeat");
    row("a type that is not defined", "[events]\nVisit\tVisitor:Person\n",
        "2: warning: Visitor of Visit takes Person, which is not defined");
    row("a macro of a reserved name", "[events]\n<EVENT>=Visit\n",
        "2: warning: <EVENT> has a meaning of its own");
}

void BratConfigTest::whatIsNotUnderstoodIsReported()
{
    QFETCH(QString, bytes);
    QFETCH(QString, message);
    const AnnotationConfig config = read(bytes.toStdString());
    QCOMPARE(config.diagnostics.size(), 1U);
    const QString said = asQString(config.diagnostics.front().text());
    QVERIFY2(said.startsWith(QStringLiteral("annotation.conf:") + message), qPrintable(said));
}

void BratConfigTest::looksAreRead()
{
    const VisualConfig config = readVisualConfig("[labels]\nOrganOf | is an organ of | organ\n"
                                                 "[drawing]\nPerson\tbgColor:lightgreen, "
                                                 "borderColor:darken\nNonsense\n"
                                                 "Modality\tglyph:H|A|?, position:left\n[x]\ny\n",
                                                 "visual.conf");
    QCOMPARE(asQStrings(config.labels.at("OrganOf")),
             (QStringList{QStringLiteral("is an organ of"), QStringLiteral("organ")}));
    QCOMPARE(asQString(config.drawing.at("Person").at("bgColor")), QStringLiteral("lightgreen"));
    QCOMPARE(asQString(config.drawing.at("Person").at("borderColor")), QStringLiteral("darken"));
    QCOMPARE(asQString(config.drawing.at("Modality").at("glyph")), QStringLiteral("H|A|?"));
    QCOMPARE(config.diagnostics.size(), 2U);
    QCOMPARE(config.diagnostics[0].line, 5);
    QCOMPARE(config.diagnostics[1].line, 8);
}

void BratConfigTest::addressesOfDatabasesAreRead()
{
    const ToolsConfig config =
        readToolsConfig("[options]\nTokens tokenizer:whitespace\n[normalization]\n"
                        "Wikidata\tDB:<NONE>, <URL>:https://example.org/, "
                        "<URLBASE>:https://example.org/a,b?id=%s\n",
                        "tools.conf");
    QCOMPARE(config.normalization.size(), 1U);
    QCOMPARE(asQString(config.normalization.at("Wikidata").at("<URLBASE>")),
             QStringLiteral("https://example.org/a,b?id=%s"));
    QCOMPARE(messagesOf(config.diagnostics), QStringList{});
}

void BratConfigTest::ourOwnFilesAndTheRealOnesAreUnderstood_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("ours") << QStringLiteral(ENTENTE_SOURCE_DIR "/resources/ontology");
    QTest::newRow("real article") << sharedFolder() + QStringLiteral("/articles");
    QTest::newRow("travels") << sharedFolder() + QStringLiteral("/data/diplomatic-travel");
}

void BratConfigTest::ourOwnFilesAndTheRealOnesAreUnderstood()
{
    QFETCH(QString, folder);
    const std::string bytes = bytesOf(folder + QStringLiteral("/annotation.conf"));
    if (bytes.empty())
        QSKIP("it is not here: set ENTENTE_SHARED to the folder it is in");
    const AnnotationConfig config = read(bytes);
    QCOMPARE(messagesOf(config.diagnostics), QStringList{});
    QVERIFY(config.entities.size() >= 11 && config.events.size() >= 20);
    const std::string visual = bytesOf(folder + QStringLiteral("/visual.conf"));
    QCOMPARE(messagesOf(readVisualConfig(visual, "visual.conf").diagnostics), QStringList{});
    const std::string tools = bytesOf(folder + QStringLiteral("/tools.conf"));
    const ToolsConfig read = readToolsConfig(tools, "tools.conf");
    QCOMPARE(messagesOf(read.diagnostics), QStringList{});
    QVERIFY(read.normalization.contains("Wikidata"));
}

QTEST_GUILESS_MAIN(BratConfigTest)
#include "bratconfigtest.moc"
