// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/diagnostic.h"
#include "graph/model/store.h"
#include "graph/query/filter.h"
#include "ui/workspace/scene.h"

#include <memory>

namespace entente
{

class Copies;
class Workspace;

/// What a filter takes of one view's graph, apart from the workspace: copies of what it looks at,
/// for a thread of its own.
class FilteredView
{
public:
    /// @param filteredEvents what the same filter has left of the workspace's events; null: that is
    /// still to be found out.
    FilteredView(const Workspace& workspace, View view, Filter filter,
                 std::shared_ptr<const KnowledgeGraph> filteredEvents);

    GraphInView make() const;

private:
    KnownGraphs asKnown() const;

    View m_view;
    Filter m_filter;
    std::shared_ptr<const KnowledgeGraph> m_whole;
    // Empty where there is no filter.
    std::shared_ptr<const KnowledgeGraph> m_events, m_filteredEvents;
    std::shared_ptr<const Copies> m_copies;
    Store m_store;
    std::shared_ptr<const Ontology> m_ontology;
    Diagnostics m_diagnostics;
};

} // namespace entente
