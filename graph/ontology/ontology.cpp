// SPDX-License-Identifier: Apache-2.0
#include "graph/ontology/ontology.h"

#include "graph/ontology/colours.h"

#include <algorithm>

namespace entente
{

namespace
{

/// Unknown types are made on demand and kept for ever: the few names of a corpus, each once a
/// thread.
template <class Type>
const Type& unknown(std::string_view name)
{
    thread_local std::map<std::string, Type, std::less<>> made;
    const auto found = made.find(name);
    if (found != made.end())
        return found->second;
    Type type;
    type.name = type.label = name;
    type.known = false;
    if constexpr (requires { type.plural; })
        type.plural = name;
    if constexpr (requires { type.isActor; })
        type.isActor = true; // else no list of people and things would show it
    if constexpr (requires { type.light; }) {
        type.light = neutralLight;
        type.dark = neutralDark;
    }
    return made.emplace(std::string(name), std::move(type)).first->second;
}

template <class Type>
const Type& in(const std::map<std::string, Type, std::less<>>& types, std::string_view name)
{
    const auto found = types.find(name);
    return found == types.end() ? unknown<Type>(name) : found->second;
}

} // namespace

bool Role::accepts(std::string_view type) const
{
    return std::ranges::find(targets, type) != targets.end();
}

bool RelationType::accepts(std::string_view fromType, std::string_view toType) const
{
    return std::ranges::find(from, fromType) != from.end() &&
           std::ranges::find(to, toType) != to.end();
}

const Role* EventType::role(std::string_view roleName) const
{
    const auto found = std::ranges::find(roles, roleName, &Role::name);
    return found == roles.end() ? nullptr : &*found;
}

const EntityType& Ontology::entity(std::string_view type) const { return in(entities, type); }
const EventType& Ontology::event(std::string_view type) const { return in(events, type); }
const RelationType& Ontology::relation(std::string_view type) const { return in(relations, type); }
bool Ontology::knowsEntity(std::string_view type) const { return entities.contains(type); }
bool Ontology::knowsEvent(std::string_view type) const { return events.contains(type); }
bool Ontology::knowsRelation(std::string_view type) const { return relations.contains(type); }
bool Ontology::knowsAttribute(std::string_view name) const { return attributes.contains(name); }

bool Ontology::makesTies(std::string_view role) const
{
    return std::ranges::find(tieRoles, role) != tieRoles.end();
}

bool Ontology::meet(std::string_view one, std::string_view other) const
{
    return makesTies(one) && makesTies(other) &&
           (one != other || std::ranges::find(mutualRoles, one) != mutualRoles.end());
}

bool Ontology::isIdentity(std::string_view relation) const
{
    return std::ranges::find(identityRelations, relation) != identityRelations.end();
}

} // namespace entente
