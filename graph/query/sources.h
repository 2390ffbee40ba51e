// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"

#include <span>
#include <string>
#include <vector>

namespace entente
{

class Copies;
class Store;

/// Articles that are one source of what is asked about, and why.
struct OneSource
{
    std::vector<ArticleId> articles; ///< In the order of the store.
    std::string origin;              ///< Who published it first, as far as is known.
    bool isCopied = false;           ///< Each carries the same passage as another of them.

    bool operator==(const OneSource&) const = default;
};

/// The independent sources behind some claims. Two articles are one source when they have the same
/// origin (the same outlet, or both carry what one agency gave out, by their metadata, their
/// dateline or their byline), or when the words that the claims rest on stand in a passage that
/// both articles carry, whoever they name. Of an article without an origin nothing says that it is
/// any other's. An analyst's own text is no source of anything.
/// @returns in the order of their first articles in the store.
std::vector<OneSource> independentSources(const Store& store, const Copies& copies,
                                          std::span<const ClaimId> claims);

/// How many of the claims an analyst's judgement alone stands for, and no source. Those that are
/// rejected do not count.
int judgementsAmong(const Store& store, std::span<const ClaimId> claims);
/// Whether all of them are such, and there is one.
bool isJudgementAlone(const Store& store, std::span<const ClaimId> claims);

/// "4 articles, 2 independent sources".
std::string wordsOf(const std::vector<OneSource>& sources);

} // namespace entente
