// SPDX-License-Identifier: Apache-2.0
#include "graph/model/identity.h"

#include "graph/base/unionfind.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/fold.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <set>

namespace entente
{

namespace
{

bool isPerson(const Ontology& ontology, std::string_view type)
{
    return ontology.entity(type).shape == Shape::Circle;
}

/// "tourists" names nobody; "The Tourists" may. Scripts without case are taken as they are.
bool beginsAsName(const std::string& text)
{
    const icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8(text);
    return !utf16.isEmpty() && !u_islower(utf16.char32At(0));
}

bool isName(const Mention& mention)
{
    return mention.form != "Nominal" && mention.form != "Pronoun" && !mention.text.empty();
}

/// All records in the store's order.
template <class Record>
std::vector<const Record*> allOf(const Store& store, std::vector<Record> ArticleRecords::*listOf)
{
    std::vector<const Record*> all;
    for (const ArticleId article : store.articles()) {
        for (const Record& record : store.records(article).*listOf)
            all.push_back(&record);
    }
    return all;
}

/// Joins the records of equal outside ids.
template <class Record>
UnionFind joinById(const std::vector<const Record*>& records)
{
    UnionFind sets(records.size());
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> firstWith;
    for (std::size_t i = 0; i < records.size(); ++i) {
        for (const OutsideId& id : records[i]->ids) {
            const auto [first, isNew] = firstWith.emplace(
                std::pair{std::string_view(id.authority), std::string_view(id.entry)}, i);
            if (!isNew)
                sets.join(first->second, i);
        }
    }
    return sets;
}

using IdsByAuthority = std::map<std::string_view, std::set<std::string_view>>;

/// Joins, among entities of one full name, those that no ids keep apart.
class NameJoin
{
public:
    NameJoin(const Store& store, const Ontology& ontology,
             const std::vector<const Entity*>& entities, UnionFind& sets)
        : m_store(store)
        , m_ontology(ontology)
        , m_entities(entities)
        , m_sets(sets)
    {
        for (const ArticleId article : store.articles()) {
            for (const Mention& mention : store.records(article).mentions) {
                if (!mention.entity.isNil())
                    m_mentions[mention.entity].push_back(mention.id);
            }
        }
        for (std::size_t i = 0; i < entities.size(); ++i) {
            for (const OutsideId& id : entities[i]->ids)
                m_ids[m_sets.of(i)][id.authority].insert(id.entry);
        }
    }

    /// @returns the sets that came about by name.
    std::set<std::size_t> run()
    {
        std::map<std::pair<std::string_view, std::string>, std::vector<std::size_t>> byName;
        for (std::size_t i = 0; i < m_entities.size(); ++i) {
            for (const std::string& name : fullNames(*m_entities[i]))
                byName[{m_entities[i]->type, name}].push_back(i);
        }
        for (const auto& [name, members] : byName)
            joinMembers(members);
        std::set<std::size_t> joined;
        for (const std::size_t member : m_joined)
            joined.insert(m_sets.of(member));
        return joined;
    }

private:
    std::set<std::string> fullNames(const Entity& entity) const
    {
        const bool person = isPerson(m_ontology, entity.type);
        std::set<std::string> names;
        const auto add = [&](const std::string& text) {
            const std::string name = folded(text);
            if (!name.empty() && beginsAsName(text) && (!person || wordCount(name) >= 2))
                names.insert(name);
        };
        std::vector<MentionId> named;
        if (const auto found = m_mentions.find(entity.id); found != m_mentions.end()) {
            for (const MentionId id : found->second) {
                if (isName(*m_store.mention(id)))
                    named.push_back(id);
            }
        }
        if (person) {
            for (const MentionId id : named)
                add(m_store.mention(id)->text);
        } else {
            // "Russian" stands for Russia as well; only what it goes by names it.
            add(preferredName(aliasesOf(m_store, named), entity.ids, person));
        }
        return names;
    }

    bool compatible(std::size_t a, std::size_t b) const
    {
        const auto idsOfA = m_ids.find(a);
        const auto idsOfB = m_ids.find(b);
        if (idsOfA == m_ids.end() || idsOfB == m_ids.end())
            return true;
        return std::ranges::all_of(idsOfA->second, [&](const auto& authority) {
            const auto other = idsOfB->second.find(authority.first);
            return other == idsOfB->second.end() || other->second == authority.second;
        });
    }

    void joinMembers(const std::vector<std::size_t>& members)
    {
        std::set<std::size_t> withIds;
        for (const std::size_t member : members) {
            if (m_ids.contains(m_sets.of(member)))
                withIds.insert(m_sets.of(member));
        }
        // A name that several known ones share decides nothing about the others.
        bool ambiguous = false;
        for (const std::size_t a : withIds) {
            for (const std::size_t b : withIds)
                ambiguous = ambiguous || !compatible(a, b);
        }
        std::vector<std::size_t> joinable;
        for (const std::size_t member : members) {
            if (!ambiguous || !m_ids.contains(m_sets.of(member)))
                joinable.push_back(member);
        }
        for (std::size_t i = 1; i < joinable.size(); ++i) {
            if (m_sets.of(joinable[i]) != m_sets.of(joinable[0]))
                join(joinable[0], joinable[i]);
        }
    }

    void join(std::size_t a, std::size_t b)
    {
        const std::size_t first = m_sets.of(a);
        const std::size_t second = m_sets.of(b);
        // By way of a third name two that ids keep apart could meet here.
        if (!compatible(first, second))
            return;
        m_sets.join(a, b);
        IdsByAuthority ids;
        for (const std::size_t set : {first, second}) {
            if (auto found = m_ids.extract(set)) {
                for (auto& [authority, entries] : found.mapped())
                    ids[authority].insert(entries.begin(), entries.end());
            }
        }
        if (!ids.empty())
            m_ids[m_sets.of(a)] = std::move(ids);
        m_joined.push_back(b);
    }

    const Store& m_store;
    const Ontology& m_ontology;
    const std::vector<const Entity*>& m_entities;
    UnionFind& m_sets;
    std::unordered_map<EntityId, std::vector<MentionId>> m_mentions;
    std::map<std::size_t, IdsByAuthority> m_ids; ///< By set.
    std::vector<std::size_t> m_joined;
};

template <class IdType, class Record>
std::vector<Joined<IdType>> collect(const std::vector<const Record*>& records, UnionFind& sets)
{
    std::map<std::size_t, Joined<IdType>> joined;
    for (std::size_t i = 0; i < records.size(); ++i) {
        Joined<IdType>& set = joined[sets.of(i)];
        set.members.push_back(records[i]->id);
        addIds(set.ids, records[i]->ids);
    }
    std::vector<Joined<IdType>> result;
    for (auto& [first, set] : joined)
        result.push_back(std::move(set));
    return result;
}

} // namespace

std::vector<Alias> aliasesOf(const Store& store, const std::vector<MentionId>& mentions)
{
    std::vector<Alias> aliases;
    std::map<std::string_view, std::size_t> places;
    for (const MentionId id : mentions) {
        const Mention& mention = *store.mention(id);
        const auto [place, isNew] = places.emplace(mention.text, aliases.size());
        if (isNew)
            aliases.push_back({mention.text, {}});
        aliases[place->second].mentions.push_back(id);
    }
    std::ranges::stable_sort(aliases, std::ranges::greater{},
                             [](const Alias& alias) { return alias.mentions.size(); });
    return aliases;
}

std::string preferredName(const std::vector<Alias>& aliases, const std::vector<OutsideId>& ids,
                          bool isPerson)
{
    for (const OutsideId& id : ids) {
        if (!id.text.empty())
            return id.text;
    }
    if (aliases.empty())
        return {};
    if (!isPerson)
        return aliases.front().name;
    const auto fullness = [](const Alias& alias) { return wordCount(folded(alias.name)); };
    return std::ranges::max_element(aliases, {}, fullness)->name;
}

std::vector<Joined<EntityId>> joinEntities(const Store& store, const Ontology& ontology,
                                           IdentityRule rule)
{
    const std::vector<const Entity*> entities = allOf(store, &ArticleRecords::entities);
    UnionFind sets = joinById(entities);
    std::set<std::size_t> byName;
    if (rule == IdentityRule::IdsAndNames)
        byName = NameJoin(store, ontology, entities, sets).run();

    std::vector<Joined<EntityId>> joined = collect<EntityId>(entities, sets);
    std::unordered_map<EntityId, std::size_t> setOf;
    for (std::size_t i = 0; i < entities.size(); ++i)
        setOf.emplace(entities[i]->id, sets.of(i));
    for (Joined<EntityId>& set : joined) {
        if (byName.contains(setOf.at(set.members.front())))
            set.identity = Identity::Name;
    }
    return joined;
}

std::vector<Joined<EventId>> joinEvents(const Store& store)
{
    const std::vector<const Event*> events = allOf(store, &ArticleRecords::events);
    UnionFind sets = joinById(events);
    return collect<EventId>(events, sets);
}

} // namespace entente
