// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/query/strength.h"

#include <unordered_map>
#include <unordered_set>

namespace entente
{

class Copies;
class KnowledgeGraph;
class Store;
struct Shown;

/// What is known of what is shown beyond what the graph says, and is to be seen in the picture.
struct Findings
{
    std::unordered_map<EdgeId, Strength> strengths; ///< A line is as wide as it has sources.
    std::unordered_set<NodeId> contested; ///< Events whose days or places exclude each other, too.
    std::unordered_set<EdgeId> contestedEdges; ///< Whose claims take sides in that.
    std::unordered_set<EdgeId> judged;         ///< Rest on an analyst's judgement alone.
    bool withGrades = false;                   ///< Grades beside what edges are called.

    // What a person wants to see.
    std::unordered_map<NodeId, double> sizes; ///< From 0 to 1, of actors.
    std::unordered_map<NodeId, int> groups;   ///< Who belongs together is of one colour.
    std::unordered_set<NodeId> faded;         ///< Steps back, as what has no date.

    bool operator==(const Findings&) const = default;
};

/// The first part of it, of what is shown.
/// @param copies null: it is not known who copies whom, and so not what stands behind an edge.
void findOut(Findings& findings, const KnowledgeGraph& graph, const Shown& shown,
             const Store& store, const Copies* copies);

} // namespace entente
