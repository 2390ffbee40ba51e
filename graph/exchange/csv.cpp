// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/csv.h"

#include <algorithm>
#include <array>

namespace entente
{

namespace
{

/// As a spreadsheet sees it: some skip white space before the sign.
bool looksLikeFormula(std::string_view value)
{
    // The wide forms are what a Japanese or Chinese input method writes; some fold them.
    static constexpr std::array<std::string_view, 11> signs{
        "=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
    return std::ranges::any_of(signs,
                               [value](std::string_view sign) { return value.starts_with(sign); });
}

/// Marks the signs at the start, and behind what others take for the end of a value: spreadsheets
/// of much of Europe part values at semicolons.
std::string marked(std::string_view value)
{
    std::string safe;
    for (bool isStart = true; !value.empty() || isStart; isStart = false) {
        const std::size_t size =
            std::min(value.find_first_of(";\t", isStart ? 0 : 1), value.size());
        std::string_view part = value.substr(0, size);
        if (!isStart) {
            safe += part.front();
            part.remove_prefix(1);
        }
        if (looksLikeFormula(isStart ? value : part))
            safe += '\'';
        safe += part;
        value.remove_prefix(size);
    }
    return safe;
}

std::string csvValue(std::string_view value)
{
    std::string safe = marked(value);
    const bool isPlain = safe.find_first_of(",;\t\"\r\n") == std::string::npos &&
                         !safe.starts_with(' ') && !safe.ends_with(' ');
    if (isPlain)
        return safe;
    std::string quoted = "\"";
    for (const char c : safe)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

} // namespace

std::string csvLine(const std::vector<std::string>& values)
{
    std::string line;
    for (const std::string& value : values) {
        if (&value != &values.front())
            line += ',';
        line += csvValue(value);
    }
    return line + "\r\n";
}

} // namespace entente
