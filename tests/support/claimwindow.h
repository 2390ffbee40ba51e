// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "tests/support/markedcorpus.h"
#include "tests/support/realwindow.h"
#include "ui/byhand/claimcommands.h"
#include "ui/byhand/pickdialog.h"
#include "ui/panels/evidencemodel.h"
#include "ui/panels/evidencepanel.h"
#include "ui/window/messagebar.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <vector>

namespace entente
{

/// Three claims of one visit, and one of talks; in another article, one of another visit.
inline void addArticles(MarkedCorpus& files)
{
    files.add(
        "north",
        "{T1 Quote|{T2 Person|Choe} {T3 Visit|visits} {T4 State|Russia}}. {T5 Quote|{T6 "
        "Person|Choe} "
        "will {T7 Visit|go} to {T8 State|Russia}} {T9 Date|in January}. {T10 Quote|{T11 "
        "Person|Choe} "
        "{T12 Visit|went} to {T13 State|Russia}}, {T14 Organization|Rodong Sinmun} said. {T15 "
        "Quote|{T16 Person|Kim} {T17 Talks|talks} with {T18 Person|Choe}}. {T19 Organization|The "
        "paper} said no more.",
        "E1\tVisit:T3 Visitor:T2 Destination:T4 Evidence:T1\n"
        "E2\tVisit:T7 Visitor:T6 Destination:T8 Time:T9 Evidence:T5\n"
        "E3\tVisit:T12 Visitor:T11 Destination:T13 Source:T14 Evidence:T10\n"
        "E4\tTalks:T17 Participant:T16 Participant2:T18 Evidence:T15\n"
        "R1\tMemberOf Arg1:T2 Arg2:T14\n"
        "*\tSameEvent E1 E2 E3\n"
        "*\tSameAs T2 T6 T11 T18\n"
        "*\tSameAs T4 T8 T13\n"
        "*\tSameAs T14 T19\n"
        "A1\tModality E1 Happened\n"
        "A2\tModality E2 Planned\n"
        "N1\tReference T9 EDTF:2024-01\tJanuary 2024\n"
        "N2\tReference T4 Wikidata:Q159\tRussia\n"
        "#1\tAnnotatorNotes E2\tnot certain\n",
        R"({"title": "North", "outlet": "Post", "published": "2024-01-17"})");
    files.add("south", "{T1 Person|Lavrov} {T2 Visit|visits} {T3 State|Russia}.",
              "E1\tVisit:T2 Visitor:T1 Destination:T3\n"
              "N1\tReference T3 Wikidata:Q159\tRussia\n",
              R"({"title": "South", "outlet": "Herald", "published": "2024-01-16"})");
}

/// The real window with some claims, whose cards are chosen and worked on by clicks and keys. Cards
/// go by their ids in the annotation file. For tests to inherit from, privately.
class ClaimWindow : protected RealWindow
{
protected:
    void begin()
    {
        forget();
        m_files = std::make_unique<MarkedCorpus>();
        addArticles(*m_files);
        show({1300, 900});
        open(QString::fromStdString(m_files->path()));
        m_window->activateWindow();
        selectNode("Visit");
        QCOMPARE(cards(),
                 (QStringList{QStringLiteral("E1"), QStringLiteral("E2"), QStringLiteral("E3")}));
    }
    void end()
    {
        m_window.reset();
        m_files.reset();
    }

    const Claim& claim(const char* sourceId) const
    {
        const Store& store = m_window->workspace().store();
        for (const ArticleId article : store.articles()) {
            if (store.article(article)->name != "north")
                continue;
            for (const Claim& one : store.records(article).claims) {
                if (one.sourceId == sourceId)
                    return one;
            }
        }
        qFatal("no claim %s", sourceId);
    }

    QListView& list() const { return *m_window->evidence().list(); }
    const EvidenceModel& model() const
    {
        return *qobject_cast<const EvidenceModel*>(list().model());
    }
    /// By their ids in the annotation file.
    QStringList cards() const
    {
        QStringList ids;
        for (int row = 0; row < model().rowCount(); ++row) {
            if (const Claim* one = m_window->workspace().store().claim(model().row(row).claim))
                ids << QString::fromStdString(one->sourceId);
        }
        return ids;
    }
    QModelIndex index(const char* card) const
    {
        return model().index(model().rowOf(claim(card).id));
    }
    const EvidenceItem& item(const char* card) const { return model().item(index(card).row()); }
    const CardWords& words(const char* card) const { return item(card).words; }
    QString heard(const char* card) const
    {
        return index(card).data(Qt::AccessibleTextRole).toString();
    }

    QString label(const char* name) const
    {
        return m_window->evidence().findChild<QLabel*>(QLatin1String(name))->text();
    }
    QString summary() const { return label("summary"); }
    QString title() const { return label("title"); }
    QToolButton& edit() const { return m_window->evidence().editButton(); }

    void selectNode(const std::string& name)
    {
        const KnowledgeGraph& graph = *m_window->workspace().events();
        for (const NodeId id : graph.nodes()) {
            const Node& node = *graph.node(id);
            const bool isVisitOfChoe =
                node.kind == NodeKind::Event && node.type == name && node.claims.size() != 1;
            if (node.name == name || isVisitOfChoe || (name == "Talks" && node.type == name))
                m_window->selection().set(id);
        }
        settle();
    }

    /// The one with claims between somebody and a meeting, or an organization.
    EdgeId edgeTo(const std::string& name) const
    {
        const KnowledgeGraph& graph = *m_window->workspace().events();
        for (const EdgeId id : graph.edges()) {
            if (graph.node(graph.target(id))->name == name && graph.edge(id)->type != "Participant")
                return id;
        }
        for (const EdgeId id : graph.edges()) {
            if (graph.node(graph.target(id))->name == name)
                return id;
        }
        qFatal("no edge to %s", name.c_str());
    }

    void clickCard(const char* card, Qt::KeyboardModifiers keys = {})
    {
        list().scrollTo(index(card));
        QTest::mouseClick(list().viewport(), Qt::LeftButton, keys,
                          list().visualRect(index(card)).center());
    }

    void rightClick(const char* card)
    {
        list().scrollTo(index(card));
        const QPoint at = list().visualRect(index(card)).center();
        QTest::mouseClick(list().viewport(), Qt::RightButton, {}, at);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, list().viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(list().viewport(), &event);
    }

    /// These and no others, by clicks.
    void choosing(const std::vector<const char*>& which)
    {
        settleDialogs();
        for (const int row : chosenRows())
            QTest::mouseClick(list().viewport(), Qt::LeftButton, Qt::ControlModifier,
                              list().visualRect(model().index(row)).center());
        for (const char* card : which)
            clickCard(card, Qt::ControlModifier);
        QCOMPARE(m_window->evidence().chosenClaims().size(), which.size());
    }
    QList<int> chosenRows() const
    {
        QList<int> rows;
        for (const QModelIndex& one : list().selectionModel()->selectedIndexes())
            rows << one.row();
        return rows;
    }

    void reject(const std::vector<const char*>& which)
    {
        choosing(which);
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_Delete);
    }

    static QMenu* popup() { return qobject_cast<QMenu*>(QApplication::activePopupWidget()); }
    QMenu* contextMenu()
    {
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_F10, Qt::ShiftModifier);
        return popup();
    }
    static QAction* entry(const QMenu* menu, const char* text)
    {
        for (QAction* action : menu->actions()) {
            if (action->text() == QString::fromUtf8(text))
                return action;
        }
        return nullptr;
    }

    /// Clicks through a menu and its submenus.
    void follow(QMenu* menu, const std::vector<const char*>& path)
    {
        for (const char* text : path) {
            QVERIFY(menu);
            QAction* action = entry(menu, text);
            QVERIFY2(action, text);
            QVERIFY2(action->isEnabled(), text);
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            menu = action->menu();
            if (menu)
                QTRY_VERIFY(menu->isVisible());
        }
        QTRY_VERIFY(!popup());
        settle();
    }
    void choose(const std::vector<const char*>& path) { follow(contextMenu(), path); }
    void chooseByEditButton(const std::vector<const char*>& path)
    {
        // The menu of a button runs an event loop of its own.
        QTimer::singleShot(0, m_window.get(), [this, path] { follow(popup(), path); });
        QTest::mouseClick(&edit(), Qt::LeftButton);
        settle();
    }
    bool isMarked(const std::vector<const char*>& path)
    {
        QMenu* menu = contextMenu();
        QAction* sub = entry(menu, path[0]);
        const QAction* value = entry(sub->menu(), path[1]);
        const bool isChecked = value->isChecked();
        menu->close();
        settle(); // It goes by itself, before the next one comes.
        return isChecked;
    }

    template <class Dialog>
    Dialog* asked()
    {
        return qobject_cast<Dialog*>(QApplication::activeModalWidget());
    }
    void settleDialogs() { QTRY_VERIFY(!QApplication::activeModalWidget()); }

    QPushButton* button(const char* text) const
    {
        for (auto* one : m_window->message().findChildren<QPushButton*>()) {
            if (one->text() == QLatin1String(text))
                return one;
        }
        return nullptr;
    }

    QString undoText() const { return m_window->workspace().undoStack().undoText(); }
    void undo()
    {
        m_window->actions().undo->trigger();
        settle();
    }

    std::unique_ptr<MarkedCorpus> m_files;
};

} // namespace entente
