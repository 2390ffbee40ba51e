// SPDX-License-Identifier: Apache-2.0
#include "ui/project/historymodel.h"

#include "graph/text/fold.h"
#include "ui/text/qtext.h"

namespace entente
{

namespace
{

/// More would be cut off anyway.
constexpr std::size_t namesAtMost = 3;

QString belowOf(const HistoryEntry& entry)
{
    QStringList parts{toQString(entry.analyst), timeWords(entry.at)};
    for (const std::string& name : entry.about) {
        if (parts.size() == 2 + static_cast<qsizetype>(namesAtMost))
            break;
        parts += visibleForm(toQString(name));
    }
    return parts.join(QStringLiteral(" · "));
}

QString searchedOf(const HistoryEntry& entry)
{
    // The day also as it is sorted by, for who types 2026-11-28.
    std::string all = entry.words + ' ' + entry.analyst + ' ' + entry.at.substr(0, 10) + ' ' +
                      toUtf8(timeWords(entry.at));
    for (const std::string& name : entry.about)
        all += ' ' + name;
    for (const ChangedWords& change : entry.changes)
        all += ' ' + change.what + ' ' + change.before + ' ' + change.after;
    return toQString(folded(all));
}

} // namespace

QDateTime localTime(const std::string& at)
{
    return QDateTime::fromString(toQString(at), Qt::ISODateWithMs).toLocalTime();
}

QString timeWords(const std::string& at)
{
    const QDateTime time = localTime(at);
    return time.isValid() ? dayAndTime(time) : toQString(at);
}

void HistoryModel::clear()
{
    beginResetModel();
    m_entries.clear();
    endResetModel();
}

void HistoryModel::add(std::vector<HistoryEntry> entries)
{
    if (entries.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(entries.size()) - 1);
    for (HistoryEntry& entry : entries)
        m_entries.push_front(std::move(entry));
    endInsertRows();
}

std::int64_t HistoryModel::last() const { return m_entries.empty() ? 0 : m_entries.front().number; }

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const HistoryEntry& entry = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return visibleForm(toQString(entry.words));
    case BelowRole:
        return belowOf(entry);
    case SearchRole:
        return searchedOf(entry);
    case AnalystRole:
        return toQString(entry.analyst);
    case DayRole:
        return localTime(entry.at).date();
    case Qt::AccessibleTextRole:
        return QString(visibleForm(toQString(entry.words)) + QStringLiteral(", ") + belowOf(entry));
    default:
        return {};
    }
}

} // namespace entente
