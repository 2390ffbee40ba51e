// SPDX-License-Identifier: Apache-2.0
#include "graph/citing/excerpt.h"

#include "graph/text/sourcetext.h"

#include <algorithm>
#include <string_view>

namespace entente
{

namespace
{

// In code points. A card shows the sentence whole as long as it can be taken in at a glance; the
// longest sentences of newspapers have about 400.
constexpr int contextAtMost = 240;
constexpr int pieceAtMost = 1600;
constexpr int headOfLongPiece = 1100;
constexpr int tailOfLongPiece = 400;
constexpr int wordAtMost = 40;

bool isSpaceAt(const SourceText& text, int position)
{
    const std::string_view character = text.slice(TextSpan{position, position + 1});
    return character == " " || character == "\n" || character == "\t" || character == "\r" ||
           character == "\u00a0" || character == "\u3000";
}

/// The start of the next word at or after a position; the position itself where nothing tells words
/// apart, as in Chinese.
int wordStartAfter(const SourceText& text, int position, int end)
{
    for (int at = position; at < std::min(end, position + wordAtMost); ++at) {
        if (isSpaceAt(text, at))
            return at + 1;
    }
    return position;
}

int wordEndBefore(const SourceText& text, int position, int begin)
{
    for (int at = position; at > std::max(begin, position - wordAtMost); --at) {
        if (isSpaceAt(text, at))
            return at;
    }
    return position;
}

/// Sentences that follow each other are one piece; what lies between them is white space only.
bool areNeighbours(const SourceText& text, TextSpan before, TextSpan after)
{
    for (int at = before.end; at < after.begin; ++at) {
        if (at - before.end > wordAtMost || !isSpaceAt(text, at))
            return false;
    }
    return true;
}

TextSpans sentencesRound(const Article& article, const TextSpans& marks)
{
    const SourceText& text = *article.text;
    TextSpans sentences;
    for (const TextSpan mark : marks) {
        if (!sentences.empty() && sentences.back().contains(mark))
            continue;
        TextSpan sentence = text.sentenceRound(mark, article.language);
        sentence = {std::min(sentence.begin, mark.begin), std::max(sentence.end, mark.end)};
        if (!sentences.empty() && (sentence.begin < sentences.back().end ||
                                   areNeighbours(text, sentences.back(), sentence)))
            sentences.back().end = std::max(sentences.back().end, sentence.end);
        else
            sentences.push_back(sentence);
    }
    return sentences;
}

/// What is shown of a piece: all of it, or less of what surrounds its marks, or its two ends.
TextSpans shortened(const SourceText& text, TextSpan piece, TextSpan marked)
{
    if (marked.begin - piece.begin > contextAtMost)
        piece.begin = wordStartAfter(text, marked.begin - contextAtMost, marked.begin);
    if (piece.end - marked.end > contextAtMost)
        piece.end = wordEndBefore(text, marked.end + contextAtMost, marked.end);
    if (piece.length() <= pieceAtMost)
        return {piece};
    const int head = wordEndBefore(text, piece.begin + headOfLongPiece, piece.begin);
    const int tail = wordStartAfter(text, piece.end - tailOfLongPiece, piece.end);
    return {{piece.begin, head}, {tail, piece.end}};
}

TextSpans marksWithin(TextSpan piece, const TextSpans& marks)
{
    TextSpans within;
    std::ranges::copy_if(marks, std::back_inserter(within),
                         [&](TextSpan mark) { return piece.overlaps(mark); });
    return within;
}

/// What the quotes claim of the text, and what of it is to be marked.
struct Marked
{
    TextSpans pieces;
    TextSpans marks;
};

Marked markedBy(const Article& article, const std::vector<Quote>& quotes, const TextSpans& words)
{
    const TextSpan all{0, article.text->size()};
    TextSpans evidence;
    TextSpans sentences;
    for (const Quote& quote : quotes) {
        if (quote.status == QuoteStatus::Missing)
            continue;
        TextSpans& spans = quote.source == QuoteSource::Evidence ? evidence : sentences;
        std::ranges::copy_if(quote.spans, std::back_inserter(spans),
                             [&](TextSpan span) { return all.contains(span); });
    }
    TextSpans marks = evidence;
    for (const TextSpan sentence : sentences)
        std::ranges::copy(marksWithin(sentence, words), std::back_inserter(marks));
    std::ranges::copy(sentences, std::back_inserter(evidence));
    Marked marked{sentencesRound(article, merged(std::move(evidence))), merged(std::move(marks))};
    const bool hasByteOrderMark = article.text->slice(TextSpan{0, 1}) == "\ufeff";
    if (!marked.pieces.empty() && marked.pieces.front().begin == 0 && hasByteOrderMark)
        marked.pieces.front().begin = 1; // It counts, but it is no text.
    return marked;
}

/// Puts the parts together, knowing where in the whole the marks come to stand.
Excerpt joined(const SourceText& text, const TextSpans& parts, const TextSpans& marks,
               bool cutBefore)
{
    Excerpt excerpt;
    int size = 0; // In code points.
    for (const TextSpan part : parts) {
        const std::string_view gap = size > 0 ? " … " : cutBefore ? "… " : "";
        excerpt.text += gap;
        size += size > 0 ? 3 : cutBefore ? 2 : 0;
        for (const TextSpan mark : marks) {
            const TextSpan shown{std::max(mark.begin, part.begin), std::min(mark.end, part.end)};
            if (!shown.isEmpty())
                excerpt.marks.push_back(
                    {size + shown.begin - part.begin, size + shown.end - part.begin});
        }
        excerpt.text += text.slice(part);
        size += part.length();
    }
    for (char& byte : excerpt.text) {
        if (byte == '\n' || byte == '\r' || byte == '\t')
            byte = ' ';
    }
    return excerpt;
}

std::string recordedWords(const std::vector<Quote>& quotes)
{
    std::string words;
    for (const Quote& quote : quotes)
        words += (words.empty() ? "" : " … ") + quote.text;
    std::ranges::replace(words, '\n', ' ');
    return words;
}

} // namespace

TextSpans merged(TextSpans spans)
{
    std::erase_if(spans, [](TextSpan span) { return span.isEmpty(); });
    std::ranges::sort(spans);
    TextSpans result;
    for (const TextSpan span : spans) {
        if (!result.empty() && span.begin <= result.back().end)
            result.back().end = std::max(result.back().end, span.end);
        else
            result.push_back(span);
    }
    return result;
}

Excerpt excerptOf(const Article& article, const std::vector<Quote>& quotes, const TextSpans& words)
{
    const SourceText& text = *article.text;
    const Marked marked = markedBy(article, quotes, words);
    if (marked.pieces.empty())
        return {recordedWords(quotes), {}};

    TextSpans parts;
    for (const TextSpan piece : marked.pieces) {
        const TextSpans marks = marksWithin(piece, marked.marks);
        const TextSpan core = marks.empty() ? TextSpan{piece.begin, piece.begin} : hullOf(marks);
        std::ranges::copy(shortened(text, piece, core), std::back_inserter(parts));
    }
    Excerpt excerpt =
        joined(text, parts, marked.marks, parts.front().begin > marked.pieces.front().begin);
    if (parts.back().end < marked.pieces.back().end)
        excerpt.text += " …";
    return excerpt;
}

} // namespace entente
