// SPDX-License-Identifier: Apache-2.0
#include "graph/query/ranking.h"

#include "graph/model/meetings.h"
#include "graph/ontology/ontology.h"
#include "graph/query/tiegraph.h"

#include <boost/graph/betweenness_centrality.hpp>

#include <algorithm>
#include <tuple>

namespace entente
{

namespace
{

struct Stopped
{
};

/// Scores that can be stopped at: Brandes has no other place to ask.
class StoppableScores
{
public:
    using key_type = TieGraph::vertex_descriptor;
    using value_type = double;
    using reference = double;
    using category = boost::read_write_property_map_tag;

    StoppableScores(std::vector<double>& scores, const Progress& progress)
        : m_scores(&scores)
        , m_progress(&progress)
    {
    }

    friend double get(const StoppableScores& map, key_type vertex)
    {
        return (*map.m_scores)[vertex];
    }
    friend void put(const StoppableScores& map, key_type vertex, double score)
    {
        if (map.m_progress->stopped())
            throw Stopped{};
        (*map.m_scores)[vertex] = score;
    }

private:
    std::vector<double>* m_scores;
    const Progress* m_progress;
};

std::vector<double> meetings(const KnowledgeGraph& events, const KnowledgeGraph& actors,
                             const Ontology& ontology, const CountedModalities& modalities)
{
    std::vector<double> scores;
    for (const NodeId actor : actors.nodes()) {
        std::set<NodeId> counted;
        for (const EdgeId id : events.edgesAt(actor)) {
            const NodeId event = events.source(id);
            if (events.target(id) != actor || !ontology.makesTies(events.edge(id)->type) ||
                events.edge(id)->kind != EdgeKind::Role)
                continue;
            const auto modality = encounterAt(events, ontology, event, actor, actor).modality;
            if (modalities.empty() || modalities.contains(modality))
                counted.insert(event);
        }
        scores.push_back(static_cast<double>(counted.size()));
    }
    return scores;
}

std::vector<double> betweenness(const KnowledgeGraph& actors, const CountedModalities& modalities,
                                const Progress& progress)
{
    const TieGraph ties = tieGraph(actors, modalities);
    std::vector<double> scores(boost::num_vertices(ties), 0.0);
    progress.report("Looking for who connects others", 0, 0);
    try {
        boost::brandes_betweenness_centrality(ties, StoppableScores(scores, progress));
    } catch (const Stopped&) {
        return {};
    }
    // Of an undirected graph Brandes leaves every pair counted once each way, which Boost halves.
    const auto count = static_cast<double>(scores.size());
    const double pairs = (count - 1) * (count - 2) / 2;
    for (double& score : scores)
        score = pairs > 0 ? score / pairs : 0;
    return scores;
}

} // namespace

std::string_view nameOf(RankBy by) { return by == RankBy::Degree ? "degree" : "betweenness"; }

std::string_view wordsOf(RankBy by)
{
    return by == RankBy::Degree ? "takes part in most meetings" : "connects others most";
}

std::vector<Ranked> ranked(const KnowledgeGraph& events, const KnowledgeGraph& actors,
                           const Ontology& ontology, RankBy by, const CountedModalities& modalities,
                           const Progress& progress)
{
    const std::vector<double> scores = by == RankBy::Degree
                                           ? meetings(events, actors, ontology, modalities)
                                           : betweenness(actors, modalities, progress);
    std::vector<Ranked> all;
    const std::vector<NodeId> nodes = actors.nodes();
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (scores[i] > 0)
            all.push_back({nodes[i], scores[i]});
    }
    std::ranges::sort(all, [&](const Ranked& a, const Ranked& b) {
        return std::tuple(-a.score, actors.node(a.actor)->name, a.actor) <
               std::tuple(-b.score, actors.node(b.actor)->name, b.actor);
    });
    return all;
}

} // namespace entente
