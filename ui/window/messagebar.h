// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace entente
{

/// Says what went wrong, or what was done, without stopping anybody's work: what, where, what now.
/// Stays until it is closed or something else is said.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    QString text() const;
    void showError(const QString& text);
    /// @param act is done by a button with these words.
    void showError(const QString& text, const QString& words, std::function<void()> act);
    void showNote(const QString& text);
    void showNote(const QString& text, const QString& words, std::function<void()> act);
    /// Of what is shown now: it goes with endPassing(), when that is another part.
    void showPassing(const QString& text);
    void showPassing(const QString& text, const QString& words, std::function<void()> act);
    void endPassing();
    /// Of what was done, once it is undone; what went wrong stays.
    void endNote();

Q_SIGNALS:
    void resized();

private:
    void say(const QString& text, bool error, bool isPassing = false);
    void offer(const QString& words, std::function<void()> act);

    QLabel* m_label;
    QPushButton* m_button;
    QPushButton* m_close;
    std::function<void()> m_act;
    bool m_isPassing = false;
};

} // namespace entente
