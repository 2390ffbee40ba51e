// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace entente
{

/// Whether one word becomes the other by at most so many slips of a typist: a letter put in, left
/// out or replaced, or two neighbours exchanged (optimal string alignment: Damerau, "A technique
/// for computer detection and correction of spelling errors", 1964). Bytes are letters.
bool isWithinSlips(std::string_view a, std::string_view b, int slips);

} // namespace entente
