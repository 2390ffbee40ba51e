// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"

namespace entente
{

/// Titles the events of a graph and names them, from what fills their roles; an analyst's title
/// goes first.
void nameEvents(KnowledgeGraph::Boost& graph, const Store& store, const Ontology& ontology);

} // namespace entente
