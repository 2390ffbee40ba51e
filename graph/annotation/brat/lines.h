// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace entente
{

/// One line of a file, as views into its bytes.
struct Line
{
    std::string_view content; ///< Without its end.
    std::string_view end;     ///< "\n", "\r\n", or nothing at the end of the file.
    int number = 0;           ///< From 1.
};

struct Lines
{
    bool hasByteOrderMark = false;
    std::vector<Line> lines;
};

/// Splits at LF only: U+2028, U+0085, vertical tabs and form feeds are part of what is quoted. One
/// CR before the LF (or at the end of the file) and a byte order mark belong to no line's content.
Lines splitLines(std::string_view bytes);

/// What stands between the first TAB and the second, and round them: "T1 | Person 0 5 | Putin".
struct Columns
{
    std::string_view id;
    std::string_view data;
    std::string_view tail;
    bool hasData = false; ///< There was a first TAB.
    bool hasTail = false; ///< There was a second.
};

Columns splitColumns(std::string_view content);

/// Cuts the next word off the front of rest, which keeps what follows; blanks round it are dropped.
std::string_view nextWord(std::string_view& rest);
/// Without blanks, TABs and CRs at its ends.
std::string_view trimmed(std::string_view text);

inline constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

} // namespace entente
