// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/textspan.h"

#include <utility>
#include <vector>

namespace entente
{

class SourceText;

/// Quotation marks and brackets of a part of a text that belong together: the places of the opening
/// and of the closing one, in code points. An apostrophe ("Putin’s") closes nothing; what has no
/// partner in the part is left out.
std::vector<std::pair<int, int>> markPairs(const SourceText& text, TextSpan part);

} // namespace entente
