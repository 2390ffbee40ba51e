// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/byhand/handbase.h"
#include "graph/proposals/evidencesentences.h"

#include <span>
#include <string>

namespace entente
{

// An edge is drawn between two nodes, and rests on sentences in which both are mentioned.

/// One way in which two nodes can be connected, as the ontology allows it.
struct Connection
{
    enum class Kind {
        Role,     ///< `to` fills a role of the event `from`.
        Relation, ///< As a relation has it.
        Meeting,  ///< A new event, in which both take part.
    };

    Kind kind = Kind::Role;
    NodeId from, to;
    std::string type;             ///< The role, the relation, or the event's type.
    std::string fromRole, toRole; ///< Of a new event: as what they take part.

    bool operator==(const Connection&) const = default;
};

/// All ways to connect two nodes, from either side: roles and relations first, then, for two
/// actors, the types of events in which they can meet. Those that say that two are one are not
/// among them.
std::vector<Connection> connectionsBetween(const HandBase& base, NodeId one, NodeId other);

/// What the ontology calls it: "Visitor", "works for", "Talks".
std::string labelOf(const HandBase& base, const Connection& connection);
/// What it would say: "Choe Son-hui is Visitor of Choe Son-hui to Russia".
std::string wordsOf(const HandBase& base, const Connection& connection);

/// A connection in the making.
struct MadeConnection
{
    Together edit;               ///< To be performed; then the records below are there.
    std::vector<ClaimId> claims; ///< That say so: one for each sentence that did not say so before.
    EventId event;               ///< The first one that was made; nil: none was.
};

/// Rests a connection on sentences. A role is filled in the claim that begins from the event's
/// words in the sentence (or rests on it, if it begins from none), or in another claim of the same
/// words where that one has no room, which says the same of all else; a new event has one claim for
/// each sentence. Words that name one of the two and are not marked are marked. Sentences that say
/// so already, by whatever mentions, are left out.
/// @param sentences found for connection.from and connection.to, in this order.
/// @param modality of a new event, as the sentences have it.
/// @returns why it cannot be, in words.
Expected<MadeConnection, std::string> addConnection(const HandBase& base,
                                                    const Connection& connection,
                                                    std::span<const EvidenceSentence> sentences,
                                                    std::optional<Modality> modality = {});

} // namespace entente
