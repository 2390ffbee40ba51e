// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/style.h"
#include "ui/timeline/timelinedata.h"
#include "ui/timeline/timescale.h"

#include <QRectF>

#include <set>
#include <vector>

class QPainter;

namespace entente
{

/// What a strip shows, apart from the widget.
struct TimelineLook
{
    TimelineData data;
    TimeScale scale;
    std::optional<DaySpan> brush; ///< Of the days that are looked at.
    std::optional<int> knownOn;   ///< The last day whose articles are known.
    std::set<NodeId> selected;    ///< Events.
};

/// Where the rows of a strip are, from its top.
struct TimelineRows
{
    explicit TimelineRows(double width);
    QRectF events, articles, axis;
};

/// An event's bar, while there are so few that each has one.
struct TimelineBar
{
    std::size_t event = 0; ///< Among the data's.
    QRectF rect;
};

/// The bars of a stretch of time, in as few lanes as they need; nothing when there are more than
/// can be told apart: then they are counted.
std::vector<TimelineBar> barsOf(const TimelineLook& look, const QRectF& row);

/// Events that may have been in each few pixels; one that may have been in several counts in each
/// for its part.
struct TimelineCounts
{
    struct Bin
    {
        double all = 0, happened = 0, selected = 0;
    };
    std::vector<Bin> bins;
    double most = 0;
};
constexpr double binWidth = 4;
TimelineCounts countsOf(const TimelineLook& look, const QRectF& row);

void paintTimeline(QPainter& painter, const TimelineLook& look, const TimelineRows& rows,
                   const Style& style);

} // namespace entente
