// SPDX-License-Identifier: Apache-2.0
// Large graphs are put together on all cores, small ones by one: here nothing may be lost between
// them. What it has to come to is counted in the articles themselves.

#include "graph/annotation/corpus.h"
#include "graph/base/inparallel.h"
#include "graph/base/resourcefolder.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/text/fold.h"
#include "tests/support/generatedcorpus.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

using namespace entente;

namespace
{

/// More articles than make threads worth it.
const GeneratedCorpus& articles()
{
    static const GeneratedCorpus made = generateCorpus(2 * static_cast<int>(worthThreads));
    return made;
}

/// Calls a function with the fields of each line of the annotation files.
void forEachLine(auto function)
{
    for (const GeneratedCorpus::Document& document : articles().documents) {
        std::istringstream in(document.annotations);
        for (std::string line; std::getline(in, line);) {
            std::istringstream words(line);
            function(std::vector<std::string>(std::istream_iterator<std::string>(words), {}));
        }
    }
}

} // namespace

class LargeFoldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QTemporaryDir folder;
        writeCorpus(articles(), folder.path().toStdString());
        auto corpus = openCorpus({folder.path().toStdString()}, resourceFolder(), Progress());
        QVERIFY(corpus);
        m_corpus = std::move(*corpus);
        m_events = fold(m_corpus.store, m_corpus.ontology);
        m_actors = actorsProjection(m_events, m_corpus.ontology);
        for (const NodeId id : m_events.nodes())
            m_places.emplace(id, m_places.size());
    }

    void eachRoleOfEachEventIsAnEdge()
    {
        std::size_t events = 0;
        std::map<std::string, int> roles;
        forEachLine([&](const std::vector<std::string>& fields) {
            if (!fields[0].starts_with('E'))
                return;
            ++events;
            for (std::size_t i = 2; i < fields.size(); ++i) {
                std::string role = fields[i].substr(0, fields[i].find(':'));
                std::erase_if(role, [](char c) { return c >= '0' && c <= '9'; });
                if (role != "Time" && role != "Evidence") // Nodes of no graph.
                    ++roles[role];
            }
        });
        std::map<std::string, int> drawn;
        for (const EdgeId id : m_events.edges())
            ++drawn[m_events.edge(id)->type];
        QCOMPARE(drawn, roles);
        const std::vector<EdgeId> edges = m_events.edges();
        QCOMPARE(std::set(edges.begin(), edges.end()).size(), edges.size());
        std::size_t eventNodes = 0;
        for (const NodeId id : m_events.nodes())
            eventNodes += m_events.node(id)->kind == NodeKind::Event ? 1 : 0;
        QCOMPARE(eventNodes, events);
    }

    void anEdgeHasTheEndsThatItsClaimsSay()
    {
        const Store& store = m_corpus.store;
        for (const EdgeId id : m_events.edges()) {
            const Edge& edge = *m_events.edge(id);
            QVERIFY(!edge.claims.empty());
            for (const ClaimId claimId : edge.claims) {
                const Claim& claim = *store.claim(claimId);
                QCOMPARE(m_events.nodeOf(claim.event), m_events.source(id));
                QVERIFY(std::ranges::any_of(claim.roles, [&](const RoleFiller& role) {
                    const auto* mention = std::get_if<MentionId>(&role.filler);
                    return role.role == edge.type && mention != nullptr &&
                           m_events.nodeOf(store.mention(*mention)->entity) == m_events.target(id);
                }));
            }
        }
    }

    void whatHasOneIdOutsideIsOneNode()
    {
        std::set<std::string> known;
        forEachLine([&](const std::vector<std::string>& fields) {
            if (fields[0].starts_with('N'))
                known.insert(fields[3]);
        });
        std::set<std::string> drawn;
        std::size_t nodes = 0;
        for (const NodeId id : m_events.nodes()) {
            const Node& node = *m_events.node(id);
            nodes += node.ids.empty() ? 0 : 1;
            for (const OutsideId& outside : node.ids)
                drawn.insert(outside.authority + ":" + outside.entry);
        }
        QCOMPARE(drawn, known);
        QCOMPARE(nodes, known.size());
    }

    void placesOfOneNameAreOneNode()
    {
        std::set<std::string> known;
        forEachLine([&](const std::vector<std::string>& fields) {
            const char first = fields.size() > 4 ? fields[4][0] : ' ';
            if (fields[1] == "Place" && first >= 'A' && first <= 'Z') // Others may be no names.
                known.insert(folded(fields[4]));
        });
        std::map<std::string, int> drawn;
        for (const NodeId id : m_events.nodes()) {
            const Node& node = *m_events.node(id);
            if (node.type == "Place" && known.contains(folded(node.name)))
                ++drawn[folded(node.name)];
        }
        QCOMPARE(drawn.size(), known.size());
        for (const auto& [name, nodes] : drawn)
            QVERIFY2(nodes == 1, name.c_str());
    }

    void aPairIsTiedByAllItsMeetings()
    {
        std::map<std::pair<int, int>, std::size_t> expected;
        for (const std::pair<int, int>& pair : articles().meetings)
            ++expected[pair];
        std::map<std::pair<int, int>, std::size_t> tied;
        for (const EdgeId id : m_actors.edges()) {
            const Tie& tie = m_actors.edge(id)->tie();
            const auto ends =
                std::minmax({numberOf(m_actors.source(id)), numberOf(m_actors.target(id))});
            QVERIFY(tied.emplace(ends, tie.events.size()).second);
            // In the order of the graph, whichever core came to them first.
            QVERIFY(std::ranges::is_sorted(tie.events, {},
                                           [&](NodeId event) { return m_places.at(event); }));
        }
        QCOMPARE(tied, expected);
    }

    void itIsTheSameEachTime()
    {
        const KnowledgeGraph again = fold(m_corpus.store, m_corpus.ontology);
        QCOMPARE(again.nodes(), m_events.nodes());
        QCOMPARE(again.edges(), m_events.edges());
        const KnowledgeGraph actors = actorsProjection(again, m_corpus.ontology);
        QCOMPARE(actors.edges(), m_actors.edges());
        for (const EdgeId id : actors.edges()) {
            QCOMPARE(actors.edge(id)->claims, m_actors.edge(id)->claims);
            QCOMPARE(actors.edge(id)->label, m_actors.edge(id)->label);
        }
        for (const NodeId id : again.nodes()) {
            QCOMPARE(again.node(id)->name, m_events.node(id)->name);
            QCOMPARE(again.node(id)->mentions, m_events.node(id)->mentions);
        }
    }

private:
    /// By which the articles' maker knows an actor: its entry is Q900000000 and that.
    int numberOf(NodeId actor) const
    {
        return std::stoi(m_actors.node(actor)->ids.at(0).entry.substr(1)) - 900'000'000;
    }

    Corpus m_corpus;
    KnowledgeGraph m_events, m_actors;
    std::map<NodeId, std::size_t> m_places; ///< In the graph of events.
};

QTEST_GUILESS_MAIN(LargeFoldTest)
#include "largefoldtest.moc"
