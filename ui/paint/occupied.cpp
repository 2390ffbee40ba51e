// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/occupied.h"

#include <algorithm>
#include <cmath>

namespace entente
{

namespace
{

std::uint64_t keyOf(int column, int row)
{
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(column)) << 32U) |
           static_cast<std::uint32_t>(row);
}

} // namespace

Occupied::Occupied(double cell)
    : m_cell(cell)
{
}

/// Visits the cells under a rectangle until one says true.
template <class Visit>
bool Occupied::anyCell(const QRectF& rect, Visit visit) const
{
    const int left = static_cast<int>(std::floor(rect.left() / m_cell));
    const int right = static_cast<int>(std::floor(rect.right() / m_cell));
    const int top = static_cast<int>(std::floor(rect.top() / m_cell));
    const int bottom = static_cast<int>(std::floor(rect.bottom() / m_cell));
    for (int row = top; row <= bottom; ++row) {
        for (int column = left; column <= right; ++column) {
            if (visit(keyOf(column, row)))
                return true;
        }
    }
    return false;
}

void Occupied::take(const QRectF& rect)
{
    const int index = static_cast<int>(m_rects.size());
    m_rects.push_back(rect);
    anyCell(rect, [&](std::uint64_t key) {
        m_cells[key].push_back(index);
        return false;
    });
}

bool Occupied::meets(const QRectF& rect) const
{
    return anyCell(rect, [&](std::uint64_t key) {
        const auto cell = m_cells.find(key);
        return cell != m_cells.end() && std::ranges::any_of(cell->second, [&](int index) {
                   return m_rects[static_cast<std::size_t>(index)].intersects(rect);
               });
    });
}

} // namespace entente
