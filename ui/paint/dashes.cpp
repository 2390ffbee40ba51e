// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/dashes.h"

#include <algorithm>
#include <cmath>

namespace entente
{

namespace
{

struct Range
{
    double from = 0;
    double to = 1;
};

/// Where along the line, 0 to 1, it runs within the rectangle; from > to: nowhere.
Range rangeWithin(const QLineF& line, const QRectF& rect)
{
    Range range;
    const auto clip = [&](double start, double by, double low, double high) {
        if (std::abs(by) < 1e-12) {
            if (start < low || start > high)
                range.from = 2;
            return;
        }
        const double a = (low - start) / by;
        const double b = (high - start) / by;
        range.from = std::max(range.from, std::min(a, b));
        range.to = std::min(range.to, std::max(a, b));
    };
    clip(line.x1(), line.dx(), rect.left(), rect.right());
    clip(line.y1(), line.dy(), rect.top(), rect.bottom());
    return range;
}

} // namespace

QList<QLineF> dashesAlong(const QPolygonF& line, const QPen& pen, const QRectF& seen)
{
    const QList<qreal> pattern = pen.dashPattern();
    QList<QLineF> dashes;
    if (pattern.size() < 2)
        return dashes;
    // A round cap adds half a width at each end.
    const double cap = pen.capStyle() == Qt::RoundCap ? pen.widthF() : 0;
    const double dash = pattern[0] * pen.widthF() + cap;
    const double period = (pattern[0] + pattern[1]) * pen.widthF();
    double before = 0; // On the pieces behind.
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QLineF piece(line[i - 1], line[i]);
        const double length = piece.length();
        const Range range = rangeWithin(piece, seen);
        if (length > 0 && range.from <= range.to) {
            const double first = before + range.from * length;
            const double last = before + range.to * length;
            // Counted, not added up: a dash is the same to the last bit whatever part is seen.
            const int end = static_cast<int>(last / period);
            for (int nth = static_cast<int>(first / period); nth <= end; ++nth) {
                const double at = nth * period;
                const double from = std::max(at, first);
                const double to = std::min(at + dash, last);
                if (from < to)
                    dashes.emplace_back(piece.pointAt((from - before) / length),
                                        piece.pointAt((to - before) / length));
            }
        }
        before += length;
    }
    return dashes;
}

} // namespace entente
