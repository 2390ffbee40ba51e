// SPDX-License-Identifier: Apache-2.0
#include "graph/query/knowntexts.h"

#include "graph/base/inparallel.h"
#include "graph/base/sha256.h"
#include "graph/model/analystsown.h"
#include "graph/query/copies.h"
#include "graph/text/fingerprints.h"
#include "graph/text/sourcetext.h"

#include <algorithm>
#include <functional>

namespace entente
{

namespace
{

/// Fewer of its fingerprints in common are set phrases; half of the words being the same leaves
/// more of them, however the other half is spread.
constexpr double printsAtLeast = 0.1;

/// Each once.
std::vector<std::uint64_t> printsOf(const Fingerprints& text)
{
    std::vector<std::uint64_t> prints;
    prints.reserve(text.prints().size());
    for (const Fingerprints::Print& print : text.prints())
        prints.push_back(print.hash);
    std::ranges::sort(prints);
    const auto rest = std::ranges::unique(prints);
    prints.erase(rest.begin(), rest.end());
    return prints;
}

Shared<ArticleRecords> recordsWith(ArticleId id, std::shared_ptr<const SourceText> text)
{
    ArticleRecords records;
    records.article.id = id;
    records.article.text = std::move(text);
    return {std::move(records)};
}

} // namespace

KnownTexts::KnownTexts(const Store& store, const Progress& progress)
    : m_store(store)
{
    for (const ArticleId id : store.articles()) {
        const Article& article = *store.article(id);
        if (!isAnalystsOwn(article))
            m_known.push_back({id, article.sha256, 0});
    }
    std::vector<std::vector<std::uint64_t>> prints(m_known.size());
    inParallel(m_known.size(), [&](std::size_t i) {
        if (progress.stopped())
            return;
        const Fingerprints text(*m_store.article(m_known[i].article)->text);
        prints[i] = printsOf(text);
        m_known[i].letters = std::hash<std::string>()(text.letters());
    });
    for (std::size_t i = 0; i < prints.size(); ++i) {
        for (const std::uint64_t print : prints[i])
            m_prints.emplace_back(print, static_cast<std::uint32_t>(i));
    }
    std::ranges::sort(m_prints);
}

/// Articles by their places, each with how many of the fingerprints it has, most first.
std::vector<std::pair<std::size_t, std::size_t>>
KnownTexts::sharing(const std::vector<std::uint64_t>& prints) const
{
    std::vector<std::size_t> counts(m_known.size());
    for (const std::uint64_t print : prints) {
        const auto first = std::ranges::lower_bound(m_prints, print, {},
                                                    [](const auto& one) { return one.first; });
        for (auto at = first; at != m_prints.end() && at->first == print; ++at)
            ++counts[at->second];
    }
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0 && double(counts[i]) >= printsAtLeast * double(prints.size()))
            found.emplace_back(counts[i], i);
    }
    std::ranges::stable_sort(found, std::ranges::greater{},
                             [](const auto& one) { return one.first; });
    return found;
}

/// As copies among articles are found, in two of them.
double KnownTexts::shareOf(const std::string& text, const std::string& letters,
                           ArticleId article) const
{
    const ArticleId ours{randomUuid()};
    const auto both = Store::of({recordsWith(ours, std::make_shared<const SourceText>(text)),
                                 recordsWith(article, m_store.article(article)->text)});
    if (!both || letters.empty())
        return 0;
    double same = 0;
    const Copies copies = Copies::among(*both);
    for (const SharedPassage& passage : copies.between(ours, article))
        same += passage.letters;
    return std::min(1.0, same / double(letters.size())); // A passage may stand in it twice.
}

std::vector<Alike> KnownTexts::alike(const std::string& text, const Progress& progress) const
{
    const std::string sha256 = sha256Of(text);
    const Fingerprints fingerprints{SourceText(text)};
    const std::string& letters = fingerprints.letters();
    const std::size_t hash = std::hash<std::string>()(letters);
    std::vector<Alike> found;
    std::vector<bool> isFound(m_known.size());
    // Also those that are too short for fingerprints.
    for (std::size_t i = 0; i < m_known.size(); ++i) {
        const bool isSame = m_known[i].sha256 == sha256;
        if (!isSame && (letters.empty() || m_known[i].letters != hash))
            continue;
        found.push_back({m_known[i].article, isSame, 1});
        isFound[i] = true;
    }
    std::ranges::stable_partition(found, &Alike::isSame);
    std::vector<Alike> nearly;
    for (const auto& [count, i] : sharing(printsOf(fingerprints))) {
        if (progress.stopped() || nearly.size() >= namedAtMost)
            break;
        if (isFound[i])
            continue;
        if (const double share = shareOf(text, letters, m_known[i].article); share >= alikeFrom)
            nearly.push_back({m_known[i].article, false, share});
    }
    std::ranges::stable_sort(nearly, std::ranges::greater{}, &Alike::share);
    std::ranges::copy(nearly, std::back_inserter(found));
    found.resize(std::min(found.size(), namedAtMost));
    return found;
}

std::vector<Alike> alikeOf(const Store& store, const std::string& text)
{
    return KnownTexts(store).alike(text);
}

} // namespace entente
