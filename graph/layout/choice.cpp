// SPDX-License-Identifier: Apache-2.0
#include "graph/layout/choice.h"

namespace entente
{

namespace
{

// Seconds of computing time of entente-layout, optimised build, on graphs of meetings (cards that
// join a few of many persons, some of whom attend most), at nodes/edges; spline beside line:
//
//            50/90       100/180     200/360     500/900    2000/3600
//   dot      0.01 0.01   0.01 0.01   0.03 0.04   0.25 0.26   6.9  11.4
//   neato    0.03 0.19   0.21 1.04   0.08 4.4    0.56       10.4
//   fdp      0.08 0.23   0.21 1.00   0.06 4.4    0.22        2.1
//   sfdp     0.02 0.17   0.06 0.96   0.01 4.9    0.09        0.92
//   twopi    0.01 0.14   0.01 0.74   0.01 4.6    0.05        0.67
//   circo    0.04 0.20   0.32 1.11   3.2  7.5
//
// Up to 300 edges neato, fdp and sfdp are begun twelve times and the clearest picture is kept. To
// find ways round the nodes costs the third power of their number, however few the edges are.
constexpr int splinesUpToNodes = 50;
// In layers the ways come with the places, but long ones take their time: 2000/3600, 11 s.
constexpr int layerSplinesUpToEdges = 1000;

} // namespace

Engine chooseEngine(int, int)
{
    // On the graph of a real article (67 nodes, 123 edges) sfdp gave the picture that is easiest to
    // read: fewest crossings (108; neato 109, fdp 150) and fewest labels on nodes (9; 17, 12), in a
    // fifth less space than neato; layers were three times as high as the window. It is the fastest
    // on large graphs too.
    return Engine::Sfdp;
}

Routing chooseRouting(Engine engine, int nodes, int edges)
{
    if (engine == Engine::Dot)
        return edges <= layerSplinesUpToEdges ? Routing::Spline : Routing::Line;
    return nodes <= splinesUpToNodes ? Routing::Spline : Routing::Line;
}

} // namespace entente
