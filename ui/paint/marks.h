// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/lod.h"
#include "ui/paint/measure.h"
#include "ui/paint/picture.h"

namespace entente
{

struct Pencil;

// The small marks at the corners of a node: how many neighbours are not shown, and whether it is
// pinned. On screen and in files.

constexpr double marksFrom = 0.3; ///< The scale from which on they are drawn.
/// Below, badges of events are left out: each would have one.
constexpr double eventBadgesFrom = namesFrom;

/// Gives the node a badge "+12" for this many neighbours that are not shown; none for 0.
void setHidden(NodeItem& item, int hidden, Measures& measures);
void setPinned(NodeItem& item);

/// "+12"; empty for none.
QString badgeWords(int hidden);
/// At the upper right corner (the lower, where sources contradict each other); null when there is
/// none, or none is drawn at this scale. Below a scale of 0.75 it does not shrink with the picture,
/// or its figures could not be read.
QRectF badgeOf(const NodeItem& item, double scale = 1);
QSizeF badgeSize(double wordsWidth);
QColor badgeFill(const Style& style);
/// At the upper left corner; null when it is not pinned.
QRectF pinMarkOf(const NodeItem& item, double scale = 1);
/// A drawing pin that fills the square.
QPainterPath drawingPin(const QRectF& square);

void drawBadge(Pencil& pencil, const QRectF& rect, const QString& words);
void drawPinMark(Pencil& pencil, const QRectF& rect);
/// Those that the node has, as far as they can be seen at this scale.
void drawMarks(Pencil& pencil, const NodeItem& node);

} // namespace entente
