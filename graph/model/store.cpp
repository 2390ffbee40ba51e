// SPDX-License-Identifier: Apache-2.0
#include "graph/model/store.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente
{

namespace
{

template <class Id, class Record>
const Record* findIn(const std::unordered_map<Id, Record>& records, Id id)
{
    const auto found = records.find(id);
    return found == records.end() ? nullptr : &found->second;
}

/// The first id that is nil, twice in the list or in the store already.
template <class Id, class Record>
const Record* firstUnusable(const std::unordered_map<Id, Record>& records,
                            const std::vector<Record>& added)
{
    std::set<Id> seen;
    for (const Record& record : added) {
        if (record.id.isNil() || records.contains(record.id) || !seen.insert(record.id).second)
            return &record;
    }
    return nullptr;
}

template <class Id, class Record>
std::vector<Id> insertAll(std::unordered_map<Id, Record>& records, const std::vector<Record>& added)
{
    std::vector<Id> ids;
    ids.reserve(added.size());
    for (const Record& record : added) {
        ids.push_back(record.id);
        records.emplace(record.id, record);
    }
    return ids;
}

template <class Id, class Record>
std::vector<Record> takeAll(std::unordered_map<Id, Record>& records, const std::vector<Id>& ids)
{
    std::vector<Record> taken;
    taken.reserve(ids.size());
    for (const Id id : ids)
        taken.push_back(std::move(records.extract(id).mapped()));
    return taken;
}

} // namespace

Expected<Applied, std::string> Store::apply(const Edit& edit)
{
    return std::visit([this](const auto& one) { return applyOne(one); }, edit);
}

Expected<Applied, std::string> Store::applyOne(const AddArticle& edit)
{
    const Article& article = edit.article;
    if (article.id.isNil() || !article.text)
        return Unexpected{std::string("An article needs an id and a text.")};
    if (m_articles.contains(article.id))
        return Unexpected{fmt::format("“{}” is here already.", article.title)};
    if (edit.position > static_cast<int>(m_order.size()))
        return Unexpected{std::string("There are fewer articles than that.")};
    if (const Mention* mention = firstUnusable(m_mentions, edit.mentions))
        return Unexpected{fmt::format("Two mentions have the id {}.", mention->id.text())};
    if (const Entity* entity = firstUnusable(m_entities, edit.entities))
        return Unexpected{fmt::format("Two entities have the id {}.", entity->id.text())};
    if (const Event* event = firstUnusable(m_events, edit.events))
        return Unexpected{fmt::format("Two events have the id {}.", event->id.text())};
    if (const Claim* claim = firstUnusable(m_claims, edit.claims))
        return Unexpected{fmt::format("Two claims have the id {}.", claim->id.text())};

    m_order.insert(edit.position < 0 ? m_order.end() : m_order.begin() + edit.position, article.id);
    m_articles.emplace(article.id, article);
    m_contents[article.id] = Contents{
        .mentions = insertAll(m_mentions, edit.mentions),
        .entities = insertAll(m_entities, edit.entities),
        .events = insertAll(m_events, edit.events),
        .claims = insertAll(m_claims, edit.claims),
    };
    return Applied{.inverse = RemoveArticle{article.id}, .change = {.content = true, .placed = {}}};
}

Expected<Applied, std::string> Store::applyOne(const RemoveArticle& edit)
{
    const auto place = std::ranges::find(m_order, edit.article);
    if (place == m_order.end())
        return Unexpected{std::string("This article is not here (any more).")};
    const Contents contents = std::move(m_contents.extract(edit.article).mapped());
    AddArticle inverse{
        .article = std::move(m_articles.extract(edit.article).mapped()),
        .mentions = takeAll(m_mentions, contents.mentions),
        .entities = takeAll(m_entities, contents.entities),
        .events = takeAll(m_events, contents.events),
        .claims = takeAll(m_claims, contents.claims),
        .position = static_cast<int>(place - m_order.begin()),
    };
    m_order.erase(place);
    Applied applied{.inverse = Edit(std::in_place_type<AddArticle>, std::move(inverse)),
                    .change = {}};
    applied.change.content = true;
    return applied;
}

Expected<Applied, std::string> Store::applyOne(const PlaceNodes& edit)
{
    PlaceNodes inverse;
    Change change;
    for (const NodePlacement& placement : edit.placements) {
        if (placement.node.isNil() || !change.placed.insert(placement.node).second)
            return Unexpected{std::string("A node can be put in one place only.")};
        inverse.placements.push_back({placement.node, this->placement(placement.node)});
    }
    for (const NodePlacement& placement : edit.placements) {
        if (placement.point)
            m_placements[placement.node] = *placement.point;
        else
            m_placements.erase(placement.node);
    }
    return Applied{.inverse = std::move(inverse), .change = std::move(change)};
}

const Store::Contents& Store::contents(ArticleId id) const
{
    static const Contents none;
    const Contents* found = findIn(m_contents, id);
    return found ? *found : none;
}

const Article* Store::article(ArticleId id) const { return findIn(m_articles, id); }
const Mention* Store::mention(MentionId id) const { return findIn(m_mentions, id); }
const Entity* Store::entity(EntityId id) const { return findIn(m_entities, id); }
const Event* Store::event(EventId id) const { return findIn(m_events, id); }
const Claim* Store::claim(ClaimId id) const { return findIn(m_claims, id); }

std::optional<Point> Store::placement(NodeId id) const
{
    const auto found = m_placements.find(id);
    return found == m_placements.end() ? std::nullopt : std::optional(found->second);
}

} // namespace entente
