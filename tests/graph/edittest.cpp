// SPDX-License-Identifier: Apache-2.0
#include "graph/model/edit.h"

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/project/editjson.h"
#include "graph/text/sourcetext.h"
#include "tests/support/storetext.h"

#include <QTest>

#include <algorithm>

using namespace entente;

namespace
{

const char* const twoReports = R"(
    article a 2024-01-15
    Visit Happened: Visitor Person "Choe Son-hui", Destination State "Russia"
    Meeting Expected: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
    article b 2024-01-16
    Meeting: Participant Person "Ms Choe", Participant Person "Sergei Lavrov"
)";

const Node* nodeNamed(const KnowledgeGraph& graph, const std::string& name)
{
    for (const NodeId id : graph.nodes()) {
        if (graph.node(id)->name == name)
            return graph.node(id);
    }
    return nullptr;
}

class Desk
{
public:
    KnowledgeGraph graph() const { return fold(store, testOntology()); }

    EntityId entity(const std::string& name) const
    {
        const KnowledgeGraph now = graph();
        const Node* node = nodeNamed(now, name);
        return node ? node->entities.front() : EntityId();
    }

    const Claim& claim(std::size_t article, std::size_t index) const
    {
        return store.records(store.articles().at(article)).claims.at(index);
    }

    /// Does it, and sees that it can be taken back and done again.
    Change perform(const Edit& edit)
    {
        const Store before = store;
        auto applied = store.apply(edit);
        if (!applied)
            qFatal("%s", applied.error().c_str());
        const Store after = store;
        const auto undone = store.apply(applied->inverse);
        if (!undone || !(store == before))
            qFatal("%s cannot be taken back", wordsOf(edit).c_str());
        if (!store.apply(undone->inverse) || !(store == after))
            qFatal("%s cannot be done again", wordsOf(edit).c_str());
        return applied->change;
    }

    QString refusal(const Edit& edit)
    {
        const Store before = store;
        const auto applied = store.apply(edit);
        if (applied || !(store == before))
            qFatal("%s was not refused", wordsOf(edit).c_str());
        return QString::fromStdString(applied.error());
    }

    Store store = storeFrom(twoReports);
};

ChangeEntity renamed(EntityId id, const std::string& name)
{
    ChangeEntity change{id, {}};
    change.fields.name = name;
    return change;
}

ChangeClaim rejection(ClaimId id, bool rejected)
{
    ChangeClaim change{id, {}};
    change.fields.rejected = rejected;
    return change;
}

} // namespace

class EditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameThatAnAnalystGivesIsTheName()
    {
        Desk desk;
        desk.perform(renamed(desk.entity("Choe Son-hui"), "CHOE Son-hui"));
        QVERIFY(nodeNamed(desk.graph(), "CHOE Son-hui"));
    }

    void anAnalystMergesWhatNoRuleWould()
    {
        Desk desk;
        QVERIFY(nodeNamed(desk.graph(), "Ms Choe"));
        const EntityId choe = desk.entity("Choe Son-hui");
        const EntityId ms = desk.entity("Ms Choe");
        desk.perform(JudgeEntities{choe, ms, Sameness::One});
        const KnowledgeGraph merged = desk.graph();
        QCOMPARE(merged.nodeOf(choe), merged.nodeOf(ms));
        QCOMPARE(merged.node(merged.nodeOf(choe))->identity, Identity::Analyst);
        desk.perform(JudgeEntities{ms, choe, std::nullopt});
        const KnowledgeGraph parted = desk.graph();
        QVERIFY(parted.nodeOf(choe) != parted.nodeOf(ms));
    }

    void anAnalystKeepsApartWhatNamesWouldJoin()
    {
        Desk desk;
        const KnowledgeGraph before = desk.graph();
        const Node* lavrov = nodeNamed(before, "Sergei Lavrov");
        QCOMPARE(lavrov->entities.size(), 2U); // of two articles, by name
        const EntityId first = lavrov->entities[0];
        const EntityId second = lavrov->entities[1];
        desk.perform(JudgeEntities{first, second, Sameness::Apart});
        const KnowledgeGraph after = desk.graph();
        QVERIFY(after.nodeOf(first) != after.nodeOf(second));
    }

    void whatIsKeptApartDoesNotMeetByWayOfAThird()
    {
        Desk desk;
        const KnowledgeGraph before = desk.graph();
        const Node* lavrov = nodeNamed(before, "Sergei Lavrov");
        const EntityId first = lavrov->entities[0];
        const EntityId second = lavrov->entities[1];
        const EntityId third = desk.entity("Ms Choe");
        desk.perform(JudgeEntities{first, second, Sameness::Apart});
        desk.perform(JudgeEntities{first, third, Sameness::One});
        desk.perform(JudgeEntities{second, third, Sameness::One});
        const KnowledgeGraph after = desk.graph();
        QVERIFY(after.nodeOf(first) != after.nodeOf(second));
    }

    void aRejectedClaimLeavesTheGraphAndComesBack()
    {
        Desk desk;
        const ClaimId visit = desk.claim(0, 0).id;
        const int nodes = desk.graph().nodeCount();
        desk.perform(rejection(visit, true));
        QCOMPARE(desk.graph().nodeCount(), nodes - 1); // Nothing else speaks of the visit.
        QVERIFY(desk.store.claim(visit)->rejected);
        desk.perform(rejection(visit, false));
        QCOMPARE(desk.graph().nodeCount(), nodes);
    }

    void aRejectedClaimIsNoVote()
    {
        Desk desk;
        const Claim& visit = desk.claim(0, 0);
        Claim denial = visit;
        denial.id = ClaimId(randomUuid());
        denial.sourceId.clear();
        denial.origin = Origin::ByHand;
        denial.modality = Modality::DidNotHappen;
        denial.factuality = Factuality::CTplus;
        const NodeId event = desk.graph().nodeOf(visit.event);
        desk.perform(AddClaim{denial});
        QCOMPARE(desk.graph().node(event)->modality, std::optional(Modality::DidNotHappen));
        desk.perform(rejection(denial.id, true));
        QCOMPARE(desk.graph().node(event)->modality, std::optional(Modality::Happened));
    }

    void aClaimMovesToAnotherMeeting()
    {
        Desk desk;
        const Claim meeting = desk.claim(0, 1);
        const EventId visit = desk.claim(0, 0).event;
        ChangeClaim move{meeting.id, {}};
        move.fields.event = visit;
        desk.perform(move);
        const KnowledgeGraph graph = desk.graph();
        QCOMPARE(graph.node(graph.nodeOf(visit))->claims.size(), 2U);
    }

    void gradesNotesAndTagsAreKept()
    {
        Desk desk;
        ChangeClaim grade{desk.claim(0, 0).id, {}};
        grade.fields.reliability = "B";
        grade.fields.credibility = "2";
        grade.fields.confidence = "Moderate";
        grade.fields.notes = std::vector<std::string>{"seen by two reporters"};
        grade.fields.tags = std::vector<std::string>{"check"};
        desk.perform(grade);
        const Claim& claim = desk.claim(0, 0);
        QCOMPARE(claim.reliability, std::string("B"));
        QCOMPARE(claim.credibility, std::string("2"));
        QCOMPARE(claim.confidence, std::string("Moderate"));
        QCOMPARE(claim.tags, std::vector<std::string>{"check"});
        ChangeArticle article{desk.store.articles().front(), {}};
        article.fields.outlet = "Harbour Wire";
        article.fields.published = parseEdtf("2024-01");
        desk.perform(article);
        QCOMPARE(desk.store.article(article.id)->outlet, std::string("Harbour Wire"));
    }

    void whatIsNeededCannotBeTakenAway()
    {
        Desk desk;
        const Claim& visit = desk.claim(0, 0);
        QVERIFY(desk.refusal(RemoveMention{visit.trigger}).contains("begins from these words"));
        QVERIFY(desk.refusal(RemoveEvent{visit.event}).contains("speaks of it"));
        QVERIFY(desk.refusal(RemoveEntity{desk.entity("Russia")}).contains("names it"));
    }

    void wordsOutsideTheArticleCannotBeMarked()
    {
        Desk desk;
        Mention mention;
        mention.id = MentionId(randomUuid());
        mention.article = desk.store.articles().front();
        mention.type = "Person";
        mention.text = "nobody";
        mention.spans = {{0, 100000}};
        QVERIFY(desk.refusal(AddMention{mention}).contains("within the article"));
        mention.spans = {{0, 1}};
        mention.text = desk.store.article(mention.article)->text->slice(mention.spans);
        mention.entity = EntityId(randomUuid());
        QVERIFY(desk.refusal(AddMention{mention}).contains("its own article"));
    }

    void severalEditsAreOneStepOrNone()
    {
        Desk desk;
        const EntityId choe = desk.entity("Choe Son-hui");
        const EntityId russia = desk.entity("Russia");
        const Change change =
            desk.perform(Together{{renamed(choe, "A"), renamed(russia, "B"), renamed(choe, "C")}});
        QVERIFY(change.content());
        QVERIFY(nodeNamed(desk.graph(), "C") && nodeNamed(desk.graph(), "B"));
        desk.refusal(Together{{renamed(choe, "D"), RemoveEntity{choe}}});
        QVERIFY(nodeNamed(desk.graph(), "C"));
    }

    /// Those that follow each other in one article are done at once; what is refused then, too.
    void aStepGoesToAndFroBetweenArticles()
    {
        Desk desk;
        const EntityId choe = desk.entity("Choe Son-hui");
        const ArticleId first = desk.store.articles().at(0);
        Entity somebody;
        somebody.id = EntityId(randomUuid());
        somebody.article = first;
        somebody.type = "Person";
        Mention words;
        words.id = MentionId(randomUuid());
        words.article = first;
        words.type = "Person";
        words.spans = {{0, 1}};
        words.text = desk.store.article(first)->text->slice(words.spans);
        words.entity = somebody.id;
        const ClaimId other = desk.claim(1, 0).id;
        const Change change = desk.perform(
            Together{{AddEntity{somebody}, AddMention{words, 0}, renamed(somebody.id, "A"),
                      rejection(other, true), JudgeEntities{choe, somebody.id, Sameness::One},
                      RemoveMention{words.id}, AddMention{words}}});
        QCOMPARE(change.articles.size(), 2U);
        QCOMPARE(desk.store.entity(somebody.id)->name, std::string("A"));
        QCOMPARE(desk.store.records(first).mentions.back(), words);
        QVERIFY(desk.store.claim(other)->rejected);
        // There already, as is seen at the end of what is done at once.
        QVERIFY(desk.refusal(Together{{rejection(other, false), renamed(somebody.id, "B"),
                                       AddMention{words}}})
                    .contains("have the id"));
        QVERIFY(desk.refusal(Together{{rejection(other, false), RemoveMention{words.id},
                                       RemoveEntity{somebody.id}, RemoveEntity{somebody.id}}})
                    .contains("not here"));
        QVERIFY(desk.refusal(Together{{RemoveMention{words.id}, RemoveArticle{first},
                                       AddMention{words}}})
                    .contains("Its article is not here"));
    }

    void viewsAreKeptUnderTheirNames()
    {
        Desk desk;
        const ViewId id(randomUuid());
        const Change change = desk.perform(PutView{{id, "Moscow talks", "{}"}});
        QVERIFY(!change.views.empty() && !change.content());
        desk.perform(PutView{{id, "Moscow", "{}"}});
        QCOMPARE(desk.store.views().at(id).name, std::string("Moscow"));
        desk.perform(RemoveView{id});
        QVERIFY(desk.store.views().empty());
    }

    void whatIsLeftAsItIsStaysSoUntilItIsOpenedAgain()
    {
        Desk desk;
        const Change change = desk.perform(SettleMatter{"no-date:1", "Nobody says when."});
        QVERIFY(change.settled.contains("no-date:1") && !change.content());
        desk.perform(SettleMatter{"no-date:1", "Looked for it twice."});
        QCOMPARE(desk.store.settled().at("no-date:1"), std::string("Looked for it twice."));
        desk.perform(SettleMatter{"no-date:1", ""}); // Without a reason it is left as it is, too.
        QVERIFY(desk.store.settled().contains("no-date:1"));
        desk.perform(SettleMatter{"no-date:1", {}});
        QVERIFY(desk.store.settled().empty());
        desk.perform(SettleMatter{"no-date:1", {}}); // It is open already.
        desk.refusal(SettleMatter{"", "why not"});
    }

    void theHistorySaysWhatWasLeftAsItIsAndWhy()
    {
        QCOMPARE(wordsOf(Edit(SettleMatter{"no-date:1", "Nobody says when."})),
                 std::string("Leave a matter as it is: “Nobody says when.”"));
        QCOMPARE(wordsOf(Edit(SettleMatter{"no-date:1", ""})),
                 std::string("Leave a matter as it is"));
        QCOMPARE(wordsOf(Edit(SettleMatter{"no-date:1", {}})), std::string("Open a matter again"));
    }

    void theUndoOfAFirstNameIsCalledSo()
    {
        Desk desk;
        const Edit rename = renamed(desk.entity("Choe Son-hui"), "Choe the envoy");
        QCOMPARE(wordsOf(rename), std::string("Rename to “Choe the envoy”"));
        const auto applied = desk.store.apply(rename);
        QVERIFY(applied);
        QCOMPARE(wordsOf(applied->inverse), std::string("Take back the name"));
    }

    void aFileOfTheVocabularyComesAndGoes()
    {
        Desk desk;
        const Change change = desk.perform(PutVocabularyFile{"visual.conf", ""});
        QVERIFY(change.content() && change.vocabulary.contains("visual.conf"));
        QVERIFY(desk.store.vocabulary().contains("visual.conf")); // Empty, and there.
        desk.perform(PutVocabularyFile{"visual.conf", "[labels]\n"});
        QCOMPARE(desk.store.vocabulary().at("visual.conf"), std::string("[labels]\n"));
        desk.perform(PutVocabularyFile{"visual.conf", {}});
        QVERIFY(desk.store.vocabulary().empty());
    }

    void everyKindIsTheSameAfterJson_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(examples().size()); ++i)
            QTest::addRow("%d %s", i, std::string(kindOf(examples()[std::size_t(i)])).c_str()) << i;
    }
    void everyKindIsTheSameAfterJson()
    {
        QFETCH(int, index);
        const Edit edit = examples()[static_cast<std::size_t>(index)];
        const std::string json = toJson(edit);
        QVERIFY(json.find('\n') == std::string::npos);
        const auto read = editFromJson(json);
        QVERIFY2(read, read ? "" : read.error().c_str());
        QVERIFY(*read == edit);
        QCOMPARE(toJson(*read), json);
    }

    void everyKindHasAnExample()
    {
        std::set<std::size_t> seen;
        for (const Edit& edit : examples())
            seen.insert(edit.index());
        QCOMPARE(seen.size(), std::variant_size_v<Edit::Kinds>);
    }

    void badJsonIsSaidToBeSo_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("says");
        QTest::newRow("no JSON") << "{"
                                 << "no JSON";
        QTest::newRow("no object") << "[]"
                                   << "no edit";
        QTest::newRow("an unknown kind") << R"({"kind":"fly"})"
                                         << "there is no edit “fly”";
        QTest::newRow("no id") << R"({"kind":"removeClaim","id":"x"})"
                               << "id: “x” is no id";
        QTest::newRow("a field that is none")
            << R"({"kind":"changeClaim","id":null,"fields":{"colour":"red"}})"
            << "no field “colour”";
        QTest::newRow("a value that is none")
            << R"({"kind":"changeClaim","id":null,"fields":{"modality":"Maybe"}})"
            << "fields: modality: “Maybe” is not known";
        QTest::newRow("another kind of value")
            << R"({"kind":"changeClaim","id":null,"fields":{"tags":"x"}})"
            << "fields: tags: it is no list";
        QTest::newRow("neither bytes nor none") << R"({"kind":"putVocabularyFile","name":"x"})"
                                                << "it has no “bytes”";
        QTest::newRow("neither a reason nor none") << R"({"kind":"settleMatter","matter":"x"})"
                                                   << "it has no “because”";
        QTest::newRow("steps within steps")
            << R"({"kind":"together","edits":[{"kind":"together","edits":[]}]})"
            << "there is no edit “together”";
    }
    void badJsonIsSaidToBeSo()
    {
        QFETCH(QString, json);
        QFETCH(QString, says);
        const auto edit = editFromJson(json.toStdString());
        QVERIFY(!edit);
        QVERIFY2(QString::fromStdString(edit.error()).contains(says), edit.error().c_str());
    }

private:
    /// One or more of each kind, with as much in them as they hold.
    static std::vector<Edit> examples()
    {
        Store store = storeFrom(twoReports);
        const ArticleRecords& records = store.records(store.articles().front());
        Claim claim = records.claims.front();
        claim.tags = {"a", "b"};
        claim.dates = {*parseEdtf("2024-01-15/2024-01-17")};
        claim.otherAttributes = {{"Negation", "yes"}};
        claim.rejected = true;
        claim.origin = Origin::ByHand;
        claim.roles.push_back({"Topic", ClaimId(Uuid{1, 2})});
        ChangeClaim change{claim.id, {}};
        change.fields.modality = std::optional<Modality>(); // becomes unstated
        change.fields.factuality = std::optional(Factuality::PRplus);
        change.fields.quotes = claim.quotes;
        change.fields.roles = claim.roles;
        change.fields.dates = claim.dates;
        change.fields.rejected = false;
        ChangeMention mention{records.mentions.front().id, {}};
        mention.fields.spans = TextSpans{{1, 2}, {4, 6}};
        mention.fields.status = QuoteStatus::Moved;
        mention.fields.entity = EntityId();
        ChangeEvent event{records.events.front().id, {}};
        event.fields.ids = std::vector<OutsideId>{{"Event", "2024-01-15", ""}};
        ChangeArticle article{records.article.id, {}};
        article.fields.chain = std::vector<std::string>{"A", "B"};
        article.fields.published = std::optional<Edtf>();
        return {AddArticle{records, 0},
                RemoveArticle{records.article.id},
                EraseArticle{records.article.id},
                article,
                AddMention{records.mentions.front(), 3},
                mention,
                RemoveMention{records.mentions.front().id},
                AddEntity{records.entities.front()},
                renamed(records.entities.front().id, "최선희"),
                RemoveEntity{records.entities.front().id},
                AddEvent{records.events.front()},
                event,
                RemoveEvent{records.events.front().id},
                AddClaim{claim},
                change,
                RemoveClaim{claim.id},
                JudgeEntities{EntityId(Uuid{1, 1}), EntityId(Uuid{1, 2}), Sameness::Apart},
                JudgeEvents{EventId(Uuid{1, 1}), EventId(Uuid{1, 2}), std::nullopt},
                PlaceNodes{{{NodeId(Uuid{1, 1}), Point{0.1, -2}}, {NodeId(Uuid{1, 2}), {}}}},
                PutView{{ViewId(Uuid{1, 1}), "Moscow", "{\"x\": 1}\n"}},
                RemoveView{ViewId(Uuid{1, 1})},
                PutVocabularyFile{"2024/visual.conf", "[labels]\nna\xEFve\n"},
                SettleMatter{"name:1:na\xEFve", "One man, two spellings.\n"},
                SettleMatter{"name:1:naive", std::nullopt},
                Together{{RemoveView{ViewId(Uuid{1, 1})}, change}}};
    }
};

QTEST_GUILESS_MAIN(EditTest)
#include "edittest.moc"
