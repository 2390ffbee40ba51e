// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/paint/picture.h"
#include "ui/workspace/explorer.h"

#include <QObject>
#include <QPoint>

class QMenu;

namespace entente
{

class Actions;
class GraphCanvas;
class GraphCommands;
class KnowledgeGraph;
class MessageBar;
class SceneKeeper;
class Selection;
class Workspace;
struct PathRequest;
struct Paths;

/// The parts of the window that the commands of the Explore menu work on.
struct ExploreParts
{
    Workspace& workspace;
    SceneKeeper& scene;
    Selection& selection;
    Actions& actions;
    GraphCanvas& canvas;
    MessageBar& message;
};

/// The Explore menu and the canvas's menus, wired to the explorer; with the commands that select
/// and arrange.
class ExploreCommands : public QObject
{
    Q_OBJECT

public:
    ExploreCommands(const ExploreParts& parts, QObject* parent);

    Explorer& explorer() { return m_explorer; }
    GraphCommands& annotating() { return *m_annotating; }
    const ExploreParts& parts() const { return m_parts; }
    void showMenu(const Target& target, QPoint position);
    /// The same menu, for whoever shows it elsewhere; it is about what is selected from now on.
    QMenu* menuFor(const Target& target);

Q_SIGNALS:
    /// Chains between the two that are selected: at least one. @param events they were found in.
    void pathsFound(const entente::PathRequest& request, const entente::Paths& paths,
                    const std::shared_ptr<const entente::KnowledgeGraph>& events);

private:
    void bringIntoView();

    ExploreParts m_parts;
    Explorer m_explorer;
    GraphCommands* m_annotating;
    bool m_fitsNext = false; ///< What is drawn next is another part of the graph.
};

} // namespace entente
