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
    m_rows.clear();
    endResetModel();
}

namespace
{

/// The nodes that records became part of, by name; those that are there no more are left out.
template <class IdType>
QStringList namesOf(const std::vector<IdType>& ids, const KnowledgeGraph& graph)
{
    QStringList names;
    for (const IdType id : ids) {
        const Node* node = graph.node(graph.nodeOf(id));
        if (node == nullptr)
            continue;
        if (const QString name = visibleForm(toQString(node->name)); !names.contains(name))
            names += name;
    }
    return names;
}

} // namespace

void HistoryModel::add(std::vector<HistoryEntry> entries, const KnowledgeGraph& graph)
{
    if (entries.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(entries.size()) - 1);
    for (HistoryEntry& entry : entries) {
        QStringList actors = namesOf(entry.entities, graph);
        QStringList meetings = namesOf(entry.events, graph);
        m_rows.push_front({std::move(entry), std::move(actors), std::move(meetings)});
    }
    endInsertRows();
}

std::int64_t HistoryModel::last() const { return m_rows.empty() ? 0 : m_rows.front().entry.number; }

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
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
    case ActorsRole:
        return rowAt(index.row()).actors;
    case MeetingsRole:
        return rowAt(index.row()).meetings;
    case Qt::AccessibleTextRole:
        return QString(visibleForm(toQString(entry.words)) + QStringLiteral(", ") + belowOf(entry));
    default:
        return {};
    }
}

} // namespace entente
