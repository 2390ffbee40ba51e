// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente
{

/// The language of a text by its script and its most frequent small words, as a tag of BCP 47;
/// empty where that leaves doubt, as with a headline alone. Read from its beginning.
std::string guessedLanguage(std::string_view utf8);

} // namespace entente
