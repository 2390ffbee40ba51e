// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/edgeitem.h"

#include "ui/paint/lod.h"
#include "ui/paint/nodeitem.h"
#include "ui/paint/outline.h"

#include <QLineF>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace entente
{

namespace
{

using Cubic = std::array<QPointF, 4>;
using Cubics = std::vector<Cubic>;

constexpr double touching = 4; // A route that ends further from its node's room was left behind.
constexpr double arrowLength = 8;

bool isInsideOf(const NodeItem& node, QPointF point)
{
    return isInside(node.shape, node.outline, point);
}

QPointF between(QPointF a, QPointF b, double t) { return a + (b - a) * t; }

/// The part of a curve from t to its end.
Cubic rightPart(const Cubic& c, double t)
{
    const QPointF a = between(c[0], c[1], t);
    const QPointF b = between(c[1], c[2], t);
    const QPointF d = between(c[2], c[3], t);
    const QPointF e = between(a, b, t);
    const QPointF f = between(b, d, t);
    return {between(e, f, t), f, d, c[3]};
}

void reverse(Cubics& chain)
{
    std::ranges::reverse(chain);
    for (Cubic& cubic : chain)
        std::ranges::reverse(cubic);
}

/// Begins the chain at the outline of the node that its beginning lies in.
void trimStart(Cubics& chain, const NodeItem& node)
{
    const auto firstOut = std::ranges::find_if(
        chain, [&](const Cubic& cubic) { return !isInsideOf(node, cubic[3]); });
    chain.erase(chain.begin(), firstOut);
    if (chain.empty() || !isInsideOf(node, chain.front()[0]))
        return;
    double in = 0;
    double out = 1;
    for (int step = 0; step < 24; ++step) {
        const double t = (in + out) / 2;
        (isInsideOf(node, rightPart(chain.front(), t)[0]) ? in : out) = t;
    }
    chain.front() = rightPart(chain.front(), in);
}

/// Begins the chain at the node's outline, wherever it began. One that began outside is led to the
/// node's middle first, by b(t) += (1 - t)² d: without a bend, and as it was at the curve's end.
void tieStart(Cubics& chain, const NodeItem& node)
{
    Cubic& first = chain.front();
    if (!isInsideOf(node, first[0])) {
        const QPointF way = node.outline.center() - first[0];
        first[0] += way;
        first[1] += way / 3;
    }
    trimStart(chain, node);
}

bool isStraight(const Cubic& cubic)
{
    const QPointF way = cubic[3] - cubic[0];
    const double length = std::hypot(way.x(), way.y());
    const auto distance = [&](QPointF point) {
        const QPointF to = point - cubic[0];
        return std::abs(way.x() * to.y() - way.y() * to.x()) / std::max(length, 1e-9);
    };
    return distance(cubic[1]) < 0.5 && distance(cubic[2]) < 0.5;
}

QPainterPath pathOf(const Cubics& chain)
{
    QPainterPath path;
    if (chain.empty())
        return path;
    path.moveTo(chain.front()[0]);
    for (const Cubic& cubic : chain) {
        if (isStraight(cubic))
            path.lineTo(cubic[3]);
        else
            path.cubicTo(cubic[1], cubic[2], cubic[3]);
    }
    return path;
}

bool touches(const NodeItem& node, QPointF point)
{
    const Size room = roomFor(node);
    const QPointF off = point - node.outline.center();
    return std::abs(off.x()) <= room.width / 2 + touching &&
           std::abs(off.y()) <= room.height / 2 + touching;
}

/// How far along a straight piece, 0 to 1, it enters the rectangle; above 1: not at all.
double entry(const QLineF& piece, const QRectF& rect)
{
    double enters = 0;
    double leaves = 1;
    const auto clip = [&](double from, double by, double low, double high) {
        if (std::abs(by) < 1e-12) {
            if (from < low || from > high)
                enters = 2;
            return;
        }
        const double a = (low - from) / by;
        const double b = (high - from) / by;
        enters = std::max(enters, std::min(a, b));
        leaves = std::min(leaves, std::max(a, b));
    };
    clip(piece.x1(), piece.dx(), rect.left(), rect.right());
    clip(piece.y1(), piece.dy(), rect.top(), rect.bottom());
    return enters <= leaves ? enters : 2;
}

/// Where along the line its arrow stands: at the end, or where it goes under the target's words.
double tipDistance(const QPolygonF& line, const NodeItem& target)
{
    const QRectF words = wordsBelow(target);
    double distance = 0;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QLineF piece(line[i - 1], line[i]);
        if (!words.isNull()) {
            if (const double t = entry(piece, words); t <= 1)
                return distance + t * piece.length();
        }
        distance += piece.length();
    }
    return distance;
}

} // namespace

QPainterPath directPath(const NodeItem& source, const NodeItem& target, double bend)
{
    const QPointF from = source.outline.center();
    const QPointF to = target.outline.center();
    QPainterPath path(from);
    if (isInsideOf(source, to) || isInsideOf(target, from)) {
        path.lineTo(to); // One lies upon the other: there is no outline between them.
        return path;
    }
    if (bend == 0) {
        path = QPainterPath(crossing(source.shape, source.outline, from, to));
        path.lineTo(crossing(target.shape, target.outline, to, from));
        return path;
    }
    const QLineF way(from, to);
    const QPointF aside = QPointF(way.dy(), -way.dx()) / way.length() * bend * 4 / 3;
    Cubics chain{{from, way.pointAt(1.0 / 3) + aside, way.pointAt(2.0 / 3) + aside, to}};
    trimStart(chain, source);
    reverse(chain);
    trimStart(chain, target);
    reverse(chain);
    return chain.empty() ? directPath(source, target, 0) : pathOf(chain);
}

QPainterPath loopPath(const NodeItem& node, int nth)
{
    const QPointF centre = node.outline.center();
    const double reach = node.outline.width() / 2 + 42.0 + 16.0 * nth;
    const auto towards = [&](double degrees, double distance) {
        const double angle = degrees * std::numbers::pi / 180;
        return centre + QPointF(std::cos(angle), -std::sin(angle)) * distance;
    };
    Cubics chain{{centre, towards(68, reach), towards(12, reach), centre}};
    // Cut in the middle, so that each half leaves the shape once.
    const Cubic second = rightPart(chain.front(), 0.5);
    Cubics first{chain.front()};
    reverse(first);
    first.front() = rightPart(first.front(), 0.5);
    reverse(first);
    chain = {first.front(), second};
    trimStart(chain, node);
    reverse(chain);
    trimStart(chain, node);
    reverse(chain);
    return pathOf(chain);
}

QPainterPath routedPath(const Route& route, const NodeItem& source, const NodeItem& target)
{
    const std::size_t count = route.points.size();
    if (count < 4 || count % 3 != 1)
        return {};
    const auto point = [&](std::size_t i) { return QPointF(route.points[i].x, route.points[i].y); };
    if (!touches(source, point(0)) || !touches(target, point(count - 1)))
        return {};
    Cubics chain;
    for (std::size_t i = 0; i + 3 < count; i += 3)
        chain.push_back({point(i), point(i + 1), point(i + 2), point(i + 3)});
    if (std::ranges::all_of(chain, [&](const Cubic& cubic) {
            return isStraight({chain.front()[0], cubic[1], cubic[2], chain.back()[3]});
        }))
        return {};
    tieStart(chain, source);
    if (chain.empty())
        return {};
    reverse(chain);
    tieStart(chain, target);
    reverse(chain);
    return pathOf(chain);
}

void setPath(EdgeItem& edge, const QPainterPath& path, const NodeItem& target)
{
    edge.path = path;
    if (path.elementCount() == 2)
        edge.line = {path.elementAt(0), path.elementAt(1)};
    else if (!path.isEmpty())
        edge.line = path.toSubpathPolygons().value(0);
    if (edge.line.isEmpty())
        return;
    edge.middle = pointAt(edge.line, lengthOf(edge.line) / 2);
    const double tip = edge.directed ? tipDistance(edge.line, target) : lengthOf(edge.line);
    edge.tip = pointAt(edge.line, tip);
    edge.tail = pointAt(edge.line, std::max(tip - arrowLength, 0.0));
}

QPolygonF arrowHead(const EdgeItem& edge)
{
    const QLineF back = QLineF(edge.tip, edge.tail).unitVector();
    const QPointF along(back.dx(), back.dy());
    const QPointF across(-along.y(), along.x());
    const QPointF base = edge.tip + along * (7 + edge.width);
    const double half = 3 + edge.width * 0.5;
    return {edge.tip, base + across * half, base - across * half};
}

QRectF contestedMarkOf(const EdgeItem& edge, double scale)
{
    if (!edge.contested)
        return {};
    const double size = std::max(10.0, leastMarkPixels / scale);
    QRectF mark(0, 0, size, size);
    mark.moveCenter(edge.middle);
    return mark;
}

QPolygonF judgementMarkOf(const EdgeItem& edge, double scale)
{
    if (!edge.judged || edge.line.isEmpty())
        return {};
    const double half = std::max(12.0, 1.2 * leastMarkPixels / scale) / 2;
    const double aside = edge.contested ? 2 * half + 3 : 0;
    const QPointF middle =
        aside == 0 ? edge.middle : pointAt(edge.line, lengthOf(edge.line) / 2 + aside);
    return {middle - QPointF(0, half), middle + QPointF(half, 0), middle + QPointF(0, half),
            middle - QPointF(half, 0)};
}

double lengthOf(const QPolygonF& line)
{
    double length = 0;
    for (qsizetype i = 1; i < line.size(); ++i)
        length += QLineF(line[i - 1], line[i]).length();
    return length;
}

QPointF pointAt(const QPolygonF& line, double distance)
{
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QLineF piece(line[i - 1], line[i]);
        const double length = piece.length();
        if (distance <= length && length > 0)
            return piece.pointAt(distance / length);
        distance -= length;
    }
    return line.isEmpty() ? QPointF() : line.back();
}

} // namespace entente
