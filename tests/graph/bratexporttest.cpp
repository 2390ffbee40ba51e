// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/bratexport.h"

#include "graph/annotation/corpus.h"
#include "graph/text/sourcetext.h"
#include "tests/support/brat.h"
#include "tests/support/exported.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

#include <filesystem>
#include <type_traits>

using namespace entente;

namespace
{

const char* const text = "Choe visits Russia. Lavrov met Choe Son-hui in Moscow in January.\n";
/// With what no reader understands, and what only a careful one keeps.
const char* const ann = "T1\tPerson 0 4\tChoe\n"
                        "T2\tVisit 5 11\tvisits\n"
                        "this line is nobody's\n"
                        "T3\tState 12 18\tRussia\n"
                        "T4\tPerson 20 26\tLavrov\n"
                        "T5\tMeeting 27 30\tmet\n"
                        "T6\tPerson 31 43\tChoe Son-hui\n"
                        "T7\tPlace 47 53\tMoscow\n"
                        "T8\tDate 57 64\tJanuary\n"
                        "\n"
                        "E1\tVisit:T2 Visitor1:T1 Destination:T3\n"
                        "E2\tMeeting:T5 Participant:T4  Participant2:T6 Place:T7 Time:T8\n"
                        "A1\tModality E1 Planned\n"
                        "R1\tLocatedIn Arg1:T7 Arg2:T3\t\n"
                        "N1\tReference T3 Wikidata:Q159\t\tRussia\n"
                        "N2\tReference T8 EDTF:2024-01\tJanuary\n"
                        "*\tSameAs T1 T6\n"
                        "#1\tAnnotatorNotes E1\tlook again\n";

/// One article as its files say it, to be edited and written again.
class Desk
{
public:
    Desk() { open("a", text, ann); }

    void open(const std::string& name, const std::string& txt, const std::string& annotation,
              std::optional<std::string> metadata = {})
    {
        ArticleBytes bytes;
        bytes.name = name;
        bytes.text = txt;
        bytes.annotation = annotation;
        bytes.metadata = std::move(metadata);
        mustApply(store, AddArticle{importBytes(bytes, testOntology()).imported->records});
    }

    const ArticleRecords& records() const { return store.records(store.articles().front()); }
    const Claim& claim(const std::string& line) const { return of(records().claims, line); }
    const Mention& mention(const std::string& line) const { return of(records().mentions, line); }
    EntityId entity(const std::string& line) const { return mention(line).entity; }

    /// A mention of words that stand in the text once.
    Mention marked(const std::string& words, const std::string& type) const
    {
        Mention mention;
        mention.id = MentionId(randomUuid());
        mention.article = records().article.id;
        mention.type = type;
        mention.spans = {records().article.text->find(words, 1).at(0)};
        mention.text = words;
        return mention;
    }

    template <class Id, class Fields>
    void change(Id id, Fields fields)
    {
        mustApply(store, ChangeRecord<Id, Fields>{id, std::move(fields)});
    }
    template <class Id, class Fields, class Value>
    void change(Id id, std::optional<Value> Fields::*field, std::type_identity_t<Value> value)
    {
        Fields fields;
        fields.*field = std::move(value);
        change(id, std::move(fields));
    }

    /// The annotation file as it is written now, once it is sure that nothing got lost.
    QString written()
    {
        exported = exportBrat(store, ENTENTE_SOURCE_DIR "/resources");
        if (!exported.lost.empty())
            qFatal("%s was lost", exported.lost.front().c_str());
        Diagnostics troubles;
        if (!saySame(readBack(exported.files, troubles), store) || !troubles.empty())
            qFatal("it does not come back: %s",
                   troubles.empty() ? "" : troubles.front().text().c_str());
        return asQString(exported.files.at("a.ann"));
    }

    QStringList notInBrat() const { return asQStrings(exported.notInBrat); }

    Store store;
    BratExport exported;

private:
    template <class Record>
    static const Record& of(const std::vector<Record>& all, const std::string& line)
    {
        return *std::ranges::find(all, line, &Record::sourceId);
    }
};

/// The file with some of its lines changed.
QString with(const std::vector<std::pair<std::string, std::string>>& replacements)
{
    QString file = asQString(ann);
    for (const auto& [from, to] : replacements) {
        if (!file.contains(asQString(from)))
            qFatal("“%s” is not in the file", from.c_str());
        file.replace(asQString(from), asQString(to));
    }
    return file;
}

/// Every file of a folder but those that say what its types are.
std::map<std::string, std::string> articlesIn(const QString& folder)
{
    std::map<std::string, std::string> files;
    QDirIterator all(folder, {"*.txt", "*.ann", "*.json"}, QDir::Files,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        files[QDir(folder).relativeFilePath(path).toStdString()] = bytesOf(path);
    }
    return files;
}

BratExport exportOf(const QString& folder)
{
    const std::filesystem::path resources = std::filesystem::path(ENTENTE_SOURCE_DIR) / "resources";
    auto corpus = openCorpus({folder.toStdString()}, resources, {});
    if (!corpus)
        throw std::runtime_error(corpus.error());
    return exportBrat(corpus->store, resources);
}

} // namespace

class BratExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSampleComesOutByteForByte()
    {
        const QString sample = QStringLiteral(ENTENTE_SOURCE_DIR "/resources/sample");
        const BratExport exported = exportOf(sample);
        QCOMPARE(asQStrings(exported.notInBrat), QStringList());
        QCOMPARE(exported.files.size(), std::size_t{57});
        for (const auto& [path, bytes] : articlesIn(sample)) {
            QVERIFY2(exported.files.contains(path), path.c_str());
            QVERIFY2(exported.files.at(path) == bytes, path.c_str());
        }
    }

    void theRealArticleComesOutByteForByte()
    {
        const QString folder = sharedFolder() + QStringLiteral("/articles");
        if (!QDir(folder).exists())
            QSKIP("The real article is not here.");
        const BratExport exported = exportOf(folder);
        QCOMPARE(asQStrings(exported.notInBrat), QStringList());
        for (const char* name : {"choe-visits-russia.txt", "choe-visits-russia.ann"})
            QVERIFY2(exported.files.at(name) == bytesOf(folder + u'/' + QLatin1String(name)), name);
    }

    void linesThatNobodyUnderstandsStayInTheirPlace()
    {
        Desk desk;
        QCOMPARE(desk.written(), asQString(ann));
        QVERIFY(!desk.exported.files.contains("entente.jsonl"));
        desk.change(desk.claim("E1").id, &ClaimFields::modality, Modality::Happened);
        QCOMPARE(desk.written(), with({{"A1\tModality E1 Planned", "A1\tModality E1 Happened"}}));
        QVERIFY(!desk.exported.files.contains("entente.jsonl"));
    }

    void otherLineEndsAndByteOrderMarksStay()
    {
        const std::string strange = "\xef\xbb\xbfT1\tPerson 0 4\tChoe\r\n\r\nfree\r\n"
                                    "T2\tState 12 18\tRussia";
        Desk desk;
        desk.store = {};
        desk.open("a", text, strange);
        QCOMPARE(desk.written(), asQString(strange));
        desk.change(desk.mention("T2").id, &MentionFields::note, "so it says");
        QCOMPARE(desk.written(), asQString(strange + "\r\n#1\tAnnotatorNotes T2\tso it says\r\n"));
    }

    void whatIsSaidOfAClaimStandsOnItsLines()
    {
        Desk desk;
        ClaimFields fields;
        fields.factuality = Factuality::CTplus;
        fields.confidence = "Moderate";
        fields.reliability = "B";
        fields.credibility = "2";
        fields.notes = std::vector<std::string>{"look again", "and again"};
        const std::vector<OutsideId> ids{{"Event", "2024-01-visit", "the visit"}};
        fields.ids = ids;
        desk.change(desk.claim("E1").event, &EventFields::ids, ids);
        desk.change(desk.claim("E1").id, fields);
        QCOMPARE(desk.written(),
                 asQString(ann) + QStringLiteral("A2\tConfidence E1 Moderate\n"
                                                 "A3\tFactuality E1 CT+\n"
                                                 "A4\tInfoCredibility E1 2\n"
                                                 "A5\tSourceReliability E1 B\n"
                                                 "N3\tReference E1 Event:2024-01-visit\tthe visit\n"
                                                 "#2\tAnnotatorNotes E1\tand again\n"));
        QVERIFY(!desk.exported.files.contains("entente.jsonl"));
    }

    void whatIsTakenBackLeavesTheFile()
    {
        Desk desk;
        ClaimFields fields;
        fields.modality = std::optional<Modality>();
        fields.notes = std::vector<std::string>();
        desk.change(desk.claim("E1").id, fields);
        QCOMPARE(desk.written(), with({{"A1\tModality E1 Planned\n", ""},
                                       {"#1\tAnnotatorNotes E1\tlook again\n", ""}}));
        QVERIFY(!desk.exported.files.contains("entente.jsonl"));
    }

    void rolesKeepTheirSpellingAndGetNumbers()
    {
        Desk desk;
        std::vector<RoleFiller> roles = desk.claim("E2").roles;
        roles.push_back({"Participant", desk.mention("T3").id});
        std::erase(roles, RoleFiller{"Place", desk.mention("T7").id});
        desk.change(desk.claim("E2").id, &ClaimFields::roles, roles);
        QCOMPARE(desk.written(),
                 with({{"E2\tMeeting:T5 Participant:T4  Participant2:T6 Place:T7 Time:T8",
                        "E2\tMeeting:T5 Participant:T4 Participant2:T6 Time:T8 Participant3:T3"}}));
    }

    void aDayMovesWithItsWords()
    {
        Desk desk;
        desk.change(desk.claim("E2").id, &ClaimFields::dates, std::vector{*parseEdtf("2024-02")});
        QCOMPARE(desk.written(), with({{"EDTF:2024-01", "EDTF:2024-02"}}));
        QVERIFY(!desk.exported.files.contains("entente.jsonl"));
    }

    void aTypeChangesWithItsTrigger()
    {
        Desk desk;
        desk.change(desk.claim("E2").id, &ClaimFields::type, "Talks");
        QCOMPARE(desk.written(), with({{"T5\tMeeting", "T5\tTalks"},
                                       {"E2\tMeeting:T5 Participant:T4  Part",
                                        "E2\tTalks:T5 Participant:T4 Part"}}));
    }

    void anActorsTypeStandsOnAllItsWords()
    {
        Desk desk;
        desk.change(desk.entity("T1"), &EntityFields::type, "Group");
        QCOMPARE(desk.written(), with({{"T1\tPerson", "T1\tGroup"}, {"T6\tPerson", "T6\tGroup"}}));
    }

    void outsideIdsStandOnTheWords()
    {
        Desk desk;
        desk.change(desk.entity("T4"), &EntityFields::ids,
                    std::vector<OutsideId>{{"Wikidata", "Q58217", "Lavrov"}});
        desk.change(desk.entity("T3"), &EntityFields::ids, std::vector<OutsideId>());
        QCOMPARE(desk.written(), with({{"N1\tReference T3 Wikidata:Q159\t\tRussia\n", ""}}) +
                                     QStringLiteral("N3\tReference T4 Wikidata:Q58217\tLavrov\n"));
    }

    void anOutsideIdIsWrittenOnceHoweverItIsSpelled()
    {
        Desk desk;
        desk.change(desk.claim("E1").event, &EventFields::ids,
                    {{"Wikidata", "Q1", " no value of brat's"}, {"wikidata", "Q1", "a visit"}});
        const QString once = desk.written();
        QCOMPARE(once.count(QStringLiteral("ikidata:Q1\t")), 1);
        Diagnostics troubles;
        desk.store = readBack(desk.exported.files, troubles);
        QCOMPARE(desk.written(), once);
    }

    void wordsMarkedByHandGetLines()
    {
        Desk desk;
        Mention met = desk.marked("met", "Talks");
        Mention lavrov = desk.marked("Lavrov met", "Person");
        lavrov.entity = desk.entity("T4");
        Claim claim;
        claim.id = ClaimId(randomUuid());
        claim.article = met.article;
        claim.type = "Talks";
        claim.trigger = met.id;
        claim.event = desk.claim("E2").event;
        claim.roles = {{"Participant", lavrov.id}, {"Topic", desk.claim("E1").id}};
        claim.modality = Modality::Happened;
        claim.origin = Origin::ByHand;
        mustApply(desk.store, Together{{AddMention{lavrov}, AddMention{met}, AddClaim{claim}}});
        QCOMPARE(desk.written(), with({{"*\tSameAs T1 T6\n", "*\tSameAs T1 T6\n"}}) +
                                     QStringLiteral("T9\tPerson 20 30\tLavrov met\n"
                                                    "T10\tTalks 27 30\tmet\n"
                                                    "E3\tTalks:T10 Participant:T9 Topic:E1\n"
                                                    "*\tSameAs T4 T9\n"
                                                    "*\tSameEvent E2 E3\n"
                                                    "A2\tModality E3 Happened\n"));
        // brat has lines, and no lasting names for what is on them.
        QVERIFY(desk.notInBrat().contains(QStringLiteral("“a”: that a claim was made by hand")));
    }

    void whatCameBackIsWrittenOnTheSameLines()
    {
        Desk desk;
        const Mention january = desk.marked("in January", "Date");
        mustApply(desk.store, AddMention{january});
        const QString once = desk.written();
        Diagnostics troubles;
        desk.store = readBack(desk.exported.files, troubles);
        QVERIFY(desk.store.mention(january.id));
        QCOMPARE(desk.written(), once);
    }

    void meetingsJoinAndPart()
    {
        Desk desk;
        const EventId visit = desk.claim("E1").event;
        const EventId meeting = desk.claim("E2").event;
        desk.change(desk.claim("E2").id, &ClaimFields::event, visit);
        QCOMPARE(desk.written(), asQString(ann) + QStringLiteral("*\tSameEvent E1 E2\n"));
        desk.change(desk.claim("E2").id, &ClaimFields::event, meeting);
        QCOMPARE(desk.written(), asQString(ann));
    }

    void namesOfOneActorPart()
    {
        Desk desk;
        Entity other;
        other.id = EntityId(randomUuid());
        other.article = desk.records().article.id;
        other.type = "Person";
        mustApply(desk.store, AddEntity{other});
        desk.change(desk.mention("T6").id, &MentionFields::entity, other.id);
        QCOMPARE(desk.written(), with({{"*\tSameAs T1 T6\n", ""}}));
        desk.change(desk.mention("T6").id, &MentionFields::entity, desk.entity("T4"));
        mustApply(desk.store, RemoveEntity{other.id});
        QCOMPARE(desk.written(),
                 with({{"*\tSameAs T1 T6\n", ""}}) + QStringLiteral("*\tSameAs T4 T6\n"));
    }

    void whatIsTakenAwayTakesItsLinesAlong()
    {
        Desk desk;
        const EventId visit = desk.claim("E1").event;
        mustApply(desk.store, Together{{RemoveClaim{desk.claim("E1").id}, RemoveEvent{visit},
                                        RemoveMention{desk.mention("T2").id}}});
        QCOMPARE(desk.written(), with({{"T2\tVisit 5 11\tvisits\n", ""},
                                       {"E1\tVisit:T2 Visitor1:T1 Destination:T3\n", ""},
                                       {"A1\tModality E1 Planned\n", ""},
                                       {"#1\tAnnotatorNotes E1\tlook again\n", ""}}));
        QVERIFY(!desk.exported.files.contains("entente.jsonl"));
    }

    void whatBratCannotHoldIsListed()
    {
        Desk desk;
        desk.open("b", text, ann);
        const Claim other = desk.store.records(desk.store.articles().back()).claims.front();
        desk.change(desk.claim("E1").id, &ClaimFields::rejected, true);
        desk.change(desk.entity("T1"), &EntityFields::name, "CHOE Son-hui");
        desk.change(desk.records().article.id, &ArticleFields::tags,
                    std::vector<std::string>{"north"});
        mustApply(desk.store, JudgeEvents{desk.claim("E1").event, other.event, Sameness::One});
        mustApply(desk.store, PlaceNodes{{{nodeId(other.event), Point{0.1, -3}}}});
        mustApply(desk.store, PutView{{ViewId(randomUuid()), "Moscow", "{}"}});
        mustApply(desk.store, SettleMatter{"no-date:1", "Nobody says when."});
        QCOMPARE(desk.written(), asQString(ann));
        QCOMPARE(desk.notInBrat(),
                 (QStringList{QStringLiteral("“a”: Change the tags of an article"),
                              QStringLiteral("“a”: Reject a claim"),
                              QStringLiteral("“a”: Rename to “CHOE Son-hui”"),
                              QStringLiteral("Merge two meetings"), QStringLiteral("Move a node"),
                              QStringLiteral("Keep the view “Moscow”"),
                              QStringLiteral("Leave a matter as it is: “Nobody says when.”")}));
    }

    void whatIsKnownOfAnArticleStandsBesideIt()
    {
        Desk desk;
        ArticleFields fields;
        fields.outlet = "Harbour Wire";
        fields.published = parseEdtf("2024-01-15");
        fields.chain = std::vector<std::string>{"Harbour Wire", "Courier"};
        desk.change(desk.records().article.id, fields);
        QVERIFY(!desk.written().isEmpty());
        QCOMPARE(asQString(desk.exported.files.at("a.json")),
                 QStringLiteral("{\n  \"outlet\": \"Harbour Wire\",\n  \"chain\": [\n"
                                "    \"Harbour Wire\",\n    \"Courier\"\n  ],\n"
                                "  \"published\": \"2024-01-15\"\n}\n"));
    }

    /// Other programs keep things there, too.
    void whatElseStandsBesideAnArticleStays()
    {
        const std::string beside = "{ \"page\": [3, 4.50], \"outlet\": \"Harbour Wire\",\r\n"
                                   "  \"published\": \"last week\" }";
        Desk desk;
        desk.open("b", text, ann, beside);
        QVERIFY(!desk.written().isEmpty());
        QCOMPARE(asQString(desk.exported.files.at("b.json")), asQString(beside));

        ArticleFields fields;
        fields.outlet = "Courier";
        fields.language = "en";
        desk.change(desk.store.articles().at(1), fields);
        QVERIFY(!desk.written().isEmpty());
        QCOMPARE(asQString(desk.exported.files.at("b.json")),
                 QStringLiteral("{\n  \"page\": [\n    3,\n    4.5\n  ],\n"
                                "  \"outlet\": \"Courier\",\n  \"published\": \"last week\",\n"
                                "  \"language\": \"en\"\n}\n"));
    }

    void whatBesideAnArticleIsNoJsonStays()
    {
        Desk desk;
        desk.open("b", text, ann, "outlet: Harbour Wire");
        desk.change(desk.store.articles().at(1), &ArticleFields::outlet, "Courier");
        QVERIFY(!desk.written().isEmpty()); // And comes back: in the lines of entente.jsonl.
        QCOMPARE(asQString(desk.exported.files.at("b.json")),
                 QStringLiteral("outlet: Harbour Wire"));
    }

    void articlesComeBackInTheirOrder()
    {
        Desk desk;
        for (const char* name : {"d", "c", "b", "e"})
            desk.open(name, text, ann);
        QVERIFY(!desk.written().isEmpty());
        QCOMPARE(desk.notInBrat(), QStringList{QStringLiteral("the order of the articles")});
    }

    /// A project may come from anywhere, and a name in it is only a word.
    void noNameLeadsOutOfTheFolder_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("file");
        QTest::newRow("up") << "../../etc/x"
                            << "etc/x";
        QTest::newRow("from the root") << "/etc/x"
                                       << "etc/x";
        QTest::newRow("nothing") << ""
                                 << "article";
        QTest::newRow("dots") << "./.."
                              << "article";
        QTest::newRow("the vocabulary") << "x/entente"
                                        << "x/entente-article";
        QTest::newRow("taken") << "a"
                               << "a-2";
    }
    void noNameLeadsOutOfTheFolder()
    {
        QFETCH(QString, name);
        QFETCH(QString, file);
        Desk desk;
        ArticleRecords records = desk.records();
        mustApply(desk.store, RemoveArticle{records.article.id});
        desk.open("a", text, ann);
        Desk elsewhere;
        elsewhere.store = {};
        elsewhere.open("elsewhere", text, ann);
        records = elsewhere.records();
        records.article.name = name.toStdString();
        mustApply(desk.store, AddArticle{records});
        QVERIFY(!desk.written().isEmpty());
        QVERIFY(desk.exported.files.contains(file.toStdString() + ".ann"));
    }
};

QTEST_GUILESS_MAIN(BratExportTest)
#include "bratexporttest.moc"
