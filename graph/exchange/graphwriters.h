// SPDX-License-Identifier: Apache-2.0
// The formats one by one, for dataformats.cpp.
#pragma once

#include <string>

namespace entente
{

struct FlatGraph;

/// http://graphml.graphdrawing.org
std::string graphMlText(const FlatGraph& graph);
/// https://gexf.net, 1.2draft.
std::string gexfText(const FlatGraph& graph);
/// https://graphviz.org/doc/info/lang.html
std::string dotText(const FlatGraph& graph);
/// https://js.cytoscape.org/#notation/elements-json, as Cytoscape writes it.
std::string cytoscapeText(const FlatGraph& graph);

} // namespace entente
