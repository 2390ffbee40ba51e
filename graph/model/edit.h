// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/shared.h"
#include "graph/model/fields.h"
#include "graph/model/records.h"

#include <optional>
#include <set>
#include <utility>
#include <variant>
#include <vector>

namespace entente
{

// Every way in which the store can change is one struct here. An edit carries ids and values only,
// so that it can wait on an undo stack, in a file or in a test.

/// Adds an article with all that its annotation says, in one step.
struct AddArticle
{
    Shared<ArticleRecords> records;
    int position = -1; ///< Among the articles; -1: after all others.

    bool operator==(const AddArticle&) const = default;
};

/// Takes an article and all that rests on it away.
struct RemoveArticle
{
    ArticleId article;

    bool operator==(const RemoveArticle&) const = default;
};

/// As RemoveArticle; what keeps the store on disk forgets every word of it, too.
struct EraseArticle
{
    ArticleId article;

    bool operator==(const EraseArticle&) const = default;
};

/// Adds a mention, an entity, an event or a claim to an article that is there.
template <class Record>
struct AddRecord
{
    Record record;
    int position = -1; ///< Among its kind in the article; -1: after all others.

    bool operator==(const AddRecord&) const = default;
};
using AddMention = AddRecord<Mention>;
using AddEntity = AddRecord<Entity>;
using AddEvent = AddRecord<Event>;
using AddClaim = AddRecord<Claim>;

/// Takes a record away that no other one needs any more.
template <class IdType>
struct RemoveRecord
{
    IdType id;

    bool operator==(const RemoveRecord&) const = default;
};
using RemoveMention = RemoveRecord<MentionId>;
using RemoveEntity = RemoveRecord<EntityId>;
using RemoveEvent = RemoveRecord<EventId>;
using RemoveClaim = RemoveRecord<ClaimId>;

/// Gives some fields of a record other values: a name, a grade, a note; rejects a claim or moves it
/// to another event.
template <class IdType, class Fields>
struct ChangeRecord
{
    IdType id;
    Fields fields;

    bool operator==(const ChangeRecord&) const = default;
};
using ChangeArticle = ChangeRecord<ArticleId, ArticleFields>;
using ChangeMention = ChangeRecord<MentionId, MentionFields>;
using ChangeEntity = ChangeRecord<EntityId, EntityFields>;
using ChangeEvent = ChangeRecord<EventId, EventFields>;
using ChangeClaim = ChangeRecord<ClaimId, ClaimFields>;

/// What an analyst says of two records, whatever their ids and names say.
enum class Sameness {
    One,   ///< They are one.
    Apart, ///< They are two.
};

/// Merges two entities, or two events; keeps them apart; or, with no verdict, leaves them to what
/// the articles say.
template <class IdType>
struct JudgeSameness
{
    IdType a, b;
    std::optional<Sameness> verdict;

    bool operator==(const JudgeSameness&) const = default;
};
using JudgeEntities = JudgeSameness<EntityId>;
using JudgeEvents = JudgeSameness<EventId>;

/// Where one node of a view stands by an analyst's hand; no point: wherever the layout puts it.
struct NodePlacement
{
    NodeId node;
    std::optional<Point> point; ///< Its centre.

    bool operator==(const NodePlacement&) const = default;
};

/// Puts nodes where an analyst wants them. Consecutive placements of the same nodes merge in undo.
struct PlaceNodes
{
    std::vector<NodePlacement> placements;

    bool operator==(const PlaceNodes&) const = default;
};

/// Keeps a view, under a new id or in the place of the one that has this id.
struct PutView
{
    SavedView view;

    bool operator==(const PutView&) const = default;
};

struct RemoveView
{
    ViewId view;

    bool operator==(const RemoveView&) const = default;
};

/// Keeps a file of the vocabulary that articles were annotated with, or takes it away: an
/// annotation.conf with what stands beside it.
struct PutVocabularyFile
{
    /// By its path in the folder that was opened: "2024/annotation.conf".
    std::string name;
    std::optional<std::string> bytes; ///< None: there is no such file (any more).

    bool operator==(const PutVocabularyFile&) const = default;
};

/// Keeps that an analyst has looked at something and leaves it as it is, or opens it again. What it
/// is said of is named by whoever asks: a word and ids, so that it is found again.
struct SettleMatter
{
    /// "no-date:1f0c…". With words of an article in it, it has the id of that, too (concerns()).
    std::string matter;
    std::optional<std::string> because; ///< None: it is open (again).

    bool operator==(const SettleMatter&) const = default;
};

/// Whether a matter is one of an article, and is forgotten when that is erased: its key names it.
bool concerns(const std::string& matter, ArticleId article);

// The two below are structs with special members of their own, which are compiled once: every file
// that copies or destroys one would make them for all the kinds anew, which took from two to five
// of its seven seconds.

/// One edit; can be one of several.
struct SingleEdit
    : std::variant<AddArticle, RemoveArticle, EraseArticle, ChangeArticle, AddMention,
                   ChangeMention, RemoveMention, AddEntity, ChangeEntity, RemoveEntity, AddEvent,
                   ChangeEvent, RemoveEvent, AddClaim, ChangeClaim, RemoveClaim, JudgeEntities,
                   JudgeEvents, PlaceNodes, PutView, RemoveView, PutVocabularyFile, SettleMatter>
{
    using Kinds = variant;
    using variant::variant;

    SingleEdit();
    SingleEdit(const SingleEdit& other);
    SingleEdit(SingleEdit&& other) noexcept;
    SingleEdit& operator=(const SingleEdit& other);
    SingleEdit& operator=(SingleEdit&& other) noexcept;
    ~SingleEdit();

    bool operator==(const SingleEdit& other) const;
    /// There is no order; to ask whether there is one would be an error within std::variant.
    friend bool operator<(const SingleEdit&, const SingleEdit&) = delete;
};

/// Several edits that are one step, in their order; all of them or none.
struct Together
{
    std::vector<SingleEdit> edits;

    bool operator==(const Together&) const = default;
};

/// One step.
struct Edit : std::variant<AddArticle, RemoveArticle, EraseArticle, ChangeArticle, AddMention,
                           ChangeMention, RemoveMention, AddEntity, ChangeEntity, RemoveEntity,
                           AddEvent, ChangeEvent, RemoveEvent, AddClaim, ChangeClaim, RemoveClaim,
                           JudgeEntities, JudgeEvents, PlaceNodes, PutView, RemoveView,
                           PutVocabularyFile, SettleMatter, Together>
{
    using Kinds = variant;
    using variant::variant;

    Edit();
    Edit(const Edit& other);
    Edit(Edit&& other) noexcept;
    Edit& operator=(const Edit& other);
    Edit& operator=(Edit&& other) noexcept;
    ~Edit();

    bool operator==(const Edit& other) const;
    friend bool operator<(const Edit&, const Edit&) = delete; ///< As above.
};

/// What an edit touched, so that what is derived from the store knows what to build anew.
struct Change
{
    std::set<ArticleId> articles; ///< Came, went, or have other records.
    bool order = false;           ///< Of the articles, other than by more at the end.
    std::set<std::pair<EntityId, EntityId>>
        entityVerdicts; ///< As Store::entityVerdicts() has them.
    std::set<std::pair<EventId, EventId>> eventVerdicts;
    std::set<NodeId> placed;
    std::set<ViewId> views;
    std::set<std::string> vocabulary; ///< Names of its files.
    std::set<std::string> settled;    ///< Matters; no part of the graph.

    /// Whether there may be another graph now.
    bool content() const
    {
        return !articles.empty() || !entityVerdicts.empty() || !eventVerdicts.empty() ||
               !vocabulary.empty();
    }
    void add(Change other);
};

/// What is said of an edit in menus and history: "Move 3 nodes".
std::string wordsOf(const Edit& edit);

} // namespace entente
