// SPDX-License-Identifier: Apache-2.0
#include "graph/model/eventlabel.h"

#include <fmt/format.h>

namespace entente
{

namespace
{

struct Part
{
    std::string text;
    bool isComplete = true; ///< Every role in it has names.
};

Part filled(std::string_view pattern,
            const std::function<std::vector<std::string>(std::string_view)>& names)
{
    Part part;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        const std::size_t close = pattern.find('}', open);
        part.text += pattern.substr(0, open);
        if (open == std::string_view::npos || close == std::string_view::npos)
            break;
        const std::vector<std::string> filling = names(pattern.substr(open + 1, close - open - 1));
        part.isComplete = part.isComplete && !filling.empty();
        part.text += listed(filling);
        pattern.remove_prefix(close + 1);
    }
    return part;
}

std::string trimmed(const std::string& text)
{
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

} // namespace

std::string listed(const std::vector<std::string>& names)
{
    constexpr std::size_t namedAtMost = 3; // More make a label that no card can hold.
    if (names.empty())
        return {};
    if (names.size() == 1)
        return names.front();
    const bool all = names.size() <= namedAtMost;
    const std::size_t named = all ? names.size() - 1 : namedAtMost;
    std::string text = names.front();
    for (std::size_t i = 1; i < named; ++i)
        text += ", " + names[i];
    if (all)
        return text + " and " + names.back();
    const std::size_t others = names.size() - named;
    return text + fmt::format(" and {} other{}", others, others == 1 ? "" : "s");
}

std::string titleFrom(std::string_view pattern,
                      const std::function<std::vector<std::string>(std::string_view)>& names)
{
    std::string title;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('[');
        const std::size_t close = pattern.find(']', open);
        title += filled(pattern.substr(0, open), names).text;
        if (open == std::string_view::npos || close == std::string_view::npos)
            break;
        const Part optional = filled(pattern.substr(open + 1, close - open - 1), names);
        if (optional.isComplete)
            title += optional.text;
        pattern.remove_prefix(close + 1);
    }
    return trimmed(title);
}

} // namespace entente
