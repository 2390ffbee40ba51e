// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente
{

class Ontology;
class StateNames;
class Store;

/// The type of states in a vocabulary: "State"; else the first that is drawn as states are. Empty
/// where there is none.
std::string stateTypeOf(const Ontology& ontology);

/// Which nodes are the states of ISO 3166-1: by that id, or else by name.
class StateNodes
{
public:
    StateNodes() = default;
    StateNodes(const Store& store, const KnowledgeGraph& events, const Ontology& ontology);

    const std::string& type() const { return m_type; }
    /// Of each state that is known, the heaviest node.
    /// @param names by which those are told that neither an id tells nor ICU's names in English,
    /// Korean and Russian.
    std::unordered_map<std::string, NodeId> nodes(const StateNames& names) const;

private:
    struct Known
    {
        std::string state; ///< Alpha-3; empty: not told yet.
        NodeId node;
        int weight = 0;
        std::vector<std::string> names;
    };

    std::string m_type;
    std::vector<Known> m_known;
};

} // namespace entente
