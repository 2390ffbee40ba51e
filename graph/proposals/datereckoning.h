// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/proposals/languagedata.h"
#include "graph/text/edtf.h"

#include <optional>
#include <string>
#include <vector>

namespace entente
{

/// What some words say of when.
struct ReckonedDate
{
    Edtf date;
    std::string why;               ///< "relative to 16 January 2024", "as written"
    std::optional<Edtf> otherwise; ///< What the words can mean as well; none where it is clear.
};

/// Reckons a date from words and what fills their blanks. Steps are counted by the calendar, weeks
/// from Monday to Sunday (ISO 8601).
/// @param published a month that is not named by its year needs it to the month, a day to the day.
/// @returns nothing where it takes a day of publication that is not known so exactly, or where
/// there is no such day.
std::optional<ReckonedDate> reckoned(const DatePhrases& words,
                                     const std::vector<FilledBlank>& blanks,
                                     const std::optional<Edtf>& published);

} // namespace entente
