// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

namespace entente
{

/// Brings a database of an older form up to ours, in one transaction: afterwards it is of this
/// form, or as it was. Whoever calls has made a copy. Throws SQLite::Exception, std::runtime_error.
void migrate(SQLite::Database& database);

} // namespace entente
