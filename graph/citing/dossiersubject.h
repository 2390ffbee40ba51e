// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/shown.h"
#include "graph/query/path.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace entente
{

/// How two actors are connected: what was asked, and what there is.
struct DossierPath
{
    PathRequest request;
    Paths paths;
};

/// What a dossier is about, in a graph of events.
struct DossierSubject
{
    std::set<NodeId> nodes;          ///< All that is known of each.
    std::set<EdgeId> edges;          ///< Roles and relations: what each rests on, and no more.
    std::vector<Hop> ties;           ///< Two actors each: where both were, and their relations.
    std::optional<DossierPath> path; ///< Step by step; then there is nothing else.

    bool isEmpty() const { return nodes.empty() && edges.empty() && ties.empty() && !path; }
    /// How many things there are; a path is one.
    std::size_t size() const;
};

/// What is chosen, of the events or of their projection, as far as the events have it.
/// @param actors the projection, of which edges may be; null: none is.
DossierSubject subjectOf(const KnowledgeGraph& events, const KnowledgeGraph* actors,
                         const Ontology& ontology, const std::set<NodeId>& nodes,
                         const std::set<EdgeId>& edges);

/// "How Choe Son-hui and Donald Trump are connected", "A and B", "Visit: A to B: A as Visitor"; of
/// one node its name; empty: there are several.
std::string titleOf(const KnowledgeGraph& events, const DossierSubject& subject);

/// The part of a graph that a picture of it shows, no more than can be read on a page: itself; of
/// one node what is around it, too, of several the events in which they met; of an edge, a tie or a
/// path its ends, meetings and edges, and no other edge between these.
/// @param graph the events, or their projection.
Shown pictured(const KnowledgeGraph& graph, const DossierSubject& subject, bool isActors);

/// The most nodes of such a picture.
constexpr std::size_t nodesOnAPage = 40;

} // namespace entente
