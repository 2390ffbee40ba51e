// SPDX-License-Identifier: Apache-2.0
#include "graph/query/path.h"

#include "graph/model/meetings.h"
#include "graph/ontology/ontology.h"
#include "graph/query/tiegraph.h"

#include <boost/graph/breadth_first_search.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <unordered_map>

namespace entente
{

namespace
{

constexpr std::int64_t countedAtMost = 1'000'000'000;
constexpr int unreached = std::numeric_limits<int>::max();

using Vertex = TieGraph::vertex_descriptor;

class Search
{
public:
    Search(const KnowledgeGraph& events, const KnowledgeGraph& actors, const Ontology& ontology,
           const PathRequest& request)
        : m_events(events)
        , m_actors(actors)
        , m_ontology(ontology)
        , m_request(request)
        , m_ids(actors.nodes())
        , m_steps(tieGraph(actors, request.modalities))
    {
        for (Vertex vertex = 0; vertex < m_ids.size(); ++vertex)
            m_places.emplace(m_ids[vertex], vertex);
    }

    Paths run(const Progress& progress)
    {
        const auto from = m_places.find(m_request.from);
        const auto to = m_places.find(m_request.to);
        if (from == m_places.end() || to == m_places.end() || from == to)
            return {};
        addRelations();
        leaveOutOthers();
        measureFrom(to->second);
        if (m_distances[from->second] == unreached || progress.stopped())
            return {};
        Paths paths;
        paths.hops = m_distances[from->second];
        paths.inAll = count(from->second, to->second);
        std::vector<Vertex> walked{from->second};
        walk(walked, to->second, paths, progress);
        return progress.stopped() ? Paths{} : paths;
    }

private:
    void addRelations()
    {
        if (!m_request.relations)
            return;
        for (const EdgeId id : m_events.edges()) {
            const auto source = m_places.find(m_events.source(id));
            const auto target = m_places.find(m_events.target(id));
            if (m_events.edge(id)->kind != EdgeKind::Relation || source == m_places.end() ||
                target == m_places.end())
                continue;
            boost::add_edge(source->second, target->second, m_steps);
            m_relations[std::minmax(source->second, target->second)].push_back(id);
        }
    }

    /// Nobody goes over whom there is no edge.
    void leaveOutOthers()
    {
        if (!m_request.among)
            return;
        for (Vertex vertex = 0; vertex < m_ids.size(); ++vertex) {
            const NodeId id = m_ids[vertex];
            if (id != m_request.from && id != m_request.to && !m_request.among->contains(id))
                boost::clear_vertex(vertex, m_steps);
        }
    }

    void measureFrom(Vertex goal)
    {
        m_distances.assign(m_ids.size(), unreached);
        m_distances[goal] = 0;
        std::vector<boost::default_color_type> colours(m_ids.size());
        boost::breadth_first_search(m_steps, goal,
                                    boost::visitor(boost::make_bfs_visitor(boost::record_distances(
                                                       m_distances.data(), boost::on_tree_edge())))
                                        .color_map(colours.data()));
    }

    /// Those one step nearer to the goal; the busiest first.
    std::vector<Vertex> nearer(Vertex vertex) const
    {
        std::vector<Vertex> next;
        for (const Vertex other :
             boost::make_iterator_range(boost::adjacent_vertices(vertex, m_steps))) {
            if (m_distances[other] == m_distances[vertex] - 1)
                next.push_back(other);
        }
        std::ranges::sort(next);
        const auto repeated = std::ranges::unique(next);
        next.erase(repeated.begin(), repeated.end());
        std::ranges::stable_sort(next, std::ranges::greater{},
                                 [&](Vertex other) { return m_actors.node(m_ids[other])->weight; });
        return next;
    }

    std::int64_t count(Vertex from, Vertex goal)
    {
        if (from == goal)
            return 1;
        if (const auto known = m_counts.find(from); known != m_counts.end())
            return known->second;
        std::int64_t sum = 0;
        for (const Vertex next : nearer(from))
            sum = std::min(countedAtMost, sum + count(next, goal));
        return m_counts[from] = sum;
    }

    void walk(std::vector<Vertex>& walked, Vertex goal, Paths& paths, const Progress& progress)
    {
        if (paths.chains.size() == m_request.chainsAtMost || progress.stopped())
            return;
        if (walked.back() == goal) {
            paths.chains.push_back(chainOf(walked));
            return;
        }
        for (const Vertex next : nearer(walked.back())) {
            walked.push_back(next);
            walk(walked, goal, paths, progress);
            walked.pop_back();
        }
    }

    Chain chainOf(const std::vector<Vertex>& walked) const
    {
        Chain chain;
        for (std::size_t i = 0; i + 1 < walked.size(); ++i)
            chain.push_back(hopOf(walked[i], walked[i + 1]));
        return chain;
    }

    Hop hopOf(Vertex from, Vertex to) const
    {
        Hop hop{m_ids[from], m_ids[to], {}, {}};
        for (const EdgeId id : m_actors.edgesAt(hop.from)) {
            if (m_actors.source(id) != hop.to && m_actors.target(id) != hop.to)
                continue;
            for (const NodeId event : m_actors.edge(id)->tie().events) {
                Encounter met = encounterAt(m_events, m_ontology, event, hop.from, hop.to);
                if (m_request.modalities.empty() || m_request.modalities.contains(met.modality))
                    hop.meetings.push_back({event, met.modality, std::move(met.roles)});
            }
        }
        std::ranges::stable_sort(hop.meetings, [&](const HopMeeting& a, const HopMeeting& b) {
            return placeOf(a) < placeOf(b);
        });
        if (const auto found = m_relations.find(std::minmax(from, to)); found != m_relations.end())
            hop.relations = found->second;
        return hop;
    }

    /// The surest first, then the latest; what has no date comes last.
    std::tuple<int, bool, std::int64_t> placeOf(const HopMeeting& meeting) const
    {
        const int sureness = meeting.modality ? static_cast<int>(*meeting.modality)
                                              : static_cast<int>(allModalities.size());
        const std::optional<Edtf>& date = m_events.node(meeting.event)->date;
        const std::optional<Day> day =
            date ? (date->latest ? date->latest : date->earliest) : std::nullopt;
        return {sureness, !day,
                day ? -(std::int64_t{day->year} * 372 + std::int64_t{day->month} * 31 + day->day)
                    : 0};
    }

    const KnowledgeGraph& m_events;
    const KnowledgeGraph& m_actors;
    const Ontology& m_ontology;
    const PathRequest& m_request;
    std::vector<NodeId> m_ids;
    std::unordered_map<NodeId, Vertex> m_places;
    TieGraph m_steps;
    std::vector<int> m_distances; ///< To the goal.
    std::unordered_map<Vertex, std::int64_t> m_counts;
    std::map<std::pair<Vertex, Vertex>, std::vector<EdgeId>> m_relations;
};

} // namespace

Paths shortestPaths(const KnowledgeGraph& events, const KnowledgeGraph& actors,
                    const Ontology& ontology, const PathRequest& request, const Progress& progress)
{
    return Search(events, actors, ontology, request).run(progress);
}

} // namespace entente
