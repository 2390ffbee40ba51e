// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente
{

/// Whether some of it is written in Hangul.
bool hasHangul(std::string_view text);

/// A name in Latin letters, folded: Russian and other Cyrillic by BGN/PCGN (Ukrainian where its own
/// letters stand), Hangul and Han a syllable a word, other scripts as ICU's Any-Latin has them.
/// UTF-8 in, ASCII out, as far as ICU knows the letters.
std::string romanised(std::string_view name);

} // namespace entente
