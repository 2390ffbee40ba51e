// SPDX-License-Identifier: Apache-2.0
// The graph as it could be known on a day, and what contradicts what.
#include "graph/query/asknown.h"

#include "graph/model/analystsown.h"
#include "graph/query/contested.h"
#include "tests/support/storetext.h"

#include <QStringList>
#include <QTest>

using namespace entente;

namespace
{

/// A visit that is expected, and later has happened; with what else was reported when.
constexpr const char* const twoReports = R"(
    article january 2024-01-10
    Visit Expected PR+ id trip: Visitor Person "Choe Son-hui", Destination State "Russia"
    HoldsPosition: Arg1 Person "Choe Son-hui", Arg2 Position "Foreign Minister"
    article february 2024-02-01
    Visit Happened CT+ on 2024-01-15 id trip: Visitor Person "Choe Son-hui", Host Person "Sergei Lavrov"
    article sometime
    Meeting Happened: Participant Person "Choe Son-hui", Participant Person "Xi Jinping"
)";

constexpr const char* const twoSides = R"(
    article north 2024-01-20
    Meeting Happened CT+ on 2024-01-15 id m: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov", Place Place "Moscow"
    article south 2024-01-10
    Meeting DidNotHappen CT- on 2024-01-16 id m: Participant Person "Choe Son-hui", Place Place "Vladivostok"
    article west 2024-02-01
    Meeting Happened PR+ on 2024-01 id m: Participant Person "Choe Son-hui", Place Place "the Kremlin"
    LocatedIn: Arg1 Place "the Kremlin", Arg2 Place "Moscow"
    Talks Happened CT+ on 2024-01-15 id t: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
)";

Day day(const char* text)
{
    const std::optional<Edtf> date = parseEdtf(text);
    return date && date->latest ? *date->latest : Day();
}

} // namespace

class AsKnownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeAnythingWasReportedNothingWasKnown()
    {
        take(twoReports);
        QCOMPARE(nodes(known("2024-01-09")), QString());
    }

    void whatWasExpectedThenIsExpectedThen()
    {
        take(twoReports);
        const KnowledgeGraph then = known("2024-01-31");
        QCOMPARE(nodes(then), QString("Choe Son-hui, Russia, Visit (expected)"));
        QVERIFY(!event(then, "Visit")->date); // The day was reported later.
        QVERIFY2(event(then, "Visit")->name.find("Lavrov") == std::string::npos,
                 event(then, "Visit")->name.c_str());
    }

    void onTheDayOfAReportItIsKnown()
    {
        take(twoReports);
        const KnowledgeGraph then = known("2024-02-01");
        QCOMPARE(nodes(then), QString("Choe Son-hui, Russia, Sergei Lavrov, Visit (happened)"));
        QVERIFY(event(then, "Visit")->date.has_value());
    }

    void idsAreThoseOfTheWholeSoThatAllStandsWhereItStood()
    {
        take(twoReports);
        const KnowledgeGraph then = known("2024-02-01");
        for (const NodeId id : then.nodes())
            QVERIFY(m_all.node(id) != nullptr);
        for (const EdgeId id : then.edges())
            QVERIFY(m_all.edge(id) != nullptr);
    }

    void articlesWithoutADateAreCountedAndComeWhenTheyAreWanted()
    {
        take(twoReports);
        const KnownArticles counts = knownArticles(m_store, day("2024-01-31"));
        QCOMPARE(counts.known, 1);
        QCOMPARE(counts.later, 1);
        QCOMPARE(counts.unsaid, 1);
        QVERIFY(nodes(known("2024-01-31", true)).contains(QStringLiteral("Xi Jinping")));
    }

    /// "January 2024" may be the tenth or the last.
    void aMonthIsKnownWhenItIsOver()
    {
        take("article a 2024-01\n Meeting: Participant Person \"A\", Participant Person \"B\"");
        QCOMPARE(nodes(known("2024-01-30")), QString());
        QCOMPARE(knownArticles(m_store, day("2024-01-30")).unsaid, 1);
        QVERIFY(!nodes(known("2024-01-31")).isEmpty());
    }

    void weightsAreThoseOfThen()
    {
        take(twoReports);
        for (const NodeId id : known("2024-01-31").nodes()) {
            if (m_all.node(id)->name == "Choe Son-hui")
                QCOMPARE(known("2024-01-31").node(id)->weight, 1);
        }
    }

    void sidesStandBesideEachOtherTheEarlierReportFirst()
    {
        take(twoSides);
        const std::vector<NodeId> contested = contestedEvents(m_all, m_store);
        QCOMPARE(contested.size(), 1U); // Of the talks nothing is.
        QCOMPARE(contests(contested.front()),
                 QString("reality: certainly not [south], certain [north]; "
                         "days: 16 January 2024 [south], 15 January 2024 [north]; "
                         "places: Vladivostok [south], Moscow [north], the Kremlin [west]"));
    }

    void aPlaceWithinAnotherContradictsNobody()
    {
        take(R"(
            article a 2024-01-20
            Meeting Happened CT+ id m: Participant Person "Choe Son-hui", Place Place "Moscow"
            article b 2024-01-21
            Meeting Happened CT+ on 2024-01 id m: Participant Person "Choe Son-hui", Place Place "the Kremlin"
            Meeting Happened CT+ on 2024-01-15 id m: Participant Person "Choe Son-hui"
            LocatedIn: Arg1 Place "the Kremlin", Arg2 Place "Moscow"
        )");
        QVERIFY(contestedEvents(m_all, m_store).empty());
    }

    void whatIsRejectedContradictsNobody()
    {
        take(twoSides);
        const NodeId event = contestedEvents(m_all, m_store).front();
        for (const ClaimId id : m_all.node(event)->claims) {
            if (m_store.claim(id)->factuality != Factuality::CTminus)
                continue;
            ClaimFields rejected;
            rejected.rejected = true;
            QVERIFY(m_store.apply(ChangeClaim{id, rejected}));
        }
        QVERIFY(contestsOf(m_all, m_store, event).empty());
    }

    /// What an analyst judges beside an article makes its meeting no contested one.
    void anAnalystsOwnTextContradictsNobody()
    {
        take(twoSides);
        const NodeId event = contestedEvents(m_all, m_store).front();
        const ArticleId south = m_store.articles().at(1);
        ArticleFields own;
        own.tags = {std::string(judgementTag)};
        QVERIFY(m_store.apply(ChangeArticle{south, own}));
        m_all = fold(m_store, testOntology());
        QCOMPARE(contests(event), QString());
        QVERIFY(!m_all.node(event)->contested);
        for (const EdgeId edge : m_all.edgesAt(event))
            QVERIFY(!m_all.edge(edge)->contested);
    }

private:
    void take(const char* text)
    {
        m_store = storeFrom(text);
        m_all = fold(m_store, testOntology());
    }
    KnowledgeGraph known(const char* on, bool withUnsaid = false) const
    {
        return asKnownOn(m_all, m_store, testOntology(), day(on), withUnsaid);
    }
    static const Node* event(const KnowledgeGraph& graph, const std::string& type)
    {
        for (const NodeId id : graph.nodes()) {
            if (graph.node(id)->type == type)
                return graph.node(id);
        }
        qFatal("no such event");
    }
    static QString nodes(const KnowledgeGraph& graph)
    {
        QStringList all;
        for (const NodeId id : graph.nodes()) {
            const Node& node = *graph.node(id);
            const std::string words =
                node.kind == NodeKind::Event
                    ? node.type + " (" + std::string(wordsOf(node.modality)) + ")"
                    : node.name;
            all << QString::fromStdString(words);
        }
        all.sort();
        return all.join(QStringLiteral(", "));
    }
    QString contests(NodeId event) const
    {
        QStringList all;
        for (const Contest& contest : contestsOf(m_all, m_store, event)) {
            QStringList sides;
            for (const Side& side : contest.sides) {
                QStringList articles;
                for (const ClaimId claim : side.claims)
                    articles << QString::fromStdString(
                        m_store.article(m_store.claim(claim)->article)->name);
                sides << QStringLiteral("%1 [%2]").arg(QString::fromStdString(side.says),
                                                       articles.join(u' '));
            }
            all << QString::fromStdString(std::string(nameOf(contest.about))) +
                       QStringLiteral(": ") + sides.join(QStringLiteral(", "));
        }
        return all.join(QStringLiteral("; "));
    }

    Store m_store;
    KnowledgeGraph m_all;
};

QTEST_APPLESS_MAIN(AsKnownTest)

#include "asknowntest.moc"
