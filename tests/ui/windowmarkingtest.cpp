// SPDX-License-Identifier: Apache-2.0
// Somebody marks words with mouse and keys, in several scripts: which words they become, and what
// is said of it.
#include "tests/support/annotatingwindow.h"
#include "ui/byhand/markstrip.h"
#include "ui/window/messagebar.h"

#include <QToolButton>

using namespace entente;

namespace
{

const char* const english = "Choe Son-hui met the minister in October last year.\n"
                            "Kim Jong-un, whom the minister of Russia knew, held talks.\n";
const char* const chinese = "朝鲜外相崔善姬星期一访问了俄罗斯。双方举行了会谈。\n";
const char* const arabic = "التقى لافروف الوزيرة في موسكو. ثم غادر لافروف المدينة.\n";

} // namespace

class WindowMarkingTest : public QObject, private AnnotatingWindow
{
    Q_OBJECT

private:
    QString said() { return m_window->message().text(); }
    std::string lastMarked() { return records().mentions.back().text; }
    void doubleClick(const char* words)
    {
        const TextSpan span = place(words);
        text().scrollTo(span);
        const QPoint middle = text().rectOf(span.begin).center();
        QTest::mouseClick(text().viewport(), Qt::LeftButton, {}, middle);
        QTest::mouseDClick(text().viewport(), Qt::LeftButton, {}, middle);
        settle();
    }

private Q_SLOTS:
    void initTestCase() { moveIn(QStringLiteral("windowmarkingtest")); }
    void init()
    {
        forget();
        write(QStringLiteral("a"), english,
              R"({"title": "English", "published": "2024-01-16", "language": "en"})");
        write(QStringLiteral("b"), chinese,
              R"({"title": "Chinese", "published": "2024-01-16", "language": "zh"})");
        write(QStringLiteral("c"), arabic,
              R"({"title": "Arabic", "published": "2024-01-16", "language": "ar"})");
        begin();
        turnTo(QStringLiteral("English"));
    }
    void cleanup() { end(); }

    // Selecting ---------------------------------------------------------------------------------

    void aDragWithinSelectedWordsSelectsAnew()
    {
        select("met the minister in October");
        select("the minister");
        QCOMPARE(text().selected(), place("the minister"));
    }

    void aDoubleClickTakesOneWordOfChinese()
    {
        turnTo(QStringLiteral("Chinese"));
        doubleClick("访问");
        QCOMPARE(text().selected(), place("访问"));
    }

    void anEventIsMadeOfTheWordAtTheCursor()
    {
        turnTo(QStringLiteral("Chinese"));
        click("会谈");
        press(Qt::Key_E);
        QVERIFY(box().isAsking());
        type(QStringLiteral("Talks"));
        pressInBox(Qt::Key_Return);
        QCOMPARE(lastMarked(), std::string("会谈"));
    }

    // Ends of marks -----------------------------------------------------------------------------

    void theStopBehindAnEventIsTheSentences()
    {
        select("talks.");
        press(Qt::Key_E);
        type(QStringLiteral("Talks"));
        pressInBox(Qt::Key_Return);
        QCOMPARE(lastMarked(), std::string("talks"));
    }

    void theStopBehindADayIsTheSentences()
    {
        select("October last year.");
        press(Qt::Key_D);
        pressInBox(Qt::Key_Return);
        QCOMPARE(lastMarked(), std::string("October last year"));
    }

    void aNameIsNotBrokenOffAtItsHyphen()
    {
        mark("Kim Jong-", Qt::Key_P);
        QCOMPARE(lastMarked(), std::string("Kim Jong-un"));
    }

    void wordsOfArabicAreWholeToo()
    {
        turnTo(QStringLiteral("Arabic"));
        mark("لافرو", Qt::Key_P);
        QCOMPARE(lastMarked(), std::string("لافروف"));
    }

    void theArticleThatArabicWritesOnMayStayOutside()
    {
        turnTo(QStringLiteral("Arabic"));
        mark("وزيرة", Qt::Key_N);
        QCOMPARE(lastMarked(), std::string("وزيرة"));
    }

    // What is said ------------------------------------------------------------------------------

    void arabicWordsTurnNoSentenceRound()
    {
        turnTo(QStringLiteral("Arabic"));
        mark("لافروف", Qt::Key_P);
        const QString offered = annotator().strip().offered();
        QVERIFY2(offered.contains(QStringLiteral("“\u2068لافروف\u2069”")), qPrintable(offered));
        QVERIFY(!offered.isRightToLeft());
        const QString kept = m_window->workspace().undoStack().undoText();
        QVERIFY2(!kept.contains(QChar(0x2068)), qPrintable(kept));
    }

    // Whom words name ---------------------------------------------------------------------------

    void aSlipOfTheKeysMakesNobodyNew()
    {
        mark("Choe Son-hui", Qt::Key_P);
        press(Qt::Key_Escape);
        click("Choe Son-hui");
        press(Qt::Key_I);
        QVERIFY(box().isAsking());
        type(QStringLiteral("ichoe"));
        QVERIFY2(box().foot().contains(QStringLiteral("Nothing that is known fits")),
                 qPrintable(box().foot()));
        pressInBox(Qt::Key_Return);
        QVERIFY(box().isAsking());
        QVERIFY(node("Choe Son-hui"));
        pressInBox(Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(node("ichoe"));
    }

    void whoeverFitsNobodyIsNewAtOnce()
    {
        select("the minister");
        press(Qt::Key_P);
        QVERIFY(!box().isAsking());
        QVERIFY(node("the minister"));
    }

    // Relations ---------------------------------------------------------------------------------

    void aRelationIsSeenAndSaid()
    {
        mark("minister", Qt::Key_P, 1);
        mark("Russia", Qt::Key_S);
        press(Qt::Key_Escape);
        click("minister", 1);
        press(Qt::Key_R);
        click("Russia");
        if (box().isAsking())
            pressInBox(Qt::Key_Return);
        QCOMPARE(records().claims.size(), 1U);
        QCOMPARE(text().arcs().size(), 1U);
        QVERIFY2(said().contains(QStringLiteral("“minister” and “Russia” are related")),
                 qPrintable(said()));
        press(Qt::Key_G);
        QCOMPARE(text().arcs().size(), 1U);
        undo();
        QVERIFY(text().arcs().empty());
    }

    // Roles, and marks that overlap ---------------------------------------------------------------

    void whatHasToBeFilledWaitsFirst()
    {
        const Ontology& ontology = m_window->workspace().ontology();
        for (const auto& [name, type] : ontology.events) {
            const auto needed =
                std::ranges::find_if(type.roles, [](const Role& role) { return role.atLeast > 0; });
            if (needed == type.roles.end() || needed == type.roles.begin())
                continue;
            addEvent("talks", QString::fromStdString(type.label));
            QCOMPARE(claim().type, name);
            QVERIFY(annotator()
                        .editor()
                        .roleButton(static_cast<int>(needed - type.roles.begin()))
                        ->isChecked());
            return;
        }
        QFAIL("In this vocabulary the first role is always one that has to be filled.");
    }

    void rolesSayHowManyTheyTake()
    {
        addEvent("talks", QStringLiteral("Meeting"));
        QToolButton* participants = annotator().editor().roleButton(0);
        QVERIFY2(participants->text().contains(u'…'), qPrintable(participants->text()));
        QVERIFY(participants->accessibleName().contains(QStringLiteral("takes several")));
    }

    void marksThatReachIntoEachOtherAreBothSeen()
    {
        mark("the minister of", Qt::Key_N);
        mark("of Russia", Qt::Key_S);
        const auto ground = [this](const char* words, int which) {
            return text().lookAt(place(words, which).begin).background().color();
        };
        const QColor both = ground("of Russia", 0);
        QVERIFY(both != ground("minister of", 0));
        QVERIFY(both != ground("Russia", 0));
    }
};

QTEST_MAIN(WindowMarkingTest)
#include "windowmarkingtest.moc"
