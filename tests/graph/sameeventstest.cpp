// SPDX-License-Identifier: Apache-2.0
// Events that may be one, and why.
#include "graph/proposals/sameevents.h"

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/query/copies.h"
#include "tests/support/storetext.h"

#include <QStringList>
#include <QTest>

#include <stop_token>

using namespace entente;

namespace
{

/// Proposals as a reader says them: "north E1 = south E2".
class Reports
{
public:
    explicit Reports(std::string_view text)
        : m_store(storeFrom(text))
        , m_events(fold(m_store, testOntology()))
    {
    }

    void judge(const std::string& one, const std::string& other, std::optional<Sameness> verdict)
    {
        const auto applied = m_store.apply(JudgeEvents{eventOf(one), eventOf(other), verdict});
        if (!applied)
            qFatal("%s", applied.error().c_str());
        m_events = fold(m_store, testOntology());
    }

    std::vector<SameEventProposal> of(const std::string& event) const
    {
        return SameEvents(m_events, m_store, testOntology()).of(m_events.nodeOf(eventOf(event)));
    }
    std::vector<SameEventProposal> all(const Copies* copies = nullptr) const
    {
        return SameEvents(m_events, m_store, testOntology(), copies).all();
    }

    QString pairs() const { return wordsOf(all()); }
    QString proposedFor(const std::string& event) const
    {
        QStringList names;
        for (const SameEventProposal& proposal : of(event))
            names += nameOf(proposal.other);
        return names.join(QStringLiteral(", "));
    }

    QString wordsOf(const std::vector<SameEventProposal>& proposals) const
    {
        QStringList lines;
        for (const SameEventProposal& proposal : proposals)
            lines += nameOf(proposal.one) + QStringLiteral(" = ") + nameOf(proposal.other);
        return lines.join(QStringLiteral(", "));
    }

    static QString reasonsOf(const SameEventProposal& proposal)
    {
        QStringList reasons;
        for (const SamenessReason& reason : proposal.reasons)
            reasons += QStringLiteral("%1 %2")
                           .arg(reason.points)
                           .arg(QString::fromStdString(reason.words));
        return reasons.join(QStringLiteral("; "));
    }

    const Store& store() const { return m_store; }

private:
    /// "north E2": the event of that claim.
    EventId eventOf(const std::string& name) const
    {
        const std::size_t space = name.find(' ');
        for (const ArticleId id : m_store.articles()) {
            if (m_store.article(id)->name != name.substr(0, space))
                continue;
            for (const Claim& claim : m_store.records(id).claims) {
                if (claim.sourceId == name.substr(space + 1))
                    return claim.event;
            }
        }
        qFatal("no such claim: %s", name.c_str());
    }

    QString nameOf(NodeId event) const
    {
        const Claim& claim = *m_store.claim(m_events.node(event)->claims.front());
        return QString::fromStdString(m_store.article(claim.article)->name + ' ' + claim.sourceId);
    }

    Store m_store;
    KnowledgeGraph m_events;
};

} // namespace

class SameEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoArticlesOnOneVisitAreProposedWithTheReasons()
    {
        const Reports reports(R"(
            article north 2024-01-15
            Visit Happened CT+ on 2024-01: Visitor Person "Choe Son-hui", Destination State "Russia"
            article south 2024-02-20
            Visit Happened CT+ on 2024-01: Visitor Person "Choe Son-hui", Destination State "Russia"
        )");
        const auto proposals = reports.of("south E1");
        QCOMPARE(reports.wordsOf(proposals), QString("south E1 = north E1"));
        QCOMPARE(Reports::reasonsOf(proposals.front()),
                 QString("30 both January 2024; 20 both name Choe Son-hui; 15 both: Visit; "
                         "10 both: Russia (Destination)"));
        int sum = 0;
        for (const SamenessReason& reason : proposals.front().reasons)
            sum += reason.points;
        QCOMPARE(proposals.front().score, sum);
    }

    void whatCannotBeOneIsNotProposed_data()
    {
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("isProposed");
        const auto row = [](const char* name, const char* other, bool isProposed) {
            QTest::newRow(name) << other << isProposed;
        };
        row("the same",
            R"(Visit on 2024-01-15: Visitor Person "Choe Son-hui", Destination State "Russia")",
            true);
        row("a day of its days",
            "Visit on 2024-01-15/2024-01-17: Visitor Person \"Choe Son-hui\", Destination State "
            "\"Russia\"",
            true);
        row("its month",
            R"(Visit on 2024-01: Visitor Person "Choe Son-hui", Destination State "Russia")", true);
        row("another day",
            R"(Visit on 2024-01-16: Visitor Person "Choe Son-hui", Destination State "Russia")",
            false);
        row("another type",
            R"(Statement on 2024-01-15: Speaker Person "Choe Son-hui", Addressee State "Russia")",
            false);
        row("another visitor",
            R"(Visit on 2024-01-15: Visitor Person "Kim Song-nam", Destination State "Russia")",
            false);
        row("the visitor is the host",
            R"(Visit on 2024-01-15: Visitor Person "Sergei Lavrov", Host Person "Choe Son-hui", )"
            "Destination State \"Russia\"",
            false);
        row("another destination",
            R"(Visit on 2024-01: Visitor Person "Choe Son-hui", Destination State "China")", false);
        row("who says so does not take part",
            R"(Visit on 2024-01-15: Visitor Person "Kim Song-nam", Source Person "Choe Son-hui", )"
            "Destination State \"Russia\"",
            false);
    }

    void whatCannotBeOneIsNotProposed()
    {
        QFETCH(const QString, other);
        QFETCH(const bool, isProposed);
        const Reports reports("article north\n"
                              "Visit on 2024-01-15: Visitor Person \"Choe Son-hui\", Destination "
                              "State \"Russia\"\n"
                              "article south\n" +
                              other.toStdString());
        QCOMPARE(reports.proposedFor("north E1"), QString(isProposed ? "south E1" : ""));
        QCOMPARE(reports.pairs(), QString(isProposed ? "north E1 = south E1" : ""));
    }

    void talksAreASummitIfTheSameOnesMeet()
    {
        const Reports reports(R"(
            article north
            Talks on 2023-09-13: Participant Person "Kim Jong-un", Participant Person "Vladimir Putin"
            article south
            Summit on 2023-09-13: Participant Person "Kim Jong-un", Participant Person "Vladimir Putin"
            article east
            Summit on 2023-09-13: Participant Person "Kim Jong-un", Participant Person "Xi Jinping"
            Refusal on 2023-09-13: Actor Person "Kim Jong-un", Recipient Person "Vladimir Putin"
            article west
            Acceptance on 2023-09-13: Actor Person "Kim Jong-un", Recipient Person "Vladimir Putin"
        )");
        QCOMPARE(reports.proposedFor("north E1"), QString("south E1"));
        QCOMPARE(Reports::reasonsOf(reports.of("north E1").front()),
                 QString("40 both 13 September 2023; 30 both name Kim Jong-un and Vladimir Putin; "
                         "10 Talks and Summit, with the same participants"));
        QCOMPARE(reports.proposedFor("west E1"), QString());
    }

    void theSameRolesTheOtherWayRoundAreAnotherEvent()
    {
        const Reports reports(R"(
            article north
            Invitation on 2024-01-15: Inviter Person "Kim Jong-un", Invitee Person "Vladimir Putin"
            Invitation on 2024-01-15: Inviter Person "Vladimir Putin", Invitee Person "Kim Jong-un"
        )");
        QCOMPARE(reports.pairs(), QString());
    }

    void anAnalystsVerdictStands()
    {
        Reports reports(R"(
            article north
            Visit on 2024-01: Visitor Person "Choe Son-hui", Destination State "Russia"
            article south
            Visit on 2024-01: Visitor Person "Choe Son-hui", Destination State "Russia"
            article east
            Visit on 2024-01: Visitor Person "Choe Son-hui", Destination State "Russia"
        )");
        reports.judge("north E1", "south E1", Sameness::Apart);
        QCOMPARE(reports.pairs(), QString("north E1 = east E1, south E1 = east E1"));
        reports.judge("north E1", "south E1", Sameness::One);
        QCOMPARE(reports.pairs(), QString("north E1 = east E1"));
        reports.judge("north E1", "east E1", Sameness::One);
        QCOMPARE(reports.pairs(), QString());
    }

    void differentIdsOfOneAuthorityAreDifferentEvents()
    {
        const Reports reports(R"(
            article north
            Visit on 2024-01 id first: Visitor Person "Choe Son-hui", Destination State "Russia"
            article south
            Visit on 2024-01 id second: Visitor Person "Choe Son-hui", Destination State "Russia"
            article east
            Visit on 2024-01: Visitor Person "Choe Son-hui", Destination State "Russia"
        )");
        QCOMPARE(reports.proposedFor("north E1"), QString("east E1"));
    }

    void whatAnArticleRelatesIsTwo()
    {
        const Reports reports(R"(
            article north
            Visit: Visitor Person "Sergei Lavrov", Destination State "North Korea"
            Visit: Visitor Person "Sergei Lavrov", Destination State "North Korea"
            Visit: Visitor Person "Sergei Lavrov", Destination State "North Korea"
            After: Arg1 #2, Arg2 #1
        )");
        QCOMPARE(reports.pairs(), QString("north E1 = north E3, north E2 = north E3"));
    }

    void withoutADateTheArticleSpeaksForIt()
    {
        // Two visits that nobody dates, one of them told of twice.
        const Reports reports(R"(
            article north 2024-01-15
            Visit: Visitor Person "Choe Son-hui", Destination State "Russia"
            Visit: Visitor Person "Choe Son-hui"
            article south 2019-04-25
            Visit: Visitor Person "Choe Son-hui", Destination State "Russia"
        )");
        QCOMPARE(reports.pairs(), QString("north E1 = north E2"));
        QCOMPARE(Reports::reasonsOf(reports.all().front()),
                 QString("20 both name Choe Son-hui; 15 both: Visit; 15 both in one article"));
    }

    void whatIsToComeIsNotWhatIsOver()
    {
        const Reports reports(R"(
            article north 2024-01-15
            Talks Happened CT+ on 2023-09: Participant State "North Korea", Participant State "Russia"
            Talks Expected PR+: Participant State "North Korea", Participant State "Russia"
            Talks Planned PR+: Participant State "North Korea", Participant State "Russia"
        )");
        QCOMPARE(reports.pairs(), QString("north E2 = north E3"));
    }

    void contradictionsAreSaidAndCount()
    {
        const Reports reports(R"(
            article north
            Visit Happened CT+ on 2024-01: Visitor Person "Choe Son-hui", Destination State "Russia"
            article south
            Visit DidNotHappen CT- on 2024-01: Visitor Person "Choe Son-hui", Destination State "Russia"
        )");
        const auto proposals = reports.all();
        QCOMPARE(proposals.size(), 1U);
        QCOMPARE(proposals.front().score, 60);
        QCOMPARE(QString::fromStdString(proposals.front().reasons.back().words),
                 QString("one is certain that it is so, the other that it is not"));
    }

    void aCityMayLieInTheState()
    {
        const Reports reports(R"(
            article north
            Talks on 2019-04: Participant State "North Korea", Participant State "Russia", Place Place "Vladivostok"
            article south
            Talks on 2019-04: Participant State "North Korea", Participant State "Russia", Place State "Russia"
            article east
            Talks on 2019-04: Participant State "North Korea", Participant State "Russia", Place Place "Moscow"
        )");
        QCOMPARE(reports.pairs(), QString("north E1 = south E1, south E1 = east E1"));
    }

    void whatIsDiscussedStandsForWhoDiscusses()
    {
        const Reports reports(R"(
            article north
            Visit on 2024: Visitor Person "Vladimir Putin", Destination State "North Korea"
            Discussion Expected on 2024-01-16: Topic #1
            Discussion Expected on 2024-01-16: Topic #1, Participant Person "Choe Son-hui"
            Discussion Expected on 2024-01-16: Topic Topic "arms", Participant Person "Choe Son-hui"
        )");
        QCOMPARE(reports.proposedFor("north E2"), QString("north E3"));
    }

    void aPassageThatIsCopiedTellsOfOneEvent()
    {
        const std::string words = "the preparation of a visit of the president later in the year "
                                  "and what would be signed";
        const std::string line = R"( Statement: Speaker Person "Sergei Lavrov", Content Topic )"
                                 "\"" +
                                 words + " then\"\n";
        const Reports reports("article wire\n" + line + "article paper\n" + line);
        QCOMPARE(reports.pairs(), QString());
        const Copies copies = Copies::among(reports.store());
        QCOMPARE(reports.wordsOf(reports.all(&copies)), QString("wire E1 = paper E1"));
    }

    void thousandsWithOneParticipantAreFoundByTheirDays()
    {
        std::string text;
        for (int year = 1900; year < 2000; ++year) {
            for (int copy = 0; copy < 2; ++copy) {
                text += "article y" + std::to_string(year) + '-' + std::to_string(copy) + '\n';
                for (const char* const month : {"03", "07"})
                    text += "Visit on " + std::to_string(year) + '-' + month +
                            ": Visitor Person \"Cordell Hull\", Destination State \"Canada\"\n";
            }
        }
        const Reports reports(text);
        const auto proposals = reports.all();
        QCOMPARE(proposals.size(), 200U);
        QCOMPARE(reports.proposedFor("y1950-0 E2"), QString("y1950-1 E2"));
    }

    void itStopsWhenItIsAsked()
    {
        const Store store = storeFrom(R"(
            article north
            Visit on 2024-01: Visitor Person "Choe Son-hui", Destination State "Russia"
            article south
            Visit on 2024-01: Visitor Person "Choe Son-hui", Destination State "Russia"
        )");
        const KnowledgeGraph events = fold(store, testOntology());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(
            SameEvents(events, store, testOntology()).all(Progress(stop.get_token(), {})).empty());
    }
};

QTEST_GUILESS_MAIN(SameEventsTest)
#include "sameeventstest.moc"
