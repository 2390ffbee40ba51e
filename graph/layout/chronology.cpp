// SPDX-License-Identifier: Apache-2.0
#include "graph/layout/chronology.h"

#include "graph/layout/boxes.h"
#include "graph/layout/routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace entente
{

namespace
{

constexpr std::size_t monthsAtMost = 12; // With 18, names of cards could not be read on a screen.
constexpr double columnGap = 48;         // Between columns, for the lines between periods.
constexpr double cardGap = 24;
constexpr double rowGap = 24; // Between rows of actors.
constexpr double bandGap = 64;
constexpr double margin = 24;
constexpr double aspect = 2; // Of the columns: rows of actors come on top of their height.

std::size_t at(int index) { return static_cast<std::size_t>(index); }

constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};

/// One layout by time, step by step.
class TimeLayout
{
public:
    TimeLayout(const LayoutRequest& request, const std::vector<Moment>& moments, int periodsAYear)
        : m_request(request)
        , m_stands(request.nodes.size())
        , m_neighbours(request.nodes.size())
    {
        for (const LayoutNode& node : request.nodes)
            m_boxes.push_back({node.pinned.value_or(Point{}), node.size});
        for (const LayoutEdge& edge : request.edges) {
            m_neighbours[at(edge.tail)].push_back(edge.head);
            m_neighbours[at(edge.head)].push_back(edge.tail);
        }
        for (int node = 0; node < std::ssize(moments); ++node) {
            const Moment& moment = moments[at(node)];
            const auto period =
                moment.date ? periodOf(*moment.date, periodsAYear) : std::optional<Period>();
            if (!moment.isEvent)
                m_others.push_back(node);
            else if (period)
                m_columns[*period].push_back(node);
            else
                m_undated.push_back(node);
            m_isDated.push_back(moment.isEvent && period);
        }
        for (auto& [period, nodes] : m_columns) {
            std::ranges::stable_sort(nodes, {}, [&](int node) {
                const Edtf& date = *moments[at(node)].date;
                return date.earliest ? date.earliest : date.latest;
            });
        }
    }

    Layout anew()
    {
        placeColumns();
        placeUndated();
        placeOthers();
        moveToOrigin();
        std::vector<bool> fixed(m_boxes.size());
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            fixed[i] = m_request.nodes[i].pinned.has_value();
            m_boxes[i].centre = m_request.nodes[i].pinned.value_or(m_boxes[i].centre);
        }
        if (std::ranges::find(fixed, true) != fixed.end())
            separate(m_boxes, fixed, cardGap / 2);
        return finished();
    }

    Layout among()
    {
        for (std::size_t i = 0; i < m_boxes.size(); ++i)
            m_stands[i] = m_request.nodes[i].pinned.has_value();
        for (const auto& [period, nodes] : m_columns) {
            for (const int node : nodes)
                addToColumn(period, node);
        }
        for (const int node : m_undated)
            addToUndated(node);
        for (const int node : m_others) {
            if (!m_stands[at(node)])
                m_boxes[at(node)].centre = middleOfNeighbours(node);
        }
        separate(m_boxes, m_stands, cardGap / 2);
        return finished();
    }

private:
    std::vector<Box> boxesOf(const std::vector<int>& nodes, bool standing) const
    {
        std::vector<Box> boxes;
        for (const int node : nodes) {
            if (!standing || m_stands[at(node)])
                boxes.push_back(m_boxes[at(node)]);
        }
        return boxes;
    }

    /// Cards of a column are in as many stacks as it takes, one after the other in time.
    void placeColumns()
    {
        Size mean;
        double count = 0;
        for (const auto& [period, nodes] : m_columns) {
            for (const Box& box : boxesOf(nodes, false)) {
                mean.width += box.size.width + columnGap;
                mean.height += box.size.height + cardGap;
                ++count;
            }
        }
        const double stack =
            count == 0 ? 1 : std::sqrt(count * mean.width / (aspect * mean.height));
        const auto most = static_cast<std::size_t>(std::max(4.0, std::ceil(stack)));
        double left = 0;
        for (const auto& [period, nodes] : m_columns) {
            const std::size_t stacks = (nodes.size() + most - 1) / most;
            const std::size_t each = (nodes.size() + stacks - 1) / stacks;
            for (std::size_t first = 0; first < nodes.size(); first += each) {
                const std::size_t size = std::min(each, nodes.size() - first);
                left = placeStack({nodes.begin() + static_cast<std::ptrdiff_t>(first),
                                   nodes.begin() + static_cast<std::ptrdiff_t>(first + size)},
                                  left) +
                       columnGap;
            }
        }
    }

    /// One below the other, about the middle. @returns where it ends at the right.
    double placeStack(const std::vector<int>& nodes, double left)
    {
        double width = 0;
        double height = -cardGap;
        for (const int node : nodes) {
            width = std::max(width, m_boxes[at(node)].size.width);
            height += m_boxes[at(node)].size.height + cardGap;
        }
        double top = -height / 2;
        for (const int node : nodes) {
            Box& box = m_boxes[at(node)];
            box.centre = {left + width / 2, top + box.size.height / 2};
            top += box.size.height + cardGap;
            m_stands[at(node)] = true;
        }
        return left + width;
    }

    Box aroundStanding() const
    {
        std::vector<int> all(m_boxes.size());
        std::iota(all.begin(), all.end(), 0);
        return around(boxesOf(all, true));
    }

    /// Rows across the width of all columns; where rows of others are to stand between is not known
    /// yet, so these come below them.
    void placeUndated()
    {
        const Box columns = aroundStanding();
        const double width = std::max(columns.size.width, 1200.0);
        double left = columns.left();
        double top = columns.bottom() + 2 * bandGap + deepestOther();
        double height = 0;
        for (const int node : m_undated) {
            Box& box = m_boxes[at(node)];
            if (left > columns.left() && left + box.size.width > columns.left() + width) {
                left = columns.left();
                top += height + cardGap;
                height = 0;
            }
            box.centre = {left + box.size.width / 2, top + box.size.height / 2};
            left += box.size.width + columnGap;
            height = std::max(height, box.size.height);
            m_stands[at(node)] = true;
        }
    }

    double deepestOther() const
    {
        double height = 0;
        for (const int node : m_others)
            height = std::max(height, m_boxes[at(node)].size.height);
        return height;
    }

    Point middleOfNeighbours(int node) const
    {
        Point sum;
        double count = 0;
        for (const int neighbour : m_neighbours[at(node)]) {
            if (!m_stands[at(neighbour)])
                continue;
            sum.x += m_boxes[at(neighbour)].centre.x;
            sum.y += m_boxes[at(neighbour)].centre.y;
            ++count;
        }
        return count == 0 ? Point{} : Point{sum.x / count, sum.y / count};
    }

    bool hasDated(int node) const
    {
        return std::ranges::any_of(m_neighbours[at(node)],
                                   [&](int neighbour) { return m_isDated[at(neighbour)]; });
    }

    /// Rows of nodes that are filled from the left, the first one nearest to the columns.
    struct Rows
    {
        double first = 0; ///< y of the first one.
        double step = 0;  ///< To the next one; negative upwards.
        std::vector<double> ends;
    };

    /// Each near the middle of what it takes part in, in the row where it has to move least.
    void placeOthers()
    {
        std::vector<int> dated;
        for (const auto& [period, nodes] : m_columns)
            dated.insert(dated.end(), nodes.begin(), nodes.end());
        const Box columns = around(boxesOf(dated, true));
        const Box all = aroundStanding();
        const double height = deepestOther();
        const double first = bandGap / 2 + height / 2;
        // One row fits between the columns and what has no date; more go above.
        Rows above{.first = columns.top() - first, .step = -(height + rowGap), .ends = {}};
        Rows between{.first = columns.bottom() + first, .step = 0, .ends = {}};
        Rows below{.first = all.bottom() + first, .step = height + rowGap, .ends = {}};
        std::vector<std::pair<double, int>> order;
        order.reserve(m_others.size());
        for (const int node : m_others)
            order.emplace_back(middleOfNeighbours(node).x, node);
        std::ranges::sort(order);
        for (const auto& [x, node] : order) {
            if (!hasDated(node))
                putInto(below, node, x, 8);
            else if (m_undated.empty())
                putIntoNearest({&above, &below}, node, x);
            else
                putIntoNearest({&above, &between}, node, x);
        }
    }

    static double freeFrom(const Rows& rows, std::size_t row, double left)
    {
        return row < rows.ends.size() ? std::max(left, rows.ends[row] + rowGap) : left;
    }

    struct Row
    {
        std::size_t index = 0;
        double cost = 0;
    };
    Row cheapest(const Rows& rows, int node, double x, std::size_t most) const
    {
        const double left = x - m_boxes[at(node)].size.width / 2;
        Row best{0, freeFrom(rows, 0, left) - left};
        for (std::size_t row = 1; row < (rows.step == 0 ? 1 : most); ++row) {
            const double cost =
                freeFrom(rows, row, left) - left + static_cast<double>(row) * std::abs(rows.step);
            if (cost < best.cost)
                best = {row, cost};
        }
        return best;
    }

    void putInto(Rows& rows, int node, double x, std::size_t most)
    {
        Box& box = m_boxes[at(node)];
        const std::size_t row = cheapest(rows, node, x, most).index;
        const double left = freeFrom(rows, row, x - box.size.width / 2);
        rows.ends.resize(std::max(rows.ends.size(), row + 1), -1e9);
        rows.ends[row] = left + box.size.width;
        box.centre = {left + box.size.width / 2, rows.first + static_cast<double>(row) * rows.step};
        m_stands[at(node)] = true;
    }

    void putIntoNearest(std::array<Rows*, 2> sides, int node, double x)
    {
        constexpr std::size_t most = 8;
        const bool second =
            cheapest(*sides[1], node, x, most).cost < cheapest(*sides[0], node, x, most).cost;
        putInto(second ? *sides[1] : *sides[0], node, x, most);
    }

    void moveToOrigin()
    {
        const Box all = aroundStanding();
        for (Box& box : m_boxes)
            box.centre = {box.centre.x - all.left() + margin, box.centre.y - all.top() + margin};
    }

    // Among what stands --------------------------------------------------------------------------

    bool isFree(int node) const
    {
        const Box& own = m_boxes[at(node)];
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            const Box& other = m_boxes[i];
            if (m_stands[i] &&
                std::abs(own.centre.x - other.centre.x) <
                    (own.size.width + other.size.width) / 2 + cardGap / 2 &&
                std::abs(own.centre.y - other.centre.y) <
                    (own.size.height + other.size.height) / 2 + cardGap / 2)
                return false;
        }
        return true;
    }

    /// The nearest free place from there along one axis, to either side. Where all is full it does
    /// not stand, and is moved apart from what does.
    void putNear(int node, Point from, Point step)
    {
        Box& box = m_boxes[at(node)];
        for (int distance = 0; distance < 1000; ++distance) {
            for (const int side : {1, -1}) {
                box.centre = {from.x + side * distance * step.x, from.y + side * distance * step.y};
                if (isFree(node)) {
                    m_stands[at(node)] = true;
                    return;
                }
            }
        }
        box.centre = from;
    }

    static double lastMiddle(const std::vector<Box>& boxes)
    {
        return std::ranges::max(boxes, {}, [](const Box& box) { return box.centre.x; }).centre.x;
    }
    static double firstMiddle(const std::vector<Box>& boxes)
    {
        return std::ranges::min(boxes, {}, [](const Box& box) { return box.centre.x; }).centre.x;
    }

    void addToColumn(const Period& period, int node)
    {
        if (m_stands[at(node)])
            return;
        const std::vector<Box> same = boxesOf(m_columns.at(period), true);
        const double half = m_boxes[at(node)].size.width / 2;
        double x = around(same).centre.x;
        double y = around(same).centre.y;
        if (same.empty()) {
            std::vector<Box> before;
            std::vector<Box> after;
            for (const auto& [other, nodes] : m_columns) {
                const std::vector<Box> boxes = boxesOf(nodes, true);
                std::vector<Box>& side = other < period ? before : after;
                side.insert(side.end(), boxes.begin(), boxes.end());
            }
            const Box left = around(before);
            const Box right = around(after);
            y = before.empty() ? right.centre.y : left.centre.y;
            // Between the middles on either side, by which a time axis goes: edges may have passed
            // each other, where periods have come into one gap before.
            x = before.empty()  ? right.left() - columnGap - half
                : after.empty() ? left.right() + columnGap + half
                                : (lastMiddle(before) + firstMiddle(after)) / 2;
        }
        putNear(node, {x, y}, {0, 20});
    }

    void addToUndated(int node)
    {
        if (m_stands[at(node)])
            return;
        const std::vector<Box> same = boxesOf(m_undated, true);
        const Box band = around(same);
        const Box all = aroundStanding();
        putNear(node,
                same.empty() ? Point{all.centre.x, all.bottom() + bandGap}
                             : Point{band.right(), band.centre.y},
                {20, 0});
    }

    Layout finished() const
    {
        Layout layout;
        for (const Box& box : m_boxes)
            layout.nodes.push_back(box.centre);
        layout.edges = straightRoutes(m_boxes, m_request.edges);
        placeLabels(layout.edges, m_boxes, m_request.edges);
        return layout;
    }

    const LayoutRequest& m_request;
    std::vector<Box> m_boxes;
    std::vector<bool> m_stands;
    std::vector<bool> m_isDated; ///< Whether it is an event in a column.
    std::vector<std::vector<int>> m_neighbours;
    std::map<Period, std::vector<int>> m_columns;
    std::vector<int> m_undated, m_others;
};

/// "201X" and "19XX"; spans and sets say where they begin.
bool isManyYears(const Edtf& date)
{
    return date.earliest && date.latest && date.earliest->year != date.latest->year &&
           date.text.find_first_of("Xu") != std::string::npos &&
           date.text.find_first_of("/[{") == std::string::npos;
}

} // namespace

std::optional<Period> periodOf(const Edtf& date, int periodsAYear)
{
    const std::optional<Day> day = date.earliest ? date.earliest : date.latest;
    if (!day || isManyYears(date))
        return {};
    const bool isYearOnly = date.earliest && date.latest && date.earliest->month == 1 &&
                            date.earliest->day == 1 && date.latest->month == 12 &&
                            date.latest->day == 31;
    return Period{day->year, periodsAYear == 1 || isYearOnly ? 0 : day->month};
}

std::string wordsOf(const Period& period)
{
    return period.month == 0 ? fmt::format("{}", period.year)
                             : fmt::format("{} {}", months.at(at(period.month - 1)), period.year);
}

int periodsAYearFor(const std::vector<Moment>& moments)
{
    std::set<Period> withMonth;
    for (const Moment& moment : moments) {
        if (!moment.isEvent || !moment.date)
            continue;
        if (const auto period = periodOf(*moment.date, 12))
            withMonth.insert(*period);
    }
    return withMonth.empty() ? 0 : withMonth.size() <= monthsAtMost ? 12 : 1;
}

Layout layOutByTime(const LayoutRequest& request, const std::vector<Moment>& moments,
                    int periodsAYear)
{
    return TimeLayout(request, moments, periodsAYear).anew();
}

Layout placeByTime(const LayoutRequest& request, const std::vector<Moment>& moments,
                   int periodsAYear)
{
    return TimeLayout(request, moments, periodsAYear).among();
}

} // namespace entente
