// SPDX-License-Identifier: Apache-2.0
#include "ui/workspace/filteredview.h"

#include "graph/query/asknown.h"
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
    m_copies = workspace.copies();
    m_filteredEvents = std::move(filteredEvents);
    m_store = workspace.store();
    m_ontology = workspace.sharedOntology();
    if (m_filter.asks(Facet::Problems))
        m_diagnostics = workspace.diagnostics();
}

KnownGraphs FilteredView::asKnown() const
{
    const std::optional<Day> day = m_filter.knownOn();
    if (!day)
        return {};
    auto events = std::make_shared<const KnowledgeGraph>(
        asKnownOn(*m_events, m_store, *m_ontology, *day, true));
    auto actors = std::make_shared<const KnowledgeGraph>(actorsProjection(*events, *m_ontology));
    return {std::move(events), std::move(actors)};
}

GraphInView FilteredView::make() const
{
    if (m_filter.isEmpty())
        return {.whole = m_whole, .graph = m_whole, .filter = m_filter, .known = {}, .copies = {}};
    const FilterGround ground{m_store, *m_ontology, m_diagnostics, m_copies.get()};
    KnownGraphs known = asKnown();
    std::shared_ptr<const KnowledgeGraph> left = m_filteredEvents;
    if (left == nullptr && m_filter.withoutKnownOn().isEmpty())
        left = known.events;
    if (left == nullptr)
        left = std::make_shared<const KnowledgeGraph>(
            filtered(known.events ? *known.events : *m_events, ground, m_filter.withoutKnownOn()));
    if (m_view == View::Actors)
        left = std::make_shared<const KnowledgeGraph>(actorsProjection(*left, *m_ontology));
    return {.whole = m_whole,
            .graph = std::move(left),
            .filter = m_filter,
            .known = std::move(known),
            .copies = m_copies};
}

} // namespace entente
