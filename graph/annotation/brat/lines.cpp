// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/brat/lines.h"

#include <algorithm>

namespace entente
{

namespace
{

constexpr std::string_view whiteSpace = " \t\r\n\v\f";

Line makeLine(std::string_view content, std::string_view lineFeed, int number)
{
    std::size_t ending = lineFeed.size();
    if (content.ends_with('\r')) {
        content.remove_suffix(1);
        ++ending;
    }
    return {content, std::string_view(content.data() + content.size(), ending), number};
}

} // namespace

Lines splitLines(std::string_view bytes)
{
    Lines result;
    if (bytes.starts_with(byteOrderMark)) {
        result.hasByteOrderMark = true;
        bytes.remove_prefix(byteOrderMark.size());
    }
    result.lines.reserve(static_cast<std::size_t>(std::ranges::count(bytes, '\n')) + 1);
    int number = 0;
    while (!bytes.empty()) {
        const std::size_t at = bytes.find('\n');
        const std::size_t length = at == std::string_view::npos ? bytes.size() : at;
        const std::size_t feed = at == std::string_view::npos ? 0 : 1;
        result.lines.push_back(
            makeLine(bytes.substr(0, length), bytes.substr(length, feed), ++number));
        bytes.remove_prefix(length + feed);
    }
    return result;
}

Columns splitColumns(std::string_view content)
{
    Columns columns;
    const std::size_t first = content.find('\t');
    columns.id = content.substr(0, first);
    if (first == std::string_view::npos)
        return columns;
    columns.hasData = true;
    const std::string_view rest = content.substr(first + 1);
    const std::size_t second = rest.find('\t');
    columns.data = rest.substr(0, second);
    if (second == std::string_view::npos)
        return columns;
    columns.hasTail = true;
    columns.tail = rest.substr(second + 1);
    return columns;
}

std::string_view nextWord(std::string_view& rest)
{
    const std::size_t begin = std::min(rest.find_first_not_of(' '), rest.size());
    rest.remove_prefix(begin);
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(end);
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    return word;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(whiteSpace);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(whiteSpace) - begin + 1);
}

} // namespace entente
