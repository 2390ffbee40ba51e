// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/id.h"

#include <QMenu>
#include <QObject>

namespace entente
{

class Explorer;
class MessageBar;
class SceneKeeper;
class Workspace;

/// Ways of looking that were kept under a name: what is shown, in which view, under which filter.
/// To keep one and to remove one are edits, to look that way again is a step that Back takes back.
class SavedViews : public QObject
{
    Q_OBJECT

public:
    SavedViews(Workspace& workspace, SceneKeeper& scene, Explorer& explorer, MessageBar& message,
               QAction& save, QWidget* window);

    QMenu& menu() { return m_menu; }
    /// Under a new name, or in the place of the one that has it.
    void saveAs(const QString& name);

private:
    void askForName();
    void fill();
    void recall(ViewId id);

    Workspace& m_workspace;
    SceneKeeper& m_scene;
    Explorer& m_explorer;
    MessageBar& m_message;
    QAction& m_save;
    QWidget* m_window;
    QMenu m_menu;
    QMenu m_remove;
};

} // namespace entente
