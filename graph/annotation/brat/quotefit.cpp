// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/quotefit.h"

#include "graph/annotation/brat/lines.h"
#include "graph/text/sourcetext.h"
#include "graph/text/utf8.h"

#include <algorithm>

namespace entente
{

namespace
{

bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool isWithin(const SourceText& text, const TextSpans& spans)
{
    return std::ranges::all_of(spans, [&](TextSpan span) {
        return span.begin >= 0 && span.begin <= span.end && span.end <= text.size();
    });
}

std::string_view nextRun(std::string_view& rest)
{
    const auto* const begin = std::ranges::find_if_not(rest, isSpace);
    rest.remove_prefix(static_cast<std::size_t>(begin - rest.begin()));
    const auto* const end = std::ranges::find_if(rest, isSpace);
    const std::string_view run = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    rest.remove_prefix(run.size());
    return run;
}

/// Equal but for how much white space, and which, stands between words.
bool sameRuns(std::string_view a, std::string_view b)
{
    while (true) {
        const std::string_view run = nextRun(a);
        if (run != nextRun(b))
            return false;
        if (run.empty())
            return true;
    }
}

/// What is left of a span without white space at its ends; all of this is one byte wide.
TextSpan trimmedSpan(const SourceText& text, TextSpan span)
{
    const std::string_view bytes = text.slice(span);
    const auto front = std::ranges::find_if_not(bytes, isSpace) - bytes.begin();
    if (static_cast<std::size_t>(front) == bytes.size())
        return {span.begin, span.begin};
    const auto back = static_cast<int>(bytes.size() - 1 - bytes.find_last_not_of(" \t\n\v\f\r"));
    return {span.begin + static_cast<int>(front), span.end - back};
}

std::optional<QuoteFit> fitOverLineEnds(const SourceText& text, const TextSpans& spans,
                                        std::string_view recorded)
{
    QuoteFit fit{splitAtLineEnds(text, spans), {}, Leniency::LineEnds};
    const std::string joined = text.slice(fit.spans);
    if (!recorded.empty() && !sameRuns(joined, recorded))
        return {};
    if (fit.spans.empty())
        return {};
    fit.words = recorded.empty() ? joined : std::string(trimmed(recorded));
    if (fit.spans.size() == spans.size())
        fit.leniency = Leniency::WhiteSpace; // the line ends were at its ends only
    return fit;
}

} // namespace

TextSpans splitAtLineEnds(const SourceText& text, const TextSpans& spans)
{
    TextSpans fragments;
    for (const TextSpan span : spans) {
        TextSpan piece{span.begin, span.begin};
        for (; piece.end <= span.end; ++piece.end) {
            const bool atEnd = piece.end == span.end;
            if (!atEnd && text.slice(TextSpan{piece.end, piece.end + 1}) != "\n")
                continue;
            const TextSpan fragment = trimmedSpan(text, piece);
            if (!fragment.isEmpty())
                fragments.push_back(fragment);
            piece.begin = piece.end + 1;
        }
    }
    return fragments;
}

std::optional<QuoteFit> quoteFit(const SourceText& text, const TextSpans& spans,
                                 std::string_view recorded)
{
    if (!isWithin(text, spans))
        return {};
    std::string joined;
    const std::string_view there =
        spans.size() == 1 ? text.slice(spans.front()) : (joined = text.slice(spans));
    if (there.find('\n') != std::string_view::npos)
        return fitOverLineEnds(text, spans, recorded);
    if (recorded.empty() && !there.empty())
        return QuoteFit{spans, std::string(there), Leniency::NoWords};
    if (recorded.starts_with(there)) {
        const std::string_view rest = recorded.substr(there.size());
        if (std::ranges::all_of(rest, isSpace))
            return QuoteFit{spans, std::string(there), Leniency::None};
        if (rest.starts_with('\t') && !there.empty())
            return QuoteFit{spans, std::string(there), Leniency::ExtraColumn};
    }
    const std::string_view words = trimmed(recorded);
    if (spans.size() == 1 && !words.empty() && trimmed(there) == words)
        return QuoteFit{
            {trimmedSpan(text, spans.front())}, std::string(words), Leniency::WhiteSpace};
    return {};
}

std::string inQuotes(std::string_view words)
{
    constexpr std::size_t enough = 60;
    const std::string_view beginning = beginningOf(words, enough);
    std::string result = '"' + std::string(beginning);
    if (beginning.size() < words.size())
        result += "…";
    result += '"';
    std::ranges::replace_if(result, isSpace, ' ');
    return result;
}

} // namespace entente
