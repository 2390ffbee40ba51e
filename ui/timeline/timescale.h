// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/edtf.h"

#include <QString>

#include <vector>

namespace entente
{

/// Days are counted from 1 January 1970, so that they can be reckoned with.
int dayNumber(Day day);
Day dayOf(int number);
/// "2024-01-15", as EDTF writes it.
std::string edtfOf(Day day);

/// A stretch of time laid out over pixels.
struct TimeScale
{
    double first = 0, last = 1; ///< Days, the end of the last one; first < last.
    double left = 0, right = 1; ///< Pixels.

    double daysAPixel() const { return (last - first) / (right - left); }
    double xOf(double day) const { return left + (day - first) / daysAPixel(); }
    double dayAt(double x) const { return first + (x - left) * daysAPixel(); }
    bool operator==(const TimeScale&) const = default;
};

/// A line across the strip, where a month or a year begins.
struct Tick
{
    int day = 0;
    QString words; ///< "2024", "Jan", "15 Jan"
    /// "2024", "Jan 2024", "15 Jan 2024"; empty where the beginning says nothing of what follows.
    QString wholeWords;

    bool operator==(const Tick&) const = default;
};

/// What a scale can be read by.
enum class TimeUnit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
    TwoYears,
    FiveYears,
    Decade,
    TwentyYears,
    FiftyYears,
    Century
};

/// The least that has room for its words.
TimeUnit unitFor(const TimeScale& scale);
/// Where units begin within a scale; first the one that its left end lies in, which begins there or
/// before.
std::vector<Tick> ticksOf(const TimeScale& scale);
/// The first day of the unit that a day lies in, so many units later.
Day beginOf(TimeUnit unit, Day day, int later = 0);

} // namespace entente
