// SPDX-License-Identifier: Apache-2.0
#include "ui/window/canvasmenu.h"

#include "graph/base/overloaded.h"
#include "graph/model/graph.h"
#include "graph/query/neighbourhood.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/text/qtext.h"
#include "ui/window/actions.h"
#include "ui/window/explorecommands.h"
#include "ui/workspace/explorer.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <set>

namespace entente
{

namespace
{

QString tr(const char* words) { return QCoreApplication::translate("CanvasMenu", words); }

void addCopy(QMenu& menu, const QString& name)
{
    menu.addAction(tr("Copy Name"), &menu, [name] { QGuiApplication::clipboard()->setText(name); });
}

void addGoTo(QMenu& menu, const QString& words, NodeId node, GraphCanvas& canvas,
             Selection& selection)
{
    const NodeItem* item = canvas.picture().node(node);
    if (item == nullptr)
        return;
    QString name = item->wholeName;
    menu.addAction(words.arg(withoutMnemonic(std::move(name))), &canvas,
                   [&canvas, &selection, node] {
                       selection.set(node);
                       canvas.reveal(node);
                   });
}

/// By role and type, with how many there are before one of them is asked for.
void addExpand(QMenu& menu, NodeId node, const ExploreParts& parts, Explorer& explorer)
{
    const int hidden = hiddenNeighbours(parts.scene.graph(), parts.scene.shown(), node);
    QMenu* expand = menu.addMenu(hidden > 0 ? tr("Expand (%1 hidden)").arg(hidden) : tr("Expand"));
    expand->setEnabled(hidden > 0);
    expand->addAction(tr("The Busiest"), &explorer, [&explorer, node] { explorer.expand(node); });
    expand->addSeparator();
    for (const NeighbourGroup& group :
         neighbourGroups(parts.scene.graph(), parts.scene.shown(), node)) {
        const QString words = toQString(wordsOf(group, parts.workspace.ontology()));
        QAction* action = expand->addAction(
            withoutMnemonic(group.hidden == 0 ? words
                                              : tr("%1 (%2 hidden)").arg(words).arg(group.hidden)),
            &explorer, [&explorer, group] { explorer.expand(group); });
        action->setEnabled(group.hidden > 0);
    }
}

void fillForNode(QMenu& menu, NodeId node, const ExploreParts& parts, Explorer& explorer)
{
    GraphCanvas& canvas = parts.canvas;
    SceneKeeper& scene = parts.scene;
    Selection& selection = parts.selection;
    addExpand(menu, node, parts, explorer);
    menu.addActions({parts.actions.focusOn, parts.actions.findPath, parts.actions.hideSelected,
                     parts.actions.hideOthers});
    menu.addSeparator();
    const Actions& act = parts.actions;
    menu.addActions({act.rename, act.changeTypeMenu->menuAction(), act.outsideIds, act.note,
                     act.connectTwo, act.merge, act.takeApart});
    menu.addSeparator();
    menu.addAction(tr("Select Neighbours"), &canvas, [&scene, &selection, node] {
        std::set<NodeId> nodes{node};
        for (const NodeId neighbour : scene.graph().neighbours(node)) {
            if (scene.isShown(neighbour))
                nodes.insert(neighbour);
        }
        selection.set(std::move(nodes), {});
    });
    menu.addActions({parts.actions.pin, parts.actions.unpin});
    menu.addAction(tr("Let the Layout Place It"), &scene, [&scene, node] { scene.release(node); })
        ->setEnabled(scene.isPlacedByHand(node));
    if (const NodeItem* item = canvas.picture().node(node); item != nullptr)
        addCopy(menu, item->wholeName);
}

void fillForEdge(QMenu& menu, EdgeId edge, GraphCanvas& canvas, Selection& selection)
{
    const EdgeItem* item = canvas.picture().edge(edge);
    if (item == nullptr)
        return;
    addGoTo(menu, tr("Go to %1"), item->source, canvas, selection);
    addGoTo(menu, tr("Go to %1"), item->target, canvas, selection);
    addCopy(menu, item->wholeName);
}

} // namespace

QMenu* canvasMenu(const Target& target, const ExploreParts& parts, Explorer& explorer)
{
    const Actions& actions = parts.actions;
    GraphCanvas& canvas = parts.canvas;
    auto* menu = new QMenu(&canvas);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    std::visit(Overloaded{
                   [&](std::monostate) {
                       menu->addActions({actions.goBack, actions.goForward, actions.showAll});
                       menu->addSeparator();
                       menu->addActions({actions.fitAll, actions.layOutAgain, actions.selectAll});
                       menu->addSeparator();
                       menu->addMenu(actions.newNodeMenu);
                   },
                   [&](NodeId node) { fillForNode(*menu, node, parts, explorer); },
                   [&](EdgeId edge) { fillForEdge(*menu, edge, canvas, parts.selection); },
               },
               target);
    return menu;
}

} // namespace entente
