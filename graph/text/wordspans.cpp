// SPDX-License-Identifier: Apache-2.0
#include "graph/text/wordspans.h"

#include "graph/text/sourcetext.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <map>
#include <memory>

namespace entente
{

namespace
{

/// ICU's iterator for a language; made once a thread, for making one costs more than using it.
icu::BreakIterator* wordBreaks(const std::string& language)
{
    thread_local std::map<std::string, std::unique_ptr<icu::BreakIterator>> made;
    std::unique_ptr<icu::BreakIterator>& iterator = made[language];
    if (!iterator) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Locale locale =
            icu::Locale::forLanguageTag(language.empty() ? "en" : language, status);
        status = U_ZERO_ERROR;
        iterator.reset(icu::BreakIterator::createWordInstance(locale, status));
    }
    return iterator.get();
}

bool isWord(std::string_view bytes)
{
    const auto size = static_cast<std::int32_t>(bytes.size());
    const icu::UnicodeString characters =
        icu::UnicodeString::fromUTF8(icu::StringPiece(bytes.data(), size));
    for (std::int32_t i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) {
        const UChar32 c = characters.char32At(i);
        const bool isControl = u_charType(c) == U_CONTROL_CHAR || u_charType(c) == U_FORMAT_CHAR;
        if (!u_isUWhiteSpace(c) && !u_ispunct(c) && !isControl)
            return true;
    }
    return false;
}

} // namespace

TextSpans wordsIn(const SourceText& text, TextSpan part, const std::string& language)
{
    TextSpans words;
    const std::string_view bytes = text.slice(part);
    icu::BreakIterator* breaks = wordBreaks(language);
    if (bytes.empty() || !breaks)
        return words;
    UErrorCode status = U_ZERO_ERROR;
    UText opened = UTEXT_INITIALIZER;
    utext_openUTF8(&opened, bytes.data(), static_cast<std::int64_t>(bytes.size()), &status);
    breaks->setText(&opened, status);
    const std::size_t first = text.byteAt(part.begin);
    std::int32_t from = breaks->first();
    for (std::int32_t to = breaks->next(); to != icu::BreakIterator::DONE; to = breaks->next()) {
        const auto begin = static_cast<std::size_t>(from);
        const auto end = static_cast<std::size_t>(to);
        if (isWord(bytes.substr(begin, end - begin)))
            words.push_back({text.codePointAt(first + begin), text.codePointAt(first + end)});
        from = to;
    }
    utext_close(&opened);
    return words;
}

} // namespace entente
