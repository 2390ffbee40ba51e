// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"

#include <string>
#include <variant>
#include <vector>

namespace entente
{

/// A node or an edge that a name may mean.
struct Candidate
{
    std::variant<NodeId, EdgeId> id;
    bool isTie = false;  ///< An edge of the actors projection.
    std::string name;    ///< As lists show it: "Choe Son-hui", "A — Visitor — B".
    std::string type;    ///< "Person", "Visit", "Visitor"
    std::string because; ///< The alias that fits, when it is not the name; else empty.
    int weight = 0;

    std::string idText() const;
};

/// What a name means: things of that id; else of that name; else of that alias; else events of that
/// title; else whose names begin words with it, entities before events. Case, accents and hyphens
/// make no difference. An edge goes by "SOURCE — ROLE — TARGET" or "SOURCE — TARGET", a tie by its
/// two actors. The heaviest first.
std::vector<Candidate> lookUp(const std::string& name, const KnowledgeGraph& events,
                              const KnowledgeGraph& actors);

} // namespace entente
