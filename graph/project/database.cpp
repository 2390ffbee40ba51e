// SPDX-License-Identifier: Apache-2.0
#include "graph/project/database.h"

#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <memory>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace entente
{

namespace
{

namespace fs = std::filesystem;
using Kind = ProjectTrouble::Kind;

constexpr int applicationId = 0x456E7465; // "Ente"

/// State and log. Ids are UUIDs as text; JSON and records are ours (editjson.h, recordpack.h,
/// longjson.h). Nothing refers to rows by number but the index of words, so that logs of several
/// people can one day be put together.
std::string tablesOf(std::int64_t version)
{
    std::string tables = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE content (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE placement (node TEXT PRIMARY KEY, x REAL NOT NULL, y REAL NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE verdict (kind TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, verdict TEXT NOT NULL, PRIMARY KEY (kind, a, b)) STRICT, WITHOUT ROWID;
CREATE TABLE view (id TEXT PRIMARY KEY, name TEXT NOT NULL, state TEXT NOT NULL) STRICT, WITHOUT ROWID;
)sql";
    if (version == 1)
        tables += R"sql(
CREATE TABLE article (id TEXT PRIMARY KEY, position INTEGER NOT NULL, records TEXT NOT NULL) STRICT;
)sql";
    if (version == 2)
        tables += R"sql(
CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, position INTEGER NOT NULL, records TEXT NOT NULL) STRICT;
)sql";
    if (version >= 3)
        tables += R"sql(
CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, position INTEGER NOT NULL, records BLOB NOT NULL) STRICT;
)sql";
    if (version >= 2)
        tables += R"sql(
CREATE TABLE vocabulary (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
)sql";
    if (version >= 2 && version <= 5)
        tables += R"sql(
CREATE VIRTUAL TABLE search USING fts5(text, names, folded, source UNINDEXED, tokenize='unicode61 remove_diacritics 0');
)sql";
    if (version <= 3)
        tables += R"sql(
CREATE TABLE op (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, analyst TEXT NOT NULL, device TEXT NOT NULL, base INTEGER NOT NULL, kind TEXT NOT NULL, edit TEXT NOT NULL, inverse TEXT NOT NULL) STRICT;
)sql";
    else
        tables += R"sql(
CREATE TABLE op (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, analyst TEXT NOT NULL, device TEXT NOT NULL, base INTEGER NOT NULL, kind TEXT NOT NULL, edit ANY NOT NULL, inverse ANY NOT NULL) STRICT;
)sql";
    if (version >= 5)
        tables += R"sql(
CREATE TABLE matter (name TEXT PRIMARY KEY, because TEXT NOT NULL) STRICT, WITHOUT ROWID;
)sql";
    if (version >= 6)
        tables += R"sql(
CREATE VIRTUAL TABLE search USING fts5(folded, names UNINDEXED, source UNINDEXED, tokenize='unicode61 remove_diacritics 0');
)sql";
    return tables;
}

void harden(SQLite::Database& database)
{
    sqlite3* handle = database.getHandle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    database.setBusyTimeout(0);
    // EXTRA also flushes the folder where a journal is removed: a power cut must not bring it back
    // and undo an edit that was acknowledged.
    for (const char* pragma :
         {"PRAGMA locking_mode=EXCLUSIVE", "PRAGMA journal_mode=DELETE", "PRAGMA synchronous=EXTRA",
          "PRAGMA foreign_keys=ON", "PRAGMA cell_size_check=ON", "PRAGMA mmap_size=0",
          "PRAGMA secure_delete=ON"})
        database.exec(pragma);
    database.exec(fmt::format("PRAGMA cache_size={}", -cacheKibibytes));
}

/// SQLite takes some names for other things than files.
fs::path whole(const fs::path& path)
{
    std::error_code error;
    fs::path absolute = fs::absolute(path, error);
    return error ? path : absolute;
}

[[noreturn]] void refuse(Kind kind, std::string words)
{
    throw ProjectTrouble{kind, std::move(words)};
}

void createFile(const fs::path& path)
{
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0) {
        ::close(file);
        return;
    }
    const std::string reason = std::generic_category().message(errno);
    refuse(
        errno == EEXIST   ? Kind::Other
        : errno == ENOSPC ? Kind::DiskFull
                          : Kind::NotWritable,
        errno == EEXIST
            ? fmt::format("There is a file {} already. Choose another name.", path.string())
            : fmt::format("{} cannot be made ({}). Choose another folder.", path.string(), reason));
}

/// Two names of one file would have two journals.
void refuseWhatIsNoPlainFile(const fs::path& path)
{
    struct stat status
    {
    };
    if (::stat(path.c_str(), &status) != 0)
        refuse(Kind::NotThere, fmt::format("There is no file {}.", path.string()));
    if (!S_ISREG(status.st_mode))
        refuse(Kind::NoProject, fmt::format("{} is no file.", path.string()));
    if (status.st_nlink > 1)
        refuse(Kind::Other,
               fmt::format("{} has a second name (a hard link), under which another program could "
                           "write into it. Copy it, and open the copy.",
                           path.string()));
    if (::access(path.c_str(), R_OK | W_OK) != 0)
        refuse(
            Kind::NotWritable,
            fmt::format("{} may not be written to. Copy it to a folder of your own, and open the "
                        "copy.",
                        path.string()));
}

/// By the file's first bytes, before SQLite looks at them: it makes a database of an empty file
/// that it is only asked to open, and another program's it would bring into our journal mode. Read
/// through SQLite's own descriptor: to close another one of the file would let go of the locks that
/// this process has on it (https://www.sqlite.org/howtocorrupt.html, section 2.2).
void refuseWhatIsNotOurs(SQLite::Database& database, const fs::path& path)
{
    sqlite3_file* file = nullptr;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    std::array<char, 100> header{}; // https://www.sqlite.org/fileformat2.html, section 1.3
    const int result = file != nullptr && file->pMethods != nullptr
                           ? file->pMethods->xRead(file, header.data(), header.size(), 0)
                           : SQLITE_CANTOPEN;
    if (result != SQLITE_OK && result != SQLITE_IOERR_SHORT_READ) // It may well be ours.
        refuse(Kind::Other, fmt::format("{} cannot be read. It was left as it is.", path.string()));
    constexpr std::string_view magic("SQLite format 3\0", 16);
    int id = 0;
    for (const std::size_t at : {68U, 69U, 70U, 71U})
        id = id << 8 | static_cast<unsigned char>(header.at(at));
    std::int64_t version = 0;
    for (const std::size_t at : {60U, 61U, 62U, 63U})
        version = version << 8 | static_cast<unsigned char>(header.at(at));
    if (id == applicationId && version > schemaVersion)
        refuse(Kind::Newer, fmt::format("{} was made by a newer Entente (its form is {}, this "
                                        "program knows {}). It was left as it is.",
                                        path.string(), version, schemaVersion));
    if (result != SQLITE_OK || std::string_view(header.data(), magic.size()) != magic ||
        id != applicationId)
        refuse(Kind::NoProject, fmt::format("{} is no project of Entente's.", path.string()));
}

} // namespace

ProjectTrouble troubleFrom(const SQLite::Exception& error, const fs::path& path)
{
    const std::string file = path.string();
    switch (error.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Kind::InUse,
                fmt::format("Another program has {} open. Close it there first.", file)};
    case SQLITE_FULL:
        return {
            Kind::DiskFull,
            fmt::format("The disk that {} is on is full; nothing was changed. Make room, and do "
                        "it again.",
                        file)};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return {Kind::NotWritable, fmt::format("{} cannot be written to; nothing was changed ({}).",
                                               file, error.getErrorStr())};
    case SQLITE_NOTADB:
        return {Kind::NoProject, fmt::format("{} is no project of Entente's.", file)};
    case SQLITE_CORRUPT:
        return {Kind::Damaged,
                fmt::format("{} is damaged. It was left as it is; open a backup of it.", file)};
    default:
        return {Kind::Other,
                fmt::format("{}: {}; nothing was changed.", file, error.getErrorStr())};
    }
}

SQLite::Database createDatabase(const fs::path& given)
{
    const fs::path path = whole(given);
    createFile(path);
    try {
        SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
        harden(database);
        // What is said of an article is often longer than the usual 4 KiB: 10,000 of them were
        // checked in 0.48 s instead of 0.68 (medians, in turn, before rows were compressed). 16 KiB
        // gave 0.41, but an edit, which writes whole pages, then took 4.4 flushes instead of 3.9.
        database.exec("PRAGMA page_size=8192");
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::EXCLUSIVE);
        database.exec(fmt::format("PRAGMA application_id={}", applicationId));
        database.exec(fmt::format("PRAGMA user_version={}", schemaVersion));
        database.exec(tablesOf(schemaVersion));
        database.exec(
            fmt::format("INSERT INTO meta(key, value) VALUES('id', '{}')", randomUuid().text()));
        transaction.commit();
        return database;
    } catch (const SQLite::Exception&) {
        ::unlink(path.c_str()); // Ours, and empty.
        throw;
    }
}

namespace
{

void copyInto(SQLite::Database& to, SQLite::Database& from)
{
    SQLite::Backup backup(to, from);
    if (const int result = backup.executeStep(-1); result != SQLITE_DONE)
        throw SQLite::Exception("the copy was not finished", result);
}

SQLite::Database takeHold(const fs::path& path)
{
    refuseWhatIsNoPlainFile(path);
    SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
    refuseWhatIsNotOurs(database, path);
    harden(database);
    // Takes the lock, which this connection keeps; and rolls back what a killed program began.
    database.exec("BEGIN EXCLUSIVE");
    database.exec("COMMIT");
    return database;
}

} // namespace

bool isHeld(const fs::path& given)
{
    try {
        takeHold(whole(given));
        return false;
    } catch (const SQLite::Exception& error) {
        if (troubleFrom(error, given).kind == Kind::InUse)
            return true;
        throw;
    }
}

SQLite::Database openDatabase(const fs::path& given)
{
    SQLite::Database database = openUnchecked(given);
    checkPages(database, given);
    return database;
}

void checkPages(SQLite::Database& database, const fs::path& path)
{
    if (database.execAndGet("PRAGMA quick_check").getString() != "ok")
        refuse(Kind::Damaged,
               fmt::format("{} is damaged. It was left as it is; open a backup of it.",
                           whole(path).string()));
}

SQLite::Database openUnchecked(const fs::path& given)
{
    const fs::path path = whole(given);
    SQLite::Database database = takeHold(path);
    // A version of 0 is an application's that never wrote one.
    const std::int64_t version = versionOf(database);
    if (version < 1 || schemaOf(database) != schemaOfVersion(version))
        refuse(Kind::NoProject,
               fmt::format("{} holds tables that are not Entente's. It was left as it is.",
                           path.string()));
    return database;
}

SQLite::Database copyInMemory(const fs::path& path)
{
    SQLite::Database file = openDatabase(path);
    SQLite::Database copy(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    harden(copy);
    copyInto(copy, file);
    return copy;
}

std::string schemaOf(SQLite::Database& database)
{
    std::string all;
    SQLite::Statement query(database, "SELECT type, name, coalesce(sql, '') FROM sqlite_schema "
                                      "ORDER BY type, name");
    while (query.executeStep())
        all += fmt::format("{} {} {}\n", query.getColumn(0).getString(),
                           query.getColumn(1).getString(), query.getColumn(2).getString());
    return all;
}

std::string schemaOfVersion(std::int64_t version)
{
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(tablesOf(version));
    return schemaOf(database);
}

std::int64_t versionOf(SQLite::Database& database)
{
    return database.execAndGet("PRAGMA user_version").getInt64();
}

namespace
{

/// What a copy has of its own (https://www.sqlite.org/fileformat2.html, section 1.3): counters of
/// changes, to the data and to the schema, and which SQLite made the last.
void forgetCounters(char* header)
{
    for (const auto& [begin, end] : {std::pair(24, 28), std::pair(40, 44), std::pair(92, 100)})
        std::fill(header + begin, header + end, '\0');
}

/// Whether a file has the bytes that a database has. A disk can take less than it says it took, and
/// a page that is lost shows only when somebody asks for what was on it.
bool hasBytesOf(const fs::path& copy, SQLite::Database& original)
{
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> bytes(
        sqlite3_serialize(original.getHandle(), "main", &size, 0), &sqlite3_free);
    constexpr sqlite3_int64 headerSize = 100;
    if (!bytes || size < headerSize)
        return false;
    forgetCounters(reinterpret_cast<char*>(bytes.get()));
    std::string_view rest(reinterpret_cast<const char*>(bytes.get()),
                          static_cast<std::size_t>(size));
    std::ifstream file(copy, std::ios::binary);
    std::array<char, 65536> part{};
    for (bool isFirst = true; file.read(part.data(), part.size()), file.gcount() > 0;
         isFirst = false) {
        const auto count = static_cast<std::size_t>(file.gcount());
        if (isFirst && count >= headerSize)
            forgetCounters(part.data());
        if (!rest.starts_with(std::string_view(part.data(), count)))
            return false;
        rest.remove_prefix(count);
    }
    return rest.empty();
}

} // namespace

void copyDatabase(SQLite::Database& from, const fs::path& to)
{
    createFile(to);
    try {
        {
            SQLite::Database copy(to.string(), SQLite::OPEN_READWRITE);
            harden(copy);
            copyInto(copy, from);
        }
        // Nobody else has it open: to close it here lets go of no locks.
        if (!hasBytesOf(to, from))
            refuse(Kind::Other,
                   fmt::format("{} was written, and is not what it was to be; it was removed. Its "
                               "disk may be failing: choose another.",
                               to.string()));
    } catch (...) {
        ::unlink(to.c_str());
        throw;
    }
}

} // namespace entente
