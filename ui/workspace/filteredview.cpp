// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/filteredview.h"

#include "graph/query/filtered.h"
#include "ui/workspace/workspace.h"

#include <utility>

namespace entente
{

FilteredView::FilteredView(const Workspace& workspace, View view, Filter filter,
                           std::shared_ptr<const KnowledgeGraph> filteredEvents)
    : m_view(view)
    , m_filter(std::move(filter))
    , m_whole(view == View::Events ? workspace.events() : workspace.actors())
{
    if (m_filter.isEmpty())
        return;
    m_events = workspace.events();
    m_filteredEvents = std::move(filteredEvents);
    m_store = workspace.store();
    m_ontology = workspace.sharedOntology();
    if (m_filter.asks(Facet::Problems))
        m_diagnostics = workspace.diagnostics();
}

GraphInView FilteredView::make() const
{
    if (m_filter.isEmpty())
        return {.whole = m_whole, .graph = m_whole, .filter = m_filter};
    const FilterGround ground{m_store, *m_ontology, m_diagnostics};
    std::shared_ptr<const KnowledgeGraph> left = m_filteredEvents;
    if (left == nullptr)
        left = std::make_shared<const KnowledgeGraph>(filtered(*m_events, ground, m_filter));
    if (m_view == View::Actors)
        left = std::make_shared<const KnowledgeGraph>(actorsProjection(*left, *m_ontology));
    return {.whole = m_whole, .graph = std::move(left), .filter = m_filter};
}

} // namespace entente
