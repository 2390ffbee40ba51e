// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/layout/chronology.h"
#include "graph/model/shown.h"

namespace entente
{

/// What each shown node has to do with time, in that order.
std::vector<Moment> momentsOf(const KnowledgeGraph& graph, const Shown& shown);

} // namespace entente
