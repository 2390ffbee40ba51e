// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/steering.h"

#include <QLineF>

#include <cmath>
#include <limits>

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
