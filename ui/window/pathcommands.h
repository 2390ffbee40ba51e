// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/path.h"
#include "ui/jobs/jobs.h"
#include "ui/window/explorecommands.h"

namespace entente
{

/// Shows how two selected actors are connected: the shortest chains of meetings between them, which
/// happened, unless all are asked for.
class PathCommands : public QObject
{
    Q_OBJECT

public:
    PathCommands(const ExploreParts& parts, Explorer& explorer, QObject* parent);

private:
    /// The two actors that are selected; nothing when it is not two.
    std::optional<std::pair<NodeId, NodeId>> ends() const;
    void enable();
    /// @param all whether meetings count whatever is said of them.
    void find(bool all);
    void show(const PathRequest& request, const Paths& paths);

    ExploreParts m_parts;
    Explorer& m_explorer;
    Jobs m_jobs;
};

} // namespace entente
