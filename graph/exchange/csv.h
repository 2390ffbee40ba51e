// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente
{

/// One line of comma-separated values (RFC 4180) with its CR LF. A value that a spreadsheet would
/// take for a formula and run (it begins with = + - @, a tab or a line break, or with the wide form
/// of such a sign) gets an apostrophe before it, as spreadsheets mark text: names come out of
/// files, and a name must not open a door.
std::string csvLine(const std::vector<std::string>& values);

/// What a file of them begins with, so that spreadsheets read it as UTF-8.
inline constexpr std::string_view csvMark = "\xEF\xBB\xBF";

} // namespace entente
