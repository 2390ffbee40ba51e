// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/project/projectfile.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string>

namespace entente
{

constexpr std::int64_t schemaVersion = 1;

/// What an exception of SQLite means for somebody who never heard of it.
ProjectTrouble troubleFrom(const SQLite::Exception& error, const std::filesystem::path& path);

/// Makes a database with our schema in a new file that only its owner can read.
/// Throws SQLite::Exception, ProjectTrouble.
SQLite::Database createDatabase(const std::filesystem::path& given);

/// Opens one that is there, takes hold of it, and sees that it is one of ours and whole: a file
/// from elsewhere may hold triggers, views and damage. Throws SQLite::Exception, ProjectTrouble.
SQLite::Database openDatabase(const std::filesystem::path& given);

/// Whether some program, this one too, has one open now. Throws as openDatabase().
bool isHeld(const std::filesystem::path& given);

/// What the tables, indexes and so on of a database are, in words that can be compared.
std::string schemaOf(SQLite::Database& database);
/// What ours are.
std::string ourSchema();

} // namespace entente
