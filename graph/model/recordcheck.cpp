// SPDX-License-Identifier: Apache-2.0
#include "graph/model/recordcheck.h"

#include "graph/base/overloaded.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace entente
{

namespace
{

template <class Record, class IdType>
bool has(const std::vector<Record>& records, IdType id)
{
    return std::ranges::find(records, id, &Record::id) != records.end();
}

bool has(const ArticleRecords& records, const Filler& filler)
{
    return std::visit(Overloaded{
                          [&](MentionId id) { return has(records.mentions, id); },
                          [&](ClaimId id) { return has(records.claims, id); },
                      },
                      filler);
}

/// Sorted or not, as brat allows it; each within the text, none empty.
bool areWithin(const TextSpans& spans, const Article& article)
{
    return std::ranges::all_of(spans, [&](TextSpan span) {
        return span.begin >= 0 && !span.isEmpty() && span.end <= article.text->size();
    });
}

template <class Quoted>
bool hasItsWords(const Quoted& quoted, const Article& article)
{
    return quoted.status != QuoteStatus::Exact || !quoted.anchoredBy.empty() ||
           article.text->slice(quoted.spans) == quoted.text;
}

/// A claim as a sentence names it.
std::string nameOf(const Claim& claim)
{
    return claim.sourceId.empty() ? fmt::format("a claim ({})", claim.type)
                                  : fmt::format("the claim {} ({})", claim.sourceId, claim.type);
}

/// @returns the first claim that names it in a role, if there is one.
const Claim* claimWith(const ArticleRecords& records, const Filler& filler)
{
    const auto names = [&](const Claim& claim) {
        return std::ranges::find(claim.roles, filler, &RoleFiller::filler) != claim.roles.end();
    };
    const auto found = std::ranges::find_if(records.claims, names);
    return found == records.claims.end() ? nullptr : &*found;
}

} // namespace

bool isVerbatim(const Mention& mention, const Article& article)
{
    return hasItsWords(mention, article);
}

bool isVerbatim(const Quote& quote, const Article& article) { return hasItsWords(quote, article); }

std::string troubleWith(const Mention& mention, const ArticleRecords& records)
{
    if (mention.type.empty())
        return "A mention needs a type.";
    if (!areWithin(mention.spans, records.article))
        return "The words to mark do not lie within the article.";
    if (mention.status != QuoteStatus::Missing && mention.spans.empty())
        return "A mention needs words in the article.";
    if (!isVerbatim(mention, records.article))
        return fmt::format("“{}” are not the words that stand there.", mention.text);
    if (!mention.entity.isNil() && !has(records.entities, mention.entity))
        return "A mention can only name what stands in its own article.";
    return {};
}

std::string troubleWith(const Entity& entity, const ArticleRecords&)
{
    return entity.type.empty() ? "Somebody or something needs a type, such as Person." : "";
}

std::string troubleWith(const Event& event, const ArticleRecords&)
{
    return event.type.empty() ? "A meeting needs a type, such as Visit." : "";
}

std::string troubleWith(const Claim& claim, const ArticleRecords& records)
{
    if (claim.type.empty())
        return "A claim needs a type.";
    if (!claim.trigger.isNil() && !has(records.mentions, claim.trigger))
        return "The words that a claim begins from must be marked in its article.";
    if (!claim.event.isNil() && !has(records.events, claim.event))
        return "A claim can only speak of a meeting in its own article.";
    if (claim.isRelation() && claim.roles.size() != 2)
        return "A relation is between two, no more and no less.";
    for (const RoleFiller& role : claim.roles) {
        if (role.filler == Filler(claim.id))
            return fmt::format("A claim cannot be its own {}.", role.role);
        if (!has(records, role.filler))
            return fmt::format("What is {} must stand in the claim's article.", role.role);
    }
    for (const Quote& quote : claim.quotes) {
        if (!areWithin(quote.spans, records.article))
            return "A quote does not lie within the article.";
        if (!isVerbatim(quote, records.article))
            return fmt::format("“{}” are not the words that stand there.", quote.text);
    }
    return {};
}

std::string neededFor(MentionId id, const ArticleRecords& records)
{
    const auto begun = std::ranges::find(records.claims, id, &Claim::trigger);
    if (begun != records.claims.end())
        return fmt::format("{} begins from these words; take it away first.", nameOf(*begun));
    if (const Claim* claim = claimWith(records, id))
        return fmt::format("These words stand in {}; take it away first.", nameOf(*claim));
    return {};
}

std::string neededFor(EntityId id, const ArticleRecords& records)
{
    const auto named = std::ranges::find(records.mentions, id, &Mention::entity);
    return named == records.mentions.end()
               ? std::string()
               : fmt::format("“{}” names it; take these marks away first.", named->text);
}

std::string neededFor(EventId id, const ArticleRecords& records)
{
    const auto told = std::ranges::find(records.claims, id, &Claim::event);
    return told == records.claims.end()
               ? std::string()
               : fmt::format("{} speaks of it; take it away first.", nameOf(*told));
}

std::string neededFor(ClaimId id, const ArticleRecords& records)
{
    if (const Claim* claim = claimWith(records, id))
        return fmt::format("It fills a role in {}; take that away first.", nameOf(*claim));
    return {};
}

namespace
{

template <class Record>
auto idsOf(const std::vector<Record>& records)
{
    std::unordered_set<decltype(Record::id)> ids;
    for (const Record& record : records)
        ids.insert(record.id);
    return ids;
}

} // namespace

std::string brokenReference(const ArticleRecords& records)
{
    const auto mentions = idsOf(records.mentions);
    const auto entities = idsOf(records.entities);
    const auto events = idsOf(records.events);
    const auto claims = idsOf(records.claims);
    const auto trouble = [&](const std::string& what) {
        return fmt::format("“{}”: {} names what is not in the article", records.article.title,
                           what);
    };
    const auto isForeign = [&](const auto& record) { return record.article != records.article.id; };
    if (std::ranges::any_of(records.mentions, isForeign) ||
        std::ranges::any_of(records.entities, isForeign) ||
        std::ranges::any_of(records.events, isForeign) ||
        std::ranges::any_of(records.claims, isForeign))
        return trouble("a record belongs to another article, or");
    for (const Mention& mention : records.mentions) {
        if (!mention.entity.isNil() && !entities.contains(mention.entity))
            return trouble(fmt::format("the mention {}", mention.sourceId));
        if (!areWithin(mention.spans, records.article))
            return trouble(fmt::format("the mention {}", mention.sourceId));
    }
    for (const Claim& claim : records.claims) {
        const auto isThere = [&](const RoleFiller& role) {
            return std::visit(Overloaded{
                                  [&](MentionId id) { return mentions.contains(id); },
                                  [&](ClaimId id) { return claims.contains(id); },
                              },
                              role.filler);
        };
        if ((!claim.event.isNil() && !events.contains(claim.event)) ||
            (!claim.trigger.isNil() && !mentions.contains(claim.trigger)) ||
            (claim.isRelation() && claim.roles.size() != 2) ||
            !std::ranges::all_of(claim.roles, isThere))
            return trouble(nameOf(claim));
    }
    return {};
}

} // namespace entente
