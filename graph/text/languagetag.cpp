// SPDX-License-Identifier: Apache-2.0
#include "graph/text/languagetag.h"

#include "graph/text/fold.h"

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <array>
#include <map>
#include <optional>

namespace entente
{

namespace
{

/// As ICU has it; nothing for what is not well-formed to its end.
std::optional<icu::Locale> localeOf(std::string_view tag)
{
    std::array<char, ULOC_FULLNAME_CAPACITY> name{};
    std::int32_t read = 0;
    UErrorCode status = U_ZERO_ERROR;
    uloc_forLanguageTag(std::string(tag).c_str(), name.data(), ULOC_FULLNAME_CAPACITY, &read,
                        &status);
    if (tag.empty() || U_FAILURE(status) || read != static_cast<std::int32_t>(tag.size()))
        return std::nullopt;
    return icu::Locale(name.data());
}

std::string displayName(const char* language, const char* in)
{
    icu::UnicodeString name;
    icu::Locale(language).getDisplayLanguage(icu::Locale(in), name);
    std::string utf8;
    return name.toUTF8String(utf8);
}

/// Folded; the first language that a name is of.
std::map<std::string, std::string> tagsByName()
{
    std::map<std::string, std::string> tags;
    for (const char* const* known = uloc_getISOLanguages(); *known != nullptr; ++known) {
        tags.emplace(folded(displayName(*known, "en")), *known);
        tags.emplace(folded(displayName(*known, *known)), *known);
    }
    return tags;
}

} // namespace

bool isLanguageTag(std::string_view text)
{
    const std::optional<icu::Locale> locale = localeOf(text);
    if (!locale)
        return false;
    const std::string_view language = locale->getLanguage();
    constexpr std::size_t lettersAtMost = 3; // Longer ones are reserved: "korean" is well-formed.
    if (language.size() != 2)
        return language.size() <= lettersAtMost;
    for (const char* const* known = uloc_getISOLanguages(); *known != nullptr; ++known) {
        if (language == *known)
            return true;
    }
    return false;
}

std::string wordsOfLanguage(std::string_view tag)
{
    const std::optional<icu::Locale> locale = localeOf(tag);
    if (!locale)
        return std::string(tag);
    icu::UnicodeString name;
    locale->getDisplayName(icu::Locale::getEnglish(), name);
    std::string utf8;
    return name.toUTF8String(utf8);
}

std::string languageTagNamed(std::string_view name)
{
    static const std::map<std::string, std::string> tags = tagsByName();
    const auto found = tags.find(folded(name));
    return found == tags.end() ? std::string() : found->second;
}

} // namespace entente
