// SPDX-License-Identifier: Apache-2.0
#include "graph/byhand/claiming.h"

#include "graph/annotation/articlelines.h"
#include "graph/annotation/sentencequote.h"
#include "graph/byhand/handdraft.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/sourcetext.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <ranges>
#include <set>
#include <utility>

namespace entente
{

namespace
{

const std::string gone = "This claim, or what it speaks of, is not here any more.";

/// "a Person, a State or an Event": what a role or an end takes, in words.
std::string listOf(const std::vector<std::string>& types, const Ontology& ontology)
{
    std::vector<std::string> names;
    std::ranges::transform(types, std::back_inserter(names), [&](const std::string& type) {
        return ontology.knowsEvent(type) ? ontology.event(type).label : ontology.entity(type).label;
    });
    if (names.size() < 2)
        return fmt::format("{}", fmt::join(names, ""));
    const std::string last = names.back();
    names.pop_back();
    return fmt::format("{} or {}", fmt::join(names, ", "), last);
}

/// A mention's type, as roles and relations ask for it: of the event whose trigger it is.
std::string typeOf(const HandBase& base, const Filler& filler)
{
    if (const auto* id = std::get_if<MentionId>(&filler)) {
        const Mention* mention = base.store.mention(*id);
        return mention != nullptr ? mention->type : std::string();
    }
    const Claim* claim = base.store.claim(std::get<ClaimId>(filler));
    return claim != nullptr ? claim->type : std::string();
}

Filler fillerFor(const HandBase& base, MentionId mention)
{
    const ClaimId claim = claimFrom(base, mention);
    return claim.isNil() ? Filler(mention) : Filler(claim);
}

/// Takes mentions away that filled a role until now and are of no other use.
void removeUnused(HandDraft& draft, const std::vector<RoleFiller>& before)
{
    for (const RoleFiller& role : before) {
        const auto* id = std::get_if<MentionId>(&role.filler);
        const Mention* mention = id != nullptr ? draft.mention(*id) : nullptr;
        if (mention == nullptr || !mention->entity.isNil())
            continue;
        if (draft.claimsThatName(*id).empty())
            draft.remove(*id);
    }
}

/// The claim and its type, if it is an event's; what follows needs both.
struct EventClaim
{
    const Claim* claim = nullptr;
    const EventType* type = nullptr;
};

EventClaim eventClaim(const HandBase& base, ClaimId id)
{
    const Claim* claim = base.store.claim(id);
    if (claim == nullptr || claim->isRelation())
        return {};
    return {claim, &base.ontology.event(claim->type)};
}

/// Words that are marked as a date already and can have this one: they have it, or nothing is dated
/// by them. @returns nil when there are none.
MentionId dateOn(HandDraft& draft, auto isOnThem, const std::vector<OutsideId>& ids)
{
    MentionId free;
    for (const Mention& mention : draft.records().mentions) {
        if (!isOnThem(mention))
            continue;
        if (mention.ids == ids)
            return mention.id;
        if (draft.claimsThatName(mention.id).empty())
            free = mention.id;
    }
    if (!free.isNil())
        draft.setIds(free, ids);
    return free;
}

/// What fills the roles of a claim once it is of another type.
std::vector<RoleFiller> rolesAs(const HandBase& base, const Claim& claim, const EventType& next)
{
    Claim changed = claim;
    changed.roles.clear();
    for (const RoleFiller& filled : claim.roles) {
        const std::string type = typeOf(base, filled.filler);
        const auto takes = [&](const Role& role) {
            return role.accepts(type) && hasRoom(role, changed);
        };
        const Role* role = next.role(filled.role);
        // The visitor of a visit takes part in what turns out to be talks.
        if (role == nullptr && base.ontology.makesTies(filled.role)) {
            const auto required = std::ranges::find_if(
                next.roles, [&](const Role& each) { return each.atLeast > 0 && takes(each); });
            role = required == next.roles.end() ? nullptr : &*required;
        }
        if (role != nullptr && takes(*role))
            changed.roles.push_back({role->name, filled.filler});
    }
    return std::move(changed.roles);
}

/// Changes the claims of one article.
/// @returns why it cannot be, in words; empty: it is done.
std::string changeTypes(const HandBase& base, HandDraft& draft, const std::set<ClaimId>& ids,
                        const std::string& name)
{
    const std::vector<Claim>& claims = draft.records().claims;
    std::set<EventId> events;
    for (const ClaimId id : ids) {
        const MentionId trigger = draft.claim(id)->trigger;
        const auto isOther = [&](const Claim& each) {
            return !trigger.isNil() && each.trigger == trigger && !ids.contains(each.id);
        };
        if (std::ranges::any_of(claims, isOther))
            return "Other claims begin from the same words: these are of one type. Take the others "
                   "away first.";
        events.insert(draft.claim(id)->event);
    }
    for (const ClaimId id : ids) {
        const Claim& claim = *draft.claim(id);
        std::vector<RoleFiller> roles = rolesAs(base, claim, base.ontology.event(name));
        const Mention* trigger = draft.mention(claim.trigger);
        MentionFields words;
        words.type = name;
        if (trigger != nullptr && trigger->type != name)
            draft.change(trigger->id, words);
        ClaimFields fields;
        fields.type = name;
        draft.change(id, fields);
        draft.setRoles(id, std::move(roles));
    }
    const auto isOfOther = [&](const Claim& each) { return !ids.contains(each.id); };
    for (const Claim& claim : claims | std::views::filter(isOfOther))
        events.erase(claim.event);
    EventFields fields;
    fields.type = name;
    for (const EventId event : events)
        draft.also(ChangeEvent{event, fields});
    return {};
}

} // namespace

ClaimId claimFrom(const HandBase& base, MentionId trigger)
{
    const Mention* mention = base.store.mention(trigger);
    if (mention == nullptr)
        return {};
    const std::vector<Claim>& claims = base.store.records(mention->article).claims;
    const auto found = std::ranges::find(claims, trigger, &Claim::trigger);
    return found == claims.end() ? ClaimId() : found->id;
}

Expected<MadeClaim, std::string> addEvent(const HandBase& base, const EventWish& wish)
{
    const Article* article = base.store.article(wish.article);
    if (article == nullptr)
        return Unexpected{gone};
    if (wish.trigger.empty())
        return Unexpected{std::string("There are no words that tell of it: select some first.")};
    HandDraft draft(base, wish.article);
    const Mention trigger = draft.mentionOn(wish.trigger, wish.type);
    Event event;
    event.id = EventId(randomUuid());
    event.article = wish.article;
    event.type = wish.type;
    Claim claim;
    claim.id = ClaimId(randomUuid());
    claim.article = wish.article;
    claim.type = wish.type;
    claim.event = event.id;
    claim.trigger = trigger.id;
    claim.modality = wish.modality;
    claim.factuality = wish.factuality;
    claim.polarity = wish.polarity;
    claim.origin = Origin::ByHand;
    claim.quotes.push_back(sentenceQuote(*article, {&trigger}));
    MadeClaim made{.edit = {}, .claim = claim.id, .trigger = trigger.id};
    draft.add(trigger);
    draft.add(std::move(event));
    draft.add(std::move(claim));
    made.edit = std::move(draft).edit();
    return made;
}

WordsRole wordsRole(const Ontology& ontology, const std::string& event, EntityUse use)
{
    for (const Role& role : ontology.event(event).roles) {
        for (const std::string& target : role.targets) {
            if (ontology.knowsEntity(target) && ontology.entity(target).use == use)
                return {&role, target};
        }
    }
    return {};
}

bool hasRoom(const Role& role, const Claim& claim)
{
    return role.atMost < 0 ||
           std::ranges::count(claim.roles, role.name, &RoleFiller::role) < role.atMost;
}

Expected<Together, std::string> fillRole(const HandBase& base, ClaimId id, const std::string& name,
                                         MentionId mention)
{
    const auto [claim, type] = eventClaim(base, id);
    const Mention* words = base.store.mention(mention);
    if (claim == nullptr || words == nullptr || words->article != claim->article)
        return Unexpected{gone};
    const Role* role = type->role(name);
    if (role == nullptr)
        return Unexpected{fmt::format("{} has no role {}.", type->label, name)};
    const Filler filler = fillerFor(base, mention);
    if (filler == Filler(id))
        return Unexpected{fmt::format("What is told of cannot be its own {}.", name)};
    if (const std::string of = typeOf(base, filler); !role->accepts(of))
        return Unexpected{fmt::format("“{}” is marked as {}; {} of {} can be {}.", words->text,
                                      listOf({of}, base.ontology), name, type->label,
                                      listOf(role->targets, base.ontology))};
    if (std::ranges::find(claim->roles, RoleFiller{name, filler}) != claim->roles.end())
        return Unexpected{fmt::format("“{}” is {} already.", words->text, name)};
    std::vector<RoleFiller> roles = claim->roles;
    if (role->atMost == 1)
        std::erase_if(roles, [&](const RoleFiller& each) { return each.role == name; });
    else if (!hasRoom(*role, *claim))
        return Unexpected{fmt::format("{} of {} can be {} at most; take one away first.", name,
                                      type->label, role->atMost)};
    roles.push_back({name, filler});
    HandDraft draft(base, claim->article);
    draft.setRoles(id, std::move(roles));
    return std::move(draft).edit();
}

Expected<Together, std::string> emptyRole(const HandBase& base, ClaimId id, std::size_t index)
{
    const Claim* claim = base.store.claim(id);
    if (claim == nullptr || claim->isRelation() || index >= claim->roles.size())
        return Unexpected{gone};
    std::vector<RoleFiller> roles = claim->roles;
    const RoleFiller taken = roles[index];
    roles.erase(roles.begin() + static_cast<std::ptrdiff_t>(index));
    HandDraft draft(base, claim->article);
    draft.setRoles(id, std::move(roles));
    const auto* mention = std::get_if<MentionId>(&taken.filler);
    const Mention* words = mention != nullptr ? base.store.mention(*mention) : nullptr;
    // A quote is marked for nothing else; a date may be another event's, too.
    if (words != nullptr && base.ontology.entity(words->type).use == EntityUse::Quote)
        removeUnused(draft, {taken});
    return std::move(draft).edit();
}

Expected<Together, std::string> setEvidence(const HandBase& base, ClaimId id,
                                            const TextSpans& spans)
{
    const auto [claim, type] = eventClaim(base, id);
    if (claim == nullptr)
        return Unexpected{gone};
    const WordsRole quoted = wordsRole(base.ontology, claim->type, EntityUse::Quote);
    if (quoted.role == nullptr)
        return Unexpected{fmt::format("{} has no role for the words that it rests on, in the "
                                      "vocabulary of this article.",
                                      type->label)};
    HandDraft draft(base, claim->article);
    std::vector<RoleFiller> roles = claim->roles;
    std::vector<RoleFiller> before;
    std::erase_if(roles, [&](const RoleFiller& each) {
        if (each.role == quoted.role->name)
            before.push_back(each);
        return each.role == quoted.role->name;
    });
    if (!spans.empty()) {
        const auto same =
            std::ranges::find_if(draft.records().mentions, [&](const Mention& mention) {
                return mention.type == quoted.type && mention.spans == spans;
            });
        MentionId mention;
        if (same != draft.records().mentions.end()) {
            mention = same->id;
        } else {
            Mention made = draft.mentionOn(spans, quoted.type);
            mention = made.id;
            draft.add(std::move(made));
        }
        roles.push_back({quoted.role->name, mention});
    }
    draft.setRoles(id, std::move(roles));
    removeUnused(draft, before);
    return std::move(draft).edit();
}

Expected<Together, std::string> setDate(const HandBase& base, ClaimId id, const TextSpans& spans,
                                        const Edtf& date)
{
    const auto [claim, type] = eventClaim(base, id);
    if (claim == nullptr)
        return Unexpected{gone};
    const WordsRole dated = wordsRole(base.ontology, claim->type, EntityUse::Date);
    if (dated.role == nullptr)
        return Unexpected{fmt::format(
            "{} has no role for dates, in the vocabulary of this article.", type->label)};
    HandDraft draft(base, claim->article);
    const std::vector<OutsideId> ids{{std::string(dateAuthority), date.text, {}}};
    const auto isOnThem = [&](const Mention& mention) {
        return mention.type == dated.type && mention.spans == spans;
    };
    std::vector<RoleFiller> roles = claim->roles;
    std::vector<RoleFiller> before; // What the words said of this claim goes.
    std::erase_if(roles, [&](const RoleFiller& each) {
        const auto* filler = std::get_if<MentionId>(&each.filler);
        const Mention* mention = filler != nullptr ? draft.mention(*filler) : nullptr;
        const bool isReplaced =
            each.role == dated.role->name && mention != nullptr && isOnThem(*mention);
        if (isReplaced)
            before.push_back(each);
        return isReplaced;
    });
    if (!before.empty())
        draft.setRoles(id, roles);
    const MentionId words = dateOn(draft, isOnThem, ids);
    if (words.isNil()) {
        Mention made = draft.mentionOn(spans, dated.type);
        made.ids = ids;
        roles.push_back({dated.role->name, made.id});
        draft.add(std::move(made));
    } else {
        roles.push_back({dated.role->name, words});
    }
    draft.setRoles(id, std::move(roles));
    removeUnused(draft, before);
    return std::move(draft).edit();
}

Expected<MadeClaim, std::string> addRelation(const HandBase& base, const std::string& name,
                                             MentionId one, MentionId other)
{
    const Mention* from = base.store.mention(one);
    const Mention* to = base.store.mention(other);
    if (from == nullptr || to == nullptr || from->article != to->article || one == other)
        return Unexpected{gone};
    const RelationType& relation = base.ontology.relation(name);
    if (base.ontology.isIdentity(name))
        return Unexpected{fmt::format("That “{}” and “{}” are one is no relation between them: "
                                      "merge them instead.",
                                      from->text, to->text)};
    std::vector<Filler> ends{fillerFor(base, one), fillerFor(base, other)};
    const auto fits = [&] {
        return relation.accepts(typeOf(base, ends[0]), typeOf(base, ends[1]));
    };
    if (!fits())
        std::swap(ends[0], ends[1]);
    if (!fits())
        return Unexpected{fmt::format("“{}” goes from {} to {}; “{}” and “{}” are not such.",
                                      relation.label, listOf(relation.from, base.ontology),
                                      listOf(relation.to, base.ontology), from->text, to->text)};
    HandDraft draft(base, from->article);
    Claim claim;
    claim.id = ClaimId(randomUuid());
    claim.article = from->article;
    claim.type = name;
    claim.roles = {{relation.fromRole, ends[0]}, {relation.toRole, ends[1]}};
    claim.origin = Origin::ByHand;
    claim.quotes.push_back(sentenceQuote(draft.records().article, draft.wordsOf(claim)));
    if (draft.saysAlready(claim))
        return Unexpected{fmt::format("These words say so already: “{}” {} “{}”.", from->text,
                                      relation.label, to->text)};
    MadeClaim made{.edit = {}, .claim = claim.id, .trigger = {}};
    draft.add(std::move(claim));
    made.edit = std::move(draft).edit();
    return made;
}

Expected<Together, std::string> removeClaims(const HandBase& base, const std::vector<ClaimId>& ids)
{
    std::map<ArticleId, std::set<ClaimId>> byArticle;
    for (const ClaimId id : ids) {
        const Claim* claim = base.store.claim(id);
        if (claim == nullptr)
            return Unexpected{gone};
        byArticle[claim->article].insert(id);
    }
    Together all;
    for (auto& [article, claims] : byArticle) {
        HandDraft draft(base, article);
        std::vector<RoleFiller> words;
        for (const ClaimId id : claims) {
            const Claim& claim = *base.store.claim(id);
            words.push_back({{}, claim.trigger});
            std::ranges::copy_if(claim.roles, std::back_inserter(words), [&](const auto& role) {
                const auto* mention = std::get_if<MentionId>(&role.filler);
                const Mention* filler = mention != nullptr ? base.store.mention(*mention) : nullptr;
                return filler != nullptr &&
                       base.ontology.entity(filler->type).use == EntityUse::Quote;
            });
        }
        draft.remove(std::move(claims));
        removeUnused(draft, words);
        std::ranges::move(std::move(draft).edit().edits, std::back_inserter(all.edits));
    }
    return all;
}

Expected<Together, std::string> changeType(const HandBase& base, const std::vector<ClaimId>& ids,
                                           const std::string& name)
{
    std::map<ArticleId, std::set<ClaimId>> byArticle;
    for (const ClaimId id : ids) {
        const Claim* claim = eventClaim(base, id).claim;
        if (claim == nullptr)
            return Unexpected{gone};
        byArticle[claim->article].insert(id);
    }
    Together all;
    for (const auto& [article, claims] : byArticle) {
        HandDraft draft(base, article);
        if (std::string trouble = changeTypes(base, draft, claims, name); !trouble.empty())
            return Unexpected{std::move(trouble)};
        std::ranges::move(std::move(draft).edit().edits, std::back_inserter(all.edits));
    }
    return all;
}

Expected<Together, std::string> changeType(const HandBase& base, ClaimId id,
                                           const std::string& name)
{
    return changeType(base, std::vector{id}, name);
}

} // namespace entente
