// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/rejectedclaims.h"

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "tests/support/markedcorpus.h"
#include "ui/panels/evidenceheading.h"

#include <QTest>

#include <stdexcept>

using namespace entente;

namespace
{

/// A corpus in which claims are rejected, and its graphs after that. Claims go by the name of their
/// article and their id in its file.
class World
{
public:
    World(const MarkedCorpus& files, const std::vector<std::string>& rejected)
        : m_corpus(files.open())
    {
        for (const std::string& name : rejected) {
            ClaimFields fields;
            fields.rejected = true;
            if (!m_corpus.store.apply(ChangeClaim{claim(name), fields}))
                throw std::invalid_argument("cannot reject " + name);
        }
        m_events = fold(m_corpus.store, m_corpus.ontology);
        m_actors = actorsProjection(m_events, m_corpus.ontology);
    }

    ClaimId claim(const std::string& name) const
    {
        for (const ArticleId article : m_corpus.store.articles()) {
            for (const Claim& one : m_corpus.store.records(article).claims) {
                if (m_corpus.store.article(article)->name + " " + one.sourceId == name)
                    return one.id;
            }
        }
        throw std::invalid_argument("no claim " + name);
    }

    NodeId node(const std::string& name) const
    {
        for (const NodeId id : m_events.nodes()) {
            if (m_events.node(id)->name == name || m_events.node(id)->type == name)
                return id;
        }
        throw std::invalid_argument("no node " + name);
    }

    EdgeId edge(const std::string& label) const { return edgeIn(m_events, label); }
    EdgeId tie() const { return edgeIn(m_actors, "Tie"); }

    /// "post E1, post E2"
    std::string rejectedOf(const Subject& subject) const
    {
        std::string names;
        for (const ClaimId id : rejectedClaimsOf(base(), {subject})) {
            const Claim& one = *m_corpus.store.claim(id);
            names += (names.empty() ? "" : ", ") + m_corpus.store.article(one.article)->name + " " +
                     one.sourceId;
        }
        return names;
    }

    QString summaryOf(const Subject& subject) const
    {
        return headingOf(base(), {subject}, evidenceWithRejected(base(), {subject})).summary;
    }

    EvidenceBase base() const { return {m_corpus.store, m_corpus.ontology, m_events, m_actors}; }

private:
    static EdgeId edgeIn(const KnowledgeGraph& graph, const std::string& label)
    {
        for (const EdgeId id : graph.edges()) {
            if (graph.edge(id)->type == label || graph.edge(id)->label == label)
                return id;
        }
        throw std::invalid_argument("no edge " + label);
    }

    Corpus m_corpus;
    KnowledgeGraph m_events;
    KnowledgeGraph m_actors;
};

/// Two articles speak of one visit, as its outside id says; the first twice.
void addVisit(MarkedCorpus& files)
{
    files.add(
        "post",
        "{T1 Person|Choe} {T2 Visit|visits} {T3 State|Russia}. {T4 Person|Choe} {T5 Visit|came}"
        ", {T6 Organization|TASS} said.",
        "E1\tVisit:T2 Visitor:T1 Host:T3\nE2\tVisit:T5 Visitor:T4 Source:T6\n"
        "*\tSameAs T1 T4\n*\tSameEvent E1 E2\nN1\tReference E1 Event:2024-visit\tvisit\n"
        "N2\tReference T1 Wikidata:Q1\tChoe\n");
    files.add("herald", "{T1 Person|Choe} {T2 Visit|travels}.",
              "E1\tVisit:T2 Visitor:T1\nN1\tReference E1 Event:2024-visit\tvisit\n"
              "N2\tReference T1 Wikidata:Q1\tChoe\n");
}

} // namespace

class RejectedClaimsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAnyThereIsNothing()
    {
        MarkedCorpus files;
        addVisit(files);
        const World world(files, {});
        QCOMPARE(world.rejectedOf(world.node("Choe")), std::string());
        QVERIFY(!world.summaryOf(world.node("Visit")).contains(QStringLiteral("rejected")));
    }

    void ofAMeetingAlsoWhatAnArticleHasOfItAlone()
    {
        MarkedCorpus files;
        addVisit(files);
        // Of the herald nothing is left, so that the graph does not have its part of the visit.
        const World world(files, {"herald E1", "post E2"});
        QCOMPARE(world.rejectedOf(world.node("Visit")), std::string("herald E1, post E2"));
        QVERIFY2(world.summaryOf(world.node("Visit"))
                     .endsWith(QStringLiteral("1 claim in 1 article, 2 rejected")),
                 qPrintable(world.summaryOf(world.node("Visit"))));
    }

    void ofARoleWhatHasTheSameRoleAndFiller()
    {
        MarkedCorpus files;
        addVisit(files);
        const World world(files, {"post E2"});
        QCOMPARE(world.rejectedOf(world.edge("Visitor")), std::string("post E2"));
        QCOMPARE(world.rejectedOf(world.edge("Host")), std::string());
    }

    void ofAnActorAlsoMeetingsThatAreNoNodes()
    {
        MarkedCorpus files;
        addVisit(files);
        const World world(files, {"herald E1", "post E1", "post E2"});
        QCOMPARE(world.rejectedOf(world.node("Choe")), std::string("herald E1, post E1, post E2"));
        QCOMPARE(world.rejectedOf(world.node("Russia")), std::string("post E1"));
        QCOMPARE(world.rejectedOf(world.node("TASS")), std::string()); // It only says so.
    }

    void ofATieWhatIsSaidOfItsMeetings()
    {
        MarkedCorpus files;
        addVisit(files);
        const World world(files, {"post E2"});
        QCOMPARE(world.rejectedOf(world.tie()), std::string("post E2"));
    }

    void ofAnOfficeBothItsHalves()
    {
        MarkedCorpus files;
        const std::string text =
            "{T1 Position|Foreign Minister} {T2 Person|Lavrov} of {T3 State|Russia} was there. ";
        files.add("a",
                  text + "{T4 Person|Lavrov}, {T5 Position|Foreign Minister} of {T6 State|Russia}. "
                         "{T7 Person|Choe}, {T8 Position|Foreign Minister} of {T9 State|Russia}.",
                  "R1\tHoldsPosition Arg1:T2 Arg2:T1\nR2\tRepresents Arg1:T1 Arg2:T3\n"
                  "R3\tHoldsPosition Arg1:T4 Arg2:T5\nR4\tRepresents Arg1:T5 Arg2:T6\n"
                  "R5\tHoldsPosition Arg1:T7 Arg2:T8\nR6\tRepresents Arg1:T8 Arg2:T9\n"
                  "*\tSameAs T2 T4\n*\tSameAs T3 T6 T9\n");
        const World world(files, {"a R3", "a R4", "a R6"});
        // Not the third: another one holds that office.
        QCOMPARE(world.rejectedOf(world.edge("Foreign Minister")), std::string("a R3, a R4"));
    }

    void anEdgesAreNotWhatItsOtherMeetingsHave()
    {
        MarkedCorpus files;
        files.add("a", "{T1 Person|Choe} {T2 Visit|visits}. {T3 Person|Choe} {T4 Talks|talks}.",
                  "E1\tVisit:T2 Visitor:T1\nE2\tTalks:T4 Participant:T3\n*\tSameAs T1 T3\n");
        const World world(files, {"a E2"});
        QCOMPARE(world.rejectedOf(world.edge("Visitor")), std::string());
        QCOMPARE(world.rejectedOf(world.node("Visit")), std::string());
        QCOMPARE(world.rejectedOf(world.node("Choe")), std::string("a E2"));
    }
};

QTEST_GUILESS_MAIN(RejectedClaimsTest)
#include "rejectedclaimstest.moc"
