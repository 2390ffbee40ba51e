// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/textspan.h"

#include <string>

namespace entente
{

class SourceText;

// The quote that is proposed as the evidence of a claim, and how it is drawn wider and narrower. A
// quote neither begins nor ends with white space or a comma; a closing quotation mark or bracket
// stays with its opening one; a full stop belongs to whole sentences and to nothing shorter. All
// languages are BCP 47, "" when unknown.

/// What the quote of a claim has to hold: the trigger, and of the fillers those that stand in its
/// sentence. Others are known from elsewhere in the article, and no quote is stretched to them.
TextSpan evidenceHull(const SourceText& text, TextSpan trigger, const TextSpans& fillers,
                      const std::string& language);

/// The clause round the trigger and the fillers of its sentence; where no clause of it holds them
/// all, as many as it takes, or the whole sentence.
TextSpan proposedEvidence(const SourceText& text, TextSpan trigger, const TextSpans& fillers,
                          const std::string& language);

/// The next larger of clause, sentence, two sentences (with the one before it, else the one after
/// it, of the same paragraph) and paragraph (a line) round a span; itself, when it is as large.
TextSpan wider(const SourceText& text, TextSpan span, const std::string& language);

/// The next smaller of them that lies within the span; itself, when there is none.
/// @param hull what has to stay in it: the steps are drawn round it; empty: they are drawn round
/// the first word of the span.
TextSpan narrower(const SourceText& text, TextSpan span, const std::string& language,
                  TextSpan hull = {});

/// Moves the beginning by words, positive ones towards the end of the text; no farther than leaves
/// one word and what has to stay in it. Over a line break as well: who stores a quote that has one
/// within it has to split it there.
TextSpan moveBegin(const SourceText& text, TextSpan span, int words, const std::string& language,
                   TextSpan hull = {});
/// The same with the end.
TextSpan moveEnd(const SourceText& text, TextSpan span, int words, const std::string& language,
                 TextSpan hull = {});

} // namespace entente
