// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace entente
{

/// Ids for new lines of an annotation file: none that stands in the file already, be it on a line
/// that was not understood, or only named by another one.
class FreeIds
{
public:
    explicit FreeIds(std::string_view file);

    /// "T12" after "T11".
    /// @param preferred taken if it begins with the letter and is free: a record's own.
    std::string take(char letter, const std::string& preferred = {});

private:
    void use(const std::string& id);

    std::set<std::string, std::less<>> m_used;
    std::map<char, int> m_highest; ///< Number, by the letter before it.
};

} // namespace entente
