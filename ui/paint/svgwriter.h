// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/page.h"

#include <QByteArray>

namespace entente
{

struct ShownSources;

/// The picture as SVG 1.1: a group with a stable id for each node and edge, its name as title, its
/// words as text that can be searched and copied; with its quotes, if they are known, as what
/// describes it. No scripts, no links, nothing from outside.
/// @param sources null: none are known.
QByteArray svgOf(const Picture& picture, const Style& style, const Page& page,
                 const ShownSources* sources = nullptr);

} // namespace entente
