// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/byhand/handbase.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

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

/// An edge in the making, with the text that it rests on.
struct MadeAnalystsEdge
{
    Together edit; ///< To be performed; then the records below are there.
    ArticleId article;
    ClaimId claim;
};

/// Writes the reason down as a text of the analyst's own (see isAnalystsOwn()) and rests the edge
/// on it: who looks for its source finds the analyst, the day and the reason. Nothing is said of
/// the event but the role: it stays as sure as it was, and the edge is as sure as that.
/// @returns why it cannot be, in words: a role or an end that the ontology does not allow.
Expected<MadeAnalystsEdge, std::string> addAnalystsEdge(const HandBase& base,
                                                        const AnalystsEdge& wish);

/// Somebody, something or a meeting that an analyst knows of without words of an article.
struct AnalystsNode
{
    std::string type; ///< Of an entity or an event.
    std::string name; ///< Empty for an event: as its roles have it.
    std::vector<std::pair<std::string, NodeId>> roles; ///< Of an event: who fills which.
    std::optional<Modality> modality;                  ///< Of an event.
    std::string because; ///< Empty, if nothing is said of anybody else.
    std::string author;
    Edtf day; ///< When it is said.
};

/// A node in the making, with the text that it stands in.
struct MadeAnalystsNode
{
    Together edit; ///< To be performed; then the records below are there.
    ArticleId article;
    NodeId node; ///< As it is once this is done, unless it is joined with one that bears its name.
    ClaimId claim; ///< Nil for an entity.
};

/// Makes a node, which has a text of the analyst's own to stand in.
/// @returns why it cannot be, in words: no name, a role that the ontology does not allow, or no
/// reason where somebody is said to have taken part.
Expected<MadeAnalystsNode, std::string> addAnalystsNode(const HandBase& base,
                                                        const AnalystsNode& wish);

} // namespace entente
