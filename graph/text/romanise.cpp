// SPDX-License-Identifier: Apache-2.0
#include "graph/text/romanise.h"

#include "graph/text/fold.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>

namespace entente
{

namespace
{

icu::UnicodeString utf16Of(std::string_view text)
{
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

bool isOfScript(UChar32 c, UScriptCode script)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(c, &status) == script;
}

bool has(const icu::UnicodeString& text, auto isWanted)
{
    for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        if (isWanted(text.char32At(i)))
            return true;
    }
    return false;
}

/// Letters that Ukrainian has and Russian has not.
bool isUkrainian(UChar32 c)
{
    static const icu::UnicodeString letters(u"іїєґІЇЄҐ");
    return letters.indexOf(c) >= 0;
}

/// A transliterator is used by one thread at a time, and costs milliseconds to make: each thread
/// keeps its own.
class Rules
{
public:
    explicit Rules(const char* id)
    {
        UErrorCode status = U_ZERO_ERROR;
        m_rules.reset(icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
    }

    void applyTo(icu::UnicodeString& text) const
    {
        if (m_rules)
            m_rules->transliterate(text);
    }

private:
    std::unique_ptr<icu::Transliterator> m_rules;
};

void romaniseCyrillic(icu::UnicodeString& text)
{
    if (has(text, isUkrainian)) {
        thread_local const Rules ukrainian("Ukrainian-Latin/BGN");
        ukrainian.applyTo(text);
    }
    thread_local const Rules russian("Russian-Latin/BGN");
    russian.applyTo(text);
}

/// Names in Hangul and Han are written without blanks; in Latin letters people put them anywhere.
icu::UnicodeString syllablesApart(const icu::UnicodeString& text)
{
    icu::UnicodeString apart;
    for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        const bool isSyllable = isOfScript(c, USCRIPT_HANGUL) || isOfScript(c, USCRIPT_HAN);
        if (isSyllable)
            apart.append(u' ');
        apart.append(c);
        if (isSyllable)
            apart.append(u' ');
    }
    return apart;
}

} // namespace

bool hasHangul(std::string_view text)
{
    return has(utf16Of(text), [](UChar32 c) { return isOfScript(c, USCRIPT_HANGUL); });
}

std::string romanised(std::string_view name)
{
    if (std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80U; }))
        return folded(name);
    icu::UnicodeString text = syllablesApart(utf16Of(name));
    if (has(text, [](UChar32 c) { return isOfScript(c, USCRIPT_CYRILLIC); }))
        romaniseCyrillic(text);
    thread_local const Rules others("Any-Latin; Latin-ASCII");
    others.applyTo(text);
    std::string result;
    return folded(text.toUTF8String(result));
}

} // namespace entente
