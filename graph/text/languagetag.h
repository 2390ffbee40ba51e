// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente
{

// Languages as tags of BCP 47: "ko", "ko-KP", "zh-Hant".

/// Whether it is well-formed and its language is one that ISO 639 has: "kp" and "korean" are none.
bool isLanguageTag(std::string_view text);

/// For people, in English: "Korean (North Korea)"; a tag whose language has no name here is said as
/// it is.
std::string wordsOfLanguage(std::string_view tag);

/// The tag of a language that goes by this name in English, or in itself: "ko" for "Korean" and
/// "한국어"; empty: none does.
std::string languageTagNamed(std::string_view name);

} // namespace entente
