// SPDX-License-Identifier: Apache-2.0
// Who is one, who is two, and what becomes of it when articles come and go.
#include "graph/byhand/joining.h"
#include "graph/byhand/claiming.h"
#include "graph/byhand/marking.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "tests/support/handdesk.h"

#include <QTest>

#include <algorithm>
#include <string>

using namespace entente;

namespace
{

class Desk : public HandDesk
{
public:
    /// An article that names one, with these ids.
    EntityId known(const std::string& text, const std::vector<OutsideId>& ids)
    {
        const ArticleId article = add(text, text);
        return done(markWords(base(), {.article = article,
                                       .spans = {{0, store.article(article)->text->size()}},
                                       .type = "Person",
                                       .who = {},
                                       .ids = ids,
                                       .form = "Name"}))
            .entity;
    }
    MadeMark mark(const std::string& text, NodeId who, bool isSomebodyElse = false)
    {
        const ArticleId article = add(text, text);
        return done(markWords(base(), {.article = article,
                                       .spans = {{0, store.article(article)->text->size()}},
                                       .type = "Person",
                                       .who = who,
                                       .ids = {},
                                       .form = "Name",
                                       .isSomebodyElse = isSomebodyElse}));
    }
    Part part(EntityId entity) const
    {
        const std::vector<Part> parts = partsOf(base(), graph.nodeOf(entity));
        return *std::ranges::find(parts, entity, &Part::entity);
    }
    void takeOut(const std::vector<EntityId>& entities)
    {
        std::vector<Part> parts;
        std::ranges::transform(entities, std::back_inserter(parts),
                               [this](EntityId id) { return part(id); });
        done(split(base(), graph.nodeOf(entities.front()), parts));
    }
    bool areOne(EntityId a, EntityId b) const { return graph.nodeOf(a) == graph.nodeOf(b); }
};

const std::vector<OutsideId> q1{{"Wikidata", "Q1", {}}};

} // namespace

class JoiningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void somebodyNewOfAKnownNameIsJoinedByItUnlessTheAnalystSaysOtherwise()
    {
        Desk desk;
        const EntityId known = desk.known("Kim Jong-un", {});
        QVERIFY(desk.areOne(desk.mark("Kim Jong-un", {}).entity, known));
        const EntityId other = desk.mark("Kim Jong-un", {}, true).entity;
        QVERIFY(!desk.areOne(other, known));
        QCOMPARE(desk.graph.nodeCount(), 2);
        // Who is named so next may be either: the first one is taken.
        QVERIFY(desk.areOne(desk.mark("Kim Jong-un", {}).entity, known));
        QCOMPARE(desk.graph.nodeCount(), 2);
    }

    void wordsAreSaidToNameSomebodyElse()
    {
        Desk desk;
        const EntityId known = desk.known("Kim Jong-un", {});
        const MadeMark mark = desk.mark("Kim Jong-un", desk.graph.nodeOf(known));
        QCOMPARE(desk.graph.nodeCount(), 1);
        desk.done(renameMark(desk.base(), mark.mention, {}));
        QCOMPARE(desk.graph.nodeCount(), 2);
        QVERIFY(!desk.areOne(desk.store.mention(mark.mention)->entity, known));
        desk.done(renameMark(desk.base(), mark.mention, desk.graph.nodeOf(known)));
        QCOMPARE(desk.graph.nodeCount(), 1);
    }

    void wordsNameNoMeetingAndNobodyWhoIsGone()
    {
        Desk desk;
        const ArticleId article = desk.add("talks", "They held talks.");
        const NodeId talks = desk.nodeOf(desk.event(article, "talks", "Talks"));
        const auto naming = [&](NodeId who) {
            return markWords(desk.base(), {.article = article,
                                           .spans = {desk.place(article, "They")},
                                           .type = "Group",
                                           .who = who,
                                           .ids = {},
                                           .form = {}});
        };
        QVERIFY(Desk::refusal(naming(talks)).contains(QStringLiteral("is a meeting")));
        QVERIFY(Desk::refusal(naming(NodeId(randomUuid())))
                    .contains(QStringLiteral("not here any more")));
        QVERIFY(naming({}));
    }

    /// Both bear one id, and were told apart.
    void whoIsMeantIsNamedThoughAnotherBearsTheId()
    {
        Desk desk;
        const EntityId one = desk.known("A. Kim", q1);
        const EntityId other = desk.known("B. Kim", q1);
        desk.takeOut({other});
        QVERIFY(!desk.areOne(one, other));
        const MadeMark words = desk.mark("the minister", desk.graph.nodeOf(other));
        QVERIFY(desk.areOne(words.entity, other));
        QVERIFY(!desk.areOne(words.entity, one));
        QVERIFY(desk.areOne(desk.mark("the envoy", desk.graph.nodeOf(one)).entity, one));
    }

    void whatStaysIsTogetherThoughItWasJoinedByWhatLeft()
    {
        Desk desk;
        const EntityId one = desk.known("A. Kim", q1);
        const EntityId both = desk.known("B. Kim", {q1.front(), {"VIAF", "7", {}}});
        const EntityId other = desk.known("C. Kim", {{"VIAF", "7", {}}});
        QCOMPARE(desk.graph.nodeCount(), 1);
        desk.takeOut({both});
        QCOMPARE(desk.graph.nodeCount(), 2);
        QVERIFY(desk.areOne(one, other));
        QVERIFY(!desk.areOne(one, both));
    }

    /// Half of those who are one is taken out; each part keeps its own.
    void aNodeOfManyIsTakenApartInFewWords()
    {
        constexpr std::size_t many = 300;
        Desk desk;
        ArticleRecords records;
        records.article.id = ArticleId(randomUuid());
        records.article.text = std::make_shared<const SourceText>(std::string("Nobody."));
        for (std::size_t i = 0; i < many; ++i) {
            Entity& entity = records.entities.emplace_back();
            entity.id = EntityId(randomUuid());
            entity.article = records.article.id;
            entity.type = "Person";
            entity.ids = q1;
        }
        const std::vector<Entity> all = records.entities;
        desk.perform(AddArticle{.records = Shared<ArticleRecords>(std::move(records))});
        const NodeId node = desk.graph.nodeOf(all.front().id);
        const std::vector<Part> parts = partsOf(desk.base(), node);
        QCOMPARE(parts.size(), many);
        std::vector<Part> odd;
        for (std::size_t i = 1; i < many; i += 2)
            odd.push_back(parts[i]);
        const Together edit = desk.done(split(desk.base(), node, odd));
        QVERIFY(edit.edits.size() < many);
        QCOMPARE(desk.graph.nodeCount(), 2);
        for (std::size_t i = 2; i < many; ++i)
            QVERIFY(desk.areOne(all[i].id, all[i % 2].id));
        desk.known("A. Kim", q1); // The first that it may be one with.
        QCOMPARE(desk.graph.nodeCount(), 2);
        const std::vector both{desk.graph.nodeOf(all[0].id), desk.graph.nodeOf(all[1].id)};
        desk.done(merge(desk.base(), both));
        QCOMPARE(desk.graph.nodeCount(), 1);
    }

    void partsStayApartWhenTheArticleGoesBetweenWhichItWasSaid()
    {
        Desk desk;
        std::vector<EntityId> all;
        for (const char* const name : {"A. Kim", "B. Kim", "C. Kim", "D. Kim", "E. Kim"})
            all.push_back(desk.known(name, q1));
        desk.takeOut({all[1], all[3]});
        for (const std::size_t gone : {std::size_t{0}, std::size_t{1}}) {
            desk.perform(RemoveArticle{desk.store.entity(all[gone])->article});
            QVERIFY(desk.areOne(all[2], all[4]));
            QVERIFY(!desk.areOne(all[2], all[3]));
        }
        QCOMPARE(desk.graph.nodeCount(), 2);
        desk.done(
            merge(desk.base(), std::vector{desk.graph.nodeOf(all[2]), desk.graph.nodeOf(all[3])}));
        QCOMPARE(desk.graph.nodeCount(), 1);
    }

    /// A says B, B says C; then what is said of B parts the two.
    void whoWasMergedByWayOfAnotherIsTakenApart()
    {
        Desk desk;
        std::vector<EntityId> all;
        std::vector<NodeId> nodes;
        for (const char* const name : {"A. Kim", "B. Lee", "C. Pak", "D. Choe"}) {
            all.push_back(desk.known(name, {}));
            nodes.push_back(desk.graph.nodeOf(all.back()));
        }
        desk.done(merge(desk.base(), nodes));
        QCOMPARE(desk.graph.nodeCount(), 1);
        desk.takeOut({all[1], all[3]});
        QVERIFY(desk.areOne(all[0], all[2]));
        QVERIFY(desk.areOne(all[1], all[3]));
        QVERIFY(!desk.areOne(all[0], all[1]));
        desk.takeOut({all[3]});
        QCOMPARE(desk.graph.nodeCount(), 3);
        desk.done(
            merge(desk.base(), std::vector{desk.graph.nodeOf(all[3]), desk.graph.nodeOf(all[0])}));
        QVERIFY(desk.areOne(all[2], all[3]));
        QVERIFY(!desk.areOne(all[1], all[3]));
    }

    void whoIsMergedIsOneThoughAnArticleBetweenThemIsGone()
    {
        Desk desk;
        std::vector<EntityId> all;
        std::vector<NodeId> nodes;
        for (const char* const name : {"A. Kim", "B. Lee", "C. Pak"}) {
            all.push_back(desk.known(name, {}));
            nodes.push_back(desk.graph.nodeOf(all.back()));
        }
        desk.done(merge(desk.base(), nodes));
        desk.perform(RemoveArticle{desk.store.entity(all[1])->article});
        QVERIFY(desk.areOne(all[0], all[2]));
        desk.takeOut({all[2]});
        QVERIFY(!desk.areOne(all[0], all[2]));
        desk.perform(RemoveArticle{desk.store.entity(all[2])->article});
        QCOMPARE(desk.graph.node(desk.graph.nodeOf(all[0]))->identity, Identity::Id);
    }

    void aRejectedMeetingBringsNothingTogetherThatWasTakenApart()
    {
        Desk desk;
        const ArticleId article = desk.add("talks", "They met, talked and dined.");
        std::vector<MadeClaim> all;
        std::vector<NodeId> nodes;
        for (const char* const words : {"met", "talked", "dined"}) {
            all.push_back(desk.event(article, words, "Meeting"));
            nodes.push_back(desk.nodeOf(all.back()));
        }
        desk.done(merge(desk.base(), nodes));
        ClaimFields fields;
        fields.rejected = true;
        desk.perform(ChangeClaim{all[1].claim, fields});
        std::vector<Part> parts = partsOf(desk.base(), desk.nodeOf(all[0]));
        QCOMPARE(parts.size(), 2U);
        parts.erase(parts.begin());
        desk.done(split(desk.base(), desk.nodeOf(all[0]), parts));
        fields.rejected = false;
        desk.perform(ChangeClaim{all[1].claim, fields});
        QCOMPARE(desk.graph.nodeCount(), 2);
        QVERIFY(desk.nodeOf(all[0]) != desk.nodeOf(all[2]));
    }

    void aNoteIsTheNodesWhicheverRecordHasIt()
    {
        Desk desk;
        const EntityId known = desk.known("A. Kim", {});
        desk.done(giveNote(desk.base(), desk.graph.nodeOf(known), "Not to be confused."));
        QCOMPARE(desk.store.entity(known)->note, std::string("Not to be confused."));
        const ArticleId article = desk.add("talks", "They held talks.");
        const MadeClaim talks = desk.event(article, "talks", "Talks");
        desk.done(giveNote(desk.base(), desk.nodeOf(talks), "In Vladivostok?"));
        QCOMPARE(desk.store.event(desk.claim(talks.claim).event)->note,
                 std::string("In Vladivostok?"));
        desk.done(giveNote(desk.base(), desk.nodeOf(talks), {}));
        QVERIFY(desk.store.event(desk.claim(talks.claim).event)->note.empty());
        QVERIFY(!giveNote(desk.base(), NodeId(randomUuid()), "?"));
    }
};

QTEST_APPLESS_MAIN(JoiningTest)
#include "joiningtest.moc"
