// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/layout/layout.h"
#include "graph/text/edtf.h"

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace entente
{

/// A month or a year of a time axis; month 0: the year as such.
struct Period
{
    int year = 0;
    int month = 0;

    auto operator<=>(const Period&) const = default;
};

/// Into which period a date falls, by its first day if it has one. A date that names a year only
/// stands before the months of that year: it is not made more precise than it is. Nothing for a
/// date without a known day, nor for a decade or a century, which would be made one year of.
/// @param periodsAYear 12 or 1.
std::optional<Period> periodOf(const Edtf& date, int periodsAYear);
/// "October 2023", "2023".
std::string wordsOf(const Period& period);

/// What a node has to do with time.
struct Moment
{
    bool isEvent = false;
    std::optional<Edtf> date;
};

/// By months, as long as they are few enough to be read side by side; else by years. 0 when no
/// event has a date.
int periodsAYearFor(const std::vector<Moment>& moments);

/// Time runs from left to right: a column for each period that has events, the undated ones in a
/// band of their own below, actors and things above and below, near what they take part in. The
/// scale is not even: periods are as wide as they are full, and empty ones are left out. Nothing
/// overlaps but what is pinned so.
/// @param moments one for each node of the request; what is pinned stays.
Layout layOutByTime(const LayoutRequest& request, const std::vector<Moment>& moments,
                    int periodsAYear);

/// New nodes among those that stand by time already (all that are pinned): each event among those
/// of its period.
Layout placeByTime(const LayoutRequest& request, const std::vector<Moment>& moments,
                   int periodsAYear);

} // namespace entente
