// SPDX-License-Identifier: Apache-2.0
#include "ui/window/canvasmenu.h"

#include "tests/support/corpusfrom.h"
#include "ui/canvas/graphcanvas.h"
#include "ui/window/actions.h"
#include "ui/window/explorecommands.h"
#include "ui/window/messagebar.h"
#include "ui/window/recents.h"
#include "ui/workspace/scenekeeper.h"
#include "ui/workspace/selection.h"
#include "ui/workspace/workspace.h"

#include <QClipboard>
#include <QMenu>
#include <QTest>

using namespace entente;

namespace
{

/// One envoy who travels; of the 161 nodes that 80 visits make, about 60 are shown.
Corpus visits(int count)
{
    std::string text = "article a 2024-01-15\n";
    for (int i = 0; i < count; ++i)
        text += "Visit Happened on 2024-01-15: Visitor Person \"Choe Son-hui\", Destination State "
                "\"Tom & Co " +
                std::to_string(i) + "\"\n";
    Corpus corpus = corpusFrom(text);
    // All stands somewhere already: there is nothing to lay out.
    PlaceNodes places;
    double x = 0;
    for (const NodeId node : fold(corpus.store, corpus.ontology).nodes())
        places.placements.push_back({node, Point{x += 320, 0}});
    [[maybe_unused]] const auto applied = corpus.store.apply(places);
    return corpus;
}

} // namespace

class CanvasMenuTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(1); }
    void cleanup() { close(); }

    void theBackgroundOffersWhatConcernsAll()
    {
        QList<QAction*> actions = menuOf({})->actions();
        actions.removeIf([](QAction* action) { return action->isSeparator(); });
        QCOMPARE(actions, (QList{m_actions->goBack, m_actions->goForward, m_actions->showAll,
                                 m_actions->fitAll, m_actions->layOutAgain, m_actions->selectAll,
                                 m_actions->newNodeMenu->menuAction()}));
    }

    void aNodeSelectsItsNeighbours()
    {
        const NodeId visit = nodeNamed("Visit");
        entry(visit, "Select Neighbours")->trigger();
        QCOMPARE(m_selection->nodes().size(), 3U);
        QVERIFY(m_selection->nodes().contains(visit));
    }

    void aNodeOffersItsNeighboursWithTheirCounts()
    {
        QVERIFY(!entry(nodeNamed("Choe"), "Expand")->isEnabled()); // They are all shown.
        open(80);
        const std::size_t before = m_scene->shown().nodes.size();
        QVERIFY(before < 161);
        QAction* expand = entry(nodeNamed("Choe"), "Expand (");
        QVERIFY(expand && expand->isEnabled());
        const QList<QAction*> groups = expand->menu()->actions();
        QCOMPARE(groups.size(), 3); // Any of them; a line; and in the one role that there is.
        const auto hidden = QString::number(
            hiddenNeighbours(m_scene->graph(), m_scene->shown(), nodeNamed("Choe")));
        QCOMPARE(groups[2]->text(), QStringLiteral("Visitor in 80 Visits (%1 hidden)").arg(hidden));
        groups[0]->trigger();
        QVERIFY(m_scene->shown().nodes.size() > before);
        QVERIFY(m_explorer->canGoBack());
    }

    void aNodePlacedByHandGoesBackToTheLayout()
    {
        const NodeId envoy = nodeNamed("Choe");
        QAction* release = entry(envoy, "Let the Layout");
        QVERIFY(release->isEnabled());
        release->trigger();
        QVERIFY(!m_scene->isPlacedByHand(envoy));
        QVERIFY(!entry(envoy, "Let the Layout")->isEnabled());
    }

    void anEdgeLeadsToEitherEnd()
    {
        const EdgeItem& edge = m_canvas->picture().edges().front();
        for (const NodeId end : {edge.source, edge.target}) {
            // An ampersand is part of the name, and underlines nothing.
            QString name = m_canvas->picture().node(end)->wholeName;
            name.replace(QLatin1Char('&'), QStringLiteral("&&"));
            QAction* go = entry(edge.id, "Go to " + name.toUtf8());
            QVERIFY2(go, qPrintable(name));
            go->trigger();
            QCOMPARE(m_selection->nodes(), std::set<NodeId>{end});
        }
    }

    void namesAreCopiedWhole()
    {
        const NodeItem* state = m_canvas->picture().node(nodeNamed("Tom"));
        entry(state->id, "Copy Name")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Tom & Co 0"));
        const EdgeItem& edge = m_canvas->picture().edges().front();
        entry(edge.id, "Copy Name")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), edge.wholeName);
    }

    void whatIsNotDrawnHasAnEmptyMenuAtMost()
    {
        QVERIFY(menuOf(EdgeId(uuidFromName({}, "gone")))->isEmpty());
    }

private:
    void open(int visitCount)
    {
        close();
        m_workspace = std::make_unique<Workspace>();
        m_scene = std::make_unique<SceneKeeper>(*m_workspace, LayoutWorker{});
        m_selection = std::make_unique<Selection>();
        m_canvas = std::make_unique<GraphCanvas>(*m_selection);
        m_actions = std::make_unique<Actions>(m_workspace->undoStack(), m_recents, m_canvas.get());
        connect(m_scene.get(), &SceneKeeper::pictureChanged, m_canvas.get(),
                [this](bool anew) { m_canvas->setPicture(m_scene->picture(), anew); });
        m_explorer = std::make_unique<Explorer>(*m_workspace, *m_scene, *m_selection);
        m_workspace->take(visits(visitCount));
        QTRY_VERIFY(!m_canvas->picture().isEmpty());
    }
    void close()
    {
        m_explorer.reset();
        m_actions.reset();
        m_canvas.reset();
        m_selection.reset();
        m_scene.reset();
        m_workspace.reset();
    }
    QMenu* menuOf(const Target& target)
    {
        return canvasMenu(target,
                          {.workspace = *m_workspace,
                           .scene = *m_scene,
                           .selection = *m_selection,
                           .actions = *m_actions,
                           .canvas = *m_canvas,
                           .message = m_message},
                          *m_explorer);
    }
    /// Null if there is none.
    QAction* entry(const Target& target, const QByteArray& start)
    {
        for (QAction* action : menuOf(target)->actions()) {
            if (action->text().startsWith(QString::fromUtf8(start)))
                return action;
        }
        return nullptr;
    }
    NodeId nodeNamed(const char* start) const
    {
        for (const NodeItem& node : m_canvas->picture().nodes()) {
            if (node.wholeName.startsWith(QLatin1StringView(start)))
                return node.id;
        }
        return {};
    }

    Recents m_recents;
    MessageBar m_message;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<SceneKeeper> m_scene;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<GraphCanvas> m_canvas;
    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<Explorer> m_explorer;
};

QTEST_MAIN(CanvasMenuTest)
#include "canvasmenutest.moc"
