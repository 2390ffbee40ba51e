// SPDX-License-Identifier: Apache-2.0
#include "graph/query/groups.h"

#include "graph/query/tiegraph.h"

#include <boost/graph/connected_components.hpp>

#include <algorithm>
#include <map>
#include <numeric>

namespace entente
{

namespace
{

using Vertex = TieGraph::vertex_descriptor;
using Labels = std::vector<std::size_t>; ///< The group of each vertex.

/// Groups are counted from 0, without gaps. @returns how many there are.
std::size_t renumber(Labels& labels)
{
    std::map<std::size_t, std::size_t> places;
    for (std::size_t& label : labels)
        label = places.emplace(label, places.size()).first->second;
    return places.size();
}

/// One level of the method: a graph whose vertices are moved between groups.
class Level
{
public:
    explicit Level(const TieGraph& graph)
        : m_graph(graph)
        , m_labels(boost::num_vertices(graph))
        , m_degrees(boost::num_vertices(graph), 0.0)
    {
        std::iota(m_labels.begin(), m_labels.end(), std::size_t{0});
        for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
            const double weight = graph[edge].meetings;
            m_degrees[boost::source(edge, graph)] += weight;
            m_degrees[boost::target(edge, graph)] += weight; // A loop counts at both its ends.
            m_twice += 2 * weight;
        }
        m_totals = m_degrees;
    }

    /// Moves vertices while that makes the modularity greater. @returns whether any moved.
    bool improve(const Progress& progress)
    {
        bool hasMoved = false;
        for (bool moves = true; moves && !progress.stopped();) {
            moves = false;
            for (const Vertex vertex : boost::make_iterator_range(boost::vertices(m_graph)))
                moves = moveToBest(vertex) || moves;
            hasMoved = hasMoved || moves;
        }
        return hasMoved;
    }

    Labels labels() const { return m_labels; }

    double modularity() const
    {
        if (m_twice == 0)
            return 0;
        double inside = 0;
        for (const auto edge : boost::make_iterator_range(boost::edges(m_graph))) {
            if (m_labels[boost::source(edge, m_graph)] == m_labels[boost::target(edge, m_graph)])
                inside += 2 * m_graph[edge].meetings;
        }
        double expected = 0;
        for (const double total : m_totals)
            expected += total / m_twice * (total / m_twice);
        return inside / m_twice - expected;
    }

private:
    bool moveToBest(Vertex vertex)
    {
        const std::size_t before = m_labels[vertex];
        std::map<std::size_t, double> weights{{before, 0.0}}; // By group, in a fixed order.
        for (const auto edge : boost::make_iterator_range(boost::out_edges(vertex, m_graph))) {
            const Vertex other = boost::target(edge, m_graph);
            if (other != vertex)
                weights[m_labels[other]] += m_graph[edge].meetings;
        }
        m_totals[before] -= m_degrees[vertex];
        const auto gainOf = [&](std::size_t group, double weight) {
            return weight - m_totals[group] * m_degrees[vertex] / m_twice;
        };
        std::size_t best = before;
        double most = gainOf(before, weights[before]);
        for (const auto& [group, weight] : weights) {
            // Rounding must not send a vertex to and fro for ever.
            if (const double gain = gainOf(group, weight); gain > most + 1e-9) {
                most = gain;
                best = group;
            }
        }
        m_totals[best] += m_degrees[vertex];
        m_labels[vertex] = best;
        return best != before;
    }

    const TieGraph& m_graph;
    Labels m_labels;
    std::vector<double> m_degrees;
    std::vector<double> m_totals; ///< Of the degrees in each group.
    double m_twice = 0;           ///< Of the weight of all edges.
};

/// Each group becomes a vertex; what is inside becomes a loop.
TieGraph together(const TieGraph& graph, const Labels& labels, std::size_t groups)
{
    std::map<std::pair<Vertex, Vertex>, double> weights;
    for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
        const auto [a, b] =
            std::minmax({labels[boost::source(edge, graph)], labels[boost::target(edge, graph)]});
        weights[{a, b}] += graph[edge].meetings;
    }
    TieGraph result(groups);
    for (const auto& [ends, weight] : weights)
        boost::add_edge(ends.first, ends.second, TieWeight{weight}, result);
    return result;
}

/// Without those that nobody is tied to.
ActorGroups groupsBy(const KnowledgeGraph& actors, const TieGraph& ties, const Labels& labels)
{
    const std::vector<NodeId> nodes = actors.nodes();
    std::map<std::size_t, std::vector<NodeId>> groups;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (boost::out_degree(i, ties) > 0)
            groups[labels[i]].push_back(nodes[i]);
    }
    ActorGroups all;
    for (auto& [label, members] : groups) {
        std::ranges::stable_sort(members, std::ranges::greater{},
                                 [&](NodeId id) { return actors.node(id)->weight; });
        all.push_back(std::move(members));
    }
    std::ranges::stable_sort(all, std::ranges::greater{},
                             [](const std::vector<NodeId>& group) { return group.size(); });
    return all;
}

} // namespace

ActorGroups components(const KnowledgeGraph& actors, const CountedModalities& modalities)
{
    const TieGraph ties = tieGraph(actors, modalities);
    Labels labels(boost::num_vertices(ties));
    boost::connected_components(ties, labels.data());
    return groupsBy(actors, ties, labels);
}

Communities communities(const KnowledgeGraph& actors, const CountedModalities& modalities,
                        const Progress& progress)
{
    progress.report("Looking for communities", 0, 0);
    const TieGraph ties = tieGraph(actors, modalities);
    Labels labels(boost::num_vertices(ties));
    std::iota(labels.begin(), labels.end(), std::size_t{0});
    TieGraph graph = ties;
    double modularity = 0;
    for (bool improves = true; improves;) {
        Level level(graph);
        improves = level.improve(progress);
        if (progress.stopped())
            return {};
        modularity = level.modularity();
        Labels next = level.labels();
        const std::size_t groups = renumber(next);
        for (std::size_t& label : labels)
            label = next[label];
        graph = together(graph, next, groups);
    }
    return {groupsBy(actors, ties, labels), modularity};
}

} // namespace entente
