// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/textspan.h"

namespace entente
{

class SourceText;

/// Whether a place begins or ends in the midst of a word: "Kim" is not what "Kimchi" says. Only
/// Latin letters and digits tell: a Korean particle is written on.
bool isInsideWord(const SourceText& text, TextSpan span);

/// Whether a word goes on over a place, in any script that tells words apart by blanks: "Ли" is not
/// what "Лидер" says. Korean, Chinese, Japanese and Thai go on anywhere, and no place is in a word.
/// @param at in code points.
bool goesOnOver(const SourceText& text, int at);

} // namespace entente
