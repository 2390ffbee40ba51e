// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/textspan.h"

#include <string>

namespace entente
{

class SourceText;

/// The clauses of a sentence, as far as punctuation and the words after it tell them; no grammar is
/// looked at. They end at semicolons, colons and dashes, and at a comma that a conjunction or a
/// relative word of English or Russian follows, or that a connective ending of Korean goes before.
/// Lists ("Korea, the United States, and Japan") stay whole.
/// @param sentence within the text. @param language BCP 47; "": any of these.
/// @returns in their order, without white space and commas at the ends; one or more, unless the
/// sentence is blank.
TextSpans clausesIn(const SourceText& text, TextSpan sentence, const std::string& language);

} // namespace entente
