// SPDX-License-Identifier: Apache-2.0
#include "ui/window/canvasmenu.h"

#include "graph/base/overloaded.h"
#include "graph/model/graph.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/window/actions.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"

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
    menu.addAction(words.arg(name.replace(QLatin1Char('&'), QStringLiteral("&&"))), &canvas,
                   [&canvas, &selection, node] {
                       selection.set(node);
                       canvas.reveal(node);
                   });
}

void fillForNode(QMenu& menu, NodeId node, GraphCanvas& canvas, SceneKeeper& scene,
                 Selection& selection)
{
    if (const int hidden = hiddenNeighbours(scene.graph(), scene.shown(), node); hidden > 0) {
        menu.addAction(tr("Show More Neighbours (%1 hidden)").arg(hidden), &scene,
                       [&scene, node] { scene.expand(node); });
        menu.addSeparator();
    }
    menu.addAction(tr("Select Neighbours"), &canvas, [&scene, &selection, node] {
        std::set<NodeId> nodes{node};
        for (const NodeId neighbour : scene.graph().neighbours(node)) {
            if (scene.isShown(neighbour))
                nodes.insert(neighbour);
        }
        selection.set(std::move(nodes), {});
    });
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

QMenu* canvasMenu(const Target& target, GraphCanvas& canvas, SceneKeeper& scene,
                  Selection& selection, const Actions& actions)
{
    auto* menu = new QMenu(&canvas);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    std::visit(Overloaded{
                   [&](std::monostate) {
                       menu->addActions({actions.fitAll, actions.layOutAgain, actions.selectAll});
                   },
                   [&](NodeId node) { fillForNode(*menu, node, canvas, scene, selection); },
                   [&](EdgeId edge) { fillForEdge(*menu, edge, canvas, selection); },
               },
               target);
    return menu;
}

} // namespace entente
