// SPDX-License-Identifier: Apache-2.0
#include "graph/query/tables.h"

#include "graph/exchange/csv.h"
#include "graph/model/graph.h"
#include "graph/ontology/ontology.h"
#include "graph/query/copies.h"
#include "tests/support/storetext.h"

#include <QStringList>
#include <QTest>

using namespace entente;

namespace
{

constexpr auto contacts = R"(
    article a 2024-01-15
    Visit Happened on 2024-01-15/2024-01-17 id trip: Visitor Person "Choe Son-hui", Destination State "Russia"
    Meeting Happened on 2023-10: Participant Person "Sergei Lavrov", Participant Person "Choe Son-hui"
    Meeting DidNotHappen on 2025: Participant Person "Sergei Lavrov", Participant Person "Choe Son-hui"
    article b 2024-01-16
    Visit Happened on 2024-01-15/2024-01-17 id trip: Visitor Person "Choe Son-hui", Destination State "Russia"
    Meeting: Participant Person "Sergei Lavrov", Participant Person "Wang Yi"
)";

} // namespace

class TablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actorsHaveWhatTheyDidAndWhen()
    {
        QStringList rows = table(TableKind::Actors);
        rows.sort();
        QCOMPARE(rows,
                 (QStringList{
                     "Choe Son-hui | Person | 3 | 1 | 2023-10 | 2024-01-15/2024-01-17 | 2",
                     "Russia | State | 1 | 0 | 2024-01-15/2024-01-17 | 2024-01-15/2024-01-17 | 2",
                     "Sergei Lavrov | Person | 3 | 2 | 2023-10 | 2023-10 | 2",
                     "Wang Yi | Person | 1 | 1 |  |  | 1"})); // Nobody says that it was.
    }

    void meetingsSayHowSureTheyAreAndWhatTheyRestOn()
    {
        const QStringList rows = table(TableKind::Meetings);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows.filter("2024-01-15/2024-01-17").size(), 1);
        QVERIFY(rows.filter("2024-01-15/2024-01-17")
                    .first()
                    .endsWith("| happened |  | 2 | 2 | 2 | –1"));
        QCOMPARE(rows.filter("did not happen").size(), 1);
        QCOMPARE(rows.filter("unstated").size(), 1);
    }

    void whileNobodyKnowsWhoCopiesWhomSourcesAreNotCounted()
    {
        m_copies = nullptr;
        const QStringList rows = table(TableKind::Meetings);
        QVERIFY(
            rows.filter("2024-01-15/2024-01-17").first().endsWith("| happened |  | 2 | 2 |  | "));
        m_copies = &m_none;
    }

    void whatIsContestedIsListedWithBothSides()
    {
        QCOMPARE(table(TableKind::Contested).size(), 0);
        m_store = storeFrom(R"(
            article north 2024-01-20
            Meeting Happened CT+ on 2024-01-15 id m: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
            article south 2024-01-10
            Meeting Happened CT+ on 2024-01-16 id m: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
        )");
        m_events = fold(m_store, testOntology());
        const QStringList rows = table(TableKind::Contested);
        QCOMPARE(rows.size(), 1);
        QVERIFY2(
            rows.first().endsWith("when it was | 16 January 2024 (1 article) against 15 January "
                                  "2024 (1) | 2"),
            qPrintable(rows.first()));
        m_store = storeFrom(contacts);
        m_events = fold(m_store, testOntology());
    }

    void whoOnlySpeaksOfWhatIsContestedIsNoSourceOfIt()
    {
        m_store = storeFrom(R"(
            article north 2024-01-20
            Meeting Happened CT+ on 2024-01-15 id m: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
            article south 2024-01-21
            Meeting Happened CT+ on 2024-01-16 id m: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
            article east 2024-01-10
            Meeting Planned id m: Participant Person "Choe Son-hui", Participant Person "Sergei Lavrov"
        )");
        m_events = fold(m_store, testOntology());
        const QStringList contested = table(TableKind::Contested);
        QCOMPARE(contested.size(), 1);
        QVERIFY2(contested.first().endsWith(" | 2"), qPrintable(contested.first()));
        const QStringList meetings = table(TableKind::Meetings);
        QVERIFY2(meetings.first().contains("| contested | 3 | 3 | 2 |"),
                 qPrintable(meetings.first()));
        m_store = storeFrom(contacts);
        m_events = fold(m_store, testOntology());
    }

    void articlesCountWhatTheySayAndWhatIsWrongWithThem()
    {
        m_diagnostics = {{Severity::Warning, "a.ann", 3, "trouble"},
                         {Severity::Warning, "a.txt", 0, "more"},
                         {Severity::Note, "a.ann", 4, "only a note"},
                         {Severity::Error, "other.ann", 1, "elsewhere"}};
        const std::string file = m_store.article(m_store.articles().front())->file;
        for (Diagnostic& problem : m_diagnostics) {
            if (problem.file.starts_with("a."))
                problem.file = file.substr(0, file.rfind('.')) + problem.file.substr(1);
        }
        const QStringList rows = table(TableKind::Articles);
        QCOMPARE(rows.size(), 2);
        QVERIFY2(rows.at(0).endsWith("| 3 | 3 | 2"), qPrintable(rows.at(0)));
        QVERIFY2(rows.at(1).endsWith("| 2 | 2 | 0"), qPrintable(rows.at(1)));
        QVERIFY(rows.at(1).startsWith("2024-01-16 | "));
    }

    void aTieCountsByModalityAndIsNeverOneNumber()
    {
        const Table ties = tableFrom(TableKind::Ties);
        // Two actors, three modalities, two dates, the sources.
        QCOMPARE(ties.columns.size(), std::size_t{8});
        QVERIFY(textsOf(ties).filter("Lavrov").filter("Choe").first().endsWith(
            "| 1 | 1 | 0 | 2023-10 | 2023-10 | 1"));
        QVERIFY(textsOf(ties).filter("Wang Yi").first().endsWith("| 0 | 0 | 1 |  |  | 1"));
    }

    void aValueThatASpreadsheetWouldRunIsText_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char* value, const char* written) {
            QTest::newRow(value) << QByteArray(value) << QByteArray(written);
        };
        row("Choe Son-hui", "Choe Son-hui");
        row("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"");
        row("+1", "'+1");
        row("-2", "'-2");
        row("@SUM(A1)", "'@SUM(A1)");
        row("\t=1", "\"'\t'=1\"");
        row(" =1", "' =1");
        row("\uFF1D1", "'\uFF1D1");
        row("one;two", "\"one;two\"");
        row("a;=1", "\"a;'=1\"");
        row("a; +1", "\"a;' +1\"");
        row("a\t=1", "\"a\t'=1\"");
        row("one, two", R"("one, two")");
        row("two\nlines", "\"two\nlines\"");
        row(R"(say "so")", R"("say ""so""")");
        row("", "");
    }

    void aValueThatASpreadsheetWouldRunIsText()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, written);
        QCOMPARE(csvLine({value.toStdString(), "x"}), written.toStdString() + ",x\r\n");
    }

private:
    Table tableFrom(TableKind kind) const
    {
        return tableOf(kind,
                       {m_store, testOntology(), m_events, m_actors, m_diagnostics, m_copies});
    }
    static QStringList textsOf(const Table& table)
    {
        QStringList rows;
        for (const TableRow& row : table.rows) {
            QStringList cells;
            for (const Cell& cell : row.cells)
                cells << QString::fromStdString(entente::textOf(cell));
            rows << cells.join(" | ");
        }
        return rows;
    }
    QStringList table(TableKind kind) const { return textsOf(tableFrom(kind)); }

    Store m_store = storeFrom(contacts);
    KnowledgeGraph m_events = fold(m_store, testOntology());
    KnowledgeGraph m_actors = actorsProjection(m_events, testOntology());
    Diagnostics m_diagnostics;
    const Copies m_none;
    const Copies* m_copies = &m_none;
};

QTEST_GUILESS_MAIN(TablesTest)

#include "tablestest.moc"
