// SPDX-License-Identifier: Apache-2.0
#include "graph/layout/cloud.h"

#include <algorithm>
#include <cmath>

namespace entente
{

void lieDown(std::vector<Point>& points)
{
    Point mean;
    for (const Point& p : points) {
        mean.x += p.x / static_cast<double>(points.size());
        mean.y += p.y / static_cast<double>(points.size());
    }
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (const Point& p : points) {
        xx += (p.x - mean.x) * (p.x - mean.x);
        yy += (p.y - mean.y) * (p.y - mean.y);
        xy += (p.x - mean.x) * (p.y - mean.y);
    }
    const double angle = std::atan2(2 * xy, xx - yy) / 2;
    const double along = (xx + yy) / 2 + std::hypot((xx - yy) / 2, xy);
    const double across = std::max(1.0, xx + yy - along);
    const double ratio = std::sqrt(along / across);
    // Up to twice as long as the canvas a graph keeps its length: where it is drawn together,
    // labels have less room on their edges. It grows across instead, into what would stay empty.
    const double stretch =
        std::sqrt(ratio < 2 * canvasAspect ? std::clamp(canvasAspect / ratio, 1.0, 1.7)
                                           : std::clamp(2 * canvasAspect / ratio, 0.5, 1.0));
    const double widen = std::clamp(ratio * stretch * stretch / canvasAspect, 1.0, 1.6);
    for (Point& p : points) {
        const Point q{p.x - mean.x, p.y - mean.y};
        p = {(q.x * std::cos(angle) + q.y * std::sin(angle)) * stretch,
             (q.y * std::cos(angle) - q.x * std::sin(angle)) / stretch * widen};
    }
}

} // namespace entente
