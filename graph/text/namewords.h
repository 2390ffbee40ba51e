// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/textspan.h"

#include <string>
#include <vector>

namespace entente
{

class SourceText;

/// How a word is written, as far as its script has capitals.
enum class Casing {
    None,    ///< Its script has none: Hangul, Han.
    Lower,   ///< "may"
    Capital, ///< "May"
    Upper,   ///< "WHO", "U.S."; two letters or more.
    Mixed,   ///< "McDonald", "eBay"
};

/// What stands between a word and the one before it.
enum class Joint {
    Apart,      ///< A comma, the end of a sentence or of a paragraph: no name goes on across it.
    Blank,      ///< Blanks, one line break, dashes, "&": a name may.
    Stop,       ///< A full stop behind a short word: "St. Lucia"; or a sentence ends there.
    Hyphen,     ///< A hyphen alone: "Son-hui".
    Apostrophe, ///< An apostrophe alone: "Korea’s", "d’Ivoire".
    Dot,        ///< A dot of middle height alone: "북·러".
    Written,    ///< Nothing: "WHO는", and each letter of Han.
};

/// A word of a text as names are looked for in it.
struct NameWord
{
    TextSpan span;
    std::string folded; ///< "U.S." gives "us".
    Casing casing = Casing::None;
    Joint joint = Joint::Apart;
    bool isHangul = false;
    bool isHan = false;      ///< Then it is one letter.
    bool isUnspaced = false; ///< Its script has no blanks between words: Han, kana, Thai.
    bool isNumber = false;

    int letters() const { return span.length(); }
};

/// The words of a text by ICU's rules (UAX #29), cut further at apostrophes, at dots between
/// letters that are no abbreviation, and where Hangul meets another script; letters of Han stand
/// alone, for dictionaries cut them differently from place to place.
std::vector<NameWord> nameWords(const SourceText& text);

/// Whether a word of a name is written so in a text: "May" is not "may", but "Russia" may be
/// "RUSSIA" in a headline, and "российский" "Российский". A short word in capitals is an
/// abbreviation.
bool mayBeWritten(Casing name, const NameWord& word);

} // namespace entente
