// SPDX-License-Identifier: Apache-2.0
#include "ui/window/settingscommands.h"

#include "ui/canvas/graphcanvas.h"
#include "ui/canvas/minimap.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/jobs/authorsettings.h"
#include "ui/mainwindow.h"
#include "ui/project/journal.h"
#include "ui/window/actions.h"

#include <QSettings>

namespace entente
{

SettingsCommands::SettingsCommands(Actions& actions, GraphCanvas& canvas, Journal& journal,
                                   MainWindow& window)
    : QObject(&window)
    , m_actions(actions)
    , m_journal(journal)
    , m_window(window)
    , m_keys(actions)
{
    m_keys.apply(readPreferences().keys);
    wireMinimap(canvas);
    connect(actions.preferences, &QAction::triggered, this, &SettingsCommands::ask);
}

void SettingsCommands::wireMinimap(GraphCanvas& canvas)
{
    const QString key = QStringLiteral("window/showMinimap");
    const bool isWanted = QSettings().value(key, true).toBool();
    canvas.minimap().setWanted(isWanted);
    m_actions.showMinimap->setChecked(isWanted);
    connect(m_actions.showMinimap, &QAction::toggled, this, [&canvas, key](bool wanted) {
        canvas.minimap().setWanted(wanted);
        QSettings().setValue(key, wanted);
    });
}

void SettingsCommands::ask()
{
    auto* dialog = new PreferencesDialog(readPreferences(), m_keys, &m_window);
    connect(dialog, &PreferencesDialog::changed, this, &SettingsCommands::apply);
    dialog->open();
}

void SettingsCommands::apply(const Preferences& preferences)
{
    const Preferences before = readPreferences();
    writePreferences(preferences);
    m_keys.apply(preferences.keys);
    if (preferences.theme != before.theme || preferences.textSize != before.textSize)
        m_window.setTheme(preferences.theme); // The size of type comes with it.
    if (preferences.name.trimmed() != before.name)
        m_journal.setAuthor(authorFromSettings());
}

} // namespace entente
