// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/uuid.h"

#include <compare>
#include <functional>

namespace entente
{

/// Names one record for ever, across undo, files and processes; the tag keeps ids of different
/// kinds of records apart. The default value names nothing.
template <class Tag>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(Uuid uuid)
        : m_uuid(uuid)
    {
    }

    const Uuid& uuid() const { return m_uuid; }
    bool isNil() const { return m_uuid.isNil(); }
    std::string text() const { return m_uuid.text(); }

    auto operator<=>(const Id&) const = default;

private:
    Uuid m_uuid;
};

using ArticleId = Id<struct ArticleTag>;
using MentionId = Id<struct MentionTag>;
using EntityId = Id<struct EntityTag>;
using EventId = Id<struct EventTag>;
using ClaimId = Id<struct ClaimTag>;
using ViewId = Id<struct ViewTag>;
/// A vertex of the graph: the first record, in the store's order, of the entities or events it
/// joins.
using NodeId = Id<struct NodeTag>;
/// An edge of the graph, made from its two ends and its role, so that a rebuilt graph has it again.
using EdgeId = Id<struct EdgeTag>;

inline NodeId nodeId(EntityId id) { return NodeId(id.uuid()); }
inline NodeId nodeId(EventId id) { return NodeId(id.uuid()); }

} // namespace entente

template <class Tag>
struct std::hash<entente::Id<Tag>>
{
    // A UUID of version 4 or 5 is random in its low half already.
    std::size_t operator()(const entente::Id<Tag>& id) const noexcept
    {
        return static_cast<std::size_t>(id.uuid().low);
    }
};
