// SPDX-License-Identifier: Apache-2.0
#include "graph/query/within.h"

#include "graph/model/graph.h"

#include <set>
#include <string_view>
#include <vector>

namespace entente
{

namespace
{

constexpr std::string_view withinRelation = "LocatedIn";

} // namespace

bool liesWithin(const KnowledgeGraph& events, NodeId inner, NodeId outer)
{
    std::set<NodeId> seen;
    std::vector<NodeId> next{inner};
    while (!next.empty()) {
        const NodeId at = next.back();
        next.pop_back();
        if (!seen.insert(at).second)
            continue;
        for (const EdgeId id : events.edgesAt(at)) {
            if (events.edge(id)->type != withinRelation || events.source(id) != at)
                continue;
            if (events.target(id) == outer)
                return true;
            next.push_back(events.target(id));
        }
    }
    return false;
}

} // namespace entente
