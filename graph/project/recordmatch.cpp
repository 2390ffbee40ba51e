// SPDX-License-Identifier: Apache-2.0
#include "graph/project/recordmatch.h"

#include "graph/base/overloaded.h"
#include "graph/text/findagain.h"
#include "graph/text/sourcetext.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace entente
{

namespace
{

template <class IdType>
IdType matchOf(const std::unordered_map<IdType, IdType>& matches, IdType id)
{
    const auto found = matches.find(id);
    return found == matches.end() ? IdType() : found->second;
}

/// Matches two kinds of records one to one.
template <class IdType>
class Pairs
{
public:
    explicit Pairs(std::unordered_map<IdType, IdType>& matches)
        : m_matches(matches)
    {
        for (const auto& [left, right] : matches)
            m_taken.insert(right);
    }

    bool isFree(IdType left, IdType right) const
    {
        return !m_matches.contains(left) && !m_taken.contains(right);
    }
    bool hasLeft(IdType left) const { return m_matches.contains(left); }
    bool hasRight(IdType right) const { return m_taken.contains(right); }
    void join(IdType left, IdType right)
    {
        if (!left.isNil() && !right.isNil() && isFree(left, right)) {
            m_matches.emplace(left, right);
            m_taken.insert(right);
        }
    }

private:
    std::unordered_map<IdType, IdType>& m_matches;
    std::unordered_set<IdType> m_taken;
};

/// Joins what has the most in common first; among equals the same ids, then in their order.
template <class IdType>
class Votes
{
public:
    void add(IdType left, IdType right, int weight = 1)
    {
        if (left.isNil() || right.isNil())
            return;
        const auto [place, isNew] = m_at.try_emplace(std::pair(left, right), m_all.size());
        if (isNew)
            m_all.push_back({left, right, 0});
        m_all[place->second].weight += weight;
    }

    void join(std::unordered_map<IdType, IdType>& matches)
    {
        std::ranges::stable_sort(m_all, std::greater(), [](const Vote& vote) {
            return std::pair(vote.weight, vote.left == vote.right);
        });
        Pairs pairs(matches);
        for (const Vote& vote : m_all)
            pairs.join(vote.left, vote.right);
    }

private:
    struct Vote
    {
        IdType left, right;
        int weight = 0;
    };
    std::vector<Vote> m_all;
    std::map<std::pair<IdType, IdType>, std::size_t> m_at;
};

/// Entities are those that most of their mentions name, events those that their claims tell of.
void matchWhatTheyAddUpTo(const ArticleRecords& left, const ArticleRecords& right,
                          RecordMatches& matches)
{
    std::unordered_map<MentionId, EntityId> entities;
    for (const Mention& mention : right.mentions)
        entities.emplace(mention.id, mention.entity);
    Votes<EntityId> votes;
    for (const Mention& mention : left.mentions) {
        if (const MentionId match = matchOf(matches.mentions, mention.id); !match.isNil())
            votes.add(mention.entity, entities[match]);
    }
    votes.join(matches.entities);

    std::unordered_map<ClaimId, EventId> events;
    for (const Claim& claim : right.claims)
        events.emplace(claim.id, claim.event);
    Votes<EventId> eventVotes;
    for (const Claim& claim : left.claims) {
        if (const ClaimId match = matchOf(matches.claims, claim.id); !match.isNil())
            eventVotes.add(claim.event, events[match]);
    }
    eventVotes.join(matches.events);
}

/// Those that nothing speaks of any more have only their ids.
template <class Record, class IdType>
void matchRestById(const std::vector<Record>& left, const std::vector<Record>& right,
                   std::unordered_map<IdType, IdType>& matches)
{
    std::unordered_set<IdType> free;
    for (const Record& record : right)
        free.insert(record.id);
    for (const auto& [one, other] : matches)
        free.erase(other);
    for (const Record& record : left) {
        if (!matches.contains(record.id) && free.erase(record.id) > 0)
            matches.emplace(record.id, record.id);
    }
}

/// A copy by hand may bear the same number: then the one that has the words is it.
template <class Record, class IdType>
void matchNumbers(const std::vector<Record>& imported, const std::vector<Record>& kept,
                  std::unordered_map<IdType, IdType>& matches)
{
    std::unordered_multimap<std::string_view, const Record*> byNumber;
    for (const Record& record : kept) {
        if (!record.sourceId.empty())
            byNumber.emplace(record.sourceId, &record);
    }
    for (const Record& record : imported) {
        const auto [first, last] = byNumber.equal_range(record.sourceId);
        if (first == last)
            continue;
        const auto rank = [&](const auto& entry) {
            return std::pair(entry.second->id == record.id, entry.second->type == record.type);
        };
        const auto best = std::max_element(
            first, last, [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
        matches.emplace(record.id, best->second->id);
    }
}

} // namespace

RecordMatches matchBySource(const ArticleRecords& imported, const ArticleRecords& kept)
{
    RecordMatches matches;
    matchNumbers(imported.mentions, kept.mentions, matches.mentions);
    matchNumbers(imported.claims, kept.claims, matches.claims);
    matchWhatTheyAddUpTo(imported, kept, matches);
    matchRestById(imported.entities, kept.entities, matches.entities);
    matchRestById(imported.events, kept.events, matches.events);
    return matches;
}

namespace
{

/// Ids that were made by hand (version 4) name the same thing in every file.
template <class IdType>
bool isByHand(IdType id)
{
    return ((id.uuid().high >> 12U) & 0xFU) == 4;
}

class WordMatching
{
public:
    WordMatching(const ArticleRecords& newer, const ArticleRecords& older)
        : m_newer(newer)
        , m_older(older)
        , m_mentions(m_matches.mentions)
    {
    }

    RecordMatches run()
    {
        matchHandMade(m_newer.mentions, m_older.mentions, m_mentions);
        matchMentions();
        matchClaims();
        matchWhatTheyAddUpTo(m_newer, m_older, m_matches);
        return std::move(m_matches);
    }

private:
    template <class Record, class IdType>
    static void matchHandMade(const std::vector<Record>& newer, const std::vector<Record>& older,
                              Pairs<IdType>& pairs)
    {
        for (const Record& record : newer) {
            if (isByHand(record.id) &&
                std::ranges::find(older, record.id, &Record::id) != older.end())
                pairs.join(record.id, record.id);
        }
    }

    // Mentions, by what is surest first.

    void matchMentions()
    {
        const TextVersions texts(*m_older.article.text, *m_newer.article.text);
        for (const Mention& old : m_older.mentions)
            m_places.push_back(old.spans.empty() ? TextSpans() : texts.find(old.spans).spans);
        const auto isSame = [](const Mention& now, const Mention& old) {
            return now.type == old.type && now.text == old.text;
        };
        joinMentions([](const Mention& now, const Mention& old, const TextSpans& place) {
            return now.type == old.type && !place.empty() && now.spans == place;
        });
        joinMentions([&](const Mention& now, const Mention& old, const TextSpans&) {
            return isSame(now, old) && now.sourceId == old.sourceId && !old.sourceId.empty();
        });
        joinMentions([&](const Mention& now, const Mention& old, const TextSpans& place) {
            return now.type == old.type && overlaps(now.spans, place);
        });
        joinMentions([&](const Mention& now, const Mention& old, const TextSpans& place) {
            return now.sourceId == old.sourceId && overlaps(now.spans, place);
        });
        joinEqualCounts();
    }

    static bool overlaps(const TextSpans& a, const TextSpans& b)
    {
        return !a.empty() && !b.empty() && hullOf(a).overlaps(hullOf(b));
    }

    /// Of several that fit, the one with the same number in its file.
    template <class Fits>
    void joinMentions(Fits fits)
    {
        for (std::size_t i = 0; i < m_older.mentions.size(); ++i) {
            const Mention& old = m_older.mentions[i];
            if (m_mentions.hasRight(old.id))
                continue;
            const Mention* best = nullptr;
            for (const Mention& now : m_newer.mentions) {
                if (m_mentions.hasLeft(now.id) || !fits(now, old, m_places[i]))
                    continue;
                if (best == nullptr || (now.sourceId == old.sourceId && !now.sourceId.empty()))
                    best = &now;
            }
            if (best != nullptr)
                m_mentions.join(best->id, old.id);
        }
    }

    /// What has lost its place, where as many of the same words are left on both sides.
    void joinEqualCounts()
    {
        using Key = std::pair<std::string_view, std::string_view>;
        std::map<Key, std::pair<std::vector<MentionId>, std::vector<MentionId>>> rest;
        for (const Mention& now : m_newer.mentions) {
            if (!m_mentions.hasLeft(now.id))
                rest[{now.type, now.text}].first.push_back(now.id);
        }
        for (std::size_t i = 0; i < m_older.mentions.size(); ++i) {
            const Mention& old = m_older.mentions[i];
            if (!m_mentions.hasRight(old.id) && m_places[i].empty())
                rest[{old.type, old.text}].second.push_back(old.id);
        }
        for (const auto& [key, ids] : rest) {
            if (ids.first.size() != ids.second.size())
                continue;
            for (std::size_t i = 0; i < ids.first.size(); ++i)
                m_mentions.join(ids.first[i], ids.second[i]);
        }
    }

    // Claims, by what they are about.

    void matchClaims()
    {
        Pairs pairs(m_matches.claims);
        matchHandMade(m_newer.claims, m_older.claims, pairs);
        Votes<ClaimId> votes;
        for (const Claim& now : m_newer.claims) {
            for (const Claim& old : m_older.claims) {
                if (const int weight = likeness(now, old);
                    weight > 0 && pairs.isFree(now.id, old.id))
                    votes.add(now.id, old.id, weight);
            }
        }
        votes.join(m_matches.claims);
    }

    /// @returns nothing, when they cannot be one.
    int likeness(const Claim& now, const Claim& old) const
    {
        const bool isTrigger =
            !old.trigger.isNil() && matchOf(m_matches.mentions, now.trigger) == old.trigger;
        const bool isType = now.type == old.type;
        const bool isRelation = now.isRelation() && old.isRelation();
        const bool isNumber = now.sourceId == old.sourceId && !now.sourceId.empty();
        if (!isTrigger && !(isType && (isRelation || isNumber)))
            return 0; // Most pairs: before their roles are compared.
        const int roles = rolesInCommon(now, old);
        const bool canBe = isTrigger || (isRelation && roles == 2) || (isNumber && roles > 0);
        return canBe ? 64 * int(isTrigger) + 32 * int(isType) + 2 * roles + int(isNumber) : 0;
    }

    int rolesInCommon(const Claim& now, const Claim& old) const
    {
        return static_cast<int>(std::ranges::count_if(now.roles, [&](const RoleFiller& role) {
            const auto* mention = std::get_if<MentionId>(&role.filler);
            const MentionId match =
                mention != nullptr ? matchOf(m_matches.mentions, *mention) : MentionId();
            return !match.isNil() &&
                   std::ranges::find(old.roles, RoleFiller{role.role, match}) != old.roles.end();
        }));
    }

    const ArticleRecords& m_newer;
    const ArticleRecords& m_older;
    RecordMatches m_matches;
    Pairs<MentionId> m_mentions;
    std::vector<TextSpans> m_places; ///< Of the older mentions, in the newer text.
};

} // namespace

RecordMatches matchByWords(const ArticleRecords& newer, const ArticleRecords& older)
{
    return WordMatching(newer, older).run();
}

namespace
{

/// New ids of the records of one kind.
template <class Record, class IdType>
std::unordered_map<IdType, IdType> idsFor(const std::vector<Record>& records,
                                          const std::unordered_map<IdType, IdType>& matches,
                                          const std::vector<Record>& others)
{
    std::unordered_set<IdType> taken;
    for (const Record& other : others)
        taken.insert(other.id);
    for (const auto& [one, other] : matches)
        taken.insert(other);
    std::unordered_map<IdType, IdType> ids;
    for (const Record& record : records) {
        if (const auto match = matches.find(record.id); match != matches.end()) {
            ids.emplace(record.id, match->second);
            continue;
        }
        IdType id = record.id;
        while (!taken.insert(id).second) // From the old one, so that it is the same next time.
            id = IdType(uuidFromName(id.uuid(), "another"));
        ids.emplace(record.id, id);
    }
    return ids;
}

} // namespace

ArticleRecords underIdsOf(const RecordMatches& matches, ArticleRecords records,
                          const ArticleRecords& taken)
{
    const auto mentions = idsFor(records.mentions, matches.mentions, taken.mentions);
    const auto entities = idsFor(records.entities, matches.entities, taken.entities);
    const auto events = idsFor(records.events, matches.events, taken.events);
    const auto claims = idsFor(records.claims, matches.claims, taken.claims);
    for (Mention& mention : records.mentions) {
        mention.id = mentions.at(mention.id);
        mention.entity = matchOf(entities, mention.entity);
    }
    for (Entity& entity : records.entities)
        entity.id = entities.at(entity.id);
    for (Event& event : records.events)
        event.id = events.at(event.id);
    for (Claim& claim : records.claims) {
        claim.id = claims.at(claim.id);
        claim.event = matchOf(events, claim.event);
        claim.trigger = matchOf(mentions, claim.trigger);
        for (RoleFiller& role : claim.roles)
            std::visit(Overloaded{
                           [&](MentionId& id) { id = matchOf(mentions, id); },
                           [&](ClaimId& id) { id = matchOf(claims, id); },
                       },
                       role.filler);
    }
    return records;
}

} // namespace entente
