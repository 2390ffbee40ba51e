// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/filenames.h"

#include "graph/text/ascii.h"

#include <algorithm>
#include <string_view>

namespace entente
{

namespace
{

/// One folder or file on the way to an article; empty for what leads nowhere, or back.
std::string usablePart(std::string_view part)
{
    constexpr std::size_t bytesAtMost = 250; // A file's name may have 255, with its suffix.
    std::string usable(part.substr(0, bytesAtMost));
    std::ranges::replace(usable, '\0', '_');
    return usable == "." || usable == ".." ? std::string() : usable;
}

std::string usablePath(std::string_view name)
{
    std::string path;
    while (!name.empty()) {
        const std::string_view part = name.substr(0, name.find('/'));
        name.remove_prefix(part.size() == name.size() ? part.size() : part.size() + 1);
        if (const std::string usable = usablePart(part); !usable.empty())
            path += (path.empty() ? "" : "/") + usable;
    }
    const std::string last = asciiLower(path.substr(path.rfind('/') + 1));
    // entente.json is a part of the vocabulary.
    return path.empty() || last == "entente" ? path + (path.empty() ? "article" : "-article")
                                             : path;
}

} // namespace

std::string FileNames::nameFor(const std::string& article)
{
    const std::string path = usablePath(article);
    std::string name = path;
    for (int number = 2; !m_taken.insert(name).second; ++number)
        name = path + '-' + std::to_string(number);
    return name;
}

} // namespace entente
