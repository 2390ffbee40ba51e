// SPDX-License-Identifier: Apache-2.0
// An analyst annotates on the graph, in the real window, by keys and clicks; one Ctrl+Z takes each
// step back, and nothing that has its place moves.
#include "ui/byhand/graphcommands.h"
#include "graph/model/analystsown.h"
#include "graph/model/graph.h"
#include "tests/support/markedcorpus.h"
#include "tests/support/places.h"
#include "tests/support/realwindow.h"
#include "ui/byhand/apartdialog.h"
#include "ui/byhand/askbox.h"
#include "ui/byhand/evidencepicker.h"
#include "ui/byhand/idsdialog.h"
#include "ui/byhand/mergedialog.h"
#include "ui/byhand/reasondialog.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/canvas/linkdrag.h"
#include "ui/panels/nodelist.h"
#include "ui/text/translations.h"
#include "ui/window/explorecommands.h"
#include "ui/window/messagebar.h"

#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>
#include <QTreeWidget>

#include <algorithm>

using namespace entente;

class GraphCommandsTest : public QObject, private RealWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_untilAsked.setSingleShot(true);
        connect(&m_untilAsked, &QTimer::timeout, this, &GraphCommandsTest::clickAnswer);
        moveIn(QStringLiteral("graphcommandstest"));
        installTranslations(QLocale());
        m_corpus.add(
            "north",
            "{T1 Person|Choe Son-hui} {T2 Visit|visited} {T3 State|Russia}. {T4 Person|Lavrov} "
            "received {T5 Person|Choe Son-hui} there. {T6 Person|Sergei Lavrov} spoke with {T7 "
            "Person|Choe Son-hui} for hours. {T8 Person|Kim Jong-un} stayed at home.",
            "E1\tVisit:T2 Visitor:T1 Destination:T3\n"
            "N1\tReference T1 Wikidata:Q1\tChoe Son-hui\n"
            "N2\tReference T5 Wikidata:Q1\tChoe Son-hui\n"
            "N3\tReference T7 Wikidata:Q1\tChoe Son-hui\n"
            "N4\tReference T6 Wikidata:Q2\tSergei Lavrov\n",
            R"({"title": "North", "outlet": "Post", "published": "2024-01-15"})");
        m_corpus.add("south",
                     "{T1 Person|Choe Son-hui} {T2 Talks|met} {T3 Person|Sergei Lavrov} in the "
                     "evening. The room was cold.",
                     "E1\tTalks:T2 Participant:T1\n"
                     "N1\tReference T1 Wikidata:Q1\tChoe Son-hui\n"
                     "N2\tReference T3 Wikidata:Q2\tSergei Lavrov\n",
                     R"({"title": "South", "outlet": "Globe", "published": "2024-01-16"})");
    }

    void init()
    {
        forget();
        show({1400, 900});
        open(QString::fromStdString(m_corpus.path()));
        m_before = m_window->workspace().store();
        m_places = places();
        QVERIFY(m_places.size() >= 6);
    }

    void cleanup() { m_window.reset(); }

    // Names, types, ids, notes

    void aNodeIsRenamedByF2()
    {
        select({"Kim Jong-un"});
        key(Qt::Key_F2);
        AskBox& box = asking().box();
        QVERIFY(box.isAsking());
        QCOMPARE(box.box()->text(), QStringLiteral("Kim Jong-un"));
        QTest::keyClicks(box.box(), QStringLiteral("The Leader"));
        QTest::keyClick(box.box(), Qt::Key_Return);
        settle();
        QVERIFY(node("The Leader"));
        QVERIFY(!node("Kim Jong-un"));
        takeBack();
        QVERIFY(node("Kim Jong-un"));
    }

    void aNodeIsGivenAnotherType()
    {
        select({"Kim Jong-un"});
        QAction* group = entry(*m_window->actions().changeTypeMenu, "Group");
        QVERIFY(group);
        group->trigger();
        QTRY_COMPARE(node("Kim Jong-un")->type, std::string("Group"));
        settle();
        takeBack();
        QCOMPARE(node("Kim Jong-un")->type, std::string("Person"));
    }

    void idsAreCheckedAsTheyAreTyped()
    {
        select({"Kim Jong-un"});
        m_window->actions().outsideIds->trigger();
        auto* dialog = opened<IdsDialog>();
        QVERIFY(dialog);
        const auto type = [&](const QString& words) {
            dialog->table()->item(0, 1)->setText(words);
        };
        type(QStringLiteral("423"));
        QVERIFY(!dialog->button()->isEnabled());
        QVERIFY(dialog->trouble().contains(QStringLiteral("no id of Wikidata")));
        dialog->table()->item(0, 0)->setText(QStringLiteral("ISO3166"));
        type(QStringLiteral("PRX"));
        QVERIFY(dialog->trouble().contains(QStringLiteral("no code of a state")));
        dialog->table()->item(0, 0)->setText(QStringLiteral("Wikidata"));
        type(QStringLiteral("https://www.wikidata.org/wiki/Q56226")); // As copied.
        QVERIFY(dialog->button()->isEnabled());
        dialog->button()->click();
        settle();
        QCOMPARE(node("Kim Jong-un")->ids, (std::vector<OutsideId>{{"Wikidata", "Q56226", ""}}));
        takeBack();
    }

    void aNoteIsKept()
    {
        select({"Kim Jong-un"});
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
        auto* dialog = opened<QInputDialog>();
        QVERIFY(dialog);
        // A name may have what looks like a tag.
        QCOMPARE(dialog->findChild<QLabel*>()->textFormat(), Qt::PlainText);
        dialog->setTextValue(QStringLiteral("Seen at home on the 15th."));
        answerNext(QMessageBox::No);
        dialog->reject();
        QVERIFY(dialog->isVisible());
        dialog->accept();
        settle();
        const EntityId entity = node("Kim Jong-un")->entities.front();
        QCOMPARE(m_window->workspace().store().entity(entity)->note,
                 std::string("Seen at home on the 15th."));
        takeBack();
    }

    // Who is one

    void twoAreMergedByMenuAndTakenApart()
    {
        select({"Lavrov", "Sergei Lavrov"});
        QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        auto* dialog = opened<MergeDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->list()->topLevelItemCount(), 2);
        QVERIFY(dialog->warning().isEmpty());
        const int before = graph().nodeCount();
        dialog->accept();
        settle();
        QCOMPARE(graph().nodeCount(), before - 1);
        QVERIFY(!node("Lavrov"));
        QCOMPARE(node("Sergei Lavrov")->mentions.size(), 3U);

        select({"Sergei Lavrov"});
        m_window->actions().takeApart->trigger();
        auto* apart = opened<ApartDialog>();
        QVERIFY(apart);
        QCOMPARE(apart->list()->topLevelItemCount(), 3);
        QVERIFY(!apart->button()->isEnabled());
        for (int i = 0; i < 3; ++i) {
            if (apart->list()->topLevelItem(i)->text(0) == QStringLiteral("Lavrov"))
                apart->list()->topLevelItem(i)->setCheckState(0, Qt::Checked);
        }
        apart->button()->click();
        settle();
        QCOMPARE(graph().nodeCount(), before);
        QVERIFY(node("Lavrov"));
        QVERIFY2(message().contains(QStringLiteral("“Lavrov” stands apart now")),
                 qPrintable(message()));
        undo();
        takeBack();
    }

    void whoIsDroppedOntoAnotherWithCtrlIsMerged()
    {
        dragNode("Lavrov", "Sergei Lavrov", Qt::ControlModifier);
        auto* dialog = opened<MergeDialog>();
        QVERIFY(dialog);
        QVERIFY(m_window->workspace().store() == m_before); // Nothing has been done yet.
        dialog->reject();
        settle();
        QVERIFY(places() == m_places);

        dragNode("Lavrov", "Sergei Lavrov", Qt::ControlModifier);
        opened<MergeDialog>()->accept();
        settle();
        QVERIFY(!node("Lavrov"));
        takeBack();
    }

    void aDragWithoutCtrlMovesAsBefore()
    {
        dragNode("Lavrov", "Sergei Lavrov", Qt::NoModifier);
        settle();
        QVERIFY(!opened<MergeDialog>());
        QVERIFY(node("Lavrov"));
        QVERIFY(m_window->scene().isPlacedByHand(named("Lavrov")));
    }

    void whatDiffersInItsIdsSpeaksAgainstMerging()
    {
        select({"Choe Son-hui", "Sergei Lavrov"});
        m_window->actions().merge->trigger();
        auto* dialog = opened<MergeDialog>();
        QVERIFY(dialog);
        QVERIFY2(dialog->warning().contains(QStringLiteral("Q1")), qPrintable(dialog->warning()));
        dialog->reject();
        select({"Choe Son-hui", "Russia"});
        m_window->actions().merge->trigger();
        QVERIFY2(message().contains(QStringLiteral("change the type")), qPrintable(message()));
    }

    // Edges

    void anEdgeRestsOnTheSentencesThatAreTaken()
    {
        EvidencePicker* picker = connectThem("Talks", "Choe Son-hui", "Sergei Lavrov");
        QVERIFY(picker);
        QCOMPARE(picker->list()->model()->rowCount(), 2);
        QTest::keyClick(picker->list(), Qt::Key_Space);
        QTest::keyClick(picker->list(), Qt::Key_Down);
        QTest::keyClick(picker->list(), Qt::Key_Space);
        QVERIFY2(picker->takeButton()->text().contains(QLatin1Char('2')),
                 qPrintable(picker->takeButton()->text()));
        picker->modalityBox()->setCurrentIndex(
            picker->modalityBox()->findData(static_cast<int>(Modality::Happened)));
        const int before = graph().nodeCount();
        picker->takeButton()->click();
        settle();
        QCOMPARE(graph().nodeCount(), before + 1);
        const auto* made = std::get_if<NodeId>(&m_window->selection().current());
        QVERIFY(made);
        const Node& talks = *graph().node(*made);
        QCOMPARE(talks.claims.size(), 2U);
        QCOMPARE(talks.modality, std::optional(Modality::Happened));
        QStringList quotes;
        for (const ClaimId claim : talks.claims)
            quotes << QString::fromStdString(
                m_window->workspace().store().claim(claim)->quotes.at(0).text);
        quotes.sort();
        QCOMPARE(quotes,
                 (QStringList{QStringLiteral("Choe Son-hui met Sergei Lavrov in the evening."),
                              QStringLiteral("Sergei Lavrov spoke with Choe Son-hui for hours.")}));
        QVERIFY(m_window->scene().isShown(*made));
        QVERIFY(nothingMoved(m_places, places()));
        takeBack();
    }

    void aRoleIsFilledFromItsSentence()
    {
        const NodeId talks = eventOf("Talks");
        EvidencePicker* picker = connectThem("Participant", talks, named("Sergei Lavrov"));
        QVERIFY(picker);
        QCOMPARE(picker->list()->model()->rowCount(), 1);
        picker->takeButton()->click(); // The one that is current.
        settle();
        QVERIFY(std::ranges::any_of(graph().neighbours(talks),
                                    [&](NodeId id) { return id == named("Sergei Lavrov"); }));
        QVERIFY(std::holds_alternative<EdgeId>(m_window->selection().current()));
        QCOMPARE(graph().node(talks)->claims.size(), 1U); // In the claim that there was.
        QVERIFY(nothingMoved(m_places, places()));
        takeBack();
    }

    void wordsTypedNarrowTheSentences()
    {
        EvidencePicker* picker = connectThem("Talks", "Choe Son-hui", "Sergei Lavrov");
        QTest::keyClicks(picker->box(), QStringLiteral("hours"));
        QCOMPARE(picker->list()->model()->rowCount(), 1);
        QVERIFY2(picker->state().startsWith(QStringLiteral("1 of 2")), qPrintable(picker->state()));
        picker->reject();
        QVERIFY(m_window->workspace().store() == m_before);
    }

    /// Whoever types while all articles are looked through goes on typing.
    void wordsTypedTooEarlyTickNoSentence()
    {
        EvidencePicker* picker = connectThem("Talks", "Choe Son-hui", "Sergei Lavrov", Wait::No);
        QVERIFY(picker && picker->isLooking());
        picker->box()->setFocus();
        QTest::keyClicks(picker->box(), QStringLiteral("for "));
        QTRY_VERIFY(picker->list()->model()->rowCount() > 0);
        QCOMPARE(picker->focusWidget(), picker->box());
        QTest::keyClicks(picker->focusWidget(), QStringLiteral("hours "));
        QCOMPARE(picker->box()->text(), QStringLiteral("for hours "));
        QVERIFY2(picker->takeButton()->text().contains(QStringLiteral("This")),
                 qPrintable(picker->takeButton()->text()));
        picker->reject();
    }

    void sentencesThatAreTickedAreNotLostWithoutAWord()
    {
        EvidencePicker* picker = connectThem("Talks", "Choe Son-hui", "Sergei Lavrov");
        QTest::keyClick(picker->list(), Qt::Key_Space);
        answerNext(QMessageBox::No);
        QTest::keyClick(picker->list(), Qt::Key_Escape);
        QVERIFY(picker->isVisible());
        picker->judgementButton()->click();
        auto* reason = opened<ReasonDialog>();
        QTest::keyClicks(reason->box(), QStringLiteral("His car"));
        answerNext(QMessageBox::No);
        QTest::keyClick(reason->box(), Qt::Key_Escape);
        QVERIFY(reason->isVisible());
        answerNext(QMessageBox::Yes);
        QTest::keyClick(reason->box(), Qt::Key_Escape);
        QVERIFY(!reason->isVisible());
        answerNext(QMessageBox::Yes);
        picker->reject();
        QVERIFY(!picker->isVisible());
    }

    void aJudgementNeedsAReasonAndIsDrawnAsOne()
    {
        EvidencePicker* picker = connectThem("Participant", eventOf("Talks"), named("Kim Jong-un"));
        QVERIFY(picker);
        QCOMPARE(picker->list()->model()->rowCount(), 0);
        QVERIFY(!picker->takeButton()->isEnabled());
        QVERIFY(!picker->list()->isVisible() && !picker->box()->isVisible()); // Words stand there.
        QTest::keyClick(picker->focusWidget(), Qt::Key_Return);
        auto* reason = opened<ReasonDialog>();
        QVERIFY(reason);
        QVERIFY(!reason->button()->isEnabled());
        QTest::keyClicks(reason->box(), QStringLiteral("His car stood at the door."));
        reason->button()->click();
        settle();
        const auto* edge = std::get_if<EdgeId>(&m_window->selection().current());
        QVERIFY(edge);
        QVERIFY(m_window->canvas().picture().edge(*edge)->judged);
        QCOMPARE(std::ranges::count_if(m_window->canvas().picture().edges(), &EdgeItem::judged), 1);
        const ClaimId claim = graph().edge(*edge)->claims.front();
        const Store& store = m_window->workspace().store();
        QVERIFY(isAnalystsOwn(*store.article(store.claim(claim)->article)));
        const auto* summary = m_window->findChild<QLabel*>(QStringLiteral("summary"));
        QVERIFY(summary->text().endsWith(QStringLiteral("1 claim, a judgement")));
        m_window->selection().set({eventOf("Talks")}, {});
        QVERIFY2(summary->text().endsWith(QStringLiteral(" in 1 article, 1 is a judgement")),
                 qPrintable(summary->text()));
        QVERIFY(nothingMoved(m_places, places()));
        takeBack();
    }

    void aLineIsDrawnFromTheHandleOfAHoveredNode()
    {
        const QPoint from = handleOf("Choe Son-hui");
        const QPoint to = at("Sergei Lavrov");
        QTest::mouseMove(native(), at("Choe Son-hui"));
        QTest::mouseMove(native(), from);
        QTest::mousePress(native(), Qt::LeftButton, {}, from);
        QTest::mouseMove(native(), from + QPoint(20, 20));
        QTest::mouseMove(native(), to);
        QTest::mouseRelease(native(), Qt::LeftButton, {}, to);
        QVERIFY(asking().box().isAsking());
        QVERIFY2(asking().box().title().contains(QStringLiteral("Sergei Lavrov")),
                 qPrintable(asking().box().title()));
        QTest::keyClick(asking().box().box(), Qt::Key_Escape);
        QVERIFY(places() == m_places);
    }

    void escapeTakesALineBack()
    {
        const QPoint from = handleOf("Choe Son-hui");
        const QPoint to = at("Sergei Lavrov");
        QTest::mouseMove(native(), at("Choe Son-hui"));
        QTest::mouseMove(native(), from);
        QTest::mousePress(native(), Qt::LeftButton, {}, from);
        QTest::mouseMove(native(), to - QPoint(30, 0));
        QTest::mouseMove(native(), to);
        QTest::keyClick(&m_window->canvas(), Qt::Key_Escape);
        QTest::mouseRelease(native(), Qt::LeftButton, {}, to);
        QVERIFY(!asking().box().isAsking());
        QVERIFY(places() == m_places);
    }

    // Something new

    void somebodyNewComesWhereItWasAskedFor()
    {
        const QPoint free(40, m_window->canvas().height() - 160);
        ExploreCommands& explore = *m_window->findChild<ExploreCommands*>();
        explore.showMenu({}, m_window->canvas().mapToGlobal(free));
        QTRY_VERIFY(QApplication::activePopupWidget());
        QApplication::activePopupWidget()->close();
        QAction* person = entry(*m_window->actions().newNodeMenu, "Person…");
        QVERIFY(person);
        person->trigger();
        auto* dialog = opened<QInputDialog>();
        QVERIFY(dialog);
        dialog->setTextValue(QStringLiteral("An Interpreter"));
        dialog->accept();
        settle();
        const Node* made = node("An Interpreter");
        QVERIFY(made);
        QCOMPARE(m_window->selection().nodes(), std::set<NodeId>{made->id});
        const QPointF seen = m_window->canvas().viewport().toScreen(
            m_window->canvas().picture().node(made->id)->outline.center());
        QVERIFY(QLineF(seen, free).length() < 3);
        QVERIFY(nothingMoved(m_places, places()));
        takeBack();
    }

    /// Nobody is made twice, and whoever asked sees who it is.
    void aNameThatIsKnownIsOneWithWhoHasIt()
    {
        const NodeId kim = named("Kim Jong-un");
        entry(*m_window->actions().newNodeMenu, "Person…")->trigger();
        auto* dialog = opened<QInputDialog>();
        QVERIFY(dialog);
        dialog->setTextValue(QStringLiteral("Kim Jong-un"));
        dialog->accept();
        settle();
        QCOMPARE(named("Kim Jong-un"), kim);
        QCOMPARE(m_window->selection().nodes(), std::set<NodeId>{kim});
        QVERIFY2(message().contains(QStringLiteral("is one with “Kim Jong-un” now")),
                 qPrintable(message()));
        takeBack();
    }

    void theListsOfferTheSame()
    {
        QListView* list = m_window->actorsList().list();
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        const QPoint place = list->visualRect(list->currentIndex()).center();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, place,
                                list->viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(list->viewport(), &event);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QVERIFY(menu->actions().contains(m_window->actions().rename));
        menu->close();
    }

private:
    Places places() const { return placesOf(m_window->canvas().picture()); }
    void undo()
    {
        // No window manager is there that would give the window the keys back after a dialog.
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(&m_window->canvas(), Qt::Key_Z, Qt::ControlModifier);
        settle();
    }
    /// One step, and all is as it was.
    void takeBack()
    {
        undo();
        QVERIFY(m_window->workspace().store() == m_before);
        QVERIFY(nothingMoved(m_places, places()));
    }

    const KnowledgeGraph& graph() const { return *m_window->workspace().events(); }
    const Node* node(const std::string& name) const { return graph().node(named(name)); }
    NodeId named(const std::string& name) const
    {
        for (const NodeId id : graph().nodes()) {
            if (graph().node(id)->name == name)
                return id;
        }
        return {};
    }
    NodeId eventOf(const std::string& type) const
    {
        for (const NodeId id : graph().nodes()) {
            if (graph().node(id)->type == type)
                return id;
        }
        return {};
    }
    void select(const std::vector<std::string>& names)
    {
        std::set<NodeId> nodes;
        for (const std::string& name : names)
            nodes.insert(named(name));
        m_window->selection().set(nodes, {});
        m_window->canvas().setFocus();
    }
    void key(Qt::Key key) { QTest::keyClick(&m_window->canvas(), key); }
    GraphCommands& asking() { return m_window->findChild<ExploreCommands*>()->annotating(); }
    template <class Dialog>
    Dialog* opened()
    {
        for (Dialog* dialog : m_window->findChildren<Dialog*>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    static QAction* entry(const QMenu& menu, const char* words)
    {
        for (QAction* action : menu.actions()) {
            if (action->text() == QString::fromUtf8(words))
                return action;
        }
        return nullptr;
    }
    enum class Wait { Yes, No };
    EvidencePicker* connectThem(const std::string& type, const std::string& one,
                                const std::string& other, Wait wait = Wait::Yes)
    {
        return connectThem(type, named(one), named(other), wait);
    }
    /// By L, typing what it shall be. @returns what then asks for words, once it has looked.
    EvidencePicker* connectThem(const std::string& type, NodeId one, NodeId other,
                                Wait wait = Wait::Yes)
    {
        m_window->selection().set({one, other}, {});
        m_window->canvas().setFocus();
        key(Qt::Key_L);
        AskBox& box = asking().box();
        if (!box.isAsking())
            return nullptr;
        QTest::keyClicks(box.box(), QString::fromStdString(type));
        QTest::keyClick(box.box(), Qt::Key_Return);
        auto* picker = opened<EvidencePicker>();
        if (wait == Wait::No)
            return picker;
        if (picker != nullptr && !QTest::qWaitFor([&] { return !picker->isLooking(); }, 60000))
            return nullptr;
        QTest::qWait(20); // Its answer is on its way.
        return picker;
    }

    /// Of the question that the next step asks.
    void answerNext(QMessageBox::StandardButton answer)
    {
        m_answer = answer;
        m_untilAsked.start(0);
    }

    void clickAnswer()
    {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        box->button(m_answer)->click();
    }

    QPoint at(const std::string& name) const
    {
        const GraphCanvas& canvas = m_window->canvas();
        const QPointF centre =
            canvas.viewport().toScreen(canvas.picture().node(named(name))->outline.center());
        return canvas.mapTo(m_window.get(), centre.toPoint());
    }
    QPoint handleOf(const std::string& name) const
    {
        const GraphCanvas& canvas = m_window->canvas();
        const QPointF handle =
            LinkDrag::handleOf(*canvas.picture().node(named(name)), canvas.viewport());
        return canvas.mapTo(m_window.get(), handle.toPoint());
    }
    QWindow* native() const { return m_window->windowHandle(); }
    void dragNode(const std::string& name, const std::string& onto, Qt::KeyboardModifiers modifiers)
    {
        const QPoint from = at(name);
        const QPoint to = at(onto);
        QTest::mousePress(native(), Qt::LeftButton, modifiers, from);
        QTest::mouseMove(native(), (from + to) / 2);
        QTest::mouseMove(native(), to);
        QTest::mouseRelease(native(), Qt::LeftButton, modifiers, to);
    }
    QString message() const { return m_window->message().text(); }

    MarkedCorpus m_corpus;
    Store m_before;
    Places m_places;
    QTimer m_untilAsked;
    QMessageBox::StandardButton m_answer = QMessageBox::NoButton;
};

QTEST_MAIN(GraphCommandsTest)
#include "graphcommandstest.moc"
