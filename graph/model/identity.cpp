// SPDX-License-Identifier: Apache-2.0
#include "graph/model/identity.h"

#include "graph/base/inparallel.h"
#include "graph/base/unionfind.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"
#include "graph/text/fold.h"

#include <boost/container/flat_map.hpp>
#include <boost/container_hash/hash.hpp>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace entente
{

namespace
{

bool isPerson(const Ontology& ontology, std::string_view type)
{
    return ontology.entity(type).isPerson;
}

/// "tourists" names nobody; "The Tourists" may. Scripts without case are taken as they are.
bool beginsAsName(std::string_view text)
{
    const icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8(text);
    return !utf16.isEmpty() && !u_islower(utf16.char32At(0));
}

/// What its references call it; empty when they do not.
const std::string& referenceName(const std::vector<OutsideId>& ids)
{
    static const std::string none;
    const auto named =
        std::ranges::find_if(ids, [](const OutsideId& id) { return !id.text.empty(); });
    return named == ids.end() ? none : named->text;
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

/// Sets of records that grow by what analysts say first and by rules then, but never bring two
/// together that an analyst keeps apart. What is said of a record holds though its article is gone:
/// two that are one with it are one.
class Sets
{
public:
    template <class Record, class IdType>
    Sets(const std::vector<const Record*>& records, const Store::Verdicts<IdType>& verdicts)
        : Sets(placesOf(records, verdicts), records.size(), verdicts)
    {
    }

    std::size_t of(std::size_t index) { return m_sets.of(index); }

    /// @returns whether they are one now.
    bool join(std::size_t a, std::size_t b)
    {
        const std::size_t first = of(a);
        const std::size_t second = of(b);
        if (first == second)
            return true;
        if (areApart(first, second))
            return false;
        m_sets.join(first, second);
        moveApart(first, second);
        return true;
    }

    /// The sets that an analyst's word brought together.
    std::unordered_set<std::size_t> byAnalyst()
    {
        std::unordered_set<std::size_t> sets;
        for (const std::size_t member : m_byAnalyst)
            sets.insert(of(member));
        return sets;
    }

private:
    template <class IdType>
    using Places = std::unordered_map<IdType, std::size_t>;

    /// Those that are not here come after all that are.
    template <class Record, class IdType>
    static Places<IdType> placesOf(const std::vector<const Record*>& records,
                                   const Store::Verdicts<IdType>& verdicts)
    {
        Places<IdType> places;
        if (verdicts.empty())
            return places;
        for (const Record* record : records)
            places.emplace(record->id, places.size());
        for (const auto& [pair, verdict] : verdicts) {
            places.emplace(pair.first, places.size());
            places.emplace(pair.second, places.size());
        }
        return places;
    }

    template <class IdType>
    Sets(const Places<IdType>& places, std::size_t records, const Store::Verdicts<IdType>& verdicts)
        : m_sets(std::max(records, places.size()))
    {
        for (const auto& [pair, verdict] : verdicts) {
            const std::size_t a = places.at(pair.first);
            const std::size_t b = places.at(pair.second);
            if (verdict != Sameness::Apart)
                continue;
            m_apart[a].push_back(b);
            m_apart[b].push_back(a);
        }
        for (const auto& [pair, verdict] : verdicts) {
            const std::size_t a = places.at(pair.first);
            if (verdict == Sameness::One && join(a, places.at(pair.second)))
                m_byAnalyst.push_back(a);
        }
    }

    bool areApart(std::size_t first, std::size_t second)
    {
        const auto one = m_apart.find(first);
        const auto other = m_apart.find(second);
        if (one == m_apart.end() || other == m_apart.end())
            return false;
        const bool isOneShorter = one->second.size() <= other->second.size();
        const std::size_t wanted = isOneShorter ? second : first;
        return std::ranges::any_of(isOneShorter ? one->second : other->second,
                                   [&](std::size_t member) { return of(member) == wanted; });
    }

    /// To the set that two became. The shorter list goes to the longer one: it is moved as often as
    /// it doubles.
    void moveApart(std::size_t first, std::size_t second)
    {
        std::vector<std::size_t> all;
        for (const std::size_t set : {first, second}) {
            auto found = m_apart.extract(set);
            if (!found)
                continue;
            std::vector<std::size_t>& more = found.mapped();
            if (all.size() < more.size())
                all.swap(more);
            all.insert(all.end(), more.begin(), more.end());
        }
        if (!all.empty())
            m_apart.emplace(of(first), std::move(all));
    }

    UnionFind m_sets;
    /// By set: records, the sets of which it is not one with.
    std::unordered_map<std::size_t, std::vector<std::size_t>> m_apart;
    std::vector<std::size_t> m_byAnalyst;
};

/// Joins the records of equal outside ids.
template <class Record>
void joinById(const std::vector<const Record*>& records, Sets& sets)
{
    using Key = std::pair<std::string_view, std::string_view>;
    std::unordered_map<Key, std::size_t, boost::hash<Key>> firstWith;
    for (std::size_t i = 0; i < records.size(); ++i) {
        for (const OutsideId& id : records[i]->ids) {
            const auto [first, isNew] = firstWith.emplace(Key{id.authority, id.entry}, i);
            if (!isNew)
                sets.join(first->second, i);
        }
    }
}

/// Full names as they are compared. The same words stand in many articles: each is folded once, for
/// that takes up to 2.8 µs, and to find it here 17 ns.
class FullNames
{
public:
    struct Name
    {
        std::string folded;
        int words = 0; ///< 0: no name.
    };

    /// @param text outlives this.
    const Name& of(std::string_view text)
    {
        const auto [place, isNew] = m_names.try_emplace(text);
        if (isNew && beginsAsName(text)) {
            place->second.folded = folded(text);
            place->second.words = wordCount(place->second.folded);
        }
        return place->second;
    }

private:
    std::unordered_map<std::string_view, Name> m_names;
};

using IdsByAuthority = std::map<std::string_view, std::set<std::string_view>>;

/// Joins, among entities of one full name, those that no ids keep apart.
class NameJoin
{
public:
    NameJoin(const Store& store, const Ontology& ontology,
             const std::vector<const Entity*>& entities, Sets& sets)
        : m_ontology(ontology)
        , m_entities(entities)
        , m_sets(sets)
        , m_mentions(entities.size())
    {
        takeMentions(store);
        for (std::size_t i = 0; i < entities.size(); ++i) {
            for (const OutsideId& id : entities[i]->ids)
                m_ids[m_sets.of(i)][id.authority].insert(id.entry);
        }
    }

    /// @returns the sets that came about by name.
    std::set<std::size_t> run()
    {
        for (const auto& [name, members] : byName())
            joinMembers(members);
        std::set<std::size_t> joined;
        for (const std::size_t member : m_joined)
            joined.insert(m_sets.of(member));
        return joined;
    }

private:
    using Key = std::pair<std::string_view, std::string_view>; ///< Type and name.

    /// Who goes by each name, in the order of the names: a join may hinder another.
    std::vector<std::pair<Key, std::vector<std::size_t>>> byName()
    {
        std::vector<std::vector<std::string_view>> texts(m_entities.size());
        inParallel(texts.size(), [&](std::size_t i) { texts[i] = namesOf(i); });
        std::vector<std::pair<Key, std::vector<std::size_t>>> all;
        std::unordered_map<Key, std::size_t, boost::hash<Key>> places;
        for (std::size_t i = 0; i < m_entities.size(); ++i) {
            const int wordsAtLeast = isPerson(m_ontology, m_entities[i]->type) ? 2 : 1;
            for (const std::string_view text : texts[i]) {
                const FullNames::Name& name = m_names.of(text);
                if (name.words < wordsAtLeast)
                    continue;
                const Key key(m_entities[i]->type, name.folded);
                const auto [place, isNew] = places.try_emplace(key, all.size());
                if (isNew)
                    all.emplace_back(key, std::vector<std::size_t>());
                std::vector<std::size_t>& members = all[place->second].second;
                if (members.empty() || members.back() != i)
                    members.push_back(i);
            }
        }
        std::ranges::sort(all, {}, [](const auto& named) { return named.first; });
        return all;
    }

    void takeMentions(const Store& store)
    {
        std::vector<std::size_t> firsts; // Of each article's entities among all.
        std::size_t next = 0;
        for (const ArticleId article : store.articles()) {
            firsts.push_back(next);
            next += store.records(article).entities.size();
        }
        inParallel(firsts.size(), [&](std::size_t index) {
            takeMentions(store.records(store.articles()[index]), firsts[index]);
        });
    }

    /// @param first the place of its first entity among all.
    void takeMentions(const ArticleRecords& records, std::size_t first)
    {
        boost::container::flat_map<EntityId, std::size_t> places;
        for (std::size_t i = 0; i < records.entities.size(); ++i)
            places.emplace(records.entities[i].id, first + i);
        for (const Mention& mention : records.mentions) {
            if (mention.entity.isNil() || !isName(mention))
                continue;
            if (const auto place = places.find(mention.entity); place != places.end())
                m_mentions[place->second].push_back(&mention);
        }
    }

    /// What it may be known by, each once.
    std::vector<std::string_view> namesOf(std::size_t entity) const
    {
        const std::vector<const Mention*>& mentions = m_mentions[entity];
        std::vector<std::string_view> names;
        const auto add = [&](std::string_view name) {
            if (std::ranges::find(names, name) == names.end())
                names.push_back(name);
        };
        if (isPerson(m_ontology, m_entities[entity]->type)) {
            for (const Mention* mention : mentions)
                add(mention->text);
        } else if (const std::string& name = referenceName(m_entities[entity]->ids);
                   !name.empty()) {
            add(name);
        } else if (!mentions.empty()) {
            // "Russian" stands for Russia as well; only what it goes by names it.
            const std::string usual = preferredName(aliasesOf(mentions), {}, false);
            add((*std::ranges::find(mentions, usual, &Mention::text))->text);
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
        // A name that several known ones share decides nothing: who goes by it without an id may be
        // any of them.
        for (const std::size_t a : withIds) {
            for (const std::size_t b : withIds) {
                if (!compatible(a, b))
                    return;
            }
        }
        // The first that it may be one with: an analyst may keep it apart from some of them.
        for (std::size_t i = 1; i < members.size(); ++i) {
            for (std::size_t k = 0; k < i && !join(members[k], members[i]); ++k) {
            }
        }
    }

    /// @returns whether they are one now.
    bool join(std::size_t a, std::size_t b)
    {
        const std::size_t first = m_sets.of(a);
        const std::size_t second = m_sets.of(b);
        if (first == second)
            return true;
        // By way of a third name two that ids keep apart could meet here.
        if (!compatible(first, second) || !m_sets.join(a, b))
            return false;
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
        return true;
    }

    const Ontology& m_ontology;
    const std::vector<const Entity*>& m_entities;
    Sets& m_sets;
    std::vector<std::vector<const Mention*>> m_mentions; ///< Names of each entity.
    FullNames m_names;
    std::unordered_map<std::size_t, IdsByAuthority> m_ids; ///< By set.
    std::vector<std::size_t> m_joined;
};

/// @param byName the sets that came about by name.
/// @param isOut whether a record is no part of any node.
template <class IdType, class Record>
JoinedRecords<IdType> collect(const std::vector<const Record*>& records, Sets& sets,
                              const std::set<std::size_t>& byName, auto isOut)
{
    JoinedRecords<IdType> result;
    result.nodeOf.resize(records.size(), noNode);
    std::unordered_map<std::size_t, std::size_t> nodes; // by set
    nodes.reserve(records.size());
    const std::unordered_set<std::size_t> byAnalyst = sets.byAnalyst();
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (isOut(records[i]->id))
            continue;
        const std::size_t set = sets.of(i);
        const auto [node, isNew] = nodes.try_emplace(set, result.nodes.size());
        if (isNew)
            result.nodes.emplace_back().identity = byAnalyst.contains(set) ? Identity::Analyst
                                                   : byName.contains(set)  ? Identity::Name
                                                                           : Identity::Id;
        result.nodeOf[i] = node->second;
        Joined<IdType>& joined = result.nodes[node->second];
        joined.members.push_back(records[i]->id);
        addIds(joined.ids, records[i]->ids);
    }
    for (Joined<IdType>& joined : result.nodes) {
        if (joined.members.size() == 1)
            joined.identity = Identity::Id; // What it is one with is not here.
    }
    return result;
}

/// Those of which something is said, all of which an analyst rejected.
std::set<EventId> rejectedEvents(const Store& store)
{
    std::set<EventId> rejected;
    for (const ArticleId article : store.articles()) {
        const std::vector<Claim>& claims = store.records(article).claims;
        if (std::ranges::none_of(claims, &Claim::rejected))
            continue;
        for (const Claim& claim : claims)
            rejected.insert(claim.event);
        for (const Claim& claim : claims) {
            if (!claim.rejected)
                rejected.erase(claim.event);
        }
    }
    return rejected;
}

} // namespace

std::vector<Alias> aliasesOf(const std::vector<const Mention*>& mentions)
{
    std::vector<Alias> aliases;
    std::map<std::string_view, std::size_t> places;
    for (const Mention* mention : mentions) {
        const auto [place, isNew] = places.emplace(mention->text, aliases.size());
        if (isNew)
            aliases.push_back({mention->text, {}});
        aliases[place->second].mentions.push_back(mention->id);
    }
    std::ranges::stable_sort(aliases, std::ranges::greater{},
                             [](const Alias& alias) { return alias.mentions.size(); });
    return aliases;
}

std::string preferredName(const std::vector<Alias>& aliases, const std::vector<OutsideId>& ids,
                          bool isPerson)
{
    if (const std::string& name = referenceName(ids); !name.empty())
        return name;
    if (aliases.empty())
        return {};
    if (!isPerson || aliases.size() == 1) // Most have one; to fold it takes half of all this.
        return aliases.front().name;
    const auto fullness = [](const Alias& alias) { return wordCount(folded(alias.name)); };
    return std::ranges::max_element(aliases, {}, fullness)->name;
}

JoinedRecords<EntityId> joinEntities(const Store& store, const Ontology& ontology,
                                     IdentityRule rule)
{
    const std::vector<const Entity*> entities = allOf(store, &ArticleRecords::entities);
    Sets sets(entities, store.entityVerdicts());
    joinById(entities, sets);
    std::set<std::size_t> byName;
    if (rule == IdentityRule::IdsAndNames)
        byName = NameJoin(store, ontology, entities, sets).run();
    return collect<EntityId>(entities, sets, byName, [](EntityId) { return false; });
}

JoinedRecords<EventId> joinEvents(const Store& store)
{
    const std::vector<const Event*> events = allOf(store, &ArticleRecords::events);
    Sets sets(events, store.eventVerdicts());
    joinById(events, sets);
    const std::set<EventId> rejected = rejectedEvents(store);
    return collect<EventId>(events, sets, {}, [&](EventId id) { return rejected.contains(id); });
}

} // namespace entente
