// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/edtf.h"

#include <array>
#include <string>

namespace entente
{

/// How a language says dates. In the patterns {d1} {m1} {y1} are the day, month and year at which
/// something begins, {d2} {m2} {y2} those at which it ends; {M1} {M2} are months without a day,
/// which some languages decline; {} is a date, or one of two.
struct DateWords
{
    std::array<std::string, 12> months;       ///< With a day: "января".
    std::array<std::string, 12> alone;        ///< Without one: "январь".
    std::string year, years;                  ///< 2024; 2023–2024
    std::string month, monthsOfYear;          ///< January 2024; January–March 2024
    std::string months2;                      ///< December 2023 – January 2024
    std::string day, daysOfMonth;             ///< 15 January 2024; 15–17 January 2024
    std::string daysOfYear, days2;            ///< Across months; across years.
    std::string from, until;                  ///< With one end open.
    std::string fromToUnknown, toFromUnknown; ///< With one that nobody knows.
    std::string orEarlier, orLater, range, either, both;
    std::string about, uncertain;
};

const DateWords& englishDates();

/// The same as wordsOf() in whichever language. @pre the patterns are as englishDates() has them.
std::string wordsOf(const Edtf& date, const DateWords& words);

} // namespace entente
