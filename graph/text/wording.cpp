// SPDX-License-Identifier: Apache-2.0
#include "graph/text/wording.h"

#include "graph/text/datewords.h"

#include <fmt/args.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <vector>

namespace entente
{

namespace
{

using Json = nlohmann::json;

/// As wide as a figure's gap, and no line breaks there.
constexpr std::string_view noBreakSpace = "\u00A0";

std::string grouped(long long value, std::string_view between)
{
    std::string digits = std::to_string(value < 0 ? -value : value);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), between);
    return value < 0 ? "-" + digits : digits;
}

std::array<std::string, 12> monthsIn(const Json& json)
{
    const auto months = json.get<std::vector<std::string>>();
    if (months.size() != 12)
        throw std::runtime_error("a year has twelve months");
    std::array<std::string, 12> twelve;
    std::ranges::copy(months, twelve.begin());
    return twelve;
}

DateWords datesIn(const Json& json)
{
    DateWords words;
    words.months = monthsIn(json.at("months"));
    words.alone = monthsIn(json.at("monthsAlone"));
    const auto take = [&](std::string& pattern, const char* name) {
        pattern = json.at(name).get<std::string>();
    };
    take(words.year, "year");
    take(words.years, "years");
    take(words.month, "month");
    take(words.monthsOfYear, "monthsOfYear");
    take(words.months2, "monthsOfYears");
    take(words.day, "day");
    take(words.daysOfMonth, "daysOfMonth");
    take(words.daysOfYear, "daysOfYear");
    take(words.days2, "daysOfYears");
    take(words.from, "from");
    take(words.until, "until");
    take(words.fromToUnknown, "fromToUnknown");
    take(words.toFromUnknown, "unknownTo");
    take(words.orEarlier, "orEarlier");
    take(words.orLater, "orLater");
    take(words.range, "range");
    take(words.either, "either");
    take(words.both, "both");
    take(words.about, "about");
    take(words.uncertain, "uncertain");
    return words;
}

/// "May" and the like have their own short form, or none.
DateWords withShortMonths(DateWords words, const Json& json)
{
    if (const auto months = json.find("shortMonths"); months != json.end())
        words.months = monthsIn(*months);
    if (const auto alone = json.find("shortMonthsAlone"); alone != json.end())
        words.alone = monthsIn(*alone);
    return words;
}

DateWords shortEnglish()
{
    DateWords words = englishDates();
    words.months = words.alone = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return words;
}

/// What is wrong with a pattern is found now rather than in somebody's picture.
/// @throws std::exception when something is.
void tryOut(const DateWords& words)
{
    for (const char* date : {"2024", "2023/2024", "2024-01", "2024-01/2024-03", "2023-12/2024-01",
                             "2024-01-15", "2024-01-15/2024-01-17", "2024-01-30/2024-02-02",
                             "2023-12-30/2024-01-02", "2024-01/..", "../2024-01", "2024-01/",
                             "/2024-01", "[..2024,2025]", "{2024,2025..}", "[2024..2025]", "2024%"})
        (void)wordsOf(*parseEdtf(date), words);
}

std::string filled(const std::string& words, const std::vector<std::string>& parts)
{
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const std::string& part : parts)
        store.push_back(part);
    return fmt::vformat(words, store);
}

/// How many {} there are: a translation that lost one would lose a number.
std::ptrdiff_t gapsIn(std::string_view words) { return std::ranges::count(words, '{'); }

} // namespace

struct Wording::Data
{
    std::string code, thousands;
    std::map<std::string, std::string, std::less<>> words;
    DateWords dates, shortDates;
};

Expected<Wording, std::string> Wording::from(std::string_view json, Thousands thousands)
{
    try {
        const Json all = Json::parse(json);
        Data data;
        data.code = all.at("language").get<std::string>();
        data.thousands = all.at("thousands").get<std::string>();
        for (const auto& [english, words] : all.at("words").items()) {
            if (gapsIn(english) != gapsIn(words.get_ref<const std::string&>()))
                throw std::runtime_error(fmt::format("“{}” has another number of gaps", english));
            (void)filled(words.get<std::string>(),
                         std::vector<std::string>(static_cast<std::size_t>(gapsIn(english))));
            data.words.emplace(english, words.get<std::string>());
        }
        data.dates = datesIn(all.at("dates"));
        data.shortDates = withShortMonths(data.dates, all.at("dates"));
        tryOut(data.shortDates);
        Wording wording;
        wording.m_data = std::make_shared<const Data>(std::move(data));
        wording.m_thousands = thousands;
        return wording;
    } catch (const std::exception& error) {
        return Unexpected{fmt::format("its words cannot be read: {}", error.what())};
    }
}

std::string Wording::code() const { return m_data ? m_data->code : "en"; }

std::string Wording::operator()(std::string_view english) const
{
    if (m_data == nullptr)
        return std::string(english);
    const auto found = m_data->words.find(english);
    return found == m_data->words.end() ? std::string(english) : found->second;
}

std::string Wording::with(std::string_view english, std::initializer_list<std::string> parts) const
{
    return filled((*this)(english), parts);
}

std::string Wording::number(long long value) const
{
    switch (m_thousands) {
    case Thousands::OfLanguage:
        return grouped(value, m_data ? std::string_view(m_data->thousands) : ",");
    case Thousands::Together:
        return grouped(value, "");
    case Thousands::Comma:
        return grouped(value, ",");
    case Thousands::Space:
        return grouped(value, noBreakSpace);
    case Thousands::Point:
        return grouped(value, ".");
    }
    return {};
}

const DateWords& Wording::dates() const { return m_data ? m_data->dates : englishDates(); }

const DateWords& Wording::shortDates() const
{
    static const DateWords english = shortEnglish();
    return m_data ? m_data->shortDates : english;
}

std::string_view nameOf(Thousands thousands)
{
    switch (thousands) {
    case Thousands::OfLanguage:
        return "language";
    case Thousands::Together:
        return "plain";
    case Thousands::Comma:
        return "comma";
    case Thousands::Space:
        return "space";
    case Thousands::Point:
        return "point";
    }
    return {};
}

std::optional<Thousands> parseThousands(std::string_view name)
{
    for (const Thousands thousands : allThousands) {
        if (nameOf(thousands) == name)
            return thousands;
    }
    return std::nullopt;
}

} // namespace entente
