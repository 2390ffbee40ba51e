// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"
#include "graph/text/textspan.h"

#include <string>
#include <vector>

namespace entente
{

/// How a recorded quote stands to the text at its offsets.
enum class QuoteStatus {
    Exact,   ///< The words stand at the offsets.
    Moved,   ///< They stand elsewhere, without doubt; the spans say where.
    Missing, ///< They were not found, or could be in several places.
};

/// What a file's offsets turned out to count.
enum class OffsetUnit { CodePoints, Utf16Units, Bytes };

/// Whether characters were counted that the text does not have, or the other way round.
enum class Counted {
    AsStored,
    LeftOut, ///< The text has them, the offsets do not count them.
    Added,   ///< The text does not have them, the offsets count them.
};

/// How a file's offsets count, where that is not as they should: other programs count in other
/// units, or counted in a copy of the text with other line ends or byte order mark.
struct OffsetCounting
{
    OffsetUnit unit = OffsetUnit::CodePoints;
    Counted carriageReturns = Counted::AsStored;
    Counted byteOrderMark = Counted::AsStored;

    bool operator==(const OffsetCounting&) const = default;
};

// One struct for each kind of line of brat standoff. `line` counts from 1 in the .ann file.

/// "T1	Person 34 46	Choe Son-hui"
struct TextBound
{
    std::string id;
    std::string type;
    TextSpans spans;  ///< As re-anchored, in code points, in the order of the file.
    std::string text; ///< The words as recorded.
    QuoteStatus status = QuoteStatus::Exact;
    std::string anchoredBy; ///< Which rule found them, in words; empty when exact as written.
    int line = 0;

    bool operator==(const TextBound&) const = default;
};

/// One argument of an event: "Participant2:T17" is role "Participant", ordinal 2.
struct Argument
{
    std::string role;
    int ordinal = 1;
    std::string target; ///< Id of a T or E line.

    bool operator==(const Argument&) const = default;
};

/// "E2	Visit:T38 Visitor:T32 Destination:T39"
struct EventLine
{
    std::string id;
    std::string type;
    std::string trigger;
    std::vector<Argument> arguments;
    int line = 0;

    bool operator==(const EventLine&) const = default;
};

/// "R1	HoldsPosition Arg1:T4 Arg2:T3"
struct RelationLine
{
    std::string id;
    std::string type;
    std::string role1, target1;
    std::string role2, target2;
    int line = 0;

    bool operator==(const RelationLine&) const = default;
};

/// "*	SameAs T4 T32 T62"; lines of a type that share a member are one after reading.
struct EquivLine
{
    std::string type;
    std::vector<std::string> members;
    int line = 0;
    std::vector<int> mergedLines; ///< The other lines that went into this one.

    bool operator==(const EquivLine&) const = default;
};

/// "A1	Modality E1 Happened"; no value means true and is empty here.
struct AttributeLine
{
    std::string id;
    std::string name;
    std::string target;
    std::string value;
    int line = 0;

    bool operator==(const AttributeLine&) const = default;
};

/// "N1	Reference T2 Wikidata:Q423	North Korea"
struct NormalizationLine
{
    std::string id;
    std::string target;
    std::string database;
    std::string entry;
    std::string text;
    int line = 0;

    bool operator==(const NormalizationLine&) const = default;
};

/// "#1	AnnotatorNotes E2	free text"
struct NoteLine
{
    std::string id;
    std::string kind;
    std::string target;
    std::string text;
    int line = 0;

    bool operator==(const NoteLine&) const = default;
};

/// All that an annotation file says about one text. Lines that were not understood are not here:
/// the file's bytes, which the writer gives back, are kept beside it, and diagnostics name them.
struct Annotations
{
    std::vector<TextBound> textBounds;
    std::vector<EventLine> events;
    std::vector<RelationLine> relations;
    std::vector<EquivLine> equivs;
    std::vector<AttributeLine> attributes;
    std::vector<NormalizationLine> normalizations;
    std::vector<NoteLine> notes;
    OffsetCounting counting;

    bool operator==(const Annotations&) const = default;
};

} // namespace entente
