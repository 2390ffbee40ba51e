// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace entente
{

struct Article;

/// The tag of an article in which an analyst says why an edge is there that no source has words
/// for. It is kept, shown and exported as any article is, and counts as no source of anything.
inline constexpr std::string_view judgementTag = "analyst's judgement";

bool isAnalystsOwn(const Article& article);

} // namespace entente
