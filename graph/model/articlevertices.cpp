// SPDX-License-Identifier: Apache-2.0
#include "graph/model/articlevertices.h"

#include "graph/base/inparallel.h"
#include "graph/model/store.h"

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

using Vertex = ArticleVertices::Vertex;

template <class IdType>
using Table = boost::container::flat_map<IdType, Vertex>;

template <class IdType>
using Rows = std::vector<std::pair<IdType, Vertex>>; // A table sorts them all at once.

template <class IdType>
Table<IdType> tableOf(Rows<IdType> rows)
{
    // Sorted by us: what the table has for this takes the compiler ten times as long as the rest.
    std::ranges::sort(rows, {}, &std::pair<IdType, Vertex>::first);
    return Table<IdType>(boost::container::ordered_unique_range, rows.begin(), rows.end());
}

/// @param place the node of the first of them.
template <class IdType, class Record>
Table<IdType> verticesOf(const std::vector<Record>& records, const std::size_t* place, Vertex first)
{
    Rows<IdType> rows;
    rows.reserve(records.size());
    for (const Record& record : records) {
        if (const std::size_t node = *place++; node != noNode)
            rows.emplace_back(record.id, first + node);
    }
    return tableOf(std::move(rows));
}

Table<MentionId> ofMentions(const std::vector<Mention>& mentions, const Table<EntityId>& entities)
{
    Rows<MentionId> rows;
    rows.reserve(mentions.size());
    for (const Mention& mention : mentions) {
        const auto found = mention.entity.isNil() ? entities.end() : entities.find(mention.entity);
        if (found != entities.end())
            rows.emplace_back(mention.id, found->second);
    }
    return tableOf(std::move(rows));
}

Table<ClaimId> ofClaims(const std::vector<Claim>& claims, const Table<EventId>& events)
{
    Rows<ClaimId> rows;
    rows.reserve(claims.size());
    for (const Claim& claim : claims) {
        if (!claim.isRelation() && !claim.rejected)
            rows.emplace_back(claim.id, events.at(claim.event));
    }
    return tableOf(std::move(rows));
}

} // namespace

std::optional<Vertex> ArticleVertices::of(const Filler& filler) const
{
    const auto find = [](const auto& table, const auto& id) {
        const auto found = table.find(id);
        return found == table.end() ? std::nullopt : std::optional(found->second);
    };
    if (const auto* mention = std::get_if<MentionId>(&filler))
        return find(mentions, *mention);
    return find(claims, std::get<ClaimId>(filler));
}

std::vector<ArticleVertices> articleVertices(const Store& store,
                                             const JoinedRecords<EntityId>& entities,
                                             const JoinedRecords<EventId>& events)
{
    struct Source
    {
        const ArticleRecords* records;
        std::size_t entity, event; ///< Its first ones, among all.
    };
    std::vector<Source> sources;
    Source next{};
    for (const ArticleId article : store.articles()) {
        next.records = &store.records(article);
        sources.push_back(next);
        next.entity += next.records->entities.size();
        next.event += next.records->events.size();
    }
    std::vector<ArticleVertices> all(sources.size());
    inParallel(sources.size(), [&](std::size_t index) {
        const auto& [records, entity, event] = sources[index];
        const auto ofEntities =
            verticesOf<EntityId>(records->entities, entities.nodeOf.data() + entity, 0);
        const auto ofEvents = verticesOf<EventId>(records->events, events.nodeOf.data() + event,
                                                  entities.nodes.size());
        all[index] = {ofMentions(records->mentions, ofEntities),
                      ofClaims(records->claims, ofEvents)};
    });
    return all;
}

} // namespace entente
