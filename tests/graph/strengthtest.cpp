// SPDX-License-Identifier: Apache-2.0
// What stands behind what is said: how many independent sources, and how good they are.
#include "graph/query/strength.h"

#include "graph/model/graph.h"
#include "graph/ontology/ontology.h"
#include "graph/query/copies.h"
#include "graph/query/facetcounts.h"
#include "graph/query/filtered.h"
#include "graph/query/path.h"
#include "graph/query/weakest.h"
#include "tests/support/storetext.h"

#include <QStringList>
#include <QTest>

using namespace entente;

namespace
{

/// One trip in four articles: the wire and the courier, which has it from the wire, say that it
/// happened; the herald was there itself; the lantern expects it. Only the wire speaks of a place.
constexpr const char* const oneTrip = R"(
    article wire 2024-01-15
    Visit Happened CT+ id trip: Visitor Person "Choe Son-hui", Destination State "Russia", Place Place "Moscow"
    article courier 2024-01-16
    Visit Happened CT+ id trip: Visitor Person "Choe Son-hui", Destination State "Russia"
    article herald 2024-01-17
    Visit Happened CT+ id trip: Visitor Person "Choe Son-hui"
    article lantern 2024-01-10
    Visit Expected PR+ id trip: Visitor Person "Choe Son-hui"
    Talks Happened CT+ id talks: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
)";

} // namespace

class StrengthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = storeFrom(oneTrip);
        publish("wire", "Harbour Wire", {}, "B");
        publish("courier", "The Courier", {"The Courier", "Harbour Wire"}, "C");
        publish("herald", "The Herald", {}, "");
        publish("lantern", "Lantern Post", {}, "D");
        refold();
    }

    void twoIndependentSourcesThatSayTheSameConfirmIt()
    {
        const Strength visitor = of("Visitor");
        QCOMPARE(visitor.sources, 2); // The lantern speaks of it, too, but says something else.
        QCOMPARE(words(visitor), QString("B1 by the rule: 2 independent sources say so"));
    }

    void whoHasItFromAnotherConfirmsNothing()
    {
        QCOMPARE(of("Destination").sources, 1);
        QVERIFY2(words(of("Destination")).startsWith(QStringLiteral("B6 by the rule")),
                 qPrintable(words(of("Destination"))));
        publish("courier", "The Courier", {}, "C"); // Had it been there itself:
        QVERIFY(words(of("Destination")).startsWith(QStringLiteral("B1")));
    }

    void whatTheAnalystSaysIsNotJudgedAgain()
    {
        grade("wire", "", "2");
        QCOMPARE(words(of("Place")), QString("B2 by an analyst: an analyst has graded it so"));
        // What others say of it is worth what it is worth.
        QVERIFY(words(of("Visitor")).startsWith(QStringLiteral("–1")) ||
                words(of("Visitor")).startsWith(QStringLiteral("C1")));
    }

    void theBestOfSeveralClaimsCounts()
    {
        grade("herald", "A", "3");
        grade("lantern", "A", "5");
        QVERIFY2(words(of("Visitor")).startsWith(QStringLiteral("B1")),
                 qPrintable(words(of("Visitor"))));
        grade("herald", "A", "1");
        QVERIFY2(words(of("Visitor")).startsWith(QStringLiteral("A1 by an analyst")),
                 qPrintable(words(of("Visitor"))));
    }

    void whatOneDeniesIsDoubtfulHoweverManySayIt()
    {
        m_store = storeFrom(std::string(oneTrip) + R"(
            article west 2024-01-18
            Visit DidNotHappen CT- id trip: Visitor Person "Choe Son-hui"
        )");
        publish("wire", "Harbour Wire", {}, "B");
        publish("herald", "The Herald", {}, "");
        refold();
        // Nobody is preferred, and what is graded is that which is denied.
        QVERIFY2(words(of("Visitor")).startsWith(QStringLiteral("B4")),
                 qPrintable(words(of("Visitor"))));
        QCOMPARE(of("Visitor").sources, 3);
    }

    void aDenialThatIsNotCertainIsOneToo()
    {
        m_store = storeFrom(std::string(oneTrip) + R"(
            article west 2024-01-01
            Visit DidNotHappen PR- id trip: Visitor Person "Choe Son-hui"
        )");
        publish("wire", "Harbour Wire", {}, "B");
        QVERIFY2(words(of("Visitor")).startsWith(QStringLiteral("B4")),
                 qPrintable(words(of("Visitor"))));
    }

    void whatOneOnlyExpectsLendsNoGradeToWhatHappened()
    {
        grade("lantern", "A", "1");
        QVERIFY2(words(of("Visitor")).startsWith(QStringLiteral("B1 by the rule")),
                 qPrintable(words(of("Visitor"))));
    }

    void aTieSumsUpMeetingsWithGradesOfTheirOwn()
    {
        const KnowledgeGraph actors = actorsProjection(m_events, testOntology());
        const EdgeId tie = actors.edges().front();
        const Strength strength = strengthOf(m_store, {}, *actors.edge(tie));
        QVERIFY(strength.grade.isEmpty());
        QVERIFY(strength.sources > 0);
    }

    void aNumberGoesBeforeALetter()
    {
        const auto grade = [](const char* source, const char* information) {
            return Grade{.reliability = source,
                         .credibility = information,
                         .isAnalysts = false,
                         .reason = {}};
        };
        QVERIFY(isBetter(grade("E", "1"), grade("A", "2")));
        QVERIFY(isBetter(grade("A", "2"), grade("B", "2")));
        QVERIFY(isBetter(grade("F", "2"), grade("", "2")));
        QVERIFY(!isBetter(grade("A", "2"), grade("A", "2")));
    }

    void aFilterLeavesWhatEnoughSourcesStandBehind()
    {
        QCOMPARE(left({Facet::Sources, {"1"}}),
                 QString("Choe, Lavrov, Moscow, Russia; Talks, Visit"));
        QCOMPARE(left({Facet::Sources, {"2"}}), QString("Choe; Visit"));
        QCOMPARE(left({Facet::Sources, {"4"}}), QString("; "));
        QCOMPARE(left({Facet::Sources, {"2"}, true}),
                 QString("Choe, Lavrov, Moscow, Russia; Talks, Visit"));
        QCOMPARE(left({Facet::Credibility, {"1"}}), QString("Choe; Visit"));
        QCOMPARE(choices(Facet::Sources), QString("at least 2: 1"));
    }

    void aFilterByDayLooksAtAllAsItWasKnownThen()
    {
        const Condition early{Facet::KnownOn, {"2024-01-12"}, false};
        QCOMPARE(left(early), QString("Choe, Lavrov; Talks, Visit"));
        const Filter happened{{early, {Facet::Modality, {"Happened"}}}, false};
        QCOMPARE(nodes(filtered(m_events, ground(), happened)), QString("Choe, Lavrov; Talks"));
        // Also where one of several is enough, the day is not one of them.
        const Filter either{{early, {Facet::Modality, {"Planned"}}}, true};
        QCOMPARE(nodes(filtered(m_events, ground(), either)), QString("; "));
        for (const FacetChoice& choice :
             facetChoices(Facet::Modality, false, m_events, ground(), {{early}, false}))
            QVERIFY(choice.value == "Expected" || choice.value == "Happened");
        QCOMPARE(QString::fromStdString(wordsOf({{early}, false}, testOntology(), m_store)),
                 QString("as known on 12 January 2024 (3 articles came later)"));
    }

    void ofAChainTheWeakestStepIsSaid()
    {
        const KnowledgeGraph actors = actorsProjection(m_events, testOntology());
        const Paths paths =
            shortestPaths(m_events, actors, testOntology(),
                          {.from = node("Choe Son-hui"), .to = node("Sergei Lavrov")});
        QCOMPARE(paths.chains.size(), 1U);
        const Weakest weakest = weakestOn(m_events, m_store, {}, paths.chains.front());
        QVERIFY2(wordsOf(weakest).starts_with(
                     "happened, certain; D6: source not usually reliable; information cannot be"),
                 wordsOf(weakest).c_str());
    }

private:
    void refold() { m_events = fold(m_store, testOntology()); }
    FilterGround ground() const { return {m_store, testOntology(), m_none, nullptr}; }
    ArticleId named(const std::string& name) const
    {
        for (const ArticleId id : m_store.articles()) {
            if (m_store.article(id)->name == name)
                return id;
        }
        qFatal("no such article");
    }
    void publish(const std::string& name, const std::string& outlet,
                 const std::vector<std::string>& chain, const std::string& reliability)
    {
        ArticleFields fields;
        fields.outlet = outlet;
        fields.chain = chain;
        fields.reliability = reliability;
        QVERIFY(m_store.apply(ChangeArticle{named(name), fields}));
        refold();
    }
    void grade(const std::string& article, const std::string& source,
               const std::string& information)
    {
        ClaimFields fields;
        fields.reliability = source;
        fields.credibility = information;
        QVERIFY(
            m_store.apply(ChangeClaim{m_store.records(named(article)).claims.front().id, fields}));
        refold();
    }
    Strength of(const std::string& role) const
    {
        for (const EdgeId id : m_events.edges()) {
            if (m_events.edge(id)->type == role)
                return strengthOf(m_store, {}, *m_events.edge(id));
        }
        qFatal("no such role");
    }
    static QString words(const Strength& strength)
    {
        return QString::fromStdString(nameOf(strength.grade)) +
               (strength.grade.isAnalysts ? QStringLiteral(" by an analyst: ")
                                          : QStringLiteral(" by the rule: ")) +
               QString::fromStdString(strength.grade.reason);
    }
    NodeId node(const std::string& name) const
    {
        for (const NodeId id : m_events.nodes()) {
            if (m_events.node(id)->name == name)
                return id;
        }
        qFatal("nobody of that name");
    }
    QString left(const Condition& condition) const
    {
        return nodes(filtered(m_events, ground(), {{condition}, false}));
    }
    /// Those of a short name; then the types of the events.
    static QString nodes(const KnowledgeGraph& graph)
    {
        QStringList names;
        QStringList events;
        for (const NodeId id : graph.nodes()) {
            const Node& node = *graph.node(id);
            const QString name = QString::fromStdString(node.name);
            if (node.kind == NodeKind::Event)
                events << QString::fromStdString(node.type);
            else
                names << (name == u"Choe Son-hui"    ? QStringLiteral("Choe")
                          : name == u"Sergei Lavrov" ? QStringLiteral("Lavrov")
                                                     : name);
        }
        names.sort();
        events.sort();
        return names.join(QStringLiteral(", ")) + QStringLiteral("; ") +
               events.join(QStringLiteral(", "));
    }
    QString choices(Facet facet) const
    {
        QStringList all;
        for (const FacetChoice& choice : facetChoices(facet, false, m_events, ground(), {}))
            all << QStringLiteral("%1: %2").arg(
                QString::fromStdString(wordsOf(facet, choice.value, testOntology(), m_store)),
                QString::number(choice.events));
        return all.join(QStringLiteral(", "));
    }

    Store m_store;
    Diagnostics m_none;
    KnowledgeGraph m_events;
};

QTEST_APPLESS_MAIN(StrengthTest)

#include "strengthtest.moc"
