// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/ontology/ontology.h"

#include <QPainterPath>
#include <QPointF>
#include <QRectF>

namespace entente
{

/// The line round a shape that fills the rectangle.
QPainterPath outlineOf(Shape shape, const QRectF& rect);

/// Whether a point lies in the shape, with `margin` more all around.
bool isInside(Shape shape, const QRectF& rect, QPointF point, double margin = 0);

/// Where the straight way from a point inside to one outside crosses the outline.
QPointF crossing(Shape shape, const QRectF& rect, QPointF inside, QPointF outside);

/// The pin of a pill, its point at the bottom, within the rectangle.
QPainterPath pinIn(const QRectF& rect);

} // namespace entente
