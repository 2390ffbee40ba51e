// SPDX-License-Identifier: Apache-2.0
// How long it takes to read the tables of a large corpus, to sort them and to narrow them.
#include "graph/annotation/corpus.h"
#include "graph/base/resourcefolder.h"
#include "tests/support/manymeetings.h"
#include "ui/tables/tablemodel.h"
#include "ui/workspace/workspace.h"

#include <QTest>

using namespace entente;

class TableBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto corpus = openCorpus({manyMeetings().toStdString()}, resourceFolder(), {});
        QVERIFY(corpus);
        m_workspace.take(*std::move(corpus));
    }

    void copyingTheStore()
    {
        QBENCHMARK { (void)m_workspace.asItIs(); }
    }

    void reading_data() { everyTable(); }
    void reading()
    {
        QFETCH(const int, table);
        const TableBase base{m_workspace.store(), m_workspace.ontology(), *m_workspace.events(),
                             *m_workspace.actors(), m_workspace.diagnostics()};
        QBENCHMARK
        {
            m_tables[table] = std::make_shared<const TableData>(
                readied(tableOf(static_cast<TableKind>(table), base)));
        }
        qInfo("%d rows", m_tables[table]->rowCount());
    }

    void sorting_data() { everyTable(); }
    void sorting()
    {
        QFETCH(const int, table);
        TableModel model(static_cast<TableKind>(table));
        TableFilter filter(&model);
        model.show(m_tables[table]);
        QBENCHMARK
        {
            filter.sort(0, Qt::AscendingOrder);
            filter.sort(1, Qt::DescendingOrder);
        }
    }

    void narrowing_data() { everyTable(); }
    void narrowing()
    {
        QFETCH(const int, table);
        TableModel model(static_cast<TableKind>(table));
        TableFilter filter(&model);
        model.show(m_tables[table]);
        QBENCHMARK
        {
            filter.setWords(QStringLiteral("china 2019"));
            (void)filter.rowCount(); // Before that it does nothing.
            filter.setWords({});
        }
    }

private:
    static void everyTable()
    {
        QTest::addColumn<int>("table");
        for (const TableKind kind : allTables)
            QTest::newRow(nameOf(kind).data()) << static_cast<int>(kind);
    }

    Workspace m_workspace;
    std::map<int, std::shared_ptr<const TableData>> m_tables;
};

QTEST_GUILESS_MAIN(TableBench)

#include "tablebench.moc"
