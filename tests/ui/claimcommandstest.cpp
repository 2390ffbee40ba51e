// SPDX-License-Identifier: Apache-2.0
// Claims are edited in the evidence panel of the real window, by clicks and keys: several at once,
// each time as one step that can be undone.
#include "graph/model/confidence.h"
#include "tests/support/claimwindow.h"
#include "ui/text/translations.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace entente;

class ClaimCommandsTest : public QObject, private ClaimWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("claimcommandstest"));
        installTranslations(QLocale());
    }
    void init() { begin(); }
    void cleanup() { end(); }

    void threeCardsAreGradedAtOnceAndTakenBackAtOnce()
    {
        QVERIFY(!edit().isEnabled()); // Nothing is chosen, and it is not clear what is meant.
        clickCard("E1", Qt::ControlModifier);
        QCOMPARE(edit().text(), QStringLiteral("Edit 1 Claim ▾"));
        clickCard("E2", Qt::ControlModifier);
        clickCard("E3", Qt::ControlModifier);
        QCOMPARE(edit().text(), QStringLiteral("Edit 3 Claims ▾"));
        QVERIFY(m_window->evidence().isVisible()); // No article was opened.
        chooseByEditButton({"Source’s Grade", "B: usually reliable"});
        for (const char* card : {"E1", "E2", "E3"})
            QCOMPARE(claim(card).reliability, std::string("B"));
        QCOMPARE(undoText(), QStringLiteral("Grade 3 claims"));
        QCOMPARE(edit().text(), QStringLiteral("Edit 3 Claims ▾")); // They stay chosen.
        QCOMPARE(words("E1").grade, QStringLiteral("B"));
        undo();
        for (const char* card : {"E1", "E2", "E3"})
            QCOMPARE(claim(card).reliability, std::string());
        QVERIFY(!m_window->workspace().undoStack().canUndo());
    }

    void aClickWithoutKeysOpensTheArticleAsBefore()
    {
        clickCard("E1", Qt::ControlModifier);
        QVERIFY(m_window->evidence().isVisible());
        clickCard("E2");
        QVERIFY(!m_window->evidence().isVisible());
        QCOMPARE(m_window->evidence().chosenClaims(), std::vector<ClaimId>{claim("E2").id});
    }

    void shiftAndCtrlAChooseWithinTheListOnly()
    {
        clickCard("E1", Qt::ControlModifier);
        clickCard("E3", Qt::ShiftModifier);
        QCOMPARE(m_window->evidence().chosenClaims().size(), 3U);
        selectNode("Choe");
        const std::set<NodeId> before = m_window->selection().nodes();
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_window->evidence().chosenClaims().size(), 5U); // Without the heading.
        QCOMPARE(m_window->selection().nodes(), before);          // Not the graph's nodes.
    }

    void whatIsChosenHasAMarkInTheMenuWhereAllHaveIt()
    {
        clickCard("E1", Qt::ControlModifier);
        QVERIFY(isMarked({"Modality", "Happened"}));
        clickCard("E2", Qt::ControlModifier);
        QVERIFY(!isMarked({"Modality", "Happened"}));
        QVERIFY(!isMarked({"Modality", "Unstated"}));
        choose({"Modality", "Expected"});
        QCOMPARE(claim("E1").modality, Modality::Expected);
        QCOMPARE(claim("E2").modality, Modality::Expected);
        QVERIFY(isMarked({"Modality", "Expected"}));
        choose({"Modality", "Unstated"});
        QVERIFY(!claim("E1").modality);
        undo();
        QCOMPARE(claim("E1").modality, Modality::Expected);
        undo();
        QCOMPARE(claim("E1").modality, Modality::Happened);
        QCOMPARE(claim("E2").modality, Modality::Planned);
    }

    void whatIsSoAlreadyIsNoStep()
    {
        clickCard("E1", Qt::ControlModifier);
        choose({"Modality", "Happened"});
        QVERIFY(!m_window->workspace().undoStack().canUndo());
    }

    void relationsAmongTheChosenAreLeftAloneWhereTheyHaveNoSuchThing()
    {
        selectNode("Choe");
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_A, Qt::ControlModifier);
        choose({"Modality (4 of 5)", "Planned"});
        QCOMPARE(claim("E4").modality, Modality::Planned);
        QVERIFY(!claim("R1").modality);
        choose({"Information’s Grade", "2: probably true"}); // This they have.
        QCOMPARE(claim("R1").credibility, std::string("2"));
        undo();
        choose({"Factuality (4 of 5)", "Probable"});
        QCOMPARE(claim("E1").factuality, Factuality::PRplus);
        QVERIFY(!claim("R1").factuality);
    }

    void aDateIsEchoedInWordsAndRefusedWhenItIsNone()
    {
        choosing({"E1", "E2"});
        choose({"Date…"});
        auto* dialog = asked<DateDialog>();
        QVERIFY(dialog);
        QVERIFY(dialog->box().text().isEmpty()); // They differ.
        QTest::keyClicks(&dialog->box(), QStringLiteral("2024-13"));
        QVERIFY2(dialog->echo().contains(QStringLiteral("“2024-13” is no date")),
                 qPrintable(dialog->echo()));
        QVERIFY(!dialog->okButton().isEnabled());
        QTest::keyClick(&dialog->box(), Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        dialog->box().selectAll();
        QTest::keyClicks(&dialog->box(), QStringLiteral("2024-01-15/2024-01-17"));
        QCOMPARE(dialog->echo(), QStringLiteral("15–17 January 2024"));
        QTest::keyClick(&dialog->box(), Qt::Key_Return);
        QCOMPARE(claim("E1").dates.size(), 1U);
        QCOMPARE(claim("E1").dates.front().text, std::string("2024-01-15/2024-01-17"));
        QCOMPARE(claim("E2").dates, claim("E1").dates);
        QCOMPARE(undoText(), QStringLiteral("Date 2 claims"));
        QVERIFY(words("E1").sureness.endsWith(QStringLiteral("15–17 January 2024")));
        undo();
        QVERIFY(claim("E1").dates.empty());
        QCOMPARE(claim("E2").dates.front().text, std::string("2024-01"));
    }

    void anEmptyDateIsNone()
    {
        choosing({"E2"});
        choose({"Date…"});
        auto* dialog = asked<DateDialog>();
        QCOMPARE(dialog->box().text(), QStringLiteral("2024-01"));
        dialog->box().clear();
        QVERIFY(dialog->echo().startsWith(QStringLiteral("Undated")));
        QTest::keyClick(&dialog->box(), Qt::Key_Return);
        QVERIFY(claim("E2").dates.empty());
    }

    void anEmptyDateLeavesThoseThatDifferAsTheyAre()
    {
        choosing({"E1", "E2"});
        choose({"Date…"});
        QTest::keyClick(&asked<DateDialog>()->box(), Qt::Key_Return);
        QCOMPARE(claim("E2").dates.front().text, std::string("2024-01"));
        QVERIFY(!m_window->workspace().undoStack().canUndo());
    }

    void escapeLeavesAllAsItWas()
    {
        choosing({"E2"});
        choose({"Date…"});
        auto* dialog = asked<DateDialog>();
        dialog->box().clear();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!m_window->workspace().undoStack().canUndo());
    }

    void confidenceComesWithItsReason()
    {
        choosing({"E1", "E2"});
        choose({"Confidence", "Low…"});
        auto* dialog = asked<ConfidenceDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->levels().currentText(), QStringLiteral("Low"));
        QTRY_VERIFY(dialog->box().hasFocus());
        QTest::keyClicks(&dialog->box(), QStringLiteral("one outlet only"));
        QTest::keyClick(&dialog->box(), Qt::Key_Return);
        QCOMPARE(claim("E1").confidence, std::string("Low"));
        QCOMPARE(confidenceReason(claim("E2")), std::string("one outlet only"));
        QCOMPARE(words("E2").confidence, QStringLiteral("one outlet only"));
        QCOMPARE(words("E2").notes, QStringList{QStringLiteral("not certain")});
        QCOMPARE(words("E2").grade, QStringLiteral("Low"));
        choose({"Confidence", "High…"});
        dialog = asked<ConfidenceDialog>();
        QCOMPARE(dialog->box().text(), QStringLiteral("one outlet only"));
        QTest::keyClicks(&dialog->box(), QStringLiteral("seen by ours"));
        QTest::keyClick(&dialog->box(), Qt::Key_Return);
        QCOMPARE(claim("E2").notes,
                 (std::vector<std::string>{"not certain", "Confidence: seen by ours"}));
        choose({"Confidence", "Not Said"});
        QVERIFY(claim("E1").confidence.empty());
        QVERIFY(claim("E1").notes.empty());
        for (int steps = 0; steps < 3; ++steps)
            undo();
        QCOMPARE(claim("E2").notes, std::vector<std::string>{"not certain"});
        QVERIFY(claim("E2").confidence.empty());
    }

    void f2EditsTheNote()
    {
        choosing({"E2"});
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_F2);
        auto* dialog = asked<NoteDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->box().toPlainText(), QStringLiteral("not certain"));
        dialog->box().selectAll();
        QTest::keyClicks(&dialog->box(), QStringLiteral("checked"));
        QTest::keyClick(&dialog->box(), Qt::Key_Return);
        QTest::keyClick(&dialog->box(), Qt::Key_Return);
        QTest::keyClicks(&dialog->box(), QStringLiteral("and again"));
        QTest::keyClick(&dialog->box(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(claim("E2").notes, (std::vector<std::string>{"checked", "and again"}));
        QCOMPARE(undoText(), QStringLiteral("Note on a claim"));
        undo();
        QCOMPARE(claim("E2").notes, std::vector<std::string>{"not certain"});
    }

    void toSeveralThatDifferANoteIsAdded()
    {
        choosing({"E1", "E2"});
        choose({"Note…"});
        auto* dialog = asked<NoteDialog>();
        QVERIFY(dialog->box().toPlainText().isEmpty());
        QTest::keyClicks(&dialog->box(), QStringLiteral("seen"));
        dialog->okButton().click();
        QCOMPARE(claim("E1").notes, std::vector<std::string>{"seen"});
        QCOMPARE(claim("E2").notes, (std::vector<std::string>{"not certain", "seen"}));
        undo();
        QCOMPARE(claim("E2").notes, std::vector<std::string>{"not certain"});
    }

    void tagsAreSetForOneAndAddedForSeveral()
    {
        choosing({"E1"});
        choose({"Tags…"});
        QTest::keyClicks(&asked<TagsDialog>()->box(),
                         QStringLiteral(" to check, Moscow,, Moscow "));
        asked<TagsDialog>()->okButton().click();
        QCOMPARE(claim("E1").tags, (std::vector<std::string>{"to check", "Moscow"}));
        QCOMPARE(words("E1").tags, QStringLiteral("to check, Moscow"));
        settleDialogs();
        choosing({"E1", "E2"});
        choose({"Tags…"});
        QVERIFY(asked<TagsDialog>()->box().text().isEmpty());
        QTest::keyClicks(&asked<TagsDialog>()->box(), QStringLiteral("Moscow, key"));
        QTest::keyClick(&asked<TagsDialog>()->box(), Qt::Key_Return);
        QCOMPARE(claim("E1").tags, (std::vector<std::string>{"to check", "Moscow", "key"}));
        QCOMPARE(claim("E2").tags, (std::vector<std::string>{"Moscow", "key"}));
        undo();
        QVERIFY(claim("E2").tags.empty());
        QCOMPARE(claim("E1").tags.size(), 2U);
    }

    void claimsAreAttributedToWhomTheArticleMentions()
    {
        choosing({"E2", "E3"});
        choose({"Attributed To…"});
        auto* dialog = asked<PickDialog>();
        QVERIFY(dialog);
        // Rodong Sinmun (also: The paper), who is it already; then Choe, Russia and Kim, in the
        // text's order.
        QCOMPARE(dialog->list().model()->rowCount(), 4);
        QCOMPARE(dialog->list().model()->index(0, 0).data().toString(),
                 QStringLiteral("Rodong Sinmun"));
        QCOMPARE(dialog->tick(0), Qt::PartiallyChecked);
        QCOMPARE(dialog->tick(3), Qt::Unchecked);
        dialog->list().setCurrentIndex(dialog->list().model()->index(3, 0));
        QTest::keyClick(&dialog->list(), Qt::Key_Space);
        QCOMPARE(dialog->tick(3), Qt::Checked);
        dialog->okButton().click();
        QCOMPARE(words("E2").speaker, QStringLiteral("according to Kim"));
        QCOMPARE(words("E3").speaker, QStringLiteral("according to Rodong Sinmun and Kim"));
        QCOMPARE(undoText(), QStringLiteral("Attribute 2 claims"));
        settleDialogs();
        choosing({"E3"});
        choose({"Attributed To…"});
        dialog = asked<PickDialog>();
        QCOMPARE(dialog->tick(0), Qt::Checked);
        for (const int row : {0, 1}) { // Both who are it.
            dialog->list().setCurrentIndex(dialog->list().model()->index(row, 0));
            QTest::keyClick(&dialog->list(), Qt::Key_Space);
        }
        dialog->okButton().click();
        QCOMPARE(words("E3").speaker, QStringLiteral("the article itself"));
        undo();
        undo();
        QCOMPARE(words("E3").speaker, QStringLiteral("according to Rodong Sinmun"));
        QCOMPARE(words("E2").speaker, QStringLiteral("the article itself"));
    }

    void theMenuComesByKeysAndByTheRightButton()
    {
        list().setFocus();
        choosing({"E2"});
        QTest::keyClick(&list(), Qt::Key_F10, Qt::ShiftModifier);
        QMenu* menu = popup();
        QVERIFY(menu);
        QVERIFY(entry(menu, "Edit 1 Claim"));
        QVERIFY(entry(menu, "Copy with Reference"));
        menu->close();
        // The right button takes the card below it, and what is chosen when that is among it.
        rightClick("E1");
        QCOMPARE(m_window->evidence().chosenClaims(), std::vector<ClaimId>{claim("E1").id});
        popup()->close();
        choosing({"E1", "E3"});
        rightClick("E3");
        QVERIFY(entry(popup(), "Edit 2 Claims"));
        popup()->close();
    }

    void severalQuotesAreCopiedWithTheirReferences()
    {
        choosing({"E1", "E2"});
        QTest::keySequence(&list(), QKeySequence::Copy);
        const QStringList lines =
            QGuiApplication::clipboard()->text().split(QStringLiteral("\n\n"));
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith(QStringLiteral("“Choe visits Russia”")));
    }
};

QTEST_MAIN(ClaimCommandsTest)
#include "claimcommandstest.moc"
