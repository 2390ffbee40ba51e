// SPDX-License-Identifier: Apache-2.0
#include "graph/proposals/evidencesentences.h"

#include "graph/model/analystsown.h"
#include "graph/model/fillers.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/proposals/namesearch.h"
#include "graph/proposals/statewords.h"
#include "graph/text/sourcetext.h"
#include "graph/text/trimmed.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace entente
{

namespace
{

using Places = std::vector<MentionPlace>;

TextSpan hullOf(const MentionPlace& place) { return hullOf(place.spans); }

struct Sentence
{
    TextSpan span;
    Places one, other;
};

bool doOverlap(const TextSpans& one, const TextSpans& other)
{
    return std::ranges::any_of(one, [&](TextSpan a) {
        return std::ranges::any_of(other, [a](TextSpan b) { return a.overlaps(b); });
    });
}

bool isAnyNamed(const Places& places) { return std::ranges::any_of(places, &MentionPlace::isName); }

/// Code points between the nearest two of them.
int distance(const EvidenceSentence& sentence)
{
    int least = std::numeric_limits<int>::max();
    for (const MentionPlace& one : sentence.one) {
        for (const MentionPlace& other : sentence.other) {
            const TextSpan a = hullOf(one);
            const TextSpan b = hullOf(other);
            least = std::min(least, std::max({a.begin - b.end, b.begin - a.end, 0}));
        }
    }
    return least;
}

/// How far apart they stand, in steps: some letters more or fewer make no sentence better.
int distanceStep(const EvidenceSentence& sentence)
{
    constexpr int nearest = 40;
    int step = 0;
    for (int length = distance(sentence); length > nearest; length /= 2)
        ++step;
    return step;
}

class Picker
{
public:
    Picker(const KnowledgeGraph& events, const Store& store, StateWords& states, NodeId one,
           NodeId other)
        : m_events(events)
        , m_store(store)
        , m_states(states)
        , m_one(one)
        , m_other(other)
    {
    }

    EvidenceSentences run(int limit, const Progress& progress)
    {
        const auto ones = mentionsOf(m_one);
        const auto others = mentionsOf(m_other);
        const NameSearch oneSearch(m_events, m_store, m_one);
        const NameSearch otherSearch(m_events, m_store, m_other);
        std::vector<EvidenceSentence> found;
        for (const ArticleId id : m_store.articles()) {
            if (progress.stopped())
                break;
            const Article& article = *m_store.article(id);
            if (isAnalystsOwn(article))
                continue; // What an analyst has judged is no evidence for it.
            Places first = placesIn(ones, id);
            Places second = placesIn(others, id);
            addFound(first, oneSearch, article);
            if (first.empty() && !m_states.isState(m_one))
                continue;
            addFound(second, otherSearch, article);
            if (second.empty() && !m_states.isState(m_other))
                continue;
            // Last, as it reads each word.
            addStateWords(first, m_one, article);
            if (!first.empty())
                addStateWords(second, m_other, article);
            part(first, second);
            if (!first.empty() && !second.empty())
                take(found, article, sentencesOf(article, std::move(first), std::move(second)));
        }
        return best(std::move(found), limit);
    }

private:
    using ByArticle = std::unordered_map<ArticleId, Places>;

    ByArticle mentionsOf(NodeId id) const
    {
        ByArticle all;
        for (const MentionId mentionId : m_events.node(id)->mentions) {
            const Mention* mention = m_store.mention(mentionId);
            if (!mention || mention->status == QuoteStatus::Missing || mention->spans.empty())
                continue;
            const bool isName = mention->form != "Pronoun" && mention->form != "Nominal";
            all[mention->article].push_back({mentionId, mention->spans, isName});
        }
        // Of an event that an analyst has made, without words that tell of it, its quotes do.
        for (const ClaimId claimId : m_events.node(id)->claims) {
            const Claim* claim = m_store.claim(claimId);
            if (!claim || !claim->trigger.isNil() || claim->rejected)
                continue;
            for (const Quote& quote : claim->quotes) {
                if (quote.status != QuoteStatus::Missing && !quote.spans.empty())
                    all[claim->article].push_back({MentionId(), quote.spans, true});
            }
        }
        return all;
    }

    static Places placesIn(const ByArticle& all, ArticleId article)
    {
        const auto found = all.find(article);
        return found == all.end() ? Places() : found->second;
    }

    void addFound(Places& places, const NameSearch& search, const Article& article) const
    {
        for (const NameSearch::Place& found : search.find(*article.text))
            add(places, {MentionId(), {found.span}, found.isSure}, article);
    }

    void addStateWords(Places& places, NodeId node, const Article& article) const
    {
        if (!m_states.isState(node))
            return;
        for (const StateWords::Place& found : m_states.find(node, article.id, languageOf(article)))
            add(places, {MentionId(), {found.span}, found.isSure, !found.isName}, article);
    }

    /// Where something is marked already, that is what the words mean.
    void add(Places& places, MentionPlace place, const Article& article) const
    {
        const auto isOverIt = [&](const Mention& mention) {
            return !mention.entity.isNil() && mention.status != QuoteStatus::Missing &&
                   doOverlap(mention.spans, place.spans);
        };
        const bool isThere = std::ranges::any_of(
            places, [&](const MentionPlace& other) { return doOverlap(other.spans, place.spans); });
        if (!isThere && std::ranges::none_of(m_store.records(article.id).mentions, isOverIt))
            places.push_back(std::move(place));
    }

    /// Words name one of them, not both: those that have more of the words, or else the first.
    static void part(Places& one, Places& other)
    {
        const auto isWithinAny = [](const MentionPlace& place, const Places& all, bool orSame) {
            return place.mention.isNil() && std::ranges::any_of(all, [&](const MentionPlace& each) {
                       const int more = hullOf(each).length() - hullOf(place).length();
                       return doOverlap(each.spans, place.spans) &&
                              (more > 0 || (orSame && more == 0));
                   });
        };
        const Places all = one;
        std::erase_if(one,
                      [&](const MentionPlace& each) { return isWithinAny(each, other, false); });
        std::erase_if(other,
                      [&](const MentionPlace& each) { return isWithinAny(each, all, true); });
    }

    /// Those with a mention of either, in the order of the text.
    static std::vector<Sentence> sentencesOf(const Article& article, Places one, Places other)
    {
        struct Put
        {
            MentionPlace place;
            bool isOne;
        };
        std::vector<Put> all;
        all.reserve(one.size() + other.size());
        for (MentionPlace& place : one)
            all.push_back({std::move(place), true});
        for (MentionPlace& place : other)
            all.push_back({std::move(place), false});
        std::ranges::stable_sort(all, {}, [](const Put& put) { return hullOf(put.place); });
        std::vector<Sentence> sentences;
        for (Put& put : all) {
            const TextSpan hull = hullOf(put.place);
            // Its sentence is known when the mention before stands in it, too.
            if (sentences.empty() || !sentences.back().span.contains(hull)) {
                const TextSpan span = article.text->sentenceRound(hull, article.language);
                if (!sentences.empty() && sentences.back().span.overlaps(span))
                    sentences.back().span.end = std::max(sentences.back().span.end, span.end);
                else
                    sentences.push_back({span, {}, {}});
            }
            Sentence& sentence = sentences.back();
            (put.isOne ? sentence.one : sentence.other).push_back(std::move(put.place));
        }
        return sentences;
    }

    void take(std::vector<EvidenceSentence>& found, const Article& article,
              const std::vector<Sentence>& sentences)
    {
        const std::size_t first = found.size();
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            const Sentence& sentence = sentences[i];
            if (!sentence.one.empty() && !sentence.other.empty()) {
                found.push_back(made(article, sentence, false));
                continue;
            }
            if (i + 1 == sentences.size() || !follows(article, sentence, sentences[i + 1]))
                continue;
            Sentence both = sentences[i + 1];
            if (both.one.empty() == sentence.one.empty() ||
                (!both.one.empty() && !both.other.empty()))
                continue;
            both.span.begin = sentence.span.begin;
            both.one.insert(both.one.begin(), sentence.one.begin(), sentence.one.end());
            both.other.insert(both.other.begin(), sentence.other.begin(), sentence.other.end());
            found.push_back(made(article, both, true));
        }
        if (found.size() > first)
            addClaims(found, first, article);
    }

    static bool follows(const Article& article, const Sentence& before, const Sentence& after)
    {
        for (int at = before.span.end; at < after.span.begin; ++at) {
            if (!isWhiteSpace(article.text->slice(TextSpan{at, at + 1})))
                return false;
        }
        return true;
    }

    static EvidenceSentence made(const Article& article, const Sentence& sentence, bool isTwo)
    {
        return {article.id,
                sentence.span,
                isTwo,
                sentence.one,
                sentence.other,
                isAnyNamed(sentence.one),
                isAnyNamed(sentence.other),
                {}};
    }

    void addClaims(std::vector<EvidenceSentence>& found, std::size_t first, const Article& article)
    {
        for (const Claim& claim : m_store.records(article.id).claims) {
            if (!isOfBoth(claim))
                continue;
            for (std::size_t i = first; i < found.size(); ++i) {
                if (standsIn(claim, found[i].span))
                    found[i].claims.push_back(claim.id);
            }
        }
    }

    bool standsIn(const Claim& claim, TextSpan sentence) const
    {
        const auto overlaps = [&](TextSpan span) { return span.overlaps(sentence); };
        if (const Mention* trigger = m_store.mention(claim.trigger);
            trigger && trigger->status != QuoteStatus::Missing &&
            std::ranges::any_of(trigger->spans, overlaps))
            return true;
        return std::ranges::any_of(claim.quotes, [&](const Quote& quote) {
            return quote.status != QuoteStatus::Missing &&
                   std::ranges::any_of(quote.spans, overlaps);
        });
    }

    /// An edge between them rests on it (one that a position makes rests on claims that name but
    /// one of them each), or it speaks of both.
    bool isOfBoth(const Claim& claim)
    {
        if (claimsBetween().contains(claim.id))
            return true;
        bool hasOne = m_events.nodeOf(claim.event) == m_one && !claim.isRelation();
        bool hasOther = m_events.nodeOf(claim.event) == m_other && !claim.isRelation();
        for (const RoleFiller& role : claim.roles) {
            const NodeId filler = nodeOf({m_store, m_events}, role.filler);
            hasOne = hasOne || filler == m_one;
            hasOther = hasOther || filler == m_other;
        }
        return hasOne && hasOther;
    }

    const std::unordered_set<ClaimId>& claimsBetween()
    {
        if (!m_between) {
            m_between.emplace();
            for (const EdgeId id : m_events.edgesAt(m_one)) {
                if (m_events.source(id) != m_other && m_events.target(id) != m_other)
                    continue;
                const std::vector<ClaimId>& claims = m_events.edge(id)->claims;
                m_between->insert(claims.begin(), claims.end());
            }
        }
        return *m_between;
    }

    EvidenceSentences best(std::vector<EvidenceSentence> found, int limit) const
    {
        struct Rank
        {
            std::tuple<int, bool, int, bool, Day> key;
            std::size_t index;
        };
        std::vector<Rank> ranks;
        ranks.reserve(found.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            ranks.push_back({keyOf(found[i]), i});
        const auto isBetter = [](const Rank& a, const Rank& b) {
            const auto [unnamedA, twoA, stepA, undatedA, dayA] = a.key;
            const auto [unnamedB, twoB, stepB, undatedB, dayB] = b.key;
            return std::tie(unnamedA, twoA, stepA, undatedA, dayB, a.index) <
                   std::tie(unnamedB, twoB, stepB, undatedB, dayA, b.index);
        };
        std::ranges::sort(ranks, isBetter);
        EvidenceSentences result;
        const std::size_t taken =
            std::min(ranks.size(), static_cast<std::size_t>(std::max(limit, 0)));
        result.leftOut = static_cast<int>(ranks.size() - taken);
        for (std::size_t i = 0; i < taken; ++i)
            result.sentences.push_back(std::move(found[ranks[i].index]));
        return result;
    }

    std::tuple<int, bool, int, bool, Day> keyOf(const EvidenceSentence& sentence) const
    {
        const Article& article = *m_store.article(sentence.article);
        const auto published = article.published ? article.published->latest : std::nullopt;
        return {static_cast<int>(!sentence.namesOne) + static_cast<int>(!sentence.namesOther),
                sentence.isTwo, distanceStep(sentence), !published, published.value_or(Day())};
    }

    const KnowledgeGraph& m_events;
    const Store& m_store;
    StateWords& m_states;
    NodeId m_one, m_other;
    std::optional<std::unordered_set<ClaimId>> m_between; ///< Made when it is first asked for.
};

} // namespace

EvidenceSentences evidenceSentences(const KnowledgeGraph& events, const Store& store, NodeId one,
                                    NodeId other, StateWords& states, int limit,
                                    const Progress& progress)
{
    return Picker(events, store, states, one, other).run(limit, progress);
}

} // namespace entente
