// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/lineparser.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

namespace entente
{

namespace
{

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Letters (or "#" and letters), a number, and anything after it: "T1", "TR2", "#3", "T1-a".
bool isId(std::string_view id)
{
    std::size_t at = id.starts_with('#') ? 1 : 0;
    const std::size_t lettersFrom = at;
    while (at < id.size() && isLetter(id[at]))
        ++at;
    if (at == lettersFrom && at == 0)
        return false;
    return at < id.size() && isDigit(id[at]) && id.find(' ') == std::string_view::npos;
}

ParsedLine notUnderstood(std::string reason, Severity severity = Severity::Error)
{
    return {NotUnderstood{severity, std::move(reason)}, {}};
}

/// A number too large for an int is past the end of any text, and stays so.
bool readOffset(std::string_view word, int& offset)
{
    if (word.empty() || !std::ranges::all_of(word, isDigit))
        return false;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), offset);
    if (error == std::errc::result_out_of_range)
        offset = std::numeric_limits<int>::max();
    return true;
}

/// Fills span from "34 46".
/// @returns what is wrong with it; nothing when it was read.
std::string readFragment(std::string_view fragment, TextSpan& span)
{
    std::string_view rest = fragment;
    for (int* const offset : {&span.begin, &span.end}) {
        const std::string_view word = nextWord(rest);
        if (word.empty())
            return "an offset is missing: a fragment is a begin and an end";
        if (!readOffset(word, *offset))
            return fmt::format("\"{}\" is no offset", word);
    }
    if (!rest.empty())
        return fmt::format("\"{}\" stands after the offsets, where a TAB belongs", rest);
    if (span.end < span.begin)
        return fmt::format("it ends at {}, before it begins at {}", span.end, span.begin);
    return {};
}

std::string overlapOf(const TextSpans& spans)
{
    if (spans.size() < 2)
        return {};
    TextSpans sorted = spans;
    std::ranges::sort(sorted);
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (sorted[i].begin < sorted[i - 1].end)
            return fmt::format("its fragments {} {} and {} {} overlap", sorted[i - 1].begin,
                               sorted[i - 1].end, sorted[i].begin, sorted[i].end);
    }
    return {};
}

/// Fills spans from "0 8;9 14"; the rest as readFragment.
std::string readOffsets(std::string_view offsets, TextSpans& spans)
{
    spans.reserve(1);
    while (true) {
        const std::size_t end = offsets.find(';');
        std::string trouble = readFragment(offsets.substr(0, end), spans.emplace_back());
        if (!trouble.empty())
            return trouble;
        if (end == std::string_view::npos)
            return overlapOf(spans);
        offsets.remove_prefix(end + 1);
    }
}

bool hasOddBlanks(std::string_view data)
{
    return data.starts_with(' ') || data.ends_with(' ') ||
           data.find("  ") != std::string_view::npos || data.find("; ") != std::string_view::npos ||
           data.find(" ;") != std::string_view::npos;
}

ParsedLine parseTextBound(const Columns& columns, int line)
{
    ParsedLine result;
    TextBound bound;
    bound.id = columns.id;
    bound.line = line;
    std::string_view rest = columns.data;
    bound.type = nextWord(rest);
    if (bound.type.empty())
        return notUnderstood(fmt::format("{} has no type", bound.id));
    if (rest.empty())
        return notUnderstood(fmt::format("{} has no offsets", bound.id));
    const std::string trouble = readOffsets(rest, bound.spans);
    if (!trouble.empty())
        return notUnderstood(fmt::format("{}: {}", bound.id, trouble));
    if (hasOddBlanks(columns.data))
        result.oddity = fmt::format(
            "{} has spare blanks round its offsets; it was read without them", bound.id);
    bound.text = columns.tail;
    result.record = std::move(bound);
    return result;
}

/// Splits "Arg1:T4" at its first colon; false when one side is empty.
bool splitAtColon(std::string_view word, std::string_view& before, std::string_view& after)
{
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == word.size())
        return false;
    before = word.substr(0, colon);
    after = word.substr(colon + 1);
    return true;
}

ParsedLine parseEvent(const Columns& columns, int line)
{
    EventLine event;
    event.id = columns.id;
    event.line = line;
    std::string_view rest = columns.data;
    std::string_view before;
    std::string_view after;
    const std::string_view head = nextWord(rest);
    if (!splitAtColon(head, before, after))
        return notUnderstood(fmt::format(
            R"({}: "{}" is not a type and a trigger, as in "Visit:T5")", event.id, head));
    event.type = before;
    event.trigger = after;
    event.arguments.reserve(static_cast<std::size_t>(std::ranges::count(rest, ':')));
    while (!rest.empty()) {
        const std::string_view word = nextWord(rest);
        if (!splitAtColon(word, before, after))
            return notUnderstood(fmt::format(
                R"({}: "{}" is not a role and an id, as in "Host:T11")", event.id, word));
        event.arguments.push_back(argumentOf(before, after));
    }
    return {std::move(event), {}};
}

ParsedLine parseRelation(const Columns& columns, int line)
{
    RelationLine relation;
    relation.id = columns.id;
    relation.line = line;
    std::string_view rest = columns.data;
    relation.type = nextWord(rest);
    std::string_view role1;
    std::string_view target1;
    std::string_view role2;
    std::string_view target2;
    const bool two = splitAtColon(nextWord(rest), role1, target1) &&
                     splitAtColon(nextWord(rest), role2, target2);
    if (!two)
        return notUnderstood(fmt::format(
            "{} does not join two things, as in \"OrganOf Arg1:T4 Arg2:T3\"", relation.id));
    if (!rest.empty())
        return notUnderstood(
            fmt::format("{} has more than two arguments (\"{}\")", relation.id, rest));
    if (role1 == role2)
        return notUnderstood(
            fmt::format("both arguments of {} are called \"{}\"", relation.id, role1));
    relation.role1 = role1;
    relation.target1 = target1;
    relation.role2 = role2;
    relation.target2 = target2;
    return {std::move(relation), {}};
}

ParsedLine parseEquiv(const Columns& columns, int line)
{
    EquivLine equiv;
    equiv.line = line;
    std::string_view rest = columns.data;
    equiv.type = nextWord(rest);
    while (!rest.empty())
        equiv.members.emplace_back(nextWord(rest));
    const auto isFirst = [&equiv](const std::string& id) { return id == equiv.members.front(); };
    if (std::ranges::all_of(equiv.members, isFirst))
        return notUnderstood("a line of equivalence names a type and two ids or more");
    return {std::move(equiv), {}};
}

ParsedLine parseAttribute(const Columns& columns, int line)
{
    AttributeLine attribute;
    attribute.id = columns.id;
    attribute.line = line;
    std::string_view rest = columns.data;
    attribute.name = nextWord(rest);
    attribute.target = nextWord(rest);
    if (attribute.target.empty())
        return notUnderstood(fmt::format(
            "{} does not name what it is said of, as in \"Modality E1 Planned\"", attribute.id));
    attribute.value = trimmed(rest);
    return {std::move(attribute), {}};
}

ParsedLine parseNormalization(const Columns& columns, int line)
{
    NormalizationLine normalization;
    normalization.id = columns.id;
    normalization.line = line;
    std::string_view rest = columns.data;
    const std::string_view kind = nextWord(rest);
    normalization.target = nextWord(rest);
    const std::string_view reference = nextWord(rest);
    std::string_view database;
    std::string_view entry;
    if (kind.empty() || !splitAtColon(reference, database, entry) || !rest.empty())
        return notUnderstood(
            fmt::format("{} is not \"Reference\", an id, and a database and its entry, as in "
                        "\"Reference T2 Wikidata:Q423\"",
                        normalization.id));
    normalization.database = database;
    normalization.entry = entry;
    // brat adds a TAB here each time it saves.
    const std::size_t words = columns.tail.find_first_not_of('\t');
    if (words != std::string_view::npos)
        normalization.text = columns.tail.substr(words);
    return {std::move(normalization), {}};
}

ParsedLine parseNote(const Columns& columns, int line)
{
    NoteLine note;
    note.id = columns.id;
    note.line = line;
    std::string_view rest = columns.data;
    note.kind = nextWord(rest);
    note.target = nextWord(rest);
    if (note.target.empty() || !rest.empty())
        return notUnderstood(fmt::format("{} is a note that does not name one thing it is about, "
                                         "as in \"AnnotatorNotes E2\"",
                                         note.id),
                             Severity::Warning);
    note.text = columns.tail;
    return {std::move(note), {}};
}

/// Why a line's first column is no id.
ParsedLine withoutId(const Line& line, const Columns& columns)
{
    const std::string_view word = columns.id.substr(0, columns.id.find(' '));
    if (isId(word) || word == "*")
        return notUnderstood(fmt::format("blanks stand where a TAB belongs, after \"{}\"", word));
    if (columns.hasData && !columns.id.empty() && columns.id.size() < 20)
        return notUnderstood(fmt::format("\"{}\" is no id: letters and a number", columns.id),
                             Severity::Warning);
    return notUnderstood(line.content.starts_with('#') ? "a comment without an id"
                                                       : "this is no annotation",
                         Severity::Warning);
}

} // namespace

Argument argumentOf(std::string_view role, std::string_view target)
{
    std::size_t digitsFrom = role.size();
    while (digitsFrom > 0 && isDigit(role[digitsFrom - 1]))
        --digitsFrom;
    const std::string_view digits = role.substr(digitsFrom);
    int ordinal = 1;
    // A name that is all number, or a number past counting, is a name.
    if (digitsFrom == 0 || digits.size() > 8)
        digitsFrom = role.size();
    else if (!digits.empty())
        std::from_chars(digits.data(), digits.data() + digits.size(), ordinal);
    return {std::string(role.substr(0, digitsFrom)), ordinal, std::string(target)};
}

ParsedLine parseLine(const Line& line)
{
    const Columns columns = splitColumns(line.content);
    if (columns.hasData && columns.id == "*")
        return parseEquiv(columns, line.number);
    if (!columns.hasData || !isId(columns.id))
        return withoutId(line, columns);
    switch (columns.id.front()) {
    case 'T':
        return parseTextBound(columns, line.number);
    case 'E':
        return parseEvent(columns, line.number);
    case 'R':
        return parseRelation(columns, line.number);
    case 'A':
    case 'M':
        return parseAttribute(columns, line.number);
    case 'N':
        return parseNormalization(columns, line.number);
    case '#':
        return parseNote(columns, line.number);
    default:
        return notUnderstood(
            fmt::format("no kind of annotation begins with \"{}\"", columns.id.front()),
            Severity::Warning);
    }
}

} // namespace entente
