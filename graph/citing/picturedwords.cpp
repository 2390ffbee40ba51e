// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/picturedwords.h"

#include "graph/model/graph.h"
#include "graph/model/shown.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace entente
{

namespace
{

/// Of a kind: all of it is listed in the text anyway, and this is heard from beginning to end.
constexpr std::size_t namesAtMost = 20;

std::string counted(std::size_t count, std::string_view what)
{
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

/// In a clause of their own, as names of meetings have commas.
std::string namesOf(std::vector<const Node*> nodes)
{
    std::ranges::stable_sort(nodes, std::ranges::greater(), &Node::weight);
    std::string names;
    for (std::size_t i = 0; i < nodes.size() && i < namesAtMost; ++i)
        names += (i == 0 ? "" : "; ") + nodes[i]->name;
    if (nodes.size() > namesAtMost)
        names += fmt::format("; and {}", counted(nodes.size() - namesAtMost, "other"));
    return names;
}

} // namespace

std::string picturedWords(const KnowledgeGraph& graph, const Shown& shown)
{
    std::vector<const Node*> actors;
    std::vector<const Node*> meetings;
    std::vector<const Node*> others;
    for (const NodeId id : shown.nodes) {
        const Node& node = *graph.node(id);
        (node.kind == NodeKind::Event ? meetings : node.isActor ? actors : others).push_back(&node);
    }
    std::string words = fmt::format("A drawing of {} and {}.", counted(shown.nodes.size(), "node"),
                                    counted(shown.edges.size(), "edge"));
    const auto add = [&](const char* kind, const std::vector<const Node*>& nodes) {
        if (!nodes.empty())
            words += fmt::format(" {}: {}.", kind, namesOf(nodes));
    };
    add("Actors", actors);
    add("Meetings", meetings);
    add("Places and others", others);
    return words;
}

} // namespace entente
