// SPDX-License-Identifier: Apache-2.0
// The history of a project in the real window.

#include "tests/support/realwindow.h"

#include "graph/project/loggededit.h"
#include "ui/project/historypanel.h"
#include "ui/text/translations.h"
#include "ui/window/messagebar.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTest>
#include <QUndoView>

#include <algorithm>

using namespace entente;

class HistoryWindowTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("historywindowtest"));
        installTranslations(QLocale());
    }

    void init()
    {
        forget();
        QSettings().setValue(QStringLiteral("analyst/name"), QStringLiteral("Anna"));
        show(size);
    }

    void cleanup()
    {
        m_window.reset();
        QCOMPARE(FileDialog::answersLeft(), 0);
    }

    void theHistorySaysWhoDidWhatAndTakesItBack()
    {
        open(sample());
        const QString file = saveAs(QStringLiteral("p.entente"));
        const NodeId node = moveSomething();
        m_window->actions().showHistory->trigger();
        settle();
        HistoryPanel& history = m_window->history();
        QVERIFY(history.isVisible());
        QTRY_COMPARE(history.list()->model()->rowCount(), 2);
        const QModelIndex newest = history.list()->model()->index(0, 0);
        QCOMPARE(newest.data().toString(), QStringLiteral("Move a node"));
        QVERIFY(newest.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Anna")));
        QTest::mouseClick(history.list()->viewport(), Qt::LeftButton, {},
                          history.list()->visualRect(newest).center());
        QTest::mouseClick(history.takeBackButton(), Qt::LeftButton);
        settle();
        QVERIFY(!m_window->workspace().store().placement(node));
        QTRY_COMPARE(history.list()->model()->rowCount(), 3);
        m_window->actions().undo->trigger(); // To take back is a step like any other.
        settle();
        QVERIFY(m_window->workspace().store().placement(node));
        QTRY_COMPARE(history.list()->model()->rowCount(), 4);
        history.filterBox()->setText(QStringLiteral("import nothing like this"));
        QCOMPARE(history.list()->model()->rowCount(), 0);
    }

    void theHistoryIsNarrowedByAnalystAndDay()
    {
        open(sample());
        const QString file = saveAs(QStringLiteral("p.entente"));
        QSettings().setValue(QStringLiteral("analyst/name"), QStringLiteral("Борис"));
        m_window.reset();
        show(size);
        open(file);
        moveSomething();
        m_window->actions().showHistory->trigger();
        settle();
        HistoryPanel& history = m_window->history();
        QTRY_COMPARE(history.list()->model()->rowCount(), 2);
        QCOMPARE(history.analystBox()->count(), 3); // Any, Boris, Anna.
        history.analystBox()->setCurrentIndex(
            history.analystBox()->findText(QStringLiteral("Борис")));
        QCOMPARE(history.list()->model()->rowCount(), 1);
        history.analystBox()->setCurrentIndex(0);
        history.dayBox()->setCurrentIndex(1); // Today.
        QCOMPARE(history.list()->model()->rowCount(), 2);
    }

    void theHistoryIsNarrowedByWordsActorAndMeeting()
    {
        open(sample());
        const auto events = m_window->workspace().events();
        const std::vector<NodeId> nodes = events->nodes();
        const auto kindOf = [&](NodeKind kind) {
            return *std::ranges::find_if(
                nodes, [&](NodeId node) { return events->node(node)->kind == kind; });
        };
        const NodeId actor = kindOf(NodeKind::Entity);
        const NodeId meeting = kindOf(NodeKind::Event);
        ChangeEntity note{events->node(actor)->entities.front(), {}};
        note.fields.note = "Ask the ministry";
        m_window->workspace().perform(note);
        ChangeEvent title{events->node(meeting)->events.front(), {}};
        title.fields.title = "The visit";
        m_window->workspace().perform(title);
        settle();
        m_window->actions().showHistory->trigger();
        settle();
        HistoryPanel& history = m_window->history();
        const QAbstractItemModel& shown = *history.list()->model();
        QTRY_COMPARE(shown.rowCount(), 3); // With the articles of the folder.
        history.filterBox()->setText(QStringLiteral("the MINISTRY"));
        QCOMPARE(shown.rowCount(), 1);
        history.filterBox()->clear();
        QCOMPARE(history.actorBox()->count(), 2); // Any, and this one.
        history.actorBox()->setCurrentIndex(1);
        QCOMPARE(history.actorBox()->currentText(),
                 QString::fromStdString(events->node(actor)->name));
        QCOMPARE(shown.rowCount(), 1);
        QVERIFY(shown.index(0, 0).data().toString().contains(QStringLiteral("note")));
        history.actorBox()->setCurrentIndex(0);
        QCOMPARE(history.meetingBox()->count(), 2);
        history.meetingBox()->setCurrentIndex(1);
        QCOMPARE(shown.rowCount(), 1);
        QVERIFY(shown.index(0, 0).data().toString().contains(QStringLiteral("title")));
    }

    void theHistoryIsWrittenIntoAFile()
    {
        open(sample());
        saveAs(QStringLiteral("p.entente"));
        moveSomething();
        m_window->actions().showHistory->trigger();
        settle();
        const QString file = m_home.filePath(QStringLiteral("history.jsonl"));
        FileDialog::answerNext({file});
        QTest::mouseClick(m_window->history().exportButton(), Qt::LeftButton);
        settle();
        QVERIFY2(m_window->message().text().contains(file), qPrintable(m_window->message().text()));
        const QList<QByteArray> lines =
            QByteArray::fromStdString(fileBytes(file.toStdString())).trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        for (int i = 0; i < 2; ++i) {
            const auto logged = loggedEditFrom(lines[i].toStdString());
            QVERIFY2(logged, logged ? "" : logged.error().c_str());
            QCOMPARE(logged->number, std::int64_t(i + 1));
            QCOMPARE(logged->author.analyst, std::string("Anna"));
        }
    }

    void theStepsOfTheWindowGoBackAndForth()
    {
        open(sample());
        const NodeId node = moveSomething();
        m_window->scene().move({m_window->scene().shown().nodes.back()}, {70, 10});
        settle();
        m_window->actions().showHistory->trigger();
        HistoryPanel& history = m_window->history();
        history.pages()->setCurrentIndex(1);
        QVERIFY(history.steps()->isVisible());
        QCOMPARE(history.steps()->model()->rowCount(), 3); // With how it was opened.
        const QModelIndex opened = history.steps()->model()->index(0, 0);
        QTest::mouseClick(history.steps()->viewport(), Qt::LeftButton, {},
                          history.steps()->visualRect(opened).center());
        settle();
        QVERIFY(!m_window->workspace().store().placement(node));
        QVERIFY(m_window->actions().redo->isEnabled());
    }

private:
    static constexpr QSize size{1400, 900};
};

QTEST_MAIN(HistoryWindowTest)
#include "historywindowtest.moc"
