// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/layout/layout.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace entente
{

/// What one of Graphviz's engines makes of a graph, in scene coordinates.
struct Drawing
{
    std::vector<Point> nodes;
    std::vector<Route> edges; ///< Without points where Graphviz gave no route.
};

/// A graph as Graphviz holds it: numbers, never words. Nodes and edges are counted from 0 as they
/// are added. Graphviz is neither thread-safe nor proof against every input: it belongs in a
/// process of its own.
class GraphvizGraph
{
public:
    using Attributes = std::vector<std::pair<const char*, std::string>>;

    explicit GraphvizGraph(const Attributes& attributes);
    ~GraphvizGraph();
    GraphvizGraph(GraphvizGraph&&) noexcept;
    GraphvizGraph(const GraphvizGraph&) = delete;
    GraphvizGraph& operator=(const GraphvizGraph&) = delete;
    GraphvizGraph& operator=(GraphvizGraph&&) = delete;

    /// Of the graph.
    void set(const char* name, const std::string& value);
    void addNode(Size size);
    /// @param length preferred, in pixels, by the engines that can.
    void addEdge(int tail, int head, double length);
    /// Where the engine begins with the node, or must leave it.
    void place(int node, Point point, bool pinned);
    /// For a label, in the engine that makes room: dot.
    void giveRoom(int edge, Size label);

    /// In a new process always the same.
    Expected<Drawing, std::string> drawnBy(const char* engine);

private:
    Drawing read() const;

    struct Data;
    std::unique_ptr<Data> m_data;
};

} // namespace entente
