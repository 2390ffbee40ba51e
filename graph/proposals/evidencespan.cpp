// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/evidencespan.h"

#include "graph/text/clauses.h"
#include "graph/text/markpairs.h"
#include "graph/text/sourcetext.h"
#include "graph/text/trimmed.h"
#include "graph/text/wordspans.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace entente
{

namespace
{

constexpr std::array<std::string_view, 11> sentenceEnds = {".",  "!",  "?", "…", "。", "！",
                                                           "？", "．", "؟", "۔", "।"};

std::string_view characterAt(const SourceText& text, int at)
{
    return text.slice(TextSpan{at, at + 1});
}

bool endsSentence(const SourceText& text, int at)
{
    return std::ranges::find(sentenceEnds, characterAt(text, at)) != sentenceEnds.end();
}

TextSpan clamped(const SourceText& text, TextSpan span)
{
    span.begin = std::clamp(span.begin, 0, text.size());
    span.end = std::clamp(span.end, span.begin, text.size());
    return span;
}

/// The lines that a span touches, without their line breaks.
TextSpan linesRound(const SourceText& text, TextSpan span)
{
    while (span.begin > 0 && characterAt(text, span.begin - 1) != "\n")
        --span.begin;
    while (span.end < text.size() && characterAt(text, span.end) != "\n")
        ++span.end;
    return span;
}

/// The line before or after that has something in it; none at the ends of the text.
std::optional<TextSpan> lineBeside(const SourceText& text, TextSpan lines, bool isAfter)
{
    while (isAfter ? lines.end < text.size() : lines.begin > 0) {
        const int inside = isAfter ? lines.end + 1 : lines.begin - 1;
        lines = linesRound(text, {inside, inside});
        if (!trimmed(text, lines).isEmpty())
            return lines;
    }
    return std::nullopt;
}

class Drawing
{
public:
    Drawing(const SourceText& text, std::string language)
        : m_text(text)
        , m_language(std::move(language))
    {
    }

    TextSpan sentence(TextSpan span) const
    {
        return withMarks(m_text.sentenceRound(span, m_language));
    }

    /// As many clauses of the sentence as hold a span.
    TextSpan clause(TextSpan span) const
    {
        const TextSpan whole = sentence(span);
        const TextSpans clauses = clausesIn(m_text, whole, m_language);
        TextSpan found = span;
        for (bool hasGrown = true; hasGrown;) {
            const TextSpan before = found;
            for (const TextSpan clause : clauses) {
                if (clause.overlaps(found))
                    found = {std::min(found.begin, clause.begin), std::max(found.end, clause.end)};
            }
            found = withPairs(found, whole);
            hasGrown = found != before;
        }
        if (found.begin <= whole.begin && found.end >= withoutStop(whole, span).end)
            return whole;
        return withMarks(withoutStop(found, span));
    }

    TextSpan twoSentences(TextSpan span) const
    {
        const TextSpan one = sentence(span);
        const TextSpan line = linesRound(m_text, one);
        int before = one.begin;
        while (before > line.begin && isWhiteSpace(characterAt(m_text, before - 1)))
            --before;
        if (before > line.begin)
            return {sentence({before - 1, before}).begin, one.end};
        int after = one.end;
        while (after < line.end && isWhiteSpace(characterAt(m_text, after)))
            ++after;
        if (after < line.end)
            return {one.begin, sentence({after, after + 1}).end};
        return one;
    }

    TextSpan paragraph(TextSpan span) const { return trimmed(m_text, linesRound(m_text, span)); }

    bool isOneSentence(TextSpan span) const
    {
        const TextSpan whole = m_text.sentenceRound({span.begin, span.begin + 1}, m_language);
        return span.end <= withMarks(whole).end;
    }

    std::array<TextSpan, 4> steps(TextSpan span) const
    {
        return {clause(span), sentence(span), twoSentences(span), paragraph(span)};
    }

    /// Words as people count them: "Son-hui" and "2019–2020" are one each.
    TextSpans words(TextSpan lines) const
    {
        TextSpans words;
        for (const TextSpan word : wordsIn(m_text, lines, m_language)) {
            if (!words.empty() && isJoined(words.back().end, word.begin))
                words.back().end = word.end;
            else
                words.push_back(word);
        }
        return words;
    }

    /// With the marks that belong to a span which begins and ends with words.
    TextSpan finished(TextSpan span) const
    {
        span = withMarks(span);
        const TextSpan whole = sentence({span.end - 1, span.end});
        const bool isLastWord = trimmed(m_text, {span.end, whole.end}).isEmpty() ||
                                wordsIn(m_text, {span.end, whole.end}, m_language).empty();
        const TextSpan first = sentence({span.begin, span.begin + 1});
        if (isLastWord && span.begin <= first.begin && span.end < whole.end)
            span.end = whole.end;
        return withMarks(span);
    }

    /// With the marks beside a span whose partners stand within it.
    TextSpan withMarks(TextSpan span) const
    {
        for (const auto& [open, close] : markPairs(m_text, linesRound(m_text, span))) {
            if (open >= span.begin && open < span.end && close >= span.end &&
                isPunctuation({span.end, close}))
                span.end = close + 1;
        }
        for (const auto& [open, close] : markPairs(m_text, linesRound(m_text, span))) {
            if (close >= span.begin && close < span.end && open == span.begin - 1)
                span.begin = open;
        }
        return span;
    }

private:
    bool isJoined(int end, int begin) const
    {
        constexpr std::array<std::string_view, 5> hyphens = {"-", "‐", "‑", "–", "/"};
        return begin == end + 1 &&
               std::ranges::find(hyphens, characterAt(m_text, end)) != hyphens.end();
    }

    bool isPunctuation(TextSpan part) const
    {
        for (int at = part.begin; at < part.end; ++at) {
            if (!endsSentence(m_text, at) && characterAt(m_text, at) != "," &&
                characterAt(m_text, at) != "،")
                return false;
        }
        return true;
    }

    /// No quotation is cut in two that begins and ends in the sentence.
    TextSpan withPairs(TextSpan span, TextSpan sentence) const
    {
        for (const auto& [open, close] : markPairs(m_text, sentence)) {
            const bool hasOpen = span.contains(open);
            const bool hasClose = span.contains(close);
            const bool hasInner = span.begin < close && open < span.end;
            if (hasOpen != hasClose && hasInner)
                span = {std::min(span.begin, open), std::max(span.end, close + 1)};
        }
        return span;
    }

    /// "U.S." keeps its own.
    TextSpan withoutStop(TextSpan words, TextSpan kept) const
    {
        int end = words.end;
        while (end > std::max(kept.end, words.begin + 1) && endsSentence(m_text, end - 1))
            --end;
        int word = end;
        while (word > words.begin && !isWhiteSpace(characterAt(m_text, word - 1)))
            --word;
        const bool isAbbreviation =
            m_text.slice(TextSpan{word, end}).find('.') != std::string_view::npos;
        return isAbbreviation ? words : TextSpan{words.begin, end};
    }

    const SourceText& m_text;
    std::string m_language;
};

} // namespace

TextSpan evidenceHull(const SourceText& text, TextSpan trigger, const TextSpans& fillers,
                      const std::string& language)
{
    trigger = clamped(text, trigger);
    const TextSpan sentence = text.sentenceRound(trigger, language);
    TextSpans inIt{trigger};
    std::ranges::copy_if(fillers, std::back_inserter(inIt), [&](TextSpan filler) {
        return !filler.isEmpty() && sentence.contains(filler);
    });
    return hullOf(inIt);
}

TextSpan proposedEvidence(const SourceText& text, TextSpan trigger, const TextSpans& fillers,
                          const std::string& language)
{
    return Drawing(text, language).clause(evidenceHull(text, trigger, fillers, language));
}

TextSpan wider(const SourceText& text, TextSpan span, const std::string& language)
{
    span = clamped(text, span);
    const Drawing drawing(text, language);
    const bool isOne = drawing.isOneSentence(span);
    const std::array<TextSpan, 4> steps = drawing.steps(span);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool isOfOne = i < 3; // Three sentences are no step.
        if ((isOne || !isOfOne || i == 1) && steps.at(i).contains(span) && steps.at(i) != span)
            return steps.at(i);
    }
    return span;
}

TextSpan narrower(const SourceText& text, TextSpan span, const std::string& language, TextSpan hull)
{
    span = clamped(text, span);
    hull = clamped(text, hull);
    const Drawing drawing(text, language);
    if (hull.isEmpty()) {
        const TextSpans words = drawing.words(span);
        hull = words.empty() ? span : words.front();
    }
    const std::array<TextSpan, 4> steps = drawing.steps(hull);
    const auto smaller = std::find_if(steps.rbegin(), steps.rend(), [&](TextSpan step) {
        return span.contains(step) && step.length() < span.length();
    });
    return smaller == steps.rend() ? span : *smaller;
}

TextSpan moveBegin(const SourceText& text, TextSpan span, int words, const std::string& language,
                   TextSpan hull)
{
    span = clamped(text, span);
    const Drawing drawing(text, language);
    TextSpan lines = linesRound(text, span);
    TextSpans all = drawing.words(lines);
    // The first word that lies in the span; one that is cut counts as the step to take it whole, or
    // to leave it.
    const auto at = std::ranges::lower_bound(all, span.begin, {}, &TextSpan::begin);
    const bool isCut = at != all.begin() && std::prev(at)->end > span.begin;
    auto index = at - all.begin() + words - (isCut && words > 0 ? 1 : 0);
    while (index < 0) {
        const std::optional<TextSpan> before = lineBeside(text, lines, false);
        if (!before)
            break;
        lines.begin = before->begin;
        const TextSpans more = drawing.words(*before);
        all.insert(all.begin(), more.begin(), more.end());
        index += static_cast<std::ptrdiff_t>(more.size());
    }
    const int latest = hull.isEmpty() ? span.end - 1 : std::min(hull.begin, span.end - 1);
    const auto last = std::ranges::upper_bound(all, latest, {}, &TextSpan::begin) - all.begin() - 1;
    if (last < 0)
        return span;
    index = std::clamp<std::ptrdiff_t>(index, 0, last);
    const int begin = all[static_cast<std::size_t>(index)].begin;
    return drawing.finished({hull.isEmpty() ? begin : std::min(begin, hull.begin), span.end});
}

TextSpan moveEnd(const SourceText& text, TextSpan span, int words, const std::string& language,
                 TextSpan hull)
{
    span = clamped(text, span);
    const Drawing drawing(text, language);
    TextSpan lines = linesRound(text, span);
    TextSpans all = drawing.words(lines);
    // The last word that lies in the span; one that is cut counts as the step to take it whole, or
    // to leave it.
    const auto after = std::ranges::upper_bound(all, span.end, {}, &TextSpan::end);
    const bool isCut = after != all.end() && after->begin < span.end;
    auto index = after - all.begin() - 1 + words + (isCut && words < 0 ? 1 : 0);
    while (index >= static_cast<std::ptrdiff_t>(all.size())) {
        const std::optional<TextSpan> next = lineBeside(text, lines, true);
        if (!next)
            break;
        lines.end = next->end;
        const TextSpans more = drawing.words(*next);
        all.insert(all.end(), more.begin(), more.end());
    }
    const int earliest = hull.isEmpty() ? span.begin + 1 : std::max(hull.end, span.begin + 1);
    const auto first = std::ranges::lower_bound(all, earliest, {}, &TextSpan::end) - all.begin();
    if (first == static_cast<std::ptrdiff_t>(all.size()))
        return span;
    index = std::clamp<std::ptrdiff_t>(index, first, static_cast<std::ptrdiff_t>(all.size()) - 1);
    const int end = all[static_cast<std::size_t>(index)].end;
    return drawing.finished({span.begin, hull.isEmpty() ? end : std::max(end, hull.end)});
}

} // namespace entente
