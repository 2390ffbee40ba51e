// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "graph/base/progress.h"
#include "graph/text/textspan.h"

#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente
{

class Store;
struct Quote;

/// The same passage in two articles, but for a few words.
struct SharedPassage
{
    TextSpan first, second; ///< In the article of the lower id, and in the other.
    int letters = 0;        ///< Bytes of letters that are the same.
};

/// Which articles carry which passages of which others.
class Copies
{
public:
    /// So much of a passage has to be the same, in bytes of letters and digits: some fourteen words
    /// of English. Names of offices and set phrases are shorter.
    static constexpr int sameAtLeast = 80;
    /// Letters that may differ between two stretches that are the same.
    static constexpr int differingAtMost = 40;

    Copies() = default;
    /// Looks through all articles. A phrase that stands in very many is nobody's.
    static Copies among(const Store& store, const Progress& progress = {});

    /// In the order of the first's text; none: they share nothing.
    const std::vector<SharedPassage>& between(ArticleId a, ArticleId b) const;
    /// Whether a quote of one article and a quote of the other stand in a passage they share.
    bool isSame(ArticleId a, const Quote& ofA, ArticleId b, const Quote& ofB) const;
    /// The articles that an article shares something with.
    const std::vector<ArticleId>& sharingWith(ArticleId article) const;
    /// Pairs that share something, in the order of their ids.
    const std::map<std::pair<ArticleId, ArticleId>, std::vector<SharedPassage>>& all() const
    {
        return m_shared;
    }

private:
    std::map<std::pair<ArticleId, ArticleId>, std::vector<SharedPassage>> m_shared;
    std::unordered_map<ArticleId, std::vector<ArticleId>> m_sharing;
};

} // namespace entente
