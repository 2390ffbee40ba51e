// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/anchor.h"

#include "graph/annotation/brat/offsetmap.h"
#include "graph/annotation/brat/quotefit.h"
#include "graph/annotation/brat/reanchor.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

/// A counting of a file's offsets, and how far it explains the file.
struct Explanation
{
    OffsetCounting counting;
    int matches = 0; ///< Words that stand at their offsets.
};

class Anchoring
{
public:
    Anchoring(Annotations& annotations, const SourceText& text, const std::string& fileName,
              Diagnostics& diagnostics)
        : m_annotations(annotations)
        , m_text(text)
        , m_fileName(fileName)
        , m_diagnostics(diagnostics)
    {
    }

    void run()
    {
        std::vector<std::size_t> astray;
        for (std::size_t i = 0; i < bounds().size(); ++i) {
            if (!fitInPlace(i))
                astray.push_back(i);
        }
        if (astray.empty())
            return take();
        chooseCounting(astray);
        if (m_annotations.counting != OffsetCounting{})
            astray = fitAgain();
        findAgain(astray);
        take();
    }

private:
    std::vector<TextBound>& bounds() { return m_annotations.textBounds; }

    /// The common case, kept free of copies: one fragment whose words stand where it says.
    bool fitInPlace(std::size_t i)
    {
        const TextBound& bound = bounds()[i];
        if (bound.spans.size() == 1 && !bound.text.empty() &&
            m_text.slice(bound.spans.front()) == bound.text)
            return true;
        std::optional<QuoteFit> fit = quoteFit(m_text, bound.spans, bound.text);
        if (!fit)
            return false;
        m_fits.emplace_back(i, std::move(*fit));
        return true;
    }

    void chooseCounting(const std::vector<std::size_t>& astray)
    {
        const auto hasWords = [this](std::size_t i) { return !bounds()[i].text.empty(); };
        const auto quotes = static_cast<int>(
            std::ranges::count_if(bounds(), [](const TextBound& b) { return !b.text.empty(); }));
        const int matchesAsWritten =
            quotes - static_cast<int>(std::ranges::count_if(astray, hasWords));
        Explanation best{{}, matchesAsWritten};
        for (const OffsetCounting& counting : countingsFor(m_text)) {
            const int matches = matchesBy(OffsetMap(m_text, counting));
            // More than half of the file: a few lines that are wrong shall not explain the others.
            if (matches > best.matches && 2 * matches > quotes)
                best = {counting, matches};
        }
        if (best.counting == OffsetCounting{})
            return;
        m_annotations.counting = best.counting;
        m_diagnostics.push_back(
            {Severity::Note, m_fileName, 0,
             fmt::format("offsets count {}: {} of {} quotes stand where they say by that, {} by "
                         "code points; read so",
                         wordsOf(best.counting), best.matches, quotes, matchesAsWritten)});
    }

    int matchesBy(const OffsetMap& map) const
    {
        return static_cast<int>(
            std::ranges::count_if(m_annotations.textBounds, [&](const TextBound& bound) {
                const std::optional<TextSpans> spans = map.toCodePoints(bound.spans);
                return spans && !bound.text.empty() &&
                       quoteFit(m_text, *spans, bound.text).has_value();
            }));
    }

    /// By the counting that was chosen. @returns the lines that it does not explain.
    std::vector<std::size_t> fitAgain()
    {
        const OffsetMap map(m_text, m_annotations.counting);
        const std::string rule =
            fmt::format("offsets that count {}", wordsOf(m_annotations.counting));
        std::vector<std::size_t> astray;
        m_fits.clear();
        for (std::size_t i = 0; i < bounds().size(); ++i) {
            TextBound& bound = bounds()[i];
            const std::optional<TextSpans> spans = map.toCodePoints(bound.spans);
            std::optional<QuoteFit> fit =
                spans ? quoteFit(m_text, *spans, bound.text) : std::nullopt;
            if (fit && fit->spans != bound.spans)
                bound.anchoredBy = rule;
            // Where a line's own offsets show its words, no rule for the others takes it away.
            if (!fit && !bound.text.empty() && (fit = quoteFit(m_text, bound.spans, bound.text)))
                bound.anchoredBy = "offsets that count code points, unlike the other lines";
            if (fit)
                m_fits.emplace_back(i, std::move(*fit));
            else
                astray.push_back(i);
        }
        return astray;
    }

    void findAgain(const std::vector<std::size_t>& astray)
    {
        if (astray.empty())
            return;
        const std::vector<Reanchored> found =
            reanchor(m_annotations, m_text, OffsetMap(m_text, m_annotations.counting), astray);
        for (std::size_t i = 0; i < astray.size(); ++i)
            takeReanchored(bounds()[astray[i]], found[i]);
    }

    void takeReanchored(TextBound& bound, const Reanchored& found)
    {
        const TextSpan written = hullOf(bound.spans);
        const std::string says =
            fmt::format("{} says {} at {}–{}, where {}", bound.id, inQuotes(bound.text),
                        written.begin, written.end, found.there);
        bound.spans = found.spans;
        bound.text = found.words;
        bound.anchoredBy = found.reason;
        bound.status = found.spans.empty() ? QuoteStatus::Missing : QuoteStatus::Moved;
        if (bound.status == QuoteStatus::Missing) {
            report(Severity::Error, bound.line,
                   fmt::format("{}; {}: its place is unknown", says, found.reason));
        } else {
            const TextSpan now = hullOf(bound.spans);
            report(Severity::Warning, bound.line,
                   fmt::format("{}; moved to {}–{}: {}", says, now.begin, now.end, found.reason));
        }
    }

    /// Puts in place what stood where it said.
    void take()
    {
        for (auto& [i, fit] : m_fits) {
            TextBound& bound = bounds()[i];
            explain(bound, fit);
            bound.spans = std::move(fit.spans);
            bound.text = std::move(fit.words);
        }
    }

    void explain(TextBound& bound, const QuoteFit& fit)
    {
        switch (fit.leniency) {
        case Leniency::None:
            return;
        case Leniency::NoWords:
            report(Severity::Note, bound.line,
                   fmt::format("{} records no words; taken from the text: {}", bound.id,
                               inQuotes(fit.words)));
            bound.anchoredBy = "offsets alone: no words were recorded";
            return;
        case Leniency::LineEnds:
            report(Severity::Note, bound.line,
                   fmt::format("{} runs over a line end; read as {} fragments, one a line",
                               bound.id, fit.spans.size()));
            bound.anchoredBy = "its offsets, split at the line ends";
            return;
        case Leniency::WhiteSpace:
            report(Severity::Note, bound.line,
                   fmt::format("{} has white space at its ends; read without it: {}", bound.id,
                               inQuotes(fit.words)));
            bound.anchoredBy = "its offsets, without the white space at the ends";
            return;
        case Leniency::ExtraColumn:
            report(Severity::Note, bound.line,
                   fmt::format("{} has something after its words {}; that is not read", bound.id,
                               inQuotes(fit.words)));
            return;
        }
    }

    void report(Severity severity, int line, std::string message)
    {
        m_diagnostics.push_back({severity, m_fileName, line, std::move(message)});
    }

    Annotations& m_annotations;
    const SourceText& m_text;
    const std::string& m_fileName;
    Diagnostics& m_diagnostics;
    std::vector<std::pair<std::size_t, QuoteFit>> m_fits; ///< By index of the text-bound line.
};

} // namespace

void anchor(Annotations& annotations, const SourceText& text, const std::string& fileName,
            Diagnostics& diagnostics)
{
    Anchoring(annotations, text, fileName, diagnostics).run();
}

} // namespace entente
