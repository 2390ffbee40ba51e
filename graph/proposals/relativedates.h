// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/edtf.h"
#include "graph/text/textspan.h"

#include <optional>
#include <string>
#include <vector>

namespace entente
{

class LanguageData;
class SourceText;

/// What words of an article say of when, from the day on which it was published.
struct DateProposal
{
    TextSpan span;
    Edtf date;
    /// In English: "relative to 16 January 2024", "as written", and where the words do not say
    /// which one is meant, the rule: "the nearest one to 16 January 2024" of months, "the last one
    /// before 16 January 2024" of days and weekdays.
    std::string why;
    std::optional<Edtf> otherwise; ///< What they can mean as well; none where it is clear.

    bool operator==(const DateProposal&) const = default;
};

/// The dates that stand in a stretch of text, in its order; lengths of time and words such as
/// "recently" are none. A month without a year is the nearest one, with a "?" where the one of
/// another year is less than twice as far; a day or a weekday is the last one, the day of
/// publication included, unless the words say otherwise.
/// @param words in code points of the article: a sentence, or what is marked as a date.
/// @param published what is not known so exactly as words need it makes them say nothing; none:
/// only dates that need no other.
std::vector<DateProposal> datesIn(const SourceText& text, TextSpan words,
                                  const std::optional<Edtf>& published,
                                  const LanguageData& language);

} // namespace entente
