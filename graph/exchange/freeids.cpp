// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/freeids.h"

#include "graph/annotation/brat/lines.h"

#include <algorithm>
#include <charconv>

namespace entente
{

namespace
{

/// What follows the letter, when that is a number and nothing else; -1: it is not.
int numberOf(std::string_view id)
{
    constexpr std::size_t digitsAtMost = 8; // More are no count, and would not leave room for one.
    if (id.size() < 2 || id.size() > digitsAtMost + 1)
        return -1;
    int number = -1;
    const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
    return error == std::errc() && end == id.data() + id.size() && number >= 0 ? number : -1;
}

} // namespace

FreeIds::FreeIds(std::string_view file)
{
    for (const Line& line : splitLines(file).lines) {
        const Columns columns = splitColumns(line.content);
        use(std::string(columns.id));
        // What names an id that no line has must not find another one's there.
        for (std::string_view rest = columns.data; !rest.empty();) {
            const std::string_view word = nextWord(rest);
            use(std::string(word.substr(word.find(':') + 1)));
        }
    }
}

void FreeIds::use(const std::string& id)
{
    if (const int number = numberOf(id); number >= 0) {
        int& highest = m_highest[id.front()];
        highest = std::max(highest, number);
    }
    m_used.insert(id);
}

std::string FreeIds::take(char letter, const std::string& preferred)
{
    std::string id = preferred;
    if (!id.starts_with(letter) || numberOf(id) < 0 || m_used.contains(id))
        id = letter + std::to_string(m_highest[letter] + 1);
    use(id);
    return id;
}

} // namespace entente
