// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/text/sourcetext.h"
#include "tests/support/realwindow.h"
#include "ui/byhand/annotatecommands.h"
#include "ui/byhand/annotator.h"
#include "ui/byhand/askbox.h"
#include "ui/byhand/claimeditor.h"
#include "ui/panels/articlereader.h"
#include "ui/panels/articletext.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QLineEdit>
#include <QListView>
#include <QUndoStack>

#include <memory>
#include <string>

namespace entente
{

/// The window with articles in which nothing is marked, and somebody's mouse and keys in the text.
class AnnotatingWindow : protected RealWindow
{
protected:
    ArticleText& text() { return m_window->reader().text(); }
    Annotator& annotator() { return m_window->annotating().annotator(); }
    AskBox& box() { return annotator().box(); }
    const Store& store() { return m_window->workspace().store(); }
    const KnowledgeGraph& graph() { return *m_window->workspace().events(); }
    const ArticleRecords& records() { return store().records(m_window->reader().article()); }
    const Claim& claim() { return *store().claim(annotator().claim()); }

    /// Before anything is open.
    void write(const QString& name, const QByteArray& text, const QByteArray& metadata)
    {
        if (m_folder == nullptr)
            m_folder = std::make_unique<QTemporaryDir>();
        for (const auto& [ending, bytes] : {std::pair(QStringLiteral(".txt"), text),
                                            std::pair(QStringLiteral(".json"), metadata)}) {
            QFile file(m_folder->filePath(name + ending));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(bytes), bytes.size());
        }
    }
    /// Opens what was written.
    void begin()
    {
        show({1400, 900});
        open(m_folder->path());
        m_window->showReader();
        settle();
    }
    void end()
    {
        m_window.reset();
        m_folder.reset();
    }
    /// Turns to another article, by a click on its row.
    void turnTo(const QString& title)
    {
        QListView* list = m_window->reader().list();
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (!index.data().toString().contains(title))
                continue;
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                              list->visualRect(index).center());
            settle();
            return;
        }
        QFAIL("There is no such article.");
    }

    TextSpan place(const char* words, int which = 0)
    {
        return store()
            .article(m_window->reader().article())
            ->text->find(words, which + 1)
            .at(static_cast<std::size_t>(which));
    }
    /// Draws the mouse over words, from their first letter to their last.
    void select(const char* words, int which = 0) { select(place(words, which)); }
    void select(TextSpan span)
    {
        text().scrollTo(span);
        QWidget* page = text().viewport();
        const QRect first = text().rectOf(span.begin);
        const QRect last = text().rectOf(span.end - 1);
        const bool isFromRight = first.center().x() > last.center().x() && first.y() == last.y();
        const QPoint from(isFromRight ? first.right() : first.left(), first.center().y());
        const QPoint to(isFromRight ? last.left() - 1 : last.right() + 1, last.center().y());
        QTest::mousePress(page, Qt::LeftButton, {}, from);
        QTest::mouseMove(page, to);
        QTest::mouseRelease(page, Qt::LeftButton, {}, to);
        QCOMPARE(text().selected(), span);
    }
    void click(const char* words, int which = 0)
    {
        const TextSpan span = place(words, which);
        text().scrollTo(span);
        QTest::mouseClick(text().viewport(), Qt::LeftButton, {},
                          text().rectOf(span.begin + 1).center());
        settle();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&text(), key, modifiers);
        settle();
    }
    /// By a click of the mouse, the buttons of which Qt's tests do not turn into what it asks for.
    static void rightClick(QWidget& widget)
    {
        const QPoint place = widget.rect().center();
        QContextMenuEvent click(QContextMenuEvent::Mouse, place, widget.mapToGlobal(place));
        QCoreApplication::sendEvent(&widget, &click);
    }
    void type(const QString& words) { QTest::keyClicks(box().box(), words); }
    void pressInBox(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QVERIFY(box().isAsking());
        QTest::keyClick(box().box(), key, modifiers);
        settle();
    }
    /// Marks words with a letter as somebody or something new.
    void mark(const char* words, Qt::Key letter, int which = 0)
    {
        select(words, which);
        press(letter);
        if (box().isAsking())
            pressInBox(Qt::Key_Return, Qt::ShiftModifier);
    }
    void addEvent(const char* words, const QString& eventType)
    {
        select(words);
        press(Qt::Key_E);
        type(eventType);
        pressInBox(Qt::Key_Return);
    }
    void undo()
    {
        m_window->workspace().undoStack().undo();
        settle();
    }
    const Node* node(const std::string& name)
    {
        for (const NodeId id : graph().nodes()) {
            if (graph().node(id)->name == name)
                return graph().node(id);
        }
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace entente
