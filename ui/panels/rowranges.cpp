// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/rowranges.h"

#include <QAbstractItemModel>

#include <algorithm>

namespace entente
{

QItemSelection rangesOf(const QAbstractItemModel& model, std::vector<int> rows)
{
    std::ranges::sort(rows);
    QItemSelection ranges;
    for (std::size_t first = 0, next = 0; first < rows.size(); first = next) {
        next = first + 1;
        while (next < rows.size() && rows[next] == rows[next - 1] + 1)
            ++next;
        ranges.append(QItemSelectionRange(model.index(rows[first], 0),
                                          model.index(rows[next - 1], model.columnCount() - 1)));
    }
    return ranges;
}

} // namespace entente
