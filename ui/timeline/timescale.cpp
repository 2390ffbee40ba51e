// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timescale.h"

#include <QLocale>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace entente
{

namespace
{

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr double tickRoom = 64; // Pixels for "Jan 2024".

/// How long each unit is, on average.
constexpr std::array<std::pair<TimeUnit, double>, 11> units{{
    {TimeUnit::Day, 1},
    {TimeUnit::Week, 7},
    {TimeUnit::Month, 30.4},
    {TimeUnit::Quarter, 91.3},
    {TimeUnit::Year, 365.2},
    {TimeUnit::TwoYears, 730.5},
    {TimeUnit::FiveYears, 1826.2},
    {TimeUnit::Decade, 3652.4},
    {TimeUnit::TwentyYears, 7304.8},
    {TimeUnit::FiftyYears, 18262.1},
    {TimeUnit::Century, 36524.3},
}};

int monthsOf(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Day:
    case TimeUnit::Week:
        return 0;
    case TimeUnit::Month:
        return 1;
    case TimeUnit::Quarter:
        return 3;
    case TimeUnit::Year:
        return 12;
    case TimeUnit::TwoYears:
        return 24;
    case TimeUnit::FiveYears:
        return 60;
    case TimeUnit::Decade:
        return 120;
    case TimeUnit::TwentyYears:
        return 240;
    case TimeUnit::FiftyYears:
        return 600;
    case TimeUnit::Century:
        return 1200;
    }
    return 1;
}

int floorDiv(int a, int b) { return a / b - (a % b < 0 ? 1 : 0); }

Tick tickAt(TimeUnit unit, Day day)
{
    const QString month = QLocale(QLocale::English).monthName(day.month, QLocale::ShortFormat);
    const QString year = QString::number(day.year);
    const QString space = QStringLiteral(" ");
    const QString dayAndMonth = QString::number(day.day) + space + month;
    switch (unit) {
    case TimeUnit::Day:
    case TimeUnit::Week:
        return {dayNumber(day), dayAndMonth, dayAndMonth + space + year};
    case TimeUnit::Month:
    case TimeUnit::Quarter:
        return {dayNumber(day), day.month == 1 ? year : month, month + space + year};
    case TimeUnit::Year:
        return {dayNumber(day), year, year};
    case TimeUnit::TwoYears:
    case TimeUnit::FiveYears:
    case TimeUnit::Decade:
    case TimeUnit::TwentyYears:
    case TimeUnit::FiftyYears:
    case TimeUnit::Century:
        break;
    }
    // Left of what is seen, "2010" would stand for 2018.
    return {dayNumber(day), year, {}};
}

} // namespace

int dayNumber(Day day)
{
    const year_month_day date{std::chrono::year(day.year),
                              std::chrono::month(static_cast<unsigned>(day.month)),
                              std::chrono::day(static_cast<unsigned>(day.day))};
    return static_cast<int>(sys_days(date).time_since_epoch().count());
}

Day dayOf(int number)
{
    const year_month_day date{sys_days(std::chrono::days(number))};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::string edtfOf(Day day)
{
    return day.year < 0 ? fmt::format("-{:04}-{:02}-{:02}", -day.year, day.month, day.day)
                        : fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

TimeUnit unitFor(const TimeScale& scale)
{
    for (const auto& [unit, days] : units) {
        if (days / scale.daysAPixel() >= tickRoom)
            return unit;
    }
    return TimeUnit::Century;
}

Day beginOf(TimeUnit unit, Day day, int later)
{
    if (unit == TimeUnit::Day)
        return dayOf(dayNumber(day) + later);
    // Weeks begin on Mondays; the first day of all was a Thursday.
    constexpr int week = 7;
    constexpr int monday = 3;
    if (unit == TimeUnit::Week)
        return dayOf((floorDiv(dayNumber(day) + monday, week) + later) * week - monday);
    const int months = monthsOf(unit);
    const int since = (floorDiv(day.year * 12 + day.month - 1, months) + later) * months;
    return {floorDiv(since, 12), since - floorDiv(since, 12) * 12 + 1, 1};
}

std::vector<Tick> ticksOf(const TimeScale& scale)
{
    const TimeUnit unit = unitFor(scale);
    std::vector<Tick> ticks;
    for (Day day = beginOf(unit, dayOf(static_cast<int>(std::floor(scale.first))));
         dayNumber(day) <= scale.last; day = beginOf(unit, day, 1))
        ticks.push_back(tickAt(unit, day));
    return ticks;
}

} // namespace entente
