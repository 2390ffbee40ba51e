// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente
{

/// The words of a text as an index of words takes them: broken by ICU's rules (UAX #29), and runs
/// of Han, kana and Hangul, which are written without blanks or with endings, cut into pairs of
/// characters that overlap. "푸틴은" gives "푸틴", "틴은", so that "푸틴" finds it.
std::vector<std::string> searchWords(std::string_view text);

/// Joined by blanks, for a tokenizer that splits there.
std::string joined(const std::vector<std::string>& words);

/// What is typed, as a query of SQLite's FTS5 (https://www.sqlite.org/fts5.html, section 3) in one
/// of its columns: the words side by side, the last one as the beginning of a word.
/// @returns nothing when there is no word in it.
std::string phraseQuery(std::string_view column, const std::vector<std::string>& words);

} // namespace entente
