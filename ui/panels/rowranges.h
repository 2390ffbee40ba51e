// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QItemSelection>

#include <vector>

class QAbstractItemModel;

namespace entente
{

/// Rows next to each other as one range, over all columns: thousands of single ones take Qt
/// seconds.
QItemSelection rangesOf(const QAbstractItemModel& model, std::vector<int> rows);

} // namespace entente
