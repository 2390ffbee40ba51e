// SPDX-License-Identifier: Apache-2.0
// The formats one by one, for dataformats.cpp.
#pragma once

#include <string>

namespace entente
{

struct FlatGraph;

/// http://graphml.graphdrawing.org
std::string graphMlText(const FlatGraph& graph);
/// https://gexf.net. What 1.3 has beside 1.2draft: lists, and edges between the same two that are
/// told apart by what they are.
enum class GexfVersion { Draft12, Version13 };
std::string gexfText(const FlatGraph& graph, GexfVersion version);
/// https://graphviz.org/doc/info/lang.html
std::string dotText(const FlatGraph& graph);
/// https://js.cytoscape.org/#notation/elements-json, as Cytoscape writes it.
std::string cytoscapeText(const FlatGraph& graph);

} // namespace entente
