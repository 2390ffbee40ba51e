// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

namespace entente
{

// One for each file of that name.
Command checkCommand();
Command summaryCommand();
Command graphCommand();
Command quotesCommand();
Command neighboursCommand();
Command searchCommand();
Command pathCommand();
Command rankCommand();
Command sourcesCommand();
Command contestedCommand();
Command toCheckCommand();
Command timelineCommand();
Command exportCommand();
Command dossierCommand();
Command citeCommand();
Command exportBratCommand();
Command convertCommand();
Command importCommand();
Command editCommand();
Command logCommand();
Command verifyCommand();
Command backupCommand();
Command recoverCommand();

} // namespace entente
