// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/evidencepanel.h"

#include "tests/support/markedcorpus.h"
#include "ui/panels/evidencemodel.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace entente;

namespace
{

Corpus someCorpus()
{
    MarkedCorpus files;
    files.add("a",
              "It rained. {T1 Quote|{T2 Person|Choe} {T3 Visit|visits} {T4 State|Russia}} "
              "<b>now</b> after a long while. "
              "Nobody else did. {T5 Quote|{T6 Person|Choe} will {T7 Talks|talk}}.",
              "E1\tVisit:T3 Visitor:T2 Destination:T4 Evidence:T1\n"
              "E2\tTalks:T7 Participant:T6 Evidence:T5\n"
              "*\tSameAs T2 T6\nA1\tModality E1 Happened\n",
              R"({"title": "Choe <i>in</i> Moscow", "outlet": "Post", "published": "2024-01-15"})");
    return files.open();
}

} // namespace

class EvidencePanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_unique<Workspace>();
        m_selection = std::make_unique<Selection>();
        m_panel = std::make_unique<EvidencePanel>(*m_workspace, *m_selection);
        m_workspace->take(someCorpus());
        m_panel->resize(400, 700);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_panel->activateWindow();
    }

    void cleanup()
    {
        m_panel.reset();
        m_selection.reset();
        m_workspace.reset();
    }

    void nothingSelectedSaysWhatToDo()
    {
        QVERIFY(label("empty")->isVisible());
        QVERIFY(!m_panel->list()->isVisible());
        QVERIFY(!label("empty")->text().isEmpty());
    }

    void whatIsSelectedIsShown()
    {
        selectChoe();
        QCOMPARE(label("title")->text(), QStringLiteral("Choe"));
        QCOMPARE(label("kind")->text(), QStringLiteral("Person"));
        QVERIFY(m_panel->list()->isVisible());
        QCOMPARE(m_panel->list()->model()->rowCount(), 3);
        m_selection->clear();
        QVERIFY(label("empty")->isVisible());
        QVERIFY(!label("title")->isVisible());
    }

    void wordsOfAnArticleAreNeverMarkup()
    {
        selectChoe();
        for (const QLabel* one : m_panel->findChildren<QLabel*>())
            QCOMPARE(one->textFormat(), Qt::PlainText);
        QVERIFY(m_panel->list()->model()->index(1, 0).data().toString().contains(
            QStringLiteral("<b>now</b>")));
    }

    void aClickOpensTheArticleAtTheWords()
    {
        selectChoe();
        QSignalSpy opened(m_panel.get(), &EvidencePanel::openArticle);
        QListView* list = m_panel->list();
        const QRect card = list->visualRect(list->model()->index(1, 0));
        QVERIFY(!card.isEmpty());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, card.center());
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<ArticleId>(), m_workspace->store().articles().front());
        QCOMPARE(opened[0][1].value<TextSpans>(), (TextSpans{{11, 29}}));
    }

    void aClickOnAHeadingOpensItsOwnArticle()
    {
        MarkedCorpus files;
        files.add("new", "{T1 Person|Choe} {T2 Visit|visits} {T3 State|Russia}.",
                  "E1\tVisit:T2 Visitor:T1 Destination:T3\n", R"({"published": "2024-01-15"})");
        files.add("old", "{T1 State|Russia} {T2 Meeting|met} somebody.",
                  "E1\tMeeting:T2 Participant:T1\n", R"({"published": "2023-01-15"})");
        m_workspace->take(files.open());
        select("Russia");
        QListView* list = m_panel->list();
        QCOMPARE(list->model()->rowCount(), 4);
        clickRow(1);
        QSignalSpy opened(m_panel.get(), &EvidencePanel::openArticle);
        clickRow(2);
        QCOMPARE(opened.size(), 1);
        const auto article = opened[0][0].value<ArticleId>();
        QCOMPARE(m_workspace->store().article(article)->name, std::string("old"));
        QVERIFY(opened[0][1].value<TextSpans>().empty());
    }

    void enterOpensTheChosenCard()
    {
        selectChoe();
        QSignalSpy opened(m_panel.get(), &EvidencePanel::openArticle);
        QListView* list = m_panel->list();
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), 2);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][1].value<TextSpans>().size(), std::size_t{1});
        QCOMPARE(opened[0][1].value<TextSpans>().front().length(), 14);
    }

    void theKeyboardStepsOverHeadings()
    {
        selectChoe();
        QListView* list = m_panel->list();
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Up);
        QCOMPARE(list->currentIndex().row(), 1);
    }

    void copyGivesTheQuoteWithItsReference()
    {
        selectChoe();
        QListView* list = m_panel->list();
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keySequence(list, QKeySequence::Copy);
        QCOMPARE(
            QGuiApplication::clipboard()->text(),
            QStringLiteral("“Choe visits Russia” — Choe <i>in</i> Moscow, Post, 15 January 2024"));
    }

    void theButtonsServeTheFirstCardWhenNoneIsChosen()
    {
        selectChoe();
        QGuiApplication::clipboard()->clear();
        const auto buttons = m_panel->findChildren<QPushButton*>();
        QCOMPARE(buttons.size(), 2);
        QTest::mouseClick(buttons[1], Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("“Choe visits")));
    }

    void narrowerCardsAreHigher()
    {
        selectChoe();
        QListView* list = m_panel->list();
        const int wide = list->visualRect(list->model()->index(1, 0)).height();
        m_panel->resize(280, 700);
        QTRY_VERIFY(list->visualRect(list->model()->index(1, 0)).height() > wide);
    }

    void anotherCorpusEmptiesThePanel()
    {
        selectChoe();
        MarkedCorpus files;
        files.addPlain("b", "Nothing marked.");
        m_workspace->take(files.open());
        QCOMPARE(m_panel->list()->model()->rowCount(), 0);
    }

private:
    QLabel* label(const char* name) const
    {
        return m_panel->findChild<QLabel*>(QLatin1String(name));
    }

    void clickRow(int row)
    {
        QListView* list = m_panel->list();
        const QRect at = list->visualRect(list->model()->index(row, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at.center());
    }

    void selectChoe() { select("Choe"); }

    void select(const std::string& name)
    {
        for (const NodeId id : m_workspace->events()->nodes()) {
            if (m_workspace->events()->node(id)->name == name)
                m_selection->set(id);
        }
        QVERIFY(!m_selection->isEmpty());
        QCoreApplication::processEvents();
    }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<EvidencePanel> m_panel;
};

QTEST_MAIN(EvidencePanelTest)
#include "evidencepaneltest.moc"
