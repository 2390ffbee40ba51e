// SPDX-License-Identifier: Apache-2.0
#include "graph/layout/tangle.h"

#include "graph/layout/routes.h"

#include <algorithm>
#include <cmath>

namespace entente
{

namespace
{

struct Line
{
    Point from;
    Point to;
};

/// Above 0 when c lies on the one side of the way from a to b, below 0 on the other.
double side(Point a, Point b, Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool cross(const Line& a, const Line& b)
{
    return side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0 &&
           side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0;
}

bool passesBeneath(const Line& line, const Box& box)
{
    const Line rising{{box.left(), box.bottom()}, {box.right(), box.top()}};
    const Line falling{{box.left(), box.top()}, {box.right(), box.bottom()}};
    return cross(line, rising) || cross(line, falling);
}

const Box& boxOf(const std::vector<Box>& nodes, int index)
{
    return nodes[static_cast<std::size_t>(index)];
}

bool meet(const LayoutEdge& a, const LayoutEdge& b)
{
    return a.tail == b.tail || a.tail == b.head || a.head == b.tail || a.head == b.head;
}

} // namespace

int tangle(const std::vector<Box>& nodes, const std::vector<LayoutEdge>& edges)
{
    constexpr int beneathANode = 3;
    int points = 0;
    std::vector<Line> lines;
    lines.reserve(edges.size());
    for (const LayoutEdge& edge : edges)
        lines.push_back({boxOf(nodes, edge.tail).centre, boxOf(nodes, edge.head).centre});
    for (std::size_t i = 0; i < edges.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            points += !meet(edges[i], edges[j]) && cross(lines[i], lines[j]) ? 1 : 0;
        for (std::size_t n = 0; n < nodes.size(); ++n) {
            const int node = static_cast<int>(n);
            if (node != edges[i].tail && node != edges[i].head && passesBeneath(lines[i], nodes[n]))
                points += beneathANode;
        }
    }
    return points;
}

double spreadForLabels(const std::vector<Box>& nodes, const std::vector<LayoutEdge>& edges)
{
    std::vector<double> factors;
    for (const LayoutEdge& edge : edges) {
        const Box& tail = boxOf(nodes, edge.tail);
        const Box& head = boxOf(nodes, edge.head);
        const double dx = head.centre.x - tail.centre.x;
        const double dy = head.centre.y - tail.centre.y;
        const double length = std::hypot(dx, dy);
        if (edge.tail == edge.head || length == 0)
            continue;
        const Point begin = outlineTowards(tail, head.centre);
        const Point end = outlineTowards(head, tail.centre);
        const double free = std::hypot(end.x - begin.x, end.y - begin.y);
        // What the label takes of the line, and a bit of line to be seen at either side.
        constexpr double visible = 24;
        // The line leaves the label at its sides or at its top and bottom, whichever come first.
        constexpr double least = 1e-9;
        const double along = std::min(edge.label.width * length / std::max(least, std::abs(dx)),
                                      edge.label.height * length / std::max(least, std::abs(dy)));
        factors.push_back((length - free + along + visible) / length);
    }
    if (factors.empty())
        return 1;
    // A few labels may stay without room: one pair of close nodes is not to blow up all the others.
    constexpr double most = 1.6;
    const auto rank = static_cast<std::ptrdiff_t>(static_cast<double>(factors.size() - 1) * 0.9);
    std::ranges::nth_element(factors, factors.begin() + rank);
    return std::clamp(factors[static_cast<std::size_t>(rank)], 1.0, most);
}

} // namespace entente
