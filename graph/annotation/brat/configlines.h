// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente
{

/// A line of one of brat's configuration files that says something: no comment, no separator.
struct ConfigLine
{
    std::string section; ///< "entities"; empty before the first.
    std::string text;    ///< Without white space at its end, macros put in.
    int number = 0;      ///< From 1.
};

/// @param file as the diagnostics shall name it.
std::vector<ConfigLine> configLinesOf(std::string_view bytes, const std::string& file,
                                      Diagnostics& diagnostics);

/// The parts between separators, trimmed.
std::vector<std::string_view> splitAt(std::string_view text, char separator);

/// Cuts off the first word; white space round what follows is dropped.
std::pair<std::string_view, std::string_view> firstWordAndRest(std::string_view text);

/// "<ENTITY>" and the like.
bool isBracketed(std::string_view word);

} // namespace entente
