// SPDX-License-Identifier: Apache-2.0
#include "graph/query/moments.h"

#include "graph/model/graph.h"

namespace entente
{

std::vector<Moment> momentsOf(const KnowledgeGraph& graph, const Shown& shown)
{
    std::vector<Moment> moments;
    moments.reserve(shown.nodes.size());
    for (const NodeId id : shown.nodes) {
        const Node* node = graph.node(id);
        const bool isEvent = node != nullptr && node->kind == NodeKind::Event;
        moments.push_back(
            {.isEvent = isEvent, .date = isEvent ? node->date : std::optional<Edtf>()});
    }
    return moments;
}

} // namespace entente
