// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"
#include "ui/paint/nodeitem.h"
#include "ui/paint/picture.h"

#include <QPointF>

#include <algorithm>
#include <map>

namespace entente
{

/// Where the nodes of a picture stand.
using Places = std::map<NodeId, QPointF>;

inline Places placesOf(const Picture& picture)
{
    Places places;
    for (const NodeItem& node : picture.nodes())
        places.emplace(node.id, node.outline.center());
    return places;
}

/// Of the nodes that both have; to the last bit.
inline bool nothingMoved(const Places& before, const Places& after)
{
    return std::ranges::all_of(before, [&](const auto& place) {
        const auto found = after.find(place.first);
        return found == after.end() ||
               (found->second.x() == place.second.x() && found->second.y() == place.second.y());
    });
}

inline bool nothingHidden(const Places& before, const Places& after)
{
    return std::ranges::all_of(before, [&](const auto& p) { return after.contains(p.first); });
}

} // namespace entente
