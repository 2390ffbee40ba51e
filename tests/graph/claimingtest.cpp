// SPDX-License-Identifier: Apache-2.0
// What passages say is made claims of, and stays what they say while marks and roles change.
#include "graph/byhand/claiming.h"
#include "graph/annotation/articlelines.h"
#include "graph/byhand/analystsedge.h"
#include "graph/byhand/joining.h"
#include "graph/byhand/marking.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "tests/support/handdesk.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace entente;

namespace
{

const char* const report = "Choe Son-hui visited Russia in October and left on Friday.\n"
                           "On Monday Lavrov had invited her. On Tuesday Choe thanked Lavrov.\n"
                           "The KCNA said on Friday Choe met Lavrov and spoke.";

Edtf day(const std::string& text) { return *parseEdtf(text); }

class Desk : public ArticleDesk
{
public:
    Desk()
        : ArticleDesk(report)
    {
    }

    MadeClaim event(const std::string& words, const std::string& type)
    {
        return HandDesk::event(article, words, type);
    }
    void fill(const MadeClaim& event, const std::string& role, MentionId mention)
    {
        done(fillRole(base(), event.claim, role, mention));
    }
    void date(const MadeClaim& event, const std::string& words, const std::string& date,
              int which = 0)
    {
        done(setDate(base(), event.claim, place(words, which), day(date)));
    }
    const std::vector<Edtf>& dates(const MadeClaim& event) const
    {
        return claim(event.claim).dates;
    }
    /// As an analyst sets them in the evidence panel, with no words for them.
    void setDates(const MadeClaim& event, const std::vector<Edtf>& dates)
    {
        ClaimFields fields;
        fields.dates = dates;
        perform(ChangeClaim{event.claim, fields});
    }
    auto marksOf(const std::string& type) const
    {
        return std::ranges::count(records().mentions, type, &Mention::type);
    }
};

} // namespace

class ClaimingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDateThatWasReplacedByHandStaysSo_data()
    {
        QTest::addColumn<std::vector<Edtf>>("byHand");
        QTest::newRow("another") << std::vector{day("2023-09")};
        QTest::newRow("none") << std::vector<Edtf>();
        QTest::newRow("one more") << std::vector{day("2023-10"), day("2023-09")};
    }

    void aDateThatWasReplacedByHandStaysSo()
    {
        QFETCH(const std::vector<Edtf>, byHand);
        Desk desk;
        const MadeClaim visit = desk.event("visited", "Visit");
        desk.date(visit, "October", "2023-10");
        desk.setDates(visit, byHand);
        const MadeMark choe = desk.mark("Choe Son-hui", "Person");
        const MadeMark russia = desk.mark("Russia", "State");
        desk.fill(visit, "Visitor", choe.mention);
        QCOMPARE(desk.dates(visit), byHand);
        desk.fill(visit, "Destination", russia.mention);
        desk.done(unmark(desk.base(), russia.mention));
        QCOMPARE(desk.dates(visit), byHand);
        desk.done(giveType(desk.base(), desk.nodeOf(visit), "Movement"));
        QCOMPARE(desk.dates(visit), byHand);
    }

    void aDateGoesWithItsRole()
    {
        Desk desk;
        const MadeClaim visit = desk.event("visited", "Visit");
        desk.date(visit, "October", "2023-10");
        desk.date(visit, "Friday", "2023-10-06");
        QCOMPARE(desk.dates(visit), (std::vector{day("2023-10"), day("2023-10-06")}));
        desk.setDates(visit, {day("2023-10"), day("2023-10-06"), day("2021")});
        desk.done(emptyRole(desk.base(), visit.claim, 0));
        QCOMPARE(desk.dates(visit), (std::vector{day("2023-10-06"), day("2021")}));
    }

    void wordsThatDateTwoEventsCanDateOneOfThemOtherwise()
    {
        Desk desk;
        const MadeClaim said = desk.event("said", "Statement");
        const MadeClaim met = desk.event("met", "Meeting");
        desk.date(said, "on Friday", "2024-01-19", 1);
        desk.date(met, "on Friday", "2024-01-19", 1);
        QCOMPARE(desk.marksOf("Date"), 1); // They share it.
        desk.date(said, "on Friday", "2024-01-26", 1);
        QCOMPARE(desk.dates(said), std::vector{day("2024-01-26")});
        QCOMPARE(desk.dates(met), std::vector{day("2024-01-19")});
        QCOMPARE(desk.marksOf("Date"), 2);
        const MadeMark lavrov = desk.mark("Lavrov", "Person", {}, 2);
        desk.fill(met, "Participant", lavrov.mention);
        QCOMPARE(desk.dates(met), std::vector{day("2024-01-19")});
        // They agree again, and nothing is left over.
        desk.date(met, "on Friday", "2024-01-26", 1);
        QCOMPARE(desk.dates(met), std::vector{day("2024-01-26")});
        QCOMPARE(desk.marksOf("Date"), 1);
    }

    void wordsThatDateNothingElseAreDatedAnew()
    {
        Desk desk;
        desk.done(markWords(desk.base(), {.article = desk.article,
                                          .spans = desk.place("October"),
                                          .type = "Date",
                                          .who = {},
                                          .ids = {{std::string(dateAuthority), "2022-10", {}}},
                                          .form = {}}));
        const MadeClaim visit = desk.event("visited", "Visit");
        desk.date(visit, "October", "2023-10");
        QCOMPARE(desk.marksOf("Date"), 1);
        QCOMPARE(desk.dates(visit), std::vector{day("2023-10")});
    }

    void aDateDrawnOverOtherWordsIsNoneUntilItIsGivenOne()
    {
        Desk desk;
        const MadeClaim thanked = desk.event("thanked", "Statement");
        desk.date(thanked, "On Monday", "2024-01-15");
        desk.setDates(thanked, {day("2024-01-15"), day("2021")});
        const MentionId date = std::get<MentionId>(desk.claim(thanked.claim).roles.at(0).filler);
        desk.done(moveMark(desk.base(), date, desk.place("On Tuesday")));
        QVERIFY(desk.store.mention(date)->ids.empty());
        QCOMPARE(desk.dates(thanked), std::vector{day("2021")});
        desk.date(thanked, "On Tuesday", "2024-01-16");
        QCOMPARE(desk.dates(thanked), (std::vector{day("2021"), day("2024-01-16")}));
        QCOMPARE(desk.marksOf("Date"), 1);
    }

    /// The invitation is to the visit: it rests on the words that tell of that, too.
    void whatSpeaksOfAnEventFollowsItsWords()
    {
        Desk desk;
        const MadeClaim visit = desk.event("visited", "Visit");
        const MadeClaim invited = desk.event("invited", "Invitation");
        desk.fill(invited, "Object", visit.trigger);
        const MadeClaim after =
            desk.done(addRelation(desk.base(), "After", visit.trigger, invited.trigger));
        QVERIFY(desk.quote(invited.claim).starts_with("Choe Son-hui visited"));
        desk.done(moveMark(desk.base(), visit.trigger, desk.place("thanked")));
        const std::string both =
            "On Monday Lavrov had invited her. On Tuesday Choe thanked Lavrov.";
        QCOMPARE(desk.quote(visit.claim), std::string("On Tuesday Choe thanked Lavrov."));
        QCOMPARE(desk.quote(invited.claim), both);
        QCOMPARE(desk.quote(after.claim), both);
    }

    void whoIsOneIsMergedAndNotRelated()
    {
        Desk desk;
        const MadeMark one = desk.mark("Choe Son-hui", "Person");
        const MadeMark other = desk.mark("Choe", "Person", {}, 1);
        QVERIFY(Desk::refusal(addRelation(desk.base(), "SameAs", one.mention, other.mention))
                    .contains(QStringLiteral("merge them instead")));
        const MadeClaim met = desk.event("met", "Meeting");
        const MadeClaim spoke = desk.event("spoke", "Talks");
        QVERIFY(Desk::refusal(addRelation(desk.base(), "SameEvent", met.trigger, spoke.trigger))
                    .contains(QStringLiteral("merge them instead")));
    }

    void aSentenceSaysARelationOnce()
    {
        Desk desk;
        const MadeMark choe = desk.mark("Choe Son-hui", "Person");
        const MadeMark again = desk.mark("Son-hui", "Person", desk.nodeOf(choe));
        const MadeMark russia = desk.mark("Russia", "State");
        const MadeClaim first =
            desk.done(addRelation(desk.base(), "Represents", choe.mention, russia.mention));
        QVERIFY(Desk::refusal(addRelation(desk.base(), "Represents", again.mention, russia.mention))
                    .contains(QStringLiteral("say so already")));
        ClaimFields rejected;
        rejected.rejected = true;
        desk.perform(ChangeClaim{first.claim, rejected});
        desk.done(addRelation(desk.base(), "Represents", again.mention, russia.mention));
        // Another sentence says so by words of its own.
        const MadeMark later = desk.mark("Choe", "Person", desk.nodeOf(choe), 1);
        desk.done(addRelation(desk.base(), "Represents", later.mention, russia.mention));
    }

    void aSymmetricRelationIsTheSameTheOtherWayRound()
    {
        Desk desk;
        Ontology ontology = testOntology();
        ontology.relations.at("After").symmetric = true;
        const MadeClaim met = desk.event("met", "Meeting");
        const MadeClaim spoke = desk.event("spoke", "Talks");
        desk.done(addRelation(desk.base(), "After", met.trigger, spoke.trigger));
        QVERIFY(Desk::refusal(addRelation({desk.store, ontology, desk.graph}, "After",
                                          spoke.trigger, met.trigger))
                    .contains(QStringLiteral("say so already")));
        desk.done(addRelation(desk.base(), "After", spoke.trigger, met.trigger));
    }

    void anotherTypeKeepsWhatItsRolesTake()
    {
        Desk desk;
        const MadeClaim visit = desk.event("visited", "Visit");
        const MadeMark choe = desk.mark("Choe Son-hui", "Person");
        const MadeMark russia = desk.mark("Russia", "State");
        const MadeMark october = desk.mark("October", "Place");
        desk.fill(visit, "Visitor", choe.mention);
        desk.fill(visit, "Destination", russia.mention);
        desk.fill(visit, "Destination", october.mention);
        desk.done(changeType(desk.base(), visit.claim, "Movement"));
        // It goes to one place only.
        QCOMPARE(desk.claim(visit.claim).roles,
                 (std::vector<RoleFiller>{{"Traveller", choe.mention},
                                          {"Destination", russia.mention}}));

        const MadeClaim thanked = desk.event("thanked", "Acceptance");
        const MadeMark friday = desk.mark("Friday", "Topic");
        desk.fill(thanked, "Object", friday.mention);
        desk.fill(thanked, "Object", visit.trigger);
        desk.done(changeType(desk.base(), thanked.claim, "Cancellation"));
        QCOMPARE(desk.claim(thanked.claim).roles,
                 (std::vector<RoleFiller>{{"Object", visit.claim}}));
    }

    void anEventIsOfAnotherTypeWithAllItsClaims()
    {
        Desk desk;
        const MadeClaim left = desk.event("left", "Movement");
        Claim more = desk.claim(left.claim); // It has several places to go to.
        more.id = ClaimId(randomUuid());
        desk.perform(AddClaim{more});
        Claim rejected = more;
        rejected.id = ClaimId(randomUuid());
        rejected.rejected = true;
        desk.perform(AddClaim{rejected});
        QVERIFY(Desk::refusal(changeType(desk.base(), left.claim, "Visit"))
                    .contains(QStringLiteral("Take the others away first")));
        desk.done(giveType(desk.base(), desk.nodeOf(left), "Visit"));
        for (const Claim& claim : desk.records().claims)
            QCOMPARE(claim.type, std::string("Visit"));
        QCOMPARE(desk.records().events.at(0).type, std::string("Visit"));
        QCOMPARE(desk.store.mention(left.trigger)->type, std::string("Visit"));
    }

    void anAnalystsReasonStaysWithWhatItIsGivenFor()
    {
        Desk desk;
        const MadeMark choe = desk.mark("Choe Son-hui", "Person");
        const MadeMark lavrov = desk.mark("Lavrov", "Person");
        const MadeAnalystsNode talks =
            desk.done(addAnalystsNode(desk.base(), {.type = "Talks",
                                                    .name = {},
                                                    .roles = {{"Participant", desk.nodeOf(choe)},
                                                              {"Participant", desk.nodeOf(lavrov)}},
                                                    .modality = {},
                                                    .because = "Both were in the building.",
                                                    .author = "R. Moreau",
                                                    .day = day("2024-01-20")}));
        const std::string whole = desk.quote(talks.claim);
        QVERIFY(whole.ends_with("Both were in the building."));
        const RoleFiller taken = desk.claim(talks.claim).roles.at(0);
        desk.done(emptyRole(desk.base(), talks.claim, 0));
        QCOMPARE(desk.quote(talks.claim), whole);
        desk.done(fillRole(desk.base(), talks.claim, "Host", std::get<MentionId>(taken.filler)));
        QCOMPARE(desk.quote(talks.claim), whole);
        desk.done(giveType(desk.base(), talks.node, "Meeting"));
        QCOMPARE(desk.quote(talks.claim), whole);
    }
};

QTEST_APPLESS_MAIN(ClaimingTest)
#include "claimingtest.moc"
