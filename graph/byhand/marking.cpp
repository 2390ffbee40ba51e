// SPDX-License-Identifier: Apache-2.0
#include "graph/byhand/marking.h"

#include "graph/byhand/handdraft.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/fold.h"
#include "graph/text/insideword.h"
#include "graph/text/sourcetext.h"
#include "graph/text/trimmed.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace entente
{

namespace
{

const std::string gone = "These words, or what they name, are not here any more.";

/// Only white space: a comma that somebody selects is meant.
TextSpan withoutBlanks(const SourceText& text, TextSpan span)
{
    while (!span.isEmpty() && isWhiteSpace(text.slice(TextSpan{span.begin, span.begin + 1})))
        ++span.begin;
    while (!span.isEmpty() && isWhiteSpace(text.slice(TextSpan{span.end - 1, span.end})))
        --span.end;
    return span;
}

bool isVertex(const HandBase& base, const std::string& type)
{
    return base.ontology.entity(type).use == EntityUse::Vertex;
}

/// Whether a mention of this type stands on these words already.
bool isMarked(const ArticleRecords& records, const TextSpans& spans, const std::string& type)
{
    return std::ranges::any_of(records.mentions, [&](const Mention& mention) {
        return mention.spans == spans && mention.type == type;
    });
}

/// Why words cannot name a node, in words; empty: they can.
std::string troubleWithWho(const HandBase& base, NodeId who)
{
    const Node* node = who.isNil() ? nullptr : base.events.node(who);
    if (node == nullptr)
        return who.isNil() ? std::string() : gone;
    return node->kind == NodeKind::Entity
               ? std::string()
               : fmt::format("“{}” is a meeting: words that tell of it are marked as a meeting.",
                             node->name);
}

/// Those of the mention's type who are called by its words.
std::vector<const Node*> namesakesOf(const HandBase& base, const Mention& mention)
{
    const std::string name = folded(mention.text);
    const auto isIt = [&](const std::string& other) { return folded(other) == name; };
    std::vector<const Node*> namesakes;
    for (const NodeId id : base.events.nodes()) {
        const Node* node = base.events.node(id);
        if (node->kind == NodeKind::Entity && node->type == mention.type &&
            (isIt(node->name) || std::ranges::any_of(node->aliases, isIt, &Alias::name) ||
             std::ranges::any_of(node->ids, isIt, &OutsideId::text)))
            namesakes.push_back(node);
    }
    return namesakes;
}

/// With each of their records that is left, as names join these one by one.
void keepApart(HandDraft& draft, const HandBase& base, EntityId id,
               const std::vector<const Node*>& nodes)
{
    const ArticleId article = draft.records().article.id;
    for (const Node* node : nodes) {
        for (const EntityId other : node->entities) {
            const bool isGone =
                base.store.entity(other)->article == article && draft.entity(other) == nullptr;
            if (other != id && !isGone)
                draft.also(JudgeEntities{other, id, Sameness::Apart});
        }
    }
}

/// The words of a mark are those that stand there.
void standAt(HandDraft& draft, MentionId id, TextSpans spans)
{
    MentionFields fields;
    fields.text = draft.records().article.text->slice(spans);
    fields.spans = std::move(spans);
    fields.status = QuoteStatus::Exact;
    fields.anchoredBy = std::string();
    draft.change(id, fields);
}

/// Has what rests on a mark rest on the words that it has now.
void quoteAnewByWords(HandDraft& draft, MentionId id)
{
    const std::vector<ClaimId> claims = draft.claimsThatName(id);
    std::set<ClaimId> all(claims.begin(), claims.end());
    // Who speaks of the event that the words tell of rests on them, too.
    for (const Claim& claim : draft.records().claims) {
        const bool isOfIt = std::ranges::any_of(claim.roles, [&](const RoleFiller& role) {
            const auto* other = std::get_if<ClaimId>(&role.filler);
            return other != nullptr && draft.claim(*other)->trigger == id;
        });
        if (isOfIt)
            all.insert(claim.id);
    }
    for (const ClaimId claim : all)
        draft.quoteAnew(claim);
}

} // namespace

TextSpans spansToMark(const SourceText& text, TextSpan selected)
{
    selected = {std::max(0, selected.begin), std::min(selected.end, text.size())};
    TextSpans spans;
    const auto take = [&](TextSpan line) {
        if (const TextSpan words = withoutBlanks(text, line); !words.isEmpty())
            spans.push_back(words);
    };
    int begin = selected.begin;
    for (int i = selected.begin; i < selected.end; ++i) {
        if (text.slice(TextSpan{i, i + 1}) != "\n")
            continue;
        take({begin, i});
        begin = i + 1;
    }
    take({begin, selected.end});
    return spans;
}

Expected<MadeMark, std::string> markWords(const HandBase& base, MarkWish wish)
{
    const Article* article = base.store.article(wish.article);
    if (article == nullptr)
        return Unexpected{gone};
    if (wish.spans.empty())
        return Unexpected{std::string("There are no words to mark: select some first.")};
    if (std::string trouble = troubleWithWho(base, wish.who); !trouble.empty())
        return Unexpected{std::move(trouble)};
    HandDraft draft(base, wish.article);
    if (isMarked(draft.records(), wish.spans, wish.type))
        return Unexpected{fmt::format("“{}” is marked as {} already.",
                                      article->text->slice(wish.spans),
                                      base.ontology.entity(wish.type).label)};
    Mention mention = draft.mentionOn(wish.spans, wish.type);
    mention.form = std::move(wish.form);
    if (isVertex(base, wish.type))
        mention.entity = draft.entityFor(wish.who, wish.type, wish.ids);
    if (isVertex(base, wish.type) && wish.who.isNil() && wish.isSomebodyElse)
        keepApart(draft, base, mention.entity, namesakesOf(base, mention));
    mention.ids = std::move(wish.ids);
    MadeMark made{.edit = {}, .mention = mention.id, .entity = mention.entity};
    draft.add(std::move(mention));
    made.edit = std::move(draft).edit();
    return made;
}

TextSpans otherPlaces(const HandBase& base, MentionId id)
{
    const Mention* mention = base.store.mention(id);
    if (mention == nullptr || mention->spans.size() != 1)
        return {};
    constexpr int placesAtMost = 10000;
    const ArticleRecords& records = base.store.records(mention->article);
    const SourceText& text = *records.article.text;
    TextSpans places;
    for (const TextSpan place : text.find(text.slice(mention->spans.front()), placesAtMost)) {
        const auto isTaken = [&](const Mention& other) {
            const bool covers = std::ranges::any_of(
                other.spans, [&](TextSpan span) { return span.overlaps(place); });
            return covers && (other.type == mention->type || isVertex(base, other.type));
        };
        if (!goesOnOver(text, place.begin) && !goesOnOver(text, place.end) &&
            std::ranges::none_of(records.mentions, isTaken) &&
            (places.empty() || !places.back().overlaps(place)))
            places.push_back(place);
    }
    return places;
}

Expected<Together, std::string> markPlaces(const HandBase& base, MentionId id,
                                           const TextSpans& places)
{
    const Mention* mention = base.store.mention(id);
    if (mention == nullptr)
        return Unexpected{gone};
    HandDraft draft(base, mention->article);
    for (const TextSpan place : places) {
        if (isMarked(draft.records(), {place}, mention->type))
            continue; // Since the places were shown.
        Mention other = draft.mentionOn({place}, mention->type);
        other.entity = mention->entity;
        other.ids = mention->ids;
        other.form = mention->form;
        draft.add(std::move(other));
    }
    return std::move(draft).edit();
}

Expected<Together, std::string> unmark(const HandBase& base, MentionId id)
{
    const Mention* mention = base.store.mention(id);
    if (mention == nullptr)
        return Unexpected{gone};
    HandDraft draft(base, mention->article);
    std::set<ClaimId> going;
    std::vector<ClaimId> others;
    for (const ClaimId claim : draft.claimsThatName(id)) {
        if (draft.claim(claim)->trigger == id || draft.claim(claim)->isRelation())
            going.insert(claim);
        else
            others.push_back(claim);
    }
    for (const ClaimId claim : others) {
        std::vector<RoleFiller> roles = draft.claim(claim)->roles;
        std::erase_if(roles, [id](const RoleFiller& role) { return role.filler == Filler(id); });
        draft.setRoles(claim, std::move(roles));
    }
    draft.remove(std::move(going));
    draft.remove(id);
    return std::move(draft).edit();
}

Expected<Together, std::string> moveMark(const HandBase& base, MentionId id, TextSpans spans)
{
    const Mention* mention = base.store.mention(id);
    if (mention == nullptr)
        return Unexpected{gone};
    if (spans.empty())
        return Unexpected{std::string("There are no words to mark: select some first.")};
    HandDraft draft(base, mention->article);
    standAt(draft, id, std::move(spans));
    if (base.ontology.entity(mention->type).use == EntityUse::Date && !mention->ids.empty())
        draft.setIds(id, {});
    quoteAnewByWords(draft, id);
    return std::move(draft).edit();
}

Expected<Together, std::string> confirmMark(const HandBase& base, MentionId id)
{
    const Mention* mention = base.store.mention(id);
    if (mention == nullptr || mention->spans.empty())
        return Unexpected{gone};
    HandDraft draft(base, mention->article);
    standAt(draft, id, mention->spans);
    quoteAnewByWords(draft, id);
    return std::move(draft).edit();
}

Expected<MadeMark, std::string> renameMark(const HandBase& base, MentionId id, NodeId who)
{
    const Mention* mention = base.store.mention(id);
    if (mention == nullptr || mention->entity.isNil())
        return Unexpected{gone};
    if (std::string trouble = troubleWithWho(base, who); !trouble.empty())
        return Unexpected{std::move(trouble)};
    const EntityId before = mention->entity;
    HandDraft draft(base, mention->article);
    const EntityId entity = draft.entityFor(who, mention->type);
    MentionFields fields;
    fields.entity = entity;
    if (!mention->ids.empty())
        fields.ids = std::vector<OutsideId>(); // They are those of whom it named before.
    draft.change(id, fields);
    if (entity != before)
        draft.removeIfEmpty(before);
    if (who.isNil())
        keepApart(draft, base, entity, namesakesOf(base, *mention));
    return MadeMark{.edit = std::move(draft).edit(), .mention = id, .entity = entity};
}

} // namespace entente
