// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/progress.h"
#include "graph/model/store.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace entente
{

/// An article that has the words of a text.
struct Alike
{
    ArticleId article;
    bool isSame = false; ///< To the byte: they have one SHA-256.
    double share = 0;    ///< Of the text's letters, those that stand in the article: up to 1.

    bool operator==(const Alike&) const = default;
};

/// The articles of a store as a new text is compared with them: made once, then asked often.
/// Judgements of an analyst's own are no sources and are left out.
class KnownTexts
{
public:
    /// From here on a text is nearly that of an article.
    static constexpr double alikeFrom = 0.5;
    /// So many are named, the most alike first.
    static constexpr std::size_t namedAtMost = 8;

    KnownTexts() = default;
    explicit KnownTexts(const Store& store, const Progress& progress = {});

    std::vector<Alike> alike(const std::string& text, const Progress& progress = {}) const;

private:
    struct Known
    {
        ArticleId article;
        std::string sha256;
        std::size_t letters = 0; ///< A hash of them.
    };

    std::vector<std::pair<std::size_t, std::size_t>>
    sharing(const std::vector<std::uint64_t>& prints) const;
    double shareOf(const std::string& text, const std::string& letters, ArticleId article) const;

    Store m_store;
    std::vector<Known> m_known;
    /// Each fingerprint with the articles that have it, by their places in m_known; sorted.
    std::vector<std::pair<std::uint64_t, std::uint32_t>> m_prints;
};

/// The same for a single text.
std::vector<Alike> alikeOf(const Store& store, const std::string& text);

} // namespace entente
