// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace entente
{

struct CitedArticle;
struct CitedClaim;
struct Citations;

/// A part of a graph as Markdown, for whoever writes about it: numbered notes with the words that
/// each rests on, then the articles, S1 …, each once. Ends in a line feed.
/// @param title above it. @param filters what was asked of the graph, in words; empty: nothing.
std::string endnotesMarkdown(const Citations& citations, const std::string& title,
                             const std::string& filters);

/// "“She went”, The Lantern, 15 January 2024, <https://…> …", as an item of a list.
std::string markdownOf(const CitedArticle& article);
/// What a claim says, how surely, and who says it; the quote apart.
std::string saidOf(const CitedClaim& claim);

} // namespace entente
