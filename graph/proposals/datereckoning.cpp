// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/datereckoning.h"

#include <fmt/format.h>

#include <chrono>
#include <compare>
#include <cstdlib>

namespace entente
{

namespace
{

namespace cal = std::chrono;

/// A month is nearest beyond doubt when the same month of another year is twice as far.
constexpr int surelyNearest = 4; // Months: the other one is 8 away.

/// What stands in the words, by its kind.
struct Written
{
    std::optional<int> year, month, day, weekday, season, number;
};

/// What stands there once, and what twice: then it is the end of an interval.
struct WrittenTwice
{
    Written first, second;
    bool isInterval = false;
};

std::optional<int> Written::*fieldOf(Blank blank)
{
    switch (blank) {
    case Blank::Day:
    case Blank::NthDay:
    case Blank::DayWord:
        return &Written::day;
    case Blank::Month:
    case Blank::SureMonth:
    case Blank::MonthNumber:
        return &Written::month;
    case Blank::Season:
        return &Written::season;
    case Blank::Year:
        return &Written::year;
    case Blank::Weekday:
        return &Written::weekday;
    case Blank::Number:
        return &Written::number;
    }
    return &Written::number;
}

/// A year at the end is that of the end: "from December 30 to January 2, 2024" begins in 2023.
void giveYearToEnd(WrittenTwice& written, const std::vector<FilledBlank>& blanks)
{
    const bool isAtEnd = written.isInterval && blanks.back().blank == Blank::Year;
    if (!isAtEnd || !written.first.year || written.second.year || !written.second.month)
        return;
    if (written.second.month < written.first.month) {
        written.second.year = written.first.year;
        written.first.year = *written.first.year - 1;
    }
}

WrittenTwice writtenIn(const std::vector<FilledBlank>& blanks)
{
    WrittenTwice written;
    for (const FilledBlank& filled : blanks) {
        const auto field = fieldOf(filled.blank);
        const bool isSecond = (written.first.*field).has_value();
        // Not (a ? b : c).*field: GCC 12 assigns to a copy there.
        Written& end = isSecond ? written.second : written.first;
        end.*field = filled.value;
        written.isInterval = written.isInterval || isSecond;
    }
    giveYearToEnd(written, blanks);
    return written;
}

/// A year, a month (also a season, 21–24) or a day, as exactly as it is known.
struct Point
{
    int year = 0;
    int month = 0; ///< 0: the whole year.
    int day = 0;   ///< 0: the whole month.

    auto operator<=>(const Point&) const = default;
};

cal::sys_days daysOf(Point day)
{
    return cal::year(day.year) / cal::month(static_cast<unsigned>(day.month)) /
           cal::day(static_cast<unsigned>(day.day));
}

Point pointOf(cal::sys_days days)
{
    const cal::year_month_day day(days);
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

/// 1–7, Monday to Sunday.
int weekdayOf(cal::sys_days day) { return static_cast<int>(cal::weekday(day).iso_encoding()); }

bool isInCalendar(Point day)
{
    return (cal::year(day.year) / cal::month(static_cast<unsigned>(day.month)) /
            cal::day(static_cast<unsigned>(day.day)))
        .ok();
}

int monthsOf(Point month) { return month.year * 12 + month.month - 1; }

Point monthAt(int months)
{
    const int month = months % 12;
    return {months / 12, month + 1, 0};
}

/// As exactly as the day of publication is known.
std::optional<Point> pointOf(const std::optional<Edtf>& published)
{
    if (!published || !published->earliest || !published->latest)
        return std::nullopt;
    const Day from = *published->earliest;
    const Day to = *published->latest;
    if (from.year != to.year)
        return std::nullopt;
    if (from.month != to.month)
        return Point{from.year, 0, 0};
    return Point{from.year, from.month, from.day == to.day ? from.day : 0};
}

/// One end of what was reckoned.
struct Reckoned
{
    Point begin;
    std::optional<Point> end{}; ///< Of a week; none: the same.
    std::optional<Point> otherwise{};
    bool isDoubtful = false;
    bool isRelative = true;
    std::string_view rule{}; ///< Why it is this one, where the words do not say; else empty.
};

class Reckoner
{
public:
    Reckoner(const DatePhrases& words, const Written& written, std::optional<Point> published)
        : m_words(words)
        , m_written(written)
        , m_published(published.value_or(Point{}))
        , m_isPublished(published.has_value())
    {
    }

    std::optional<Reckoned> reckon() const
    {
        if (m_words.days)
            return steppedDay();
        if (m_words.weeks)
            return dayOfWeek();
        if (m_words.months)
            return steppedMonth();
        if (m_written.year || m_words.years)
            return withinYear();
        if (month())
            return monthBySide();
        if (m_written.day)
            return dayBySide();
        if (m_written.weekday)
            return weekdayBySide();
        return std::nullopt;
    }

private:
    std::optional<int> month() const { return m_written.month ? m_written.month : m_words.month; }
    /// "three days ago" steps three times one day.
    int times() const { return m_written.number.value_or(1); }
    bool isKnownToTheMonth() const { return m_isPublished && m_published.month > 0; }
    bool isKnownToTheDay() const { return m_isPublished && m_published.day > 0; }

    std::optional<Reckoned> steppedDay() const
    {
        if (!isKnownToTheDay())
            return std::nullopt;
        const cal::days step(m_words.days.value_or(0) * times());
        return Reckoned{.begin = pointOf(daysOf(m_published) + step)};
    }

    std::optional<Reckoned> dayOfWeek() const
    {
        if (!isKnownToTheDay())
            return std::nullopt;
        const cal::sys_days today = daysOf(m_published);
        const int step = m_words.weeks.value_or(0) * times();
        const cal::sys_days thisMonday = today - cal::days(weekdayOf(today) - 1);
        const cal::sys_days monday = thisMonday + cal::days(7 * step);
        if (!m_written.weekday)
            return Reckoned{.begin = pointOf(monday), .end = pointOf(monday + cal::days(6))};
        const cal::days into(*m_written.weekday - 1);
        Reckoned result{.begin = pointOf(monday + into)};
        // "next Friday" on a Monday, "last Monday" on a Friday.
        const cal::sys_days ofThisWeek = thisMonday + into;
        const bool mayBeThisWeek = step > 0 ? ofThisWeek > today : ofThisWeek < today;
        if (m_words.isLooseWeek && mayBeThisWeek) {
            result.otherwise = pointOf(ofThisWeek);
            result.isDoubtful = true;
        }
        return result;
    }

    std::optional<Reckoned> steppedMonth() const
    {
        if (!isKnownToTheMonth())
            return std::nullopt;
        Point month = monthAt(monthsOf(m_published) + m_words.months.value_or(0) * times());
        month.day = m_written.day.value_or(0);
        return Reckoned{.begin = month};
    }

    std::optional<Reckoned> withinYear() const
    {
        Reckoned result;
        if (m_written.year) {
            result.begin.year = *m_written.year;
            result.isRelative = false;
        } else if (m_isPublished) {
            result.begin.year = m_published.year + m_words.years.value_or(0) * times();
        } else {
            return std::nullopt;
        }
        result.begin.month = m_written.season ? *m_written.season : month().value_or(0);
        result.begin.day = m_written.day.value_or(0);
        if (result.begin.day > 0 && result.begin.month == 0)
            return std::nullopt;
        return result;
    }

    std::optional<Reckoned> monthBySide() const
    {
        if (!isKnownToTheMonth())
            return std::nullopt;
        const auto inYear = [&](int step) {
            return Point{m_published.year + step, month().value_or(0), m_written.day.value_or(0)};
        };
        const Point same = inYear(0);
        // Days are compared where both are known, else whole months.
        const bool byDay = same.day > 0 && isKnownToTheDay();
        const Point today{m_published.year, m_published.month, byDay ? m_published.day : 0};
        const Point inThisYear{same.year, same.month, byDay ? same.day : 0};
        switch (m_words.side) {
        case DateSide::Before:
            return Reckoned{.begin = inThisYear < today ? same : inYear(-1)};
        case DateSide::After:
            return Reckoned{.begin = inThisYear > today ? same : inYear(1)};
        case DateSide::Unsaid:
        case DateSide::Nearest:
            break;
        }
        const int ahead = (monthsOf(same) - monthsOf(m_published) + 12) % 12;
        const bool isPast = ahead >= 12 - ahead;
        const Point next = ahead == same.month - m_published.month ? same : inYear(1);
        const Point last = ahead == 0 ? same : Point{next.year - 1, next.month, next.day};
        Reckoned result{.begin = isPast ? last : next, .rule = "the nearest one to"};
        result.isDoubtful = std::min(ahead, 12 - ahead) > surelyNearest;
        if (result.isDoubtful)
            result.otherwise = isPast ? next : last;
        return result;
    }

    /// The day in the nearest month from a step on that has so many days.
    Point dayFrom(int step, int direction) const
    {
        const int number = m_written.day.value_or(1);
        Point day = monthAt(monthsOf(m_published) + step);
        for (day.day = number; !isInCalendar(day); day.day = number)
            day = monthAt(monthsOf(day) + direction);
        return day;
    }

    std::optional<Reckoned> dayBySide() const
    {
        if (!isKnownToTheDay())
            return std::nullopt;
        const int number = m_written.day.value_or(1);
        const int today = m_published.day;
        const Point before = dayFrom(number < today ? 0 : -1, -1);
        const Point after = dayFrom(number > today ? 0 : 1, 1);
        return bySide(before, after, number == today);
    }

    std::optional<Reckoned> weekdayBySide() const
    {
        if (!isKnownToTheDay())
            return std::nullopt;
        const cal::sys_days today = daysOf(m_published);
        const int ahead = (m_written.weekday.value_or(1) - weekdayOf(today) + 7) % 7;
        return bySide(pointOf(today + cal::days(ahead - 7)),
                      pointOf(today + cal::days(ahead == 0 ? 7 : ahead)), ahead == 0);
    }

    Reckoned bySide(Point before, Point after, bool isToday) const
    {
        const auto distance = [&](Point day) {
            return std::abs((daysOf(day) - daysOf(m_published)).count());
        };
        switch (m_words.side) {
        case DateSide::Before:
            return Reckoned{.begin = before};
        case DateSide::After:
            return Reckoned{.begin = after};
        case DateSide::Nearest:
            if (!isToday)
                return Reckoned{.begin = distance(after) < distance(before) ? after : before,
                                .rule = "the nearest one to"};
            break;
        case DateSide::Unsaid:
            if (!isToday)
                return Reckoned{.begin = before, .otherwise = after, .rule = "the last one before"};
            break;
        }
        return Reckoned{.begin = m_published};
    }

    const DatePhrases& m_words;
    const Written& m_written;
    Point m_published; ///< Of no meaning where it is not known.
    bool m_isPublished;
};

/// The end of an interval: what is written of it, else as its beginning, and not before that.
Point endOf(Point begin, const Written& second)
{
    Point end = begin;
    end.year = second.year.value_or(begin.year);
    end.month = second.month.value_or(second.season.value_or(begin.month));
    end.day = second.day.value_or(begin.day);
    if (second.weekday && !second.day && begin.day > 0) {
        const cal::sys_days from = daysOf(begin);
        return pointOf(from + cal::days((*second.weekday - weekdayOf(from) + 7) % 7));
    }
    if (end < begin && !second.year && second.month)
        ++end.year;
    else if (end < begin && !second.year && second.day) {
        const int day = end.day;
        end = monthAt(monthsOf(end) + 1);
        end.day = day;
    }
    return end;
}

std::string textOf(Point point, std::string_view qualifier)
{
    if (point.month == 0)
        return fmt::format("{:04}{}", point.year, qualifier);
    if (point.day == 0)
        return fmt::format("{:04}-{:02}{}", point.year, point.month, qualifier);
    return fmt::format("{:04}-{:02}-{:02}{}", point.year, point.month, point.day, qualifier);
}

std::optional<Edtf> edtfOf(Point begin, Point end, std::string_view qualifier)
{
    std::string text = textOf(begin, qualifier);
    if (end != begin)
        text += '/' + textOf(end, qualifier);
    return parseEdtf(text);
}

std::string_view qualifierOf(bool isUncertain, bool isApproximate)
{
    if (isUncertain)
        return isApproximate ? "%" : "?";
    return isApproximate ? "~" : "";
}

} // namespace

std::optional<ReckonedDate> reckoned(const DatePhrases& words,
                                     const std::vector<FilledBlank>& blanks,
                                     const std::optional<Edtf>& published)
{
    const WrittenTwice written = writtenIn(blanks);
    const std::optional<Reckoned> begin =
        Reckoner(words, written.first, pointOf(published)).reckon();
    if (!begin)
        return std::nullopt;
    const auto endFrom = [&](Point from) {
        return written.isInterval ? endOf(from, written.second) : from;
    };
    const bool isFromPublication = begin->isRelative && published;
    const std::string_view qualifier =
        qualifierOf(begin->isDoubtful || (isFromPublication && published->uncertain),
                    isFromPublication && published->approximate);
    std::optional<Edtf> date =
        edtfOf(begin->begin, begin->end.value_or(endFrom(begin->begin)), qualifier);
    if (!date)
        return std::nullopt;
    ReckonedDate result{*std::move(date), "as written", std::nullopt};
    if (isFromPublication)
        result.why = fmt::format("{} {}", begin->rule.empty() ? "relative to" : begin->rule,
                                 wordsOf(*published));
    if (begin->otherwise)
        result.otherwise = edtfOf(*begin->otherwise, endFrom(*begin->otherwise), qualifier);
    return result;
}

} // namespace entente
