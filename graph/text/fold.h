// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente
{

/// A text as it is compared in searches and by name: case, accents, stroked letters (ł, ø), width,
/// kinds of hyphens, apostrophes and white space make no difference. UTF-8 in, UTF-8 out.
/// "Wałęsa" and "walesa" give the same; a hyphen counts as a space: "Choe Son-hui" = "choe son
/// hui".
std::string folded(std::string_view text);

/// How many words (runs between spaces, after folding) a name has.
int wordCount(std::string_view foldedText);

} // namespace entente
