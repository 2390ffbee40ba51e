// SPDX-License-Identifier: Apache-2.0
#include "graph/byhand/handdraft.h"

#include "graph/annotation/articlelines.h"
#include "graph/annotation/sentencequote.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace entente
{

namespace
{

template <class Record, class IdType>
Record* find(std::vector<Record>& records, IdType id)
{
    const auto found = std::ranges::find(records, id, &Record::id);
    return found == records.end() ? nullptr : &*found;
}

template <class Record, class IdType>
const Record* find(const std::vector<Record>& records, IdType id)
{
    const auto found = std::ranges::find(records, id, &Record::id);
    return found == records.end() ? nullptr : &*found;
}

} // namespace

HandDraft::HandDraft(const HandBase& base, ArticleId article)
    : m_base(base)
    , m_records(base.store.records(article))
{
}

const Mention* HandDraft::mention(MentionId id) const { return find(m_records.mentions, id); }

const Claim* HandDraft::claim(ClaimId id) const { return find(m_records.claims, id); }

void HandDraft::add(Mention mention)
{
    m_edit.edits.emplace_back(AddMention{mention});
    m_records.mentions.push_back(std::move(mention));
}

void HandDraft::add(Entity entity)
{
    m_edit.edits.emplace_back(AddEntity{entity});
    m_records.entities.push_back(std::move(entity));
}

void HandDraft::add(Event event)
{
    m_edit.edits.emplace_back(AddEvent{event});
    m_records.events.push_back(std::move(event));
}

void HandDraft::add(Claim claim)
{
    m_edit.edits.emplace_back(AddClaim{claim});
    m_records.claims.push_back(std::move(claim));
}

void HandDraft::change(MentionId id, const MentionFields& fields)
{
    m_edit.edits.emplace_back(ChangeMention{id, fields});
    (void)exchange(*find(m_records.mentions, id), fields, mentionFields);
}

void HandDraft::change(ClaimId id, const ClaimFields& fields)
{
    m_edit.edits.emplace_back(ChangeClaim{id, fields});
    (void)exchange(*find(m_records.claims, id), fields, claimFields);
}

EntityId HandDraft::entityFor(NodeId who, const std::string& type,
                              const std::vector<OutsideId>& ids)
{
    const Node* node = who.isNil() ? nullptr : m_base.events.node(who);
    if (node != nullptr) {
        const auto here = std::ranges::find_if(node->entities, [this](EntityId id) {
            return find(m_records.entities, id) != nullptr;
        });
        if (here != node->entities.end())
            return *here;
    }
    Entity entity;
    entity.id = EntityId(randomUuid());
    entity.article = m_records.article.id;
    entity.type = node != nullptr ? node->type : type;
    entity.ids = node != nullptr ? node->ids : ids;
    const EntityId id = entity.id;
    add(std::move(entity));
    // Ids join by themselves. Where there are none, the analyst's word does.
    if (node != nullptr && node->ids.empty())
        also(JudgeEntities{node->entities.front(), id, Sameness::One});
    return id;
}

void HandDraft::remove(std::set<ClaimId> claims)
{
    const auto isGoing = [&](const RoleFiller& role) {
        const auto* id = std::get_if<ClaimId>(&role.filler);
        return id != nullptr && claims.contains(*id);
    };
    // A relation without one of its ends is none; it may itself fill a role elsewhere.
    for (bool isGrowing = true; isGrowing;) {
        isGrowing = false;
        for (const Claim& claim : m_records.claims) {
            if (claim.isRelation() && std::ranges::any_of(claim.roles, isGoing))
                isGrowing = claims.insert(claim.id).second || isGrowing;
        }
    }
    std::set<EventId> events;
    std::vector<ClaimId> others;
    for (const Claim& claim : m_records.claims) {
        if (claims.contains(claim.id))
            events.insert(claim.event);
        else if (std::ranges::any_of(claim.roles, isGoing))
            others.push_back(claim.id);
    }
    for (const ClaimId id : others) {
        std::vector<RoleFiller> roles = claim(id)->roles;
        std::erase_if(roles, isGoing);
        setRoles(id, std::move(roles));
    }
    // The roles of those that go may name each other: first they let go.
    ClaimFields none;
    none.roles = std::vector<RoleFiller>();
    for (const ClaimId id : claims) {
        if (claim(id) != nullptr && !claim(id)->isRelation() &&
            std::ranges::any_of(claim(id)->roles, isGoing))
            change(id, none);
    }
    const auto take = [this](ClaimId id) {
        m_edit.edits.emplace_back(RemoveClaim{id});
        std::erase_if(m_records.claims, [id](const Claim& claim) { return claim.id == id; });
    };
    // Relations first, as they name others.
    for (const bool isRelation : {true, false}) {
        for (const ClaimId id : claims) {
            if (claim(id) != nullptr && claim(id)->isRelation() == isRelation)
                take(id);
        }
    }
    for (const EventId event : events)
        removeIfEmpty(event);
}

void HandDraft::remove(MentionId id)
{
    const EntityId entity = mention(id)->entity;
    m_edit.edits.emplace_back(RemoveMention{id});
    std::erase_if(m_records.mentions, [id](const Mention& mention) { return mention.id == id; });
    removeIfEmpty(entity);
}

void HandDraft::removeIfEmpty(EventId event)
{
    if (event.isNil() ||
        std::ranges::find(m_records.claims, event, &Claim::event) != m_records.claims.end())
        return;
    m_edit.edits.emplace_back(RemoveEvent{event});
    std::erase_if(m_records.events, [event](const Event& each) { return each.id == event; });
}

void HandDraft::removeIfEmpty(EntityId entity)
{
    if (entity.isNil() ||
        std::ranges::find(m_records.mentions, entity, &Mention::entity) != m_records.mentions.end())
        return;
    m_edit.edits.emplace_back(RemoveEntity{entity});
    std::erase_if(m_records.entities, [entity](const Entity& each) { return each.id == entity; });
}

std::vector<const Mention*> HandDraft::wordsOf(const Claim& claim) const
{
    std::vector<const Mention*> words;
    const auto take = [&](MentionId id) {
        const Mention* found = mention(id);
        if (found != nullptr && m_base.ontology.entity(found->type).use != EntityUse::Quote)
            words.push_back(found);
    };
    take(claim.trigger);
    for (const RoleFiller& role : claim.roles) {
        if (const auto* id = std::get_if<MentionId>(&role.filler))
            take(*id);
        else if (const Claim* other = this->claim(std::get<ClaimId>(role.filler)))
            take(other->trigger);
    }
    return words;
}

std::vector<Edtf> HandDraft::datesIn(const std::vector<RoleFiller>& roles) const
{
    std::vector<Edtf> days;
    for (const RoleFiller& role : roles) {
        const auto* id = std::get_if<MentionId>(&role.filler);
        const Mention* words = id != nullptr ? mention(*id) : nullptr;
        if (words == nullptr || m_base.ontology.entity(words->type).use != EntityUse::Date)
            continue;
        for (const OutsideId& reference : words->ids) {
            const std::optional<Edtf> day =
                reference.authority == dateAuthority ? parseEdtf(reference.entry) : std::nullopt;
            if (day)
                days.push_back(*day);
        }
    }
    return days;
}

void HandDraft::setRoles(ClaimId id, std::vector<RoleFiller> roles)
{
    // A date that no role gives was put there by hand, and stays.
    std::vector<Edtf> days = datesIn(roles);
    const std::vector<Edtf> before = datesIn(claim(id)->roles);
    std::ranges::copy_if(claim(id)->dates, std::back_inserter(days), [&](const Edtf& day) {
        return std::ranges::find(before, day) == before.end();
    });
    ClaimFields fields;
    fields.roles = std::move(roles);
    if (days != claim(id)->dates)
        fields.dates = std::move(days);
    change(id, fields);
    quoteAnew(id);
}

void HandDraft::quoteAnew(ClaimId id)
{
    std::vector<Quote> quotes;
    for (const RoleFiller& role : claim(id)->roles) {
        const auto* filler = std::get_if<MentionId>(&role.filler);
        const Mention* words = filler != nullptr ? mention(*filler) : nullptr;
        if (words != nullptr && m_base.ontology.entity(words->type).use == EntityUse::Quote)
            quotes.push_back({words->spans, words->text, words->status, words->anchoredBy,
                              QuoteSource::Evidence});
    }
    if (quotes.empty())
        quotes.push_back(sentenceQuote(m_records.article, wordsOf(*claim(id))));
    if (quotes == claim(id)->quotes)
        return;
    ClaimFields fields;
    fields.quotes = std::move(quotes);
    change(id, fields);
}

} // namespace entente
