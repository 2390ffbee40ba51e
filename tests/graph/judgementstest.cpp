// SPDX-License-Identifier: Apache-2.0
// What an analyst judges stands in a text of the analyst's own, and is counted apart from what
// articles say: everywhere.
#include "graph/model/analystsown.h"
#include "graph/model/attribution.h"
#include "graph/model/graph.h"
#include "graph/model/sureness.h"
#include "graph/ontology/ontology.h"
#include "graph/query/copies.h"
#include "graph/query/filtered.h"
#include "graph/query/tables.h"
#include "graph/query/timeline.h"
#include "graph/query/tocheck.h"
#include "tests/support/storetext.h"

#include <QTest>

using namespace entente;

/// One article tells of a visit, and an analyst of a meeting.
class JudgementsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ArticleFields fields;
        fields.tags = std::vector<std::string>{std::string(judgementTag)};
        QVERIFY(m_store.apply(ChangeArticle{m_store.articles().at(1), fields}));
        m_events = fold(m_store, testOntology());
        m_actors = actorsProjection(m_events, testOntology());
    }

    void aMeetingThatNoArticleTellsOfIsJudged()
    {
        QVERIFY(!eventOf("Visit").judged);
        QVERIFY(eventOf("Meeting").judged);
        QCOMPARE(surenessWords(eventOf("Visit")), std::string("happened"));
        QCOMPARE(surenessWords(eventOf("Meeting")), std::string("happened, judged"));
    }

    void itIsNoWordOfAnArticle()
    {
        const Claim& claim = *m_store.claim(eventOf("Meeting").claims.front());
        const Attribution attribution = attributionOf(m_store, m_events, claim);
        QCOMPARE(attribution.kind, AttributionKind::Analyst);
        QCOMPARE(wordsOf(attribution), std::string("an analyst's judgement"));
    }

    void tablesCountNoArticleForIt()
    {
        const Table meetings = table(TableKind::Meetings);
        for (const TableRow& row : meetings.rows) {
            const bool isJudged = std::get<NodeId>(row.id) == eventOf("Meeting").id;
            QCOMPARE(std::get<int>(cell(meetings, row, ColumnKind::Articles)), isJudged ? 0 : 1);
        }
        const Table actors = table(TableKind::Actors);
        for (const TableRow& row : actors.rows) // Choe is named by both.
            QVERIFY(std::get<int>(cell(actors, row, ColumnKind::Articles)) <= 1);
        QCOMPARE(table(TableKind::Articles).rows.size(), 1U);
    }

    void itIsNoReportOnTheTimeline()
    {
        const Timeline timeline = timelineOf(m_events, m_store);
        QCOMPARE(timeline.articles, std::vector{m_store.articles().front()});
        QVERIFY(timeline.undatedArticles.empty());
        QCOMPARE(timeline.events.size(), 2U);
    }

    void filtersTellItFromWhatIsAnnotated()
    {
        QCOMPARE(left({{Facet::Origin, {"judged"}}}), QStringList{"Meeting"});
        QCOMPARE(left({{Facet::Origin, {"judged"}, true}}), QStringList{"Visit"});
        QCOMPARE(left({{Facet::Quote, {""}}}), QStringList{"Meeting"}); // No source is quoted.
        QCOMPARE(left({{Facet::Quote, {"exact"}}}), QStringList{"Visit"});
    }

    void itIsToBeChecked()
    {
        const Copies none;
        QStringList unquoted;
        for (const ToCheck& item : toCheck({m_store, testOntology(), m_events, none})) {
            if (item.kind == CheckKind::NoQuote)
                unquoted += QString::fromStdString(item.what);
        }
        QCOMPARE(unquoted, QStringList{"No article has words for it: it is an analyst's "
                                       "judgement."}); // Its edges are one matter.
    }

private:
    const Node& eventOf(const std::string& type) const
    {
        for (const NodeId id : m_events.nodes()) {
            if (m_events.node(id)->type == type)
                return *m_events.node(id);
        }
        qFatal("there is no %s", type.c_str());
    }
    Table table(TableKind kind) const
    {
        return tableOf(kind, {m_store, testOntology(), m_events, m_actors, m_diagnostics, nullptr});
    }
    static const Cell& cell(const Table& table, const TableRow& row, ColumnKind kind)
    {
        const auto found = std::ranges::find(table.columns, kind, &Column::kind);
        return row.cells.at(static_cast<std::size_t>(found - table.columns.begin()));
    }
    QStringList left(std::vector<Condition> conditions) const
    {
        const Filter filter{std::move(conditions), false};
        const KnowledgeGraph graph =
            filtered(m_events, {m_store, testOntology(), m_diagnostics}, filter);
        QStringList types;
        for (const NodeId id : graph.nodes()) {
            if (graph.node(id)->kind == NodeKind::Event)
                types += QString::fromStdString(graph.node(id)->type);
        }
        return types;
    }

    Store m_store = storeFrom(R"(
        article north 2024-01-15
        Visit Happened CT+ on 2024-01-15: Visitor Person "Choe Son-hui", Destination State "Russia"
        article mine 2026-11-30
        Meeting Happened on 2024-01-16: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
    )");
    KnowledgeGraph m_events;
    KnowledgeGraph m_actors;
    Diagnostics m_diagnostics;
};

QTEST_GUILESS_MAIN(JudgementsTest)

#include "judgementstest.moc"
