// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/backupsettings.h"

#include "ui/text/paths.h"

#include <QSettings>
#include <QStringList>

namespace entente
{

namespace
{

constexpr QLatin1StringView folderKey("backups/folder");
constexpr QLatin1StringView formerKey("backups/former");

} // namespace

BackupPlace backupPlace()
{
    QSettings settings;
    const QString folder = settings.value(folderKey).toString();
    BackupPlace place(folder.isEmpty() ? usualBackupRoot() : toPath(folder));
    for (const QString& former : settings.value(formerKey).toStringList())
        place.former.push_back(former.isEmpty() ? usualBackupRoot() : toPath(former));
    return place;
}

QString chosenBackupFolder() { return QSettings().value(folderKey).toString(); }

void chooseBackupFolder(const QString& folder)
{
    QSettings settings;
    const QString before = settings.value(folderKey).toString();
    if (before == folder)
        return;
    QStringList former = settings.value(formerKey).toStringList();
    former.removeAll(folder);
    former.removeAll(before);
    former.prepend(before); // The newest copies are there.
    settings.setValue(folderKey, folder);
    settings.setValue(formerKey, former);
}

} // namespace entente
