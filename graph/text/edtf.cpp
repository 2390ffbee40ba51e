// SPDX-License-Identifier: Apache-2.0
#include "graph/text/edtf.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace entente
{

namespace
{

constexpr std::array<std::string_view, 12> monthNames = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

int daysIn(int year, int month)
{
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// A field of digits in which trailing X stand for any digit: "202X" is 2020 to 2029.
struct Field
{
    int low = 0;
    int high = 0;
};

std::optional<Field> parseField(std::string_view text)
{
    if (text.empty() || text.size() > 9)
        return std::nullopt;
    Field field;
    bool open = false;
    for (const char c : text) {
        const bool any = c == 'X' || c == 'u'; // "u" in the draft of 2012
        if (!any && (c < '0' || c > '9' || open))
            return std::nullopt;
        open = open || any;
        field.low = field.low * 10 + (any ? 0 : c - '0');
        field.high = field.high * 10 + (any ? 9 : c - '0');
    }
    return field;
}

/// Seasons of the northern hemisphere (21–24), by whole months.
std::optional<std::array<Day, 2>> season(int year, int number)
{
    switch (number) {
    case 21:
        return std::array{Day{year, 3, 1}, Day{year, 5, 31}};
    case 22:
        return std::array{Day{year, 6, 1}, Day{year, 8, 31}};
    case 23:
        return std::array{Day{year, 9, 1}, Day{year, 11, 30}};
    case 24: // from December into the year after
        return std::array{Day{year, 12, 1}, Day{year + 1, 2, daysIn(year + 1, 2)}};
    default:
        return std::nullopt;
    }
}

/// Cuts the qualifiers off: "?" uncertain, "~" approximate, "%" both; at the end (level 1) or
/// before or after a part (level 2), which then counts for the whole.
std::string withoutQualifiers(std::string_view text, Edtf& date)
{
    std::string plain;
    for (const char c : text) {
        date.uncertain = date.uncertain || c == '?' || c == '%';
        date.approximate = date.approximate || c == '~' || c == '%';
        if (c != '?' && c != '~' && c != '%')
            plain += c;
    }
    return plain;
}

std::vector<std::string_view> splitAt(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = text.find(separator); at != std::string_view::npos;
         at = text.find(separator)) {
        parts.push_back(text.substr(0, at));
        text.remove_prefix(at + 1);
    }
    parts.push_back(text);
    return parts;
}

bool setMonthOrDay(Edtf& date, Field year, Field month, const std::vector<std::string_view>& parts)
{
    const bool anyMonth = parts[1] == "XX" || parts[1] == "uu";
    if (anyMonth)
        month = {1, 12};
    if (month.low < 1 || month.high > 12)
        return false;
    if (parts.size() == 2 || parts[2] == "XX" || parts[2] == "uu") {
        date.earliest = Day{year.low, month.low, 1};
        date.latest = Day{year.high, month.high, daysIn(year.high, month.high)};
        return true;
    }
    std::optional<Field> day = parseField(parts[2]);
    if (!day || parts[2].size() != 2)
        return false;
    const int last = daysIn(year.high, month.high);
    if (day->high > day->low) // "1X" may run past the end of a month, "0X" would begin before it
        day = Field{std::max(day->low, 1), std::min(day->high, last)};
    if (day->low < 1 || day->high > last || day->low > day->high)
        return false;
    date.earliest = Day{year.low, month.low, day->low};
    date.latest = Day{year.high, month.high, day->high};
    return true;
}

std::optional<Edtf> parseSingle(std::string_view text)
{
    Edtf date;
    date.text = text;
    std::string plain = withoutQualifiers(text, date);
    if (const std::size_t time = plain.find('T'); time != std::string::npos && time == 10)
        plain.resize(time); // The time of the day is kept in the text; we count days.
    const bool longYear = plain.starts_with('Y');
    const bool negative = plain.starts_with('-') || plain.starts_with("Y-");
    std::string_view rest = plain;
    rest.remove_prefix(static_cast<std::size_t>(longYear) + static_cast<std::size_t>(negative));

    const std::vector<std::string_view> parts = splitAt(rest, '-');
    if (parts.size() > 3 ||
        (longYear ? parts.size() > 1 || parts[0].size() < 5 : parts[0].size() != 4))
        return std::nullopt;
    std::optional<Field> year = parseField(parts[0]);
    if (!year)
        return std::nullopt;
    if (negative)
        year = Field{-year->high, -year->low};
    if (parts.size() == 1) {
        date.earliest = Day{year->low, 1, 1};
        date.latest = Day{year->high, 12, 31};
        return date;
    }
    const std::optional<Field> month = parseField(parts[1]);
    if (!month || parts[1].size() != 2)
        return std::nullopt;
    if (parts.size() == 2 && year->low == year->high) {
        if (const auto days = season(year->low, month->low)) {
            date.earliest = (*days)[0];
            date.latest = (*days)[1];
            return date;
        }
    }
    if (!setMonthOrDay(date, *year, *month, parts))
        return std::nullopt;
    return date;
}

bool isOpen(std::string_view text) { return text == ".." || text == "open"; }
bool isUnknown(std::string_view text) { return text.empty() || text == "unknown"; }

std::optional<Edtf> parseInterval(std::string_view text, std::size_t slash)
{
    const std::string_view left = text.substr(0, slash);
    const std::string_view right = text.substr(slash + 1);
    Edtf date;
    date.text = text;
    bool anyEnd = false;
    const auto takeEnd = [&](std::string_view end, std::optional<Day> Edtf::*side) {
        if (isOpen(end) || isUnknown(end))
            return true;
        const std::optional<Edtf> single = parseSingle(end);
        if (!single)
            return false;
        date.*side = (*single).*side;
        date.uncertain = date.uncertain || single->uncertain;
        date.approximate = date.approximate || single->approximate;
        anyEnd = true;
        return true;
    };
    if (!takeEnd(left, &Edtf::earliest) || !takeEnd(right, &Edtf::latest) || !anyEnd)
        return std::nullopt;
    if (date.earliest && date.latest && *date.latest < *date.earliest)
        return std::nullopt;
    return date;
}

/// "[a,b]" is one of them, "{a,b}" all of them: either way within the hull.
std::optional<Edtf> parseSet(std::string_view text)
{
    const char closing = text.front() == '[' ? ']' : '}';
    if (text.size() < 3 || text.back() != closing)
        return std::nullopt;
    Edtf date;
    date.text = text;
    bool openStart = false;
    bool openEnd = false;
    for (std::string_view member : splitAt(text.substr(1, text.size() - 2), ',')) {
        Edtf part;
        if (const std::size_t dots = member.find(".."); dots != std::string_view::npos) {
            const std::string_view from = member.substr(0, dots);
            const std::string_view to = member.substr(dots + 2);
            const std::optional<Edtf> first = from.empty() ? Edtf{} : parseSingle(from);
            const std::optional<Edtf> last = to.empty() ? Edtf{} : parseSingle(to);
            if (!first || !last || (from.empty() && to.empty()))
                return std::nullopt;
            openStart = openStart || from.empty();
            openEnd = openEnd || to.empty();
            part.earliest = from.empty() ? last->earliest : first->earliest;
            part.latest = to.empty() ? first->latest : last->latest;
        } else if (const std::optional<Edtf> single = parseSingle(member)) {
            part = *single;
        } else {
            return std::nullopt;
        }
        date.earliest = date.earliest ? std::min(date.earliest, part.earliest) : part.earliest;
        date.latest = std::max(date.latest, part.latest);
        date.uncertain = date.uncertain || part.uncertain;
        date.approximate = date.approximate || part.approximate;
    }
    if (openStart)
        date.earliest.reset();
    if (openEnd)
        date.latest.reset();
    return date;
}

std::string_view monthName(const Day& day)
{
    return monthNames[static_cast<std::size_t>(day.month - 1)];
}

bool isWholeYear(const Day& from, const Day& to)
{
    return from.month == 1 && from.day == 1 && to.month == 12 && to.day == 31;
}

bool isWholeMonths(const Day& from, const Day& to)
{
    return from.day == 1 && to.day == daysIn(to.year, to.month);
}

std::string wordsOfMonths(const Day& from, const Day& to)
{
    if (from.year != to.year)
        return fmt::format("{} {} – {} {}", monthName(from), from.year, monthName(to), to.year);
    if (from.month != to.month)
        return fmt::format("{}–{} {}", monthName(from), monthName(to), to.year);
    return fmt::format("{} {}", monthName(from), from.year);
}

std::string wordsOfDays(const Day& from, const Day& to)
{
    if (from == to)
        return fmt::format("{} {} {}", from.day, monthName(from), from.year);
    if (from.year != to.year)
        return fmt::format("{} {} {} – {} {} {}", from.day, monthName(from), from.year, to.day,
                           monthName(to), to.year);
    if (from.month != to.month)
        return fmt::format("{} {} – {} {} {}", from.day, monthName(from), to.day, monthName(to),
                           to.year);
    return fmt::format("{}–{} {} {}", from.day, to.day, monthName(to), to.year);
}

std::string wordsOfRange(const Day& from, const Day& to)
{
    if (isWholeYear(from, to))
        return from.year == to.year ? fmt::format("{}", from.year)
                                    : fmt::format("{}–{}", from.year, to.year);
    return isWholeMonths(from, to) ? wordsOfMonths(from, to) : wordsOfDays(from, to);
}

/// The words of one end of a half-open interval, at the precision it was written in.
std::string wordsOfEnd(std::string_view text)
{
    const std::optional<Edtf> single = parseSingle(text);
    return single && single->earliest && single->latest
               ? wordsOfRange(*single->earliest, *single->latest)
               : std::string(text);
}

std::string wordsOfHalfOpen(const Edtf& date)
{
    const std::size_t slash = date.text.find('/');
    const std::string_view left = std::string_view(date.text).substr(0, slash);
    const std::string_view right = std::string_view(date.text).substr(slash + 1);
    // ".." goes on without an end; where nothing stands there is an end that nobody knows.
    if (date.earliest)
        return fmt::format("from {}{}", wordsOfEnd(left),
                           isUnknown(right) ? " to a day unknown" : "");
    return fmt::format("{} {}", isUnknown(left) ? "from a day unknown to" : "until",
                       wordsOfEnd(right));
}

/// One member of a set: a date, or "a..b" with one of the two at least.
std::string wordsOfMember(std::string_view member)
{
    const std::size_t dots = member.find("..");
    if (dots == std::string_view::npos) {
        const std::optional<Edtf> single = parseSingle(member);
        return single ? wordsOf(*single) : std::string(member);
    }
    const std::string_view from = member.substr(0, dots);
    const std::string_view to = member.substr(dots + 2);
    if (from.empty())
        return fmt::format("{} or earlier", wordsOfEnd(to));
    if (to.empty())
        return fmt::format("{} or later", wordsOfEnd(from));
    return fmt::format("{} to {}", wordsOfEnd(from), wordsOfEnd(to));
}

/// "15 January 2024 or 16 January 2024": the days between are not meant.
std::string wordsOfSet(std::string_view text)
{
    const std::string_view between = text.front() == '[' ? " or " : " and ";
    std::string words;
    for (const std::string_view member : splitAt(text.substr(1, text.size() - 2), ',')) {
        words += words.empty() ? std::string_view() : between;
        words += wordsOfMember(member);
    }
    return words;
}

} // namespace

std::optional<Edtf> parseEdtf(std::string_view text)
{
    if (text.empty())
        return std::nullopt;
    if (text.front() == '[' || text.front() == '{')
        return parseSet(text);
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos)
        return parseInterval(text, slash);
    return parseSingle(text);
}

bool excludeEachOther(const Edtf& a, const Edtf& b)
{
    // "About" and "perhaps" leave room for the other day.
    if (a.uncertain || a.approximate || b.uncertain || b.approximate)
        return false;
    return (a.latest && b.earliest && *a.latest < *b.earliest) ||
           (b.latest && a.earliest && *b.latest < *a.earliest);
}

std::string wordsOf(const Edtf& date)
{
    std::string words;
    if (date.text.starts_with('[') || date.text.starts_with('{'))
        return wordsOfSet(date.text);
    if (date.earliest && date.latest)
        words = wordsOfRange(*date.earliest, *date.latest);
    else if (date.earliest || date.latest)
        words = wordsOfHalfOpen(date);
    else
        return date.text;
    if (date.approximate)
        words = "about " + words;
    if (date.uncertain)
        words += " (uncertain)";
    return words;
}

} // namespace entente
