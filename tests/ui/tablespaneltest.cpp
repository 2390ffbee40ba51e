// SPDX-License-Identifier: Apache-2.0
#include "ui/tables/tablespanel.h"

#include "tests/support/corpusfrom.h"
#include "ui/tables/tablemodel.h"
#include "ui/tables/tableview.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QImage>
#include <QLineEdit>
#include <QPixmap>
#include <QSignalSpy>
#include <QTest>

using namespace entente;

namespace
{

constexpr auto contacts = R"(
    article a 2024-01-15
    Visit Happened on 2024-01-15/2024-01-17: Visitor Person "Choe Son-hui", Destination State "Russia"
    Meeting Happened on 2023-10: Participant Person "Sergei Lavrov", Participant Person "Choe Son-hui"
    Meeting DidNotHappen: Participant Person "Sergei Lavrov", Participant Person "Lech Wałęsa"
    Meeting Happened on 2019: Participant Person "Sergei Lavrov", Participant Person "=1+2"
)";

} // namespace

class TablesPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_unique<Workspace>();
        m_selection = std::make_unique<Selection>();
        m_panel = std::make_unique<TablesPanel>(*m_workspace, *m_selection);
        m_workspace->take(corpusFrom(contacts));
        m_panel->resize(900, 300);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        QTRY_VERIFY(!m_panel->isBusy());
        QTRY_COMPARE(m_panel->view().filter().rowCount(), 5);
    }

    void cleanup() { m_panel.reset(); }

    void aTableIsReadWhileItIsSeenAndNotBefore()
    {
        m_panel->hide();
        m_workspace->take(corpusFrom("article a 2024\n Meeting: Participant Person \"A\""));
        QVERIFY(!m_panel->isBusy());
        // Of what was open before there is nothing to pick, nor to copy.
        QCOMPARE(m_panel->view().filter().rowCount(), 0);
        m_panel->show();
        QTRY_COMPARE(m_panel->view().filter().rowCount(), 1);
    }

    void headingsAreWholeAndRowsFillTheWidth()
    {
        for (const TableKind kind : allTables) {
            m_panel->turnTo(kind);
            const TableView& view = m_panel->view();
            for (int column = 0; column < view.header()->count(); ++column)
                QVERIFY(view.header()->sectionSize(column) >=
                        view.header()->sectionSizeHint(column));
            QVERIFY(view.header()->length() >= view.viewport()->width());
        }
    }

    void aSelectedRowIsOneBar()
    {
        QPalette palette = m_panel->palette();
        palette.setColor(QPalette::Highlight, Qt::yellow);
        m_panel->setPalette(palette);
        TableView& view = m_panel->view();
        view.setPalette(palette);
        view.selectionModel()->select(view.model()->index(1, 0),
                                      QItemSelectionModel::ClearAndSelect |
                                          QItemSelectionModel::Rows);
        const QRect row = view.visualRect(view.model()->index(1, 0));
        const QImage image = view.viewport()->grab().toImage();
        for (int x = 0; x < view.viewport()->width(); ++x)
            QCOMPARE(image.pixelColor(x, row.top() + 1), QColor(Qt::yellow));
    }

    void theModelsHoldTogether()
    {
        const QAbstractItemModelTester modelTester(&m_panel->view().table());
        const QAbstractItemModelTester filterTester(&m_panel->view().filter());
        m_panel->filterBox()->setText(QStringLiteral("lav"));
        m_panel->view().sortByColumn(0, Qt::DescendingOrder);
        m_workspace->take(corpusFrom(contacts));
        QTRY_VERIFY(!m_panel->isBusy());
        m_panel->filterBox()->clear();
        QCOMPARE(m_panel->view().filter().rowCount(), 5);
    }

    void theBusiestActorComesFirst()
    {
        QCOMPARE(column(0).first(), QStringLiteral("Sergei Lavrov"));
        QCOMPARE(column(2).join(QStringLiteral(" | ")), QStringLiteral("3 | 2 | 1 | 1 | 1"));
    }

    void aClickOnAHeadingSortsByWhatTheColumnMeans()
    {
        turnTo(TableKind::Meetings);
        QCOMPARE(column(0).join(QStringLiteral(" | ")),
                 QStringLiteral("15–17 January 2024 | October 2023 | 2019 | "));
        QHeaderView* header = m_panel->view().header();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(0) + 20, header->height() / 2));
        // What is not known stays below.
        QCOMPARE(column(0).join(QStringLiteral(" | ")),
                 QStringLiteral("2019 | October 2023 | 15–17 January 2024 | "));
    }

    void typingNarrowsByAllColumns()
    {
        m_panel->filterBox()->setText(QStringLiteral("walesa"));
        QCOMPARE(column(0), QStringList{QStringLiteral("Lech Wałęsa")});
        QCOMPARE(m_panel->counted(), QStringLiteral("1 of 5"));
        turnTo(TableKind::Meetings); // The same words.
        QCOMPARE(column(3), QStringList{QStringLiteral("did not happen")});
        m_panel->filterBox()->setText(QStringLiteral("october lavrov"));
        QCOMPARE(column(0), QStringList{QStringLiteral("October 2023")});
        m_panel->filterBox()->setText(QStringLiteral("2023-10"));
        QCOMPARE(column(0), QStringList{QStringLiteral("October 2023")});
        QTest::keyClick(m_panel->filterBox(), Qt::Key_Escape);
        QCOMPARE(m_panel->view().filter().rowCount(), 4);
    }

    void whatIsSelectedIsTheSameEverywhere()
    {
        QSignalSpy changed(m_selection.get(), &Selection::changed);
        clickRow(0);
        QCOMPARE(m_selection->current(), Target(node("Sergei Lavrov")));
        QCOMPARE(changed.size(), 1);
        clickRow(1, Qt::ControlModifier);
        QCOMPARE(m_selection->nodes().size(), std::size_t{2});
        m_selection->set(node("Lech Wałęsa"));
        QCOMPARE(selectedNames(), QStringList{QStringLiteral("Lech Wałęsa")});
    }

    void narrowingAndSortingKeepWhatIsSelected()
    {
        clickRow(0);
        const Target before = m_selection->current();
        m_panel->filterBox()->setText(QStringLiteral("walesa"));
        QCOMPARE(selectedNames(), QStringList());
        QCOMPARE(m_selection->current(), before);
        m_panel->filterBox()->clear();
        QCOMPARE(selectedNames(), QStringList{QStringLiteral("Sergei Lavrov")});
        m_panel->view().sortByColumn(0, Qt::AscendingOrder);
        QCOMPARE(selectedNames(), QStringList{QStringLiteral("Sergei Lavrov")});
        QCOMPARE(m_selection->current(), before);
    }

    void aTieIsSelectedAsTheEdgeItIs()
    {
        turnTo(TableKind::Ties);
        clickRow(0);
        QCOMPARE(m_selection->edges().size(), std::size_t{1});
        QVERIFY(m_workspace->actors()->edge(*m_selection->edges().begin()));
        // Another table shows none of it, and takes none of it away.
        turnTo(TableKind::Actors);
        QCOMPARE(selectedNames(), QStringList());
        QCOMPARE(m_selection->edges().size(), std::size_t{1});
    }

    void theKeyboardDoesWhatTheMouseDoes()
    {
        QSignalSpy picked(m_panel.get(), &TablesPanel::picked);
        QSignalSpy opened(m_panel.get(), &TablesPanel::opened);
        QSignalSpy menu(m_panel.get(), &TablesPanel::menuWanted);
        m_panel->filterBox()->setFocus();
        QTest::keyClick(m_panel->filterBox(), Qt::Key_Down);
        QCOMPARE(m_selection->current(), Target(node("Sergei Lavrov")));
        QTest::keyClick(&m_panel->view(), Qt::Key_Down);
        QCOMPARE(m_selection->current(), Target(node("Choe Son-hui")));
        QCOMPARE(picked.size(), 2);
        QTest::keyClick(&m_panel->view(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QTest::keyClick(&m_panel->view(), Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(menu.size(), 1);
        QTest::keyClick(&m_panel->view(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_selection->nodes().size(), std::size_t{5});
    }

    void selectedRowsAreCopiedAsTheyAreSeen()
    {
        m_panel->view().sortByColumn(0, Qt::AscendingOrder);
        const QByteArray all = m_panel->csv();
        QCOMPARE(all.count("\r\n"), 6); // Nothing is selected: all, and the headings.
        QVERIFY(all.startsWith("Actor,Type,Meetings,Ties,First,Last,Articles\r\n"));
        QVERIFY(all.contains("\r\n'=1+2,Person,1,1,2019,2019,1\r\n"));
        m_selection->set({node("Choe Son-hui"), node("Sergei Lavrov")}, {});
        QCOMPARE(m_panel->csv(),
                 QByteArray("Actor,Type,Meetings,Ties,First,Last,Articles\r\n"
                            "Choe Son-hui,Person,2,1,2023-10,2024-01-15/2024-01-17,1\r\n"
                            "Sergei Lavrov,Person,3,3,2019,2023-10,1\r\n"));
    }

private:
    void turnTo(TableKind kind) { m_panel->turnTo(kind); }
    QStringList column(int at) const
    {
        QStringList words;
        const QAbstractItemModel& rows = m_panel->view().filter();
        for (int row = 0; row < rows.rowCount(); ++row)
            words << rows.index(row, at).data().toString();
        return words;
    }
    void clickRow(int row, Qt::KeyboardModifiers modifiers = {})
    {
        TableView& view = m_panel->view();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers,
                          view.visualRect(view.filter().index(row, 0)).center());
    }
    QStringList selectedNames() const
    {
        QStringList names;
        for (const int row : m_panel->view().selectedRows())
            names << wordsOf(m_panel->view().table().data().row(row).cells.front());
        return names;
    }
    NodeId node(const std::string& name) const
    {
        for (const NodeId id : m_workspace->events()->nodes()) {
            if (m_workspace->events()->node(id)->name == name)
                return id;
        }
        return {};
    }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<TablesPanel> m_panel;
};

QTEST_MAIN(TablesPanelTest)

#include "tablespaneltest.moc"
