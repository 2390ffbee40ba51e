// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/base/expected.h"
#include "graph/base/progress.h"
#include "graph/base/writefile.h"
#include "graph/model/edit.h"
#include "graph/model/store.h"
#include "graph/project/author.h"
#include "graph/project/backupplace.h"
#include "graph/project/loggededit.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace entente
{

/// Why a project file cannot be used, and what can be done.
struct ProjectTrouble // NOLINT(clang-analyzer-core.uninitialized.Assign): not out of a variant
{
    enum class Kind {
        NotThere,
        NoProject, ///< It is another kind of file.
        Newer,     ///< A newer program made it.
        InUse,     ///< Another program has it open.
        Moved,     ///< Or removed, or another file has its name, while it was open.
        Damaged,
        NotWritable,
        DiskFull,
        Other,
    };
    Kind kind = Kind::Other;
    std::string words;
};

/// Edits that the second copy of a project has and its file has not, as when an older copy of the
/// file was put in its place.
struct LaterWork
{
    std::filesystem::path folder; ///< Where the second copy is now, for recoverProject().
    std::int64_t edits = 0;       ///< How many; at least 1.
    std::string words;            ///< Of all this.
};

/// The file that keeps a project (suffix .entente): an SQLite database with the articles, their
/// exact bytes, what is said of them, and the log of every edit. There is no saving: an edit is on
/// the disk when perform() returns, or nothing has changed. While it is open no other program can
/// use it.
///
/// Rollback journal, not WAL, and exclusive: one file that can be copied and carried about, and no
/// side files that are forgotten. Belongs to one thread.
class ProjectFile
{
public:
    template <class Value>
    using Result = Expected<Value, ProjectTrouble>;

    /// @param backups where the second copies of all projects are kept; empty: none is. @pre
    /// nothing is there; an old file is never written over.
    static Result<ProjectFile> create(const std::filesystem::path& path, const Author& author,
                                      const BackupPlace& backups = {});
    /// When the second copy is given what it lacks: all of a project that is new to this place, or
    /// what a crash kept from it. It takes as long as writing that.
    enum class CatchUp {
        AtOnce,
        Later, ///< With the next edit, or by backUpIfDue(): call that soon.
    };
    /// A file that is itself a backup of that place is refused: look() reads it.
    /// A file of an older form is brought up to ours, after a copy of it was made among its
    /// backups. Stopping progress is an error like any other.
    static Result<ProjectFile> open(const std::filesystem::path& path, const Author& author,
                                    const BackupPlace& backups = {}, const Progress& progress = {},
                                    CatchUp catchUp = CatchUp::AtOnce);

    /// Reads a file that stays as it is, whatever form it is of. Nothing can be done in it.
    static Result<ProjectFile> look(const std::filesystem::path& path, const Author& author,
                                    const Progress& progress = {});

    /// Whether some program, this one too, has it open now.
    static bool isInUse(const std::filesystem::path& path);

    ProjectFile(ProjectFile&&) noexcept;
    ProjectFile& operator=(ProjectFile&&) noexcept;
    ProjectFile(const ProjectFile&) = delete;
    ProjectFile& operator=(const ProjectFile&) = delete;
    ~ProjectFile();

    const std::filesystem::path& path() const; ///< Absolute.
    /// Who works from now on.
    void setAuthor(const Author& author);
    const Store& store() const;
    /// What to tell whoever opens it of the place that it lies in; empty: nothing.
    std::string placeTrouble() const;
    Uuid id() const; ///< Stays with the project through copies and renames.
    std::int64_t version() const;

    /// Does an edit and puts it on the disk, in one transaction.
    /// @returns what Store::apply() gives; or why nothing was done.
    /// EraseArticle takes every word of its article out of the file, the log and the backups, too;
    /// nothing brings it back, and its inverse does nothing.
    Result<Applied> perform(const Edit& edit);
    /// Does again what a log says, under its own id, time and author.
    Result<Applied> replay(const LoggedEdit& logged);

    /// How a window last looked at it, as the window writes it, so that the next one begins there;
    /// empty: not known. It is no part of what the project says: no edit, in no log, in no second
    /// copy, and gone once an article is erased for good.
    std::string lastLook() const;
    /// @returns whether it is on the disk; else the one before is.
    bool keepLook(const std::string& look);

    /// Whether an edit that perform() gave an error for is in the file all the same: all but the
    /// last flush was done. A copy of the file has it, too; there it must not be done again.
    bool holdsUnconfirmed(const Edit& edit);

    /// What was found when it was opened; none: the file has all that its second copy has.
    const std::optional<LaterWork>& laterWork() const;
    /// Why not every edit has its second copy, or why what was erased may still have left traces,
    /// in words; empty: nothing is wrong with either.
    std::string backupTrouble() const;
    /// Copies the whole project among its backups, when the newest one is of another version and
    /// older than half an hour, and gives the second copy what it lacks. Takes as long as writing
    /// and reading the file.
    void backUpIfDue();
    /// The same, whenever the newest one was made. @returns where to; or why it could not be.
    Result<std::filesystem::path> backUp();

    /// The articles that hold these words side by side, in their texts or in names, the best first.
    std::vector<ArticleId> search(std::string_view words) const;

    /// In their order. @param visit returns whether to go on. @param after begins after this one.
    void forEachEdit(const std::function<bool(const LoggedEdit&)>& visit,
                     std::int64_t after = 0) const;

    /// One of them, with the texts that it needs in it.
    Result<LoggedEdit> loggedEdit(std::int64_t number) const;

    /// Compares what must agree: the database with itself and with our schema, texts with their
    /// checksums, quotes with texts, the state with the log that it came from.
    /// @returns what does not, in words; nothing when all is well.
    std::vector<std::string> verify() const;

    /// Copies the project, as it is now, into another file, which gets its name once it is whole
    /// and has been read again. A project that some program has open is never replaced.
    std::optional<ProjectTrouble> copyTo(const std::filesystem::path& path,
                                         Existing existing = Existing::Keep) const;

private:
    struct Data;
    static Result<ProjectFile> readFrom(std::unique_ptr<Data> data, const Progress& progress,
                                        const std::function<void()>& besides = {});
    Result<Applied> perform(const Edit& edit, const std::optional<LoggedEdit>& as);
    enum class Forgot { Nothing, AllButTraces, All };
    Forgot forget(ArticleId article);
    explicit ProjectFile(std::unique_ptr<Data> data);

    std::unique_ptr<Data> m_data;
};

} // namespace entente
