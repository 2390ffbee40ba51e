// SPDX-License-Identifier: Apache-2.0
#include "graph/text/fold.h"

#include "graph/text/ascii.h"
#include "graph/text/wordstretches.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>

namespace entente
{

namespace
{

bool hasAccentsToFold(UChar32 base)
{
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(base, &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
        return true;
    default: // Elsewhere a mark makes another letter: Japanese か and が.
        return false;
    }
}

bool isApostrophe(UChar32 c)
{
    return c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x02B9 || c == 0x0060 || c == 0x00B4;
}

icu::UnicodeString withoutMarks(const icu::UnicodeString& decomposed)
{
    icu::UnicodeString result;
    bool fold = false;
    for (int i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 c = decomposed.char32At(i);
        const int type = u_charType(c);
        if (type == U_NON_SPACING_MARK) {
            if (!fold)
                result.append(c);
            continue;
        }
        fold = hasAccentsToFold(c);
        if (type == U_DASH_PUNCTUATION || u_isUWhiteSpace(c))
            result.append(u' ');
        else if (isApostrophe(c))
            result.append(u'\'');
        else if (type != U_FORMAT_CHAR && type != U_CONTROL_CHAR)
            result.append(c);
    }
    return result;
}

bool isLatinBeyondAscii(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    return c >= 0x80 && uscript_getScript(c, &status) == USCRIPT_LATIN;
}

/// For the letters that have no decomposition: ł, ø, đ.
void foldStrokes(icu::UnicodeString& text)
{
    // Most texts have none, and for a transliterator all threads wait for one lock: without this,
    // the words of 10,000 articles took 1.7 s on 2 cores instead of 0.5.
    bool hasAny = false;
    for (int i = 0; i < text.length() && !hasAny; i = text.moveIndex32(i, 1))
        hasAny = isLatinBeyondAscii(text.char32At(i));
    if (!hasAny)
        return;
    // One a thread: it may be used by one at a time, and takes a millisecond to make.
    thread_local const std::unique_ptr<icu::Transliterator> latinAscii = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance("[:Latin:] Latin-ASCII", UTRANS_FORWARD, status));
    }();
    if (latinAscii)
        latinAscii->transliterate(text);
}

std::string withSingleSpaces(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c != ' ' || (!result.empty() && result.back() != ' '))
            result += c;
    }
    if (!result.empty() && result.back() == ' ')
        result.pop_back();
    return result;
}

void appendFoldedAscii(std::string& result, std::string_view text)
{
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z')
            result += static_cast<char>(c - 'A' + 'a');
        else if (c == '`')
            result += '\'';
        else if (c == '-' || (c >= '\t' && c <= '\r'))
            result += ' ';
        else if (c >= ' ' && c != 0x7F) // Other control characters stand for nothing.
            result += c;
    }
}

void appendFolded(std::string& result, std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* foldCase = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
    const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) {
        result += text;
        return;
    }
    const icu::UnicodeString raw = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    icu::UnicodeString plain =
        withoutMarks(decompose->normalize(foldCase->normalize(raw, status), status));
    foldStrokes(plain);
    compose->normalize(plain, status).toUTF8String(result);
}

} // namespace

std::string folded(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    forEachStretch(text, isAscii, [&](std::string_view stretch, bool isSimple) {
        isSimple ? appendFoldedAscii(result, stretch) : appendFolded(result, stretch);
    });
    return withSingleSpaces(result);
}

int wordCount(std::string_view foldedText)
{
    if (foldedText.empty())
        return 0;
    return 1 + static_cast<int>(std::ranges::count(foldedText, ' '));
}

} // namespace entente
