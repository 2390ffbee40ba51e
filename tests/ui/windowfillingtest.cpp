// SPDX-License-Identifier: Apache-2.0
// Somebody fills an event in the window: what is offered, what is seen and selected meanwhile.
#include "tests/support/annotatingwindow.h"
#include "ui/byhand/markstrip.h"
#include "ui/window/messagebar.h"

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
};

QTEST_MAIN(WindowFillingTest)
#include "windowfillingtest.moc"
