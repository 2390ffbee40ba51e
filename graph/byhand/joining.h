// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/byhand/handbase.h"

#include <span>
#include <string>
#include <vector>

namespace entente
{

// Who is who, and which meetings are one, as an analyst says. All give an edit to be performed, or
// why it cannot be, in words. Quotes stay with their records through all of it, so that what was
// joined can be taken apart again at any later time.

/// Says that nodes, all entities or all events, are one.
/// @param name it goes by then; empty: by the one that follows from its records.
Expected<Together, std::string> merge(const HandBase& base, std::span<const NodeId> ids,
                                      const std::string& name = {});

/// Says that what a node is put together from is one, whatever joined it.
Expected<Together, std::string> keepTogether(const HandBase& base, NodeId id);
/// Says that nodes, all entities or all events, are each another.
Expected<Together, std::string> keepApart(const HandBase& base, std::span<const NodeId> ids);

/// Authorities by whose ids nodes are not one, with these ids: it speaks against merging them.
std::vector<std::vector<OutsideId>> differingIds(const HandBase& base, std::span<const NodeId> ids);

/// What a node is put together from, for those who would take it apart: its records, each with the
/// article it stands in.
struct Part
{
    ArticleId article;
    EntityId entity; ///< One of the two is nil.
    EventId event;
    std::string words; ///< What the article calls it.
    /// Of an entity's record: all by which the article names it, in the order of the text.
    std::vector<MentionId> mentions = {};

    bool operator==(const Part&) const = default;
};
std::vector<Part> partsOf(const HandBase& base, NodeId id);

/// Takes parts out of a node: they are together, and so is the rest, and the two are kept apart.
/// @param parts some of partsOf(node), not all. One with fewer of its mentions stands for these
/// alone: its article then speaks of two.
Expected<Together, std::string> split(const HandBase& base, NodeId id, std::span<const Part> parts);

/// Gives a node a name; empty: the one that the articles give it.
Expected<Together, std::string> giveName(const HandBase& base, NodeId id, const std::string& name);
/// Gives it another type of the same kind; its mentions follow, and an event's claims.
Expected<Together, std::string> giveType(const HandBase& base, NodeId id, const std::string& type);
/// Gives it a note, in its first record.
Expected<Together, std::string> giveNote(const HandBase& base, NodeId id, const std::string& note);

/// What is wrong with an id of an authority by its form, in words; empty: nothing that is known of.
/// Wikidata's are "Q" and a number, those of ISO 3166-1 three letters of a state that there is.
std::string troubleWithId(const OutsideId& id);
/// Gives a node outside ids in the place of those it has.
Expected<Together, std::string> giveIds(const HandBase& base, NodeId id,
                                        const std::vector<OutsideId>& ids);

} // namespace entente
