// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente
{

/// Words as Markdown (CommonMark) shows them, on one line: what would be markup is escaped, and
/// what reverses the reading or is no text is shown for what it is, "[U+202E]", as there is nothing
/// here that keeps it to itself. Bytes that are not UTF-8 become U+FFFD.
std::string markdownText(std::string_view words);

/// The same, in quotation marks.
std::string markdownQuote(std::string_view words);

} // namespace entente
