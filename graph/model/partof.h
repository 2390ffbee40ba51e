// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"

#include <set>

namespace entente
{

/// Some nodes and edges of a graph, as they are there: also an actor's weight counts what is left
/// out. Edges without both their ends are none of it.
KnowledgeGraph partOf(const KnowledgeGraph& graph, const std::set<NodeId>& nodes,
                      const std::set<EdgeId>& edges);

} // namespace entente
