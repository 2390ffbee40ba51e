// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/find.h"
#include "ui/paint/style.h"

#include <QFrame>

#include <set>
#include <vector>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;
class QPushButton;
class QToolButton;

namespace entente
{

class HitModel;
class NodeRowDelegate;
class PickList;
class Search;

/// Finds words in what is open: a box, how many things fit, and all of them in a list, one of
/// which is gone to at a time. What is not shown says so, and can be shown.
class FindBar : public QFrame
{
    Q_OBJECT

public:
    FindBar(Search& search, HitModel& hits, QWidget* parent = nullptr);

    /// Opens it, with all words in the box selected.
    void begin();
    /// Goes to the next thing, from the last to the first; opens the bar where it is closed.
    void next() { go(1); }
    void previous() { go(-1); }
    void setStyle(const Style& style);

    QLineEdit* box() const { return m_box; }
    QListView* list() const;
    QPushButton* showIt() const { return m_showIt; }
    /// "3 of 17"
    QString count() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    /// One is gone to.
    void picked(const entente::Hit& hit);
    /// It is not shown, and is to be.
    void showWanted(const entente::Hit& hit);
    /// What stands out now: all that was found.
    void foundChanged(const std::set<entente::NodeId>& nodes,
                      const std::set<entente::EdgeId>& edges);
    void closed();
    void resized();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void take(const std::vector<Hit>& hits);
    void go(int step);
    void goTo(const QModelIndex& row);
    void pick(int row);
    void showState();
    void tellFound();
    bool isNarrow() const;
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);

    Search& m_search;
    HitModel& m_hits;
    QBoxLayout* m_row = nullptr; ///< The box, and what stands beside it or below.
    QLineEdit* m_box;
    QLabel* m_count;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_close;
    PickList* m_list;
    NodeRowDelegate* m_delegate;
    QPushButton* m_showIt;
    int m_current = -1;    ///< -1: none has been gone to.
    QString m_words;       ///< That the hits are of.
    int m_awaitedStep = 0; ///< To be gone once there are hits.
};

} // namespace entente
