// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/project/projectfile.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string>

namespace entente
{

/// Of the tables: what files begin with, and older ones are brought up to (migration.h).
constexpr std::int64_t schemaVersion = 6;

/// Pages that a connection keeps, in KiB: the usual 2 MB spill into the file in the midst of every
/// larger import.
constexpr int cacheKibibytes = 65536;

/// What an exception of SQLite means for somebody who never heard of it.
ProjectTrouble troubleFrom(const SQLite::Exception& error, const std::filesystem::path& path);

/// Makes a database with our schema in a new file that only its owner can read.
/// Throws SQLite::Exception, ProjectTrouble.
SQLite::Database createDatabase(const std::filesystem::path& given);

/// Opens one that is there, takes hold of it, and sees that it is one of ours and whole: a file
/// from elsewhere may hold triggers, views and damage. It may be of an older form.
/// Throws SQLite::Exception, ProjectTrouble.
SQLite::Database openDatabase(const std::filesystem::path& given);

/// The same, but for what takes longer the larger it is: to see, by checkPages(), that it is whole.
SQLite::Database openUnchecked(const std::filesystem::path& given);
/// Throws SQLite::Exception, ProjectTrouble.
void checkPages(SQLite::Database& database, const std::filesystem::path& path);

/// The same as openDatabase(), copied into memory: what is done there leaves the file as it is.
SQLite::Database copyInMemory(const std::filesystem::path& path);

/// Copies all of one into a new file, as it is, and reads that again, to the byte. Throws
/// SQLite::Exception, ProjectTrouble; then there is no new file.
void copyDatabase(SQLite::Database& from, const std::filesystem::path& to);

/// Whether some program, this one too, has one open now. Throws as openDatabase().
bool isHeld(const std::filesystem::path& given);

/// What the tables, indexes and so on of a database are, in words that can be compared.
std::string schemaOf(SQLite::Database& database);
/// What those of ours are in one form. @pre 1 <= version <= schemaVersion
std::string schemaOfVersion(std::int64_t version);
std::int64_t versionOf(SQLite::Database& database);

} // namespace entente
