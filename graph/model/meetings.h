// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"

namespace entente
{

class Ontology;

/// How one event ties two actors.
struct Encounter
{
    /// As ties count it: by what is least sure of the event, the one's surest role and the other's.
    std::optional<Modality> modality;
    std::vector<EdgeId> roles; ///< Of the one, then of the other; those that make ties.
};

/// What an event says of two who take part in it. @pre all three are in the graph of events.
Encounter encounterAt(const KnowledgeGraph& events, const Ontology& ontology, NodeId event,
                      NodeId one, NodeId other);

} // namespace entente
