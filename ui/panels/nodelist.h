// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"
#include "ui/panels/nodelistmodel.h"

#include <QModelIndexList>
#include <QWidget>

#include <set>

class QItemSelection;
class QLabel;
class QLineEdit;
class QListView;

namespace entente
{

class NameFilter;
class NodeRowDelegate;
class PickList;
class Selection;
class Workspace;

/// The actors or the meetings in a column, with a box that narrows it as one types. What is
/// selected is shared with the canvas.
class NodeList : public QWidget
{
    Q_OBJECT

public:
    NodeList(Listed listed, const Workspace& workspace, Selection& selection,
             QWidget* parent = nullptr);

    void setStyle(const Style& style);
    QListView* list() const;
    QLineEdit* filterBox() const { return m_filterBox; }
    QSize sizeHint() const override { return {240, 300}; }

Q_SIGNALS:
    /// Enter or a double click: go there.
    void activated(entente::NodeId node);
    /// Selected by a click or the arrow keys here, not elsewhere.
    void picked(entente::NodeId node);
    /// By a right click or the Menu key; the node is selected.
    void menuWanted(const entente::Target& target, QPoint globalPosition);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHeader();
    void buildList();
    void read();
    void narrow(const QString& typed);
    void showCount();
    void takeFromSelection();
    void giveToSelection(const QItemSelection& selected, const QItemSelection& deselected);
    void askMenu(QPoint position);
    void tellPicked(const QModelIndex& shown);
    NodeId nodeAt(const QModelIndex& shown) const;
    std::set<NodeId> nodesAt(const QModelIndexList& rows) const;
    Target lastOf(const QItemSelection& selected) const;

    const Workspace& m_workspace;
    Selection& m_selection;
    NodeListModel* m_model;
    NameFilter* m_shown;
    NodeRowDelegate* m_delegate;
    QLabel* m_title;
    QLabel* m_count;
    QLineEdit* m_filterBox;
    PickList* m_list;
    bool m_adding = false;    ///< Ctrl was held at the last click or key.
    bool m_following = false; ///< The list is being changed by code, not by a person.
};

} // namespace entente
