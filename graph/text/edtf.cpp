// SPDX-License-Identifier: Apache-2.0
#include "graph/text/edtf.h"

#include "graph/text/edtfparts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace entente
{

namespace
{

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

    const std::vector<std::string_view> parts = edtfParts(rest, '-');
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
    for (std::string_view member : edtfParts(text.substr(1, text.size() - 2), ',')) {
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

} // namespace

int daysIn(int year, int month)
{
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::vector<std::string_view> edtfParts(std::string_view text, char separator)
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

bool isUnknown(std::string_view text) { return text.empty() || text == "unknown"; }

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

} // namespace entente
