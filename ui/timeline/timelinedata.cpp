// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timelinedata.h"

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/query/timeline.h"
#include "ui/text/qtext.h"
#include "ui/timeline/timescale.h"

#include <algorithm>

namespace entente
{

std::optional<DaySpan> spanOf(const std::optional<Edtf>& date)
{
    if (!date || (!date->earliest && !date->latest))
        return std::nullopt;
    const int first = dayNumber(date->earliest ? *date->earliest : *date->latest);
    const int last = dayNumber(date->latest ? *date->latest : *date->earliest);
    return DaySpan{std::min(first, last), std::max(first, last)};
}

namespace
{

std::optional<DaySpan> extentOf(const TimelineData& timeline)
{
    std::optional<DaySpan> all;
    const auto add = [&](DaySpan days) {
        all =
            all ? DaySpan{std::min(all->first, days.first), std::max(all->last, days.last)} : days;
    };
    for (const TimelineEvent& event : timeline.events)
        add(event.days);
    for (const TimelineArticle& article : timeline.articles)
        add(article.days);
    return all;
}

} // namespace

TimelineData asKnown(TimelineData all, TimelineData known)
{
    all.events = std::move(known.events);
    all.undatedEvents = std::move(known.undatedEvents);
    return all;
}

TimelineData timelineDataOf(const KnowledgeGraph& events, const Store& store)
{
    TimelineData data;
    const Timeline timeline = timelineOf(events, store);
    data.undatedEvents.insert(timeline.undatedEvents.begin(), timeline.undatedEvents.end());
    data.undatedArticles.insert(timeline.undatedArticles.begin(), timeline.undatedArticles.end());
    for (const NodeId id : timeline.events) {
        const Node& event = *events.node(id);
        const std::optional<DaySpan> days = spanOf(event.date);
        if (days && event.date)
            data.events.push_back({.id = id,
                                   .days = *days,
                                   .opens = event.date->earliest.has_value(),
                                   .ends = event.date->latest.has_value(),
                                   .modality = event.modality,
                                   .name = visibleForm(toQString(event.name))});
        else
            data.undatedEvents.insert(id);
    }
    for (const ArticleId id : timeline.articles) {
        const Article& article = *store.article(id);
        if (const std::optional<DaySpan> days = spanOf(article.published))
            data.articles.push_back({id, *days, visibleForm(toQString(article.title))});
        else
            data.undatedArticles.insert(id);
    }
    data.extent = extentOf(data);
    return data;
}

} // namespace entente
