// SPDX-License-Identifier: Apache-2.0
#include "graph/query/copies.h"

#include "graph/base/inparallel.h"
#include "graph/model/store.h"
#include "graph/text/fingerprints.h"
#include "graph/text/sourcetext.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

namespace entente
{

namespace
{

/// A fingerprint that stands in more articles than this is a set phrase: "the Ministry of Foreign
/// Affairs of the Russian Federation". No dispatch in the data is carried by so many.
constexpr std::size_t articlesAtMost = 24;

struct Found
{
    std::uint64_t hash;
    std::uint32_t article, place;
};

/// Stretches of letters that are the same in two texts.
struct Same
{
    std::size_t beginA, endA, beginB, endB;
    int letters;
};

/// As far as letters are the same, both ways.
Same grown(const std::string& a, std::size_t inA, const std::string& b, std::size_t inB)
{
    std::size_t before = 0;
    while (before < inA && before < inB && a[inA - before - 1] == b[inB - before - 1])
        ++before;
    std::size_t after = 0;
    while (inA + after < a.size() && inB + after < b.size() && a[inA + after] == b[inB + after])
        ++after;
    return {inA - before, inA + after, inB - before, inB + after, static_cast<int>(before + after)};
}

/// @param places where a fingerprint is the same, in the order of the first text.
std::vector<Same> passages(const std::string& a, const std::string& b,
                           const std::vector<std::pair<std::uint32_t, std::uint32_t>>& places)
{
    std::vector<Same> all;
    for (const auto& [inA, inB] : places) {
        const bool isKnown = std::ranges::any_of(all, [&, inA = inA, inB = inB](const Same& same) {
            return inA >= same.beginA && inA < same.endA && inB >= same.beginB && inB < same.endB;
        });
        if (isKnown)
            continue;
        const Same more = grown(a, inA, b, inB);
        // A word or two were changed between this stretch and the one before.
        const auto goesOn = [&](const Same& before) {
            constexpr auto gap = static_cast<std::size_t>(Copies::differingAtMost);
            return more.beginA >= before.endA && more.beginA - before.endA <= gap &&
                   more.beginB >= before.endB && more.beginB - before.endB <= gap;
        };
        const auto before = std::ranges::find_if(all, goesOn);
        if (before == all.end()) {
            all.push_back(more);
        } else {
            before->endA = more.endA;
            before->endB = more.endB;
            before->letters += more.letters;
        }
    }
    std::erase_if(all, [](const Same& same) { return same.letters < Copies::sameAtLeast; });
    return all;
}

std::pair<ArticleId, ArticleId> ordered(ArticleId a, ArticleId b)
{
    return a < b ? std::pair(a, b) : std::pair(b, a);
}

bool overlaps(const Quote& quote, TextSpan passage)
{
    return quote.status != QuoteStatus::Missing &&
           std::ranges::any_of(quote.spans, [&](TextSpan span) {
               return span.begin < passage.end && passage.begin < span.end;
           });
}

class Comparison
{
public:
    Comparison(const Store& store, const Progress& progress)
        : m_store(store)
        , m_progress(progress)
        , m_articles(store.articles())
        , m_prints(m_articles.size())
    {
    }

    std::map<std::pair<ArticleId, ArticleId>, std::vector<SharedPassage>> run()
    {
        inParallel(m_articles.size(), [this](std::size_t i) {
            if (!m_progress.stopped())
                m_prints[i] = Fingerprints(*m_store.article(m_articles[i])->text);
        });
        gather();
        std::map<std::pair<ArticleId, ArticleId>, std::vector<SharedPassage>> shared;
        for (auto& [pair, places] : m_places) {
            if (m_progress.stopped())
                return {};
            std::ranges::sort(places);
            std::vector<SharedPassage> found = compare(pair.first, pair.second, places);
            if (!found.empty())
                shared.emplace(ordered(m_articles[pair.first], m_articles[pair.second]),
                               std::move(found));
        }
        return shared;
    }

private:
    /// Where two articles have a fingerprint in common.
    void gather()
    {
        std::vector<Found> all;
        for (std::size_t i = 0; i < m_prints.size(); ++i) {
            for (const Fingerprints::Print& print : m_prints[i].prints())
                all.push_back({print.hash, static_cast<std::uint32_t>(i), print.place});
        }
        std::ranges::sort(all, [](const Found& a, const Found& b) {
            return std::tie(a.hash, a.article, a.place) < std::tie(b.hash, b.article, b.place);
        });
        for (auto begin = all.begin(); begin != all.end();) {
            const auto end = std::find_if(
                begin, all.end(), [&](const Found& found) { return found.hash != begin->hash; });
            pairUp(begin, end);
            begin = end;
        }
    }

    void pairUp(std::vector<Found>::const_iterator begin, std::vector<Found>::const_iterator end)
    {
        if (static_cast<std::size_t>(end - begin) > articlesAtMost)
            return;
        for (auto a = begin; a != end; ++a) {
            for (auto b = std::next(a); b != end; ++b) {
                if (a->article != b->article)
                    m_places[{a->article, b->article}].emplace_back(a->place, b->place);
            }
        }
    }

    std::vector<SharedPassage>
    compare(std::size_t a, std::size_t b,
            const std::vector<std::pair<std::uint32_t, std::uint32_t>>& places) const
    {
        const SourceText& textA = *m_store.article(m_articles[a])->text;
        const SourceText& textB = *m_store.article(m_articles[b])->text;
        const bool isInOrder = m_articles[a] < m_articles[b];
        std::vector<SharedPassage> found;
        for (const Same& same : passages(m_prints[a].letters(), m_prints[b].letters(), places)) {
            const TextSpan inA = m_prints[a].spanOf(textA, same.beginA, same.endA);
            const TextSpan inB = m_prints[b].spanOf(textB, same.beginB, same.endB);
            found.push_back({isInOrder ? inA : inB, isInOrder ? inB : inA, same.letters});
        }
        std::ranges::sort(found, {}, [](const SharedPassage& one) { return one.first.begin; });
        return found;
    }

    const Store& m_store;
    const Progress& m_progress;
    const std::vector<ArticleId>& m_articles;
    std::vector<Fingerprints> m_prints;
    std::map<std::pair<std::uint32_t, std::uint32_t>,
             std::vector<std::pair<std::uint32_t, std::uint32_t>>>
        m_places;
};

} // namespace

Copies Copies::among(const Store& store, const Progress& progress)
{
    progress.report("Looking for copies", 0, 0);
    Copies copies;
    copies.m_shared = Comparison(store, progress).run();
    for (const auto& [pair, passages] : copies.m_shared) {
        copies.m_sharing[pair.first].push_back(pair.second);
        copies.m_sharing[pair.second].push_back(pair.first);
    }
    return copies;
}

const std::vector<ArticleId>& Copies::sharingWith(ArticleId article) const
{
    static const std::vector<ArticleId> none;
    const auto found = m_sharing.find(article);
    return found == m_sharing.end() ? none : found->second;
}

const std::vector<SharedPassage>& Copies::between(ArticleId a, ArticleId b) const
{
    static const std::vector<SharedPassage> none;
    const auto found = m_shared.find(ordered(a, b));
    return found == m_shared.end() ? none : found->second;
}

bool Copies::isSame(ArticleId a, const Quote& ofA, ArticleId b, const Quote& ofB) const
{
    const bool isInOrder = a < b;
    return std::ranges::any_of(between(a, b), [&](const SharedPassage& passage) {
        return overlaps(ofA, isInOrder ? passage.first : passage.second) &&
               overlaps(ofB, isInOrder ? passage.second : passage.first);
    });
}

} // namespace entente
