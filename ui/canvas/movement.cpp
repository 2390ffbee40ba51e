// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/movement.h"

#include "ui/paint/edgeitem.h"
#include "ui/paint/nodeitem.h"

#include <QLineF>

#include <algorithm>

namespace entente
{

namespace
{

/// Beyond, a frame takes longer than one may: about 20 ms for 300 nodes with 500 lines.
constexpr std::size_t itemsAtMost = 800;
constexpr double leastPixels = 24; // What is moved by keys follows them at once.

/// Lines go straight while their ends are on the way.
void lead(EdgeItem& edge, const Picture& nodes)
{
    const NodeItem* source = nodes.node(edge.source);
    const NodeItem* target = nodes.node(edge.target);
    edge.labelRect = {};
    if (source != nullptr && target != nullptr && source != target)
        setPath(edge, directPath(*source, *target, 0), *target);
}

} // namespace

Movement::Movement(QObject* parent)
    : QObject(parent)
{
    m_time.setStartValue(0.0);
    m_time.setEndValue(1.0);
    m_time.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_time, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& part) { show(part.toDouble()); });
    connect(&m_time, &QVariantAnimation::finished, this, &Movement::stop);
}

void Movement::begin(const Picture& from, const Picture& to, double scale, int milliseconds)
{
    stop();
    if (milliseconds <= 0 || to.nodes().size() + to.edges().size() > itemsAtMost)
        return;
    std::vector<QPointF> ways;
    double farthest = 0;
    for (const NodeItem& node : to.nodes()) {
        const NodeItem* before = from.node(node.id);
        ways.push_back(before == nullptr ? QPointF()
                                         : before->outline.center() - node.outline.center());
        farthest = std::max(farthest, QLineF(QPointF(), ways.back()).length());
    }
    if (farthest * scale < leastPixels)
        return;
    m_to = to;
    m_ways = std::move(ways);
    m_time.setDuration(milliseconds);
    m_time.start();
    show(0);
}

void Movement::stop()
{
    m_time.stop();
    m_to = {};
    m_now = {};
    m_ways.clear();
    Q_EMIT moved();
}

void Movement::show(double part)
{
    if (m_ways.empty())
        return;
    std::vector<NodeItem> nodes = m_to.nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i)
        moveTo(nodes[i], nodes[i].outline.center() + m_ways[i] * (1 - part));
    const Picture places(nodes, {});
    std::vector<EdgeItem> edges = m_to.edges();
    for (EdgeItem& edge : edges)
        lead(edge, places);
    m_now = Picture(std::move(nodes), std::move(edges), m_to.timeAxis());
    Q_EMIT moved();
}

} // namespace entente
