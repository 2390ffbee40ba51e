// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/textspan.h"

#include <string_view>

namespace entente
{

class SourceText;

/// @param character one of UTF-8. A byte-order mark counts as white space.
bool isWhiteSpace(std::string_view character);

/// A part of a text without what no quote begins or ends with: white space, and commas and other
/// marks that only join clauses. Empty when there is nothing else.
TextSpan trimmed(const SourceText& text, TextSpan part);

} // namespace entente
