// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/fillers.h"
#include "graph/text/textspan.h"

#include <string>
#include <vector>

namespace entente
{

class SourceText;

/// Where the trigger and the arguments of a claim stand.
TextSpans wordsOfClaim(const Store& store, const Claim& claim);

/// A quote as it stands in the text, with an ellipsis for what it leaves out of it.
std::string wordsOf(const Quote& quote, const SourceText& text);
/// All that a claim rests on, parted by ellipses.
std::string quotedWords(const Claim& claim, const SourceText& text);

/// The speakers of statements whose content the claim is: "According to …, she departed" names no
/// source of the departure itself.
std::vector<std::string> reportersOf(const FillerBase& base, const Claim& claim);

/// Where the first of a claim's words stand; -1: none were found.
int positionOf(const Claim& claim);

} // namespace entente
