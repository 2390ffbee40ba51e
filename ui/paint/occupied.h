// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRectF>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace entente
{

/// The room that is taken, for placing labels one after the other.
class Occupied
{
public:
    /// @param cell about the size of what is placed.
    explicit Occupied(double cell);

    void take(const QRectF& rect);
    bool meets(const QRectF& rect) const;

private:
    template <class Visit>
    bool anyCell(const QRectF& rect, Visit visit) const;

    double m_cell;
    std::vector<QRectF> m_rects;
    std::unordered_map<std::uint64_t, std::vector<int>> m_cells;
};

} // namespace entente
