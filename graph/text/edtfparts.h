// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace entente
{

// What reading a date of EDTF and saying it in words share.

int daysIn(int year, int month);

/// "a,b" at the comma: as many parts as there are separators, and one.
std::vector<std::string_view> edtfParts(std::string_view text, char separator);

/// Of an end of an interval: there is one, but nobody knows it.
bool isUnknown(std::string_view text);

} // namespace entente
