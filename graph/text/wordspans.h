// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/textspan.h"

#include <string>

namespace entente
{

class SourceText;

/// Where the words of a part of a text stand, by ICU's rules (UAX #29, with dictionaries for
/// languages without blanks). What is neither white space nor punctuation counts as a word: an
/// emoji and "$" do, too.
/// @param part within the text. @param language BCP 47, "" when unknown.
TextSpans wordsIn(const SourceText& text, TextSpan part, const std::string& language);

} // namespace entente
