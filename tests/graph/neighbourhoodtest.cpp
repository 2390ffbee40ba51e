// SPDX-License-Identifier: Apache-2.0
#include "graph/query/neighbourhood.h"

#include "graph/ontology/ontology.h"
#include "tests/support/storetext.h"

#include <QStringList>
#include <QTest>

using namespace entente;

namespace
{

constexpr const char* twoVisits = R"(
    article a 2024-01-15
    Visit Happened: Visitor Person "Choe Son-hui", Destination State "Russia"
    Meeting Happened: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
    article b 2024-01-16
    Visit Planned: Visitor Person "Choe Son-hui", Destination State "China"
    Meeting Happened: Participant Person "Sergei Lavrov", Participant Person "Wang Yi"
    Represents: Arg1 Person "Sergei Lavrov", Arg2 State "Russia"
)";

} // namespace

class NeighbourhoodTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStepReachesWhatIsTiedToTheLast()
    {
        QCOMPARE(around("Choe Son-hui", 0), QStringLiteral("Choe Son-hui"));
        QCOMPARE(around("Choe Son-hui", 1), QStringLiteral("Choe Son-hui, meeting, visit, visit"));
        QCOMPARE(around("Choe Son-hui", 2),
                 QStringLiteral("China, Choe Son-hui, Russia, Sergei Lavrov, meeting, visit, "
                                "visit"));
        QVERIFY(around("Choe Son-hui", 3).contains(QStringLiteral("meeting, meeting")));
        QVERIFY(around("Choe Son-hui", 4).contains(QStringLiteral("Wang Yi")));
        QCOMPARE(around("Choe Son-hui", 9), around("Choe Son-hui", 4)); // There are no more.
    }

    void severalHaveOneNeighbourhood()
    {
        const std::set<NodeId> both{idOf("Russia"), idOf("China")};
        QCOMPARE(neighbourhood(m_graph, both, 1).size(), 5U); // Two visits, and who represents.
        QVERIFY(neighbourhood(m_graph, {NodeId(Uuid{1, 2})}, 3).empty());
    }

    void neighboursAreCountedByRoleAndType()
    {
        QCOMPARE(groups("Choe Son-hui"),
                 QStringLiteral("Visitor in 2 Visits; Participant in 1 Meeting"));
        QCOMPARE(groups("Russia"), QStringLiteral("Destination in 1 Visit; 1 Person: represents"));
        QCOMPARE(groups("Sergei Lavrov"),
                 QStringLiteral("Participant in 2 Meetings; represents 1 State"));
    }

    void aMeetingsNeighboursFillItsRoles()
    {
        for (const NodeId node : m_graph.nodes()) {
            if (m_graph.node(node)->type != "Meeting")
                continue;
            const auto all = neighbourGroups(m_graph, Shown(), node);
            QCOMPARE(all.size(), 1U);
            QCOMPARE(QString::fromStdString(wordsOf(all.front(), testOntology())),
                     QStringLiteral("Participant: 2 People"));
        }
    }

    void tiesHaveNoDirection()
    {
        const KnowledgeGraph ties = actorsProjection(m_graph, testOntology());
        const auto all = neighbourGroups(ties, showAll(ties), idOf("Sergei Lavrov"));
        QCOMPARE(all.size(), 1U);
        QCOMPARE(QString::fromStdString(wordsOf(all.front(), testOntology())),
                 QStringLiteral("Ties with 2 People"));
        QCOMPARE(all.front().hidden, 0);
    }

    void whatIsNotShownIsCounted()
    {
        Shown shown = showAll(m_graph);
        std::erase_if(shown.nodes,
                      [&](NodeId node) { return m_graph.node(node)->type == "Visit"; });
        const auto all = neighbourGroups(m_graph, shown, idOf("Choe Son-hui"));
        QCOMPARE(all[0].hidden, 2);
        QCOMPARE(all[1].hidden, 0);
    }

    void anEgoNetworkTakesTheHeaviestOfWhatWouldBeTooMany()
    {
        const NodeId choe = idOf("Choe Son-hui");
        QCOMPARE(egoNetwork(m_graph, choe, 2, 100).nodes, neighbourhood(m_graph, {choe}, 2));
        const Reach small = egoNetwork(m_graph, choe, 2, 5);
        QCOMPARE(small.nodes.size(), 5U); // Choe, two of three meetings, and who was there.
        QCOMPARE(small.leftOut, 1);
        QCOMPARE(egoNetwork(m_graph, choe, 1, 3).nodes.size(), 3U);
        QCOMPARE(egoNetwork(m_graph, choe, 1, 3).leftOut, 1);
        QVERIFY(egoNetwork(m_graph, NodeId(Uuid{1, 2}), 2, 9).nodes.empty());
    }

    void theBusiestActorIsShownWithWhoWasThere()
    {
        std::string text = "article a 2024-01-15";
        for (int i = 0; i < 200; ++i) {
            text += "\nVisit Happened: ";
            text += R"(Visitor Person "Choe Son-hui", Destination State "State #")";
            text.replace(text.rfind('#'), 1, std::to_string(i));
        }
        const KnowledgeGraph hub = fold(storeFrom(text), testOntology());
        const std::vector<NodeId> nodes = hub.nodes();
        const NodeId choe = *std::ranges::max_element(
            nodes, {}, [&](NodeId node) { return hub.node(node)->weight; });
        const Reach reach = egoNetwork(hub, choe, 2, 150);
        std::map<std::string, int> types;
        for (const NodeId node : reach.nodes)
            ++types[hub.node(node)->type];
        QCOMPARE(types["Visit"], 74);
        QCOMPARE(types["State"], 74);
        QCOMPARE(reach.leftOut, 126);
    }

    void whatIsShownGrowsByTheNearestThatIsHidden()
    {
        const NodeId choe = idOf("Choe Son-hui");
        const std::set<NodeId> two = neighbourhood(m_graph, {choe}, 2);
        QCOMPARE(grown(m_graph, {choe}, {choe}, 99).nodes, neighbourhood(m_graph, {choe}, 1));
        QCOMPARE(grown(m_graph, two, {choe}, 99).nodes, neighbourhood(m_graph, {choe}, 3));
        // Who was hidden comes back before anybody from farther away.
        std::set<NodeId> without = two;
        without.erase(idOf("Russia"));
        QCOMPARE(grown(m_graph, without, {choe}, 99).nodes, two);
        const Reach one = grown(m_graph, {choe}, {choe}, 1);
        QCOMPARE(one.nodes.size(), 2U);
        QCOMPARE(one.leftOut, 2);
    }

    void itShrinksByTheFarthest()
    {
        const NodeId choe = idOf("Choe Son-hui");
        for (int degrees = 3; degrees > 0; --degrees)
            QCOMPARE(shrunk(m_graph, neighbourhood(m_graph, {choe}, degrees), {choe}),
                     neighbourhood(m_graph, {choe}, degrees - 1));
        QCOMPARE(shrunk(m_graph, {choe}, {choe}), std::set<NodeId>{choe});
        // What is selected stays, even where it is apart.
        const std::set<NodeId> both{choe, idOf("Wang Yi")};
        QCOMPARE(shrunk(m_graph, both, both), both);
    }

private:
    NodeId idOf(const std::string& name) const
    {
        for (const NodeId node : m_graph.nodes()) {
            if (m_graph.node(node)->name == name)
                return node;
        }
        qFatal("no %s", name.c_str());
    }
    QString around(const std::string& name, int degrees) const
    {
        QStringList names;
        for (const NodeId node : neighbourhood(m_graph, {idOf(name)}, degrees)) {
            const Node& found = *m_graph.node(node);
            names << (found.kind == NodeKind::Event ? QString::fromStdString(found.type).toLower()
                                                    : QString::fromStdString(found.name));
        }
        names.sort();
        return names.join(QStringLiteral(", "));
    }
    QString groups(const std::string& name) const
    {
        QStringList words;
        for (const NeighbourGroup& group : neighbourGroups(m_graph, Shown(), idOf(name)))
            words << QString::fromStdString(wordsOf(group, testOntology()));
        return words.join(QStringLiteral("; "));
    }

    const KnowledgeGraph m_graph = fold(storeFrom(twoVisits), testOntology());
};

QTEST_GUILESS_MAIN(NeighbourhoodTest)
#include "neighbourhoodtest.moc"
