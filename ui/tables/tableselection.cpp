// SPDX-License-Identifier: Apache-2.0
#include "ui/tables/tableselection.h"

#include "graph/base/overloaded.h"
#include "ui/panels/rowranges.h"
#include "ui/tables/tablemodel.h"
#include "ui/tables/tableview.h"
#include "ui/workspace/selection.h"

#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>

namespace entente
{

TableSelection::TableSelection(TableView& view, Selection& selection)
    : QObject(&view)
    , m_view(view)
    , m_selection(selection)
{
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
    connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TableSelection::give);
    connect(&selection, &Selection::changed, this, &TableSelection::take);
    // Once it is shown, not while it is about to be.
    connect(this, &TableSelection::viewShown, this, &TableSelection::take, Qt::QueuedConnection);
}

QModelIndex TableSelection::shownAt(int row) const
{
    return m_view.filter().mapFromSource(m_view.table().index(row, 0));
}

void TableSelection::take()
{
    if (m_following || !m_view.isVisible() || m_view.table().kind() == TableKind::Articles)
        return;
    const QScopedValueRollback following(m_following, true);
    const TableData& data = m_view.table().data();
    std::vector<int> rows;
    QModelIndex current;
    const auto add = [&](const auto& rowOf, const auto& ids) {
        for (const auto id : ids) {
            const auto found = rowOf.find(id);
            const QModelIndex shown = found == rowOf.end() ? QModelIndex() : shownAt(found->second);
            if (!shown.isValid())
                continue;
            rows.push_back(shown.row());
            if (!current.isValid() || m_selection.current() == Target(id))
                current = shown;
        }
    };
    add(data.rowOfNode, m_selection.nodes());
    add(data.rowOfEdge, m_selection.edges());
    const QItemSelection ranges = rangesOf(m_view.filter(), std::move(rows));
    QItemSelectionModel& selected = *m_view.selectionModel();
    if (ranges == selected.selection())
        return;
    selected.select(ranges, QItemSelectionModel::ClearAndSelect);
    if (current.isValid()) {
        selected.setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        m_view.scrollTo(current);
    }
}

void TableSelection::give(const QItemSelection& selected, const QItemSelection& deselected)
{
    if (m_following || m_view.table().kind() == TableKind::Articles)
        return;
    const QScopedValueRollback following(m_following, true);
    // All rows at once: whoever shows what is selected begins anew with every change.
    if (!m_adding) {
        Chosen all = chosenIn(m_view.selectionModel()->selection());
        return m_selection.set(std::move(all.nodes), std::move(all.edges), lastOf(selected));
    }
    Chosen all{m_selection.nodes(), m_selection.edges()}; // What is selected elsewhere stays.
    const Chosen gone = chosenIn(deselected);
    std::erase_if(all.nodes, [&](NodeId id) { return gone.nodes.contains(id); });
    std::erase_if(all.edges, [&](EdgeId id) { return gone.edges.contains(id); });
    Chosen come = chosenIn(selected);
    all.nodes.merge(come.nodes);
    all.edges.merge(come.edges);
    m_selection.set(std::move(all.nodes), std::move(all.edges), lastOf(selected));
}

Target TableSelection::targetAt(const QModelIndex& shown) const
{
    const int row = m_view.filter().mapToSource(shown).row();
    return std::visit(Overloaded{[](NodeId id) { return Target(id); },
                                 [](EdgeId id) { return Target(id); },
                                 [](ArticleId) { return Target(); }},
                      m_view.table().data().row(row).id);
}

TableSelection::Chosen TableSelection::chosenIn(const QItemSelection& rows) const
{
    Chosen chosen;
    for (const QItemSelectionRange& range : rows) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            std::visit(Overloaded{[](std::monostate) {},
                                  [&](NodeId id) { chosen.nodes.insert(id); },
                                  [&](EdgeId id) { chosen.edges.insert(id); }},
                       targetAt(m_view.filter().index(row, 0)));
    }
    return chosen;
}

/// The row that was picked last of those that were selected just now.
Target TableSelection::lastOf(const QItemSelection& selected) const
{
    if (selected.contains(m_view.currentIndex()))
        return targetAt(m_view.currentIndex());
    return selected.isEmpty() ? m_selection.current() : targetAt(selected.last().bottomRight());
}

bool TableSelection::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress)
        m_adding = static_cast<QMouseEvent*>(event)->modifiers().testFlag(Qt::ControlModifier);
    if (event->type() == QEvent::KeyPress) {
        const auto* typed = static_cast<QKeyEvent*>(event);
        m_adding = typed->modifiers().testFlag(Qt::ControlModifier) &&
                   !typed->matches(QKeySequence::SelectAll);
    }
    if (event->type() == QEvent::Show && watched == &m_view)
        Q_EMIT viewShown();
    return QObject::eventFilter(watched, event);
}

} // namespace entente
