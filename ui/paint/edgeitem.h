// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

namespace entente
{

/// A straight way between two shapes, or with `bend` pixels to its left in the middle, so that
/// parallel edges stay apart.
QPainterPath directPath(const NodeItem& source, const NodeItem& target, double bend);

/// A loop over the shoulder of a node; the next ones are wider.
QPainterPath loopPath(const NodeItem& node, int nth);

/// The layout's way, cut or lengthened to begin and end on the outlines. An empty path when it is
/// straight anyway, or when it no longer touches its nodes.
QPainterPath routedPath(const Route& route, const NodeItem& source, const NodeItem& target);

/// Sets what hangs on the path: its straight pieces, middle, and arrow.
void setPath(EdgeItem& edge, const QPainterPath& path, const NodeItem& target);

/// The triangle at its target.
QPolygonF arrowHead(const EdgeItem& edge);

/// The mark of what is contested, half way along its line; null when it is not.
QRectF contestedMarkOf(const EdgeItem& edge, double scale = 1);

/// Of the diamond's outline.
inline constexpr double judgementLine = 1.6;
/// The open diamond half way along a line that an analyst's judgement alone stands for, beside the
/// mark of what is contested, if it has that; empty when it is not such a line.
QPolygonF judgementMarkOf(const EdgeItem& edge, double scale = 1);

double lengthOf(const QPolygonF& line);
/// A point on the line so far from its start; its end when it is shorter.
QPointF pointAt(const QPolygonF& line, double distance);

} // namespace entente
