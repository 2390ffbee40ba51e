// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/modality.h"
#include "graph/ontology/ontology.h"
#include "graph/text/wording.h"

#include <QColor>
#include <QFont>
#include <QPen>

#include <optional>

namespace entente
{

enum class Theme { Light, Dark };

/// Everything that decides how a picture looks and that is not in the graph: colours, fonts, lines,
/// the language of our own words.
/// Fonts are named one by one, never the process's default, so that every machine and every output
/// draws the same.
struct Style
{
    Theme theme = Theme::Light;
    QColor canvas, panel, hairline, text, secondaryText, selection, mark, struckOut;
    QColor edge;      ///< Lines between nodes.
    QColor contested; ///< The second colour of the mark on what is contested.
    QColor veil;      ///< Of the canvas's colour, under labels: what runs below them steps back.
    QFont nodeName;   ///< Names under nodes, titles of cards.
    QFont nodeDetail; ///< Second lines.
    QFont nodeInside; ///< Initials and codes.
    QFont tagName;    ///< Names within pills and tags.
    QFont edgeLabel;
    QFont quote; ///< A serif, for words out of articles.
    Wording wording = {};

    static Style of(Theme theme);

    TypeColours coloursOf(const EntityType& type) const;
    TypeColours coloursOf(const EventType& type) const;
    /// How sure is the line style: the same on edges, cards and in the legend.
    QPen penFor(std::optional<Modality> modality, double width) const;
};

QColor colourOf(Rgb rgb);
/// The same font, sharing nothing with the first. Qt keeps a font's engines within it and does not
/// guard them: two threads must not draw with copies of one.
QFont ownCopy(const QFont& font);
/// A colour between two: `part` of the second.
QColor blend(const QColor& first, const QColor& second, double part);

} // namespace entente
