// SPDX-License-Identifier: Apache-2.0
#include "ui/preferences.h"

#include "ui/jobs/backupsettings.h"

#include <QSettings>

#include <algorithm>

namespace entente
{

namespace
{

constexpr QLatin1StringView nameKey("analyst/name");
constexpr QLatin1StringView themeKey("theme");
constexpr QLatin1StringView textSizeKey("textSize");
constexpr QLatin1StringView animationKey("animation");
constexpr QLatin1StringView keysGroup("keys");

} // namespace

Preferences readPreferences()
{
    QSettings settings;
    Preferences preferences;
    preferences.name = settings.value(nameKey).toString();
    preferences.theme = parseThemeChoice(settings.value(themeKey).toString());
    preferences.textSize = std::clamp(settings.value(textSizeKey, 100).toInt(),
                                      Preferences::smallestText, Preferences::largestText);
    preferences.animation = settings.value(animationKey, true).toBool();
    preferences.backupFolder = chosenBackupFolder();
    settings.beginGroup(keysGroup);
    for (const QString& command : settings.childKeys())
        preferences.keys[command] = QKeySequence::fromString(settings.value(command).toString(),
                                                             QKeySequence::PortableText);
    return preferences;
}

void writePreferences(const Preferences& preferences)
{
    QSettings settings;
    if (const QString name = preferences.name.trimmed(); name.isEmpty())
        settings.remove(nameKey); // It is still to be asked for.
    else
        settings.setValue(nameKey, name);
    settings.setValue(themeKey, nameOf(preferences.theme));
    settings.setValue(textSizeKey, preferences.textSize);
    settings.setValue(animationKey, preferences.animation);
    chooseBackupFolder(preferences.backupFolder);
    settings.remove(keysGroup);
    settings.beginGroup(keysGroup);
    for (const auto& [command, keys] : preferences.keys)
        settings.setValue(command, keys.toString(QKeySequence::PortableText));
}

} // namespace entente
