// SPDX-License-Identifier: Apache-2.0
#include "graph/model/fillers.h"

#include "graph/model/graph.h"
#include "graph/model/store.h"
#include "graph/ontology/ontology.h"

#include <fmt/format.h>

namespace entente
{

NodeId nodeOf(const FillerBase& base, const Filler& filler)
{
    if (const auto* id = std::get_if<MentionId>(&filler)) {
        const Mention* words = base.store.mention(*id);
        return words != nullptr ? base.events.nodeOf(words->entity) : NodeId();
    }
    const Claim* claim = base.store.claim(std::get<ClaimId>(filler));
    return claim != nullptr ? base.events.nodeOf(claim->event) : NodeId();
}

std::string nameOf(const FillerBase& base, const Filler& filler)
{
    if (const Node* node = base.events.node(nodeOf(base, filler)))
        return node->name;
    const auto* id = std::get_if<MentionId>(&filler);
    const Mention* words = id != nullptr ? base.store.mention(*id) : nullptr;
    return words != nullptr ? words->text : std::string();
}

std::string subjectOf(const FillerBase& base, const Ontology& ontology, const Claim& claim)
{
    if (claim.isRelation())
        return fmt::format("{} {} {}", nameOf(base, claim.roles.at(0).filler),
                           ontology.relation(claim.type).label,
                           nameOf(base, claim.roles.at(1).filler));
    const Node* event = base.events.node(base.events.nodeOf(claim.event));
    return event != nullptr ? event->name : std::string();
}

} // namespace entente
