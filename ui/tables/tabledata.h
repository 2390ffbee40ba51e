// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/tables.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <unordered_map>
#include <vector>

namespace entente
{

/// A table made ready to be sorted and narrowed at once: what takes long is done when it is made,
/// off the UI thread.
struct TableData
{
    static constexpr int noRank = -1; ///< Of what is not known: last, whichever way one sorts.

    Table table;
    std::vector<std::vector<int>> ranks; ///< By column and row; the same for what is equal.
    std::vector<QString> folded;         ///< All words of each row, as they are searched.
    std::unordered_map<NodeId, int> rowOfNode;
    std::unordered_map<EdgeId, int> rowOfEdge;

    int rowCount() const { return static_cast<int>(table.rows.size()); }
    const TableRow& row(int row) const { return table.rows[static_cast<std::size_t>(row)]; }
};

/// Names in the order of the user's language, "Meeting 9" before "Meeting 10". Measured: 0.8 s for
/// 9,634 meetings, where they are then sorted in 14 ms.
TableData readied(Table table);

/// For people, in their language's numbers; what is not known is empty.
QString wordsOf(const Cell& cell);
QString headingOf(const Column& column);
/// What a column counts, where its heading is too short to say it; else empty.
QString explanationOf(const Column& column);
QString wordsOf(TableKind kind);

/// Headings and these rows, in their order, as comma-separated values.
QByteArray csvOf(const TableData& data, const std::vector<int>& rows);

} // namespace entente
