// SPDX-License-Identifier: Apache-2.0
#include "graph/layout/routes.h"

#include <boost/geometry.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

namespace entente
{

namespace
{

namespace bg = boost::geometry;
using TreePoint = bg::model::point<double, 2, bg::cs::cartesian>;
using TreeBox = bg::model::box<TreePoint>;
using Tree = bg::index::rtree<TreeBox, bg::index::quadratic<16>>;
using Obstacle = std::pair<TreeBox, int>; ///< A node and its number.
using Obstacles = bg::index::rtree<Obstacle, bg::index::quadratic<16>>;
using Segment = bg::model::segment<TreePoint>;

constexpr double parallelGap = 14; // Between parallel edges without labels.
constexpr double labelGap = 4;

Point between(Point a, Point b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

double distance(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

bool contains(const Box& box, Point point)
{
    return point.x > box.left() && point.x < box.right() && point.y > box.top() &&
           point.y < box.bottom();
}

/// How far the way through the middle of two nodes bows out for one of some parallel edges.
struct Bow
{
    double distance = 0;
    int loop = 0; ///< From 0, of loops at one node.
};

/// For each edge, by its rank among those that join the same two nodes either way.
std::vector<Bow> bows(const std::vector<LayoutEdge>& edges)
{
    std::map<std::pair<int, int>, std::vector<std::size_t>> parallels;
    for (std::size_t i = 0; i < edges.size(); ++i)
        parallels[std::minmax(edges[i].tail, edges[i].head)].push_back(i);
    std::vector<Bow> result(edges.size());
    for (const auto& [ends, members] : parallels) {
        double gap = parallelGap;
        for (const std::size_t i : members)
            gap = std::max(gap, edges[i].label.height + labelGap);
        const double first = -gap * (static_cast<double>(members.size()) - 1) / 2;
        for (std::size_t rank = 0; rank < members.size(); ++rank)
            result[members[rank]] = {.distance = first + gap * static_cast<double>(rank),
                                     .loop = static_cast<int>(rank)};
    }
    return result;
}

Route loopAt(const Box& node, int rank)
{
    const double reach = 36 + 20.0 * rank;
    const Point begin{node.right(), node.centre.y};
    const Point end{node.centre.x, node.top()};
    return {.points = {begin,
                       {node.right() + reach, node.centre.y},
                       {node.centre.x, node.top() - reach},
                       end},
            .label = {}};
}

/// A straight line, or a bow to the right of the way from the lower to the higher of two nodes (so
/// that edges there and back come apart).
Route lineBetween(const Box& tail, const Box& head, double bow)
{
    const double length = distance(tail.centre, head.centre);
    if (length == 0)
        return {.points = std::vector<Point>(4, tail.centre), .label = {}};
    // The middle of a cubic is three quarters of the way out to its inner points.
    const double out = bow * 4 / 3 / length;
    const Point aside{-(head.centre.y - tail.centre.y) * out,
                      (head.centre.x - tail.centre.x) * out};
    // Aimed so far aside, the bow leaves its nodes apart from the others.
    const auto outline = [&aside](const Box& from, const Box& to) {
        const Point middle = between(from.centre, to.centre, 0.5);
        const Point aim{middle.x + aside.x * 0.75, middle.y + aside.y * 0.75};
        return outlineTowards(from, contains(from, aim) ? to.centre : aim);
    };
    const Point begin = outline(tail, head);
    const Point end = outline(head, tail);
    const auto via = [&](double t) {
        const Point point = between(begin, end, t);
        return Point{point.x + aside.x * 0.75, point.y + aside.y * 0.75};
    };
    return {.points = {begin, via(1.0 / 3), via(2.0 / 3), end}, .label = {}};
}

Point pointOf(const Route& route, std::size_t piece, double t)
{
    const auto p = std::next(route.points.begin(), static_cast<std::ptrdiff_t>(3 * piece));
    const double s = 1 - t;
    const std::array weights{s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t};
    Point point;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        point.x += weights[i] * p[static_cast<std::ptrdiff_t>(i)].x;
        point.y += weights[i] * p[static_cast<std::ptrdiff_t>(i)].y;
    }
    return point;
}

/// A route as a chain of short lines, to walk along.
class Way
{
public:
    explicit Way(const Route& route)
    {
        constexpr int steps = 16;
        m_points.push_back(route.points.front());
        m_lengths.push_back(0);
        for (std::size_t piece = 0; 3 * piece + 3 < route.points.size(); ++piece) {
            for (int i = 1; i <= steps; ++i) {
                const Point next = pointOf(route, piece, static_cast<double>(i) / steps);
                m_lengths.push_back(length() + distance(m_points.back(), next));
                m_points.push_back(next);
            }
        }
    }

    double length() const { return m_lengths.back(); }
    /// @param part of the whole length, from 0 to 1.
    Point at(double part) const
    {
        const double wanted = part * length();
        const auto after = std::ranges::lower_bound(m_lengths, wanted);
        const auto i = static_cast<std::size_t>(after - m_lengths.begin());
        if (i == 0 || i == m_lengths.size())
            return i == 0 ? m_points.front() : m_points.back();
        const double step = m_lengths[i] - m_lengths[i - 1];
        return between(m_points[i - 1], m_points[i],
                       step > 0 ? (wanted - m_lengths[i - 1]) / step : 0);
    }

private:
    std::vector<Point> m_points;
    std::vector<double> m_lengths;
};

TreeBox treeBox(const Box& box) { return {{box.left(), box.top()}, {box.right(), box.bottom()}}; }

/// Whether a route runs beneath a node that is none of its ends.
bool passesBeneathANode(const Route& route, const LayoutEdge& edge, const Obstacles& nodes)
{
    constexpr int steps = 8;
    const auto inTheWay = bg::index::satisfies([&edge](const Obstacle& node) {
        return node.second != edge.tail && node.second != edge.head;
    });
    Point from = route.points.front();
    for (int i = 1; i <= steps; ++i) {
        const Point to = pointOf(route, 0, static_cast<double>(i) / steps);
        const Segment step{{from.x, from.y}, {to.x, to.y}};
        if (nodes.qbegin(bg::index::intersects(step) && inTheWay) != nodes.qend())
            return true;
        from = to;
    }
    return false;
}

/// The least bow, to either side, that leads round the nodes in the way; as it was when none does
/// that is still gentle.
Route roundNodes(const LayoutEdge& edge, const std::vector<Box>& nodes, double bow,
                 const Obstacles& obstacles)
{
    const Box& lower = nodes[static_cast<std::size_t>(std::min(edge.tail, edge.head))];
    const Box& higher = nodes[static_cast<std::size_t>(std::max(edge.tail, edge.head))];
    Route straight = lineBetween(lower, higher, bow);
    if (!passesBeneathANode(straight, edge, obstacles))
        return straight;
    constexpr double step = 16;
    const double most = std::min(0.3 * distance(lower.centre, higher.centre), 200.0);
    for (int i = 1; i * step <= most; ++i) {
        for (const double aside : {bow + i * step, bow - i * step}) {
            Route bent = lineBetween(lower, higher, aside);
            if (!passesBeneathANode(bent, edge, obstacles))
                return bent;
        }
    }
    return straight;
}

/// How much of a box is covered by what is there already.
double covered(const Tree& taken, const TreeBox& box)
{
    double area = 0;
    for (auto it = taken.qbegin(bg::index::intersects(box)); it != taken.qend(); ++it) {
        const double width = std::min(it->max_corner().get<0>(), box.max_corner().get<0>()) -
                             std::max(it->min_corner().get<0>(), box.min_corner().get<0>());
        const double height = std::min(it->max_corner().get<1>(), box.max_corner().get<1>()) -
                              std::max(it->min_corner().get<1>(), box.min_corner().get<1>());
        area += width * height;
    }
    return area;
}

} // namespace

Point outlineTowards(const Box& box, Point point)
{
    const double dx = std::abs(point.x - box.centre.x);
    const double dy = std::abs(point.y - box.centre.y);
    const double acrossX =
        dx > 0 ? box.size.width / 2 / dx : std::numeric_limits<double>::infinity();
    const double acrossY =
        dy > 0 ? box.size.height / 2 / dy : std::numeric_limits<double>::infinity();
    return between(box.centre, point, std::min({acrossX, acrossY, 1.0}));
}

std::vector<Route> straightRoutes(const std::vector<Box>& nodes,
                                  const std::vector<LayoutEdge>& edges)
{
    const std::vector<Bow> bow = bows(edges);
    std::vector<Obstacle> boxes;
    boxes.reserve(nodes.size());
    for (const Box& node : nodes)
        boxes.emplace_back(treeBox(node), static_cast<int>(boxes.size()));
    const Obstacles obstacles(boxes);
    std::vector<Route> routes(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (edges[i].tail == edges[i].head) {
            routes[i] = loopAt(nodes[static_cast<std::size_t>(edges[i].tail)], bow[i].loop);
            continue;
        }
        routes[i] = roundNodes(edges[i], nodes, bow[i].distance, obstacles);
        if (edges[i].tail > edges[i].head)
            std::ranges::reverse(routes[i].points);
    }
    return routes;
}

void placeLabels(std::vector<Route>& routes, const std::vector<Box>& nodes,
                 const std::vector<LayoutEdge>& edges)
{
    std::vector<TreeBox> boxes;
    boxes.reserve(nodes.size());
    for (const Box& node : nodes)
        boxes.push_back(treeBox(node));
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (routes[i].label)
            boxes.push_back(treeBox({*routes[i].label, edges[i].label}));
    }
    Tree taken(boxes);

    struct Open
    {
        std::size_t edge;
        Way way;
    };
    std::vector<Open> open;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (edges[i].label != Size{} && !routes[i].label && !routes[i].points.empty())
            open.push_back({i, Way(routes[i])});
    }
    // Short ones first: they have the least to choose from.
    std::ranges::stable_sort(open, {}, [](const Open& o) { return o.way.length(); });
    for (const auto& [edge, way] : open) {
        static constexpr std::array parts{0.5,  0.44, 0.56, 0.38, 0.62, 0.32,
                                          0.68, 0.26, 0.74, 0.2,  0.8};
        double least = std::numeric_limits<double>::infinity();
        for (const double part : parts) {
            const Point place = way.at(part);
            const double area = covered(taken, treeBox({place, edges[edge].label}));
            if (area < least) {
                least = area;
                routes[edge].label = place;
            }
            if (area == 0)
                break;
        }
        taken.insert(treeBox({*routes[edge].label, edges[edge].label}));
    }
}

} // namespace entente
