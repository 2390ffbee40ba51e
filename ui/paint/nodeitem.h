// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/geometry.h"
#include "ui/paint/measure.h"
#include "ui/paint/picture.h"

namespace entente
{

struct Node;

/// A node's words and shape, round the origin.
NodeItem makeNodeItem(const Node& node, const Ontology& ontology, const Style& style,
                      const Findings& findings, Measures& measures);

/// The room that a node asks of the layout. The shape is in the middle of it, so that a longer
/// label moves nothing and edges that aim at the middle meet the shape.
Size roomFor(const NodeItem& item);

void moveTo(NodeItem& item, QPointF centre);

// For drawing, on screen and in files.

/// As large as the initials or the code can be within the shape.
QFont insideFont(const NodeItem& item, const QFont& font);
double nameLineHeight(const NodeItem& item);
QColor nameColour(const NodeItem& item, const Style& style);
QColor detailColour(const NodeItem& item, const Style& style);
/// True when the name stands within the shape, at its left.
bool isNameWithin(const NodeItem& item);
/// Round all lines of its name.
QRectF nameBlock(const NodeItem& item);
/// Of all its words outside the shape; null when there are none.
QRectF wordsBelow(const NodeItem& item);
/// What lies under its words outside the shape. The first reaches to the shape, so that no end of a
/// line is left over between the two.
std::vector<QRectF> veilsOf(const NodeItem& item, bool withDetail);
/// The line round the shape; of an event, in the style of how sure it is.
QPen outlinePen(const NodeItem& item, const Style& style);
constexpr double cardLine = 1.6;
/// Left edge of a card, rounded as its corners are.
QPainterPath stripePath(const NodeItem& item);
/// Of a double circle.
QRectF innerRing(const NodeItem& item);
/// The pin of a pill; null when there is none.
QRectF pinOf(const NodeItem& item);
/// The mark of what is contested; null when it is not. It does not get so small on screen that its
/// two colours could not be told apart.
QRectF contestedMarkOf(const NodeItem& item, double scale = 1);

} // namespace entente
