// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/progress.h"
#include "graph/model/edit.h"
#include "graph/model/store.h"
#include "graph/project/contents.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <string>

namespace entente
{

/// Writes what the store says into the rows that a change touched; not all of them once progress
/// was stopped.
/// @pre change.order is true where articles stand in another order than before, but for more at the
/// end: else they would stand in the former one when the file is opened again.
void writeState(SQLite::Database& database, const Store& store, const Change& change,
                const Progress& progress = {});

/// The store that the rows add up to.
/// @param besides is called while other threads make sense of what was read, to use the time.
/// @returns what cannot be read, in words; or the store, without what comes after progress was
/// stopped.
Expected<Store, std::string> readState(SQLite::Database& database, const Progress& progress = {},
                                       const std::function<void()>& besides = {});

std::string contentOf(SQLite::Database& database, const std::string& sha256);
/// Those that are not there yet.
void keepContents(SQLite::Database& database, const Contents& contents);

} // namespace entente
