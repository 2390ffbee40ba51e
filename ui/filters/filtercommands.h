// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/query/filter.h"
#include "ui/filters/filterpopup.h"
#include "ui/filters/savedviews.h"
#include "ui/jobs/jobs.h"
#include "ui/window/explorecommands.h"

#include <QMenu>
#include <QObject>

namespace entente
{

class FilterBar;

/// The filter bar, its menus and what opens from it, wired to the explorer.
class FilterCommands : public QObject
{
    Q_OBJECT

public:
    FilterCommands(ExploreCommands& explore, QWidget* window);
    ~FilterCommands() override;

    /// The bar over what is filtered.
    QWidget* above(QWidget* filtered);
    FilterBar& bar() { return *m_bar; }
    SavedViews& views() { return m_views; }
    /// What a condition is being chosen in; null: none is.
    FilterPopup* popup() const { return m_popup; }
    bool isBusy() const { return m_counting.isBusy(); }
    /// Lets the condition on a facet be chosen: the one there is, else a new one.
    void openFor(Facet facet);

private:
    void fillFacets();
    void wireActions();
    void showFilter();
    void openCondition(int condition);
    void open(Condition condition, int place, QWidget& anchor);
    void count(bool isNegated);
    void take(const Condition& condition);
    void remove(int condition);
    void sayWhenNothingIsLeft();
    void sayWhatIsLeftOut(const Target& target);

    ExploreParts m_parts;
    Explorer& m_explorer;
    QWidget* m_window;
    QMenu m_facets;
    SavedViews m_views;
    FilterBar* m_bar;
    Jobs m_counting;
    FilterPopup* m_popup = nullptr; ///< Null once it is closed.
    Filter m_others;                ///< Than the condition that is being chosen.
    int m_place = 0;                ///< Of that among them.
    bool m_hasStepped = false; ///< What is being chosen is one step back, however often it changes.
};

} // namespace entente
