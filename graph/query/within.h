// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"

namespace entente
{

class KnowledgeGraph;

/// Whether a place lies in another by what the articles say (LocatedIn), over places between, too.
/// @param events the graph of all events.
bool liesWithin(const KnowledgeGraph& events, NodeId inner, NodeId outer);

} // namespace entente
