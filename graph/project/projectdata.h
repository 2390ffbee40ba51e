// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is inside of ProjectFile, for the files that it is written in.

#include "graph/project/backups.h"
#include "graph/project/database.h"
#include "graph/project/editlog.h"
#include "graph/project/projectfile.h"

#include <chrono>
#include <future>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <sys/types.h>

namespace entente
{

/// An edit that failed so late that it may be in the file all the same.
struct DoubtfulEdit
{
    Edit edit;
    Applied applied;
    LoggedEdit logged;
};

struct ProjectFile::Data
{
    std::filesystem::path path;
    mutable SQLite::Database database;
    Author author;
    Store store;
    Uuid id;
    std::int64_t version = 0;
    dev_t device = 0;
    ino_t inode = 0;
    std::optional<ino_t> journal; ///< SQLite's, which stays open from the first edit on.
    bool isUsable = true;
    bool isOpen = true;      ///< Else the database is an empty one, in memory.
    bool isLookedAt = false; ///< The database is a copy in memory.
    std::optional<DoubtfulEdit> doubtful;

    std::optional<Backups> backups; ///< None: no second copy is kept.
    std::optional<EditLog> second;
    std::int64_t inSecond = 0; ///< The number of its last edit.
    std::optional<LaterWork> laterWork;
    std::string backupTrouble; ///< Why there is no second copy of all; empty: there is.
    std::string traceTrouble;  ///< Why what was erased may have left traces; empty: it has not.

    Data(std::filesystem::path file, SQLite::Database opened, Author whoWorks);

    // Edits.
    std::optional<ProjectTrouble> reasonNotToWrite() const;
    void readAgain() noexcept;
    DoubtfulEdit* inFile(const Edit& edit);
    Result<Applied> acknowledgeLate(DoubtfulEdit& late, const ProjectFile& project);
    void putKnownContents(Edit& edit) const;
    bool isInPlace() const;
    std::filesystem::path journalPath() const;
    std::optional<ino_t> journalInPlace() const;
    void openAnew() noexcept;
    Result<Applied> erase(const ProjectFile& project, ArticleId article);
    void clearErased();

    // The log (projectlog.cpp).
    LoggedEdit logged(const Edit& edit, const Edit& inverse,
                      const std::optional<LoggedEdit>& as) const;
    void log(const LoggedEdit& logged);
    bool isLast(Uuid edit) const;
    void takeContents(const std::set<std::string>& checksums, Contents& contents) const;
    std::int64_t lastNumber() const;
    std::optional<Uuid> idOfEdit(std::int64_t number) const;

    // The second copy (projectbackup.cpp).
    void keepSecondCopy(const std::filesystem::path& root, const ProjectFile& project);
    void setSecondCopyAside(std::int64_t lastInIt, const ProjectFile& project);
    std::future<LongJson> packForSecond(const Contents& contents) const noexcept;
    void keepSecond(const LoggedEdit& logged, std::future<LongJson> files,
                    const ProjectFile& project);
    bool appendToSecond(const LoggedEdit& logged, std::future<LongJson> files);
    void catchUp(const ProjectFile& project);
    void noteErasure(ArticleId article) const;
    void finishErasure(const ProjectFile& project);
    void forgetInSecondCopies(const ProjectFile& project, ArticleId article);

    // Copies (projectcopy.cpp).
    std::optional<ProjectTrouble> reasonNotToReplace(const std::filesystem::path& target) const;

    // What must agree (projectverify.cpp).
    void verifyTexts(std::vector<std::string>& wrong) const;
    void verifyQuotes(std::vector<std::string>& wrong) const;
    void verifyLog(std::vector<std::string>& wrong, const ProjectFile& project) const;
    void verifySecondLog(std::vector<std::string>& wrong, const ProjectFile& project) const;
};

/// A value that the file keeps of itself; empty: it has none of this name. Throws
/// SQLite::Exception.
std::string metaOf(SQLite::Database& database, const char* key);
inline constexpr const char* const lookKey = "look"; ///< Of ProjectFile::lastLook().

/// What SQLite throws, as a trouble.
template <class Function>
auto guarded(const std::filesystem::path& path, Function function) -> decltype(function())
{
    try {
        return function();
    } catch (const SQLite::Exception& error) {
        return Unexpected{troubleFrom(error, path)};
    } catch (const ProjectTrouble& trouble) {
        return Unexpected{trouble};
    }
}

/// The time, as logs have it: "2024-01-15T09:30:00.125Z".
std::string timeStamp();
/// As names of files have it: "20240115T093000Z". @param ago before now.
std::string compactTimeStamp(std::chrono::seconds ago = {});

/// Takes what is said of an article out of the log of a project, as if it had never been there, and
/// out of the tables. Traces may be left in unused places of the file, until clearTraces(). Throws
/// SQLite::Exception, std::runtime_error; then whoever called rolls back.
/// @param store what is left without it.
void eraseFromDatabase(SQLite::Database& database, const Store& store, ArticleId article);

/// Writes the whole file anew if something was erased from it: secure_delete overwrites what is
/// deleted, but neither what was moved to another page before nor what a crash left in a page that
/// was free (a free page is in no journal, so that nothing takes back what was written into it).
/// Call it outside of a transaction. Throws SQLite::Exception; it can be called again. @returns
/// whether there was anything to do.
bool clearTraces(SQLite::Database& database);

} // namespace entente
