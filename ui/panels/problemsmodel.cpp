// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/problemsmodel.h"

#include "ui/panels/displaytext.h"
#include "ui/panels/panelstyle.h"
#include "ui/text/qtext.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace entente
{

namespace
{

QString fileNameOf(const QString& path) { return path.mid(path.lastIndexOf(QLatin1Char('/')) + 1); }

QString wordOf(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return ProblemsModel::tr("Note");
    case Severity::Warning:
        return ProblemsModel::tr("Warning");
    case Severity::Error:
        return ProblemsModel::tr("Error");
    }
    return {};
}

} // namespace

ProblemsModel::ProblemsModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_style(Style::of(Theme::Light))
{
}

void ProblemsModel::show(Diagnostics diagnostics)
{
    beginResetModel();
    // File by file in the order in which they were read, in each from top to bottom.
    std::unordered_map<std::string_view, int> files;
    for (const Diagnostic& problem : diagnostics)
        files.emplace(problem.file, static_cast<int>(files.size()));
    std::vector<std::tuple<int, int, std::size_t>> order;
    for (std::size_t i = 0; i < diagnostics.size(); ++i)
        order.emplace_back(files.at(diagnostics[i].file), diagnostics[i].line, i);
    std::ranges::sort(order);
    m_problems.clear();
    for (const auto& [file, line, i] : order)
        m_problems.push_back(diagnostics[i]);
    endResetModel();
}

void ProblemsModel::setStyle(const Style& style)
{
    m_style = style;
    if (!m_problems.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1),
                           {Qt::ForegroundRole});
}

int ProblemsModel::count(Severity severity) const
{
    return static_cast<int>(std::ranges::count(m_problems, severity, &Diagnostic::severity));
}

int ProblemsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

int ProblemsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProblemsModel::textOf(const Diagnostic& problem, int column) const
{
    switch (column) {
    case SeverityColumn:
        return wordOf(problem.severity);
    case FileColumn:
        return visibleForm(fileNameOf(toQString(problem.file)));
    case LineColumn:
        return problem.line > 0 ? QString::number(problem.line) : QString();
    default:
        return visibleForm(toQString(problem.message));
    }
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Diagnostic& problem = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(problem, index.column());
    case Qt::ToolTipRole:
        return plainTip(toQString(problem.text()));
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter) |
               static_cast<int>(index.column() == LineColumn ? Qt::AlignRight : Qt::AlignLeft);
    case Qt::ForegroundRole:
        if (index.column() == SeverityColumn && problem.severity != Severity::Note)
            return warningColour(m_style);
        return index.column() == MessageColumn ? m_style.text : m_style.secondaryText;
    case SortRole:
        if (index.column() == SeverityColumn)
            return static_cast<int>(problem.severity);
        return index.column() == LineColumn ? QVariant(problem.line)
                                            : QVariant(textOf(problem, index.column()));
    case SeverityRole:
        return static_cast<int>(problem.severity);
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case FileColumn:
        return tr("File");
    case LineColumn:
        return tr("Line");
    case MessageColumn:
        return tr("What was found");
    default:
        return {};
    }
}

ProblemsFilter::ProblemsFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(ProblemsModel::SortRole);
    setFilterKeyColumn(-1);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

void ProblemsFilter::setWanted(Severity severity, bool wanted)
{
    if (wanted)
        m_wanted.insert(severity);
    else
        m_wanted.erase(severity);
    invalidateFilter();
}

bool ProblemsFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto severity = static_cast<Severity>(index.data(ProblemsModel::SeverityRole).toInt());
    return m_wanted.contains(severity) && QSortFilterProxyModel::filterAcceptsRow(row, parent);
}

} // namespace entente
