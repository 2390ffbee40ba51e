// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/byhand/handbase.h"

#include <set>

namespace entente
{

/// The records of one article as an edit in the making leaves them, and the edit. Each step adds to
/// both, so that a later one sees what earlier ones did.
class HandDraft
{
public:
    /// @pre the article is in the store.
    HandDraft(const HandBase& base, ArticleId article);

    const ArticleRecords& records() const { return m_records; }
    Together edit() && { return std::move(m_edit); }

    // A null pointer: there is no such record.
    const Mention* mention(MentionId id) const;
    const Entity* entity(EntityId id) const;
    const Claim* claim(ClaimId id) const;

    /// These words as a mention that can be added.
    Mention mentionOn(const TextSpans& spans, std::string type) const;
    /// The claims that begin from a mention or have it in a role.
    std::vector<ClaimId> claimsThatName(MentionId mention) const;
    /// Whether they stand for one node: by whatever words, or by whatever claim of an event.
    bool nameSame(const Filler& one, const Filler& other) const;
    /// Whether the article has a relation of the same two, by the same words, that is not rejected.
    bool saysAlready(const Claim& relation) const;

    void add(Mention mention);
    void add(Entity entity);
    void add(Event event);
    void add(Claim claim);
    void change(MentionId id, const MentionFields& fields);
    void change(ClaimId id, const ClaimFields& fields);
    /// Any other edit, of what this does not hold.
    void also(SingleEdit edit) { m_edit.edits.push_back(std::move(edit)); }

    /// The record of this article for a node of the graph, made when it has none.
    /// An analyst's verdict joins the two where ids do not, or would join it with another node that
    /// bears them, too.
    /// @param who an entity's node; nil: somebody new. @param type, ids of a new one.
    EntityId entityFor(NodeId who, const std::string& type, const std::vector<OutsideId>& ids = {});

    /// Takes claims away with the relations and roles that name them, and the events that are left
    /// without any.
    void remove(std::set<ClaimId> claims);
    /// Takes a mention away that no claim uses; its entity, too, if it was the last one of it.
    void remove(MentionId id);
    /// Of an event that no claim speaks of any more.
    void removeIfEmpty(EventId event);
    void removeIfEmpty(EntityId entity);

    /// Gives a claim other roles, and the quotes and dates that follow from them as when they are
    /// imported: those of its Evidence and Time; failing evidence, the sentences round its words.
    /// Dates that came of no role stay, and one that was taken away by hand does not come back.
    void setRoles(ClaimId id, std::vector<RoleFiller> roles);
    /// Has words stand for another date, or for none; the dates of claims with them follow.
    void setIds(MentionId id, std::vector<OutsideId> ids);
    /// To be called when the words that a claim rests on stand elsewhere. What rests on an
    /// analyst's own text rests on all of it, with the reason.
    void quoteAnew(ClaimId id);
    /// The words of a claim's trigger and of what fills its roles, without its evidence.
    std::vector<const Mention*> wordsOf(const Claim& claim) const;

private:
    std::vector<Edtf> datesIn(const std::vector<RoleFiller>& roles) const;
    NodeId nodeOf(const Filler& filler) const;

    const HandBase& m_base;
    ArticleRecords m_records;
    Together m_edit;
};

} // namespace entente
