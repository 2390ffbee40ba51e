// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/steering.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>
#include <vector>

namespace entente
{

namespace
{

constexpr double astray = 2;   // A step aside counts as so many ahead.
constexpr double beyond = 1e9; // What is not within the angle comes after all that is.

/// Infinite for what does not lie there at all.
double costOf(QPointF way, QPointF direction)
{
    const double ahead = QPointF::dotProduct(way, direction);
    const double aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
    if (ahead <= 0)
        return std::numeric_limits<double>::infinity();
    return ahead + astray * aside + (aside > ahead ? beyond : 0);
}

} // namespace

NodeId nodeTowards(const Picture& picture, const NodeItem& from, QPointF direction)
{
    NodeId best;
    double least = std::numeric_limits<double>::infinity();
    for (const NodeItem& node : picture.nodes()) {
        const double cost = costOf(node.outline.center() - from.outline.center(), direction);
        if (node.id == from.id || cost >= least)
            continue;
        best = node.id;
        least = cost;
    }
    return best;
}

EdgeId edgeAfter(const Picture& picture, NodeId node, EdgeId edge, bool forward)
{
    const NodeItem* from = picture.node(node);
    if (from == nullptr)
        return {};
    std::vector<std::pair<double, EdgeId>> around;
    for (const EdgeItem& one : picture.edges()) {
        if (one.source != node && one.target != node)
            continue;
        const NodeItem* to = picture.node(one.source == node ? one.target : one.source);
        if (to == nullptr)
            continue;
        const QPointF way = to->outline.center() - from->outline.center();
        const double turn = std::atan2(way.x(), -way.y()); // From the top, clockwise.
        around.emplace_back(turn < 0 ? turn + 2 * std::numbers::pi : turn, one.id);
    }
    if (around.empty())
        return {};
    std::ranges::sort(around);
    const auto found = std::ranges::find(around, edge, &std::pair<double, EdgeId>::second);
    if (found == around.end())
        return forward ? around.front().second : around.back().second;
    const auto count = std::ssize(around);
    const auto place = (found - around.begin() + (forward ? 1 : count - 1)) % count;
    return around[static_cast<std::size_t>(place)].second;
}

NodeId nodeNearest(const Picture& picture, QPointF point)
{
    NodeId best;
    double least = std::numeric_limits<double>::infinity();
    for (const NodeItem& node : picture.nodes()) {
        const double distance = QLineF(node.outline.center(), point).length();
        if (distance >= least)
            continue;
        best = node.id;
        least = distance;
    }
    return best;
}

} // namespace entente
