// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QKeySequence>
#include <QString>

#include <map>

namespace entente
{

/// What a person sets once for all projects.
struct Preferences
{
    static constexpr int smallestText = 75, largestText = 250; ///< Per cent.

    QString name; ///< Of the analyst, in the history; empty: as the machine knows its user.
    ThemeChoice theme = ThemeChoice::System;
    int textSize = 100;                   ///< Per cent of the usual size.
    bool animation = true;                ///< Whether the view glides to where it goes.
    QString backupFolder;                 ///< Of all projects; empty: usualBackupRoot().
    std::map<QString, QKeySequence> keys; ///< Of commands that have not those they came with.

    bool operator==(const Preferences&) const = default;
};

/// From this user's settings; what makes no sense there is as at first.
Preferences readPreferences();
void writePreferences(const Preferences& preferences);

} // namespace entente
