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

/// The role of an event that takes words for this use, as the vocabulary has it; null: none does.
const Role* roleFor(const HandBase& base, const Claim& claim, EntityUse use)
{
    for (const Role& role : base.ontology.event(claim.type).roles) {
        const bool takes = std::ranges::any_of(role.targets, [&](const std::string& target) {
            return base.ontology.knowsEntity(target) && base.ontology.entity(target).use == use;
        });
        if (takes)
            return &role;
    }
    return nullptr;
}

std::string typeFor(const HandBase& base, const Role& role, EntityUse use)
{
    const auto found = std::ranges::find_if(role.targets, [&](const std::string& target) {
        return base.ontology.knowsEntity(target) && base.ontology.entity(target).use == use;
    });
    return found == role.targets.end() ? std::string() : *found;
}

Mention mentionFor(const Article& article, const TextSpans& spans, std::string type)
{
    Mention mention;
    mention.id = MentionId(randomUuid());
    mention.article = article.id;
    mention.type = std::move(type);
    mention.spans = spans;
    mention.text = article.text->slice(spans);
    return mention;
}

/// Takes mentions away that filled a role until now and are of no other use.
void removeUnused(HandDraft& draft, const std::vector<RoleFiller>& before)
{
    for (const RoleFiller& role : before) {
        const auto* id = std::get_if<MentionId>(&role.filler);
        const Mention* mention = id != nullptr ? draft.mention(*id) : nullptr;
        if (mention == nullptr || !mention->entity.isNil())
            continue;
        const bool isUsed = std::ranges::any_of(draft.records().claims, [&](const Claim& claim) {
            return claim.trigger == *id ||
                   std::ranges::find(claim.roles, Filler(*id), &RoleFiller::filler) !=
                       claim.roles.end();
        });
        if (!isUsed)
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

bool takes(const std::vector<std::string>& targets, const std::string& type)
{
    return std::ranges::find(targets, type) != targets.end();
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
    const Mention trigger = mentionFor(*article, wish.trigger, wish.type);
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
    const Role* role = roleFor(base, *claim, EntityUse::Quote);
    if (role == nullptr)
        return Unexpected{fmt::format("{} has no role for the words that it rests on, in the "
                                      "vocabulary of this article.",
                                      type->label)};
    HandDraft draft(base, claim->article);
    std::vector<RoleFiller> roles = claim->roles;
    std::vector<RoleFiller> before;
    std::erase_if(roles, [&](const RoleFiller& each) {
        if (each.role == role->name)
            before.push_back(each);
        return each.role == role->name;
    });
    if (!spans.empty()) {
        const std::string quote = typeFor(base, *role, EntityUse::Quote);
        const auto same =
            std::ranges::find_if(draft.records().mentions, [&](const Mention& mention) {
                return mention.type == quote && mention.spans == spans;
            });
        MentionId mention;
        if (same != draft.records().mentions.end()) {
            mention = same->id;
        } else {
            Mention made = mentionFor(draft.records().article, spans, quote);
            mention = made.id;
            draft.add(std::move(made));
        }
        roles.push_back({role->name, mention});
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
    const Role* role = roleFor(base, *claim, EntityUse::Date);
    if (role == nullptr)
        return Unexpected{fmt::format(
            "{} has no role for dates, in the vocabulary of this article.", type->label)};
    HandDraft draft(base, claim->article);
    const std::string dateType = typeFor(base, *role, EntityUse::Date);
    const std::vector<OutsideId> ids{{std::string(dateAuthority), date.text, {}}};
    const auto same = std::ranges::find_if(draft.records().mentions, [&](const Mention& mention) {
        return mention.type == dateType && mention.spans == spans;
    });
    std::vector<RoleFiller> roles = claim->roles;
    if (same == draft.records().mentions.end()) {
        Mention made = mentionFor(draft.records().article, spans, dateType);
        made.ids = ids;
        roles.push_back({role->name, made.id});
        draft.add(std::move(made));
    } else {
        const MentionId mention = same->id;
        std::erase(roles, RoleFiller{role->name, mention});
        draft.setRoles(id, roles); // What the words said before goes with them.
        if (same->ids != ids) {
            MentionFields fields;
            fields.ids = ids;
            draft.change(mention, fields);
        }
        roles.push_back({role->name, mention});
    }
    draft.setRoles(id, std::move(roles));
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
    std::vector<Filler> ends{fillerFor(base, one), fillerFor(base, other)};
    const auto fits = [&] {
        return takes(relation.from, typeOf(base, ends[0])) &&
               takes(relation.to, typeOf(base, ends[1]));
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
    const auto isSame = [&](const Claim& each) {
        return each.type == name && each.roles == claim.roles;
    };
    if (std::ranges::any_of(draft.records().claims, isSame))
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

Expected<Together, std::string> changeType(const HandBase& base, ClaimId id,
                                           const std::string& name)
{
    const auto [claim, type] = eventClaim(base, id);
    if (claim == nullptr)
        return Unexpected{gone};
    const EventType& next = base.ontology.event(name);
    std::vector<RoleFiller> roles;
    for (const RoleFiller& filled : claim->roles) {
        const Role* role = next.role(filled.role);
        // The visitor of a visit takes part in what turns out to be talks.
        if (role == nullptr && base.ontology.makesTies(filled.role)) {
            const auto required = std::ranges::find_if(next.roles, [&](const Role& each) {
                return each.atLeast > 0 && each.accepts(typeOf(base, filled.filler));
            });
            role = required == next.roles.end() ? nullptr : &*required;
        }
        if (role != nullptr)
            roles.push_back({role->name, filled.filler});
    }
    HandDraft draft(base, claim->article);
    const auto begins = [&](const Claim& each) { return each.trigger == claim->trigger; };
    if (!claim->trigger.isNil() && std::ranges::count_if(draft.records().claims, begins) > 1)
        return Unexpected{std::string("Other claims begin from the same words: these are of one "
                                      "type. Take the others away first.")};
    if (!claim->trigger.isNil()) {
        MentionFields words;
        words.type = name;
        draft.change(claim->trigger, words);
    }
    ClaimFields fields;
    fields.type = name;
    draft.change(id, fields);
    draft.setRoles(id, std::move(roles));
    const auto speaks = [&](const Claim& each) { return each.event == claim->event; };
    if (std::ranges::count_if(draft.records().claims, speaks) == 1) {
        EventFields event;
        event.type = name;
        draft.also(ChangeEvent{claim->event, event});
    }
    return std::move(draft).edit();
}

} // namespace entente
