// SPDX-License-Identifier: Apache-2.0
#include "ui/window/recents.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace entente
{

namespace
{

const QString array = QStringLiteral("recent");
const QString key = QStringLiteral("paths");

} // namespace

QList<QStringList> Recents::all() const
{
    QSettings settings;
    QList<QStringList> recents;
    const int count = settings.beginReadArray(array);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const QStringList paths = settings.value(key).toStringList();
        if (!paths.isEmpty())
            recents.push_back(paths);
    }
    settings.endArray();
    return recents;
}

void Recents::add(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    QStringList absolute;
    for (const QString& path : paths)
        absolute.push_back(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    QList<QStringList> recents = all();
    recents.removeAll(absolute);
    recents.prepend(absolute);
    keep(recents.mid(0, atMost));
}

void Recents::clear() { keep({}); }

QString Recents::nameOf(const QStringList& paths)
{
    const QFileInfo first(QDir::cleanPath(paths.value(0)));
    if (paths.size() < 2)
        return first.fileName();
    return tr("%1 and %2 more").arg(first.fileName()).arg(paths.size() - 1);
}

QString Recents::wordsFor(const QStringList& paths)
{
    QString folder = QFileInfo(paths.value(0)).absolutePath();
    const QString home = QDir::homePath();
    if (folder == home || folder.startsWith(home + QLatin1Char('/')))
        folder.replace(0, home.size(), QStringLiteral("~"));
    return nameOf(paths) + QStringLiteral(" — ") + folder;
}

void Recents::keep(const QList<QStringList>& recents)
{
    QSettings settings;
    settings.remove(array);
    settings.beginWriteArray(array, static_cast<int>(recents.size()));
    for (int i = 0; i < recents.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(key, recents[i]);
    }
    settings.endArray();
    Q_EMIT changed();
}

} // namespace entente
