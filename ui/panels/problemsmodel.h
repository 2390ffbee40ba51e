// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"
#include "ui/paint/style.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <set>

namespace entente
{

/// What was found wrong in the files that were read, one row each.
class ProblemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SeverityColumn, FileColumn, LineColumn, MessageColumn, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< What the column sorts by: numbers as numbers.
        SeverityRole,            ///< int: Severity
    };

    explicit ProblemsModel(QObject* parent = nullptr);

    void show(Diagnostics diagnostics);
    void setStyle(const Style& style);
    const Diagnostic& at(int row) const { return m_problems[static_cast<std::size_t>(row)]; }
    int count(Severity severity) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const Diagnostic& problem, int column) const;

    Diagnostics m_problems;
    Style m_style;
};

/// Lets through the severities that are wanted, and the rows that hold the words typed.
class ProblemsFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ProblemsFilter(QObject* parent = nullptr);

    void setWanted(Severity severity, bool wanted);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::set<Severity> m_wanted{Severity::Note, Severity::Warning, Severity::Error};
};

} // namespace entente
