// SPDX-License-Identifier: Apache-2.0
#include "graph/byhand/joining.h"

#include "graph/byhand/claiming.h"
#include "graph/byhand/handdraft.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/proposals/statenames.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace entente
{

namespace
{

const std::string gone = "This is not here any more.";

using Verdict = std::optional<Sameness>;

/// The same for entities and for events: which records a node joins, and what is said of two.
template <class IdType>
struct Kind;

template <>
struct Kind<EntityId>
{
    static const std::vector<EntityId>& of(const Node& node) { return node.entities; }
    static const auto& verdicts(const Store& store) { return store.entityVerdicts(); }
    static EntityId of(const Part& part) { return part.entity; }
};

template <>
struct Kind<EventId>
{
    static const std::vector<EventId>& of(const Node& node) { return node.events; }
    static const auto& verdicts(const Store& store) { return store.eventVerdicts(); }
    static EventId of(const Part& part) { return part.event; }
};

template <class IdType>
Verdict verdictOf(const Store& store, IdType a, IdType b)
{
    const auto& all = Kind<IdType>::verdicts(store);
    const auto found = all.find(std::minmax(a, b));
    return found == all.end() ? Verdict() : Verdict(found->second);
}

template <class IdType>
void judge(Together& edit, const Store& store, IdType a, IdType b, Verdict verdict)
{
    if (a != b && verdictOf(store, a, b) != verdict)
        edit.edits.emplace_back(JudgeSameness<IdType>{a, b, verdict});
}

/// One after the other, so that they stay together whatever else joined them.
template <class IdType>
void chain(Together& edit, const Store& store, const std::vector<IdType>& ids)
{
    for (std::size_t i = 1; i < ids.size(); ++i)
        judge(edit, store, ids[i - 1], ids[i], Verdict(Sameness::One));
}

/// Records, and those of no node with which they are one (their article is gone, or what was said
/// of them is rejected): what is said of these holds for them, too.
template <class IdType>
std::set<IdType> withGone(const HandBase& base, const std::vector<IdType>& records)
{
    std::set<IdType> all(records.begin(), records.end());
    const auto take = [&](IdType from, IdType to) {
        return all.contains(from) && base.events.nodeOf(to).isNil() && all.insert(to).second;
    };
    for (bool isGrowing = true; isGrowing;) {
        isGrowing = false;
        for (const auto& [pair, verdict] : Kind<IdType>::verdicts(base.store)) {
            if (verdict == Sameness::One)
                isGrowing =
                    take(pair.first, pair.second) || take(pair.second, pair.first) || isGrowing;
        }
    }
    return all;
}

/// Gives all verdicts between two sets that are like this another value.
template <class IdType>
void judgeBetween(Together& edit, const Store& store, const std::set<IdType>& some,
                  const std::set<IdType>& others, Sameness verdict, Verdict next)
{
    for (const auto& [pair, known] : Kind<IdType>::verdicts(store)) {
        const bool isBetween = (some.contains(pair.first) && others.contains(pair.second)) ||
                               (others.contains(pair.first) && some.contains(pair.second));
        if (isBetween && known == verdict)
            judge(edit, store, pair.first, pair.second, next);
    }
}

template <class IdType>
Together mergeOf(const HandBase& base, const std::vector<const Node*>& nodes)
{
    Together edit;
    std::vector<IdType> firsts;
    firsts.reserve(nodes.size());
    std::set<IdType> before;
    for (const Node* node : nodes) {
        const std::set<IdType> its = withGone(base, Kind<IdType>::of(*node));
        judgeBetween(edit, base.store, before, its, Sameness::Apart, {});
        before.insert(its.begin(), its.end());
        firsts.push_back(Kind<IdType>::of(*node).front());
    }
    chain(edit, base.store, firsts);
    return edit;
}

/// Either part stays together by verdicts, for it may have been the other that joined it. Then one
/// between the two keeps all of them apart: verdicts go before ids and names.
template <class IdType>
Together splitOf(const HandBase& base, const Node& node, const std::vector<IdType>& out,
                 Together edit = {})
{
    const std::set<IdType> leaving(out.begin(), out.end());
    std::vector<IdType> rest;
    std::ranges::copy_if(Kind<IdType>::of(node), std::back_inserter(rest),
                         [&](IdType id) { return !leaving.contains(id); });
    judgeBetween(edit, base.store, leaving, withGone(base, rest), Sameness::One, Sameness::Apart);
    chain(edit, base.store, out);
    chain(edit, base.store, rest);
    judge(edit, base.store, out.front(), rest.front(), Verdict(Sameness::Apart));
    return edit;
}

template <class IdType>
std::vector<IdType> idsOf(std::span<const Part> parts)
{
    std::vector<IdType> ids;
    std::ranges::transform(parts, std::back_inserter(ids),
                           [](const Part& part) { return Kind<IdType>::of(part); });
    return ids;
}

/// Has some words of an article's record name somebody new.
EntityId renameMentions(Together& edit, const HandBase& base, const Part& some)
{
    HandDraft draft(base, some.article);
    const EntityId made = draft.entityFor({}, base.store.entity(some.entity)->type);
    for (const MentionId id : some.mentions) {
        MentionFields fields;
        fields.entity = made;
        fields.ids = std::vector<OutsideId>(); // They are of whom it named before.
        draft.change(id, fields);
    }
    Together its = std::move(draft).edit();
    std::ranges::move(its.edits, std::back_inserter(edit.edits));
    return made;
}

/// @param all of the node.
Together splitEntity(const HandBase& base, const Node& node, std::span<const Part> parts,
                     const std::vector<Part>& all)
{
    Together edit;
    std::vector<EntityId> out;
    for (const Part& part : parts) {
        const bool isWhole = std::ranges::find(all, part) != all.end();
        out.push_back(isWhole ? part.entity : renameMentions(edit, base, part));
    }
    return splitOf(base, node, out, std::move(edit));
}

/// Whether a part is one of a node's, or some mentions of one.
bool isOf(const std::vector<Part>& all, const Part& part)
{
    return std::ranges::any_of(all, [&](const Part& whole) {
        const bool isSame = whole.article == part.article && whole.entity == part.entity &&
                            whole.event == part.event;
        return isSame && part.mentions.empty() == whole.mentions.empty() &&
               std::ranges::all_of(part.mentions, [&](MentionId id) {
                   return std::ranges::find(whole.mentions, id) != whole.mentions.end();
               });
    });
}

std::string firstWords(const std::vector<Mention>& mentions, const auto& isIts)
{
    const auto found = std::ranges::find_if(mentions, isIts);
    return found == mentions.end() ? std::string() : found->text;
}

/// In the order of the text.
std::vector<const Mention*> mentionsOf(const Store& store, ArticleId article, EntityId entity)
{
    std::vector<const Mention*> found;
    for (const Mention& mention : store.records(article).mentions) {
        if (mention.entity == entity)
            found.push_back(&mention);
    }
    std::ranges::stable_sort(found, {}, [](const Mention* mention) {
        return mention->spans.empty() ? TextSpan{} : mention->spans.front();
    });
    return found;
}

/// Of all its claims at once: some begin from the same words.
Expected<Together, std::string> giveEventType(const HandBase& base, const Node& node,
                                              const std::string& type)
{
    std::vector<ClaimId> claims; // Rejected ones, too: they may come back.
    std::vector<EventId> unsaid;
    for (const EventId event : node.events) {
        const std::size_t before = claims.size();
        for (const Claim& claim : base.store.records(base.store.event(event)->article).claims) {
            if (claim.event == event)
                claims.push_back(claim.id);
        }
        if (claims.size() == before)
            unsaid.push_back(event);
    }
    Expected<Together, std::string> edit = changeType(base, claims, type);
    EventFields fields;
    fields.type = type;
    for (std::size_t i = 0; edit && i < unsaid.size(); ++i)
        edit->edits.emplace_back(ChangeEvent{unsaid[i], fields});
    return edit;
}

} // namespace

Expected<Together, std::string> merge(const HandBase& base, std::span<const NodeId> ids,
                                      const std::string& name)
{
    std::vector<const Node*> nodes;
    nodes.reserve(ids.size());
    for (const NodeId id : ids)
        nodes.push_back(base.events.node(id));
    if (std::ranges::find(nodes, nullptr) != nodes.end())
        return Unexpected{gone};
    if (nodes.size() < 2)
        return Unexpected{std::string("It takes two to be one.")};
    for (const Node* node : nodes) {
        if (node->kind != nodes.front()->kind)
            return Unexpected{std::string("A meeting and who takes part in it are not one.")};
        if (node->kind == NodeKind::Entity && node->type != nodes.front()->type)
            return Unexpected{fmt::format(
                "“{}” is a {} and “{}” a {}. If they are one, change the type of one first.",
                nodes.front()->name, base.ontology.entity(nodes.front()->type).label, node->name,
                base.ontology.entity(node->type).label)};
    }
    Together edit = nodes.front()->kind == NodeKind::Entity ? mergeOf<EntityId>(base, nodes)
                                                            : mergeOf<EventId>(base, nodes);
    // The name that one of them was given holds for all of it, or the one that is wanted.
    for (std::size_t i = 0; i < nodes.size() && !name.empty(); ++i) {
        Expected<Together, std::string> named =
            giveName(base, ids[i], i == 0 ? name : std::string());
        if (!named)
            return named;
        std::ranges::move(named->edits, std::back_inserter(edit.edits));
    }
    return edit;
}

Expected<Together, std::string> keepTogether(const HandBase& base, NodeId id)
{
    const Node* node = base.events.node(id);
    if (node == nullptr)
        return Unexpected{gone};
    Together edit;
    chain(edit, base.store, node->entities);
    chain(edit, base.store, node->events);
    return edit;
}

Expected<Together, std::string> keepApart(const HandBase& base, std::span<const NodeId> ids)
{
    Together edit;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const Node* one = base.events.node(ids[i]);
        for (std::size_t k = i + 1; k < ids.size(); ++k) {
            const Node* other = base.events.node(ids[k]);
            if (one == nullptr || other == nullptr)
                return Unexpected{gone};
            if (one->kind == NodeKind::Entity && other->kind == NodeKind::Entity)
                judge(edit, base.store, one->entities.front(), other->entities.front(),
                      Verdict(Sameness::Apart));
            else if (one->kind == NodeKind::Event && other->kind == NodeKind::Event)
                judge(edit, base.store, one->events.front(), other->events.front(),
                      Verdict(Sameness::Apart));
        }
    }
    return edit;
}

std::vector<std::vector<OutsideId>> differingIds(const HandBase& base, std::span<const NodeId> ids)
{
    std::map<std::string, std::vector<OutsideId>> byAuthority;
    std::map<std::string, int> bearers;
    for (const NodeId id : ids) {
        const Node* node = base.events.node(id);
        std::set<std::string> its;
        for (const OutsideId& each : node != nullptr ? node->ids : std::vector<OutsideId>()) {
            addIds(byAuthority[each.authority], {each});
            if (its.insert(each.authority).second)
                ++bearers[each.authority];
        }
    }
    std::vector<std::vector<OutsideId>> differing;
    for (auto& [authority, all] : byAuthority) {
        if (bearers[authority] > 1 && all.size() > 1)
            differing.push_back(std::move(all));
    }
    return differing;
}

std::vector<Part> partsOf(const HandBase& base, NodeId id)
{
    std::vector<Part> parts;
    const Node* node = base.events.node(id);
    if (node == nullptr)
        return parts;
    for (const EntityId entity : node->entities) {
        const ArticleId article = base.store.entity(entity)->article;
        const std::vector<const Mention*> mentions = mentionsOf(base.store, article, entity);
        Part part{article, entity, {}, mentions.empty() ? std::string() : mentions.front()->text};
        std::ranges::transform(mentions, std::back_inserter(part.mentions),
                               [](const Mention* mention) { return mention->id; });
        parts.push_back(std::move(part));
    }
    for (const EventId event : node->events) {
        const ArticleId article = base.store.event(event)->article;
        const ArticleRecords& records = base.store.records(article);
        const auto claim = std::ranges::find(records.claims, event, &Claim::event);
        const MentionId trigger = claim == records.claims.end() ? MentionId() : claim->trigger;
        parts.push_back(
            {article, {}, event, firstWords(records.mentions, [trigger](const Mention& mention) {
                 return mention.id == trigger;
             })});
    }
    return parts;
}

Expected<Together, std::string> split(const HandBase& base, NodeId id, std::span<const Part> parts)
{
    const Node* node = base.events.node(id);
    const std::vector<Part> all = partsOf(base, id);
    const bool areIts =
        std::ranges::all_of(parts, [&](const Part& part) { return isOf(all, part); });
    if (node == nullptr || !areIts)
        return Unexpected{gone};
    const bool isAll =
        parts.size() == all.size() && std::ranges::all_of(parts, [&](const Part& part) {
            return std::ranges::find(all, part) != all.end();
        });
    if (parts.empty() || isAll)
        return Unexpected{std::string("Something must go, and something stay.")};
    return node->kind == NodeKind::Entity ? splitEntity(base, *node, parts, all)
                                          : splitOf(base, *node, idsOf<EventId>(parts));
}

Expected<Together, std::string> giveName(const HandBase& base, NodeId id, const std::string& name)
{
    const Node* node = base.events.node(id);
    if (node == nullptr)
        return Unexpected{gone};
    Together edit;
    const auto give = [&](const auto* record, auto field, auto fields, const auto& known) {
        const std::string& wanted = record->id == known ? name : std::string();
        if (record->*field == wanted)
            return;
        if constexpr (requires { fields.title; })
            fields.title = wanted;
        else
            fields.name = wanted;
        using Fields = decltype(fields);
        edit.edits.emplace_back(
            ChangeRecord<std::decay_t<decltype(record->id)>, Fields>{record->id, fields});
    };
    for (const EntityId entity : node->entities)
        give(base.store.entity(entity), &Entity::name, EntityFields{}, node->entities.front());
    for (const EventId event : node->events)
        give(base.store.event(event), &Event::title, EventFields{}, node->events.front());
    return edit;
}

Expected<Together, std::string> giveType(const HandBase& base, NodeId id, const std::string& type)
{
    const Node* node = base.events.node(id);
    if (node == nullptr)
        return Unexpected{gone};
    Together edit;
    if (node->kind == NodeKind::Event) {
        return giveEventType(base, *node, type);
    }
    EntityFields fields;
    fields.type = type;
    for (const EntityId entity : node->entities)
        edit.edits.emplace_back(ChangeEntity{entity, fields});
    MentionFields words;
    words.type = type;
    for (const MentionId mention : node->mentions) {
        if (base.store.mention(mention)->type == node->type)
            edit.edits.emplace_back(ChangeMention{mention, words});
    }
    return edit;
}

Expected<Together, std::string> giveNote(const HandBase& base, NodeId id, const std::string& note)
{
    const Node* node = base.events.node(id);
    if (node == nullptr)
        return Unexpected{gone};
    Together edit;
    if (node->kind == NodeKind::Entity) {
        EntityFields fields;
        fields.note = note;
        edit.edits.emplace_back(ChangeEntity{node->entities.front(), fields});
    } else {
        EventFields fields;
        fields.note = note;
        edit.edits.emplace_back(ChangeEvent{node->events.front(), fields});
    }
    return edit;
}

std::string troubleWithId(const OutsideId& id)
{
    if (id.authority.empty() || id.entry.empty())
        return "An outside id is an authority and an entry of it, as in Wikidata:Q423.";
    const auto isBlank = [](char letter) { return letter == ' ' || letter == '\t'; };
    if (std::ranges::any_of(id.authority + id.entry, isBlank))
        return fmt::format("“{}:{}” has a blank in it; ids have none.", id.authority, id.entry);
    const std::string_view digits = std::string_view(id.entry).substr(1);
    const bool isNumber =
        !digits.empty() && digits.front() != '0' &&
        std::ranges::all_of(digits, [](char letter) { return letter >= '0' && letter <= '9'; });
    if (id.authority == "Wikidata" && (id.entry.front() != 'Q' || !isNumber))
        return fmt::format("“{}” is no id of Wikidata: these are a Q and a number, as in Q423.",
                           id.entry);
    const auto isStateCode = [](const std::string& code) {
        const std::vector<std::string> codes = stateCodes();
        return std::ranges::find(codes, code) != codes.end();
    };
    if (id.authority == "ISO3166" && !isStateCode(id.entry))
        return fmt::format("“{}” is no code of a state in ISO 3166-1: these are three capital "
                           "letters, as in PRK.",
                           id.entry);
    return {};
}

Expected<Together, std::string> giveIds(const HandBase& base, NodeId id,
                                        const std::vector<OutsideId>& ids)
{
    const Node* node = base.events.node(id);
    if (node == nullptr)
        return Unexpected{gone};
    for (const OutsideId& each : ids) {
        if (std::string trouble = troubleWithId(each); !trouble.empty())
            return Unexpected{std::move(trouble)};
    }
    Together edit;
    EntityFields entity;
    entity.ids = ids;
    for (const EntityId each : node->entities)
        edit.edits.emplace_back(ChangeEntity{each, entity});
    EventFields event;
    event.ids = ids;
    for (const EventId each : node->events)
        edit.edits.emplace_back(ChangeEvent{each, event});
    if (ids.empty()) { // It was ids that held them together.
        chain(edit, base.store, node->entities);
        chain(edit, base.store, node->events);
    }
    return edit;
}

} // namespace entente
