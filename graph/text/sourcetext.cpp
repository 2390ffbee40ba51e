// SPDX-License-Identifier: Apache-2.0
#include "graph/text/sourcetext.h"

#include "graph/text/ascii.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <map>
#include <memory>

namespace entente
{

namespace
{

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" // ICU's macro narrows in its own body.
/// Reads one code point at i and moves i on: by one byte, and -1, where it is not UTF-8.
UChar32 nextCodePoint(std::string_view utf8, std::int32_t& i)
{
    UChar32 c = 0;
    const std::int32_t start = i;
    const char* const data = utf8.data();
    U8_NEXT(data, i, static_cast<std::int32_t>(utf8.size()), c);
    if (c < 0)
        i = start + 1;
    return c;
}
#pragma GCC diagnostic pop

/// Text that ICU can break, with the way back to code points.
struct BreakableText
{
    icu::UnicodeString utf16;
    std::vector<int> utf16Starts; ///< Of each code point, and of the end. None: all is ASCII.

    int offsetOf(int codePoint) const
    {
        return utf16Starts.empty() ? codePoint : utf16Starts[static_cast<std::size_t>(codePoint)];
    }

    int codePointOf(int offset) const
    {
        if (utf16Starts.empty())
            return offset;
        const auto at = std::ranges::lower_bound(utf16Starts, offset);
        return static_cast<int>(at - utf16Starts.begin());
    }
};

BreakableText breakable(std::string_view utf8)
{
    BreakableText result;
    if (isAscii(utf8)) {
        // Made below, code point by code point, it took most of the time to find a sentence.
        result.utf16 = icu::UnicodeString::fromUTF8(utf8);
        return result;
    }
    const auto size = static_cast<std::int32_t>(utf8.size());
    for (std::int32_t i = 0; i < size;) {
        const UChar32 c = nextCodePoint(utf8, i);
        result.utf16Starts.push_back(result.utf16.length());
        result.utf16.append(c < 0 ? 0xFFFD : c);
    }
    result.utf16Starts.push_back(result.utf16.length());
    return result;
}

/// ICU's iterator for a language; made once a thread, for making one costs more than using it.
icu::BreakIterator* sentenceBreaks(const std::string& language)
{
    thread_local std::map<std::string, std::unique_ptr<icu::BreakIterator>> made;
    std::unique_ptr<icu::BreakIterator>& iterator = made[language];
    if (!iterator) {
        UErrorCode status = U_ZERO_ERROR;
        icu::Locale locale =
            icu::Locale::forLanguageTag(language.empty() ? "en" : language, status);
        // "Mr.", "Gen.", "Jan." end no sentence.
        locale.setKeywordValue("ss", "standard", status);
        status = U_ZERO_ERROR;
        iterator.reset(icu::BreakIterator::createSentenceInstance(locale, status));
    }
    return iterator.get();
}

bool isSpace(std::string_view bytes)
{
    std::int32_t i = 0;
    const UChar32 c = nextCodePoint(bytes, i);
    return c == 0xFEFF || (c >= 0 && u_isUWhiteSpace(c));
}

} // namespace

SourceText::SourceText(std::string utf8)
    : m_utf8(std::move(utf8))
{
    if (isAscii(m_utf8)) {
        m_size = static_cast<int>(m_utf8.size());
        return;
    }
    m_starts.reserve(m_utf8.size() + 1);
    const auto bytes = static_cast<std::int32_t>(m_utf8.size());
    for (std::int32_t i = 0; i < bytes;) {
        m_starts.push_back(static_cast<std::uint32_t>(i));
        if (nextCodePoint(m_utf8, i) < 0)
            m_valid = false;
    }
    m_size = static_cast<int>(m_starts.size());
    m_starts.push_back(static_cast<std::uint32_t>(bytes));
}

std::string_view SourceText::slice(TextSpan span) const
{
    if (span.begin < 0 || span.begin > span.end || span.end > size())
        return {};
    return std::string_view(m_utf8).substr(byteAt(span.begin),
                                           byteAt(span.end) - byteAt(span.begin));
}

std::string SourceText::slice(const TextSpans& spans) const
{
    std::string result;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (i > 0)
            result += ' ';
        result += slice(spans[i]);
    }
    return result;
}

int SourceText::codePointAt(std::size_t byteOffset) const
{
    if (m_starts.empty())
        return static_cast<int>(std::min(byteOffset, m_utf8.size()));
    const auto at = std::ranges::upper_bound(m_starts, static_cast<std::uint32_t>(byteOffset));
    return static_cast<int>(at - m_starts.begin()) - 1;
}

int SourceText::lineAt(int codePoint) const
{
    const std::string_view before = slice(TextSpan{0, std::clamp(codePoint, 0, size())});
    return 1 + static_cast<int>(std::ranges::count(before, '\n'));
}

std::vector<TextSpan> SourceText::find(std::string_view words, int limit) const
{
    std::vector<TextSpan> found;
    if (words.empty())
        return found;
    for (std::size_t at = m_utf8.find(words); at != std::string::npos;
         at = m_utf8.find(words, at + 1)) {
        if (static_cast<int>(found.size()) >= limit)
            break;
        found.push_back({codePointAt(at), codePointAt(at + words.size())});
    }
    return found;
}

TextSpan SourceText::sentenceRound(TextSpan span, const std::string& language) const
{
    span.begin = std::clamp(span.begin, 0, size());
    span.end = std::clamp(span.end, span.begin, size());

    // Lines first: what ICU has to look at stays short.
    const std::size_t lf =
        byteAt(span.begin) == 0 ? std::string::npos : m_utf8.rfind('\n', byteAt(span.begin) - 1);
    const std::size_t first = lf == std::string::npos ? 0 : lf + 1;
    const std::size_t lastByte = span.isEmpty() ? byteAt(span.end) : byteAt(span.end) - 1;
    const std::size_t last = std::min(m_utf8.find('\n', lastByte), m_utf8.size());
    const TextSpan lines{codePointAt(first), codePointAt(last)};

    TextSpan sentence = lines;
    const BreakableText text = breakable(slice(lines));
    if (icu::BreakIterator* breaks = sentenceBreaks(language)) {
        breaks->setText(text.utf16);
        const auto offset = [&](int codePoint) { return text.offsetOf(codePoint - lines.begin); };
        const int from = breaks->preceding(std::min(offset(span.begin) + 1, text.utf16.length()));
        const int to = breaks->following(std::max(offset(std::min(span.end, lines.end)) - 1, 0));
        if (from != icu::BreakIterator::DONE)
            sentence.begin = lines.begin + text.codePointOf(from);
        if (to != icu::BreakIterator::DONE)
            sentence.end = lines.begin + text.codePointOf(to);
    }
    while (!sentence.isEmpty() && isSpace(slice(TextSpan{sentence.begin, sentence.begin + 1})))
        ++sentence.begin;
    while (!sentence.isEmpty() && isSpace(slice(TextSpan{sentence.end - 1, sentence.end})))
        --sentence.end;
    return sentence;
}

} // namespace entente
