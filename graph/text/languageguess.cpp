// SPDX-License-Identifier: Apache-2.0
#include "graph/text/languageguess.h"

#include "graph/text/utf8.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace entente
{

namespace
{

constexpr std::size_t bytesAtMost = 20000; ///< Enough to be sure by; a book takes no longer.
constexpr int lettersAtLeast = 40;
constexpr int signsAtLeast = 12;      ///< Of scripts of which a sign is a syllable or a word.
constexpr int wordsAtLeast = 4;       ///< Small ones that speak for the language.
constexpr double shareOfWords = 0.08; ///< English has a third, Turkish a tenth of such words.
constexpr double aheadOfNext = 1.5;

struct SmallWords
{
    const char* language;
    const char* words; ///< Between spaces. Those that a neighbour has as well say nothing.
};

constexpr std::array latin{
    SmallWords{"en", "the of and to in that is was for with by said has will from at would he"},
    SmallWords{"de", "der die und den von das mit ist dem des im nicht ein eine hat zu auf sich"},
    SmallWords{"fr", "le la les des et du une est que dans pour par qui au sur pas ce avec"},
    SmallWords{"es", "el la los de que en las por con para una del se al su es como y"},
    SmallWords{"it", "il di che la della per del un una è con nel sono alla gli dei non e"},
    SmallWords{"pt", "o a os que em do da para com uma no na um ao não dos as e"},
    SmallWords{"nl", "de het een van en in is dat op te zijn met voor niet aan ook bij door"},
    SmallWords{"pl", "w i z na do się że nie jest od przez oraz po dla jak był"},
    SmallWords{"tr", "ve bir bu için ile da de olarak olan olduğunu daha kadar sonra"},
    SmallWords{"id", "yang dan di dengan untuk dari pada dalam ini tidak akan itu oleh"},
    SmallWords{"vi", "của và là các trong được cho với những không đã có một này"},
};
constexpr std::array cyrillic{
    SmallWords{"ru", "что из его был была для как это к о он она они также который года"},
    SmallWords{"uk", "що та від є і й щоб який це було року про із його вона він"},
    SmallWords{"bg", "че се да са като е който която това със ще през между"},
    SmallWords{"sr", "је да се су од који која није ће у као али из"},
};
constexpr std::array arabic{
    SmallWords{"ar", "في من على أن إلى عن التي الذي هذا بعد مع قال بين"},
    SmallWords{"fa", "و در به از که این را است با برای آن های شد"},
    SmallWords{"ur", "کے میں کی ہے سے نے کو کا اور پر ہیں"},
};

/// Those whose script says it all.
constexpr std::array scripts{
    std::pair{USCRIPT_HANGUL, "ko"},   std::pair{USCRIPT_HEBREW, "he"},
    std::pair{USCRIPT_GREEK, "el"},    std::pair{USCRIPT_THAI, "th"},
    std::pair{USCRIPT_GEORGIAN, "ka"}, std::pair{USCRIPT_ARMENIAN, "hy"},
};

class Guess
{
public:
    explicit Guess(std::string_view utf8)
        : m_text(
              icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())}))
    {
        m_text.toLower(icu::Locale::getRoot());
        count();
    }

    std::string run() const
    {
        const bool isOfSigns = share(USCRIPT_HAN) + share(USCRIPT_HIRAGANA) +
                                   share(USCRIPT_KATAKANA) + share(USCRIPT_HANGUL) >
                               0.5;
        if (m_letters < (isOfSigns ? signsAtLeast : lettersAtLeast))
            return {};
        for (const auto& [script, language] : scripts) {
            if (share(script) > 0.5) // Korean papers mix in Han, and names in Latin letters.
                return language;
        }
        const double kana = share(USCRIPT_HIRAGANA) + share(USCRIPT_KATAKANA);
        const double han = share(USCRIPT_HAN);
        if (kana + han > 0.6 && (kana > 0.1 || kana < 0.01))
            return kana > 0.1 ? "ja" : "zh";
        if (share(USCRIPT_LATIN) > 0.6)
            return byWords(latin);
        if (share(USCRIPT_CYRILLIC) > 0.6)
            return isRussian() ? "ru" : byWords(cyrillic);
        if (share(USCRIPT_ARABIC) > 0.6)
            return byWords(arabic);
        return {};
    }

private:
    void count()
    {
        icu::UnicodeString word;
        const auto end = [&] {
            if (word.isEmpty())
                return;
            std::string utf8;
            ++m_words[word.toUTF8String(utf8)];
            ++m_wordCount;
            word.remove();
        };
        for (std::int32_t at = 0; at < m_text.length(); at = m_text.moveIndex32(at, 1)) {
            const UChar32 letter = m_text.char32At(at);
            if (u_isalpha(letter) == 0) {
                end();
                continue;
            }
            word.append(letter);
            UErrorCode status = U_ZERO_ERROR;
            ++m_scripts[uscript_getScript(letter, &status)];
            ++m_letters;
            ++m_letterCounts[letter];
        }
        end();
    }

    double share(UScriptCode script) const
    {
        const auto found = m_scripts.find(script);
        return found == m_scripts.end() ? 0.0 : double(found->second) / m_letters;
    }

    int letters(const char32_t* which) const
    {
        int sum = 0;
        for (; *which != 0; ++which) {
            const auto found = m_letterCounts.find(static_cast<UChar32>(*which));
            sum += found == m_letterCounts.end() ? 0 : found->second;
        }
        return sum;
    }

    /// Its smallest words are those of its neighbours, but they have no "ы" and "э"; and who has
    /// these has letters besides that Russian has not.
    bool isRussian() const
    {
        constexpr int smallWordsAtLeast = 3;
        const bool hasOthers = std::ranges::any_of(m_letterCounts, [](const auto& each) {
            UErrorCode status = U_ZERO_ERROR;
            const auto letter = static_cast<char32_t>(each.first);
            const bool isOwn = (letter >= U'а' && letter <= U'я') || letter == U'ё';
            return uscript_getScript(each.first, &status) == USCRIPT_CYRILLIC && !isOwn;
        });
        return !hasOthers && letters(U"ыэё") > 0 &&
               hits("и в на с по не за от из что к для о у как при до") >= smallWordsAtLeast;
    }

    int hits(std::string_view words) const
    {
        int sum = 0;
        while (!words.empty()) {
            const std::string_view word = words.substr(0, words.find(' '));
            words.remove_prefix(std::min(words.size(), word.size() + 1));
            const auto found = m_words.find(std::string(word));
            sum += found == m_words.end() ? 0 : found->second;
        }
        return sum;
    }

    template <class Languages>
    std::string byWords(const Languages& languages) const
    {
        std::vector<std::pair<int, const char*>> found;
        found.reserve(languages.size());
        for (const SmallWords& one : languages)
            found.emplace_back(hits(one.words), one.language);
        std::ranges::stable_sort(found, std::ranges::greater{},
                                 [](const auto& one) { return one.first; });
        const int best = found[0].first;
        const bool isSure = best >= wordsAtLeast && best >= shareOfWords * m_wordCount &&
                            best >= aheadOfNext * found[1].first;
        return isSure ? found[0].second : "";
    }

    icu::UnicodeString m_text;
    std::map<std::string, int> m_words;
    std::map<UScriptCode, int> m_scripts;
    std::map<UChar32, int> m_letterCounts;
    int m_wordCount = 0;
    int m_letters = 0;
};

} // namespace

std::string guessedLanguage(std::string_view utf8)
{
    return Guess(beginningOf(utf8, bytesAtMost)).run();
}

} // namespace entente
