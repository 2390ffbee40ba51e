// SPDX-License-Identifier: Apache-2.0
#include "graph/text/clauses.h"

#include "graph/text/sourcetext.h"
#include "graph/text/trimmed.h"
#include "graph/text/wordspans.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace entente
{

namespace
{

// Closed classes of words, which no corpus adds to; those that are prepositions more often than
// not ("like", "than", "как") are left out.

/// They join parts of a list, too.
constexpr std::array<std::string_view, 7> listWords = {"and", "or",   "nor", "и",
                                                       "или", "либо", "да"};

constexpr std::array<std::string_view, 40> clauseWords = {
    "but",   "yet",    "so",     "while", "whereas", "although", "though",    "because",
    "since", "unless", "until",  "if",    "when",    "whenever", "where",     "who",
    "whom",  "whose",  "which",  "after", "before",  "а",        "но",        "однако",
    "зато",  "что",    "чтобы",  "если",  "когда",   "пока",     "хотя",      "потому",
    "где",   "куда",   "откуда", "чей",   "чья",     "кто",      "поскольку", "причём"};

/// A relative word may stand behind one of these: "in which", "о котором".
constexpr std::array<std::string_view, 30> prepositions = {
    "in",     "of",      "to", "from", "with", "at",  "by",  "for",   "on",  "under",
    "during", "through", "в",  "во",   "о",    "об",  "на",  "с",     "со",  "к",
    "по",     "из",      "у",  "за",   "от",   "для", "при", "через", "под", "над"};
constexpr std::array<std::string_view, 8> relativeWords = {"which", "whom", "whose", "чём",
                                                           "чем",   "чьей", "кого",  "кем"};
/// "который" in all its forms.
constexpr std::string_view relativeStem = "котор";

/// A sentence that begins so opens with a clause of its own, up to the first comma.
constexpr std::array<std::string_view, 18> openingWords = {
    "as",    "if",    "when", "while",  "after", "before", "although", "though", "because",
    "since", "until", "once", "unless", "если",  "когда",  "хотя",     "пока",   "поскольку"};

/// Endings that join a verb to the next clause. "고" alone ends nouns as well (경고, 보고), so that
/// it is told by the syllable before.
constexpr std::array<std::string_view, 32> koreanEndings = {
    "하고", "했고", "이고", "였고", "되고", "됐고", "었고", "았고", "겠고", "있고", "없고",
    "라고", "다고", "자고", "려고", "며",   "지만", "는데", "은데", "인데", "한데", "면서",
    "어서", "아서", "해서", "여서", "으니", "므로", "으나", "도록", "으면", "라면"};

bool isOneOf(const auto& words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

class Clauses
{
public:
    Clauses(const SourceText& text, TextSpan sentence, const std::string& language)
        : m_text(text)
        , m_sentence(sentence)
        , m_language(language.substr(0, language.find('-')))
        , m_words(wordsIn(text, sentence, language))
    {
    }

    TextSpans run()
    {
        m_begin = m_sentence.begin;
        for (int at = m_sentence.begin; at < m_sentence.end; ++at) {
            const std::string_view mark = m_text.slice(TextSpan{at, at + 1});
            if (mark == "," || mark == "،") {
                if (isBlankAt(at + 1) && endsAtComma(at))
                    cut(at);
                m_lastComma = at;
            } else if (endsAt(mark, at)) {
                cut(at);
            }
        }
        cut(m_sentence.end);
        return m_clauses;
    }

private:
    bool isBlankAt(int at) const
    {
        return at < m_sentence.begin || at >= m_sentence.end ||
               isWhiteSpace(m_text.slice(TextSpan{at, at + 1}));
    }

    bool endsAt(std::string_view mark, int at) const
    {
        if (isOneOf(std::array<std::string_view, 6>{";", "；", "：", "؛", "—", "―"}, mark))
            return true;
        if (mark == ":") // "10:30"
            return isBlankAt(at + 1);
        if (mark == "–" || mark == "-") // "15–17", "Son-hui"
            return isBlankAt(at - 1) && isBlankAt(at + 1);
        return false;
    }

    bool endsAtComma(int comma) const
    {
        const auto next = std::ranges::lower_bound(m_words, comma, {}, &TextSpan::begin);
        if (next == m_words.end())
            return false;
        const std::string word = wordAt(next);
        if (speaks("ko") && followsEnding(next))
            return true;
        if (!speaks("en") && !speaks("ru"))
            return false;
        if (m_clauses.empty() && m_lastComma < 0 && isOneOf(openingWords, wordAt(m_words.begin())))
            return true;
        if (isOneOf(clauseWords, word) || word.starts_with(relativeStem))
            return true;
        if (isOneOf(prepositions, word) && std::next(next) != m_words.end()) {
            const std::string second = wordAt(std::next(next));
            return isOneOf(relativeWords, second) || second.starts_with(relativeStem);
        }
        return isOneOf(listWords, word) && !isInList(comma, next);
    }

    /// "Korea, the United States, and Japan"; a clause is rarely so short.
    bool isInList(int comma, TextSpans::const_iterator next) const
    {
        constexpr std::ptrdiff_t wordsOfAnItem = 3;
        const bool isFirst = m_lastComma < m_begin;
        const int from = isFirst ? m_begin : m_lastComma;
        const auto first = std::ranges::lower_bound(m_words, from, {}, &TextSpan::begin);
        if (next - first <= (isFirst ? 1 : wordsOfAnItem))
            return true;
        // What follows must be as long: "…, and Japan."
        int end = comma + 1;
        while (end < m_sentence.end && m_text.slice(TextSpan{end, end + 1}) != ",")
            ++end;
        const auto last = std::ranges::lower_bound(m_words, end, {}, &TextSpan::begin);
        return last - next <= 2;
    }

    bool followsEnding(TextSpans::const_iterator next) const
    {
        if (next == m_words.begin())
            return false;
        const std::string before(m_text.slice(*std::prev(next)));
        return std::ranges::any_of(
            koreanEndings, [&](std::string_view ending) { return before.ends_with(ending); });
    }

    bool speaks(std::string_view language) const
    {
        return m_language.empty() || m_language == language;
    }

    std::string wordAt(TextSpans::const_iterator word) const
    {
        const std::string_view bytes = m_text.slice(*word);
        std::string result;
        icu::UnicodeString::fromUTF8(
            icu::StringPiece(bytes.data(), static_cast<std::int32_t>(bytes.size())))
            .foldCase()
            .toUTF8String(result);
        return result;
    }

    void cut(int at)
    {
        const TextSpan clause = trimmed(m_text, {m_begin, at});
        if (!clause.isEmpty())
            m_clauses.push_back(clause);
        m_begin = std::min(at + 1, m_sentence.end);
    }

    const SourceText& m_text;
    TextSpan m_sentence;
    std::string m_language;
    TextSpans m_words;
    TextSpans m_clauses;
    int m_begin = 0;
    int m_lastComma = -1;
};

} // namespace

TextSpans clausesIn(const SourceText& text, TextSpan sentence, const std::string& language)
{
    return Clauses(text, sentence, language).run();
}

} // namespace entente
