// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/linewriter.h"

#include "graph/annotation/brat/lines.h"
#include "graph/annotation/brat/offsetmap.h"
#include "graph/annotation/brat/quotefit.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace entente
{

namespace
{

/// A lone CR may be part of a text's words, and stays.
std::string onOneLine(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        if (c == '\n' && line.ends_with('\r'))
            line.pop_back();
        line += c == '\n' ? ' ' : c;
    }
    return line;
}

/// The third column with its TAB, as it was; `otherwise` for a new line.
std::string tailOf(std::string_view line, std::string_view otherwise)
{
    if (line.empty())
        return std::string(otherwise);
    const Columns columns = splitColumns(line);
    return columns.hasTail ? '\t' + std::string(columns.tail) : std::string();
}

/// As brat takes them: within the text, and none over a line end.
TextSpans writableSpans(const TextSpans& spans, const SourceText& text)
{
    TextSpans result;
    for (TextSpan span : spans) {
        span.begin = std::clamp(span.begin, 0, text.size());
        span.end = std::clamp(span.end, span.begin, text.size());
        const TextSpans fragments = text.slice(span).find('\n') == std::string_view::npos
                                        ? TextSpans{span}
                                        : splitAtLineEnds(text, {span});
        result.insert(result.end(), fragments.begin(), fragments.end());
    }
    return result;
}

std::string offsetsOf(const TextSpans& spans, const SourceText& text,
                      const OffsetCounting& counting)
{
    const OffsetMap map(text, counting);
    std::string offsets;
    for (const TextSpan span : spans) {
        const TextSpan counted = map.fromCodePoints(span);
        offsets += fmt::format("{}{} {}", offsets.empty() ? "" : ";", counted.begin, counted.end);
    }
    return offsets.empty() ? "0 0" : offsets;
}

std::string roleOf(const Argument& argument)
{
    return argument.ordinal == 1 ? argument.role
                                 : fmt::format("{}{}", argument.role, argument.ordinal);
}

/// The arguments of an event's line as they are written there: "P1:T3" is read as "P:T3".
std::vector<std::string_view> argumentsIn(std::string_view line)
{
    std::string_view rest = splitColumns(line).data;
    nextWord(rest);
    std::vector<std::string_view> words;
    while (!rest.empty())
        words.push_back(nextWord(rest));
    return words;
}

} // namespace

std::string lineOf(const Changed<TextBound>& changed, const SourceText& text,
                   const OffsetCounting& counting)
{
    const TextBound& wanted = changed.wanted;
    std::string line = fmt::format("{}\t{} ", wanted.id, wanted.type);
    if (changed.read && changed.read->spans == wanted.spans) {
        std::string_view offsets = splitColumns(changed.line).data;
        nextWord(offsets); // the type
        line += offsets;
        line += changed.read->text == wanted.text ? tailOf(changed.line, {}) : '\t' + wanted.text;
        return onOneLine(std::move(line));
    }
    // brat refuses a line whose words are not those at its offsets.
    const TextSpans spans = writableSpans(wanted.spans, text);
    line += offsetsOf(spans, text, counting);
    line += '\t';
    line += spans.empty() ? wanted.text : text.slice(spans);
    return onOneLine(std::move(line));
}

std::string lineOf(const Changed<EventLine>& changed)
{
    const EventLine& wanted = changed.wanted;
    const std::vector<std::string_view> written = argumentsIn(changed.line);
    std::vector<bool> isUsed(written.size());
    // brat leaves the blank behind a trigger without arguments.
    std::string line = fmt::format("{}\t{}:{} ", wanted.id, wanted.type, wanted.trigger);
    for (std::size_t i = 0; i < wanted.arguments.size(); ++i) {
        const Argument& argument = wanted.arguments[i];
        std::string word = roleOf(argument) + ':' + argument.target;
        for (std::size_t old = 0; old < written.size(); ++old) {
            if (!isUsed[old] && changed.read->arguments[old] == argument) {
                word = written[old];
                isUsed[old] = true;
                break;
            }
        }
        line += i == 0 ? word : ' ' + word;
    }
    return onOneLine(line + tailOf(changed.line, {}));
}

std::string lineOf(const Changed<RelationLine>& changed)
{
    const RelationLine& wanted = changed.wanted;
    return onOneLine(fmt::format("{}\t{} {}:{} {}:{}{}", wanted.id, wanted.type, wanted.role1,
                                 wanted.target1, wanted.role2, wanted.target2,
                                 tailOf(changed.line, "\t")));
}

std::string lineOf(const Changed<EquivLine>& changed)
{
    std::string line = fmt::format("*\t{}", changed.wanted.type);
    for (const std::string& member : changed.wanted.members)
        line += ' ' + member;
    return onOneLine(line + tailOf(changed.line, {}));
}

std::string lineOf(const Changed<AttributeLine>& changed)
{
    const AttributeLine& wanted = changed.wanted;
    std::string line = fmt::format("{}\t{} {}", wanted.id, wanted.name, wanted.target);
    if (!wanted.value.empty())
        line += ' ' + wanted.value;
    return onOneLine(line + tailOf(changed.line, {}));
}

std::string lineOf(const Changed<NormalizationLine>& changed)
{
    const NormalizationLine& wanted = changed.wanted;
    std::string_view data = splitColumns(changed.line).data;
    const std::string_view kind = changed.read ? nextWord(data) : "Reference";
    const bool sameText = changed.read && changed.read->text == wanted.text;
    return onOneLine(fmt::format("{}\t{} {} {}:{}{}", wanted.id, kind, wanted.target,
                                 wanted.database, wanted.entry,
                                 sameText ? tailOf(changed.line, {}) : '\t' + wanted.text));
}

std::string lineOf(const Changed<NoteLine>& changed)
{
    const NoteLine& wanted = changed.wanted;
    const bool sameText = changed.read && changed.read->text == wanted.text;
    return onOneLine(fmt::format("{}\t{} {}{}", wanted.id, wanted.kind, wanted.target,
                                 sameText ? tailOf(changed.line, {}) : '\t' + wanted.text));
}

} // namespace entente
