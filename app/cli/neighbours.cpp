// SPDX-License-Identifier: Apache-2.0
#include "app/cli/candidates.h"
#include "app/cli/commands.h"
#include "app/cli/filteroptions.h"
#include "app/cli/input.h"
#include "graph/query/neighbourhood.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ostream>

namespace entente
{

namespace
{

using Json = nlohmann::ordered_json;

/// All within a diameter of six, which is as far as such graphs go, and some more.
constexpr int degreesAtMost = 12;

/// What a graph has around a node.
struct Surroundings
{
    const KnowledgeGraph& graph;
    const Ontology& ontology;
    NodeId node;
    std::vector<NeighbourGroup> groups;
    std::vector<std::vector<NodeId>> rings; ///< Beyond the neighbours, by degree, from 2.
};

Surroundings surroundingsOf(const KnowledgeGraph& graph, const Ontology& ontology, NodeId node,
                            int degrees)
{
    Surroundings around{graph, ontology, node, neighbourGroups(graph, showAll(graph), node), {}};
    std::set<NodeId> inner = neighbourhood(graph, {node}, 1);
    for (int degree = 2; degree <= degrees; ++degree) {
        std::set<NodeId> outer = neighbourhood(graph, {node}, degree);
        std::vector<NodeId>& ring = around.rings.emplace_back();
        for (const NodeId id : graph.nodes()) {
            if (outer.contains(id) && !inner.contains(id))
                ring.push_back(id);
        }
        inner = std::move(outer);
    }
    return around;
}

/// The tie of two actors; null where they have none, or the view has no ties.
const Edge* tieOf(const KnowledgeGraph& graph, NodeId one, NodeId other)
{
    for (const EdgeId id : graph.edgesAt(one)) {
        const bool isBetween = graph.source(id) == other || graph.target(id) == other;
        if (isBetween && graph.edge(id)->kind == EdgeKind::Tie)
            return graph.edge(id);
    }
    return nullptr;
}

/// @param around whose ties are said with those whom it has them with.
void printNames(const KnowledgeGraph& graph, NodeId around, const std::vector<NodeId>& nodes,
                std::ostream& stream)
{
    for (const NodeId id : nodes) {
        const Node& node = *graph.node(id);
        stream << "    " << plain(node.name);
        if (node.kind == NodeKind::Event)
            stream << " (" << wordsOf(node.modality) << ')';
        if (const Edge* tie = tieOf(graph, around, id))
            stream << " (" << plain(tie->label) << ')';
        stream << '\n';
    }
}

void printText(const Surroundings& around, const std::string& filters, std::ostream& stream)
{
    const Node& node = *around.graph.node(around.node);
    stream << plain(node.name) << " (" << plain(node.type) << ")\n";
    if (!filters.empty())
        stream << "  Filters: " << plain(filters) << '\n';
    for (const NeighbourGroup& group : around.groups) {
        stream << "  " << plain(wordsOf(group, around.ontology)) << '\n';
        printNames(around.graph, around.node, group.nodes, stream);
    }
    int degree = 2;
    for (const std::vector<NodeId>& ring : around.rings) {
        stream << fmt::format("  {} steps away: {}\n", degree++, ring.size());
        printNames(around.graph, around.node, ring, stream);
    }
}

Json countsOf(const Edge& tie)
{
    Json counts = Json::object();
    for (const Modality modality : allModalities) {
        if (const int count = countOf(tie.tie().counts, modality); count > 0)
            counts[std::string(nameOf(modality))] = count;
    }
    if (const int count = countOf(tie.tie().counts, std::nullopt); count > 0)
        counts["unstated"] = count;
    return counts;
}

Json nodesOf(const KnowledgeGraph& graph, NodeId around, const std::vector<NodeId>& nodes)
{
    Json all = Json::array();
    for (const NodeId id : nodes) {
        const Node& node = *graph.node(id);
        all.push_back({{"id", id.text()}, {"type", node.type}, {"name", node.name}});
        if (node.kind == NodeKind::Event)
            all.back()["modality"] = node.modality ? Json(nameOf(*node.modality)) : Json();
        if (const Edge* tie = tieOf(graph, around, id))
            all.back()["counts"] = countsOf(*tie);
    }
    return all;
}

Json documentOf(const Surroundings& around, const Candidate& candidate, const std::string& filters)
{
    Json document = headOf(candidate);
    if (!filters.empty())
        document["filters"] = filters;
    document["neighbours"] = Json::array();
    for (const NeighbourGroup& group : around.groups)
        document["neighbours"].push_back(
            {{"role", group.role},
             {"type", group.type},
             {"words", wordsOf(group, around.ontology)},
             {"nodes", nodesOf(around.graph, around.node, group.nodes)}});
    if (around.rings.empty())
        return document;
    document["beyond"] = Json::array();
    int degree = 2;
    for (const std::vector<NodeId>& ring : around.rings)
        document["beyond"].push_back(
            {{"degree", degree++}, {"nodes", nodesOf(around.graph, around.node, ring)}});
    return document;
}

Exit neighbours(const Arguments& arguments, const Streams& streams)
{
    const std::optional<int> degrees = numberOf(arguments, "degrees", 1, degreesAtMost);
    if (!degrees)
        return wrongUsage(streams, "neighbours",
                          fmt::format("--degrees takes a number from 1 to {}", degreesAtMost));
    const std::optional<Corpus> corpus = readAndReport("neighbours", arguments, streams);
    if (!corpus)
        return Exit::NotDone;
    const auto events = filteredGraph("neighbours", *corpus, arguments, streams);
    if (!events)
        return events.error();
    const KnowledgeGraph ties = actorsProjection(events->all, corpus->ontology);
    const std::optional<Candidate> candidate =
        meantBy("neighbours", arguments, corpus->store, events->all, ties, streams);
    if (!candidate)
        return Exit::NotDone;
    const auto* node = std::get_if<NodeId>(&candidate->id);
    const auto isIn = [&](const KnowledgeGraph& one) {
        return node != nullptr && one.node(*node) != nullptr;
    };
    if (!isIn(wantsActors(arguments) ? ties : events->all))
        return notDone(streams, "neighbours",
                       fmt::format("“{}” is {}", candidate->name,
                                   node == nullptr ? "an edge, and only nodes have neighbours"
                                                   : "no actor, and only they are in that view"));
    if (!isIn(events->events()))
        return notDone(
            streams, "neighbours",
            fmt::format("“{}” is left out by the filters ({})", candidate->name, events->words));
    const KnowledgeGraph actors = actorsProjection(events->events(), corpus->ontology);
    const KnowledgeGraph& graph = wantsActors(arguments) ? actors : events->events();
    const Surroundings around = surroundingsOf(graph, corpus->ontology, *node, *degrees);
    if (arguments.has("json"))
        print(documentOf(around, *candidate, events->words), streams.out);
    else
        printText(around, events->words, streams.out);
    return Exit::Done;
}

} // namespace

Command neighboursCommand()
{
    return {
        "neighbours",
        "Shows who and what is around a person, a state or an event.",
        "NAME",
        withFilters({jsonOption(),
                     identityOption(),
                     viewOption(),
                     {"degrees", "N", "how many steps to go; 1 unless given", {}, ""}}),
        "NAME is looked up as by \"quotes\". Its neighbours are listed by the role that ties\n"
        "them, the largest group first, with how many there are; with --view actors those\n"
        "with whom it takes part in the same events, and how many of these happened or not.\n"
        "What is more steps away follows, by\n"
        "the number of steps.",
        neighbours,
    };
}

} // namespace entente
