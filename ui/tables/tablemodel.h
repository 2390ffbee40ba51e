// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/style.h"
#include "ui/tables/tabledata.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace entente
{

/// The rows of a table, in the order in which they were read; cells become words when they are
/// looked at.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit TableModel(TableKind kind, QObject* parent = nullptr);

    void show(std::shared_ptr<const TableData> data);
    void setStyle(const Style& style);
    /// Never null.
    const TableData& data() const { return *m_data; }
    TableKind kind() const { return m_data->table.kind; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const Column& column(int section) const
    {
        return m_data->table.columns[static_cast<std::size_t>(section)];
    }
    QColor colourOf(const Column& column) const;

    std::shared_ptr<const TableData> m_data;
    Style m_style;
};

/// The rows that hold all of the words typed, whatever their case and accents, by one column; what
/// has nothing there comes last, whichever way they are sorted.
class TableFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TableFilter(TableModel* model, QObject* parent = nullptr);

    void setWords(const QString& typed);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// With an arrow at the one that is sorted by.
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    const TableModel& m_model;
    QStringList m_words;
};

} // namespace entente
