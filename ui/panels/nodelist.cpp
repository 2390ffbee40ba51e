// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/nodelist.h"

#include "graph/model/graph.h"
#include "ui/panels/namefilter.h"
#include "ui/panels/noderowdelegate.h"
#include "ui/panels/panelstyle.h"
#include "ui/panels/picklist.h"
#include "ui/panels/rowranges.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMouseEvent>
#include <QScopedValueRollback>

namespace entente
{

NodeList::NodeList(Listed listed, const Workspace& workspace, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_selection(selection)
    , m_model(new NodeListModel(listed, this))
    , m_shown(new NameFilter(this))
    , m_delegate(new NodeRowDelegate(this))
    , m_title(new QLabel(listed == Listed::Actors ? tr("Actors") : tr("Meetings"), this))
    , m_count(new QLabel(this))
    , m_filterBox(new QLineEdit(this))
    , m_list(new PickList(this))
{
    setObjectName(listed == Listed::Actors ? QStringLiteral("actors") : QStringLiteral("meetings"));
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    auto* header = new QHBoxLayout;
    header->setContentsMargins(16, 0, 16, 0);
    header->addWidget(m_title, 1);
    header->addWidget(m_count);
    auto* box = new QHBoxLayout;
    box->setContentsMargins(12, 0, 12, 0);
    box->addWidget(m_filterBox);
    column->addLayout(header);
    column->addLayout(box);
    column->addWidget(m_list, 1);
    buildHeader();
    buildList();

    connect(&workspace, &Workspace::opened, this, &NodeList::read);
    connect(&workspace, &Workspace::changed, this, [this](const Change& change) {
        if (change.content())
            read();
    });
    connect(&selection, &Selection::changed, this, &NodeList::takeFromSelection);
    setStyle(Style::of(Theme::Light));
    read();
}

void NodeList::buildHeader()
{
    m_title->setTextFormat(Qt::PlainText);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setObjectName(QStringLiteral("count"));
    m_filterBox->setPlaceholderText(tr("Narrow by name"));
    m_filterBox->setAccessibleName(tr("Narrow %1 by name").arg(m_title->text()));
    m_filterBox->setClearButtonEnabled(true);
    m_filterBox->installEventFilter(this);
    connect(m_filterBox, &QLineEdit::textChanged, this, &NodeList::narrow);
}

void NodeList::buildList()
{
    m_shown->setFilterRole(NodeListModel::FoldedRole);
    m_shown->setSourceModel(m_model);
    m_list->setModel(m_shown);
    m_list->setItemDelegate(m_delegate);
    m_list->setAccessibleName(m_title->text());
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &NodeList::giveToSelection);
    connect(m_list, &PickList::picked, this, &NodeList::tellPicked);
    connect(m_list, &QListView::doubleClicked, this,
            [this](const QModelIndex& shown) { Q_EMIT activated(nodeAt(shown)); });
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QListView::customContextMenuRequested, this, &NodeList::askMenu);
}

/// By the key, of what is current, wherever the mouse is.
void NodeList::askMenu(QPoint position)
{
    const QModelIndex under = m_list->indexAt(position);
    const QModelIndex shown = under.isValid() ? under : m_list->currentIndex();
    if (shown.isValid())
        Q_EMIT menuWanted(nodeAt(shown), m_list->viewport()->mapToGlobal(position));
}

QListView* NodeList::list() const { return m_list; }

void NodeList::setStyle(const Style& style)
{
    QPalette palette = panelPalette(style);
    setPalette(palette);
    m_delegate->setStyle(style);
    m_model->setStyle(style);
    palette.setColor(QPalette::WindowText, style.secondaryText);
    m_count->setPalette(palette);
    m_count->setFont(sized(font(), smallPixels));
    m_title->setFont(sized(font(), headPixels, QFont::DemiBold));
    QPalette box = panelPalette(style);
    box.setColor(QPalette::Base, style.canvas);
    m_filterBox->setPalette(box);
    m_list->viewport()->update();
}

void NodeList::read()
{
    const QScopedValueRollback following(m_following, true);
    m_model->show(m_workspace.events(), m_workspace.ontology());
    takeFromSelection();
    showCount();
}

void NodeList::narrow(const QString& typed)
{
    // A row that is filtered away leaves the list's selection, but not what is selected.
    {
        const QScopedValueRollback following(m_following, true);
        m_shown->setWords(typed);
    }
    takeFromSelection();
    showCount();
}

void NodeList::showCount()
{
    const int all = m_model->rowCount();
    const int shown = m_shown->rowCount();
    const QLocale locale;
    m_count->setText(shown == all
                         ? locale.toString(all)
                         : tr("%1 of %2").arg(locale.toString(shown), locale.toString(all)));
}

NodeId NodeList::nodeAt(const QModelIndex& shown) const
{
    return m_model->nodeAt(m_shown->mapToSource(shown).row());
}

void NodeList::takeFromSelection()
{
    const QScopedValueRollback following(m_following, true);
    std::vector<int> shownRows;
    QModelIndex current;
    for (const NodeId node : m_selection.nodes()) {
        const int row = m_model->rowOf(node);
        const QModelIndex shown =
            row < 0 ? QModelIndex() : m_shown->mapFromSource(m_model->index(row));
        if (!shown.isValid())
            continue;
        shownRows.push_back(shown.row());
        if (!current.isValid() || m_selection.current() == Target(node))
            current = shown;
    }
    const QItemSelection rows = rangesOf(*m_shown, std::move(shownRows));
    QItemSelectionModel* selected = m_list->selectionModel();
    if (rows == selected->selection())
        return;
    selected->select(rows, QItemSelectionModel::ClearAndSelect);
    if (current.isValid()) {
        selected->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        m_list->scrollTo(current);
    }
}

void NodeList::giveToSelection(const QItemSelection& selected, const QItemSelection& deselected)
{
    if (m_following)
        return;
    const QScopedValueRollback following(m_following, true);
    // All rows at once: whoever shows what is selected begins anew with every change.
    if (!m_adding)
        return m_selection.set(nodesAt(m_list->selectionModel()->selectedIndexes()), {},
                               lastOf(selected));
    std::set<NodeId> nodes = m_selection.nodes(); // What is selected elsewhere stays.
    for (const NodeId gone : nodesAt(deselected.indexes()))
        nodes.erase(gone);
    nodes.merge(nodesAt(selected.indexes()));
    m_selection.set(std::move(nodes), m_selection.edges(), lastOf(selected));
}

std::set<NodeId> NodeList::nodesAt(const QModelIndexList& rows) const
{
    std::set<NodeId> nodes;
    for (const QModelIndex& row : rows)
        nodes.insert(nodeAt(row));
    return nodes;
}

/// The row that was picked last of those that were selected just now.
Target NodeList::lastOf(const QItemSelection& selected) const
{
    if (selected.contains(m_list->currentIndex()))
        return nodeAt(m_list->currentIndex());
    return selected.isEmpty() ? m_selection.current() : nodeAt(selected.last().bottomRight());
}

void NodeList::tellPicked(const QModelIndex& shown)
{
    if (m_list->selectionModel()->isSelected(shown)) // Rather than let go of by a click with Ctrl.
        Q_EMIT picked(nodeAt(shown));
}

bool NodeList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress)
        m_adding = static_cast<QMouseEvent*>(event)->modifiers().testFlag(Qt::ControlModifier);
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* typed = static_cast<QKeyEvent*>(event);
    m_adding = typed->modifiers().testFlag(Qt::ControlModifier) &&
               !typed->matches(QKeySequence::SelectAll);
    const int key = typed->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_filterBox && (key == Qt::Key_Down || isEnter) && m_shown->rowCount() > 0) {
        m_list->setFocus();
        m_list->setCurrentIndex(m_shown->index(0, 0));
        tellPicked(m_list->currentIndex());
        return true;
    }
    if (watched == m_filterBox && key == Qt::Key_Escape && !m_filterBox->text().isEmpty()) {
        m_filterBox->clear();
        return true;
    }
    if (watched == m_list && isEnter && m_list->currentIndex().isValid()) {
        Q_EMIT activated(nodeAt(m_list->currentIndex()));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace entente
