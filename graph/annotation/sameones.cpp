// SPDX-License-Identifier: Apache-2.0
#include "graph/annotation/sameones.h"

#include "graph/ontology/ontology.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace entente
{

namespace
{

/// @param find where a line of an id is, if it is of the kind that is joined.
template <class Find>
UnionFind sameOnes(const ArticleLines& lines, Find find, const std::vector<bool>& takesPart)
{
    UnionFind sets(takesPart.size());
    const auto join = [&](std::string_view a, std::string_view b) {
        const std::optional<std::size_t> first = find(a);
        const std::optional<std::size_t> second = find(b);
        if (first && second && takesPart[*first] && takesPart[*second])
            sets.join(*first, *second);
    };
    for (const EquivLine& line : lines.annotations().equivs) {
        // One that is not there, or takes no part, must not keep the others apart.
        std::string_view first;
        for (const std::string& member : line.members) {
            if (const auto at = find(member); !at || !takesPart[*at])
                continue;
            if (first.empty())
                first = member;
            join(first, member);
        }
    }
    for (const RelationLine& line : lines.annotations().relations) {
        if (lines.ontology().isIdentity(line.type))
            join(line.target1, line.target2);
    }
    std::map<std::pair<std::string, std::string_view>, std::string_view> firstWith;
    for (const NormalizationLine& line : lines.annotations().normalizations) {
        const std::optional<std::size_t> at = find(line.target);
        if (!at || !takesPart[*at] || line.database == dateAuthority)
            continue;
        const auto [first, isNew] = firstWith.emplace(
            std::pair{authorityFor(line.database, lines.ontology()), std::string_view(line.entry)},
            line.target);
        if (!isNew)
            join(first->second, line.target);
    }
    return sets;
}

} // namespace

std::vector<bool> verticesOf(const ArticleLines& lines)
{
    const std::vector<TextBound>& textBounds = lines.annotations().textBounds;
    std::vector<bool> isVertex(textBounds.size(), true);
    for (const EventLine& line : lines.annotations().events) {
        if (const auto trigger = lines.index().textBound(line.trigger))
            isVertex[*trigger] = false;
    }
    for (std::size_t i = 0; i < isVertex.size(); ++i) {
        const std::string& type = textBounds[i].type;
        const EntityType& entity = lines.ontology().entity(type);
        const bool isThing =
            entity.known ? entity.use == EntityUse::Vertex : !lines.ontology().knowsEvent(type);
        isVertex[i] = isVertex[i] && isThing;
    }
    return isVertex;
}

UnionFind sameThings(const ArticleLines& lines, const std::vector<bool>& isVertex)
{
    return sameOnes(
        lines, [&](std::string_view id) { return lines.index().textBound(id); }, isVertex);
}

UnionFind sameEvents(const ArticleLines& lines)
{
    return sameOnes(
        lines, [&](std::string_view id) { return lines.index().event(id); },
        std::vector<bool>(lines.annotations().events.size(), true));
}

} // namespace entente
