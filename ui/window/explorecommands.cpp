// SPDX-License-Identifier: Apache-2.0
#include "ui/window/explorecommands.h"

#include "ui/byhand/graphcommands.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/window/actions.h"
#include "ui/window/arrangecommands.h"
#include "ui/window/canvasmenu.h"
#include "ui/window/messagebar.h"
#include "ui/window/pathcommands.h"
#include "ui/window/selectcommands.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"

#include <QMenu>

#include <utility>

namespace entente
{

ExploreCommands::ExploreCommands(const ExploreParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_explorer(parts.workspace, parts.scene, parts.selection)
    , m_annotating(new GraphCommands(parts, this))
{
    new SelectCommands(parts, m_explorer, this);
    connect(new PathCommands(parts, m_explorer, this), &PathCommands::found, this,
            &ExploreCommands::pathsFound);
    new ArrangeCommands(parts, this);
    const Actions& act = parts.actions;
    connect(act.goBack, &QAction::triggered, &m_explorer, &Explorer::back);
    connect(act.goForward, &QAction::triggered, &m_explorer, &Explorer::forward);
    connect(act.expand, &QAction::triggered, &m_explorer, &Explorer::expandSelected);
    connect(act.focusOn, &QAction::triggered, &m_explorer, &Explorer::focusOnSelected);
    connect(act.grow, &QAction::triggered, &m_explorer, &Explorer::grow);
    connect(act.shrink, &QAction::triggered, &m_explorer, &Explorer::shrink);
    connect(act.hideSelected, &QAction::triggered, &m_explorer, &Explorer::hideSelected);
    connect(act.hideOthers, &QAction::triggered, &m_explorer, &Explorer::hideOthers);
    connect(act.showAll, &QAction::triggered, &m_explorer, &Explorer::showAll);
    // What a step says comes after what it shows.
    connect(&parts.scene, &SceneKeeper::shownChanged, &parts.message, &MessageBar::endPassing);
    connect(&parts.scene, &SceneKeeper::filterChanged, &parts.message, &MessageBar::endPassing);
    connect(&m_explorer, &Explorer::told, &parts.message,
            qOverload<const QString&>(&MessageBar::showPassing));
    connect(&m_explorer, &Explorer::stepsChanged, this, [this] {
        m_parts.actions.setSteps(m_explorer.canGoBack(), m_explorer.canGoForward());
    });
    connect(&parts.canvas, &GraphCanvas::badgeClicked, &m_explorer,
            qOverload<NodeId>(&Explorer::expand));
    connect(&m_explorer, &Explorer::jumped, this, &ExploreCommands::bringIntoView);
    connect(&parts.scene, &SceneKeeper::busyChanged, this, [this](bool busy) {
        if (!busy && std::exchange(m_fitsNext, false))
            m_parts.canvas.fitAll();
    });
    connect(&parts.selection, &Selection::changed, this, [this] {
        const Selection& selection = m_parts.selection;
        m_parts.actions.setHasSelection(!selection.isEmpty(), !selection.nodes().empty());
    });
}

void ExploreCommands::showMenu(const Target& target, QPoint position)
{
    QMenu* menu = menuFor(target);
    m_annotating->askedAt(position);
    menu->popup(position);
}

QMenu* ExploreCommands::menuFor(const Target& target)
{
    // Its commands are those of the other menus, which work on what is selected.
    Selection& selection = m_parts.selection;
    if (selection.contains(target))
        selection.set(selection.nodes(), selection.edges(), target);
    else if (!std::holds_alternative<std::monostate>(target))
        selection.set(target);
    return canvasMenu(target, m_parts, m_explorer);
}

/// Once it is drawn.
void ExploreCommands::bringIntoView()
{
    if (m_parts.scene.isBusy())
        m_fitsNext = true;
    else
        m_parts.canvas.fitAll();
}

} // namespace entente
