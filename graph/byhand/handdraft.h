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
    const Claim* claim(ClaimId id) const;

    void add(Mention mention);
    void add(Entity entity);
    void add(Event event);
    void add(Claim claim);
    void change(MentionId id, const MentionFields& fields);
    void change(ClaimId id, const ClaimFields& fields);
    /// Any other edit, of what this does not hold.
    void also(SingleEdit edit) { m_edit.edits.push_back(std::move(edit)); }

    /// The record of this article for a node of the graph, made when it has none.
    /// @param who nil: somebody new. @param type, ids of a new one.
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
    /// Dates that came of no role stay.
    void setRoles(ClaimId id, std::vector<RoleFiller> roles);
    /// To be called when the words that a claim rests on stand elsewhere.
    void quoteAnew(ClaimId id);
    /// The words of a claim's trigger and of what fills its roles, without its evidence.
    std::vector<const Mention*> wordsOf(const Claim& claim) const;

private:
    std::vector<Edtf> datesIn(const std::vector<RoleFiller>& roles) const;

    const HandBase& m_base;
    ArticleRecords m_records;
    Together m_edit;
};

} // namespace entente
