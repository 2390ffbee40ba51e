// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"

#include <string>
#include <string_view>

namespace entente
{

struct ArticleRecords;

// What is said of an article, as a project's rows hold it: in a sixth of the bytes that it takes as
// JSON, and read some twenty times as fast, as all of it is read whenever a project is opened. The
// members of recordfields.h follow each other in their order: numbers as LEB128, ids as their 16
// bytes, words behind their length, lists behind their count; an article's id, which each record
// repeats, is said once. At the end stands a CRC-32 of all of it: SQLite has no checksums. Where
// they are shorter so, the bytes stand in a frame of Zstandard, which begins otherwise, with "(":
// rows of real articles then take less than half of the room.

/// Without the article's text and annotation, which are kept apart (contents.h).
std::string packed(const ArticleRecords& records);

/// @returns the records, with an empty text; or what is wrong with the bytes, in words.
Expected<ArticleRecords, std::string> unpacked(std::string_view bytes);

} // namespace entente
