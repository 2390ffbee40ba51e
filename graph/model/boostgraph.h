// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"

#include <boost/graph/adjacency_list.hpp>

#include <type_traits>

namespace entente
{

/// What the algorithms of Boost.Graph work on. A class of its own, so that it can be declared
/// without being there.
struct KnowledgeGraph::Boost
    : boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Node, Edge>
{
    using adjacency_list::adjacency_list;
};

static_assert(std::is_same_v<KnowledgeGraph::Boost::vertex_descriptor, KnowledgeGraph::Vertex>);

} // namespace entente
