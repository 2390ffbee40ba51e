// SPDX-License-Identifier: Apache-2.0
#include "graph/text/editdistance.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace entente
{

bool isWithinSlips(std::string_view a, std::string_view b, int slips)
{
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (std::cmp_greater(difference, slips))
        return false; // Most words: each letter more is a slip.
    // Rows of the table of distances between the beginnings of both.
    std::vector<int> beforeLast(b.size() + 1);
    std::vector<int> last(b.size() + 1);
    std::vector<int> row(b.size() + 1);
    std::iota(last.begin(), last.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (std::size_t k = 1; k <= b.size(); ++k) {
            const int replaced = last[k - 1] + (a[i - 1] == b[k - 1] ? 0 : 1);
            row[k] = std::min({last[k] + 1, row[k - 1] + 1, replaced});
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
                row[k] = std::min(row[k], beforeLast[k - 2] + 1);
        }
        if (std::ranges::min(row) > slips)
            return false; // It only grows from here.
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return last.back() <= slips;
}

} // namespace entente
