// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QTimer>

#include <chrono>
#include <map>

class QLabel;
class QProgressBar;
class QPushButton;

namespace entente
{

/// Says what takes so long, how far it is, and offers to cancel it. Quick work never flashes it.
class BusyBar : public QFrame
{
    Q_OBJECT

public:
    /// The kinds of work that may be under way; the first of them that is, is spoken of.
    enum class Work { Opening, Export, Layout, Ranking };

    explicit BusyBar(std::chrono::milliseconds delay, QWidget* parent = nullptr);

    /// Also when it has begun already: then the words and the delay stay as they are.
    void begin(Work work, const QString& words);
    void progress(Work work, const QString& words, int done, int total);
    void end(Work work);
    /// Of the layout that is under way, which then can be stopped with something in hand.
    void setHasDraft(bool hasDraft);
    QString text() const;

    /// Of what is under way, what the bar would offer to cancel. @returns whether there was any.
    bool cancel();

Q_SIGNALS:
    void cancelled(entente::BusyBar::Work work);
    /// The layout is to be stopped, and its draft to be kept.
    void stopped();
    void resized();

private:
    struct State
    {
        QString words;
        int done = 0;
        int total = 0;
    };

    void refresh();

    QLabel* m_label;
    QProgressBar* m_bar;
    QPushButton* m_keep;
    QPushButton* m_cancel;
    QTimer m_delay;
    std::map<Work, State> m_works;
};

} // namespace entente
