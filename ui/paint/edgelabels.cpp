// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/edgelabels.h"

#include "ui/paint/edgeitem.h"
#include "ui/paint/marks.h"
#include "ui/paint/measure.h"
#include "ui/paint/nodeitem.h"
#include "ui/paint/occupied.h"
#include "ui/paint/outline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace entente
{

namespace
{

constexpr double cell = 64;
constexpr double airOfArrow = 4; // With the head's own length, 12 from its point to a label.

// Looking for a place that hides no other edge costs 9 more look-ups an edge; beyond this, the
// picture is too dense for it to find any.
constexpr std::size_t freeOfEdgesAtMost = 1500;

// From the middle outwards, as parts of the way.
constexpr std::array places{0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82};

/// Short pieces of edges as rectangles: which edges run through a place, nearly.
class Lines
{
public:
    explicit Lines(const std::vector<EdgeItem>& edges)
    {
        for (std::size_t i = 0; i < edges.size(); ++i) {
            const int samples = static_cast<int>(lengthOf(edges[i].line) / step);
            for (int nth = 0; nth <= samples; ++nth) {
                const QPointF point = pointAt(edges[i].line, nth * step);
                m_cells[keyOf(columnOf(point.x()), columnOf(point.y()))].push_back(
                    {point, static_cast<int>(i)});
            }
        }
    }

    /// How many points of other edges lie in the rectangle.
    int count(const QRectF& rect, int own) const
    {
        int count = 0;
        for (int column = columnOf(rect.left()); column <= columnOf(rect.right()); ++column) {
            for (int row = columnOf(rect.top()); row <= columnOf(rect.bottom()); ++row) {
                const auto found = m_cells.find(keyOf(column, row));
                if (found == m_cells.end())
                    continue;
                count += static_cast<int>(
                    std::ranges::count_if(found->second, [&](const Sample& sample) {
                        return sample.edge != own && rect.contains(sample.point);
                    }));
            }
        }
        return count;
    }

private:
    static constexpr double step = 6; // Less than half the height of a label.

    struct Sample
    {
        QPointF point;
        int edge;
    };

    /// Or row.
    static int columnOf(double v) { return static_cast<int>(std::floor(v / cell)); }

    static std::uint64_t keyOf(int column, int row)
    {
        return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(column)) << 32U) |
               static_cast<std::uint32_t>(row);
    }

    std::unordered_map<std::uint64_t, std::vector<Sample>> m_cells;
};

/// In the corners of a node: no words may hide them.
void takeMarks(Occupied& occupied, const NodeItem& node)
{
    for (const QRectF& mark : {badgeOf(node), contestedMarkOf(node), pinMarkOf(node)}) {
        if (!mark.isNull())
            occupied.take(mark);
    }
}

Occupied roomOfNodes(const std::vector<NodeItem>& nodes)
{
    Occupied occupied(cell);
    for (const NodeItem& node : nodes) {
        occupied.take(node.outline.adjusted(-3, -3, 3, 3));
        if (const QRectF words = wordsBelow(node); !words.isNull())
            occupied.take(words);
        takeMarks(occupied, node);
    }
    return occupied;
}

/// True, and the room is taken, when it was free.
bool takeIfFree(Occupied& occupied, const QRectF& rect)
{
    if (rect.isNull() || occupied.meets(rect))
        return false;
    occupied.take(rect);
    return true;
}

QRectF bestPlace(const EdgeItem& edge, int index, QSizeF size, const Occupied& occupied,
                 const Lines* lines)
{
    QRectF best;
    int leastCrossed = 0;
    const double length = lengthOf(edge.line);
    for (const double part : places) {
        QRectF rect(QPointF(), size);
        rect.moveCenter(pointAt(edge.line, length * part));
        if (occupied.meets(rect))
            continue;
        const int crossed = lines ? lines->count(rect, index) : 0;
        if (best.isNull() || crossed < leastCrossed) {
            best = rect;
            leastCrossed = crossed;
        }
        if (crossed == 0)
            break;
    }
    return best;
}

} // namespace

Size labelSize(const QString& label, Measures& measures)
{
    if (label.isEmpty())
        return {};
    return {measures.label.width(label) + 2 * labelPad, labelHeight};
}

void settleWords(std::vector<NodeItem>& nodes)
{
    Occupied occupied(cell);
    for (const NodeItem& node : nodes) {
        occupied.take(node.outline);
        takeMarks(occupied, node);
    }
    std::vector<int> order(nodes.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](int i) { return nodes[static_cast<std::size_t>(i)].weight; });
    for (const int i : order) {
        NodeItem& node = nodes[static_cast<std::size_t>(i)];
        if (isNameWithin(node))
            continue;
        node.nameFits = takeIfFree(occupied, nameBlock(node));
        node.detailFits = node.nameFits && takeIfFree(occupied, node.detailRect);
    }
}

void placeLabels(const std::vector<NodeItem>& nodes, std::vector<EdgeItem>& edges,
                 Measures& measures)
{
    Occupied occupied = roomOfNodes(nodes);
    for (const EdgeItem& edge : edges) {
        if (edge.contested)
            occupied.take(contestedMarkOf(edge));
        if (edge.judged)
            occupied.take(judgementMarkOf(edge).boundingRect());
        if (edge.directed && edge.tip != edge.tail)
            occupied.take(arrowHead(edge).boundingRect().adjusted(-airOfArrow, -airOfArrow,
                                                                  airOfArrow, airOfArrow));
    }
    std::optional<Lines> lines;
    if (edges.size() <= freeOfEdgesAtMost)
        lines.emplace(edges);

    std::vector<int> order(edges.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&](int a, int b) {
        return edges[static_cast<std::size_t>(a)].width > edges[static_cast<std::size_t>(b)].width;
    });
    for (const int index : order) {
        EdgeItem& edge = edges[static_cast<std::size_t>(index)];
        const Size size = labelSize(edge.label, measures);
        if (size.width <= 0 || edge.line.isEmpty())
            continue;
        edge.labelRect =
            bestPlace(edge, index, {size.width, size.height}, occupied, lines ? &*lines : nullptr);
        if (!edge.labelRect.isNull())
            occupied.take(edge.labelRect);
    }
}

} // namespace entente
