// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/outline.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace entente
{

namespace
{

constexpr double hexagonInset = 0.24; // Of its width: a regular one as wide as high has 0.25.

double cornerRadius(Shape shape, const QRectF& rect)
{
    const double half = std::min(rect.width(), rect.height()) / 2;
    switch (shape) {
    case Shape::Circle:
    case Shape::DoubleCircle:
    case Shape::Pill:
        return half;
    case Shape::RoundedSquare:
        return std::min(9.0, half);
    case Shape::Card:
        return std::min(8.0, half / 2); // Low ones, as in a legend, are cards still.
    case Shape::Tag:
        return std::min(4.0, half);
    case Shape::Hexagon:
        return 0;
    }
    return 0;
}

QPolygonF hexagonIn(const QRectF& rect)
{
    const double inset = rect.width() * hexagonInset;
    const double middle = rect.center().y();
    return {{rect.left(), middle},
            {rect.left() + inset, rect.top()},
            {rect.right() - inset, rect.top()},
            {rect.right(), middle},
            {rect.right() - inset, rect.bottom()},
            {rect.left() + inset, rect.bottom()}};
}

} // namespace

QPainterPath outlineOf(Shape shape, const QRectF& rect)
{
    QPainterPath path;
    switch (shape) {
    case Shape::Circle:
    case Shape::DoubleCircle:
        path.addEllipse(rect);
        break;
    case Shape::Hexagon:
        path.addPolygon(hexagonIn(rect));
        path.closeSubpath();
        break;
    case Shape::RoundedSquare:
    case Shape::Pill:
    case Shape::Tag:
    case Shape::Card: {
        const double radius = cornerRadius(shape, rect);
        path.addRoundedRect(rect, radius, radius);
        break;
    }
    }
    return path;
}

bool isInside(Shape shape, const QRectF& rect, QPointF point, double margin)
{
    const double x = std::abs(point.x() - rect.center().x());
    const double y = std::abs(point.y() - rect.center().y());
    const double halfWidth = rect.width() / 2 + margin;
    const double halfHeight = rect.height() / 2 + margin;
    if (x > halfWidth || y > halfHeight)
        return false;
    if (shape == Shape::Hexagon)
        return x <= halfWidth - rect.width() * hexagonInset * y / halfHeight;
    const double radius = cornerRadius(shape, rect) + margin;
    const double dx = std::max(x - (halfWidth - radius), 0.0);
    const double dy = std::max(y - (halfHeight - radius), 0.0);
    return dx * dx + dy * dy <= radius * radius;
}

QPointF crossing(Shape shape, const QRectF& rect, QPointF inside, QPointF outside)
{
    // Halving serves every convex shape alike; 24 steps leave a tenth of a millionth of the way.
    double in = 0;
    double out = 1;
    for (int step = 0; step < 24; ++step) {
        const double t = (in + out) / 2;
        (isInside(shape, rect, inside + (outside - inside) * t) ? in : out) = t;
    }
    return inside + (outside - inside) * in;
}

QPainterPath pinIn(const QRectF& rect)
{
    const double radius = rect.width() / 2;
    const QPointF centre(rect.center().x(), rect.top() + radius);
    QPainterPath path(QPointF(centre.x(), rect.bottom()));
    path.cubicTo({rect.left() + radius * 0.55, rect.bottom() - radius * 0.9},
                 {rect.left(), centre.y() + radius * 0.75}, {rect.left(), centre.y()});
    path.arcTo(QRectF(rect.topLeft(), QSizeF(rect.width(), rect.width())), 180, -180);
    path.cubicTo({rect.right(), centre.y() + radius * 0.75},
                 {rect.right() - radius * 0.55, rect.bottom() - radius * 0.9},
                 {centre.x(), rect.bottom()});
    path.closeSubpath();
    path.addEllipse(centre, radius * 0.38, radius * 0.38);
    return path;
}

} // namespace entente
