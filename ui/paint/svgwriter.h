// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/legend.h"
#include "ui/paint/picture.h"

#include <QByteArray>
#include <QRectF>

#include <vector>

namespace entente
{

/// What a file is made of, besides the picture itself.
struct Page
{
    QRectF area;   ///< Of the scene: with margins, legend and title.
    QString title; ///< Shown at the top when not empty.
    QPointF titleBaseline;
    struct Note
    {
        QString text;
        QPointF baseline;
    };
    std::vector<Note> notes; ///< Lines below all else.
    Legend legend;           ///< Empty for none.
    QPointF legendAt;
    bool isTransparent = false; ///< Nothing is painted below.
    QSizeF millimetres;         ///< How large it is meant to be; empty: 96 scene pixels an inch.
};

/// The picture as SVG 1.1: a group with a stable id for each node and edge, its name as title, its
/// words as text that can be searched and copied. No scripts, no links, nothing from outside.
QByteArray svgOf(const Picture& picture, const Style& style, const Page& page);

} // namespace entente
