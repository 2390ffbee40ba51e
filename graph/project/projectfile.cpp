// SPDX-License-Identifier: Apache-2.0
#include "graph/project/projectfile.h"

#include "graph/base/remotefile.h"
#include "graph/project/contents.h"
#include "graph/project/editjson.h"
#include "graph/project/migration.h"
#include "graph/project/projectdata.h"
#include "graph/project/projectstate.h"
#include "graph/project/searchindex.h"
#include "graph/project/temporaryname.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include <sys/stat.h>
#include <unistd.h>

namespace entente
{

namespace
{

namespace fs = std::filesystem;
using Kind = ProjectTrouble::Kind;

/// The article that an edit erases for good, on its own or with others; nil: none.
ArticleId erasedBy(const Edit& edit)
{
    if (const auto* erase = std::get_if<EraseArticle>(&edit))
        return erase->article;
    if (const auto* together = std::get_if<Together>(&edit)) {
        for (const SingleEdit& one : together->edits) {
            if (const auto* erase = std::get_if<EraseArticle>(&one))
                return erase->article;
        }
    }
    return {};
}

/// Under its name once it is whole: a try that failed must not stand in the way of the next one.
/// @returns whether there was none before.
bool keepOlderForm(SQLite::Database& database, const fs::path& copy)
{
    const fs::path temporary = nameBeside(copy);
    std::error_code error;
    try {
        copyDatabase(database, temporary);
        (void)openDatabase(temporary); // Throws where the copy is not whole.
    } catch (...) {
        fs::remove(temporary, error);
        throw;
    }
    const std::error_code failure = putInPlace(temporary, copy, Existing::Keep);
    if (failure)
        fs::remove(temporary, error);
    if (failure && failure != std::errc::file_exists) // Made in the same second, and as good.
        throw ProjectTrouble{Kind::NotWritable, fmt::format("{} could not be written ({}).",
                                                            copy.string(), failure.message())};
    return !failure;
}

/// An older form is copied, and then brought up to ours. Throws as the rest.
void bringUpToDate(SQLite::Database& database, const fs::path& path, const fs::path& backupsRoot,
                   const Progress& progress)
{
    if (versionOf(database) >= schemaVersion)
        return;
    fs::path copy;
    bool isNewCopy = false;
    if (!backupsRoot.empty()) {
        const Backups backups(backupsRoot, path);
        copy = backups.folder() /
               fmt::format("{}-form{}.entente", compactTimeStamp(), versionOf(database));
        if (!backups.make())
            throw ProjectTrouble{Kind::NotWritable,
                                 fmt::format("{} is of an older form, and no copy of it could be "
                                             "made in {}; it was left as it is.",
                                             path.string(), backups.folder().string())};
        isNewCopy = keepOlderForm(database, copy);
    }
    try {
        migrate(database, progress);
    } catch (const SQLite::Exception&) {
        throw;
    } catch (const ProjectTrouble&) { // It was cancelled: each try would leave a copy.
        std::error_code error;
        if (isNewCopy)
            fs::remove(copy, error);
        throw;
    } catch (const std::runtime_error& error) {
        throw ProjectTrouble{Kind::Damaged,
                             fmt::format("{} is of an older form and could not be brought up to "
                                         "this one ({}). It was left as it is.",
                                         path.string(), error.what())};
    }
}

} // namespace

std::string metaOf(SQLite::Database& database, const char* key)
{
    SQLite::Statement query(database, "SELECT value FROM meta WHERE key=?");
    query.bind(1, key);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

std::string timeStamp()
{
    using namespace std::chrono;
    const auto time = floor<milliseconds>(system_clock::now());
    const auto seconds = floor<std::chrono::seconds>(time);
    return fmt::format("{:%FT%T}.{:03}Z", seconds, (time - seconds).count());
}

std::string compactTimeStamp(std::chrono::seconds ago)
{
    using namespace std::chrono;
    return fmt::format("{:%Y%m%dT%H%M%SZ}", floor<seconds>(system_clock::now()) - ago);
}

ProjectFile::Data::Data(fs::path file, SQLite::Database opened, Author whoWorks)
    : path(std::move(file))
    , database(std::move(opened))
    , author(std::move(whoWorks))
{
    struct stat status = {};
    if (::stat(path.c_str(), &status) == 0) {
        device = status.st_dev;
        inode = status.st_ino;
    }
}

std::optional<ProjectTrouble> ProjectFile::Data::reasonNotToWrite() const
{
    if (isLookedAt)
        return ProjectTrouble{
            Kind::Other,
            fmt::format("{} is only being looked at; nothing was changed.", path.string())};
    if (!isUsable)
        return ProjectTrouble{Kind::Other,
                              fmt::format("{} could not be read again after an error. Try again "
                                          "when its disk is back.",
                                          path.string())};
    if (!isInPlace())
        return ProjectTrouble{
            Kind::Moved,
            fmt::format("{} was moved, removed or replaced while it was open; nothing was changed. "
                        "Put it back, or save the project under another name.",
                        path.string())};
    return std::nullopt;
}

/// After an error only the file knows whether the transaction is in it: an error of the last flush
/// can come after the journal is gone.
void ProjectFile::Data::readAgain() noexcept
{
    isUsable = false;
    try {
        if (!isOpen && !isInPlace())
            return;
        if (!isOpen) {
            database = openDatabase(path);
            isOpen = true;
        }
        auto stored = readState(database);
        if (!stored)
            return;
        store = *std::move(stored);
        version = lastNumber();
        isUsable = true;
    } catch (...) {
        return; // It stays unusable, and says so.
    }
}

/// An edit that is in the file while only a flush has failed: a power cut could take it away, and
/// it must not be done twice. Null: it is not.
DoubtfulEdit* ProjectFile::Data::inFile(const Edit& edit)
{
    if (!isUsable || !doubtful)
        return nullptr;
    try {
        if (doubtful->logged.number != version || !isLast(doubtful->logged.id)) {
            doubtful.reset(); // What comes under its number later is another.
            return nullptr;
        }
    } catch (const SQLite::Exception&) {
        isUsable = false;
        return nullptr;
    }
    return doubtful->edit == edit ? &*doubtful : nullptr;
}

/// What was written before is on the disk for certain once another transaction is.
ProjectFile::Result<Applied> ProjectFile::Data::acknowledgeLate(DoubtfulEdit& late,
                                                                const ProjectFile& project)
{
    try {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        // Another value each time: what changes nothing is not written, nor flushed.
        SQLite::Statement put(database, "REPLACE INTO meta(key, value) VALUES('confirmed', ?)");
        put.bind(1, randomUuid().text());
        put.exec();
        transaction.commit();
    } catch (const SQLite::Exception& error) {
        readAgain();
        ProjectTrouble trouble = troubleFrom(error, path);
        trouble.words = fmt::format("The disk that {} is on did not confirm the last edit ({}). It "
                                    "is written, but may not outlive a loss of power. Try again.",
                                    path.string(), error.getErrorStr());
        return Unexpected{std::move(trouble)};
    }
    keepSecond(late.logged, packForSecond(late.logged.contents), project);
    Applied applied = std::move(late.applied);
    doubtful.reset();
    return applied;
}

/// The log keeps the files of articles apart; an edit that comes from it has none.
void ProjectFile::Data::putKnownContents(Edit& edit) const
{
    putContents(edit, [this](const std::string& sha256) {
        SQLite::Statement query(database, "SELECT bytes FROM content WHERE sha256=?");
        query.bind(1, sha256);
        return query.executeStep() ? query.getColumn(0).getString() : std::string();
    });
}

/// Whether this is still the file that its name leads to.
bool ProjectFile::Data::isInPlace() const
{
    struct stat there = {};
    return ::stat(path.c_str(), &there) == 0 && there.st_dev == device && there.st_ino == inode;
}

fs::path ProjectFile::Data::journalPath() const { return path.string() + "-journal"; }

std::optional<ino_t> ProjectFile::Data::journalInPlace() const
{
    struct stat there = {};
    return ::stat(journalPath().c_str(), &there) == 0 ? std::optional(there.st_ino) : std::nullopt;
}

/// SQLite opens the journal once and goes by its name from then on. Who removes it by that name (as
/// a program does at its end that had another file open here) leaves us with one that nobody finds
/// after a crash, when an edit is half in the file.
void ProjectFile::Data::openAnew() noexcept
{
    isUsable = false;
    try {
        // First, as the file is ours alone.
        database = SQLite::Database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        isOpen = false;
        journal.reset();
    } catch (...) {
        return;
    }
    readAgain();
}

ProjectFile::ProjectFile(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}

ProjectFile::ProjectFile(ProjectFile&&) noexcept = default;
ProjectFile& ProjectFile::operator=(ProjectFile&&) noexcept = default;
ProjectFile::~ProjectFile() = default;

ProjectFile::Result<ProjectFile> ProjectFile::create(const fs::path& path, const Author& author,
                                                     const BackupPlace& backups)
{
    const fs::path target = fs::absolute(path);
    std::error_code error;
    if (fs::exists(fs::symlink_status(target, error)))
        return Unexpected{alreadyThere(target)};
    const fs::path temporary = nameBeside(target);
    auto begun = guarded(target, [&]() -> Result<fs::path> {
        createDatabase(temporary); // Half a project has no name that anybody would open.
        return temporary;
    });
    if (!begun)
        return Unexpected{begun.error()};
    if (const std::error_code failure = putInPlace(temporary, target, Existing::Keep)) {
        fs::remove(temporary, error);
        return Unexpected{failure == std::errc::file_exists
                              ? alreadyThere(target)
                              : ProjectTrouble{Kind::NotWritable,
                                               fmt::format("{} could not be made ({}).",
                                                           target.string(), failure.message())}};
    }
    return open(target, author, backups);
}

ProjectFile::Result<ProjectFile> ProjectFile::open(const fs::path& path, const Author& author,
                                                   const BackupPlace& backups,
                                                   const Progress& progress, CatchUp catchUp)
{
    if (isBackup(path, backups))
        return Unexpected{ProjectTrouble{
            Kind::Other,
            fmt::format("{} is a backup, which has to stay as it is. Copy it to another "
                        "folder, and work in the copy.",
                        path.string())}};
    return guarded(path, [&]() -> Result<ProjectFile> {
        auto data = std::make_unique<Data>(fs::absolute(path), openUnchecked(path), author);
        std::function<void()> check = [&database = data->database, &path] {
            checkPages(database, path);
        };
        if (versionOf(data->database) < schemaVersion)
            std::exchange(check, {})(); // What is brought up to ours has to be whole.
        const std::string notBrought = bringOver(backups, data->path);
        bringUpToDate(data->database, data->path, backups.root, progress);
        auto project = readFrom(std::move(data), progress, check);
        if (project && !backups.root.empty())
            project->m_data->keepSecondCopy(backups.root, *project);
        if (project && project->m_data->backupTrouble.empty())
            project->m_data->backupTrouble = notBrought;
        if (project && catchUp == CatchUp::AtOnce)
            project->m_data->catchUp(*project);
        if (project)
            project->m_data->clearErased();
        return project;
    });
}

ProjectFile::Result<ProjectFile> ProjectFile::look(const fs::path& path, const Author& author,
                                                   const Progress& progress)
{
    return guarded(path, [&]() -> Result<ProjectFile> {
        auto data = std::make_unique<Data>(fs::absolute(path), copyInMemory(path), author);
        data->isLookedAt = true;
        bringUpToDate(data->database, data->path, {}, progress);
        return readFrom(std::move(data), progress);
    });
}

ProjectFile::Result<ProjectFile> ProjectFile::readFrom(std::unique_ptr<Data> data,
                                                       const Progress& progress,
                                                       const std::function<void()>& besides)
{
    const auto damaged = [&](const std::string& how) {
        return Unexpected{ProjectTrouble{
            Kind::Damaged, fmt::format("{} is damaged ({}). It was left as it is; open a backup "
                                       "of it.",
                                       data->path.string(), how)}};
    };
    auto store = readState(data->database, progress, besides);
    if (!store)
        return damaged(store.error());
    if (progress.stopped())
        return Unexpected{ProjectTrouble{Kind::Other, "Opening was cancelled."}};
    data->store = *std::move(store);
    const auto id = Uuid::parse(metaOf(data->database, "id"));
    if (!id)
        return damaged("it has no id");
    data->id = *id;
    data->version = data->lastNumber();
    return ProjectFile(std::move(data));
}

bool ProjectFile::isInUse(const fs::path& path)
{
    try {
        return isHeld(path);
    } catch (const SQLite::Exception&) {
        return false;
    } catch (const ProjectTrouble&) {
        return false;
    }
}

void ProjectFile::setAuthor(const Author& author) { m_data->author = author; }
const fs::path& ProjectFile::path() const { return m_data->path; }
const Store& ProjectFile::store() const { return m_data->store; }

std::string ProjectFile::placeTrouble() const
{
    if (!isRemoteFile(m_data->path))
        return {};
    return fmt::format("{} is on a network or cloud folder, where two programs may change it at "
                       "once without knowing of each other. Save it on a disk of this machine, and "
                       "work there.",
                       m_data->path.string());
}

Uuid ProjectFile::id() const { return m_data->id; }
std::int64_t ProjectFile::version() const { return m_data->version; }

bool ProjectFile::holdsUnconfirmed(const Edit& edit) { return m_data->inFile(edit) != nullptr; }

const std::optional<LaterWork>& ProjectFile::laterWork() const { return m_data->laterWork; }

std::string ProjectFile::backupTrouble() const
{
    const Data& data = *m_data;
    const bool isBoth = !data.backupTrouble.empty() && !data.traceTrouble.empty();
    return data.backupTrouble + (isBoth ? " " : "") + data.traceTrouble;
}

std::vector<ArticleId> ProjectFile::search(std::string_view words) const
{
    return entente::search(m_data->database, words);
}

ProjectFile::Result<Applied> ProjectFile::perform(const Edit& edit)
{
    return perform(edit, std::nullopt);
}

ProjectFile::Result<Applied> ProjectFile::replay(const LoggedEdit& logged)
{
    const auto edit = editOf(logged);
    if (!edit)
        return Unexpected{ProjectTrouble{Kind::Damaged, edit.error()}};
    return perform(*edit, logged);
}

ProjectFile::Result<Applied> ProjectFile::perform(const Edit& edit,
                                                  const std::optional<LoggedEdit>& as)
{
    Data& data = *m_data;
    if (!data.isUsable)
        data.readAgain();
    else if (data.journal && data.isInPlace() && data.journal != data.journalInPlace())
        data.openAnew();
    if (DoubtfulEdit* late = data.inFile(edit))
        return data.acknowledgeLate(*late, *this);
    if (auto reason = data.reasonNotToWrite())
        return Unexpected{*std::move(reason)};
    if (const ArticleId erased = erasedBy(edit); !erased.isNil()) {
        if (std::holds_alternative<Together>(edit))
            return Unexpected{ProjectTrouble{
                Kind::Other, "An article is erased for good on its own, not with other edits."}};
        return guarded(data.path, [&] { return data.erase(*this, erased); });
    }
    Edit sealed = edit;
    data.putKnownContents(sealed);
    if (std::string trouble = sealContents(sealed); !trouble.empty())
        return Unexpected{ProjectTrouble{Kind::Other, std::move(trouble)}};
    Expected<Applied, std::string> applied = data.store.apply(sealed);
    if (!applied)
        return Unexpected{ProjectTrouble{Kind::Other, applied.error()}};
    LoggedEdit logged;
    std::future<LongJson> filesForSecond;
    try {
        logged = data.logged(sealed, applied->inverse, as);
        filesForSecond = data.packForSecond(logged.contents);
        SQLite::Transaction transaction(data.database, SQLite::TransactionBehavior::IMMEDIATE);
        data.log(logged);
        writeState(data.database, data.store, applied->change);
        transaction.commit();
    } catch (const SQLite::Exception& error) {
        data.doubtful = {edit, *std::move(applied), std::move(logged)};
        data.readAgain();
        if (DoubtfulEdit* late = data.inFile(edit))
            return data.acknowledgeLate(*late, *this);
        ProjectTrouble trouble = troubleFrom(error, data.path);
        if (!data.isUsable)
            trouble.words = fmt::format("{} can be neither written nor read now ({}). Whether it "
                                        "has the last edit is seen when its disk is back. Try "
                                        "again then.",
                                        data.path.string(), error.getErrorStr());
        return Unexpected{std::move(trouble)};
    } catch (...) {
        data.readAgain();
        throw;
    }
    ++data.version;
    data.journal = data.journalInPlace();
    data.keepSecond(logged, std::move(filesForSecond), *this);
    return *std::move(applied);
}

} // namespace entente
