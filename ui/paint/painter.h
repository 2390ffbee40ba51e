// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"

#include <QRectF>

#include <set>

class QPainter;

namespace entente
{

/// What stands out: selected in amber; found in a dashed line; a hovered node with its neighbours
/// while the rest steps back; a hovered edge with its ends, while nothing else changes.
struct Highlight
{
    std::set<NodeId> selectedNodes;
    std::set<EdgeId> selectedEdges;
    std::set<NodeId> foundNodes;
    std::set<EdgeId> foundEdges;
    Target hovered;
};

/// Draws the part of a picture that lies in `visible`, in scene coordinates; the painter's
/// transform takes it where it goes. Detail follows the scale: hubs' labels first, then names,
/// roles, dates.
/// @param scale device-independent pixels for each scene pixel.
void paint(QPainter& painter, const Picture& picture, const Style& style, const QRectF& visible,
           double scale);

/// The room that all of a picture takes at a scale: names at a fixed size reach beyond its bounds.
QRectF boundsAt(const Picture& picture, double scale);

/// How many names are not drawn at a scale at which they have a size of their own, because there is
/// no room for them; of meetings, how many cards do not have their title.
int unnamedAt(const Picture& picture, const Style& style, double scale);

/// Draws what stands out on top of a picture that paint() has drawn.
void paintHighlight(QPainter& painter, const Picture& picture, const Style& style,
                    const Highlight& highlight, double scale);

} // namespace entente
