// SPDX-License-Identifier: Apache-2.0
#include "graph/model/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

template <class Id, class Record>
const Record* findIn(const std::unordered_map<Id, const Record*>& index, Id id)
{
    const auto found = index.find(id);
    return found == index.end() ? nullptr : found->second;
}

/// Stops at the first record whose id is nil, or in the index already, and returns it.
template <class Id, class Record>
const Record* addAll(std::unordered_map<Id, const Record*>& index,
                     const std::vector<Record>& records)
{
    for (const Record& record : records) {
        if (record.id.isNil() || !index.emplace(record.id, &record).second)
            return &record;
    }
    return nullptr;
}

/// Leaves others of the same id alone: they were there first.
template <class Id, class Record>
void takeAll(std::unordered_map<Id, const Record*>& index, const std::vector<Record>& records)
{
    for (const Record& record : records) {
        const auto found = index.find(record.id);
        if (found != index.end() && found->second == &record)
            index.erase(found);
    }
}

} // namespace

Expected<Applied, std::string> Store::apply(Edit edit)
{
    return std::visit([this](auto& one) { return applyOne(std::move(one)); }, edit);
}

Expected<Applied, std::string> Store::applyOne(AddArticle edit)
{
    const Article& article = edit.records.article;
    if (article.id.isNil() || !article.text)
        return Unexpected{std::string("An article needs an id and a text.")};
    if (m_articles.contains(article.id))
        return Unexpected{fmt::format("“{}” is here already.", article.title)};
    if (edit.position > static_cast<int>(m_order.size()))
        return Unexpected{std::string("There are fewer articles than that.")};
    const auto records = std::make_shared<const ArticleRecords>(std::move(edit.records));
    if (std::string trouble = addToIndex(*records); !trouble.empty()) {
        takeFromIndex(*records);
        return Unexpected{std::move(trouble)};
    }
    const ArticleId id = records->article.id;
    m_order.insert(edit.position < 0 ? m_order.end() : m_order.begin() + edit.position, id);
    m_articles.emplace(id, records);
    return Applied{.inverse = RemoveArticle{id}, .change = {.content = true, .placed = {}}};
}

/// @returns what is wrong with their ids, in words; then a part of them may be in the index.
std::string Store::addToIndex(const ArticleRecords& records)
{
    if (const Mention* mention = addAll(m_mentions, records.mentions))
        return fmt::format("Two mentions have the id {}.", mention->id.text());
    if (const Entity* entity = addAll(m_entities, records.entities))
        return fmt::format("Two entities have the id {}.", entity->id.text());
    if (const Event* event = addAll(m_events, records.events))
        return fmt::format("Two events have the id {}.", event->id.text());
    if (const Claim* claim = addAll(m_claims, records.claims))
        return fmt::format("Two claims have the id {}.", claim->id.text());
    return {};
}

void Store::takeFromIndex(const ArticleRecords& records)
{
    takeAll(m_mentions, records.mentions);
    takeAll(m_entities, records.entities);
    takeAll(m_events, records.events);
    takeAll(m_claims, records.claims);
}

Expected<Applied, std::string> Store::applyOne(const RemoveArticle& edit)
{
    const auto place = std::ranges::find(m_order, edit.article);
    if (place == m_order.end())
        return Unexpected{std::string("This article is not here (any more).")};
    const auto records = std::move(m_articles.extract(edit.article).mapped());
    takeFromIndex(*records);
    AddArticle inverse{.records = *records, .position = static_cast<int>(place - m_order.begin())};
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

const ArticleRecords& Store::records(ArticleId id) const
{
    static const ArticleRecords none;
    const auto found = m_articles.find(id);
    return found == m_articles.end() ? none : *found->second;
}

const Article* Store::article(ArticleId id) const
{
    const auto found = m_articles.find(id);
    return found == m_articles.end() ? nullptr : &found->second->article;
}

const Mention* Store::mention(MentionId id) const { return findIn(m_mentions, id); }
const Entity* Store::entity(EntityId id) const { return findIn(m_entities, id); }
const Event* Store::event(EventId id) const { return findIn(m_events, id); }
const Claim* Store::claim(ClaimId id) const { return findIn(m_claims, id); }

std::optional<Point> Store::placement(NodeId id) const
{
    const auto found = m_placements.find(id);
    return found == m_placements.end() ? std::nullopt : std::optional(found->second);
}

bool Store::operator==(const Store& other) const
{
    const auto sameRecords = [&](ArticleId id) {
        const auto& mine = m_articles.at(id);
        const auto& others = other.m_articles.at(id);
        return mine == others || *mine == *others;
    };
    return m_order == other.m_order && m_placements == other.m_placements &&
           std::ranges::all_of(m_order, sameRecords);
}

} // namespace entente
