// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/byhand/handbase.h"

#include <string>

namespace entente
{

/// What an analyst says without words of an article: a relation between two nodes, or that one of
/// them has a role in the event that the other is.
struct AnalystsEdge
{
    NodeId from; ///< The event, for a role.
    NodeId to;
    std::string type;    ///< Of the relation, or the role: "WorksFor", "Participant".
    std::string because; ///< Never empty.
    std::string author;
    Edtf day; ///< When it is said.
};

struct MadeAnalystsEdge
{
    Together edit;
    ArticleId article;
    ClaimId claim;
};

/// Writes the reason down as a text of the analyst's own (see isAnalystsOwn()) and rests the edge
/// on it: who looks for its source finds the analyst, the day and the reason. Nothing is said of
/// the event but the role: it stays as sure as it was.
/// @returns why it cannot be, in words: a role or an end that the ontology does not allow.
Expected<MadeAnalystsEdge, std::string> addAnalystsEdge(const HandBase& base,
                                                        const AnalystsEdge& wish);

} // namespace entente
