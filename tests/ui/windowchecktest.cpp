// SPDX-License-Identifier: Apache-2.0
// Somebody goes through the list of what is to be checked.
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/text/sourcetext.h"
#include "tests/support/markedcorpus.h"
#include "tests/support/realwindow.h"
#include "ui/byhand/annotatecommands.h"
#include "ui/byhand/annotator.h"
#include "ui/byhand/askbox.h"
#include "ui/byhand/checkcommands.h"
#include "ui/byhand/checkpanel.h"
#include "ui/byhand/claimdialogs.h"
#include "ui/byhand/mergedialog.h"
#include "ui/panels/articlereader.h"
#include "ui/workspace/selection.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QUndoStack>

#include <algorithm>

using namespace entente;

class WindowCheckTest : public QObject, private RealWindow
{
    Q_OBJECT

private:
    CheckPanel& panel() { return m_window->annotating().checking().panel(); }

    /// Chooses the first of a kind. @returns whether there is one.
    bool choose(CheckKind kind)
    {
        for (int i = 0; i < panel().list()->topLevelItemCount(); ++i) {
            QTreeWidgetItem* heading = panel().list()->topLevelItem(i);
            for (int k = 0; k < heading->childCount(); ++k) {
                panel().list()->setCurrentItem(heading->child(k));
                if (panel().chosen() != nullptr && panel().chosen()->kind == kind)
                    return true;
            }
        }
        return false;
    }
    auto count(CheckKind kind) { return std::ranges::count(panel().items(), kind, &ToCheck::kind); }
    /// The one meeting without a date: its node, its article, its words.
    void isAtTheVisit()
    {
        const std::set<NodeId>& nodes = m_window->selection().nodes();
        QCOMPARE(nodes.size(), 1U);
        const Node* visit = m_window->workspace().events()->node(*nodes.begin());
        QVERIFY(visit);
        QCOMPARE(visit->type, std::string("Visit"));
        const ArticleReader& reader = m_window->reader();
        QVERIFY(reader.isVisible());
        const Claim& claim = *m_window->workspace().store().claim(visit->claims.front());
        QCOMPARE(reader.article(), claim.article);
        const std::string words = m_window->workspace()
                                      .store()
                                      .article(claim.article)
                                      ->text->slice(panel().chosen()->spans);
        QVERIFY2(words.find("visited") != std::string::npos, words.c_str());
    }
    void undo()
    {
        m_window->workspace().undoStack().undo();
        settle();
    }

private Q_SLOTS:
    void initTestCase() { moveIn(QStringLiteral("windowchecktest")); }
    void init()
    {
        forget();
        m_files = std::make_unique<MarkedCorpus>();
        m_files->add("a",
                     "{T1 Person|Choe Son-hui} {T2 Visit|visited} {T3 State|Russia} in May. "
                     "{T4 Person|Sergei Lavrov} came, too.",
                     "E1\tVisit:T2 Visitor:T1 Destination:T3\nA1\tModality E1 Happened\n",
                     R"({"title": "A", "published": "2024-06-01"})");
        m_files->add("b",
                     "{T1 Person|Choi Son-hui} {T2 Meeting|met} {T3 Person|Sergei Lavrov} "
                     "on {T4 Date|Friday}.",
                     "E1\tMeeting:T2 Participant:T1 Participant2:T3 Time:T4\n"
                     "N1\tReference T4 EDTF:2024-06-07\tFriday\nA1\tModality E1 Happened\n",
                     R"({"title": "B", "published": "2024-06-08"})");
        show({1400, 900});
        open(QString::fromStdString(m_files->path()));
        m_window->actions().showToCheck->trigger();
        settle();
    }
    void cleanup() { m_window.reset(); }

    void eachLeadsToItsPlace()
    {
        QVERIFY(choose(CheckKind::NoDate));
        QVERIFY(!panel().words().isEmpty());
        QTest::mouseClick(panel().goButton(), Qt::LeftButton);
        settle();
        isAtTheVisit();
    }

    void enterAndADoubleClickLeadThereToo()
    {
        QVERIFY(choose(CheckKind::NoDate));
        QTest::keyClick(panel().list(), Qt::Key_Return);
        settle();
        isAtTheVisit();
        m_window->selection().clear();
        const QRect row = panel().list()->visualItemRect(panel().list()->currentItem());
        QTest::mouseClick(panel().list()->viewport(), Qt::LeftButton, {}, row.center());
        QTest::mouseDClick(panel().list()->viewport(), Qt::LeftButton, {}, row.center());
        settle();
        isAtTheVisit();
    }

    void delAsksWhyItIsLeft()
    {
        QVERIFY(choose(CheckKind::NoDate));
        QTest::keyClick(panel().list(), Qt::Key_Delete);
        AskBox& box = m_window->annotating().annotator().box();
        QVERIFY(box.isAsking());
        QTest::keyClick(box.box(), Qt::Key_Escape);
        settle();
        QCOMPARE(count(CheckKind::NoDate), 1);
    }

    void itsKeyShowsAndHidesIt()
    {
        QVERIFY(panel().isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_F9, Qt::ShiftModifier);
        QVERIFY(!panel().isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_F9, Qt::ShiftModifier);
        QVERIFY(panel().isVisible());
        QVERIFY(panel().list()->hasFocus());
    }

    void whatIsLeftAsItIsSaysWhy()
    {
        QCOMPARE(count(CheckKind::NoDate), 1);
        QVERIFY(choose(CheckKind::NoDate));
        QTest::mouseClick(panel().leaveButton(), Qt::LeftButton);
        AskBox& box = m_window->annotating().annotator().box();
        QVERIFY(box.isAsking());
        QTest::keyClicks(box.box(), QStringLiteral("Nobody knows."));
        QTest::keyClick(box.box(), Qt::Key_Return);
        settle();
        QCOMPARE(count(CheckKind::NoDate), 0);
        QTest::mouseClick(panel().settledBox(), Qt::LeftButton, {},
                          {8, panel().settledBox()->height() / 2});
        settle();
        QVERIFY(choose(CheckKind::NoDate));
        QCOMPARE(panel().chosen()->settled, std::optional<std::string>("Nobody knows."));
        QTest::mouseClick(panel().leaveButton(), Qt::LeftButton); // It is open again.
        settle();
        QVERIFY(choose(CheckKind::NoDate));
        QVERIFY(!panel().chosen()->settled);
        undo();
        undo();
        QVERIFY(m_window->workspace().store().settled().empty());
    }

    void lookAlikesAreSaidToBeOneOrTwo()
    {
        QVERIFY(choose(CheckKind::LookAlike));
        const int nodes = m_window->workspace().events()->nodeCount();
        QTest::mouseClick(panel().mendButton(), Qt::LeftButton);
        auto* merging = m_window->findChild<MergeDialog*>();
        QVERIFY(merging); // It shows what will be one, and so asks.
        QCOMPARE(m_window->workspace().events()->nodeCount(), nodes);
        merging->accept();
        settle();
        QCOMPARE(m_window->workspace().events()->nodeCount(), nodes - 1);
        QVERIFY(!choose(CheckKind::LookAlike));
        undo();
        QVERIFY(choose(CheckKind::LookAlike));
        QTest::mouseClick(panel().partButton(), Qt::LeftButton);
        settle();
        QCOMPARE(m_window->workspace().events()->nodeCount(), nodes);
        QVERIFY(!choose(CheckKind::LookAlike));
        undo();
    }

    void aDateIsSetFromTheList()
    {
        QVERIFY(choose(CheckKind::NoDate));
        const std::vector<ClaimId> claims = panel().chosen()->claims;
        QCOMPARE(panel().mendButton()->text(), QStringLiteral("Set the Date…"));
        QTest::mouseClick(panel().mendButton(), Qt::LeftButton);
        auto* dialog = m_window->findChild<DateDialog*>();
        QVERIFY(dialog);
        QTest::keyClicks(&dialog->box(), QStringLiteral("2024-02"));
        dialog->accept();
        settle();
        QCOMPARE(count(CheckKind::NoDate), 0);
        for (const ClaimId id : claims)
            QCOMPARE(wordsOf(m_window->workspace().store().claim(id)->dates.at(0)),
                     std::string("February 2024"));
        undo();
        QCOMPARE(count(CheckKind::NoDate), 1);
    }

    void whatDoesNotFitIsRejectedFromTheList()
    {
        MarkedCorpus files;
        files.add("odd", "{T1 Place|Oslo} {T2 Visit|visited} {T3 State|Russia}.",
                  "E1\tVisit:T2 Visitor:T1 Destination:T3\n");
        open(QString::fromStdString(files.path()));
        QVERIFY(choose(CheckKind::Misfit));
        const std::vector<ClaimId> claims = panel().chosen()->claims;
        const auto before = count(CheckKind::Misfit);
        QTest::mouseClick(panel().mendButton(), Qt::LeftButton);
        settle();
        QVERIFY(count(CheckKind::Misfit) < before);
        QVERIFY(m_window->workspace().store().claim(claims.front())->rejected);
        undo();
        QCOMPARE(count(CheckKind::Misfit), before);
    }

private:
    std::unique_ptr<MarkedCorpus> m_files;
};

QTEST_MAIN(WindowCheckTest)
#include "windowchecktest.moc"
