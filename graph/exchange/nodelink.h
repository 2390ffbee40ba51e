// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"

#include <set>
#include <string>

namespace entente
{

class KnowledgeGraph;
class Ontology;
class Store;

/// What is to be written as node-link JSON, the form that networkx reads (node_link_graph).
struct NodeLink
{
    const Store& store;
    const Ontology& ontology;
    const KnowledgeGraph& events; ///< All nodes that claims speak of.
    const KnowledgeGraph& shown;  ///< The one to be written: events or the projection of it.
    std::string name;             ///< Of the graph.
    std::string view;             ///< "events" (directed) or "actors" (undirected).
    std::string filters = {};     ///< What was asked of it, in words; empty: nothing.
    std::string part = {};        ///< "what is shown: 34 of 154 nodes …"; empty: all of it.
};

/// UTF-8, ending in a line feed; the same graph gives the same bytes. Offsets count code points.
/// Where there may be one or several (an entity's ids with one authority, a claim's dates) one is a
/// string and several are a list; what is not known is null.
std::string nodeLinkJson(const NodeLink& content);

/// The claims that the graph rests on, each as node-link JSON has it, one a line (JSON Lines), in
/// the order of the store.
std::string claimLinesJson(const NodeLink& content);

/// What stands behind the nodes and edges of a graph.
std::set<ClaimId> claimsBehind(const KnowledgeGraph& shown);

} // namespace entente
