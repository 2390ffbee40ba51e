// SPDX-License-Identifier: Apache-2.0
#include "graph/model/graph.h"
#include "graph/model/shown.h"
#include "graph/ontology/ontology.h"
#include "tests/support/storetext.h"

#include <QTest>

using namespace entente;

namespace
{

QString folded(std::string_view text, IdentityRule rule = IdentityRule::IdsAndNames)
{
    return QString::fromStdString(textOf(fold(storeFrom(text), testOntology(), rule)));
}

QString lines(std::initializer_list<const char*> all)
{
    QString text;
    for (const char* line : all)
        text += QString::fromUtf8(line) + QLatin1Char('\n');
    return text;
}

/// The only event of a graph.
const Node& eventIn(const KnowledgeGraph& graph)
{
    for (const NodeId id : graph.nodes()) {
        if (graph.node(id)->kind == NodeKind::Event)
            return *graph.node(id);
    }
    throw std::invalid_argument("no event");
}

std::string quoted(const std::string& words) { return '"' + words + '"'; }

std::string dateIn(const KnowledgeGraph& graph)
{
    const std::optional<Edtf>& date = eventIn(graph).date;
    return date ? date->text : "undated";
}

} // namespace

class FoldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVisitJoinsVisitorAndDestination()
    {
        QCOMPARE(
            folded(R"(
            article a 2024-01-15
            Visit Happened on 2024-01-15/2024-01-17: Visitor Person "Choe Son-hui", Destination State "Russia"
        )"),
            lines({
                "Person | Choe Son-hui",
                "State | Russia",
                "Visit | Visit: Choe Son-hui to Russia, 15–17 January 2024 | happened | 1 claim",
                "Visit: Choe Son-hui to Russia, 15–17 January 2024 --Destination--> Russia",
                "Visit: Choe Son-hui to Russia, 15–17 January 2024 --Visitor--> Choe Son-hui",
            }));
    }

    void aSecondMeetingIsASecondEvent()
    {
        const KnowledgeGraph graph = fold(storeFrom(R"(
            article a
            Meeting Happened: Participant Person "Sergei Lavrov", Participant Person "Choe Son-hui"
            Meeting Happened: Participant Person "Sergei Lavrov", Participant Person "Choe Son-hui"
        )"),
                                          testOntology());
        QCOMPARE(graph.nodeCount(), 4);
        QCOMPARE(graph.edgeCount(), 4);
    }

    void whatIsUnstatedStaysUnstated()
    {
        QVERIFY(folded("article a\n Visit: Visitor Person \"Choe Son-hui\"")
                    .contains(QStringLiteral("| unstated | 1 claim")));
    }

    void claimsOfOneEventStayApartWithinIt()
    {
        const KnowledgeGraph graph = fold(storeFrom(R"(
            article a
            Visit Proposed: Visitor Person "Vladimir Putin"
            Visit Speculated: Visitor Person "Vladimir Putin"
            same event 1 2
        )"),
                                          testOntology());
        QCOMPARE(eventIn(graph).claims.size(), 2U);
        QCOMPARE(graph.edge(graph.edges().front())->claims.size(), 2U);
    }

    void eventsOfTwoArticlesJoinByTheSameOutsideId()
    {
        QCOMPARE(folded(R"(
            article a
            Summit Happened id hanoi: Participant Person "Kim Jong-un" Wikidata:Q56226
            article b
            Talks Happened id hanoi: Participant Person "Donald Trump"
            Talks Happened id other: Participant Person "Donald Trump"
        )"),
                 lines({
                     "Person | Donald Trump",
                     "Person | Kim Jong-un",
                     "Summit | Summit: Kim Jong-un and Donald Trump | happened | 2 claims",
                     "Talks | Talks: Donald Trump | happened | 1 claim",
                     "Summit: Kim Jong-un and Donald Trump --Participant--> Donald Trump",
                     "Summit: Kim Jong-un and Donald Trump --Participant--> Kim Jong-un",
                     "Talks: Donald Trump --Participant--> Donald Trump",
                 }));
    }

    void eventsWithoutAnIdAreNeverJoinedAcrossArticles()
    {
        const QString graph = folded(R"(
            article a
            Visit Happened on 2024-01-15: Visitor Person "Choe Son-hui", Destination State "Russia"
            article b
            Visit Happened on 2024-01-15: Visitor Person "Choe Son-hui", Destination State "Russia"
        )");
        QCOMPARE(graph.count(QStringLiteral("| happened | 1 claim")), 2);
    }

    void aFullNameJoinsAcrossArticlesAndSaysSo()
    {
        const char* text = R"(
            article a
            Visit: Visitor Person "Choe Son-hui"
            article b
            Visit: Visitor Person "CHOE SON HUI"
        )";
        QVERIFY(folded(text).contains(QStringLiteral("Person | Choe Son-hui | by name\n")));
        const QString apart = folded(text, IdentityRule::IdsOnly);
        QVERIFY(apart.contains(QStringLiteral("Person | Choe Son-hui\n")));
        QVERIFY(apart.contains(QStringLiteral("Person | CHOE SON HUI\n")));
    }

    void oneWordOrAnotherTypeOrACommonNounJoinsNobody()
    {
        const KnowledgeGraph graph = fold(storeFrom(R"(
            article a
            Visit: Visitor Person "Choe", Visitor Person "Kim Jong-un", Host Group "foreign ministers"
            article b
            Visit: Visitor Person "Choe", Visitor Group "Kim Jong-un", Host Group "foreign ministers"
        )"),
                                          testOntology());
        QCOMPARE(graph.nodeCount(), 2 + 6);
    }

    void aNameThatIdsKeepApartJoinsNobody()
    {
        // Two known people of one name: the third article cannot say which one it means.
        const KnowledgeGraph graph = fold(storeFrom(R"(
            article a
            Visit: Visitor Person "Kim Yong" Wikidata:Q1
            article b
            Visit: Visitor Person "Kim Yong" Wikidata:Q2
            article c
            Visit: Visitor Person "Kim Yong"
            article d
            Visit: Visitor Person "Kim Yong"
        )"),
                                          testOntology());
        QCOMPARE(graph.nodeCount(), 4 + 4);
    }

    void aNameFindsTheOneThatHasAnId()
    {
        const KnowledgeGraph graph = fold(storeFrom(R"(
            article a
            Visit: Visitor Person "Sergei Lavrov"
            article b
            Visit: Visitor Person "Sergei Lavrov" Wikidata:Q58217
        )"),
                                          testOntology());
        QCOMPARE(graph.nodeCount(), 3);
    }

    void aPositionFoldsIntoAnEdge()
    {
        QCOMPARE(folded(R"(
            article a
            HoldsPosition: Arg1 Person "Choe Son-hui", Arg2 Position "Foreign Minister"
            Represents: Arg1 = "Foreign Minister", Arg2 State "North Korea"
        )"),
                 lines({
                     "Person | Choe Son-hui",
                     "State | North Korea",
                     "Choe Son-hui --Foreign Minister--> North Korea | 2 claims",
                 }));
    }

    void aPositionOfNobodyKnownIsAPropertyOfItsHolder()
    {
        const KnowledgeGraph graph = fold(storeFrom(R"(
            article a
            HoldsPosition: Arg1 Person "Choe Son-hui", Arg2 Position "Foreign Minister"
        )"),
                                          testOntology());
        QCOMPARE(graph.nodeCount(), 1);
        const Node& person = *graph.node(graph.nodes().front());
        QCOMPARE(person.positions.size(), 1U);
        QCOMPARE(person.positions.front().title, std::string("Foreign Minister"));
        QCOMPARE(person.positions.front().claims.size(), 1U);
    }

    void strongestFactualityThenMostFrequentDecides_data()
    {
        QTest::addColumn<QString>("claims");
        QTest::addColumn<QString>("modality");
        const auto row = [](const char* name, const char* claims, const char* modality) {
            QTest::newRow(name) << QString::fromUtf8(claims) << QString::fromUtf8(modality);
        };
        row("most frequent", "Planned PR+; Expected PR+; Expected PR+", "expected");
        row("certain beats many", "Happened CT+; Expected PR+; Expected PR+", "happened");
        row("certainly not beats probable", "DidNotHappen CT-; Announced PR+; Announced PR+",
            "did not happen");
        row("probable beats possible", "Speculated PS+; Speculated PS+; Planned PR+", "planned");
        row("stated beats unstated factuality", "Proposed; Proposed; Speculated Uu", "speculated");
        row("unstated modality does not vote", "CT+; CT+; Expected PR+", "expected");
        row("first mentioned of equals", "Planned PR+; Expected PR+", "planned");
        row("none", "; ", "unstated");
    }

    void strongestFactualityThenMostFrequentDecides()
    {
        QFETCH(const QString, claims);
        std::string text = "article a\n";
        std::string same = "same event";
        int number = 0;
        for (const QString& claim : claims.split(QLatin1Char(';'))) {
            text +=
                "Visit " + claim.trimmed().toStdString() + ": Visitor Person \"Vladimir Putin\"\n";
            same += " " + std::to_string(++number);
        }
        const KnowledgeGraph graph = fold(storeFrom(text + same), testOntology());
        QTEST(QString::fromUtf8(wordsOf(eventIn(graph).modality).data()), "modality");
    }

    void theLaterReportIsShownAndTheEarlierOneKept()
    {
        const KnowledgeGraph graph = fold(storeFrom(R"(
            article late 2024-06-20
            Visit Happened CT+ id trip: Visitor Person "Vladimir Putin"
            article early 2024-01-15
            Visit Expected PR+ id trip: Visitor Person "Vladimir Putin"
        )"),
                                          testOntology());
        QCOMPARE(eventIn(graph).modality, std::optional(Modality::Happened));
        QCOMPARE(eventIn(graph).claims.size(), 2U);
        QVERIFY(QString::fromStdString(eventIn(graph).modalityReason)
                    .contains(QStringLiteral("20 June 2024")));
    }

    void certainAgainstCertainlyNotIsContested()
    {
        const KnowledgeGraph graph = fold(storeFrom(R"(
            article a 2024-01-15
            Visit Happened CT+ id trip: Visitor Person "Vladimir Putin"
            article b 2024-01-16
            Visit DidNotHappen CT- id trip: Visitor Person "Vladimir Putin"
        )"),
                                          testOntology());
        QVERIFY(eventIn(graph).contested);
        // Whichever came later, neither is preferred.
        QCOMPARE(eventIn(graph).modality, std::nullopt);
        QCOMPARE(eventIn(graph).modalityReason,
                 std::string("a report of 15 January 2024 is certain that it happened, a report of "
                             "16 January 2024 that it did not; none is preferred"));
        QVERIFY(!eventIn(fold(storeFrom("article a\n Visit Happened CT+: Visitor Person \"A B\""),
                              testOntology()))
                     .contested);
    }

    void whatWasAnnouncedAndThenCalledOffDidNotHappen()
    {
        const KnowledgeGraph graph = fold(storeFrom(R"(
            article a 2024-01-15
            Visit Announced CT+ id trip: Visitor Person "Vladimir Putin"
            article b 2024-01-16
            Visit DidNotHappen CT- id trip: Visitor Person "Vladimir Putin"
        )"),
                                          testOntology());
        QVERIFY(eventIn(graph).contested);
        QCOMPARE(eventIn(graph).modality, std::optional(Modality::DidNotHappen));
    }

    void theMostPreciseDateIsShown()
    {
        const KnowledgeGraph graph = fold(storeFrom(R"(
            article a 2024-01-15
            Visit on 2024-01-15/2024-01-17 id trip: Visitor Person "Choe Son-hui"
            article b 2024-02-01
            Visit on 2024-01 id trip: Visitor Person "Choe Son-hui"
        )"),
                                          testOntology());
        QCOMPARE(dateIn(graph), std::string("2024-01-15/2024-01-17"));
    }

    void ofDatesThatExcludeEachOtherTheLaterReportIsShown()
    {
        const KnowledgeGraph graph = fold(storeFrom(R"(
            article b 2024-02-01
            Visit on 2024-01-16 id trip: Visitor Person "Choe Son-hui"
            article a 2024-01-15
            Visit on 2024-01-14 id trip: Visitor Person "Choe Son-hui"
        )"),
                                          testOntology());
        QCOMPARE(dateIn(graph), std::string("2024-01-16"));
    }

    /// A month reported last, a day of another month before, a day of that month first: in whatever
    /// order they are read, the last report holds and the first makes it more precise.
    void anEarlierReportMakesTheLatestMorePrecise_data()
    {
        QTest::addColumn<QString>("text");
        const QString april = QStringLiteral("article a 2024-04-01\n"
                                             "Visit on 2024-01 id trip: Visitor Person \"A B\"\n");
        const QString january =
            QStringLiteral("article b 2024-01-20\n"
                           "Visit on 2024-01-15 id trip: Visitor Person \"A B\"\n");
        const QString march =
            QStringLiteral("article c 2024-03-01\n"
                           "Visit on 2024-02-10 id trip: Visitor Person \"A B\"\n");
        QTest::newRow("1") << QString(april + january + march);
        QTest::newRow("2") << QString(march + april + january);
        QTest::newRow("3") << QString(january + march + april);
    }

    void anEarlierReportMakesTheLatestMorePrecise()
    {
        QFETCH(const QString, text);
        const KnowledgeGraph graph = fold(storeFrom(text.toStdString()), testOntology());
        QCOMPARE(dateIn(graph), std::string("2024-01-15"));
    }

    void yearsOfNineDigitsAreNoTrouble()
    {
        const KnowledgeGraph graph = fold(storeFrom(R"(
            article a 2024-02-01
            Visit on Y-99999999/Y999999999 id trip: Visitor Person "Choe Son-hui"
            Visit on 2024 id trip: Visitor Person "Choe Son-hui"
        )"),
                                          testOntology());
        QCOMPARE(dateIn(graph), std::string("2024"));
    }

    void tiesCountTheirEventsByModality()
    {
        const KnowledgeGraph graph = actorsProjection(fold(storeFrom(R"(
            article a
            Meeting Happened on 2018-06-12: Participant Person "Kim Jong-un", Participant Person "Donald Trump"
            Meeting Happened on 2019-02-27: Participant Person "Kim Jong-un", Participant Person "Donald Trump"
            Meeting DidNotHappen on 2020: Participant Person "Kim Jong-un", Participant Person "Donald Trump"
            Meeting: Participant Person "Kim Jong-un", Participant Person "Donald Trump"
        )"),
                                                           testOntology()),
                                                      testOntology());
        QCOMPARE(QString::fromStdString(textOf(graph)),
                 lines({
                     "Person | Donald Trump",
                     "Person | Kim Jong-un",
                     "Kim Jong-un --happened 2, did not happen 1, unstated 1; last on 27 February "
                     "2019--> "
                     "Donald Trump | 4 claims",
                 }));
    }

    /// The summit of two took place; that a third came to it was expected only.
    void whoWasOnlyExpectedHasMetNobody()
    {
        const KnowledgeGraph graph = actorsProjection(fold(storeFrom(R"(
            article a
            Meeting Happened CT+: Participant Person "Kim Jong-un", Participant Person "Vladimir Putin"
            Meeting Expected PR+: Participant Person "Donald Trump"
            same event 1 2
        )"),
                                                           testOntology()),
                                                      testOntology());
        QCOMPARE(QString::fromStdString(textOf(graph)),
                 lines({
                     "Person | Donald Trump",
                     "Person | Kim Jong-un",
                     "Person | Vladimir Putin",
                     "Kim Jong-un --expected 1--> Donald Trump | 2 claims",
                     "Kim Jong-un --happened 1--> Vladimir Putin",
                     "Vladimir Putin --expected 1--> Donald Trump | 2 claims",
                 }));
    }

    /// North Korea accuses three who have not met each other by that; a minister and her state
    /// visit Russia's minister, and not each other.
    void whoHasTheSamePartHasNoTieByThat()
    {
        const KnowledgeGraph actors = actorsProjection(fold(storeFrom(R"(
            article a 2024-01-15
            Accusation Happened: Actor State "North Korea", Recipient State "Japan", Recipient State "South Korea"
            Visit Happened: Visitor Person "Choe Son-hui", Visitor State "North Korea", Host Person "Sergei Lavrov"
            Talks Happened: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
        )"),
                                                            testOntology()),
                                                       testOntology());
        QStringList ties;
        for (const EdgeId id : actors.edges()) {
            QStringList ends{QString::fromStdString(actors.node(actors.source(id))->name),
                             QString::fromStdString(actors.node(actors.target(id))->name)};
            ends.sort();
            ties << ends.join(QStringLiteral("–")) + u' ' +
                        QString::fromStdString(wordsOf(actors.edge(id)->tie().counts));
        }
        ties.sort();
        QCOMPARE(
            ties.join(QStringLiteral("; ")),
            QStringLiteral("Choe Son-hui–Sergei Lavrov happened 2; Japan–North Korea happened 1; "
                           "North Korea–Sergei Lavrov happened 1; North Korea–South Korea "
                           "happened 1"));
    }

    void sourcesAndPlacesMakeNoTies()
    {
        const KnowledgeGraph graph = actorsProjection(fold(storeFrom(R"(
            article a
            Visit: Visitor Person "Choe Son-hui", Source Organization "Rodong Sinmun", Place State "Russia"
        )"),
                                                           testOntology()),
                                                      testOntology());
        QCOMPARE(graph.edgeCount(), 0);
        QCOMPARE(graph.nodeCount(), 3);
    }

    void theSameStoreGivesTheSameIds()
    {
        const char* text =
            "article a\n Visit: Visitor Person \"Choe Son-hui\", Destination State \"Russia\"";
        const KnowledgeGraph one = fold(storeFrom(text), testOntology());
        const KnowledgeGraph two = fold(storeFrom(text), testOntology());
        QCOMPARE(one.nodes(), two.nodes());
        QCOMPARE(one.edges(), two.edges());
    }

    void theReasonNamesLaterArticlesThatDoNotSay()
    {
        const Store store = storeFrom(R"(
            article a 2024-01-15
            Visit Announced id trip: Visitor Person "Choe Son-hui"
            article b 2024-02-15
            Visit Happened id trip: Visitor Person "Choe Son-hui"
            article c 2024-03-15
            Visit id trip: Visitor Person "Choe Son-hui"
        )");
        std::vector<ClaimId> claims;
        for (const ArticleId article : store.articles())
            claims.push_back(store.records(article).claims.front().id);
        const JudgedModality judged = judgeModality(store, claims);
        QCOMPARE(judged.modality, std::optional(Modality::Happened));
        QCOMPARE(QString::fromStdString(judged.reason),
                 QStringLiteral("the latest of 2 articles (15 February 2024) says so in its only "
                                "claim; a later article does not say, and decides nothing"));
    }

    void whyAMeetingIsSaidToHaveHappenedCountsTheClaimsThatSaySo()
    {
        const auto reasonOf = [](const char* claims) {
            const Store store = storeFrom(std::string("article a 2024-01-15\n") + claims);
            std::vector<ClaimId> ids;
            for (const Claim& claim : store.records(store.articles().front()).claims)
                ids.push_back(claim.id);
            return QString::fromStdString(judgeModality(store, ids).reason);
        };
        QCOMPARE(reasonOf("Visit Happened CT+ id trip:\nVisit Happened CT+ id trip:\n"),
                 QStringLiteral("both claims say so (certain)"));
        QCOMPARE(reasonOf("Visit Happened CT+ id trip:\nVisit Happened id trip:\n"
                          "Visit Happened id trip:\n"),
                 QStringLiteral("all 3 claims say so (1 of them as certain)"));
        QCOMPARE(
            reasonOf("Visit Happened CT+ id trip:\nVisit id trip:\n"),
            QStringLiteral("1 of 2 claims says so (certain), and no other says anything else"));
        QCOMPARE(reasonOf("Visit Happened CT+ id trip:\nVisit Planned PS+ id trip:\n"),
                 QStringLiteral("1 of 2 claims says so (certain), and no more are as sure of "
                                "anything else"));
    }

    /// What an earlier article says is another matter.
    void whyCountsTheClaimsOfTheArticleThatDecides()
    {
        const Store store = storeFrom("article a 2024-01-15\nVisit Announced CT+ id trip:\n"
                                      "article b 2024-02-15\nVisit Happened CT+ id trip:\n"
                                      "Visit id trip:\n");
        std::vector<ClaimId> ids;
        for (const ArticleId article : store.articles()) {
            for (const Claim& claim : store.records(article).claims)
                ids.push_back(claim.id);
        }
        QCOMPARE(QString::fromStdString(judgeModality(store, ids).reason),
                 QStringLiteral("the latest of 2 articles (15 February 2024) says so in 1 of 2 "
                                "claims (certain), and no other in it says anything else"));
    }

    void aLargeGraphOpensOnItsBusiestActors()
    {
        std::string text = "article a\n";
        for (int i = 0; i < 200; ++i)
            text += R"(Visit: Visitor Person "Kim Jong-un", Host Person )" +
                    quoted("Stranger N" + std::to_string(i)) + '\n';
        for (int i = 0; i < 3; ++i)
            text += "Talks: Participant Person \"Kim Jong-un\", Participant Person \"Vladimir "
                    "Putin\"\n";
        const KnowledgeGraph graph = fold(storeFrom(text), testOntology());
        const Shown shown = showReadable(graph);
        QVERIFY(!shown.isAll());
        QVERIFY(shown.nodes.size() <= 60);
        QCOMPARE(shown.nodesInAll, 200 * 2 + 1 + 1 + 3);
        QVERIFY(!shown.reason.empty());
        int talks = 0;
        for (const NodeId id : shown.nodes)
            talks += graph.node(id)->type == "Talks";
        QCOMPARE(talks, 3);
        // Among actors alone the strongest tie comes first, and nobody is shown without a tie.
        const KnowledgeGraph actors = actorsProjection(graph, testOntology());
        const Shown tied = showBusiest(actors, 2);
        QCOMPARE(tied.nodes.size(), 2U);
        QCOMPARE(tied.edges.size(), 1U);
        QCOMPARE(actors.edge(tied.edges.front())->tie().events.size(), 3U);
        QVERIFY(showReadable(
                    fold(storeFrom("article a\n Visit: Visitor Person \"A B\""), testOntology()))
                    .isAll());
    }
};

QTEST_GUILESS_MAIN(FoldTest)
#include "foldtest.moc"
