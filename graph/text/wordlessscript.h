// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace entente
{

/// Whether a character is of a script whose words cannot be told by the blanks between them, nor by
/// a dictionary that cuts the same words everywhere: Han, Hangul, Hiragana, Katakana. Thai has no
/// blanks either, but ICU's dictionary cuts it well.
/// @param character a code point.
bool isRunTogether(char32_t character);

} // namespace entente
