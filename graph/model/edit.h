// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/records.h"

#include <optional>
#include <set>
#include <variant>
#include <vector>

namespace entente
{

// Every way in which the store can change is one struct here. An edit carries ids and values only,
// so that it can wait on an undo stack, in a file or in a test.

/// Adds an article with all that its annotation says, in one step.
struct AddArticle
{
    ArticleRecords records;
    int position = -1; ///< Among the articles; -1: after all others.

    bool operator==(const AddArticle&) const = default;
};

/// Takes an article and all that rests on it away.
struct RemoveArticle
{
    ArticleId article;

    bool operator==(const RemoveArticle&) const = default;
};

/// Where one node of a view stands by an analyst's hand; no point: wherever the layout puts it.
struct NodePlacement
{
    NodeId node;
    std::optional<Point> point; ///< Its centre.

    bool operator==(const NodePlacement&) const = default;
};

/// Puts nodes where an analyst wants them. Consecutive placements of the same nodes merge in undo.
struct PlaceNodes
{
    std::vector<NodePlacement> placements;

    bool operator==(const PlaceNodes&) const = default;
};

using Edit = std::variant<AddArticle, RemoveArticle, PlaceNodes>;

/// What an edit touched, so that what is derived from the store knows what to build anew.
struct Change
{
    bool content = false; ///< Articles, mentions, entities, events or claims.
    std::set<NodeId> placed;
};

/// What is said of an edit in menus and history: "Move 3 nodes".
std::string wordsOf(const Edit& edit);

} // namespace entente
