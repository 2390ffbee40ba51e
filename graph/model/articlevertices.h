// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"
#include "graph/model/identity.h"

#include <boost/container/flat_map.hpp>

#include <optional>
#include <vector>

namespace entente
{

/// Which vertices the records of one article became. What fills a role stands in the same article,
/// so that a look into small tables of its own, near each other in memory, is enough.
struct ArticleVertices
{
    using Vertex = KnowledgeGraph::Vertex;

    boost::container::flat_map<MentionId, Vertex> mentions; ///< Those of entities.
    boost::container::flat_map<ClaimId, Vertex> claims;     ///< Those of events.

    std::optional<Vertex> of(const Filler& filler) const;
};

/// For each article, in the store's order, when entities are the first vertices and events follow.
std::vector<ArticleVertices> articleVertices(const Store& store,
                                             const JoinedRecords<EntityId>& entities,
                                             const JoinedRecords<EventId>& events);

} // namespace entente
