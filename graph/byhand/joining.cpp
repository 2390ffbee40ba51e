// SPDX-License-Identifier: Apache-2.0
#include "graph/byhand/joining.h"

#include "graph/byhand/claiming.h"
#include "graph/byhand/handdraft.h"
#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"

#include <fmt/format.h>
#include <unicode/uloc.h>

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

template <class IdType>
Together mergeOf(const Store& store, const std::vector<const Node*>& nodes)
{
    Together edit;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (std::size_t j = i + 1; j < nodes.size(); ++j) {
            for (const IdType a : Kind<IdType>::of(*nodes[i])) {
                for (const IdType b : Kind<IdType>::of(*nodes[j])) {
                    if (verdictOf(store, a, b) == Sameness::Apart)
                        judge(edit, store, a, b, {});
                }
            }
        }
    }
    std::vector<IdType> firsts;
    std::ranges::transform(nodes, std::back_inserter(firsts),
                           [](const Node* node) { return Kind<IdType>::of(*node).front(); });
    chain(edit, store, firsts);
    return edit;
}

/// What is joined by others goes by all pairs: whatever would bring two of them together again, by
/// ids or by name, is stopped by one.
template <class IdType>
Together splitOf(const Store& store, const Node& node, std::span<const Part> parts)
{
    std::vector<IdType> out;
    std::ranges::transform(parts, std::back_inserter(out),
                           [](const Part& part) { return Kind<IdType>::of(part); });
    std::vector<IdType> rest;
    std::ranges::copy_if(Kind<IdType>::of(node), std::back_inserter(rest),
                         [&](IdType id) { return std::ranges::find(out, id) == out.end(); });
    Together edit;
    std::vector<IdType> bound; // To the rest only by those that leave.
    for (const IdType b : rest) {
        const bool isBound = std::ranges::any_of(
            out, [&](IdType a) { return verdictOf(store, a, b) == Sameness::One; });
        if (isBound)
            bound.push_back(b);
        for (const IdType a : out)
            judge(edit, store, a, b, Verdict(Sameness::Apart));
    }
    chain(edit, store, out);
    chain(edit, store, bound);
    return edit;
}

std::string firstWords(const std::vector<Mention>& mentions, const auto& isIts)
{
    const auto found = std::ranges::find_if(mentions, isIts);
    return found == mentions.end() ? std::string() : found->text;
}

bool isStateCode(const std::string& code)
{
    for (const char* const* country = uloc_getISOCountries(); *country != nullptr; ++country) {
        const std::string locale = fmt::format("und_{}", *country);
        if (code == uloc_getISO3Country(locale.c_str()))
            return true;
    }
    return false;
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
    Together edit = nodes.front()->kind == NodeKind::Entity ? mergeOf<EntityId>(base.store, nodes)
                                                            : mergeOf<EventId>(base.store, nodes);
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
        parts.push_back(
            {article,
             entity,
             {},
             firstWords(base.store.records(article).mentions,
                        [entity](const Mention& mention) { return mention.entity == entity; })});
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
    const bool areIts = std::ranges::all_of(
        parts, [&](const Part& part) { return std::ranges::find(all, part) != all.end(); });
    if (node == nullptr || !areIts)
        return Unexpected{gone};
    if (parts.empty() || parts.size() >= all.size())
        return Unexpected{std::string("Something must go, and something stay.")};
    return node->kind == NodeKind::Entity ? splitOf<EntityId>(base.store, *node, parts)
                                          : splitOf<EventId>(base.store, *node, parts);
}

Expected<Together, std::string> splitMentions(const HandBase& base,
                                              std::span<const MentionId> mentions)
{
    const Mention* first = mentions.empty() ? nullptr : base.store.mention(mentions.front());
    if (first == nullptr || first->entity.isNil())
        return Unexpected{gone};
    const EntityId before = first->entity;
    HandDraft draft(base, first->article);
    const EntityId made = draft.entityFor({}, base.store.entity(before)->type);
    for (const MentionId id : mentions) {
        if (draft.mention(id) == nullptr || draft.mention(id)->entity != before)
            return Unexpected{std::string("These words do not name the same.")};
        MentionFields fields;
        fields.entity = made;
        fields.ids = std::vector<OutsideId>(); // They are of whom it named before.
        draft.change(id, fields);
    }
    if (std::ranges::find(draft.records().mentions, before, &Mention::entity) ==
        draft.records().mentions.end())
        return Unexpected{std::string("Something must go, and something stay.")};
    const Node* node = base.events.node(base.events.nodeOf(before));
    for (const EntityId other : node == nullptr ? std::vector{before} : node->entities)
        draft.also(JudgeEntities{made, other, Sameness::Apart});
    return std::move(draft).edit();
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
        for (const ClaimId claim : node->claims) {
            Expected<Together, std::string> changed = changeType(base, claim, type);
            if (!changed)
                return changed;
            std::ranges::move(changed->edits, std::back_inserter(edit.edits));
        }
        EventFields fields;
        fields.type = type;
        for (const EventId event : node->events)
            edit.edits.emplace_back(ChangeEvent{event, fields});
        return edit;
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
