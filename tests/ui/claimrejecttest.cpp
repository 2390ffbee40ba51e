// SPDX-License-Identifier: Apache-2.0
// Claims that are rejected stay to be seen, and claims that move to another meeting are followed:
// in the real window, by clicks and keys.
#include "tests/support/claimwindow.h"
#include "ui/text/translations.h"

using namespace entente;

class ClaimRejectTest : public QObject, private ClaimWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        moveIn(QStringLiteral("claimrejecttest"));
        installTranslations(QLocale());
    }
    void init() { begin(); }
    void cleanup() { end(); }

    void delRejectsWhatIsKeptStruckThroughAndNeverCounted()
    {
        const EdgeId edge = edgeTo("Choe");
        m_window->selection().set(edge);
        QVERIFY(summary().contains(QStringLiteral("3 claims")));
        clickCard("E1", Qt::ControlModifier);
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_Delete);
        QVERIFY(claim("E1").rejected);
        QCOMPARE(undoText(), QStringLiteral("Reject a claim"));
        QCOMPARE(m_window->workspace().events()->edge(edge)->claims.size(), 2U);
        QVERIFY2(summary().contains(QStringLiteral("2 claims in 1 article, 1 rejected")),
                 qPrintable(summary()));
        QCOMPARE(cards(),
                 (QStringList{QStringLiteral("E2"), QStringLiteral("E3"), QStringLiteral("E1")}));
        QVERIFY(item("E1").isRejected);
        QCOMPARE(words("E1").rejected, QStringLiteral("Rejected"));
        QVERIFY(heard("E1").startsWith(QStringLiteral("Rejected. ")));
        QVERIFY(!item("E2").isRejected);
        // The next one is chosen, so that a list is sorted by one key after the other.
        QCOMPARE(m_window->evidence().chosenClaims(), std::vector<ClaimId>{claim("E2").id});
        QTRY_VERIFY(list().hasFocus());
        undo();
        QVERIFY(!claim("E1").rejected);
        QCOMPARE(cards(),
                 (QStringList{QStringLiteral("E1"), QStringLiteral("E2"), QStringLiteral("E3")}));
    }

    void delOnWhatIsRejectedDoesNothing()
    {
        reject({"E1"});
        clickCard("E2", Qt::ControlModifier); // No longer.
        clickCard("E1", Qt::ControlModifier);
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_Delete);
        QVERIFY(claim("E1").rejected);
        QCOMPARE(m_window->workspace().undoStack().count(), 1);
    }

    void whatIsRejectedIsAcceptedAgain()
    {
        reject({"E1", "E2"});
        QCOMPARE(cards(),
                 (QStringList{QStringLiteral("E3"), QStringLiteral("E1"), QStringLiteral("E2")}));
        QCOMPARE(undoText(), QStringLiteral("Reject 2 claims"));
        choosing({"E1", "E2", "E3"});
        choose({"Accept 2 Claims Again"});
        QVERIFY(!claim("E1").rejected);
        QCOMPARE(cards(),
                 (QStringList{QStringLiteral("E1"), QStringLiteral("E2"), QStringLiteral("E3")}));
        QCOMPARE(undoText(), QStringLiteral("Accept 2 claims again"));
        undo();
        QVERIFY(claim("E1").rejected && claim("E2").rejected);
    }

    void whenTheLastClaimOfAnEdgeIsRejectedItsMeetingShowsIt()
    {
        m_window->selection().set(edgeTo("Kim"));
        QCOMPARE(cards(), QStringList{QStringLiteral("E4")});
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_Delete); // The only one needs no choosing.
        QVERIFY(claim("E4").rejected);
        // The talks are gone as a whole: whoever had a part in them has it.
        QCOMPARE(title(), QStringLiteral("Kim"));
        QCOMPARE(cards(), QStringList{QStringLiteral("E4")});
        QVERIFY2(summary().contains(QStringLiteral("no claims, 1 rejected")),
                 qPrintable(summary()));
        QVERIFY(words("E4").about.startsWith(QStringLiteral("Talks")));
        choose({"Accept Again"});
        QVERIFY(!claim("E4").rejected);
        undo();
        undo();
        QVERIFY(!claim("E4").rejected);
        QVERIFY(!m_window->workspace().events()->nodeOf(claim("E4").event).isNil());
    }

    void aRejectedRelationIsSeenAtBothItsEnds()
    {
        m_window->selection().set(edgeTo("Rodong Sinmun"));
        QCOMPARE(cards(), QStringList{QStringLiteral("R1")});
        reject({"R1"});
        for (const char* name : {"Choe", "Rodong Sinmun"}) {
            selectNode(name);
            QVERIFY(cards().contains(QStringLiteral("R1")));
            QVERIFY(item("R1").isRejected);
        }
    }

    void aSourceOfWhatIsRejectedHasNoPartInIt()
    {
        reject({"E3"});
        selectNode("Rodong Sinmun");
        QCOMPARE(cards(), QStringList{QStringLiteral("R1")});
    }

    void aClaimMovesToAnotherMeetingOfItsArticle()
    {
        const std::vector<RoleFiller> roles = claim("E3").roles;
        choosing({"E3"});
        choose({"Move to Another Meeting…"});
        auto* dialog = asked<PickDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->list().model()->rowCount(),
                 2); // Of its own, or the talks; none from south.
        QVERIFY(dialog->list().model()->index(1, 0).data().toString().startsWith(
            QStringLiteral("Talks")));
        dialog->list().setCurrentIndex(dialog->list().model()->index(1, 0));
        QTest::keyClick(&dialog->list(), Qt::Key_Return);
        QCOMPARE(claim("E3").event, claim("E4").event);
        QCOMPARE(claim("E3").roles, roles);
        QCOMPARE(cards(), (QStringList{QStringLiteral("E1"), QStringLiteral("E2")}));
        QCOMPARE(undoText(), QStringLiteral("Move a claim to another meeting"));
        QVERIFY(m_window->message().text().startsWith(QStringLiteral("The claim belongs to")));
        button("Show It")->click();
        QCOMPARE(cards(), (QStringList{QStringLiteral("E3"), QStringLiteral("E4")}));
        QCOMPARE(m_window->evidence().chosenClaims(), std::vector<ClaimId>{claim("E3").id});
        undo();
        QCOMPARE(claim("E3").event, claim("E1").event);
    }

    void theLastClaimTakesItsMeetingAlong()
    {
        const EventId talks = claim("E4").event;
        selectNode("Talks");
        choosing({"E4"});
        choose({"Move to Another Meeting…"});
        auto* dialog = asked<PickDialog>();
        dialog->list().setCurrentIndex(dialog->list().model()->index(1, 0));
        dialog->okButton().click();
        QVERIFY(!m_window->workspace().store().event(talks)); // Nothing is said of it any more.
        // What was shown is gone: the panel goes along.
        QCOMPARE(cards(), (QStringList{QStringLiteral("E1"), QStringLiteral("E2"),
                                       QStringLiteral("E3"), QStringLiteral("E4")}));
        undo();
        QVERIFY(m_window->workspace().store().event(talks));
        QCOMPARE(claim("E4").event, talks);
    }

    void claimsMoveToAMeetingOfTheirOwn()
    {
        choosing({"E2", "E3"});
        choose({"Move to Another Meeting…"});
        auto* dialog = asked<PickDialog>();
        QCOMPARE(dialog->picked(), 0);
        QTest::keyClick(&dialog->list(), Qt::Key_Return);
        QCOMPARE(claim("E2").event, claim("E3").event);
        QVERIFY(claim("E2").event != claim("E1").event);
        const Store& store = m_window->workspace().store();
        QCOMPARE(store.event(claim("E2").event)->type, std::string("Visit"));
        const std::size_t events = store.records(claim("E1").article).events.size();
        undo();
        QCOMPARE(claim("E2").event, claim("E1").event);
        QCOMPARE(store.records(claim("E1").article).events.size(), events - 1);
    }

    void claimsOfTwoArticlesHaveNoMeetingInCommon()
    {
        selectNode("Russia");
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_A, Qt::ControlModifier);
        QMenu* menu = contextMenu();
        QVERIFY(!entry(menu, "Move to Another Meeting… (within one article)")->isEnabled());
        QVERIFY(!entry(menu, "Attributed To… (within one article)")->isEnabled());
        QVERIFY(entry(menu, "Date…")->isEnabled());
        menu->close();
    }
};

QTEST_MAIN(ClaimRejectTest)
#include "claimrejecttest.moc"
