// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/wording.h"

#include <filesystem>
#include <string>
#include <vector>

namespace entente
{

/// A language that pictures can be worded in.
struct WordingLanguage
{
    std::string code; ///< "ko"
    std::string name; ///< In itself: "한국어".
};

/// English first, then those of language/picture.<code>.json, by code.
/// @param resources resourceFolder().
std::vector<WordingLanguage> wordingLanguages(const std::filesystem::path& resources);

/// @param code one of these; empty: English. @returns why there is none, for people.
Expected<Wording, std::string> wordingOf(const std::string& code, Thousands thousands,
                                         const std::filesystem::path& resources);

} // namespace entente
