// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace entente
{

/// A day of the proleptic Gregorian calendar.
struct Day
{
    int year = 0;
    int month = 1; ///< 1–12
    int day = 1;   ///< 1–31

    auto operator<=>(const Day&) const = default;
};

/// A date in the Extended Date/Time Format (ISO 8601-2, levels 0 and 1, sets of level 2), and what
/// it says as an interval. The string is what was written; nothing is made more precise than it.
struct Edtf
{
    std::string text;            ///< "2024-01-15/2024-01-17", "2023-10", "2024?", "../2024-01"
    std::optional<Day> earliest; ///< First day it can mean; none when open or unknown.
    std::optional<Day> latest;   ///< Last day it can mean.
    bool uncertain = false;      ///< "?" or "%"
    bool approximate = false;    ///< "~" or "%"

    auto operator<=>(const Edtf&) const = default;
};

/// Reads EDTF, and the "u", "unknown" and "open" of its draft of 2012; nothing when it is neither.
std::optional<Edtf> parseEdtf(std::string_view text);

/// No day can belong to both: they exclude each other. An open end excludes nothing.
bool excludeEachOther(const Edtf& a, const Edtf& b);

/// For people, in English: "15–17 January 2024", "October 2023", "2024 (uncertain)",
/// "until January 2024", "15 January 2024 or 16 January 2024".
std::string wordsOf(const Edtf& date);

} // namespace entente
