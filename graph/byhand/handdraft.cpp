// SPDX-License-Identifier: Apache-2.0
#include "graph/byhand/handdraft.h"

#include "graph/annotation/articlelines.h"
#include "graph/annotation/sentencequote.h"
#include "graph/model/analystsown.h"
#include "graph/model/fieldtables.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/sourcetext.h"

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

bool holds(const std::vector<Edtf>& days, const Edtf& day)
{
    return std::ranges::find(days, day) != days.end();
}

/// A claim's dates once those in its roles are others. One that no role gives was put there by
/// hand, and stays; one that a role gives and that is not there was taken away by hand.
std::vector<Edtf> datesAfter(std::vector<Edtf> days, const std::vector<Edtf>& before,
                             const std::vector<Edtf>& after)
{
    std::erase_if(days, [&](const Edtf& day) { return holds(before, day) && !holds(after, day); });
    for (const Edtf& day : after) {
        if (!holds(before, day) && !holds(days, day))
            days.push_back(day);
    }
    return days;
}

/// Whether another node bears one of a node's ids: they were told apart by hand.
bool sharesIds(const KnowledgeGraph& events, const Node& node)
{
    return std::ranges::any_of(events.nodes(), [&](NodeId id) {
        const Node& other = *events.node(id);
        return other.kind == NodeKind::Entity && other.id != node.id &&
               std::ranges::any_of(other.ids, [&](const OutsideId& theirs) {
                   return std::ranges::any_of(
                       node.ids, [&](const OutsideId& its) { return nameTheSame(its, theirs); });
               });
    });
}

} // namespace

HandDraft::HandDraft(const HandBase& base, ArticleId article)
    : m_base(base)
    , m_records(base.store.records(article))
{
}

const Mention* HandDraft::mention(MentionId id) const { return find(m_records.mentions, id); }

const Entity* HandDraft::entity(EntityId id) const { return find(m_records.entities, id); }

const Claim* HandDraft::claim(ClaimId id) const { return find(m_records.claims, id); }

Mention HandDraft::mentionOn(const TextSpans& spans, std::string type) const
{
    Mention mention;
    mention.id = MentionId(randomUuid());
    mention.article = m_records.article.id;
    mention.type = std::move(type);
    mention.spans = spans;
    mention.text = m_records.article.text->slice(spans);
    return mention;
}

std::vector<ClaimId> HandDraft::claimsThatName(MentionId mention) const
{
    std::vector<ClaimId> claims;
    for (const Claim& claim : m_records.claims) {
        if (claim.trigger == mention || std::ranges::find(claim.roles, Filler(mention),
                                                          &RoleFiller::filler) != claim.roles.end())
            claims.push_back(claim.id);
    }
    return claims;
}

NodeId HandDraft::nodeOf(const Filler& filler) const
{
    if (const auto* id = std::get_if<MentionId>(&filler)) {
        const Mention* words = mention(*id);
        return words != nullptr ? m_base.events.nodeOf(words->entity) : NodeId();
    }
    const Claim* other = claim(std::get<ClaimId>(filler));
    return other != nullptr ? m_base.events.nodeOf(other->event) : NodeId();
}

bool HandDraft::nameSame(const Filler& one, const Filler& other) const
{
    if (one == other)
        return true;
    const NodeId node = nodeOf(one);
    if (!node.isNil())
        return nodeOf(other) == node;
    // What this draft made is in no graph yet.
    const auto* first = std::get_if<MentionId>(&one);
    const auto* second = std::get_if<MentionId>(&other);
    if (first == nullptr || second == nullptr)
        return false;
    const Mention* words = mention(*first);
    const Mention* others = mention(*second);
    return words != nullptr && others != nullptr && !words->entity.isNil() &&
           words->entity == others->entity;
}

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

bool HandDraft::saysAlready(const Claim& relation) const
{
    const bool isSymmetric = m_base.ontology.relation(relation.type).symmetric;
    const auto spansOf = [](const Claim& claim) {
        std::vector<TextSpans> spans;
        std::ranges::transform(claim.quotes, std::back_inserter(spans), &Quote::spans);
        return spans;
    };
    const auto joins = [&](const Claim& other, std::size_t first) {
        return nameSame(other.roles[first].filler, relation.roles[0].filler) &&
               nameSame(other.roles[1 - first].filler, relation.roles[1].filler);
    };
    return std::ranges::any_of(m_records.claims, [&](const Claim& other) {
        return other.type == relation.type && other.isRelation() && !other.rejected &&
               other.roles.size() == 2 && (joins(other, 0) || (isSymmetric && joins(other, 1))) &&
               spansOf(other) == spansOf(relation);
    });
}

EntityId HandDraft::entityFor(NodeId who, const std::string& type,
                              const std::vector<OutsideId>& ids)
{
    const Node* node = who.isNil() ? nullptr : m_base.events.node(who);
    if (node != nullptr) {
        const auto here = std::ranges::find_if(
            node->entities, [this](EntityId each) { return this->entity(each) != nullptr; });
        if (here != node->entities.end())
            return *here;
    }
    Entity made;
    made.id = EntityId(randomUuid());
    made.article = m_records.article.id;
    made.type = node != nullptr ? node->type : type;
    made.ids = node != nullptr ? node->ids : ids;
    const EntityId id = made.id;
    add(std::move(made));
    // Ids join by themselves. Where there are none, or others bear them, the analyst's word does.
    if (node != nullptr && (node->ids.empty() || sharesIds(m_base.events, *node)))
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
    std::vector<Edtf> days =
        datesAfter(claim(id)->dates, datesIn(claim(id)->roles), datesIn(roles));
    ClaimFields fields;
    fields.roles = std::move(roles);
    if (days != claim(id)->dates)
        fields.dates = std::move(days);
    change(id, fields);
    quoteAnew(id);
}

void HandDraft::setIds(MentionId id, std::vector<OutsideId> ids)
{
    const std::vector<ClaimId> claims = claimsThatName(id);
    std::vector<std::vector<Edtf>> before;
    std::ranges::transform(claims, std::back_inserter(before),
                           [this](ClaimId each) { return datesIn(claim(each)->roles); });
    MentionFields words;
    words.ids = std::move(ids);
    change(id, words);
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const Claim& its = *claim(claims[i]);
        std::vector<Edtf> days = datesAfter(its.dates, before[i], datesIn(its.roles));
        if (days == its.dates)
            continue;
        ClaimFields fields;
        fields.dates = std::move(days);
        change(claims[i], fields);
    }
}

void HandDraft::quoteAnew(ClaimId id)
{
    if (isAnalystsOwn(m_records.article))
        return;
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
