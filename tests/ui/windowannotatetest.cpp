// SPDX-License-Identifier: Apache-2.0
// Somebody annotates an article in the window, with mouse and keys, from nothing.
#include "tests/support/annotatingwindow.h"
#include "ui/byhand/markstrip.h"
#include "ui/window/messagebar.h"

#include <QComboBox>
#include <QToolButton>

using namespace entente;

namespace
{

const char* const report =
    "Choe Son-hui is expected to visit Russia next month.\n"
    "Lavrov invited her in October last year. Choe and Lavrov then met in Moscow.\n"
    "The talks did not take place, said the Foreign\nMinister of Russia.\n";

} // namespace

class WindowAnnotateTest : public QObject, private AnnotatingWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { moveIn(QStringLiteral("windowannotatetest")); }
    void init()
    {
        forget();
        write(QStringLiteral("north"), report,
              R"({"title": "North", "published": "2024-01-16", "language": "en"})");
        begin();
    }
    void cleanup() { end(); }

    void aLetterMarksTheSelectedWords()
    {
        select("Choe Son-hui");
        QVERIFY(annotator().strip().words().contains(QStringLiteral("Choe Son-hui")));
        press(Qt::Key_P);
        QVERIFY(node("Choe Son-hui"));
        QCOMPARE(records().mentions.size(), 1U);
        QVERIFY(text().selected().isEmpty());
        undo();
        QVERIFY(records().mentions.empty());
        QVERIFY(records().entities.empty());
    }

    void aButtonOfTheStripMarksThem()
    {
        select("Russia");
        for (QToolButton* button : annotator().strip().buttons()) {
            if (button->text().endsWith(QStringLiteral("State")))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        settle();
        if (annotator().box().isAsking())
            pressInBox(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(node("Russia")->type, std::string("State"));
    }

    void whoIsKnownIsOfferedAndEnterTakesIt()
    {
        mark("Choe Son-hui", Qt::Key_P);
        select("Choe", 1);
        press(Qt::Key_P);
        QVERIFY(annotator().box().isAsking());
        QVERIFY(annotator().box().list()->model()->index(0, 0).data().toString().contains(
            QStringLiteral("Choe Son-hui")));
        pressInBox(Qt::Key_Return);
        QCOMPARE(graph().nodeCount(), 1);
        QCOMPARE(node("Choe Son-hui")->mentions.size(), 2U);
        QVERIFY(text().hasFocus());
    }

    void somebodyNewTakesOneMoreKey()
    {
        mark("Choe Son-hui", Qt::Key_P);
        select("Choe", 1);
        press(Qt::Key_P);
        type(QStringLiteral("Choe Ryong-hae"));
        pressInBox(Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(node("Choe Ryong-hae"));
        QCOMPARE(graph().nodeCount(), 2);
        undo();
        QCOMPARE(graph().nodeCount(), 1);
    }

    void escLeavesTheQuestion()
    {
        mark("Choe Son-hui", Qt::Key_P);
        select("Choe", 1);
        press(Qt::Key_P);
        pressInBox(Qt::Key_Escape);
        QVERIFY(!annotator().box().isAsking());
        QCOMPARE(records().mentions.size(), 1U);
    }

    void otherPlacesAreSeenBeforeTheyAreMarked()
    {
        mark("Lavrov", Qt::Key_P);
        QVERIFY(annotator().strip().offered().contains(QStringLiteral("Lavrov")));
        press(Qt::Key_M);
        QCOMPARE(records().mentions.size(), 1U); // Only seen.
        press(Qt::Key_Return);
        QCOMPARE(records().mentions.size(), 2U);
        QCOMPARE(node("Lavrov")->mentions.size(), 2U);
        undo();
        QCOMPARE(records().mentions.size(), 1U);
    }

    void anEventIsFilledByNumbersAndClicks()
    {
        mark("Choe Son-hui", Qt::Key_P);
        mark("Russia", Qt::Key_S);
        addEvent("visit", QStringLiteral("Visit"));
        QVERIFY(annotator().editor().isVisible());
        QCOMPARE(claim().type, std::string("Visit"));
        click("Choe Son-hui"); // The first role waits for it.
        QCOMPARE(claim().roles.size(), 1U);
        QCOMPARE(claim().roles.at(0).role, std::string("Visitor"));
        press(Qt::Key_3);
        click("Russia");
        QCOMPARE(claim().roles.at(1).role, std::string("Destination"));
        QVERIFY(node("Visit: Choe Son-hui to Russia"));
        undo();
        QCOMPARE(claim().roles.size(), 1U);
    }

    void wordsThatAreMarkedWhileARoleWaitsFillIt()
    {
        addEvent("visit", QStringLiteral("Visit"));
        mark("Choe Son-hui", Qt::Key_P);
        QCOMPARE(claim().roles.size(), 1U);
        undo(); // Both at once.
        QCOMPARE(records().mentions.size(), 1U);
        QVERIFY(claim().roles.empty());
    }

    void whatCannotFillARoleIsRefusedInWords()
    {
        addEvent("visit", QStringLiteral("Visit"));
        press(Qt::Key_Escape);
        mark("next month", Qt::Key_L);
        press(Qt::Key_1);
        click("next month");
        QVERIFY(claim().roles.empty());
        QVERIFY(m_window->message().text().contains(QStringLiteral("Visitor of Visit can be")));
    }

    void cueWordsProposeHowRealItIs()
    {
        addEvent("visit", QStringLiteral("Visit"));
        QVERIFY(!annotator().editor().proposalButtons().isEmpty());
        press(Qt::Key_T);
        QCOMPARE(claim().modality, std::optional(Modality::Expected));
        undo();
        QVERIFY(!claim().modality);
        press(Qt::Key_N);
        QCOMPARE(claim().modality, std::optional(Modality::DidNotHappen));
        press(Qt::Key_U);
        QVERIFY(!claim().modality);
        annotator().editor().modalityBox()->setCurrentIndex(1);
        QCOMPARE(claim().modality, std::optional(Modality::Happened));
    }

    void datesAreReckonedFromTheDayOfTheArticle()
    {
        addEvent("invited", QStringLiteral("Invitation"));
        press(Qt::Key_Escape); // No role waits.
        select("October last year");
        press(Qt::Key_D);
        QVERIFY(annotator().box().isAsking());
        pressInBox(Qt::Key_Return);
        QCOMPARE(claim().dates, std::vector{*parseEdtf("2023-10")});
    }

    void theQuoteIsDrawnNarrowerAndWider()
    {
        addEvent("met", QStringLiteral("Meeting"));
        press(Qt::Key_Escape);
        const std::string sentence = claim().quotes.at(0).text;
        select("Lavrov then met");
        press(Qt::Key_Q);
        QCOMPARE(claim().quotes.at(0).text, std::string("Lavrov then met"));
        press(Qt::Key_BracketRight);
        QVERIFY(claim().quotes.at(0).text.size() > std::string("Lavrov then met").size());
        undo();
        QCOMPARE(claim().quotes.at(0).text, std::string("Lavrov then met"));
        press(Qt::Key_Q); // Nothing is selected: the sentence again.
        QCOMPARE(claim().quotes.at(0).text, sentence);
    }

    void delTakesAMarkAway()
    {
        mark("Choe Son-hui", Qt::Key_P);
        click("Choe Son-hui");
        press(Qt::Key_Delete);
        QVERIFY(records().mentions.empty());
        undo();
        QCOMPARE(records().mentions.size(), 1U);
    }

    void knownNamesAreSuggestedTakenAndRefused()
    {
        mark("Lavrov", Qt::Key_P);
        press(Qt::Key_Escape);
        const std::size_t before = annotator().proposer().suggestions().size();
        QVERIFY(before > 0);
        press(Qt::Key_F6);
        QVERIFY(!text().selected().isEmpty());
        press(Qt::Key_Delete);
        QVERIFY(annotator().proposer().suggestions().size() < before);
        QCOMPARE(records().mentions.size(), 1U);
        undo();
        QCOMPARE(annotator().proposer().suggestions().size(), before);
        press(Qt::Key_F6);
        press(Qt::Key_Return);
        if (annotator().box().isAsking())
            pressInBox(Qt::Key_Return);
        QCOMPARE(records().mentions.size(), 2U);
    }

    void aSpanOverALineBreakIsTwoPieces()
    {
        select(hullOf({place("Foreign"), place("Minister")}));
        press(Qt::Key_N);
        QCOMPARE(records().mentions.size(), 1U);
        QCOMPARE(records().mentions.at(0).spans.size(), 2U);
        QCOMPARE(records().mentions.at(0).type, std::string("Position"));
    }

    void aMarkIsDrawnOverOtherWords()
    {
        mark("Lavrov", Qt::Key_P);
        press(Qt::Key_Escape);
        click("Lavrov");
        press(Qt::Key_W);
        select("Lavrov invited");
        press(Qt::Key_Return);
        QCOMPARE(records().mentions.at(0).text, std::string("Lavrov invited"));
        undo();
        QCOMPARE(records().mentions.at(0).text, std::string("Lavrov"));
    }

    void relationsJoinTwoMarks()
    {
        mark("Russia", Qt::Key_S, 1);
        select(hullOf({place("Foreign"), place("Minister")}));
        press(Qt::Key_N);
        click("Minister");
        press(Qt::Key_R);
        click("Russia", 1);
        if (annotator().box().isAsking())
            pressInBox(Qt::Key_Return);
        QCOMPARE(records().claims.size(), 1U);
        QCOMPARE(records().claims.at(0).type, std::string("Represents"));
    }

    void whatWasTheSameIsJoined()
    {
        mark("Lavrov", Qt::Key_P);
        addEvent("met", QStringLiteral("Meeting"));
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        addEvent("talks", QStringLiteral("Meeting"));
        QCOMPARE(graph().nodeCount(), 3);
        press(Qt::Key_Escape);
        press(Qt::Key_J);
        pressInBox(Qt::Key_Return);
        QCOMPARE(graph().nodeCount(), 2);
        undo();
        QCOMPARE(graph().nodeCount(), 3);
    }

    void lettersCanBeChosen()
    {
        QToolButton* person = annotator().strip().buttons().front();
        QTest::mouseMove(person);
        rightClick(*person);
        type(QStringLiteral("x"));
        pressInBox(Qt::Key_Return);
        select("Choe Son-hui");
        press(Qt::Key_X);
        QVERIFY(node("Choe Son-hui"));
    }
};

QTEST_MAIN(WindowAnnotateTest)
#include "windowannotatetest.moc"
