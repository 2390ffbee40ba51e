// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/byhand/handbase.h"

#include <string>
#include <string_view>

namespace entente
{

enum class EntityUse;
struct Role;

// What passages say is made claims of: events with who and what fills their roles, and relations.
// All give an edit to be performed, or why it cannot be, in words. A role or an end that the
// ontology does not allow is refused, with what it allows.

/// Words that tell of an event.
struct EventWish
{
    ArticleId article;
    TextSpans trigger;
    std::string type; ///< "Visit"
    std::optional<Modality> modality;
    std::optional<Factuality> factuality;
    std::string polarity;
};

/// A claim in the making.
struct MadeClaim
{
    Together edit; ///< To be performed; then the records below are there.
    ClaimId claim;
    MentionId trigger; ///< Nil for a relation.
};

/// Makes an event with one claim, which rests on the sentence round its trigger until evidence is
/// marked or roles are filled.
Expected<MadeClaim, std::string> addEvent(const HandBase& base, const EventWish& wish);

/// Whether a role takes one more: its ontology may allow only so many.
bool hasRoom(const Role& role, const Claim& claim);

/// The role of an event that takes words of one use: those it rests on, those that date it.
struct WordsRole
{
    const Role* role = nullptr; ///< Null: the vocabulary has none.
    std::string type;           ///< Of such words.
};
WordsRole wordsRole(const Ontology& ontology, const std::string& event, EntityUse use);

/// Has something fill a role of an event's claim; for a role that takes one only, in the place of
/// what filled it. A trigger stands for its event.
Expected<Together, std::string> fillRole(const HandBase& base, ClaimId id, const std::string& name,
                                         MentionId mention);
/// Takes away what fills a role. @param index among all of the claim's.
Expected<Together, std::string> emptyRole(const HandBase& base, ClaimId id, std::size_t index);

/// Marks words as what a claim rests on, in the place of what it rested on. No spans: it rests on
/// the sentences round its words again.
Expected<Together, std::string> setEvidence(const HandBase& base, ClaimId id,
                                            const TextSpans& spans);

/// Marks words as a date and has them be the claim's: in the role that takes dates. Words that date
/// another claim otherwise are marked a second time: that one keeps its date.
Expected<Together, std::string> setDate(const HandBase& base, ClaimId id, const TextSpans& spans,
                                        const Edtf& date);

/// Says of two mentions what the relation says, as the sentence round both has it. A trigger stands
/// for its event. Which is which follows from what the ontology takes at either end. That two are
/// one is no relation: they are merged.
Expected<MadeClaim, std::string> addRelation(const HandBase& base, const std::string& name,
                                             MentionId one, MentionId other);

/// Takes claims away with what names them.
Expected<Together, std::string> removeClaims(const HandBase& base, const std::vector<ClaimId>& ids);

/// Turns claims of events into those of another type. What the type has no role for goes, and what
/// its role does not accept or has no room for; but a participant fills a role that is required and
/// accepts it. An event whose claims are all among them is of that type, too.
Expected<Together, std::string> changeType(const HandBase& base, const std::vector<ClaimId>& ids,
                                           const std::string& name);
Expected<Together, std::string> changeType(const HandBase& base, ClaimId id,
                                           const std::string& name);

/// The claim that begins from these words; nil when none does.
ClaimId claimFrom(const HandBase& base, MentionId trigger);

} // namespace entente
