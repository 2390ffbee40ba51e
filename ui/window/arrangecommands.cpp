// SPDX-License-Identifier: Apache-2.0
#include "ui/window/arrangecommands.h"

#include "ui/canvas/graphcanvas.h"
#include "ui/window/actions.h"
#include "ui/window/messagebar.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"

#include <algorithm>

namespace entente
{

ArrangeCommands::ArrangeCommands(const ExploreParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
    const Actions& act = parts.actions;
    // Letters are words elsewhere: lists are searched by them.
    for (QAction* action : {act.pin, act.unpin}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        parts.canvas.addAction(action);
    }
    connect(act.pin, &QAction::triggered, this, [this] { pin(true); });
    connect(act.unpin, &QAction::triggered, this, [this] { pin(false); });
    connect(act.layOutAgain, &QAction::triggered, this, [this] { layOut({}); });
    connect(act.layOutSelected, &QAction::triggered, this,
            [this] { layOut(m_parts.selection.nodes()); });
    connect(act.layOutByTime, &QAction::triggered, this, &ArrangeCommands::layOutByTime);
    // Rings lie about what is selected when they are asked for: set before the layout is.
    connect(&parts.selection, &Selection::changed, this, [this] {
        const auto* node = std::get_if<NodeId>(&m_parts.selection.current());
        m_parts.scene.setCentre(node != nullptr ? *node : NodeId());
    });
    connect(&parts.selection, &Selection::changed, this, &ArrangeCommands::showWhatCanBePinned);
    connect(&parts.scene, &SceneKeeper::pictureChanged, this, [this] {
        showWhatCanBePinned();
        showStyle();
    });
    connect(&parts.scene, &SceneKeeper::styleChanged, this, &ArrangeCommands::showStyle);
    showWhatCanBePinned();
}

void ArrangeCommands::layOut(const std::set<NodeId>& nodes)
{
    const std::vector<NodeId>& shown = m_parts.scene.shown().nodes;
    const std::set<NodeId> moved =
        nodes.empty() ? std::set<NodeId>(shown.begin(), shown.end()) : nodes;
    if (!shown.empty() && !m_parts.scene.canMove(moved))
        return m_parts.message.showNote(
            tr("All of it is pinned, or hidden. Unpin what the layout may move."));
    m_parts.scene.layOutAgain(nodes);
}

void ArrangeCommands::layOutByTime()
{
    SceneKeeper& scene = m_parts.scene;
    if (scene.hasDates()) {
        scene.setByTime();
        return m_parts.actions.showByTime();
    }
    m_parts.message.showNote(scene.view() == View::Actors
                                 ? tr("Actors have no date; the view of events (Ctrl+Alt+1) has.")
                                 : tr("Nothing that is shown has a date."));
    showStyle();
}

void ArrangeCommands::showStyle() const
{
    if (m_parts.scene.isByTime())
        m_parts.actions.showByTime();
    else
        m_parts.actions.showEngine(m_parts.scene.engine());
}

void ArrangeCommands::pin(bool pinned) { m_parts.scene.pin(m_parts.selection.nodes(), pinned); }

void ArrangeCommands::showWhatCanBePinned() const
{
    const std::set<NodeId>& nodes = m_parts.selection.nodes();
    const SceneKeeper& scene = m_parts.scene;
    const auto any = [&](bool pinned) {
        return std::ranges::any_of(nodes, [&](NodeId node) {
            return scene.isShown(node) && scene.isPinned(node) == pinned;
        });
    };
    m_parts.actions.pin->setEnabled(any(false));
    m_parts.actions.unpin->setEnabled(any(true));
}

} // namespace entente
