// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/style.h"

#include <QFrame>
#include <QVariant>

#include <functional>
#include <optional>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace entente
{

class NodeRowDelegate;
class PickList;

/// One thing that can be chosen in an AskBox.
struct Choice
{
    QString words;
    QString below;              ///< A second line: how it fits. Empty: none.
    QString detail;             ///< At the side: a key, a count.
    std::optional<Shape> shape; ///< The sign of its kind; none: no sign.
    QColor colour;
    QVariant value; ///< What is told when it is chosen.
};

/// What is asked: which choices there are for what has been typed, the best first.
struct Question
{
    QString title; ///< "Who is “the minister”?"
    QString hint;  ///< In the empty box.
    QString typed; ///< In the box at first, selected.
    std::function<QList<Choice>(const QString& typed)> choices;
    std::function<void(const QVariant& value)> answer;
    /// For what is not among the choices: Shift+Enter, if it is given.
    std::function<void(const QString& typed)> other;
    QString otherWords; ///< What Shift+Enter does: "somebody new".
    /// What keeps that which is typed from being an answer, in words; empty: nothing.
    std::function<QString(const QString& typed)> trouble = {};
    /// What is typed is the answer: then it is not dropped by a look elsewhere.
    bool isWriting = false;
};

/// A small box beside the words in question: typing narrows, Enter takes the first or the one that
/// was stepped to, Esc leaves. It floats on the window and goes when one turns to something else.
class AskBox : public QFrame
{
    Q_OBJECT

public:
    explicit AskBox(QWidget* window);

    /// @param beside in global coordinates: it stands below, or above where there is no room.
    /// @param back who has the keys afterwards.
    void ask(Question question, const QRect& beside, QWidget* back);
    void setStyle(const Style& style);
    /// What can be chosen is another by now; the row that was stepped to stays.
    void listAgain();
    /// Without an answer.
    void leave();
    bool isAsking() const { return isVisible(); }

    QLineEdit* box() const { return m_box; }
    QListView* list() const;
    QString title() const;
    /// Below the list: what Shift+Enter does, or what is wrong.
    QString foot() const;

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void narrow();
    void showFoot();
    void describe();
    void arrange();
    bool isWritten() const;
    void choose(int row);
    void chooseOther();
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    /// @returns what was asked, which is over.
    Question finish();

    Question m_question;
    QRect m_beside;
    QWidget* m_back = nullptr;
    QLabel* m_title;
    QLineEdit* m_box;
    QStandardItemModel* m_model;
    PickList* m_list;
    QLabel* m_foot;
    NodeRowDelegate* m_delegate;
};

} // namespace entente
