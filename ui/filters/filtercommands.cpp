// SPDX-License-Identifier: Apache-2.0
#include "ui/filters/filtercommands.h"

#include "graph/query/facetcounts.h"
#include "ui/filters/filterbar.h"
#include "ui/text/qtext.h"
#include "ui/window/actions.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/explorer.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/workspace.h"

#include <QBoxLayout>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace entente
{

namespace
{

/// What choices are counted in, on a thread of its own.
struct Counting
{
    std::shared_ptr<const KnowledgeGraph> events;
    Store store;
    std::shared_ptr<const Ontology> ontology;
    Diagnostics diagnostics;
    std::shared_ptr<const Copies> copies;
    Facet facet;
    bool isNegated;
    Filter others;

    std::vector<FilterChoice> choices() const
    {
        const FilterGround ground{store, *ontology, diagnostics, copies.get()};
        std::vector<FilterChoice> all;
        for (const FacetChoice& choice : facetChoices(facet, isNegated, *events, ground, others))
            all.push_back({choice.value, toQString(wordsOf(facet, choice.value, *ontology, store)),
                           choice.events});
        return all;
    }
};

} // namespace

FilterCommands::FilterCommands(ExploreCommands& explore, QWidget* window)
    : QObject(window)
    , m_parts(explore.parts())
    , m_explorer(explore.explorer())
    , m_window(window)
    , m_views(m_parts.workspace, m_parts.scene, m_explorer, m_parts.message,
              *m_parts.actions.saveView, window)
    , m_bar(new FilterBar({.facets = m_facets,
                           .views = m_views.menu(),
                           .matchAny = *m_parts.actions.matchAny,
                           .clear = *m_parts.actions.clearFilters},
                          window))
{
    fillFacets();
    wireActions();
    m_bar->setEnabled(m_parts.actions.addFilter->isEnabled());
    connect(m_parts.actions.addFilter, &QAction::changed, this,
            [this] { m_bar->setEnabled(m_parts.actions.addFilter->isEnabled()); });
    connect(&m_parts.workspace, &Workspace::changed, this, [this](const Change& change) {
        if (change.content())
            showFilter(); // An article may have another title.
    });
    connect(&m_parts.workspace, &Workspace::opened, this, [this] {
        m_counting.cancel();
        if (m_popup != nullptr)
            m_popup->close(); // What it asks is of what was open before.
        showFilter();
    });
    connect(m_bar, &FilterBar::opened, this, &FilterCommands::openCondition);
    connect(m_bar, &FilterBar::removed, this, &FilterCommands::remove);
    connect(&m_parts.scene, &SceneKeeper::filterChanged, this, &FilterCommands::showFilter);
    connect(&m_parts.scene, &SceneKeeper::filterApplied, this,
            &FilterCommands::sayWhenNothingIsLeft);
    connect(&m_parts.scene, &SceneKeeper::leftOut, this, &FilterCommands::sayWhatIsLeftOut);
    showFilter();
}

FilterCommands::~FilterCommands() = default;

QWidget* FilterCommands::above(QWidget* filtered)
{
    auto* both = new QWidget;
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(filtered, 1);
    return both;
}

void FilterCommands::fillFacets()
{
    for (const Facet facet : allFacets)
        m_facets.addAction(toQString(wordsOf(facet)), this, [this, facet] { openFor(facet); });
}

void FilterCommands::wireActions()
{
    const Actions& act = m_parts.actions;
    connect(act.addFilter, &QAction::triggered, this, [this] {
        const QToolButton& button = *m_bar->addButton();
        m_facets.popup(button.mapToGlobal(QPoint(0, button.height())));
        m_facets.setActiveAction(m_facets.actions().constFirst());
    });
    connect(act.clearFilters, &QAction::triggered, this, [this] { m_explorer.setFilter({}); });
    connect(act.matchAny, &QAction::triggered, this, [this](bool isAny) {
        Filter filter = m_parts.scene.filter();
        filter.isAny = isAny;
        m_explorer.setFilter(filter);
    });
}

void FilterCommands::showFilter()
{
    const Filter& filter = m_parts.scene.filter();
    QStringList words;
    for (const Condition& condition : filter.conditions)
        words << visibleForm(
            toQString(wordsOf(condition, m_parts.workspace.ontology(), m_parts.workspace.store())));
    m_bar->setConditions(words);
    const Actions& act = m_parts.actions;
    act.matchAny->setEnabled(filter.conditions.size() > 1);
    act.matchAny->setChecked(filter.isAny);
    act.clearFilters->setEnabled(!filter.isEmpty());
}

void FilterCommands::openFor(Facet facet)
{
    const std::vector<Condition>& all = m_parts.scene.filter().conditions;
    const auto found = std::ranges::find(all, facet, &Condition::facet);
    if (found != all.end())
        return openCondition(static_cast<int>(found - all.begin()));
    if (all.size() == conditionsAtMost)
        return m_parts.message.showNote(tr("There are %Ln filters, and no more can be set.",
                                           nullptr, static_cast<int>(conditionsAtMost)));
    open({facet, {}, false}, static_cast<int>(all.size()), *m_bar->addButton());
}

void FilterCommands::openCondition(int condition)
{
    const std::vector<Condition>& all = m_parts.scene.filter().conditions;
    if (condition < std::ssize(all))
        open(all.at(static_cast<std::size_t>(condition)), condition, *m_bar->chip(condition));
}

void FilterCommands::open(Condition condition, int place, QWidget& anchor)
{
    m_others = m_parts.scene.filter();
    m_place = place;
    if (place < std::ssize(m_others.conditions))
        m_others.conditions.erase(m_others.conditions.begin() + place);
    m_hasStepped = false;
    m_popup = new FilterPopup(std::move(condition), m_window);
    connect(m_popup, &QObject::destroyed, this, [this](const QObject* gone) {
        if (m_popup == gone)
            m_popup = nullptr;
    });
    connect(m_popup, &FilterPopup::changed, this, &FilterCommands::take);
    connect(m_popup, &FilterPopup::turned, this, &FilterCommands::count);
    m_popup->openAt(anchor);
    count(m_popup->condition().isNegated);
}

void FilterCommands::count(bool isNegated)
{
    const Facet facet = m_popup->condition().facet;
    const bool asksForProblems = facet == Facet::Problems || m_others.asks(Facet::Problems);
    m_counting.run(
        [counting = Counting{m_parts.workspace.events(), m_parts.workspace.store(),
                             m_parts.workspace.sharedOntology(),
                             asksForProblems ? m_parts.workspace.diagnostics() : Diagnostics(),
                             m_parts.workspace.copies(), facet, isNegated,
                             m_others}](const Progress&) { return counting.choices(); },
        m_popup,
        [this](const std::vector<FilterChoice>& choices) { m_popup->setChoices(choices); });
}

void FilterCommands::take(const Condition& condition)
{
    if (m_popup == nullptr)
        return;
    Filter filter = m_others;
    if (!condition.values.empty())
        filter.conditions.insert(filter.conditions.begin() + m_place, condition);
    if (filter == m_parts.scene.filter())
        return;
    m_explorer.setFilter(filter, m_hasStepped);
    m_hasStepped = true;
}

void FilterCommands::remove(int condition)
{
    Filter filter = m_parts.scene.filter();
    if (condition >= std::ssize(filter.conditions))
        return;
    filter.conditions.erase(filter.conditions.begin() + condition);
    m_explorer.setFilter(filter);
}

void FilterCommands::sayWhenNothingIsLeft()
{
    if (m_parts.scene.graph().nodeCount() > 0 || m_parts.scene.whole().nodeCount() == 0)
        return;
    const QString words = tr("Nothing passes these filters.");
    m_parts.message.showPassing(words, tr("Clear Filters"), [this] { m_explorer.setFilter({}); });
}

void FilterCommands::sayWhatIsLeftOut(const Target& target)
{
    const auto* node = std::get_if<NodeId>(&target);
    const Node* there = node != nullptr ? m_parts.scene.whole().node(*node) : nullptr;
    const QString words =
        there != nullptr
            ? tr("“%1” is left out by the filters.").arg(visibleForm(toQString(there->name)))
            : tr("This is left out by the filters.");
    m_parts.message.showPassing(words, tr("Clear Filters"),
                                [this, target] { m_explorer.goToUnfiltered(target); });
}

} // namespace entente
