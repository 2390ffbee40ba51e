// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/backupsettings.h"

#include <QFile>
#include <QSettings>
#include <QStringList>

namespace entente
{

namespace
{

constexpr QLatin1StringView folderKey("backups/folder");
constexpr QLatin1StringView formerKey("backups/former");

std::filesystem::path rootOf(const QString& folder)
{
    return folder.isEmpty() ? usualBackupRoot()
                            : std::filesystem::path(QFile::encodeName(folder).toStdString());
}

} // namespace

BackupPlace backupPlace()
{
    QSettings settings;
    BackupPlace place(rootOf(settings.value(folderKey).toString()));
    for (const QString& former : settings.value(formerKey).toStringList())
        place.former.push_back(rootOf(former));
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
