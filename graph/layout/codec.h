// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/layout/layout.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace entente
{

/// What passes between a program and its layout worker, as text, so that a request kept in a file
/// reproduces any trouble: `entente-layout < request.txt`.
///
///     request = "entente-layout-request 1" NL
///               "engine" SP ("dot" | "neato" | "fdp" | "sfdp" | "twopi" | "circo") NL
///               "routing" SP ("line" | "spline") NL
///               *("node" SP width SP height [SP x SP y] NL)         x y: pinned there
///               *("edge" SP tail SP head [SP width SP height] NL)   room for a label
///               "end" NL
///     layout  = "entente-layout 1" NL
///               *("node" SP x SP y NL)
///               *("route" *(SP x SP y) NL ["label" SP x SP y NL])
///               "end" NL
///
/// Nodes are counted from 0 in the order of their lines; lengths are scene pixels. A route has 3n +
/// 1 points, or none. Numbers are as std::to_chars writes them, the shortest that read back the
/// same, whatever the locale. There are no counts to be trusted: "end" tells a whole text from a
/// cut one. For example, one person at one meeting:
///
///     entente-layout-request 1           entente-layout 1
///     engine neato                       node 65 120
///     routing line                       node 260.5 26
///     node 130 94                        route 130 88.7 144.2 81.8 158.3 75 172.5 68.1
///     node 190 52                        label 151.3 78.4
///     edge 0 1 62 16                     end
///     end
std::string encode(const LayoutRequest& request);
std::string encode(const Layout& layout);

/// Strict: what is not exactly of the form above is refused, in words that name the line.
Expected<LayoutRequest, std::string> decodeRequest(std::string_view text);
Expected<Layout, std::string> decodeLayout(std::string_view text);

// Bounds of what is read; far beyond what can be laid out in a minute.
constexpr std::size_t layoutTextAtMost = std::size_t{256} << 20; ///< Bytes.
constexpr std::size_t layoutNodesAtMost = 200'000;
constexpr std::size_t layoutEdgesAtMost = 1'000'000;
constexpr std::size_t routePointsAtMost = 10'000;
constexpr double coordinateAtMost = 1e9; ///< Either way from 0.

} // namespace entente
