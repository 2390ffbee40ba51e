// SPDX-License-Identifier: Apache-2.0
// What an analyst marks in a text, step by step, as the window does it.
#include "graph/byhand/marking.h"
#include "graph/byhand/analystsedge.h"
#include "graph/byhand/claimedits.h"
#include "graph/byhand/claiming.h"
#include "graph/byhand/joining.h"
#include "graph/model/analystsown.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/sourcetext.h"
#include "tests/support/exported.h"
#include "tests/support/handdesk.h"

#include <QTest>

#include <algorithm>

using namespace entente;

namespace
{

const char* const report = "Choe Son-hui visited Russia in October. Lavrov had invited her.\n"
                           "Choe also met Lavrov. Kimchi was served; Kim did not come.\n"
                           "On Friday Foreign\nMinister Choe left.";

/// An analyst before an article in which nothing is marked.
class Desk : public ArticleDesk
{
public:
    Desk()
        : ArticleDesk(report)
    {
    }

    MadeClaim event(const std::string& words, const std::string& type,
                    std::optional<Modality> modality = {})
    {
        return HandDesk::event(article, words, type, modality);
    }
};

} // namespace

class MarkingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreMarkedWithoutTheBlanksAroundThem()
    {
        const SourceText text("So  Foreign \n Minister\u00a0Choe , he said");
        QCOMPARE(spansToMark(text, {2, 28}), (TextSpans{{4, 11}, {14, 27}}));
        QCOMPARE(spansToMark(text, {2, 4}), TextSpans());
        QCOMPARE(spansToMark(text, {-5, 900}).size(), 2U);
    }

    void aNameMakesSomebodyNew()
    {
        Desk desk;
        desk.mark("Choe Son-hui", "Person");
        QVERIFY(desk.node("Choe Son-hui"));
        QCOMPARE(desk.graph.nodeCount(), 1);
        QVERIFY(Desk::refusal(markWords(desk.base(), {.article = desk.article,
                                                      .spans = desk.place("Choe Son-hui"),
                                                      .type = "Person",
                                                      .who = {},
                                                      .ids = {},
                                                      .form = {}}))
                    .contains(QStringLiteral("marked as Person already")));
    }

    void anotherNameIsOfWhomIsKnown()
    {
        Desk desk;
        desk.mark("Choe Son-hui", "Person");
        desk.mark("Choe", "Person", desk.node("Choe Son-hui")->id, 1);
        QCOMPARE(desk.graph.nodeCount(), 1);
        QCOMPARE(desk.node("Choe Son-hui")->mentions.size(), 2U);
    }

    void whomAnotherArticleNamesIsJoinedByTheAnalystsWord()
    {
        Desk desk;
        const NodeId known = desk.graph.nodeOf(desk.mark("Lavrov", "Person").entity);
        ArticleRecords other;
        other.article.id = ArticleId(randomUuid());
        other.article.text = std::make_shared<const SourceText>(std::string("The minister spoke."));
        const ArticleId second = other.article.id;
        desk.perform(AddArticle{.records = Shared<ArticleRecords>(std::move(other))});
        desk.done(markWords(desk.base(), {.article = second,
                                          .spans = {{0, 12}},
                                          .type = "Person",
                                          .who = known,
                                          .ids = {},
                                          .form = "Nominal"}));
        QCOMPARE(desk.graph.nodeCount(), 1);
        QCOMPARE(desk.node("Lavrov")->entities.size(), 2U);
        QCOMPARE(desk.node("Lavrov")->identity, Identity::Analyst);
    }

    void otherPlacesAreWholeWordsThatAreFree()
    {
        Desk desk;
        const MadeMark kim = desk.mark("Kim", "Person", {}, 1);
        QVERIFY(otherPlaces(desk.base(), kim.mention).empty()); // "Kimchi" is another word.
        const MadeMark lavrov = desk.mark("Lavrov", "Person");
        const TextSpans places = otherPlaces(desk.base(), lavrov.mention);
        QCOMPARE(places, desk.place("Lavrov", 1));
        desk.done(markPlaces(desk.base(), lavrov.mention, places));
        QCOMPARE(desk.node("Lavrov")->mentions.size(), 2U);
        QVERIFY(otherPlaces(desk.base(), lavrov.mention).empty());
    }

    void anEventRestsOnItsSentenceUntilRolesAreFilled()
    {
        Desk desk;
        const MadeClaim met = desk.event("met", "Meeting", Modality::Happened);
        QCOMPARE(desk.quote(met.claim), std::string("Choe also met Lavrov."));
        QCOMPARE(desk.claim(met.claim).origin, Origin::ByHand);
        const MadeMark choe = desk.mark("Choe Son-hui", "Person");
        desk.done(fillRole(desk.base(), met.claim, "Participant", choe.mention));
        // Who takes part is named elsewhere: that sentence is part of what it rests on.
        QCOMPARE(desk.quote(met.claim),
                 std::string("Choe Son-hui visited Russia in October. Choe also met Lavrov."));
        QCOMPARE(desk.graph.edgeCount(), 1);
    }

    void aRoleTakesWhatItsOntologySays()
    {
        Desk desk;
        const MadeClaim visit = desk.event("visited", "Visit");
        const MadeMark russia = desk.mark("Russia", "Place");
        const MadeMark choe = desk.mark("Choe Son-hui", "Person");
        QCOMPARE(Desk::refusal(fillRole(desk.base(), visit.claim, "Visitor", russia.mention)),
                 QStringLiteral("“Russia” is marked as Place; Visitor of Visit can be Person, "
                                "State, Organization or Group."));
        desk.done(fillRole(desk.base(), visit.claim, "Visitor", choe.mention));
        desk.done(fillRole(desk.base(), visit.claim, "Destination", russia.mention));
        QVERIFY(Desk::refusal(fillRole(desk.base(), visit.claim, "Visitor", choe.mention))
                    .contains(QStringLiteral("already")));
        QVERIFY(Desk::refusal(fillRole(desk.base(), visit.claim, "Speaker", choe.mention))
                    .contains(QStringLiteral("no role Speaker")));
        QCOMPARE(desk.node("Visit: Choe Son-hui to Russia")->claims.size(), 1U);
        desk.done(emptyRole(desk.base(), visit.claim, 0));
        QCOMPARE(desk.claim(visit.claim).roles.size(), 1U);
    }

    void aRoleThatTakesOneChangesHands()
    {
        Desk desk;
        const MadeClaim left = desk.event("left", "Movement");
        const MadeMark russia = desk.mark("Russia", "State");
        desk.done(fillRole(desk.base(), left.claim, "Origin", russia.mention));
        const MadeMark place = desk.mark("October", "Place");
        desk.done(fillRole(desk.base(), left.claim, "Origin", place.mention));
        QCOMPARE(desk.claim(left.claim).roles,
                 (std::vector<RoleFiller>{{"Origin", place.mention}}));
    }

    void evidenceIsMarkedInThePlaceOfTheSentence()
    {
        Desk desk;
        const MadeClaim met = desk.event("met", "Meeting");
        desk.done(setEvidence(desk.base(), met.claim, desk.place("also met Lavrov")));
        QCOMPARE(desk.quote(met.claim), std::string("also met Lavrov"));
        QCOMPARE(desk.claim(met.claim).quotes.at(0).source, QuoteSource::Evidence);
        desk.done(setEvidence(desk.base(), met.claim, desk.place("met Lavrov")));
        QCOMPARE(desk.claim(met.claim).quotes.size(), 1U);
        QCOMPARE(desk.records().mentions.size(), 2U); // The one before is no mark any more.
        desk.done(setEvidence(desk.base(), met.claim, {}));
        QCOMPARE(desk.quote(met.claim), std::string("Choe also met Lavrov."));
        QCOMPARE(desk.records().mentions.size(), 1U);
    }

    void aDateIsMarkedAndCounts()
    {
        Desk desk;
        const MadeClaim visit = desk.event("visited", "Visit");
        desk.done(setDate(desk.base(), visit.claim, desk.place("October"), *parseEdtf("2023-10")));
        QCOMPARE(desk.claim(visit.claim).dates, std::vector{*parseEdtf("2023-10")});
        desk.done(setDate(desk.base(), visit.claim, desk.place("October"), *parseEdtf("2022-10")));
        QCOMPARE(desk.claim(visit.claim).dates, std::vector{*parseEdtf("2022-10")});
        QCOMPARE(desk.claim(visit.claim).roles.size(), 1U);
        ClaimFields fields;
        fields.dates = std::vector{*parseEdtf("2021")}; // By hand, with no words for it.
        desk.perform(ChangeClaim{visit.claim, fields});
        const MadeMark choe = desk.mark("Choe Son-hui", "Person");
        desk.done(fillRole(desk.base(), visit.claim, "Visitor", choe.mention));
        QVERIFY(std::ranges::find(desk.claim(visit.claim).dates, *parseEdtf("2021")) !=
                desk.claim(visit.claim).dates.end());
    }

    void aTriggerStandsForItsEvent()
    {
        Desk desk;
        const MadeClaim visit = desk.event("visited", "Visit");
        const MadeClaim invited = desk.event("invited", "Invitation");
        desk.done(fillRole(desk.base(), invited.claim, "Object", visit.trigger));
        QCOMPARE(desk.claim(invited.claim).roles.at(0).filler, Filler(visit.claim));
        const MadeClaim after =
            desk.done(addRelation(desk.base(), "After", visit.trigger, invited.trigger));
        QVERIFY(desk.claim(after.claim).isRelation());
        // With the visit goes what speaks of it.
        desk.done(removeClaims(desk.base(), {visit.claim}));
        QVERIFY(desk.store.claim(after.claim) == nullptr);
        QVERIFY(desk.claim(invited.claim).roles.empty());
        QCOMPARE(desk.records().events.size(), 1U);
        QCOMPARE(desk.records().mentions.size(), 1U);
    }

    void relationsFindTheirDirection()
    {
        Desk desk;
        const MadeMark person = desk.mark("Choe", "Person", {}, 2);
        const MadeMark office = desk.mark("Minister", "Position");
        const MadeClaim holds =
            desk.done(addRelation(desk.base(), "HoldsPosition", office.mention, person.mention));
        QCOMPARE(desk.claim(holds.claim).roles.at(0).filler, Filler(person.mention));
        QCOMPARE(desk.node("Choe")->positions.at(0).title, std::string("Minister"));
        QVERIFY(Desk::refusal(addRelation(desk.base(), "LocatedIn", person.mention, office.mention))
                    .contains(QStringLiteral("are not such")));
    }

    void unmarkingTakesWhatCannotBeWithoutIt()
    {
        Desk desk;
        const MadeClaim met = desk.event("met", "Meeting");
        const MadeMark choe = desk.mark("Choe Son-hui", "Person");
        const MadeMark lavrov = desk.mark("Lavrov", "Person");
        desk.done(fillRole(desk.base(), met.claim, "Participant", choe.mention));
        desk.done(fillRole(desk.base(), met.claim, "Participant", lavrov.mention));
        desk.done(unmark(desk.base(), choe.mention));
        QCOMPARE(desk.claim(met.claim).roles.size(), 1U);
        QVERIFY(desk.node("Choe Son-hui") == nullptr);
        desk.done(unmark(desk.base(), met.trigger));
        QVERIFY(desk.records().claims.empty());
        QVERIFY(desk.records().events.empty());
        QVERIFY(desk.node("Lavrov"));
    }

    void aMarkIsDrawnOverOtherWords()
    {
        Desk desk;
        const MadeClaim met = desk.event("met", "Meeting");
        desk.done(moveMark(desk.base(), met.trigger, desk.place("also met")));
        QCOMPARE(desk.store.mention(met.trigger)->text, std::string("also met"));
        const MadeMark minister = desk.mark("Minister", "Position");
        desk.done(moveMark(
            desk.base(), minister.mention,
            spansToMark(*desk.records().article.text, hullOf(desk.place("Foreign\nMinister")))));
        QCOMPARE(desk.store.mention(minister.mention)->text, std::string("Foreign Minister"));
        QCOMPARE(desk.store.mention(minister.mention)->spans.size(), 2U);
    }

    void anEventTurnsIntoOneOfAnotherType()
    {
        Desk desk;
        const MadeClaim met = desk.event("met", "Visit");
        const MadeMark choe = desk.mark("Choe Son-hui", "Person");
        const MadeMark russia = desk.mark("Russia", "State");
        desk.done(fillRole(desk.base(), met.claim, "Visitor", choe.mention));
        desk.done(fillRole(desk.base(), met.claim, "Destination", russia.mention));
        desk.done(changeType(desk.base(), met.claim, "Meeting"));
        QCOMPARE(desk.claim(met.claim).roles,
                 (std::vector<RoleFiller>{{"Participant", choe.mention}}));
        QCOMPARE(desk.records().events.at(0).type, std::string("Meeting"));
        QCOMPARE(desk.store.mention(met.trigger)->type, std::string("Meeting"));
    }

    void whoAreOneAreMergedAndTakenApartAgain()
    {
        Desk desk;
        const MadeMark choe = desk.mark("Choe Son-hui", "Person");
        const MadeMark she = desk.mark("Choe", "Person", {}, 1);
        const auto node = [&](const MadeMark& mark) { return desk.graph.nodeOf(mark.entity); };
        desk.done(merge(desk.base(), std::vector{node(choe), node(she)}));
        QCOMPARE(desk.graph.nodeCount(), 1);
        QCOMPARE(desk.graph.node(node(choe))->mentions.size(), 2U);
        std::vector<Part> parts = partsOf(desk.base(), node(choe));
        QCOMPARE(parts.size(), 2U);
        QVERIFY(!split(desk.base(), node(choe), parts)); // Nothing would stay.
        parts.erase(parts.begin());
        desk.done(split(desk.base(), node(choe), parts));
        QCOMPARE(desk.graph.nodeCount(), 2);
        desk.done(merge(desk.base(), std::vector{node(choe), node(she)}));
        QCOMPARE(desk.graph.nodeCount(), 1);

        const MadeMark russia = desk.mark("Russia", "State");
        QVERIFY(Desk::refusal(merge(desk.base(), std::vector{node(choe), node(russia)}))
                    .contains(QStringLiteral("change the type of one first")));
    }

    void whoAreMergedGoByTheNameThatIsWanted()
    {
        Desk desk;
        const MadeMark choe = desk.mark("Choe Son-hui", "Person");
        const MadeMark she = desk.mark("Choe", "Person", {}, 1);
        const std::vector both{desk.graph.nodeOf(choe.entity), desk.graph.nodeOf(she.entity)};
        desk.done(giveName(desk.base(), both[1], "The Minister"));
        desk.done(giveIds(desk.base(), both[0], {{"Wikidata", "Q1", ""}}));
        QVERIFY(differingIds(desk.base(), both).empty()); // Only one of them has any.
        desk.done(giveIds(desk.base(), both[1], {{"Wikidata", "Q2", ""}}));
        QCOMPARE(differingIds(desk.base(), both),
                 (std::vector<std::vector<OutsideId>>{
                     {{"Wikidata", "Q1", ""}, {"Wikidata", "Q2", ""}}}));
        desk.done(merge(desk.base(), both, "Choe"));
        QCOMPARE(desk.graph.nodeCount(), 1);
        QVERIFY(desk.node("Choe"));
    }

    void wordsThatNameAnotherAreTakenOut()
    {
        Desk desk;
        const MadeMark choe = desk.mark("Choe Son-hui", "Person");
        const NodeId node = desk.node("Choe Son-hui")->id;
        const MadeMark she = desk.mark("Choe", "Person", node, 1);
        const std::vector<Part> whole = partsOf(desk.base(), node);
        QCOMPARE(whole.size(), 1U);
        QCOMPARE(whole.front().mentions, (std::vector{choe.mention, she.mention}));
        QVERIFY(!split(desk.base(), node, whole)); // Nothing would stay.

        std::vector<Part> some = whole;
        some.front().mentions = {she.mention};
        desk.done(split(desk.base(), node, some));
        QCOMPARE(desk.graph.nodeCount(), 2);
        QCOMPARE(desk.node("Choe Son-hui")->mentions, (std::vector{choe.mention}));
        QVERIFY(!split(desk.base(), desk.graph.nodeOf(choe.entity), some)); // No words of it now.
    }

    void nodesAreGivenNamesTypesAndIds()
    {
        Desk desk;
        const MadeMark choe = desk.mark("Choe", "Person", {}, 1);
        const auto node = [&] { return desk.graph.nodeOf(choe.entity); };
        desk.done(giveName(desk.base(), node(), "Choe Son-hui"));
        QVERIFY(desk.node("Choe Son-hui"));
        desk.done(giveName(desk.base(), node(), ""));
        QVERIFY(desk.node("Choe"));
        desk.done(giveType(desk.base(), node(), "Group"));
        QCOMPARE(desk.store.mention(choe.mention)->type, std::string("Group"));
        desk.done(giveIds(desk.base(), node(), {{"Wikidata", "Q50382875", "Choe Son-hui"}}));
        QVERIFY(desk.node("Choe Son-hui"));
        QVERIFY(Desk::refusal(giveIds(desk.base(), node(), {{"Wikidata", "50382875", ""}}))
                    .contains(QStringLiteral("no id of Wikidata")));
        QCOMPARE(troubleWithId({"ISO3166", "PRK", ""}), std::string());
        QVERIFY(!troubleWithId({"ISO3166", "PRX", ""}).empty());
        QVERIFY(!troubleWithId({"Wikidata", "Q0", ""}).empty());
    }

    void aClaimMovesToTheEventItSpeaksOf()
    {
        Desk desk;
        const MadeClaim met = desk.event("met", "Meeting");
        const MadeClaim visited = desk.event("visited", "Meeting");
        desk.perform(moveTo(desk.store, {visited.claim}, desk.claim(met.claim).event));
        QCOMPARE(desk.records().events.size(), 1U);
        QCOMPARE(desk.graph.nodeCount(), 1);
        desk.perform(moveToNew(desk.store, {visited.claim}, EventId(randomUuid())));
        QCOMPARE(desk.graph.nodeCount(), 2);
    }

    void aJudgementIsItsAnalystsText()
    {
        Desk desk;
        const MadeClaim met = desk.event("met", "Meeting", Modality::Happened);
        desk.mark("Kim", "Person", {}, 1);
        AnalystsEdge wish{.from = desk.graph.nodeOf(desk.claim(met.claim).event),
                          .to = desk.node("Kim")->id,
                          .type = "Participant",
                          .because = "His train was seen there.",
                          .author = "R. Moreau",
                          .day = *parseEdtf("2024-01-20")};
        const MadeAnalystsEdge made = desk.done(addAnalystsEdge(desk.base(), wish));
        QCOMPARE(desk.graph.nodeCount(), 2);
        QCOMPARE(desk.graph.edgeCount(), 1);
        const Node& meeting = *desk.graph.node(wish.from);
        QCOMPARE(meeting.claims.size(), 2U);
        QCOMPARE(meeting.modality, std::optional(Modality::Happened)); // As sure as it was.
        const Article& article = *desk.store.article(made.article);
        QVERIFY(isAnalystsOwn(article));
        QCOMPARE(article.text->utf8(),
                 std::string("Meeting: “met” – Participant – Kim.\nHis train was seen there.\n"));
        QVERIFY(desk.quote(made.claim).ends_with("His train was seen there."));
        wish.because = " \n";
        QVERIFY(Desk::refusal(addAnalystsEdge(desk.base(), wish))
                    .contains(QStringLiteral("needs a reason")));
        wish.because = "So it seems.";
        wish.type = "Destination";
        QVERIFY(
            Desk::refusal(addAnalystsEdge(desk.base(), wish)).contains(QStringLiteral("cannot")));
    }

    void anEventIsCalledByTheWordsOfItsArticlesHoweverOftenItIsJudged()
    {
        Desk desk;
        const MadeClaim visited = desk.event("visited", "Visit");
        const MadeClaim met = desk.event("met", "Meeting");
        const NodeId visit = desk.graph.nodeOf(desk.claim(visited.claim).event);
        for (const char* const because : {"It was on the schedule.", "Both were in Moscow.", "So."})
            desk.done(addAnalystsEdge(desk.base(),
                                      {.from = desk.graph.nodeOf(desk.claim(met.claim).event),
                                       .to = visit,
                                       .type = "SubEventOf",
                                       .because = because,
                                       .author = "R. Moreau",
                                       .day = *parseEdtf("2024-01-20")}));
        QCOMPARE(desk.graph.node(visit)->name, std::string("Visit: “visited”"));
        QCOMPARE(desk.graph.node(visit)->aliases.size(), 1U);
    }

    void whatWasAnnotatedByHandComesBackFromBrat()
    {
        Desk desk;
        const MadeMark choe = desk.mark("Choe Son-hui", "Person");
        const MadeMark russia = desk.mark("Russia", "State");
        const MadeMark lavrov = desk.mark("Lavrov", "Person");
        desk.done(
            markPlaces(desk.base(), lavrov.mention, otherPlaces(desk.base(), lavrov.mention)));
        const MadeMark she = desk.mark("Choe", "Person", desk.node("Choe Son-hui")->id, 1);
        const MadeClaim visit = desk.event("visited", "Visit", Modality::Happened);
        desk.done(fillRole(desk.base(), visit.claim, "Visitor", choe.mention));
        desk.done(fillRole(desk.base(), visit.claim, "Destination", russia.mention));
        desk.done(setDate(desk.base(), visit.claim, desk.place("October"), *parseEdtf("2023-10")));
        const MadeClaim invited = desk.event("invited", "Invitation");
        desk.done(fillRole(desk.base(), invited.claim, "Object", visit.trigger));
        desk.done(fillRole(desk.base(), invited.claim, "Inviter", lavrov.mention));
        desk.done(setEvidence(desk.base(), invited.claim, desk.place("Lavrov had invited her")));
        const MadeClaim met = desk.event("met", "Meeting");
        desk.done(fillRole(desk.base(), met.claim, "Participant", she.mention));
        desk.perform(moveTo(desk.store, {met.claim}, desk.claim(visit.claim).event));

        const BratExport exported = exportBrat(desk.store, ENTENTE_SOURCE_DIR "/resources");
        QVERIFY(exported.lost.empty());
        Diagnostics troubles;
        const Store again = readBack(exported.files, troubles);
        QVERIFY(troubles.empty());
        QVERIFY(saySame(again, desk.store));
        ArticleBytes alone; // Without what only we can read.
        alone.name = "north";
        alone.text = exported.files.at("north.txt");
        alone.annotation = exported.files.at("north.ann");
        const auto read = importBytes(alone, testOntology());
        QVERIFY(read.imported);
        QVERIFY(read.diagnostics.empty());
        QCOMPARE(read.imported->records.mentions.size(), desk.records().mentions.size());
        QCOMPARE(read.imported->records.entities.size(), desk.records().entities.size());
        QCOMPARE(read.imported->records.events.size(), desk.records().events.size());
        for (std::size_t i = 0; i < desk.records().claims.size(); ++i) {
            const Claim& mine = desk.records().claims[i];
            const Claim& theirs = read.imported->records.claims.at(i);
            QCOMPARE(theirs.quotes, mine.quotes);
            QCOMPARE(theirs.dates, mine.dates);
            QCOMPARE(theirs.modality, mine.modality);
            QCOMPARE(theirs.roles.size(), mine.roles.size());
        }
    }
};

QTEST_APPLESS_MAIN(MarkingTest)
#include "markingtest.moc"
