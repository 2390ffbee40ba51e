// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/textwords.h"

#include "graph/text/fold.h"
#include "graph/text/sourcetext.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <optional>

namespace entente
{

namespace
{

UChar32 characterAt(const SourceText& text, int at)
{
    const std::string_view bytes = text.slice(TextSpan{at, at + 1});
    return icu::UnicodeString::fromUTF8(
               icu::StringPiece(bytes.data(), static_cast<std::int32_t>(bytes.size())))
        .char32At(0);
}

bool isApostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }

/// The kind of word that a character belongs to; nothing for white space.
std::optional<TextWord::Kind> kindOf(UChar32 c)
{
    if (u_isUWhiteSpace(c) || u_charType(c) == U_CONTROL_CHAR || c == 0xFEFF)
        return std::nullopt;
    switch (u_charType(c)) {
    case U_DECIMAL_DIGIT_NUMBER:
        return TextWord::Kind::Number;
    case U_DASH_PUNCTUATION:
        return TextWord::Kind::Dash;
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
        return TextWord::Kind::Letters;
    default:
        return u_isalpha(c) ? TextWord::Kind::Letters : TextWord::Kind::Mark;
    }
}

/// Cuts a stretch of text into words, from left to right.
class Cutter
{
public:
    Cutter(const SourceText& text, TextSpan span)
        : m_text(text)
        , m_span(span)
    {
    }

    TextWords cut()
    {
        for (int at = m_span.begin; at < m_span.end;) {
            const std::optional<TextWord::Kind> kind = kindOf(characterAt(m_text, at));
            const int end = kind ? endOf(*kind, at) : at + 1;
            if (kind)
                add(*kind, {at, end});
            m_isAfterGap = !kind;
            at = end;
        }
        return std::move(m_words);
    }

private:
    /// Whether the word goes on here. Characters that are not seen stand within words: a soft
    /// hyphen; and accents that are written apart from their letter.
    bool goesOn(TextWord::Kind kind, int at) const
    {
        const UChar32 c = characterAt(m_text, at);
        if (u_charType(c) == U_FORMAT_CHAR)
            return true;
        if (kind == TextWord::Kind::Letters && isApostrophe(c))
            return at + 1 < m_span.end && u_isalpha(characterAt(m_text, at + 1)) &&
                   !isPossessive(at);
        return kindOf(c) == kind;
    }

    /// An apostrophe and the "s" that ends the word.
    bool isPossessive(int at) const
    {
        if (at + 1 >= m_span.end || !isApostrophe(characterAt(m_text, at)))
            return false;
        const UChar32 s = characterAt(m_text, at + 1);
        return (s == 's' || s == 'S') &&
               (at + 2 >= m_span.end || !u_isalpha(characterAt(m_text, at + 2)));
    }

    int endOf(TextWord::Kind kind, int begin) const
    {
        // In a phrase it may stand alone.
        const bool isAfterWord =
            m_words.empty() || (!m_isAfterGap && m_words.back().kind == TextWord::Kind::Letters);
        if (isAfterWord && isPossessive(begin))
            return begin + 2;
        int end = begin + 1;
        if (kind == TextWord::Kind::Letters || kind == TextWord::Kind::Number) {
            while (end < m_span.end && goesOn(kind, end))
                ++end;
        }
        return end;
    }

    void add(TextWord::Kind kind, TextSpan span)
    {
        TextWord word;
        word.kind = span.length() == 2 && isPossessive(span.begin) ? TextWord::Kind::Letters : kind;
        word.text = kind == TextWord::Kind::Dash ? std::string("-") : folded(m_text.slice(span));
        if (word.text.empty()) // Characters that are not seen, and nothing else.
            return;
        word.span = span;
        word.afterGap = m_isAfterGap;
        word.isCapital = u_isupper(characterAt(m_text, span.begin));
        m_words.push_back(std::move(word));
    }

    const SourceText& m_text;
    TextSpan m_span;
    bool m_isAfterGap = true;
    TextWords m_words;
};

/// The first place from which on a word's beginning folds to so many bytes at least.
int placeOf(const SourceText& text, TextSpan word, std::size_t bytes)
{
    int at = word.begin;
    while (at < word.end && folded(text.slice(TextSpan{word.begin, at})).size() < bytes)
        ++at;
    return at;
}

} // namespace

TextWords textWordsIn(const SourceText& text, TextSpan span)
{
    span.begin = std::clamp(span.begin, 0, text.size());
    span.end = std::clamp(span.end, span.begin, text.size());
    return Cutter(text, span).cut();
}

TextSpan partOf(const SourceText& text, const TextWord& word, std::size_t begin, std::size_t end)
{
    const TextSpan span = word.span;
    return {begin == 0 ? span.begin : placeOf(text, span, begin),
            end == word.text.size() ? span.end : placeOf(text, span, end)};
}

} // namespace entente
