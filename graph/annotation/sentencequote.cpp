// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/sentencequote.h"

#include "graph/text/sourcetext.h"

#include <algorithm>

namespace entente
{

namespace
{

/// Sorted, and joined where nothing but white space would lie between them.
TextSpans merged(TextSpans spans)
{
    std::ranges::sort(spans);
    TextSpans result;
    for (const TextSpan span : spans) {
        if (!result.empty() && span.begin <= result.back().end + 1)
            result.back().end = std::max(result.back().end, span.end);
        else
            result.push_back(span);
    }
    return result;
}

} // namespace

Quote sentenceQuote(const Article& article, const std::vector<const Mention*>& words)
{
    Quote quote;
    quote.source = QuoteSource::Sentence;
    TextSpans sentences;
    for (const Mention* mention : words) {
        if (mention->status != QuoteStatus::Missing)
            sentences.push_back(
                article.text->sentenceRound(hullOf(mention->spans), article.language));
    }
    if (sentences.empty()) {
        quote.status = QuoteStatus::Missing;
        if (!words.empty())
            quote.text = words.front()->text;
        return quote;
    }
    quote.spans = merged(std::move(sentences));
    quote.text = article.text->slice(quote.spans);
    return quote;
}

} // namespace entente
