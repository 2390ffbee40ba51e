// SPDX-License-Identifier: Apache-2.0
// Somebody fills an event in the window: what is offered, what is seen and selected meanwhile.
#include "graph/byhand/claiming.h"
#include "tests/support/annotatingwindow.h"
#include "ui/byhand/markstrip.h"
#include "ui/byhand/quoteline.h"
#include "ui/window/messagebar.h"

#include <QComboBox>
#include <QLabel>
#include <QToolButton>

using namespace entente;

namespace
{

const char* const north = "Choe Son-hui met Lavrov in Moscow on 15 January 2024.\n"
                          "The weather was fine that day, said everybody in the city.\n"
                          "Lavrov then invited Kim Jong-un.\n";
const char* const south = "Seoul said that the talks of Choe Son-hui and Lavrov were held on 15 "
                          "January 2024 in Moscow.\n";

} // namespace

class WindowFillingTest : public QObject, private AnnotatingWindow
{
    Q_OBJECT

private:
    QStringList offers()
    {
        QStringList words;
        for (QToolButton* button : annotator().editor().proposalButtons())
            words.push_back(button->parentWidget()->findChild<QLabel*>()->text());
        return words;
    }
    bool offersSame() { return !offers().filter(QStringLiteral("Perhaps the same as")).isEmpty(); }
    void leaveEvent()
    {
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
    }
    void markNames()
    {
        for (const char* name : {"Choe Son-hui", "Lavrov"}) {
            select(name);
            press(Qt::Key_P);
            if (box().isAsking())
                pressInBox(Qt::Key_Return);
            press(Qt::Key_Escape);
        }
    }
    void date()
    {
        select("15 January 2024");
        press(Qt::Key_D);
        pressInBox(Qt::Key_Return);
    }
    /// A meeting of the article that is open, with both names and its day.
    void tellOfMeeting(const char* trigger)
    {
        addEvent(trigger, QStringLiteral("Meeting"));
        click("Choe Son-hui");
        click("Lavrov");
        date();
    }

private Q_SLOTS:
    void initTestCase() { moveIn(QStringLiteral("windowfillingtest")); }
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

    // Which meetings are one --------------------------------------------------------------------

    void whatFillsAnEventTellsWhichItMayBe()
    {
        markNames();
        tellOfMeeting("met");
        leaveEvent();
        turnTo(QStringLiteral("South"));
        markNames();
        addEvent("talks", QStringLiteral("Meeting"));
        QVERIFY(!offersSame());
        click("Choe Son-hui");
        click("Lavrov");
        date();
        QVERIFY(offersSame());
    }

    void aJoinThatIsUndoneIsOfferedAgain()
    {
        markNames();
        tellOfMeeting("met");
        leaveEvent();
        turnTo(QStringLiteral("South"));
        markNames();
        tellOfMeeting("talks");
        QVERIFY(offersSame());
        QTest::mouseClick(annotator().editor().proposalButtons().back(), Qt::LeftButton);
        settle();
        QVERIFY(!offersSame());
        undo();
        QVERIFY(offersSame());
    }

    void theLikeliestStandFirstWithAllTheirReasons()
    {
        markNames();
        tellOfMeeting("met");
        leaveEvent();
        addEvent("invited", QStringLiteral("Meeting"));
        leaveEvent();
        turnTo(QStringLiteral("South"));
        markNames();
        tellOfMeeting("talks");
        leaveEvent();
        click("talks");
        press(Qt::Key_J);
        const QString first =
            box().list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(first.contains(QStringLiteral("; ")), qPrintable(first));
        QCOMPARE(box().list()->model()->rowCount(), 2);
        const QRect upper = box().list()->visualRect(box().list()->model()->index(0, 0));
        const QRect lower = box().list()->visualRect(box().list()->model()->index(1, 0));
        QCOMPARE(upper.height(), box().list()->sizeHintForRow(0));
        QCOMPARE(lower.height(), box().list()->sizeHintForRow(1));
        QVERIFY(!upper.intersects(lower));
    }

    // What is seen -------------------------------------------------------------------------------

    void theTextKeepsFiveLines_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << QSize(1100, 700);
        QTest::newRow("usual") << QSize(1400, 880);
    }
    void theTextKeepsFiveLines()
    {
        QFETCH(QSize, size);
        m_window->resize(size);
        settle();
        markNames();
        addEvent("met", QStringLiteral("Meeting"));
        click("Choe Son-hui");
        click("Lavrov");
        ClaimEditor& editor = annotator().editor();
        const auto isSeen = [](QWidget* widget) {
            return widget->visibleRegion().boundingRect() == widget->rect();
        };
        QTRY_VERIFY(text().viewport()->height() >= text().heightOfLines(5));
        for (QWidget* widget : {static_cast<QWidget*>(editor.modalityBox()),
                                static_cast<QWidget*>(editor.dateButton()),
                                static_cast<QWidget*>(editor.doneButton()),
                                static_cast<QWidget*>(editor.roleButton(0))})
            QTRY_VERIFY(isSeen(widget));
        QVERIFY(text().isWhollyInView(place("met")));
        QVERIFY(!m_window->reader().list()->isVisible());
        leaveEvent();
        QVERIFY(m_window->reader().list()->isVisible());
    }

    void theLastLineIsInViewWhenItIsFilled()
    {
        m_window->resize(1100, 700);
        settle();
        addEvent("invited", QStringLiteral("Invitation"));
        QTRY_VERIFY(text().isWhollyInView(place("invited")));
    }

    void piecesOfAQuoteThatStandApartAreParted()
    {
        addEvent("met", QStringLiteral("Meeting"));
        const TextSpans apart{place("Choe Son-hui met Lavrov"), place("Lavrov then invited")};
        m_window->workspace().perform(
            *setEvidence({store(), m_window->workspace().ontology(), graph()}, annotator().claim(),
                         apart),
            {.words = QStringLiteral("Quote")});
        settle();
        QCOMPARE(annotator().editor().quote(),
                 QStringLiteral("“Choe Son-hui met Lavrov … Lavrov then invited”"));
    }

    void aLongQuoteIsCutRoundTheWordsOfTheEvent()
    {
        QuoteLine line(2);
        line.resize(300, 40);
        const QString before = QStringLiteral("many words that are of no weight here ").repeated(5);
        line.setQuote(QStringLiteral("“%1” — all"),
                      before + QStringLiteral("they met again ") + before, QStringLiteral("met"));
        QVERIFY2(line.text().startsWith(QStringLiteral("“… ")), qPrintable(line.text()));
        QVERIFY2(line.text().endsWith(QStringLiteral(" …” — all")), qPrintable(line.text()));
        QVERIFY2(line.text().contains(QStringLiteral("they met")), qPrintable(line.text()));
        line.resize(3000, 40);
        line.setQuote(QStringLiteral("%1"), before, {});
        QCOMPARE(line.text(), before);
        const QString quote = before + QStringLiteral("they met again ") + before;
        const QStringList words = quote.split(u' ') << QStringLiteral("…");
        for (int width = 120; width < 400; width += 10) { // No word is cut.
            line.resize(width, 40);
            line.setQuote(QStringLiteral("%1"), quote, QStringLiteral("met"));
            for (const QString& word : line.text().split(u' '))
                QVERIFY2(words.contains(word), qPrintable(line.text()));
        }
    }

    void theEventThatIsFilledIsSelected()
    {
        markNames();
        tellOfMeeting("met");
        select("met Lavrov in Moscow");
        press(Qt::Key_Q);
        leaveEvent();
        const Selection& selection = m_window->selection();
        const Target met = selection.current();
        QVERIFY(std::holds_alternative<NodeId>(met));
        addEvent("in", QStringLiteral("Meeting"));
        QVERIFY(selection.current() != met);
        QCOMPARE(selection.current(), Target(graph().nodeOf(claim().event)));
    }

    void marksAreToldFromEachOtherOnAQuote()
    {
        markNames();
        tellOfMeeting("met");
        const auto look = [this](const char* words) { return text().lookAt(place(words).begin); };
        select(TextSpan{place("Choe Son-hui").begin, place("Moscow").end});
        press(Qt::Key_Q);
        leaveEvent();
        click("met"); // Its quote is shown in amber.
        const QColor amber = look("in Moscow").background().color();
        QVERIFY(amber.isValid());
        for (const char* words : {"Lavrov", "met"}) { // The passage is seen whole.
            QCOMPARE(look(words).background().color(), amber);
            QCOMPARE(look(words).underlineStyle(), QTextCharFormat::SingleUnderline);
        }
        QVERIFY(look("met").foreground() != look("in Moscow").foreground());
        QVERIFY(look("met").underlineColor() != look("Lavrov").underlineColor());
        QVERIFY(look("Lavrov").underlineColor() != look("in Moscow").underlineColor());
    }

    // F6, and the other places -------------------------------------------------------------------

    void f6GoesToTheNextFromTheListOfArticles()
    {
        markNames();
        leaveEvent();
        turnTo(QStringLiteral("South"));
        m_window->reader().list()->setFocus();
        QTest::keyClick(m_window->reader().list(), Qt::Key_F6);
        settle();
        QCOMPARE(text().selected(), place("Choe Son-hui"));
        QVERIFY(text().hasFocus());
    }

    void aPreviewIsAboutThePlacesAlone()
    {
        mark("Lavrov", Qt::Key_P);
        press(Qt::Key_M);
        text().select({place("Lavrov", 1).begin, place("Lavrov", 1).begin});
        QVERIFY2(annotator().strip().offered().contains(QStringLiteral("marked with Enter")),
                 qPrintable(annotator().strip().offered()));
        press(Qt::Key_Delete);
        QVERIFY(store().settled().empty());
        QCOMPARE(records().mentions.size(), 1U);
        press(Qt::Key_Return);
        QCOMPARE(records().mentions.size(), 2U);
    }
};

QTEST_MAIN(WindowFillingTest)
#include "windowfillingtest.moc"
