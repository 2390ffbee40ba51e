// SPDX-License-Identifier: Apache-2.0
#include "graph/query/timeline.h"

#include "graph/model/analystsown.h"
#include "graph/model/store.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace entente
{

namespace
{

std::tuple<Day, Day> placeOf(const std::optional<Edtf>& date)
{
    if (!date)
        return {};
    const Day first = date->earliest.value_or(date->latest.value_or(Day()));
    return {first, date->latest.value_or(first)};
}

/// Whether it says any day at all: "unknown" is a date, and says none.
bool isDated(const std::optional<Edtf>& date) { return date && (date->earliest || date->latest); }

} // namespace

Timeline timelineOf(const KnowledgeGraph& events, const Store& store)
{
    Timeline timeline;
    std::unordered_set<ArticleId> reporting;
    for (const NodeId id : events.nodes()) {
        const Node& node = *events.node(id);
        if (node.kind != NodeKind::Event)
            continue;
        (isDated(node.date) ? timeline.events : timeline.undatedEvents).push_back(id);
        for (const ClaimId claim : node.claims)
            reporting.insert(store.claim(claim)->article);
    }
    for (const ArticleId id : store.articles()) {
        if (reporting.contains(id) && !isAnalystsOwn(*store.article(id)))
            (isDated(store.article(id)->published) ? timeline.articles : timeline.undatedArticles)
                .push_back(id);
    }
    std::ranges::stable_sort(timeline.events, {},
                             [&](NodeId id) { return placeOf(events.node(id)->date); });
    std::ranges::stable_sort(timeline.articles, {},
                             [&](ArticleId id) { return placeOf(store.article(id)->published); });
    return timeline;
}

} // namespace entente
