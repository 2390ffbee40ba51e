// SPDX-License-Identifier: Apache-2.0
#include "graph/query/tiegraph.h"

#include <numeric>
#include <unordered_map>

namespace entente
{

TieGraph tieGraph(const KnowledgeGraph& actors, const std::set<std::optional<Modality>>& modalities)
{
    const std::vector<NodeId> nodes = actors.nodes();
    std::unordered_map<NodeId, std::size_t> places;
    for (std::size_t place = 0; place < nodes.size(); ++place)
        places.emplace(nodes[place], place);
    TieGraph ties(nodes.size());
    for (const EdgeId id : actors.edges()) {
        int meetings = 0;
        for (const ModalityCounts& counts :
             {actors.edge(id)->tie().counts, actors.edge(id)->tie().judgedCounts}) {
            if (modalities.empty())
                meetings += std::accumulate(counts.begin(), counts.end(), 0);
            for (const std::optional<Modality> modality : modalities)
                meetings += countOf(counts, modality);
        }
        if (meetings > 0)
            boost::add_edge(places.at(actors.source(id)), places.at(actors.target(id)),
                            TieWeight{static_cast<double>(meetings)}, ties);
    }
    return ties;
}

} // namespace entente
