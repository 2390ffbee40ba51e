// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"

#include <boost/graph/adjacency_list.hpp>

#include <set>

namespace entente
{

/// How many meetings stand behind a tie.
struct TieWeight
{
    double meetings = 1;
};

/// Ties alone, for algorithms on undirected graphs; vertices in the order of the actors.
using TieGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS,
                                       boost::no_property, TieWeight>;

/// Those of the ties that have a meeting of these modalities; empty: all.
/// @param actors the projection of a graph of events.
TieGraph tieGraph(const KnowledgeGraph& actors,
                  const std::set<std::optional<Modality>>& modalities);

} // namespace entente
