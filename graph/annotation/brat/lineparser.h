// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/annotation/annotations.h"
#include "graph/annotation/brat/lines.h"

#include <string>
#include <variant>

namespace entente
{

/// A line of which nothing could be made: kept in the file, not read.
struct NotUnderstood
{
    Severity severity = Severity::Error;
    std::string reason;
};

/// What one line says, before anything is looked up in other lines or in the text. Spans are as
/// written, in whatever unit the file counts in.
using Record = std::variant<NotUnderstood, TextBound, EventLine, RelationLine, EquivLine,
                            AttributeLine, NormalizationLine, NoteLine>;

struct ParsedLine
{
    Record record;
    std::string oddity; ///< What was put up with; empty for a line as brat writes it.
};

/// Reads one line that is not blank.
ParsedLine parseLine(const Line& line);

/// "Participant2" is the second "Participant"; a name without number is the first.
Argument argumentOf(std::string_view role, std::string_view target);

} // namespace entente
