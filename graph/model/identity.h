// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/model/graph.h"

#include <string>
#include <vector>

namespace entente
{

class Ontology;
class Store;

constexpr std::size_t noNode = static_cast<std::size_t>(-1);

/// Records of the store that are one node of the graph.
template <class IdType>
struct Joined
{
    std::vector<IdType> members; ///< In the store's order; the first one names the node.
    std::vector<OutsideId> ids;
    Identity identity = Identity::Id;
};

template <class IdType>
struct JoinedRecords
{
    std::vector<Joined<IdType>> nodes; ///< In the order of their first records.
    std::vector<std::size_t> nodeOf;   ///< For each record, in the store's order; or noNode.
};

/// Names of an entity, as its mentions give them, most frequent first.
std::vector<Alias> aliasesOf(const std::vector<const Mention*>& mentions);

/// The name an entity goes by: an analyst's; else what its references call it; else the fullest
/// name of a person, the most frequent of anything else.
std::string preferredName(const std::vector<Alias>& aliases, const std::vector<OutsideId>& ids,
                          bool isPerson);

/// Which entities are one: those that an analyst says are; those with the same outside id; failing
/// ids, those of one type and the same full name (a person's of two words or more), unless the name
/// fits several that ids keep apart. Nothing else is joined, and nothing that brings two together
/// that an analyst keeps apart.
JoinedRecords<EntityId> joinEntities(const Store& store, const Ontology& ontology,
                                     IdentityRule rule);

/// Which events are one: those that an analyst says are, those with the same outside id; none that
/// an analyst keeps apart. An event all of whose claims are rejected is no node at all.
JoinedRecords<EventId> joinEvents(const Store& store);

} // namespace entente
