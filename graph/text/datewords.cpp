// SPDX-License-Identifier: Apache-2.0
#include "graph/text/datewords.h"

#include "graph/text/edtfparts.h"

#include <fmt/format.h>

namespace entente
{

namespace
{

std::string with(const std::string& pattern, std::string_view date)
{
    return fmt::format(fmt::runtime(pattern), date);
}

std::string with(const std::string& pattern, std::string_view first, std::string_view second)
{
    return fmt::format(fmt::runtime(pattern), first, second);
}

bool isWholeYear(const Day& from, const Day& to)
{
    return from.month == 1 && from.day == 1 && to.month == 12 && to.day == 31;
}

bool isWholeMonths(const Day& from, const Day& to)
{
    return from.day == 1 && to.day == daysIn(to.year, to.month);
}

/// Says dates in one language.
class Sayer
{
public:
    explicit Sayer(const DateWords& words)
        : m_words(words)
    {
    }

    std::string say(const Edtf& date) const
    {
        if (date.text.starts_with('[') || date.text.starts_with('{'))
            return set(date.text);
        std::string words;
        if (date.earliest && date.latest)
            words = range(*date.earliest, *date.latest);
        else if (date.earliest || date.latest)
            words = halfOpen(date);
        else
            return date.text;
        if (date.approximate)
            words = with(m_words.about, words);
        if (date.uncertain)
            words = with(m_words.uncertain, words);
        return words;
    }

private:
    std::string filled(const std::string& pattern, const Day& from, const Day& to) const
    {
        const auto at = [](const Day& day) { return static_cast<std::size_t>(day.month - 1); };
        return fmt::format(fmt::runtime(pattern), fmt::arg("d1", from.day),
                           fmt::arg("m1", m_words.months[at(from)]),
                           fmt::arg("M1", m_words.alone[at(from)]), fmt::arg("y1", from.year),
                           fmt::arg("d2", to.day), fmt::arg("m2", m_words.months[at(to)]),
                           fmt::arg("M2", m_words.alone[at(to)]), fmt::arg("y2", to.year));
    }

    const std::string& patternOfMonths(const Day& from, const Day& to) const
    {
        if (from.year != to.year)
            return m_words.months2;
        return from.month != to.month ? m_words.monthsOfYear : m_words.month;
    }

    const std::string& patternOfDays(const Day& from, const Day& to) const
    {
        if (from == to)
            return m_words.day;
        if (from.year != to.year)
            return m_words.days2;
        return from.month != to.month ? m_words.daysOfYear : m_words.daysOfMonth;
    }

    std::string range(const Day& from, const Day& to) const
    {
        if (isWholeYear(from, to))
            return filled(from.year == to.year ? m_words.year : m_words.years, from, to);
        return filled(isWholeMonths(from, to) ? patternOfMonths(from, to) : patternOfDays(from, to),
                      from, to);
    }

    /// One end of a half-open interval, at the precision it was written in.
    std::string end(std::string_view text) const
    {
        const std::optional<Edtf> single = parseEdtf(text);
        return single && single->earliest && single->latest
                   ? range(*single->earliest, *single->latest)
                   : std::string(text);
    }

    std::string halfOpen(const Edtf& date) const
    {
        const std::size_t slash = date.text.find('/');
        const std::string_view left = std::string_view(date.text).substr(0, slash);
        const std::string_view right = std::string_view(date.text).substr(slash + 1);
        // ".." goes on without an end; where nothing stands there is an end that nobody knows.
        if (date.earliest)
            return with(isUnknown(right) ? m_words.fromToUnknown : m_words.from, end(left));
        return with(isUnknown(left) ? m_words.toFromUnknown : m_words.until, end(right));
    }

    /// One member of a set: a date, or "a..b" with one of the two at least.
    std::string member(std::string_view text) const
    {
        const std::size_t dots = text.find("..");
        if (dots == std::string_view::npos) {
            const std::optional<Edtf> single = parseEdtf(text);
            return single ? say(*single) : std::string(text);
        }
        const std::string_view from = text.substr(0, dots);
        const std::string_view to = text.substr(dots + 2);
        if (from.empty())
            return with(m_words.orEarlier, end(to));
        if (to.empty())
            return with(m_words.orLater, end(from));
        return with(m_words.range, end(from), end(to));
    }

    /// "15 January 2024 or 16 January 2024": the days between are not meant.
    std::string set(std::string_view text) const
    {
        const std::string& pattern = text.front() == '[' ? m_words.either : m_words.both;
        std::string words;
        for (const std::string_view part : edtfParts(text.substr(1, text.size() - 2), ','))
            words = words.empty() ? member(part) : with(pattern, words, member(part));
        return words;
    }

    const DateWords& m_words;
};

} // namespace

const DateWords& englishDates()
{
    static const std::array<std::string, 12> months{
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    static const DateWords words{
        .months = months,
        .alone = months,
        .year = "{y1}",
        .years = "{y1}–{y2}",
        .month = "{M1} {y1}",
        .monthsOfYear = "{M1}–{M2} {y2}",
        .months2 = "{M1} {y1} – {M2} {y2}",
        .day = "{d1} {m1} {y1}",
        .daysOfMonth = "{d1}–{d2} {m2} {y2}",
        .daysOfYear = "{d1} {m1} – {d2} {m2} {y2}",
        .days2 = "{d1} {m1} {y1} – {d2} {m2} {y2}",
        .from = "from {}",
        .until = "until {}",
        .fromToUnknown = "from {} to a day unknown",
        .toFromUnknown = "from a day unknown to {}",
        .orEarlier = "{} or earlier",
        .orLater = "{} or later",
        .range = "{} to {}",
        .either = "{} or {}",
        .both = "{} and {}",
        .about = "about {}",
        .uncertain = "{} (uncertain)",
    };
    return words;
}

std::string wordsOf(const Edtf& date, const DateWords& words) { return Sayer(words).say(date); }

std::string wordsOf(const Edtf& date) { return wordsOf(date, englishDates()); }

} // namespace entente
