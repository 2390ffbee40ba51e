// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/model/graph.h"

#include <string>
#include <vector>

namespace entente
{

class Store;

/// What claims of one event can say against each other.
enum class Contradiction {
    Reality, ///< One is certain that it is so, another that it is not (CT+ against CT-).
    Days,    ///< They name days of which no day can be both.
    Places,  ///< They name places of which neither lies in the other.
};

/// "reality", "days", "places".
std::string_view nameOf(Contradiction contradiction);
/// For people: "whether it is so", "when it was", "where it was".
std::string_view wordsOf(Contradiction contradiction);

/// Two sides that exclude each other. Neither is preferred; the later report is only said to be
/// later.
struct Side
{
    std::string says; ///< "certain", "15 January 2024", "Moscow".
    std::string key;  ///< What makes it this side: no name is in it, but the id of whom it names.
    std::vector<ClaimId> claims; ///< The earliest report first, those without a date last.
};
struct Contest
{
    Contradiction about = Contradiction::Reality;
    std::vector<Side> sides; ///< Two or more; whoever was reported first comes first.
};

/// What is contested of an event, by its claims that are not rejected. What an analyst says of his
/// own is none of them.
/// @param events the graph it is in. @pre it is an event of that.
std::vector<Contest> contestsOf(const KnowledgeGraph& events, const Store& store, NodeId event);

/// All events of a graph of which something is contested, in its order.
std::vector<NodeId> contestedEvents(const KnowledgeGraph& events, const Store& store);

} // namespace entente
