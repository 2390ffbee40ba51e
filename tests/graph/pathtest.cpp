// SPDX-License-Identifier: Apache-2.0
// Why two actors are connected: the shortest chains of meetings, by default of those that happened.
#include "graph/query/path.h"

#include "tests/support/storetext.h"

#include <QStringList>
#include <QTest>

#include <set>

using namespace entente;

namespace
{

/// Anna met Boris, he met Chen. That Anna herself meets Chen is only expected; Dana did not.
constexpr const char* const oneBetween = R"(
    article a 2024-01-15
    Meeting Happened on 2024-01-10: Participant Person "Anna", Participant Person "Boris"
    Talks Happened on 2024-01-11: Participant Person "Anna", Participant Person "Boris"
    Meeting Happened on 2024-01-12: Participant Person "Boris", Participant Person "Chen"
    Meeting Expected: Participant Person "Anna", Participant Person "Chen"
    Talks Happened: Participant Person "Anna", Participant Person "Dana"
    Visit DidNotHappen CT-: Visitor Person "Dana", Host Person "Chen"
    Represents: Arg1 Person "Chen", Arg2 State "China"
    Meeting Happened: Participant Person "Egon", Destination Place "Bern"
)";

/// Two ways from Anna to Egon; over Chen, who was at more meetings, and over Dana.
constexpr const char* const twoWays = R"(
    article a 2024-01-15
    Meeting Happened: Participant Person "Anna", Participant Person "Dana"
    Meeting Happened: Participant Person "Dana", Participant Person "Egon"
    Meeting Happened: Participant Person "Anna", Participant Person "Chen"
    Meeting Happened: Participant Person "Chen", Participant Person "Egon"
    Meeting Happened: Participant Person "Chen", Participant Person "Fritz"
)";

} // namespace

class PathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatHappenedTies()
    {
        take(oneBetween);
        QCOMPARE(found("Anna", "Chen"), QString("Anna > Boris > Chen"));
    }

    void whoAsksForLessSureMeetingsGetsShorterChains()
    {
        take(oneBetween);
        m_request.modalities = {Modality::Happened, Modality::Expected};
        QCOMPARE(found("Anna", "Chen"), QString("Anna > Chen"));
        m_request.modalities = {Modality::DidNotHappen};
        QCOMPARE(found("Dana", "Chen"), QString("Dana > Chen"));
        m_request.modalities = {};
        QCOMPARE(found("Anna", "Chen"), QString("Anna > Chen"));
    }

    void relationsAreStepsToo()
    {
        take(oneBetween);
        QCOMPARE(found("Anna", "China"), QString("Anna > Boris > Chen > China"));
        m_request.relations = false;
        QCOMPARE(found("Anna", "China"), QString());
    }

    void nothingLeadsToWhoMetNobodyOrToOneself()
    {
        take(oneBetween);
        QCOMPARE(found("Anna", "Egon"), QString());
        QCOMPARE(found("Anna", "Anna"), QString());
    }

    void allShortestChainsComeThoseOverTheBusiestFirst()
    {
        take(twoWays);
        QCOMPARE(found("Anna", "Egon"), QString("Anna > Chen > Egon; Anna > Dana > Egon"));
        m_request.chainsAtMost = 1;
        QCOMPARE(found("Anna", "Egon"), QString("Anna > Chen > Egon"));
        QCOMPARE(m_paths.inAll, 2); // What is not listed is counted.
    }

    void chainsLeadOnlyOverThoseWhoAreNamed()
    {
        take(twoWays);
        m_request.among = std::set{named("Dana"), named("Fritz")};
        QCOMPARE(found("Anna", "Egon"), QString("Anna > Dana > Egon"));
        QCOMPARE(m_paths.inAll, 1);
        m_request.among = std::set<NodeId>();
        QCOMPARE(found("Anna", "Egon"), QString()); // Over nobody.
        QCOMPARE(found("Anna", "Dana"), QString("Anna > Dana"));
        take(oneBetween);
        m_request.among = std::set{named("Chen")};
        QCOMPARE(found("Boris", "China"), QString("Boris > Chen > China"));
    }

    void aStepNamesItsMeetingsTheLatestFirst()
    {
        take(oneBetween);
        (void)found("Anna", "Chen");
        const Hop& hop = m_paths.chains.front().front();
        QCOMPARE(hop.meetings.size(), 2U);
        QCOMPARE(m_events.node(hop.meetings[0].event)->type, std::string("Talks"));
        QCOMPARE(m_events.node(hop.meetings[1].event)->type, std::string("Meeting"));
        for (const HopMeeting& meeting : hop.meetings) {
            QVERIFY(meeting.modality == Modality::Happened);
            QCOMPARE(meeting.roles.size(), 2U); // Which have the claims, with their quotes.
            for (const EdgeId role : meeting.roles)
                QVERIFY(!m_events.edge(role)->claims.empty());
        }
    }

    void meetingsThatAreNotAskedForAreNoPartOfAStep()
    {
        take(R"(
            article a 2024-01-15
            Meeting Happened: Participant Person "Anna", Participant Person "Boris"
            Meeting Planned: Participant Person "Anna", Participant Person "Boris"
        )");
        (void)found("Anna", "Boris");
        QCOMPARE(m_paths.chains.front().front().meetings.size(), 1U);
    }

private:
    void take(const char* text)
    {
        m_store = storeFrom(text);
        m_events = fold(m_store, testOntology());
        m_actors = actorsProjection(m_events, testOntology());
        m_request = {};
    }

    NodeId named(const std::string& name) const
    {
        for (const NodeId id : m_actors.nodes()) {
            if (m_actors.node(id)->name == name)
                return id;
        }
        return {};
    }

    QString found(const char* from, const char* to)
    {
        m_request.from = named(from);
        m_request.to = named(to);
        m_paths = shortestPaths(m_events, m_actors, testOntology(), m_request);
        QStringList chains;
        for (const Chain& chain : m_paths.chains) {
            QStringList names{QString::fromStdString(m_actors.node(chain.front().from)->name)};
            for (const Hop& hop : chain)
                names << QString::fromStdString(m_actors.node(hop.to)->name);
            chains << names.join(QStringLiteral(" > "));
        }
        return chains.join(QStringLiteral("; "));
    }

    Store m_store;
    KnowledgeGraph m_events, m_actors;
    PathRequest m_request;
    Paths m_paths;
};

QTEST_APPLESS_MAIN(PathTest)

#include "pathtest.moc"
