// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/project/backupplace.h"

#include <QString>

namespace entente
{

/// Where second copies of projects are kept, by this user's settings, which the window and the
/// command line share.
BackupPlace backupPlace();

/// The folder that was chosen for them; empty: usualBackupRoot().
QString chosenBackupFolder();

/// What is kept where it was before comes along with each project when that is opened.
/// @param folder a whole path; empty: usualBackupRoot().
void chooseBackupFolder(const QString& folder);

} // namespace entente
