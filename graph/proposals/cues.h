// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/modality.h"
#include "graph/text/textspan.h"

#include <compare>
#include <string>
#include <vector>

namespace entente
{

class LanguageData;
class SourceText;

/// Words of a sentence that say how real an event of it is: "is expected to" → Expected.
struct Cue
{
    TextSpan span;
    Modality modality = Modality::Happened;
    Factuality factuality = Factuality::CTplus;
    std::string polarity; ///< As claims have it: "Negative", or empty: the usual one.
    /// Whether it speaks of the event that was asked for; else of another one in the sentence.
    bool governs = false;

    bool operator==(const Cue&) const = default;
};

/// The cues of a sentence, the one that decides first: those that govern the trigger before the
/// others; among these what did not happen, then a cue that stands close by its nature ("planned
/// visit"), then any other, and last those that give way ("took place", "will"); then the nearest.
/// The tense of the trigger is no cue, nor are words that the trigger is part of.
/// @param sentence, trigger in code points of the article; @pre the sentence holds the trigger.
std::vector<Cue> cuesIn(const SourceText& text, TextSpan sentence, TextSpan trigger,
                        const LanguageData& language);

} // namespace entente
