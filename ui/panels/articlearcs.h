// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/textspan.h"

#include <QString>

#include <vector>

class QPainter;

namespace entente
{

class ArticleText;
struct Style;

/// From the words that tell of an event to words that fill a role of it.
struct ArticleArc
{
    TextSpan from;
    TextSpan to;
    QString label; ///< The role.

    bool operator==(const ArticleArc&) const = default;
};

/// Draws the arcs that reach into view, over the text; the labels of those that have room for them.
void paintArcs(QPainter& painter, const ArticleText& text, const std::vector<ArticleArc>& arcs,
               const Style& style);

} // namespace entente
