// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/index.h"

#include <QLineF>

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/segment.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace entente
{

namespace
{

namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;

using BgPoint = bg::model::d2::point_xy<double>;
using BgBox = bg::model::box<BgPoint>;
using BgSegment = bg::model::segment<BgPoint>;
using BoxTree = bgi::rtree<std::pair<BgBox, int>, bgi::quadratic<16>>;
using SegmentTree = bgi::rtree<std::pair<BgSegment, int>, bgi::quadratic<16>>;

// A long diagonal has a box over half the picture and would be met by every query.
constexpr double longestPiece = 400;

BgPoint bgPoint(QPointF point) { return {point.x(), point.y()}; }

BgBox bgBox(const QRectF& rect) { return {bgPoint(rect.topLeft()), bgPoint(rect.bottomRight())}; }

std::vector<std::pair<BgBox, int>> boxesOf(const std::vector<QRectF>& rects)
{
    std::vector<std::pair<BgBox, int>> boxes;
    boxes.reserve(rects.size());
    for (std::size_t i = 0; i < rects.size(); ++i) {
        if (!rects[i].isNull())
            boxes.emplace_back(bgBox(rects[i]), static_cast<int>(i));
    }
    return boxes;
}

std::vector<std::pair<BgSegment, int>> piecesOf(const std::vector<const QPolygonF*>& lines)
{
    std::vector<std::pair<BgSegment, int>> pieces;
    pieces.reserve(lines.size() * 2);
    int index = 0;
    for (const QPolygonF* line : lines) {
        for (qsizetype i = 1; i < line->size(); ++i) {
            const QLineF whole(line->at(i - 1), line->at(i));
            const int count =
                std::max(1, static_cast<int>(std::ceil(whole.length() / longestPiece)));
            for (int part = 0; part < count; ++part) {
                const BgPoint from = bgPoint(whole.pointAt(static_cast<double>(part) / count));
                const BgPoint to = bgPoint(whole.pointAt(static_cast<double>(part + 1) / count));
                pieces.emplace_back(BgSegment(from, to), index);
            }
        }
        ++index;
    }
    return pieces;
}

template <class Tree>
std::vector<int> indicesIn(const Tree& tree, const QRectF& area)
{
    std::vector<typename Tree::value_type> found;
    tree.query(bgi::intersects(bgBox(area.normalized())), std::back_inserter(found));
    std::vector<int> indices;
    indices.reserve(found.size());
    for (const auto& [shape, index] : found)
        indices.push_back(index);
    std::ranges::sort(indices);
    indices.erase(std::ranges::unique(indices).begin(), indices.end());
    return indices;
}

} // namespace

struct SpatialIndex::Trees
{
    BoxTree rects;
    SegmentTree lines;
    BoxTree labels;
};

SpatialIndex::SpatialIndex(const std::vector<QRectF>& rects,
                           const std::vector<const QPolygonF*>& lines,
                           const std::vector<QRectF>& labels)
    : m_trees(std::make_unique<const Trees>(
          Trees{BoxTree(boxesOf(rects)), SegmentTree(piecesOf(lines)), BoxTree(boxesOf(labels))}))
{
}

SpatialIndex::~SpatialIndex() = default;

std::vector<int> SpatialIndex::rectsIn(const QRectF& area) const
{
    return indicesIn(m_trees->rects, area);
}

std::vector<int> SpatialIndex::linesIn(const QRectF& area) const
{
    return indicesIn(m_trees->lines, area);
}

std::vector<int> SpatialIndex::labelsIn(const QRectF& area) const
{
    return indicesIn(m_trees->labels, area);
}

} // namespace entente
