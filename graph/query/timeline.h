// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"

#include <vector>

namespace entente
{

class Store;

/// What there is in the order of time; what has no date is counted, not dropped.
struct Timeline
{
    std::vector<NodeId>
        events; ///< By the first day on which each can have begun, then by the last.
    std::vector<NodeId> undatedEvents;
    std::vector<ArticleId> articles; ///< By when they reported.
    std::vector<ArticleId> undatedArticles;
};

/// Events by when they happened, or were to; and the articles that they rest on by when these were
/// published; what an analyst judges is no report. An open beginning is as old as its end.
Timeline timelineOf(const KnowledgeGraph& events, const Store& store);

} // namespace entente
