// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/geometry.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace entente
{

/// Graphviz's layout engines.
enum class Engine { Dot, Neato, Fdp, Sfdp, Twopi, Circo };
inline constexpr std::array allEngines{Engine::Dot,  Engine::Neato, Engine::Fdp,
                                       Engine::Sfdp, Engine::Twopi, Engine::Circo};

std::string_view nameOf(Engine engine);
std::optional<Engine> parseEngine(std::string_view name);

/// How edges are led: straight, with a gentle bow round a node where that is enough, which costs
/// next to nothing; or round all nodes as splines.
enum class Routing { Line, Spline };

std::string_view nameOf(Routing routing);

/// A node to be placed: numbers only, never words.
struct LayoutNode
{
    Size size;                   ///< Scene pixels, with the room for its label.
    std::optional<Point> pinned; ///< Where it must stay (its centre).

    bool operator==(const LayoutNode&) const = default;
};

struct LayoutEdge
{
    int tail = 0; ///< Index into nodes.
    int head = 0;
    Size label; ///< Room for its label; empty for none.

    bool operator==(const LayoutEdge&) const = default;
};

struct LayoutRequest
{
    Engine engine = Engine::Dot;
    Routing routing = Routing::Line;
    std::vector<LayoutNode> nodes;
    std::optional<int> root; ///< Index of the node that rings are to lie about (twopi).
    std::vector<LayoutEdge> edges;

    bool operator==(const LayoutRequest&) const = default;
};

/// The way of one edge: a chain of cubic Béziers (3n + 1 points) from tail to head, in scene
/// coordinates, ending at the outlines of the nodes; and the centre of its label if it has one.
struct Route
{
    std::vector<Point> points;
    std::optional<Point> label;

    bool operator==(const Route&) const = default;
};

/// Where everything stands, by the indices of the request; y grows downwards, the top left of all
/// is near the origin (unless nodes were pinned: then these have not moved).
struct Layout
{
    std::vector<Point> nodes; ///< Centres.
    std::vector<Route> edges;

    bool operator==(const Layout&) const = default;
};

} // namespace entente
