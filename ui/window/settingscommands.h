// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/preferences.h"
#include "ui/window/keybindings.h"

#include <QObject>

namespace entente
{

class Actions;
class GraphCanvas;
class Journal;
class MainWindow;

/// How this user has set up the window: the preferences, and the overview of the canvas.
class SettingsCommands : public QObject
{
    Q_OBJECT

public:
    SettingsCommands(Actions& actions, GraphCanvas& canvas, Journal& journal, MainWindow& window);

private:
    void wireMinimap(GraphCanvas& canvas);
    void ask();
    /// At once, and for the next time.
    void apply(const Preferences& preferences);

    Actions& m_actions;
    Journal& m_journal;
    MainWindow& m_window;
    KeyBindings m_keys;
};

} // namespace entente
