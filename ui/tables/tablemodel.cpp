// SPDX-License-Identifier: Apache-2.0
#include "ui/tables/tablemodel.h"

#include "graph/text/fold.h"
#include "ui/panels/displaytext.h"
#include "ui/panels/panelstyle.h"
#include "ui/text/qtext.h"

#include <QFont>

#include <algorithm>

namespace entente
{

namespace
{

bool isNumber(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Meetings:
    case ColumnKind::Ties:
    case ColumnKind::Articles:
    case ColumnKind::Claims:
    case ColumnKind::Sources:
    case ColumnKind::Problems:
    case ColumnKind::OfModality:
    case ColumnKind::Judged:
        return true;
    case ColumnKind::Name:
    case ColumnKind::OtherName:
    case ColumnKind::Type:
    case ColumnKind::First:
    case ColumnKind::Last:
    case ColumnKind::Date:
    case ColumnKind::Title:
    case ColumnKind::Sureness:
    case ColumnKind::Contested:
    case ColumnKind::Outlet:
    case ColumnKind::Grade:
    case ColumnKind::About:
    case ColumnKind::Said:
        return false;
    }
    return false;
}

bool isName(ColumnKind kind)
{
    return kind == ColumnKind::Name || kind == ColumnKind::OtherName || kind == ColumnKind::Title;
}

std::shared_ptr<const TableData> emptyData(TableKind kind)
{
    TableData data;
    data.table.kind = kind;
    return std::make_shared<const TableData>(std::move(data));
}

int alignmentOf(const Column& column)
{
    return static_cast<int>(Qt::AlignVCenter) |
           static_cast<int>(isNumber(column.kind) ? Qt::AlignRight : Qt::AlignLeft);
}

/// A zero says less than an empty place among many columns of numbers.
bool isZero(const Cell& cell) { return cell == Cell(0); }

} // namespace

TableModel::TableModel(TableKind kind, QObject* parent)
    : QAbstractTableModel(parent)
    , m_data(emptyData(kind))
    , m_style(Style::of(Theme::Light))
{
}

void TableModel::show(std::shared_ptr<const TableData> data)
{
    beginResetModel();
    m_data = std::move(data);
    endResetModel();
}

void TableModel::setStyle(const Style& style)
{
    m_style = style;
    if (m_data->rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                           {Qt::ForegroundRole});
}

int TableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_data->rowCount();
}

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_data->table.columns.size());
}

QColor TableModel::colourOf(const Column& column) const
{
    if (column.kind == ColumnKind::Contested)
        return warningColour(m_style);
    return isName(column.kind) ? m_style.text : m_style.secondaryText;
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TableRow& row = m_data->row(index.row());
    const Column& shown = column(index.column());
    const Cell& cell = row.cells[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return isZero(cell) ? QString() : wordsOf(cell);
    case Qt::AccessibleTextRole:
        return QString(headingOf(shown) + QStringLiteral(": ") + wordsOf(cell));
    case Qt::ToolTipRole:
        return isName(shown.kind) ? plainTip(wordsOf(cell)) : QString();
    case Qt::TextAlignmentRole:
        return alignmentOf(shown);
    case Qt::ForegroundRole:
        return colourOf(shown);
    case Qt::FontRole:
        if (row.didNotHappen && shown.kind == ColumnKind::Title) {
            QFont struck;
            struck.setStrikeOut(true);
            return struck;
        }
        return {};
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return headingOf(column(section));
    if (role == Qt::ToolTipRole)
        return explanationOf(column(section));
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(column(section));
    return {};
}

TableFilter::TableFilter(TableModel* model, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_model(*model)
{
    setSourceModel(model);
}

void TableFilter::setWords(const QString& typed)
{
    m_words = toQString(folded(toUtf8(typed))).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void TableFilter::sort(int column, Qt::SortOrder order)
{
    QSortFilterProxyModel::sort(column, order);
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

QVariant TableFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    QVariant words = QSortFilterProxyModel::headerData(section, orientation, role);
    if (section != sortColumn() || orientation != Qt::Horizontal)
        return words;
    const bool ascends = sortOrder() == Qt::AscendingOrder;
    if (role == Qt::DisplayRole)
        return QString(words.toString() + (ascends ? QStringLiteral(" ▴") : QStringLiteral(" ▾")));
    if (role == Qt::AccessibleTextRole)
        return (ascends ? tr("%1, sorted upwards") : tr("%1, sorted downwards"))
            .arg(QSortFilterProxyModel::headerData(section, orientation, Qt::DisplayRole)
                     .toString());
    return words;
}

bool TableFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    const QString& words = m_model.data().folded[static_cast<std::size_t>(row)];
    return std::ranges::all_of(m_words, [&](const QString& word) { return words.contains(word); });
}

bool TableFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const std::vector<int>& ranks = m_model.data().ranks[static_cast<std::size_t>(left.column())];
    const int a = ranks[static_cast<std::size_t>(left.row())];
    const int b = ranks[static_cast<std::size_t>(right.row())];
    if (a == TableData::noRank || b == TableData::noRank)
        return a != b && (sortOrder() == Qt::AscendingOrder) == (b == TableData::noRank);
    return a < b;
}

} // namespace entente
