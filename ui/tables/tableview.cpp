// SPDX-License-Identifier: Apache-2.0
#include "ui/tables/tableview.h"

#include "ui/paint/style.h"
#include "ui/tables/tablemodel.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace entente
{

namespace
{

constexpr int cellMargin = 8; // So that words stand below those of the heading.

// Pixels at first, for type 13 pixels high.
int widthOf(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Title:
    case ColumnKind::Said:
        return 340;
    case ColumnKind::Name:
    case ColumnKind::OtherName:
    case ColumnKind::Outlet:
        return 200;
    case ColumnKind::First:
    case ColumnKind::Last:
    case ColumnKind::Date:
        return 160;
    case ColumnKind::Type:
    case ColumnKind::Sureness:
    case ColumnKind::About:
        return 130;
    case ColumnKind::Grade:
    case ColumnKind::Meetings:
    case ColumnKind::Ties:
    case ColumnKind::Articles:
    case ColumnKind::Contested:
    case ColumnKind::Claims:
    case ColumnKind::Sources:
    case ColumnKind::Problems:
    case ColumnKind::OfModality:
    case ColumnKind::Judged:
        return 96;
    }
    return 96;
}

/// With room between a number and the date after it: a style sheet's padding is none across.
class CellDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        QStyleOptionViewItem inside = option;
        inside.rect.adjust(cellMargin, 0, -cellMargin, 0);
        QStyledItemDelegate::paint(painter, inside, index);
    }

protected:
    /// The row is one bar already: see TableView::drawRow(). On it, all words have full ink.
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (option->state.testFlag(QStyle::State_Selected))
            option->palette.setBrush(QPalette::Text,
                                     option->palette.brush(QPalette::HighlightedText));
        option->state &= ~(QStyle::State_Selected | QStyle::State_HasFocus);
    }
};

/// In a window's own type.
int widthAtFirst(const Table& table, int column, const QFontMetrics& metrics)
{
    return widthOf(table.columns[static_cast<std::size_t>(column)].kind) * metrics.height() / 18;
}

struct Order
{
    ColumnKind column;
    Qt::SortOrder order;
};

/// What one looks for first comes first.
Order firstOrderOf(TableKind kind)
{
    switch (kind) {
    case TableKind::Actors:
        return {ColumnKind::Meetings, Qt::DescendingOrder};
    case TableKind::Meetings:
    case TableKind::Articles:
    case TableKind::Contested:
        return {ColumnKind::Date, Qt::DescendingOrder};
    case TableKind::Ties:
        return {ColumnKind::OfModality, Qt::DescendingOrder};
    }
    return {ColumnKind::Name, Qt::AscendingOrder};
}

} // namespace

TableView::TableView(TableModel* model, QWidget* parent)
    : QTreeView(parent)
    , m_table(model)
    , m_filter(new TableFilter(model, this))
{
    setModel(m_filter);
    setItemDelegate(new CellDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setProperty("table", true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTextElideMode(Qt::ElideMiddle); // Both ends tell names apart.
    setVerticalScrollMode(ScrollPerPixel);
    setSortingEnabled(true);
    header()->setSortIndicatorShown(false); // It would lie on the words: see TableFilter.
    header()->setStretchLastSection(false);
    header()->setHighlightSections(false);
    connect(this, &QTreeView::clicked, this, &TableView::tellPicked);
    connect(this, &QTreeView::doubleClicked, this,
            [this](const QModelIndex& shown) { Q_EMIT opened(rowAt(shown)); });
}

void TableView::setNothing(const QString& words)
{
    m_nothing = words;
    setAccessibleDescription(m_table->rowCount() == 0 ? words : QString());
    viewport()->update();
}

QString TableView::nothing() const
{
    if (m_filter->rowCount() > 0 || m_nothing.isEmpty())
        return {};
    return m_table->rowCount() > 0 ? tr("No row has these words.") : m_nothing;
}

void TableView::paintEvent(QPaintEvent* event)
{
    QTreeView::paintEvent(event);
    const QString words = nothing();
    if (words.isEmpty())
        return;
    constexpr int margin = 12;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, words);
}

void TableView::setWidths()
{
    const Table& table = m_table->data().table;
    for (int column = 0; column < m_table->columnCount(); ++column)
        header()->resizeSection(column, std::max(header()->sectionSizeHint(column),
                                                 widthAtFirst(table, column, fontMetrics())));
    stretch();
    const Order order = firstOrderOf(table.kind);
    const auto found = std::ranges::find(table.columns, order.column, &Column::kind);
    if (found != table.columns.end())
        sortByColumn(static_cast<int>(found - table.columns.begin()), order.order);
}

/// What says what a row is about takes the room that the other columns leave.
void TableView::stretch()
{
    const Table& table = m_table->data().table;
    const auto widest = std::ranges::find_if(table.columns, [](const Column& column) {
        return column.kind == ColumnKind::Title || column.kind == ColumnKind::Name;
    });
    if (widest == table.columns.end() || header()->count() != m_table->columnCount())
        return;
    const int column = static_cast<int>(widest - table.columns.begin());
    const int free = viewport()->width() - header()->length();
    header()->resizeSection(column, std::max(header()->sectionSize(column) + free,
                                             widthAtFirst(table, column, fontMetrics())));
}

void TableView::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    stretch();
}

/// One bar over all columns, and a ring about the row that keys go on from.
void TableView::drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const
{
    if (selectionModel()->isRowSelected(index.row(), index.parent()))
        painter->fillRect(option.rect, palette().color(QPalette::Highlight));
    QTreeView::drawRow(painter, option, index);
    if (!hasFocus() || index.row() != currentIndex().row())
        return;
    painter->setPen(Style::of(Theme::Light).selection); // In both themes the same.
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
}

int TableView::rowAt(const QModelIndex& shown) const
{
    return shown.isValid() ? m_filter->mapToSource(shown).row() : -1;
}

int TableView::currentRow() const { return rowAt(currentIndex()); }

std::vector<int> TableView::selectedRows() const
{
    std::vector<int> shown;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            shown.push_back(row);
    }
    std::ranges::sort(shown);
    shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
    for (int& row : shown)
        row = rowAt(m_filter->index(row, 0));
    return shown;
}

std::vector<int> TableView::shownRows() const
{
    std::vector<int> rows;
    rows.reserve(static_cast<std::size_t>(m_filter->rowCount()));
    for (int row = 0; row < m_filter->rowCount(); ++row)
        rows.push_back(rowAt(m_filter->index(row, 0)));
    return rows;
}

bool TableView::pickFirst()
{
    if (m_filter->rowCount() == 0)
        return false;
    setFocus();
    setCurrentIndex(m_filter->index(0, 0));
    tellPicked(currentIndex());
    return true;
}

void TableView::tellPicked(const QModelIndex& shown)
{
    if (selectionModel()->isSelected(shown)) // Rather than let go of by a click with Ctrl.
        Q_EMIT picked(rowAt(shown));
}

bool TableView::event(QEvent* event)
{
    // All of the table is meant, not all of the graph; and its rows, not what the panels show.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* typed = static_cast<QKeyEvent*>(event);
        if (typed->matches(QKeySequence::SelectAll) || typed->matches(QKeySequence::Copy)) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyWanted();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (currentIndex().isValid())
            Q_EMIT opened(currentRow());
        return;
    }
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) {
        Q_EMIT menuWanted(viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
        return;
    }
    const QPersistentModelIndex before = currentIndex();
    QTreeView::keyPressEvent(event);
    if (currentIndex().isValid() && currentIndex().row() != before.row())
        tellPicked(currentIndex());
}

void TableView::contextMenuEvent(QContextMenuEvent* event)
{
    event->accept();
    // By the key it is about the current row, wherever the pointer is.
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    Q_EMIT menuWanted(byMouse ? event->globalPos()
                              : viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
}

} // namespace entente
