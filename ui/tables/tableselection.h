// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

#include <QObject>

#include <set>

class QItemSelection;
class QModelIndex;

namespace entente
{

class Selection;
class TableView;

/// Keeps the rows that are selected in a table and what is selected in the window the same. Rows of
/// articles are the table's own: an article is no node.
class TableSelection : public QObject
{
    Q_OBJECT

public:
    TableSelection(TableView& view, Selection& selection);

    /// To be called when the rows are others, and when the view comes on screen: what is hidden
    /// does not follow.
    void take();
    /// Does something to the rows that selects nothing, as sorting and narrowing: a row that goes
    /// leaves the view's selection, but not what is selected.
    template <class Do>
    void keeping(Do act)
    {
        m_following = true;
        act();
        m_following = false;
        take();
    }

Q_SIGNALS:
    void viewShown();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Chosen
    {
        std::set<NodeId> nodes;
        std::set<EdgeId> edges;
    };

    void give(const QItemSelection& selected, const QItemSelection& deselected);
    Chosen chosenIn(const QItemSelection& rows) const;
    Target targetAt(const QModelIndex& shown) const;
    Target lastOf(const QItemSelection& selected) const;
    QModelIndex shownAt(int row) const;

    TableView& m_view;
    Selection& m_selection;
    bool m_adding = false;    ///< Ctrl was held at the last click or key.
    bool m_following = false; ///< The view is being changed by code, not by a person.
};

} // namespace entente
