// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"
#include "graph/project/history.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QStringList>

#include <deque>
#include <vector>

namespace entente
{

/// What was done in a project, newest first.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        BelowRole = Qt::UserRole, ///< Who, when, on what: the second line of a row.
        SearchRole,               ///< All that a row can be found by, folded.
        AnalystRole,              ///< Who did it.
        DayRole,                  ///< QDate: when, here.
        ActorsRole,               ///< QStringList: whom and what it is about, as the graph has it.
        MeetingsRole,             ///< The same, for meetings.
    };

    using QAbstractListModel::QAbstractListModel;

    void clear();
    /// @pre later than those that are there, in their order. @param graph for names.
    void add(std::vector<HistoryEntry> entries, const KnowledgeGraph& graph);
    const HistoryEntry& at(int row) const { return rowAt(row).entry; }
    /// The number of the newest; 0: there is none.
    std::int64_t last() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row
    {
        HistoryEntry entry;
        QStringList actors, meetings;
    };
    const Row& rowAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    std::deque<Row> m_rows;
};

/// When something of the log was done, here.
QDateTime localTime(const std::string& at);
/// "28 Nov 2026, 05:40", here and now as the user's clock has it.
QString timeWords(const std::string& at);

} // namespace entente
