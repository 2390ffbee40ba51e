// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/filling.h"

#include "ui/paint/edgeitem.h"
#include "ui/paint/edgelabels.h"
#include "ui/paint/measure.h"
#include "ui/paint/nodeitem.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace entente
{

namespace
{

constexpr double stretchAtMost = 20;
/// Nearer, lines that were led round nodes would run through them.
constexpr double stretchAtLeast = 0.6;
/// Every two of more nodes would have to be looked at for too long: these only move apart.
constexpr std::size_t movedNearerAtMost = 800;
constexpr double airBetween = 12; // Between two nodes that are moved nearer.

/// The room that a node takes, from its middle.
struct Box
{
    QPointF middle;
    QRectF round;

    QRectF at(const Stretch& stretch) const
    {
        return round.translated(middle.x() * stretch.across, middle.y() * stretch.down);
    }
};

std::vector<Box> boxesOf(const Picture& picture)
{
    std::vector<Box> boxes;
    boxes.reserve(picture.nodes().size());
    for (const NodeItem& node : picture.nodes()) {
        const QPointF middle = node.outline.center();
        boxes.push_back({middle, node.bounds.translated(-middle)});
    }
    return boxes;
}

/// Of all nodes at once, and what stands out beyond them: edges that run round, words of an axis.
class Frame
{
public:
    explicit Frame(const Picture& picture)
        : m_boxes(boxesOf(picture))
    {
        const QRectF whole = picture.bounds();
        const QSizeF nodes = size({});
        m_beyond = QSizeF(std::max(0.0, whole.width() - nodes.width()),
                          std::max(0.0, whole.height() - nodes.height()));
        for (std::size_t i = 0; i < m_boxes.size() && m_boxes.size() <= movedNearerAtMost; ++i) {
            for (std::size_t j = i + 1; j < m_boxes.size(); ++j) {
                if (!meet(m_boxes[i], m_boxes[j], {}))
                    m_apart.emplace_back(i, j);
            }
        }
    }

    QSizeF size(const Stretch& stretch) const
    {
        QRectF all;
        for (const Box& box : m_boxes)
            all |= box.at(stretch);
        return all.size() + m_beyond;
    }

    /// Whether two meet that did not.
    bool isCrowded(const Stretch& stretch) const
    {
        return std::ranges::any_of(m_apart, [&](const auto& pair) {
            return meet(m_boxes[pair.first], m_boxes[pair.second], stretch);
        });
    }

    bool mayMoveNearer() const { return m_boxes.size() <= movedNearerAtMost; }

private:
    static bool meet(const Box& a, const Box& b, const Stretch& stretch)
    {
        constexpr double half = airBetween / 2;
        return a.at(stretch)
            .adjusted(-half, -half, half, half)
            .intersects(b.at(stretch).adjusted(-half, -half, half, half));
    }

    std::vector<Box> m_boxes;
    std::vector<std::pair<std::size_t, std::size_t>> m_apart;
    QSizeF m_beyond = {0, 0};
};

/// The least factor with which something that grows with it reaches a measure; the greatest there
/// is where none does.
double factorFor(double wanted, const std::function<double(double)>& measure)
{
    double low = stretchAtLeast;
    double high = stretchAtMost;
    for (int i = 0; i < 40; ++i) {
        const double middle = (low + high) / 2;
        (measure(middle) < wanted ? low : high) = middle;
    }
    return high;
}

double widthAt(const Frame& frame, double across) { return frame.size({across, 1}).width(); }
double heightAt(const Frame& frame, double down) { return frame.size({1, down}).height(); }

/// What is as wide, and has the room's form.
Stretch ofForm(const Frame& frame, double width, QSizeF room)
{
    const double height = width * room.height() / room.width();
    return {factorFor(width, [&](double across) { return widthAt(frame, across); }),
            factorFor(height, [&](double down) { return heightAt(frame, down); })};
}

/// A path whose ends stay where they were on their nodes, and whose middle goes along.
QPainterPath movedPath(const QPainterPath& path, const NodeItem& source, const NodeItem& target,
                       QPointF oldSource, QPointF oldTarget, const Stretch& stretch)
{
    const int count = path.elementCount();
    const auto scaled = [&](QPointF point) {
        return QPointF(point.x() * stretch.across, point.y() * stretch.down);
    };
    const QPointF start = path.elementAt(0);
    const QPointF end = path.elementAt(count - 1);
    const QPointF offStart = source.outline.center() + start - oldSource - scaled(start);
    const QPointF offEnd = target.outline.center() + end - oldTarget - scaled(end);
    QPainterPath moved = path;
    for (int i = 0; i < count; ++i) {
        const double part = count > 1 ? static_cast<double>(i) / (count - 1) : 0;
        const QPointF to = scaled(path.elementAt(i)) + offStart * (1 - part) + offEnd * part;
        moved.setElementPositionAt(i, to.x(), to.y());
    }
    return moved;
}

std::vector<EdgeItem> movedEdges(const Picture& picture, const std::vector<NodeItem>& nodes,
                                 const Stretch& stretch)
{
    std::unordered_map<NodeId, const NodeItem*> places;
    for (const NodeItem& node : nodes)
        places.emplace(node.id, &node);
    std::vector<EdgeItem> edges = picture.edges();
    for (EdgeItem& edge : edges) {
        const NodeItem* oldSource = picture.node(edge.source);
        const NodeItem* oldTarget = picture.node(edge.target);
        if (edge.path.isEmpty() || oldSource == nullptr || oldTarget == nullptr)
            continue;
        const NodeItem& source = *places.at(edge.source);
        const NodeItem& target = *places.at(edge.target);
        const bool isStraight = edge.path.elementCount() == 2 && edge.source != edge.target;
        setPath(edge,
                isStraight ? directPath(source, target, 0)
                           : movedPath(edge.path, source, target, oldSource->outline.center(),
                                       oldTarget->outline.center(), stretch),
                target);
    }
    return edges;
}

TimeAxis movedAxis(const TimeAxis& axis, const QRectF& before, const QRectF& after,
                   const Stretch& stretch)
{
    TimeAxis moved = axis;
    if (axis.isEmpty())
        return moved;
    for (TimeAxis::Tick& period : moved.periods) {
        period.from *= stretch.across;
        period.to *= stretch.across;
    }
    moved.top = after.top() - (before.top() - axis.top);
    moved.bottom = axis.bottom * stretch.down;
    if (axis.undated.isNull())
        moved.bottom = after.bottom() + axis.bottom - before.bottom();
    else
        moved.undated = QRectF(QPointF(axis.undated.left() * stretch.across, moved.bottom),
                               QPointF(axis.undated.right() * stretch.across, after.bottom()));
    return moved;
}

QRectF boundsOf(const std::vector<NodeItem>& nodes)
{
    QRectF all;
    for (const NodeItem& node : nodes)
        all |= node.bounds;
    return all;
}

} // namespace

Stretch stretchToFill(const Picture& picture, QSizeF room, QSizeF atLeast)
{
    if (picture.isEmpty() || room.isEmpty())
        return {};
    const Frame frame(picture);
    const QSizeF now = frame.size({});
    // As it is in the one direction, moved apart in the other: nothing comes nearer.
    const double form = room.width() / room.height();
    double wide = std::max({now.width(), now.height() * form, atLeast.width()});
    // In a timeline what is nearer is earlier: that is left as it is.
    if (!frame.mayMoveNearer() || !picture.timeAxis().isEmpty())
        return ofForm(frame, wide, room);
    const QSizeF least = frame.size({stretchAtLeast, stretchAtLeast});
    double narrow = std::max({least.width(), least.height() * form, atLeast.width()});
    for (int i = 0; i < 16 && narrow < wide; ++i) {
        const double middle = (narrow + wide) / 2;
        (frame.isCrowded(ofForm(frame, middle, room)) ? narrow : wide) = middle;
    }
    return ofForm(frame, wide, room);
}

Picture stretched(const Picture& picture, const Style& style, const Stretch& stretch)
{
    Measures measures(style);
    std::vector<NodeItem> nodes = picture.nodes();
    for (NodeItem& node : nodes) {
        const QPointF middle = node.outline.center();
        moveTo(node, {middle.x() * stretch.across, middle.y() * stretch.down});
    }
    std::vector<EdgeItem> edges = movedEdges(picture, nodes, stretch);
    placeLabels(nodes, edges, measures);
    TimeAxis axis =
        movedAxis(picture.timeAxis(), boundsOf(picture.nodes()), boundsOf(nodes), stretch);
    return {std::move(nodes), std::move(edges), std::move(axis)};
}

} // namespace entente
