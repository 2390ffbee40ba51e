// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/base/progress.h"
#include "graph/model/graph.h"

#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace entente
{

class Ontology;

/// What actors are ranked by.
enum class RankBy {
    Degree,      ///< Meetings that they take part in.
    Betweenness, ///< The share of all shortest chains between two others that lead over them.
};

/// As options are called: "degree", "betweenness".
std::string_view nameOf(RankBy by);
/// For people: "takes part in most meetings".
std::string_view wordsOf(RankBy by);

/// Meetings that count; empty: all. Only what happened, unless said otherwise: who was expected
/// everywhere has met nobody.
using CountedModalities = std::set<std::optional<Modality>>;

struct Ranked
{
    NodeId actor;
    double score = 0; ///< Meetings; or from 0 to 1.
};

/// The actors with a score, the highest first, equal ones by name. Betweenness is by Brandes
/// (2001), over the ties that meetings of these modalities make, each as long as any other, and
/// relative to the pairs of others (Freeman 1977). It takes time: nodes times ties. Stopping gives
/// none.
std::vector<Ranked> ranked(const KnowledgeGraph& events, const KnowledgeGraph& actors,
                           const Ontology& ontology, RankBy by,
                           const CountedModalities& modalities = {Modality::Happened},
                           const Progress& progress = {});

} // namespace entente
