// SPDX-License-Identifier: Apache-2.0
#include "ui/paint/findings.h"

#include "graph/model/graph.h"
#include "graph/model/shown.h"
#include "graph/query/contested.h"
#include "graph/query/sources.h"

#include <algorithm>

namespace entente
{

namespace
{

/// A place has a side of its own; of anything else the claims have to be on more than one.
bool takesSides(const Edge& edge, const Contest& contest)
{
    const auto sides = std::ranges::count_if(contest.sides, [&](const Side& side) {
        return std::ranges::any_of(side.claims, [&](ClaimId claim) {
            return std::ranges::find(edge.claims, claim) != edge.claims.end();
        });
    });
    return sides > 1 ||
           (sides == 1 && contest.about == Contradiction::Places && edge.type == "Place");
}

/// What is contested of an event, and which of its edges by that.
void findContests(Findings& findings, const KnowledgeGraph& graph, const Store& store, NodeId event)
{
    const std::vector<Contest> contests = contestsOf(graph, store, event);
    if (contests.empty())
        return;
    findings.contested.insert(event);
    for (const EdgeId id : graph.edgesAt(event)) {
        const Edge& edge = *graph.edge(id);
        if (std::ranges::any_of(contests,
                                [&](const Contest& contest) { return takesSides(edge, contest); }))
            findings.contestedEdges.insert(id);
    }
}

} // namespace

void findOut(Findings& findings, const KnowledgeGraph& graph, const Shown& shown,
             const Store& store, const Copies* copies)
{
    findings.strengths.clear();
    findings.contested.clear();
    findings.contestedEdges.clear();
    findings.judged.clear();
    for (const EdgeId id : shown.edges) {
        const Edge* edge = graph.edge(id);
        if (edge == nullptr)
            continue;
        if (edge->judged)
            findings.judged.insert(id);
        if (copies != nullptr)
            findings.strengths.emplace(id, strengthOf(store, *copies, *edge));
    }
    for (const NodeId id : shown.nodes) {
        const Node* node = graph.node(id);
        // One claim cannot contradict itself.
        if (node != nullptr && node->kind == NodeKind::Event && node->claims.size() > 1)
            findContests(findings, graph, store, id);
    }
}

} // namespace entente
