// SPDX-License-Identifier: Apache-2.0
#include "graph/text/russiancases.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

namespace entente
{

namespace
{

/// What a word ends in, how many letters of it change, and what they change to: endings with blanks
/// between them, "-" for none.
struct Declension
{
    std::u16string_view ending;
    int dropped = 0;
    std::u16string_view endings;
};

/// The first row that fits holds.
constexpr std::array declensions{
    Declension{u"острова", 1, u"- ам ами ах"}, // A plural, that would pass for a feminine.
    Declension{u"Острова", 1, u"- ам ами ах"},
    Declension{u"ия", 1, u"и ю ей ею"},
    Declension{u"ая", 2, u"ой ою ую"},
    Declension{u"яя", 2, u"ей ею юю"},
    Declension{u"я", 1, u"и е ю ей ею ёй"},
    Declension{u"га", 1, u"и е у ой ою"},
    Declension{u"ка", 1, u"и е у ой ою"},
    Declension{u"ха", 1, u"и е у ой ою"},
    Declension{u"жа", 1, u"и е у ей ею"},
    Declension{u"ча", 1, u"и е у ей ею"},
    Declension{u"ша", 1, u"и е у ей ею"},
    Declension{u"ща", 1, u"и е у ей ею"},
    Declension{u"а", 1, u"ы е у ой ою"},
    // A noun (Маврикий, Дмитрий) or an adjective (Зеленский).
    Declension{u"ий", 2, u"ия ию ием ии ого ому им ом его ему"},
    Declension{u"ый", 2, u"ого ому ым ом"},
    Declension{u"ой", 2, u"ого ому ым им ом оя ою оем ое"},
    Declension{u"й", 1, u"я ю ем ём е"},
    Declension{u"ые", 2, u"ых ым ыми"},
    Declension{u"ие", 2, u"их им ими"},
    Declension{u"ы", 1, u"- ов ам ами ах"},
    Declension{u"ь", 1, u"и ью я ю ем ём е"},
    // Surnames, and places of the same ending: Лавровым, Ростовом.
    Declension{u"ов", 0, u"а у ым ом е"},
    Declension{u"ев", 0, u"а у ым ом е"},
    Declension{u"ёв", 0, u"а у ым ом е"},
    Declension{u"ин", 0, u"а у ым ом е"},
    Declension{u"ын", 0, u"а у ым ом е"},
    Declension{u"ж", 0, u"а у ем ом е"},
    Declension{u"ц", 0, u"а у ем ом е"},
    Declension{u"ч", 0, u"а у ем ом е"},
    Declension{u"ш", 0, u"а у ем ом е"},
    Declension{u"щ", 0, u"а у ем ом е"},
};
/// Other consonants: Ирак, Вьетнам, Владимир.
constexpr Declension consonant{u"", 0, u"а у ом е"};
constexpr std::u16string_view consonants = u"бвгдзклмнпрстфх";

constexpr std::u16string_view softAdjective = u"ого ому им ом ая ой ую ою ое ие их ими о";
constexpr std::u16string_view hardAdjective = u"ого ому ым ом ая ой ую ою ое ые ых ыми о";

const Declension* declensionOf(std::u16string_view word)
{
    const auto* const found = std::ranges::find_if(
        declensions, [&](const Declension& one) { return word.ends_with(one.ending); });
    if (found != declensions.end())
        return found;
    const bool endsInConsonant =
        !word.empty() && consonants.find(word.back()) != std::u16string_view::npos;
    return endsInConsonant ? &consonant : nullptr;
}

bool isCyrillic(const icu::UnicodeString& word)
{
    UErrorCode status = U_ZERO_ERROR;
    return !word.isEmpty() &&
           uscript_getScript(word.char32At(word.length() - 1), &status) == USCRIPT_CYRILLIC;
}

std::string utf8(const icu::UnicodeString& text)
{
    std::string bytes;
    return text.toUTF8String(bytes);
}

std::u16string_view viewOf(const icu::UnicodeString& text)
{
    return {text.getBuffer(), static_cast<std::size_t>(text.length())};
}

icu::UnicodeString utf16(std::string_view text)
{
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

/// The word, and its stem with each of the endings.
std::vector<std::string> formsOf(const icu::UnicodeString& word, int dropped,
                                 std::u16string_view endings)
{
    std::vector<std::string> forms{utf8(word)};
    const icu::UnicodeString stem(word, 0, word.length() - dropped);
    while (!endings.empty()) {
        const std::size_t end = std::min(endings.find(u' '), endings.size());
        icu::UnicodeString form(stem);
        if (const std::u16string_view ending = endings.substr(0, end); ending != u"-")
            form.append(ending.data(), static_cast<std::int32_t>(ending.size()));
        forms.push_back(utf8(form));
        endings.remove_prefix(std::min(end + 1, endings.size()));
    }
    return forms;
}

} // namespace

std::vector<std::string> russianCases(std::string_view word)
{
    const icu::UnicodeString wide = utf16(word);
    constexpr int shortest = 2; // "Ын"
    const bool isShort = wide.countChar32() < shortest;
    const bool isInCapitals = icu::UnicodeString(wide).toUpper() == wide;
    if (isShort || isInCapitals || !isCyrillic(wide))
        return {std::string(word)};
    const Declension* declension = declensionOf(viewOf(wide));
    if (declension == nullptr)
        return {std::string(word)};
    return formsOf(wide, declension->dropped, declension->endings);
}

std::vector<std::string> russianAdjective(std::string_view masculine)
{
    const icu::UnicodeString word = utf16(masculine);
    const std::u16string_view letters = viewOf(word);
    if (letters.ends_with(u"ий"))
        return formsOf(word, 2, softAdjective);
    if (letters.ends_with(u"ый") || letters.ends_with(u"ой"))
        return formsOf(word, 2, hardAdjective);
    return {};
}

} // namespace entente
