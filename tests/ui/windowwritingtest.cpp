// SPDX-License-Identifier: Apache-2.0
// Somebody writes what articles say of events, changes his mind, and turns to another article half
// way.
#include "tests/support/annotatingwindow.h"
#include "ui/byhand/markstrip.h"
#include "ui/window/messagebar.h"

#include <QComboBox>
#include <QTextBlock>
#include <QTextDocument>
#include <QToolButton>
#include <QWheelEvent>

using namespace entente;

namespace
{

const char* const north =
    "Choe Son-hui is expected to visit Russia next month.\n"
    "Lavrov invited her in October last year, KCNA said. Choe and Lavrov then "
    "met in Moscow.\n"
    "The talks did not take place.\n";
const char* const south = "Seoul was quiet. Lavrov was not there, and nobody met anybody.\n"
                          "It was in October last year that all of this was read.\n";

} // namespace

class WindowWritingTest : public QObject, private AnnotatingWindow
{
    Q_OBJECT

private:
    QComboBox& modality() { return *annotator().editor().modalityBox(); }
    QString said() { return m_window->message().text(); }
    std::vector<std::string> roles()
    {
        std::vector<std::string> names;
        for (const RoleFiller& role : claim().roles)
            names.push_back(role.role);
        return names;
    }
    void press(QToolButton* button)
    {
        QVERIFY(button != nullptr);
        QTest::mouseClick(button, Qt::LeftButton);
        settle();
    }
    using AnnotatingWindow::press;

private Q_SLOTS:
    void initTestCase() { moveIn(QStringLiteral("windowwritingtest")); }
    void init()
    {
        forget();
        write(QStringLiteral("north"), north,
              R"({"title": "North", "published": "2024-01-16", "language": "en"})");
        write(QStringLiteral("south"), south,
              R"({"title": "South", "published": "2024-01-17", "language": "en"})");
        begin();
        turnTo(QStringLiteral("North"));
    }
    void cleanup() { end(); }

    // One claim ---------------------------------------------------------------------------------

    void anotherTypeOfEventHasOtherRolesThatWait()
    {
        addEvent("talks", QStringLiteral("Talks"));
        press(Qt::Key_8); // The last role of talks.
        press(annotator().editor().typeButton());
        type(QStringLiteral("Agreement"));
        pressInBox(Qt::Key_Return);
        QCOMPARE(claim().type, std::string("Agreement"));
        click("talks"); // Nothing waits for it, or the role of the same name does.
        undo();
        QCOMPARE(claim().type, std::string("Talks"));
    }

    void theWheelOverABoxScrollsAndChangesNothing()
    {
        addEvent("visit", QStringLiteral("Visit"));
        QWheelEvent wheel(QPointF(5, 5), modality().mapToGlobal(QPointF(5, 5)), {}, {0, -120},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&modality(), &wheel);
        settle();
        QVERIFY(!claim().modality);
    }

    void whatCameWithADenialGoesWithIt()
    {
        addEvent("talks", QStringLiteral("Talks"));
        press(Qt::Key_T); // “did not”
        QCOMPARE(claim().modality, std::optional(Modality::DidNotHappen));
        QCOMPARE(claim().polarity, std::string("Negative"));
        QVERIFY(annotator().editor().denial()->isChecked());
        press(Qt::Key_H);
        QCOMPARE(claim().modality, std::optional(Modality::Happened));
        QCOMPARE(claim().polarity, std::string());
        QVERIFY(claim().factuality != Factuality::CTminus);
        QVERIFY(!annotator().editor().denial()->isChecked());
        undo();
        QCOMPARE(claim().polarity, std::string("Negative"));
    }

    void keysSayHowSureItIsAndWhetherItGoesOn()
    {
        addEvent("visit", QStringLiteral("Visit"));
        press(Qt::Key_F);
        type(QStringLiteral("PR+"));
        pressInBox(Qt::Key_Return);
        QCOMPARE(claim().factuality, std::optional(Factuality::PRplus));
        press(Qt::Key_C);
        QCOMPARE(claim().aspect, std::string("Ongoing"));
        press(Qt::Key_X);
        QCOMPARE(claim().polarity, std::string("Negative"));
        press(Qt::Key_X);
        QCOMPARE(claim().polarity, std::string());
        undo();
        undo();
        undo();
        QCOMPARE(claim().aspect, std::string());
        QCOMPARE(claim().factuality, std::optional(Factuality::PRplus));
    }

    void whoSaysSoAndWhereItWasHaveKeys()
    {
        mark("KCNA", Qt::Key_O);
        mark("Moscow", Qt::Key_L);
        addEvent("invited", QStringLiteral("Invitation"));
        press(Qt::Key_Y);
        click("KCNA");
        press(Qt::Key_L);
        click("Moscow");
        QCOMPARE(roles(), (std::vector<std::string>{"Source", "Place"}));
    }

    void wordsThatDoNotFitTheRoleThatWaitsAreMarkedAllTheSame()
    {
        addEvent("visit", QStringLiteral("Visit")); // The visitor waits.
        mark("next month", Qt::Key_N);
        QCOMPARE(records().mentions.size(), 2U);
        QVERIFY(claim().roles.empty());
        QVERIFY(said().contains(QStringLiteral("Visitor of Visit can be")));
    }

    void aClickOnAKnownNameMarksItForTheRoleThatWaits()
    {
        addEvent("visit", QStringLiteral("Visit"));
        press(Qt::Key_3);
        click("Russia");
        QCOMPARE(roles(), std::vector<std::string>{"Destination"});
        QCOMPARE(node("Russia")->type, std::string("State"));
        undo(); // Both at once.
        QVERIFY(claim().roles.empty());
        QCOMPARE(records().mentions.size(), 1U);
    }

    void aKnownNameThatIsGoneToIsOnlyMarked()
    {
        addEvent("visit", QStringLiteral("Visit"));
        press(Qt::Key_F6);
        press(Qt::Key_Return);
        QCOMPARE(records().mentions.size(), 2U);
        QVERIFY(claim().roles.empty());
    }

    void namesAreMarkedWithoutTheStopBehindThem()
    {
        select("year,");
        press(Qt::Key_T); // A topic, as good as any name.
        if (box().isAsking())
            pressInBox(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(records().mentions.back().text, std::string("year"));
    }

    void theTextKeepsItsRoomWhileAnEventIsWritten()
    {
        m_window->resize(1100, 700);
        settle();
        addEvent("talks", QStringLiteral("Talks"));
        settle();
        const double all = m_window->reader().height();
        QVERIFY(annotator().editor().visibleRegion().boundingRect().height() < all / 2);
        QVERIFY(text().viewport()->height() > 60);
        QTRY_VERIFY(text().isInView(place("talks")));
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        QVERIFY(!annotator().editor().isVisible());
    }

    void aDayDatesTheEventWhileAnotherRoleWaits()
    {
        addEvent("invited", QStringLiteral("Invitation"));
        select("October last year");
        press(Qt::Key_D);
        pressInBox(Qt::Key_Return);
        QCOMPARE(claim().dates, std::vector{*parseEdtf("2023-10")});
    }

    void whatIsNoDayIsSaidToBeNone()
    {
        addEvent("invited", QStringLiteral("Invitation"));
        press(Qt::Key_Escape);
        press(Qt::Key_D);
        type(QStringLiteral("15.1.2024"));
        QVERIFY(box().foot().contains(QStringLiteral("15.1.2024")));
        pressInBox(Qt::Key_Return);
        QVERIFY(box().isAsking());
        QVERIFY(claim().dates.empty());
    }

    void aClickOnWhatFillsARoleTakesItOut()
    {
        mark("Choe Son-hui", Qt::Key_P);
        addEvent("visit", QStringLiteral("Visit"));
        click("Choe Son-hui");
        QCOMPARE(roles(), std::vector<std::string>{"Visitor"});
        press(annotator().editor().fillerButtons().front());
        QVERIFY(claim().roles.empty());
    }

    void backspaceAtItsWordsTakesAnEventAway()
    {
        addEvent("visit", QStringLiteral("Visit"));
        press(Qt::Key_Escape);
        click("visit");
        press(Qt::Key_Backspace);
        QVERIFY(records().claims.empty());
        QVERIFY(!annotator().editor().isVisible());
        undo();
        QCOMPARE(records().claims.size(), 1U);
    }

    // Whom words name ---------------------------------------------------------------------------

    void marksCanNameSomebodyElse()
    {
        mark("Choe Son-hui", Qt::Key_P);
        mark("Lavrov", Qt::Key_P);
        press(Qt::Key_Escape);
        select("Choe", 1);
        press(Qt::Key_P);
        type(QStringLiteral("Lavrov"));
        pressInBox(Qt::Key_Return); // A slip.
        QCOMPARE(node("Lavrov")->mentions.size(), 2U);
        addEvent("met", QStringLiteral("Meeting"));
        click("Choe", 1);
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        click("Choe", 1);
        press(Qt::Key_I);
        type(QStringLiteral("Choe Son-hui"));
        pressInBox(Qt::Key_Return);
        QCOMPARE(node("Choe Son-hui")->mentions.size(), 2U);
        QCOMPARE(node("Lavrov")->mentions.size(), 1U);
        QVERIFY(node("Meeting: Choe Son-hui"));
        undo();
        QCOMPARE(node("Lavrov")->mentions.size(), 2U);
    }

    void aLetterThatIsGivenAwayIsReplaced()
    {
        QToolButton* person = annotator().strip().buttons().front();
        QVERIFY(!person->isEnabled()); // Nothing is selected.
        rightClick(*person);
        QCOMPARE(box().title(), QStringLiteral("Person: which letter shall mark it?"));
        type(QStringLiteral("e"));
        QVERIFY(box()
                    .list()
                    ->model()
                    ->index(0, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("Meeting or event")));
        pressInBox(Qt::Key_Return);
        QVERIFY(annotator().strip().buttons().front()->text().startsWith(u'E'));
        QVERIFY(!annotator().strip().buttons().back()->text().startsWith(u'E'));
        select("Choe Son-hui");
        press(Qt::Key_E);
        QVERIFY(node("Choe Son-hui"));
    }

    // Another article ---------------------------------------------------------------------------

    void aMarkIsNotDrawnOverWordsOfAnotherArticle()
    {
        mark("Choe Son-hui", Qt::Key_P);
        press(Qt::Key_Escape);
        click("Choe Son-hui");
        press(Qt::Key_W);
        turnTo(QStringLiteral("South"));
        select("Seoul");
        press(Qt::Key_Return);
        turnTo(QStringLiteral("North"));
        QCOMPARE(records().mentions.at(0).text, std::string("Choe Son-hui"));
    }

    void aRelationIsNotLookedForInAnotherArticle()
    {
        mark("Choe Son-hui", Qt::Key_P);
        press(Qt::Key_Escape);
        click("Choe Son-hui");
        press(Qt::Key_R);
        turnTo(QStringLiteral("South"));
        QVERIFY(!annotator().strip().offered().contains(QStringLiteral("related")));
    }

    void aQuestionGoesWithItsArticle()
    {
        select("invited");
        press(Qt::Key_E);
        QVERIFY(box().isAsking());
        m_window->reader().show(store().articles().back(), {});
        settle();
        QVERIFY(!box().isAsking());
    }

    void theOtherPlacesAreThoseOfTheArticle()
    {
        mark("Lavrov", Qt::Key_P);
        QVERIFY(annotator().strip().offered().contains(QStringLiteral("Lavrov")));
        press(Qt::Key_M);
        turnTo(QStringLiteral("South"));
        press(Qt::Key_Return);
        QVERIFY(records().mentions.empty());
        turnTo(QStringLiteral("North"));
        QCOMPARE(records().mentions.size(), 1U);
    }

    void theOtherPlacesGoWithTheMark()
    {
        mark("Lavrov", Qt::Key_P);
        press(Qt::Key_M);
        undo();
        QVERIFY(!annotator().strip().offered().contains(QStringLiteral("Lavrov")));
        press(Qt::Key_Return);
        QVERIFY(records().mentions.empty());
    }

    void linesFromAllEventsCanBeShown()
    {
        mark("Choe Son-hui", Qt::Key_P);
        addEvent("visit", QStringLiteral("Visit"));
        click("Choe Son-hui");
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        QVERIFY(text().arcs().empty());
        const auto lines = [&] { return text().document()->begin().blockFormat().lineHeight(); };
        const double close = lines();
        press(Qt::Key_G);
        QCOMPARE(text().arcs().size(), 1U);
        QVERIFY(lines() > 1.5 * close); // Their roles stand between the lines, not on them.
        press(Qt::Key_G);
        QVERIFY(text().arcs().empty());
        QCOMPARE(lines(), close);
    }
};

QTEST_MAIN(WindowWritingTest)
#include "windowwritingtest.moc"
