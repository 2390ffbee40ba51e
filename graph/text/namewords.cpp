// SPDX-License-Identifier: Apache-2.0
#include "graph/text/namewords.h"

#include "graph/text/fold.h"
#include "graph/text/sourcetext.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace entente
{

namespace
{

/// A letter and a full stop: "St. Lucia", "J. Smith"; longer ones end a sentence.
constexpr int abbreviationAtMost = 3;
/// "WHO" is no "Who", and "MAY" may be the month; "RUSSIA" is Russia.
constexpr int headlineWordAtLeast = 4;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" // ICU's macro narrows in its own body.
UChar32 codePointOf(std::string_view bytes)
{
    UChar32 c = 0;
    std::int32_t i = 0;
    const char* const data = bytes.data();
    U8_NEXT(data, i, static_cast<std::int32_t>(bytes.size()), c);
    return c < 0 ? 0xFFFD : c;
}
#pragma GCC diagnostic pop

bool isOfScript(UChar32 c, UScriptCode script)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(c, &status) == script;
}

bool isUnspaced(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
        return true;
    default:
        return false;
    }
}

bool isMark(UChar32 c)
{
    const auto type = u_charType(c);
    return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
           type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR;
}

bool isPartOfWord(UChar32 c) { return u_isalnum(c) || isMark(c); }

bool isApostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC; }

bool isMiddleDot(UChar32 c) { return c == 0x00B7 || c == 0x318D || c == 0x30FB || c == 0x2022; }

icu::BreakIterator& wordBreaks()
{
    // Costly to make, and not to be shared by threads.
    static thread_local const std::unique_ptr<icu::BreakIterator> breaks = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(
            icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        if (U_FAILURE(status) || !made)
            throw std::runtime_error("ICU's rules for words are not installed");
        return made;
    }();
    return *breaks;
}

class Cutter
{
public:
    explicit Cutter(const SourceText& text)
        : m_text(text)
    {
        m_letters.reserve(static_cast<std::size_t>(text.size()));
        for (int i = 0; i < text.size(); ++i)
            m_letters.push_back(codePointOf(text.slice(TextSpan{i, i + 1})));
    }

    std::vector<NameWord> run()
    {
        icu::UnicodeString wide;
        std::vector<int> places; // Of each unit of UTF-16, in code points.
        for (std::size_t i = 0; i < m_letters.size(); ++i) {
            wide.append(m_letters[i]);
            places.resize(static_cast<std::size_t>(wide.length()), static_cast<int>(i));
        }
        places.push_back(m_text.size());
        icu::BreakIterator& breaks = wordBreaks();
        breaks.setText(wide);
        for (int begin = breaks.first(), end = breaks.next(); end != icu::BreakIterator::DONE;
             begin = end, end = breaks.next()) {
            if (breaks.getRuleStatus() != UBRK_WORD_NONE)
                cut({places[static_cast<std::size_t>(begin)],
                     places[static_cast<std::size_t>(end)]});
        }
        return std::move(m_words);
    }

private:
    UChar32 at(int place) const
    {
        return place < m_text.size() ? m_letters[static_cast<std::size_t>(place)] : 0;
    }

    /// "U.S": letters with dots between them. ICU leaves the last dot outside.
    bool isAbbreviation(TextSpan word) const
    {
        if (word.length() < 3 || word.length() % 2 == 0)
            return false;
        for (int i = word.begin; i < word.end; ++i) {
            const bool isDot = (i - word.begin) % 2 == 1;
            if (isDot ? at(i) != '.' : !u_isalpha(at(i)))
                return false;
        }
        return true;
    }

    void cut(TextSpan word)
    {
        if (isAbbreviation(word)) {
            if (at(word.end) == '.')
                ++word.end;
            return add(word);
        }
        int begin = word.begin;
        for (int i = word.begin; i < word.end; ++i) {
            if (!isPartOfWord(at(i))) {
                add({begin, i});
                begin = i + 1;
            } else if (i > begin && isBorder(i)) {
                add({begin, i});
                begin = i;
            }
        }
        add({begin, word.end});
    }

    /// Between letters of one word of ICU's.
    bool isBorder(int place) const
    {
        const UChar32 before = at(place - 1);
        const UChar32 after = at(place);
        if (isMark(after))
            return false;
        return isOfScript(before, USCRIPT_HANGUL) != isOfScript(after, USCRIPT_HANGUL) ||
               isOfScript(before, USCRIPT_HAN) || isOfScript(after, USCRIPT_HAN);
    }

    void add(TextSpan span)
    {
        if (span.isEmpty())
            return;
        NameWord word;
        word.span = span;
        const std::string_view bytes = m_text.slice(span);
        if (bytes.find('.') == std::string_view::npos) {
            word.folded = folded(bytes);
        } else {
            std::string letters(bytes);
            std::erase(letters, '.');
            word.folded = folded(letters);
        }
        if (word.folded.empty())
            return;
        word.casing = casingOf(span);
        word.joint = m_words.empty() ? Joint::Apart : jointOf(m_words.back(), span.begin);
        word.isHangul = isOfScript(at(span.begin), USCRIPT_HANGUL);
        word.isHan = isOfScript(at(span.begin), USCRIPT_HAN);
        word.isUnspaced = isUnspaced(at(span.begin));
        word.isNumber = u_isdigit(at(span.end - 1));
        m_words.push_back(std::move(word));
    }

    Casing casingOf(TextSpan span) const
    {
        int upper = 0;
        int lower = 0;
        for (int i = span.begin; i < span.end; ++i) {
            upper += u_isupper(at(i)) || u_istitle(at(i)) ? 1 : 0;
            lower += u_islower(at(i)) ? 1 : 0;
        }
        const bool beginsUpper = !u_islower(at(span.begin));
        if (upper == 0)
            return lower == 0 ? Casing::None : Casing::Lower;
        if (upper == 1 && beginsUpper)
            return Casing::Capital;
        return lower == 0 ? Casing::Upper : Casing::Mixed;
    }

    Joint jointOf(const NameWord& before, int begin) const
    {
        const TextSpan gap{before.span.end, begin};
        if (gap.isEmpty())
            return Joint::Written;
        if (gap.length() == 1 && isApostrophe(at(gap.begin)))
            return Joint::Apostrophe;
        if (gap.length() == 1 && u_charType(at(gap.begin)) == U_DASH_PUNCTUATION)
            return Joint::Hyphen;
        if (gap.length() == 1 && isMiddleDot(at(gap.begin)))
            return Joint::Dot;
        int lineBreaks = 0;
        for (int i = gap.begin; i < gap.end; ++i) {
            const UChar32 c = at(i);
            lineBreaks += c == '\n' ? 1 : 0;
            const bool isAbbreviated = c == '.' && i == gap.begin && gap.length() > 1 &&
                                       before.letters() <= abbreviationAtMost;
            const bool mayGoOn = u_isUWhiteSpace(c) || u_charType(c) == U_DASH_PUNCTUATION ||
                                 isApostrophe(c) || c == '&' || c == 0x00AD || isAbbreviated;
            if (!mayGoOn || lineBreaks > 1)
                return Joint::Apart;
        }
        return at(gap.begin) == '.' ? Joint::Stop : Joint::Blank;
    }

    const SourceText& m_text;
    std::vector<UChar32> m_letters;
    std::vector<NameWord> m_words;
};

} // namespace

std::vector<NameWord> nameWords(const SourceText& text) { return Cutter(text).run(); }

bool mayBeWritten(Casing name, const NameWord& word)
{
    if (name == word.casing)
        return true;
    const bool isHeadline = word.casing == Casing::Upper && word.letters() >= headlineWordAtLeast;
    switch (name) {
    case Casing::None:
    case Casing::Upper:
        return false;
    case Casing::Lower:
        return isHeadline || word.casing == Casing::Capital;
    case Casing::Capital:
        return isHeadline;
    case Casing::Mixed:
        return isHeadline || word.casing == Casing::Capital;
    }
    return false;
}

} // namespace entente
