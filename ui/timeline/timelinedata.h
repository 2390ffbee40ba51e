// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/model/modality.h"
#include "graph/text/edtf.h"

#include <QString>

#include <optional>
#include <set>
#include <vector>

namespace entente
{

class KnowledgeGraph;
class Store;

/// The days that a date may mean, as numbers. An open end is where the other is.
struct DaySpan
{
    int first = 0, last = 0; ///< last is within it.

    bool operator==(const DaySpan&) const = default;
};

/// @returns nothing when neither end is known.
std::optional<DaySpan> spanOf(const std::optional<Edtf>& date);

struct TimelineEvent
{
    NodeId id;
    DaySpan days;
    bool opens = true, ends = true; ///< Whether each end is known, rather than open.
    std::optional<Modality> modality;
    QString name;

    bool operator==(const TimelineEvent&) const = default;
};

struct TimelineArticle
{
    ArticleId id;
    DaySpan days;
    QString name;

    bool operator==(const TimelineArticle&) const = default;
};

/// What the strip shows: events by when they happened, or were to, and the articles that they rest
/// on by when they reported. What has no date is counted, not dropped.
struct TimelineData
{
    std::vector<TimelineEvent> events; ///< By their first days.
    std::vector<TimelineArticle> articles;
    std::set<NodeId> undatedEvents;
    std::set<ArticleId> undatedArticles;

    /// From the first day of anything to the last; none when nothing has a date.
    std::optional<DaySpan> extent;

    bool operator==(const TimelineData&) const = default;
};

TimelineData timelineDataOf(const KnowledgeGraph& events, const Store& store);
/// The same with the events as they were known on some day; all articles stay, as well as the time
/// that all of it takes.
TimelineData asKnown(TimelineData all, TimelineData known);

} // namespace entente
