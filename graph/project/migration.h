// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/progress.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace entente
{

/// Brings a database of an older form up to ours, in one transaction: afterwards it is of this
/// form, or as it was. Whoever calls has made a copy. Throws SQLite::Exception, std::runtime_error;
/// ProjectTrouble, where progress was stopped.
void migrate(SQLite::Database& database, const Progress& progress);

} // namespace entente
