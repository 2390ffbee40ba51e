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
                      Measures& measures);

/// The room that a node asks of the layout. The shape is in the middle of it, so that a longer
/// label moves nothing and edges that aim at the middle meet the shape.
Size roomFor(const NodeItem& item);

void moveTo(NodeItem& item, QPointF centre);

// For drawing, on screen and in files.

const QFont& nameFont(const NodeItem& item, const Style& style);
double nameLineHeight(const NodeItem& item);
QColor nameColour(const NodeItem& item, const Style& style);
/// True when the name stands within the shape, at its left.
bool isNameWithin(const NodeItem& item);
/// Of all its words outside the shape; null when there are none.
QRectF wordsBelow(const NodeItem& item);
/// The stripe of a card, the pin of a pill, the mark of what is contested: null when there is none.
QRectF stripeOf(const NodeItem& item);
QRectF pinOf(const NodeItem& item);
QRectF contestedMarkOf(const NodeItem& item);

} // namespace entente
