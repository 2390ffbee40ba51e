// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPolygonF>
#include <QRectF>

#include <memory>
#include <vector>

namespace entente
{

/// Where things are: R-trees over rectangles (of nodes), over the straight pieces of lines, and
/// over the labels of these lines. Built once, packed.
class SpatialIndex
{
public:
    /// @param labels null where a line has none.
    SpatialIndex(const std::vector<QRectF>& rects, const std::vector<const QPolygonF*>& lines,
                 const std::vector<QRectF>& labels);
    ~SpatialIndex();
    SpatialIndex(const SpatialIndex&) = delete;
    SpatialIndex& operator=(const SpatialIndex&) = delete;
    SpatialIndex(SpatialIndex&&) = delete;
    SpatialIndex& operator=(SpatialIndex&&) = delete;

    /// Ascending.
    std::vector<int> rectsIn(const QRectF& area) const;
    std::vector<int> linesIn(const QRectF& area) const;
    std::vector<int> labelsIn(const QRectF& area) const;

private:
    struct Trees;
    std::unique_ptr<const Trees> m_trees;
};

} // namespace entente
