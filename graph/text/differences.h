// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente
{

/// Words of one text in whose place another has other words; one of the two may be empty.
struct Difference
{
    std::string first, second;

    bool operator==(const Difference&) const = default;
};

/// Where two versions of a passage differ, word by word, in their order; case, accents and marks at
/// a word's ends make no difference. By the longest common subsequence (Wagner and Fischer 1974).
std::vector<Difference> differencesOf(std::string_view first, std::string_view second);

} // namespace entente
