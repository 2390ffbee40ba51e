// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente
{

/// A word of a name as it stands in the cases of Russian, its own form first: "Россия", "России",
/// "Россию", "Россией". By the endings of Zaliznyak's declensions (Грамматический словарь русского
/// языка, 1977) that names have; where the ending leaves the gender open ("Беларусь", "Израиль")
/// the forms of both. A word in capitals alone (КНДР) and one that ends as no Russian noun does
/// (Чили, Того) stay as they are. Words with a vowel that comes and goes (Египет, Египта) are not
/// known by their ending.
/// @param word UTF-8.
std::vector<std::string> russianCases(std::string_view word);

/// An adjective in all its genders and cases, from its masculine nominative, and as the first part
/// of a compound: "российский", "российская", "российско". Empty when it does not end as one.
std::vector<std::string> russianAdjective(std::string_view masculine);

} // namespace entente
