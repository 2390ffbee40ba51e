// SPDX-License-Identifier: Apache-2.0
// The tables in the real window: they do what the graph does, and give away what they show.
#include "graph/exchange/csv.h"
#include "tests/support/realwindow.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/panels/articlereader.h"
#include "ui/tables/tablemodel.h"
#include "ui/tables/tablespanel.h"
#include "ui/tables/tableview.h"
#include "ui/text/translations.h"
#include "ui/workspace/explorer.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QTest>

using namespace entente;

class WindowTablesTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("windowtablestest"));
        installTranslations(QLocale());
    }

    void init()
    {
        forget();
        show();
        open(sample());
        m_window->actions().showTables->trigger();
        settle();
    }

    void cleanup() { m_window.reset(); }

    void theyComeAndGoAndAreRemembered()
    {
        QVERIFY(tables().isVisible());
        tables().turnTo(TableKind::Ties);
        m_window.reset();
        show();
        QVERIFY(tables().isVisible());
        QCOMPARE(tables().kind(), TableKind::Ties);
        m_window->actions().showTables->trigger();
        QVERIFY(!tables().isVisible());
    }

    /// Headings alone would look as if it were still at work.
    void aTableWithoutRowsSaysSo()
    {
        tables().turnTo(TableKind::Contested);
        QCOMPARE(tables().view().nothing(), QString()); // In the sample something is.
        tables().filterBox()->setText(QStringLiteral("nobody has this"));
        QCOMPARE(tables().view().nothing(), QStringLiteral("No row has these words."));
        tables().filterBox()->clear();
        open(sample() + QStringLiteral("/2018"));
        QTRY_COMPARE(tables().view().nothing(),
                     QStringLiteral("Nothing is contested: no two articles contradict each "
                                    "other."));
    }

    void enterOnAnActorShowsWhatIsAroundItAsOnTheGraph()
    {
        tables().view().pickFirst();
        const Target picked = m_window->selection().current();
        QVERIFY(std::holds_alternative<NodeId>(picked));
        const std::size_t before = m_window->scene().shown().nodes.size();
        QTest::keyClick(&tables().view(), Qt::Key_Return);
        settle();
        QVERIFY(m_window->scene().shown().nodes.size() < before);
        QVERIFY(m_window->scene().isShown(std::get<NodeId>(picked)));
    }

    void enterOnATieTurnsToTheActorsAndOpensItsQuote()
    {
        tables().turnTo(TableKind::Ties);
        tables().view().pickFirst();
        QTest::keyClick(&tables().view(), Qt::Key_Return);
        settle();
        QCOMPARE(m_window->scene().view(), View::Actors);
        QVERIFY(!m_window->reader().article().isNil());
        QVERIFY(m_window->reader().isVisible());
    }

    void anArticleIsReadWhereItIsPicked()
    {
        tables().turnTo(TableKind::Articles);
        tables().view().pickFirst();
        const TableView& view = tables().view();
        QCOMPARE(RowId(m_window->reader().article()),
                 view.table().data().row(view.currentRow()).id);
        QVERIFY(view.hasFocus()); // The next one is a key away.
    }

    void theMenuIsThatOfTheGraphAndMore()
    {
        tables().view().pickFirst();
        QTest::keyClick(&tables().view(), Qt::Key_F10, Qt::ShiftModifier);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QVERIFY(menu->actions().contains(m_window->actions().focusOn));
        QVERIFY(menu->actions().contains(m_window->actions().hideSelected));
        const QString file = m_home.filePath(QStringLiteral("actors.csv"));
        const auto save = [&](const QString& words) {
            FileDialog::answerNext({file});
            for (QAction* action : menu->actions()) {
                if (action->text() == words)
                    action->trigger();
            }
            return QByteArray::fromStdString(fileBytes(toPath(file)));
        };
        const QByteArray selected = save(QStringLiteral("Save 1 Selected Row as CSV…"));
        QVERIFY(selected.startsWith(csvMark.data()));
        QVERIFY(selected.contains("Actor,Type,"));
        QCOMPARE(selected.count("\r\n"), 2); // With the headings.
        const QByteArray all = save(QStringLiteral("Save the Table as CSV…"));
        QCOMPARE(all.count("\r\n"), tables().view().filter().rowCount() + 1);
        menu->close();
    }

    void copyingGivesValuesAndNoWordsForPeople()
    {
        tables().turnTo(TableKind::Meetings);
        tables().view().pickFirst();
        QTest::keyClick(&tables().view(), Qt::Key_C, Qt::ControlModifier);
        const QMimeData& copied = *QGuiApplication::clipboard()->mimeData();
        QVERIFY(copied.hasFormat(QStringLiteral("text/csv")));
        QVERIFY(copied.text().startsWith(QStringLiteral("Date,Title,Type,How sure,")));
        QVERIFY(copied.text().contains(QStringLiteral("\r\n2024-")));
    }

private:
    TablesPanel& tables() { return m_window->tables(); }
};

QTEST_MAIN(WindowTablesTest)

#include "windowtablestest.moc"
