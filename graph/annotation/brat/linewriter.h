// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"

#include <string>
#include <string_view>

namespace entente
{

class SourceText;

/// One record as a line of brat standoff, in place of the line it was read from, of which all stays
/// that was not changed: offsets as written, columns that we do not read.
template <class Record>
struct Changed
{
    std::string_view line;        ///< As it is in the file; empty for a new record.
    const Record* read = nullptr; ///< What that line said; null for a new record.
    const Record& wanted;
};

/// Without a line end. Line ends within a record's words become blanks: brat has no way to say
/// them.
std::string lineOf(const Changed<TextBound>& changed, const SourceText& text,
                   const OffsetCounting& counting);
std::string lineOf(const Changed<EventLine>& changed);
std::string lineOf(const Changed<RelationLine>& changed);
std::string lineOf(const Changed<EquivLine>& changed);
std::string lineOf(const Changed<AttributeLine>& changed);
std::string lineOf(const Changed<NormalizationLine>& changed);
std::string lineOf(const Changed<NoteLine>& changed);

} // namespace entente
