// SPDX-License-Identifier: Apache-2.0
#include "graph/byhand/claimedits.h"

#include "graph/model/confidence.h"
#include "graph/model/fieldtables.h"
#include "graph/model/store.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <set>

namespace entente
{

namespace
{

constexpr const char* sourceRole = "Source";

/// Without the fields that are so already. @returns whether any is left.
bool keepOnlyChanges(ClaimFields& fields, const Claim& claim)
{
    bool changes = false;
    eachField(claimFields, [&](const auto& field) {
        auto& wanted = fields.*(field.wanted);
        if (wanted && *wanted == claim.*(field.kept))
            wanted.reset();
        changes = changes || wanted.has_value();
    });
    return changes;
}

/// @param fieldsFor gives what is wanted of a claim.
Together changeAll(const Store& store, const std::vector<ClaimId>& claims, auto fieldsFor)
{
    Together together;
    for (const ClaimId id : claims) {
        const Claim* claim = store.claim(id);
        if (!claim)
            continue;
        ClaimFields fields = fieldsFor(*claim);
        if (keepOnlyChanges(fields, *claim))
            together.edits.emplace_back(ChangeClaim{id, std::move(fields)});
    }
    return together;
}

void addNew(std::vector<std::string>& list, const std::vector<std::string>& more)
{
    for (const std::string& one : more) {
        if (std::ranges::find(list, one) == list.end())
            list.push_back(one);
    }
}

/// Where a claim's words begin: of its trigger, failing that of its first quote.
int placeOf(const Store& store, const Claim& claim)
{
    if (const Mention* trigger = store.mention(claim.trigger); trigger && !trigger->spans.empty())
        return trigger->spans.front().begin;
    for (const Quote& quote : claim.quotes) {
        if (!quote.spans.empty())
            return quote.spans.front().begin;
    }
    return 0;
}

MentionId nearestOf(const Store& store, const std::vector<MentionId>& mentions, int place)
{
    MentionId nearest;
    int distance = std::numeric_limits<int>::max();
    for (const MentionId id : mentions) {
        const Mention* mention = store.mention(id);
        if (!mention || mention->spans.empty())
            continue;
        if (const int far = std::abs(mention->spans.front().begin - place); far < distance) {
            nearest = id;
            distance = far;
        }
    }
    return nearest.isNil() && !mentions.empty() ? mentions.front() : nearest;
}

bool isOneOf(const RoleFiller& role, const std::vector<MentionId>& mentions)
{
    const auto* mention = std::get_if<MentionId>(&role.filler);
    return role.role == sourceRole && mention != nullptr &&
           std::ranges::find(mentions, *mention) != mentions.end();
}

void setSource(const Store& store, const Claim& claim, const Attributing& source,
               std::vector<RoleFiller>& roles)
{
    const auto isIt = [&](const RoleFiller& role) { return isOneOf(role, source.mentions); };
    if (!source.isSource)
        std::erase_if(roles, isIt);
    else if (std::ranges::none_of(roles, isIt))
        roles.push_back({sourceRole, nearestOf(store, source.mentions, placeOf(store, claim))});
}

/// Events of which nothing is said once these claims have gone elsewhere.
void removeEmptied(const Store& store, const std::set<ClaimId>& gone, const std::set<EventId>& left,
                   Together& together)
{
    for (const EventId id : left) {
        const Event* event = store.event(id);
        if (!event || !event->title.empty() || !event->note.empty() || !event->tags.empty())
            continue;
        const bool isEmptied =
            std::ranges::none_of(store.records(event->article).claims, [&](const Claim& claim) {
                return claim.event == id && !gone.contains(claim.id);
            });
        if (isEmptied)
            together.edits.emplace_back(RemoveEvent{id});
    }
}

} // namespace

Together changeEach(const Store& store, const std::vector<ClaimId>& claims,
                    const ClaimFields& fields)
{
    return changeAll(store, claims, [&](const Claim&) { return fields; });
}

Together setConfidence(const Store& store, const std::vector<ClaimId>& claims,
                       const std::string& confidence, const std::string& reason)
{
    return changeAll(store, claims, [&](const Claim& claim) {
        ClaimFields fields;
        fields.confidence = confidence;
        fields.notes =
            notesWith(otherNotes(claim), confidence.empty() ? std::string_view() : reason);
        return fields;
    });
}

Together setNotes(const Store& store, const std::vector<ClaimId>& claims,
                  const std::vector<std::string>& notes)
{
    return changeAll(store, claims, [&](const Claim& claim) {
        ClaimFields fields;
        if (notes != otherNotes(claim))
            fields.notes = notesWith(notes, confidenceReason(claim));
        return fields;
    });
}

Together addNotes(const Store& store, const std::vector<ClaimId>& claims,
                  const std::vector<std::string>& notes)
{
    return changeAll(store, claims, [&](const Claim& claim) {
        ClaimFields fields;
        fields.notes = claim.notes;
        addNew(*fields.notes, notes);
        return fields;
    });
}

Together addTags(const Store& store, const std::vector<ClaimId>& claims,
                 const std::vector<std::string>& tags)
{
    return changeAll(store, claims, [&](const Claim& claim) {
        ClaimFields fields;
        fields.tags = claim.tags;
        addNew(*fields.tags, tags);
        return fields;
    });
}

Together attribute(const Store& store, const std::vector<ClaimId>& claims,
                   const std::vector<Attributing>& sources)
{
    return changeAll(store, claims, [&](const Claim& claim) {
        ClaimFields fields;
        if (claim.isRelation()) // It has its two roles and no other.
            return fields;
        std::vector<RoleFiller> roles = claim.roles;
        for (const Attributing& source : sources)
            setSource(store, claim, source, roles);
        fields.roles = std::move(roles);
        return fields;
    });
}

Together moveTo(const Store& store, const std::vector<ClaimId>& claims, EventId event)
{
    std::set<ClaimId> gone;
    std::set<EventId> left;
    Together together = changeAll(store, claims, [&](const Claim& claim) {
        ClaimFields fields;
        if (claim.isRelation() || claim.event == event)
            return fields;
        gone.insert(claim.id);
        left.insert(claim.event);
        fields.event = event;
        return fields;
    });
    removeEmptied(store, gone, left, together);
    return together;
}

Together moveToNew(const Store& store, const std::vector<ClaimId>& claims, EventId newId)
{
    Event event;
    event.id = newId;
    for (const ClaimId id : claims) {
        const Claim* claim = store.claim(id);
        if (!claim || claim->isRelation() || !event.article.isNil())
            continue;
        event.article = claim->article;
        event.type = claim->type;
    }
    Together together;
    together.edits.emplace_back(AddEvent{std::move(event)});
    Together moved = moveTo(store, claims, newId);
    std::ranges::move(moved.edits, std::back_inserter(together.edits));
    return together;
}

} // namespace entente
