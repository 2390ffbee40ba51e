// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/textspan.h"

namespace entente
{

class SourceText;

/// Whether a place begins or ends in the midst of a word: "Kim" is not what "Kimchi" says. Only
/// Latin letters and digits tell: a Korean particle is written on.
bool isInsideWord(const SourceText& text, TextSpan span);

} // namespace entente
