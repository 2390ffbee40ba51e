// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/model/edit.h"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace entente
{

/// An edit that was done: how to take it back, and what it touched.
struct Applied
{
    Edit inverse;
    Change change;
};

/// The one owner of the truth: articles and what they say, as records by id. It changes by edits
/// alone, all or nothing. All else in the program is derived from it and thrown away when it
/// changes.
class Store
{
public:
    /// @returns the inverse and what changed; or why nothing was done, in words.
    Expected<Applied, std::string> apply(const Edit& edit);

    // In the order in which articles were added, and within one in the order of its file.
    const std::vector<ArticleId>& articles() const { return m_order; }
    /// What one article holds; its ids in the order of the file.
    struct Contents
    {
        std::vector<MentionId> mentions;
        std::vector<EntityId> entities;
        std::vector<EventId> events;
        std::vector<ClaimId> claims;

        bool operator==(const Contents&) const = default;
    };
    const Contents& contents(ArticleId id) const;

    // A null pointer: there is no such record (any more).
    const Article* article(ArticleId id) const;
    const Mention* mention(MentionId id) const;
    const Entity* entity(EntityId id) const;
    const Event* event(EventId id) const;
    const Claim* claim(ClaimId id) const;
    std::optional<Point> placement(NodeId id) const;
    const std::map<NodeId, Point>& placements() const { return m_placements; }

    std::size_t mentionCount() const { return m_mentions.size(); }
    std::size_t claimCount() const { return m_claims.size(); }

    bool operator==(const Store&) const = default;

private:
    Expected<Applied, std::string> applyOne(const AddArticle& edit);
    Expected<Applied, std::string> applyOne(const RemoveArticle& edit);
    Expected<Applied, std::string> applyOne(const PlaceNodes& edit);

    std::vector<ArticleId> m_order;
    std::unordered_map<ArticleId, Article> m_articles;
    std::unordered_map<ArticleId, Contents> m_contents;
    std::unordered_map<MentionId, Mention> m_mentions;
    std::unordered_map<EntityId, Entity> m_entities;
    std::unordered_map<EventId, Event> m_events;
    std::unordered_map<ClaimId, Claim> m_claims;
    std::map<NodeId, Point> m_placements;
};

} // namespace entente
