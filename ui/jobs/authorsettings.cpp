// SPDX-License-Identifier: Apache-2.0
#include "ui/jobs/authorsettings.h"

#include <QSettings>
#include <QString>

namespace entente
{

Author authorFromSettings()
{
    QSettings settings;
    const QString device = QStringLiteral("analyst/device");
    if (!Uuid::parse(settings.value(device).toString().toStdString()))
        settings.setValue(device, QString::fromStdString(randomUuid().text()));
    const QString name = settings.value(QStringLiteral("analyst/name")).toString().trimmed();
    return {name.isEmpty() ? userName() : name.toStdString(),
            Uuid::parse(settings.value(device).toString().toStdString()).value_or(Uuid())};
}

} // namespace entente
