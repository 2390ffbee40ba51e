// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace entente
{

// Level of detail: the scales (screen pixels for each scene pixel) from which on things are drawn.
// Names are 13 px high at 1, second lines and roles 11 px; under 8 px they cannot be read.

constexpr double namesFrom = 0.58;   ///< All names, in place; below: some, at a fixed size.
constexpr double rolesFrom = 0.68;   ///< Labels of edges.
constexpr double detailsFrom = 0.68; ///< Second lines: positions, dates.
constexpr double arrowsFrom = 0.5;
constexpr double shapesFrom = 0.22; ///< Below, nodes are spots of colour.
constexpr double smoothFrom = 0.35; ///< Below, many edges are drawn as hairlines in one call.

/// Of what is contested: its two colours can be told apart at this size, and are never left out.
constexpr double leastMarkPixels = 8;

} // namespace entente
