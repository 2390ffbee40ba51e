// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/path.h"
#include "graph/query/strength.h"

#include <optional>
#include <string>

namespace entente
{

class Copies;
class Store;
struct Claim;

/// What is least sure of a chain; each may be of another step. A step is as sure as its surest
/// meeting, and one without a meeting as its relations.
struct Weakest
{
    bool hasMeeting = false;              ///< Else it is made of relations alone.
    std::optional<Modality> modality;     ///< Of the meetings; none: unstated.
    std::optional<Factuality> factuality; ///< None: of some step nobody says how certain it is.
    Grade grade;
};

Weakest weakestOn(const KnowledgeGraph& events, const Store& store, const Copies& copies,
                  const Chain& chain);

/// A claim with a quote that says so, in the same way; failing that any with a quote; null: there
/// is none. Rejected ones are not quoted.
const Claim* quotedFor(const KnowledgeGraph& events, const Store& store,
                       const std::vector<EdgeId>& edges, std::optional<Modality> modality);

/// "happened, certain; C6: source fairly reliable; information cannot be judged: …"
std::string wordsOf(const Weakest& weakest);

} // namespace entente
