// SPDX-License-Identifier: Apache-2.0
#include "graph/exchange/sameonelines.h"

#include "graph/annotation/sameones.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace entente
{

namespace
{

/// What a line is one with: others of the same group. A nil id is a group of one.
using Groups = std::map<std::string, Uuid, std::less<>>;
using Members = std::vector<std::string>;

/// Parts the members of an equivalence by their groups, in the order of the first of each. Those
/// without a group take no part, and go with the first.
std::vector<Members> partsOf(const Members& members, const Groups& groups)
{
    std::vector<Members> parts(1);
    std::map<Uuid, std::size_t> partOf;
    for (const std::string& member : members) {
        const auto group = groups.find(member);
        if (group == groups.end()) {
            parts.front().push_back(member);
            continue;
        }
        std::size_t part = partOf.size();
        if (group->second.isNil())
            partOf.emplace(uuidFromName({}, member), part);
        else
            part = partOf.emplace(group->second, part).first->second;
        if (part >= parts.size())
            parts.resize(part + 1);
        parts[part].push_back(member);
    }
    return parts;
}

void part(std::vector<EquivLine>& equivs, const Groups& groups)
{
    std::vector<EquivLine> after;
    std::vector<EquivLine> added;
    for (EquivLine& line : equivs) {
        std::vector<Members> parts = partsOf(line.members, groups);
        for (std::size_t i = 1; i < parts.size(); ++i) {
            if (parts[i].size() > 1)
                added.push_back({line.type, std::move(parts[i]), 0, {}});
        }
        if (parts.size() > 1)
            line.members = std::move(parts.front());
        if (parts.size() == 1 || line.members.size() > 1)
            after.push_back(std::move(line));
    }
    equivs = std::move(after);
    equivs.insert(equivs.end(), added.begin(), added.end());
}

/// Joins members that nothing joins yet: on the line that names one of them already, if there is
/// one.
void join(std::vector<EquivLine>& equivs, const Members& group, const Members& apart,
          const char* type)
{
    const std::set<std::string> all(group.begin(), group.end());
    const auto isNamed = [&](const std::string& member) { return all.contains(member); };
    const auto line = std::ranges::find_if(equivs, [&](const EquivLine& equiv) {
        return std::ranges::any_of(equiv.members, isNamed);
    });
    if (line == equivs.end()) {
        equivs.push_back({type, apart, 0, {}});
        return;
    }
    for (const std::string& member : apart) {
        if (std::ranges::find(line->members, member) == line->members.end())
            line->members.push_back(member);
    }
}

/// @param ids of the lines that are joined, each with its set of those that are one now.
void joinAll(std::vector<EquivLine>& equivs,
             const std::vector<std::pair<std::string, std::size_t>>& ids, const Groups& groups,
             const char* type)
{
    std::vector<Uuid> order;
    std::map<Uuid, std::map<std::size_t, std::string>> firstOfSets;
    std::map<Uuid, Members> members;
    for (const auto& [id, set] : ids) {
        const auto group = groups.find(id);
        if (group == groups.end() || group->second.isNil())
            continue;
        if (members[group->second].empty())
            order.push_back(group->second);
        members[group->second].push_back(id);
        firstOfSets[group->second].emplace(set, id);
    }
    for (const Uuid& group : order) {
        Members apart;
        for (const auto& [set, id] : firstOfSets[group])
            apart.push_back(id);
        if (apart.size() > 1)
            join(equivs, members[group], apart, type);
    }
}

void setSameThings(Annotations& annotations, const ArticleRecords& mine, const RecordLines& lines,
                   const Ontology& ontology)
{
    std::map<std::string, EntityId, std::less<>> entityOf;
    for (const Mention& mention : mine.mentions)
        entityOf.emplace(lines.lineOf(mention.id), mention.entity);
    Groups groups;
    const auto vertices = verticesOf(ArticleLines(mine.article.id, annotations, ontology));
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        const std::string& id = annotations.textBounds[i].id;
        if (const auto entity = entityOf.find(id); vertices[i] && entity != entityOf.end())
            groups.emplace(id, entity->second.uuid());
    }
    part(annotations.equivs, groups);
    const ArticleLines now(mine.article.id, annotations, ontology);
    UnionFind sets = sameThings(now, vertices);
    std::vector<std::pair<std::string, std::size_t>> ids;
    for (std::size_t i = 0; i < vertices.size(); ++i)
        ids.emplace_back(annotations.textBounds[i].id, sets.of(i));
    joinAll(annotations.equivs, ids, groups, "SameAs");
}

void setSameEvents(Annotations& annotations, const ArticleRecords& mine, const RecordLines& lines,
                   const Ontology& ontology)
{
    Groups groups;
    for (const Claim& claim : mine.claims) {
        if (const std::string& id = lines.lineOf(claim.id); !id.empty() && !claim.isRelation())
            groups.emplace(id, claim.event.uuid());
    }
    part(annotations.equivs, groups);
    UnionFind sets = sameEvents(ArticleLines(mine.article.id, annotations, ontology));
    std::vector<std::pair<std::string, std::size_t>> ids;
    for (std::size_t i = 0; i < annotations.events.size(); ++i)
        ids.emplace_back(annotations.events[i].id, sets.of(i));
    joinAll(annotations.equivs, ids, groups, "SameEvent");
}

/// Takes the lines that went out of the equivalences that named them.
void dropGone(Annotations& annotations, const Annotations& file)
{
    std::set<std::string> gone;
    for (const TextBound& line : file.textBounds)
        gone.insert(line.id);
    for (const EventLine& line : file.events)
        gone.insert(line.id);
    for (const TextBound& line : annotations.textBounds)
        gone.erase(line.id);
    for (const EventLine& line : annotations.events)
        gone.erase(line.id);
    std::erase_if(annotations.equivs, [&](EquivLine& line) {
        return std::erase_if(line.members, [&](const auto& one) { return gone.contains(one); }) >
                   0 &&
               line.members.size() < 2;
    });
}

} // namespace

void setSameOnes(Annotations& annotations, const Annotations& file, const ArticleRecords& mine,
                 const RecordLines& lines, const Ontology& ontology)
{
    dropGone(annotations, file);
    setSameThings(annotations, mine, lines, ontology);
    setSameEvents(annotations, mine, lines, ontology);
}

} // namespace entente
