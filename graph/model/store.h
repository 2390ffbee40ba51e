// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/model/edit.h"
#include "graph/model/recordindex.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente
{

/// It is kept in the log as text, twice when it is replaced.
constexpr std::size_t vocabularyBytesAtMost = 4U << 20U;

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
    /// Of articles in their order, as when all of them are read; or why it cannot be, in words.
    /// What it begins with is shared by its copies.
    static Expected<Store, std::string> of(const std::vector<Shared<ArticleRecords>>& articles);

    /// @returns the inverse and what changed; or why nothing was done, in words.
    Expected<Applied, std::string> apply(Edit edit);

    /// In the order in which they were added.
    const std::vector<ArticleId>& articles() const { return m_order; }
    /// Empty: there is no such article (any more).
    const ArticleRecords& records(ArticleId id) const;
    /// The same, to hand on.
    Shared<ArticleRecords> sharedRecords(ArticleId id) const;

    // A null pointer: there is no such record (any more).
    const Article* article(ArticleId id) const;
    const Mention* mention(MentionId id) const;
    const Entity* entity(EntityId id) const;
    const Event* event(EventId id) const;
    const Claim* claim(ClaimId id) const;
    std::optional<Point> placement(NodeId id) const;
    const std::map<NodeId, Point>& placements() const { return m_placements; }
    /// What analysts say of pairs of records; the lower id first.
    template <class IdType>
    using Verdicts = std::map<std::pair<IdType, IdType>, Sameness>;
    const Verdicts<EntityId>& entityVerdicts() const { return m_entityVerdicts; }
    const Verdicts<EventId>& eventVerdicts() const { return m_eventVerdicts; }
    const std::map<ViewId, SavedView>& views() const { return m_views; }
    /// The bytes of the files that the articles' vocabulary comes from, by their names in the
    /// folder that they were opened in; empty: it is the program's own.
    const std::map<std::string, std::string>& vocabulary() const { return m_vocabulary; }
    /// What analysts leave as it is, by its key, and why.
    const std::map<std::string, std::string>& settled() const { return m_settled; }

    std::size_t mentionCount() const { return m_mentions.size(); }
    std::size_t claimCount() const { return m_claims.size(); }

    bool operator==(const Store& other) const;

private:
    using Result = Expected<Applied, std::string>;

    Result applyOne(const AddArticle& edit);
    Result applyOne(const RemoveArticle& edit);
    Result applyOne(const EraseArticle& edit);
    Result applyOne(const ChangeArticle& edit);
    template <class Record>
    Result applyOne(AddRecord<Record> edit);
    template <class IdType>
    Result applyOne(const RemoveRecord<IdType>& edit);
    template <class IdType, class Fields>
    Result applyOne(ChangeRecord<IdType, Fields> edit);
    template <class IdType>
    Result applyOne(const JudgeSameness<IdType>& edit);
    Result applyOne(const PlaceNodes& edit);
    Result applyOne(PutView edit);
    Result applyOne(const RemoveView& edit);
    Result applyOne(PutVocabularyFile edit);
    Result applyOne(SettleMatter edit);
    Result applyOne(Together edit);

    std::string replace(ArticleRecords records);
    template <class IdType>
    Verdicts<IdType>& verdicts();
    std::string troubleWithNew(const Article& article) const;
    void makeRoomFor(const Together& edit);
    std::string addToIndex(const ArticleRecords& records);
    std::string addOthersToIndex(const ArticleRecords& records);
    void takeFromIndex(const ArticleRecords& records);

    std::vector<ArticleId> m_order;
    // What is in the store never changes in place: its copies share it, and their indexes hold.
    std::unordered_map<ArticleId, Shared<ArticleRecords>::Pointer> m_articles;
    RecordIndex<MentionId, Mention> m_mentions;
    RecordIndex<EntityId, Entity> m_entities;
    RecordIndex<EventId, Event> m_events;
    RecordIndex<ClaimId, Claim> m_claims;
    std::map<NodeId, Point> m_placements;
    Verdicts<EntityId> m_entityVerdicts;
    Verdicts<EventId> m_eventVerdicts;
    std::map<ViewId, SavedView> m_views;
    std::map<std::string, std::string> m_vocabulary;
    std::map<std::string, std::string> m_settled;
};

} // namespace entente
