// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/fixednames.h"
#include "ui/paint/picture.h"

#include <QFont>

class QPainter;

namespace entente
{

// The parts of a picture, one by one, on a painter in scene coordinates.

/// What is worked out once for many items.
struct Pencil
{
    Pencil(QPainter& itsPainter, const Style& itsStyle, double itsScale);

    QPainter& painter;
    const Style& style;
    double scale; ///< Screen pixels for each scene pixel: how much detail can be seen.
    QRectF seen;  ///< The part of the scene that the painter can reach.
    QFont name, struckName, detail, inside, tag, label;
    double nameBase, detailBase, tagBase, labelBase; ///< Of the baselines, from the lines' tops.
};

/// What a card says at a fixed size, as much as it has room for: its title, else its type and date.
/// Between the scales at which it is read in place and those at which a card holds no line.
void drawFixedTitle(Pencil& pencil, const NodeItem& card);
/// Whether that is its title.
bool hasFixedTitle(const NodeItem& card, const Style& style, double scale);

void drawShape(Pencil& pencil, const NodeItem& node);
/// The veils under the words outside the shape.
void drawVeil(Pencil& pencil, const NodeItem& node);
/// Name and second line, in their places, as far as they fit and can be read at this scale.
void drawWords(Pencil& pencil, const NodeItem& node);
/// The name at a fixed size on screen, for overviews, beside the shape.
void drawFixedName(Pencil& pencil, const NodeItem& node, NamePlace place = {});

void drawLine(Pencil& pencil, const EdgeItem& edge);
void drawLine(Pencil& pencil, const EdgeItem& edge, const QPen& pen);
void drawArrow(Pencil& pencil, const EdgeItem& edge, const QColor& colour);
void drawLabel(Pencil& pencil, const EdgeItem& edge);
/// Over its line and its label.
void drawContestedMark(Pencil& pencil, const EdgeItem& edge);
/// The open diamond, over its line and its label.
void drawJudgementMark(Pencil& pencil, const EdgeItem& edge);
/// Half one colour, half the other.
void drawContestedMark(Pencil& pencil, const QRectF& rect, const QColor& first);

} // namespace entente
