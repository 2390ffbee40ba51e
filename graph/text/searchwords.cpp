// SPDX-License-Identifier: Apache-2.0
#include "graph/text/searchwords.h"

#include "graph/text/ascii.h"
#include "graph/text/wordlessscript.h"
#include "graph/text/wordstretches.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>

namespace entente
{

namespace
{

std::string utf8(const icu::UnicodeString& text)
{
    std::string bytes;
    return text.toUTF8String(bytes);
}

/// Takes what the break iterator finds, piece by piece.
class Cutter
{
public:
    Cutter(const icu::UnicodeString& text, std::vector<std::string>& words)
        : m_text(text)
        , m_words(words)
    {
    }

    /// A word begins where another piece ends only if they are of one kind: a dictionary cuts runs
    /// of Han at places that hang on what stands around them.
    void take(int begin, int end)
    {
        for (int at = begin; at < end; at = m_text.moveIndex32(at, 1)) {
            const bool isRun = isRunTogether(static_cast<char32_t>(m_text.char32At(at)));
            const bool goesOn = m_end == at && isRun == m_isRun && (isRun || at != begin);
            if (!goesOn) {
                flush();
                m_begin = at;
                m_isRun = isRun;
            }
            m_end = m_text.moveIndex32(at, 1);
        }
    }

    void finish() { flush(); }

private:
    void flush()
    {
        if (m_begin < m_end && !m_isRun)
            m_words.push_back(utf8(m_text.tempSubStringBetween(m_begin, m_end)));
        else if (m_begin < m_end)
            cutIntoPairs();
        m_begin = m_end = -1;
    }

    void cutIntoPairs()
    {
        int at = m_begin;
        do { // One character alone is a word, too.
            const int next = m_text.moveIndex32(at, 1);
            const int end = next < m_end ? m_text.moveIndex32(next, 1) : next;
            m_words.push_back(utf8(m_text.tempSubStringBetween(at, end)));
            at = next;
        } while (m_text.moveIndex32(at, 1) < m_end);
    }

    const icu::UnicodeString& m_text;
    int m_begin = -1, m_end = -1;
    bool m_isRun = false;
    std::vector<std::string>& m_words;
};

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

void cut(std::string_view text, std::vector<std::string>& words)
{
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    icu::BreakIterator& breaks = wordBreaks();
    breaks.setText(wide);
    Cutter cutter(wide, words);
    for (int begin = breaks.first(), end = breaks.next(); end != icu::BreakIterator::DONE;
         begin = end, end = breaks.next()) {
        if (breaks.getRuleStatus() != UBRK_WORD_NONE)
            cutter.take(begin, end);
    }
    cutter.finish();
}

/// Whether what stands between two letters or two digits makes one word of them (UAX #29, WB6, WB7,
/// WB11, WB12): "don't", "U.S", "1,000".
bool joins(char before, char between, char after)
{
    if (isAsciiDigit(before) && isAsciiDigit(after))
        return between == '.' || between == '\'' || between == ',' || between == ';';
    return isAsciiLetter(before) && isAsciiLetter(after) && (between == '.' || between == '\'');
}

/// Of these the rules are few. ICU has its own for "@", which is a letter to it.
bool isSimple(std::string_view text)
{
    return isAscii(text) && text.find_first_of("_:@") == std::string_view::npos;
}

/// To the byte as cut() does, without a look at the tables of Unicode.
void cutSimple(std::string_view text, std::vector<std::string>& words)
{
    const auto isOfWord = [&](std::size_t i) {
        return i < text.size() && (isAsciiLetter(text[i]) || isAsciiDigit(text[i]));
    };
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (isOfWord(end) ||
               (end > begin && isOfWord(end + 1) && joins(text[end - 1], text[end], text[end + 1])))
            ++end;
        if (end > begin)
            words.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
}

} // namespace

std::vector<std::string> searchWords(std::string_view text)
{
    std::vector<std::string> words;
    forEachStretch(text, isSimple, [&](std::string_view stretch, bool isSimpleOne) {
        isSimpleOne ? cutSimple(stretch, words) : cut(stretch, words);
    });
    return words;
}

std::string joined(const std::vector<std::string>& words)
{
    return fmt::format("{}", fmt::join(words, " "));
}

std::string phraseQuery(std::string_view column, const std::vector<std::string>& words)
{
    if (words.empty())
        return {};
    std::string phrase;
    for (const std::string& word : words) {
        for (const char c : word)
            phrase += c == '"' ? std::string(2, c) : std::string(1, c);
        phrase += ' ';
    }
    phrase.pop_back();
    return fmt::format("{} : \"{}\" *", column, phrase);
}

} // namespace entente
