// SPDX-License-Identifier: Apache-2.0
#include "graph/project/projectfile.h"

#include "graph/base/sha256.h"
#include "graph/model/recordcheck.h"
#include "graph/project/database.h"
#include "graph/project/editjson.h"
#include "graph/project/projectstate.h"
#include "graph/text/sourcetext.h"

#include <SQLiteCpp/Backup.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sqlite3.h>

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

std::string now()
{
    using namespace std::chrono;
    const auto time = floor<milliseconds>(system_clock::now());
    const auto seconds = floor<std::chrono::seconds>(time);
    return fmt::format("{:%FT%T}.{:03}Z", seconds, (time - seconds).count());
}

std::string metaOf(SQLite::Database& database, const char* key)
{
    SQLite::Statement query(database, "SELECT value FROM meta WHERE key=?");
    query.bind(1, key);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

bool erases(const Edit& edit)
{
    const auto isErasure = [](const SingleEdit& one) {
        return std::holds_alternative<EraseArticle>(one);
    };
    const auto* together = std::get_if<Together>(&edit);
    return std::holds_alternative<EraseArticle>(edit) ||
           (together != nullptr && std::ranges::any_of(together->edits, isErasure));
}

ProjectTrouble alreadyThere(const fs::path& path)
{
    return {Kind::Other,
            fmt::format("There is a file {} already. Choose another name.", path.string())};
}

/// What SQLite throws, as a trouble.
template <class Function>
auto guarded(const fs::path& path, Function function) -> decltype(function())
{
    try {
        return function();
    } catch (const SQLite::Exception& error) {
        return Unexpected{troubleFrom(error, path)};
    } catch (const ProjectTrouble& trouble) {
        return Unexpected{trouble};
    }
}

} // namespace

struct ProjectFile::Data
{
    fs::path path;
    mutable SQLite::Database database;
    Author author;
    Store store;
    Uuid id;
    std::int64_t version = 0;
    dev_t device = 0;
    ino_t inode = 0;
    bool isUsable = true;

    /// An edit that failed so late that it may be in the file all the same.
    struct Doubtful
    {
        Edit edit;
        Applied applied;
        std::int64_t version = 0; ///< That it makes.
    };
    std::optional<Doubtful> doubtful;

    Data(fs::path file, SQLite::Database opened, Author whoWorks)
        : path(std::move(file))
        , database(std::move(opened))
        , author(std::move(whoWorks))
    {
        struct stat status
        {
        };
        if (::stat(path.c_str(), &status) == 0) {
            device = status.st_dev;
            inode = status.st_ino;
        }
    }

    void log(const Edit& edit, const Edit& inverse)
    {
        SQLite::Statement put(database, "INSERT INTO op(number, id, at, analyst, device, base, "
                                        "kind, edit, inverse) VALUES(?,?,?,?,?,?,?,?,?)");
        put.bind(1, version + 1);
        put.bind(2, randomUuid().text());
        put.bind(3, now());
        put.bind(4, author.analyst);
        put.bind(5, author.device.text());
        put.bind(6, version);
        put.bind(7, std::string(kindOf(edit)));
        put.bind(8, withoutContents(edit));
        put.bind(9, withoutContents(inverse));
        put.exec();
    }

    std::string withoutContents(Edit edit)
    {
        for (const auto& [sha256, bytes] : takeContents(edit))
            keepContent(database, sha256, bytes);
        return toJson(edit);
    }

    /// After an error only the file knows whether the transaction is in it: an error of the last
    /// flush can come after the journal is gone.
    void readAgain() noexcept
    {
        isUsable = false;
        try {
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

    /// An edit that is in the file while only a flush has failed: a power cut could take it away,
    /// and it must not be done twice. Null: it is not.
    Doubtful* inFile(const Edit& edit)
    {
        const bool isThere =
            isUsable && doubtful && doubtful->version == version && doubtful->edit == edit;
        return isThere ? &*doubtful : nullptr;
    }
    /// What was written before is on the disk for certain once another transaction is.
    Result<Applied> acknowledgeLate(Doubtful& late)
    {
        try {
            SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
            database.exec("UPDATE meta SET value=value WHERE key='id'");
            transaction.commit();
        } catch (const SQLite::Exception& error) {
            return Unexpected{troubleFrom(error, path)};
        }
        Applied applied = std::move(late.applied);
        doubtful.reset();
        return applied;
    }

    /// The log keeps the files of articles apart; an edit that comes from it has none.
    void putKnownContents(Edit& edit) const
    {
        putContents(edit, [this](const std::string& sha256) {
            SQLite::Statement query(database, "SELECT bytes FROM content WHERE sha256=?");
            query.bind(1, sha256);
            return query.executeStep() ? query.getColumn(0).getString() : std::string();
        });
    }

    std::int64_t lastNumber() const
    {
        return database.execAndGet("SELECT coalesce(max(number), 0) FROM op").getInt64();
    }

    /// Whether this is still the file that its name leads to.
    bool isInPlace() const
    {
        struct stat there
        {
        };
        return ::stat(path.c_str(), &there) == 0 && there.st_dev == device && there.st_ino == inode;
    }

    std::optional<ProjectTrouble> reasonNotToReplace(const fs::path& target) const;
    fs::path copyBeside(const fs::path& target) const;
    void verifyTexts(std::vector<std::string>& wrong) const;
    void verifyQuotes(std::vector<std::string>& wrong) const;
    void verifyLog(std::vector<std::string>& wrong, const ProjectFile& project) const;
};

ProjectFile::ProjectFile(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}

ProjectFile::ProjectFile(ProjectFile&&) noexcept = default;
ProjectFile& ProjectFile::operator=(ProjectFile&&) noexcept = default;
ProjectFile::~ProjectFile() = default;

ProjectFile::Result<ProjectFile> ProjectFile::create(const fs::path& path, const Author& author)
{
    return guarded(path, [&]() -> Result<ProjectFile> {
        auto data = std::make_unique<Data>(fs::absolute(path), createDatabase(path), author);
        data->id = *Uuid::parse(metaOf(data->database, "id"));
        return ProjectFile(std::move(data));
    });
}

ProjectFile::Result<ProjectFile> ProjectFile::open(const fs::path& path, const Author& author)
{
    return guarded(path, [&]() -> Result<ProjectFile> {
        auto data = std::make_unique<Data>(fs::absolute(path), openDatabase(path), author);
        auto store = readState(data->database);
        if (!store)
            return Unexpected{ProjectTrouble{
                Kind::Damaged, fmt::format("{} is damaged ({}). It was left as it is; open a "
                                           "backup of it.",
                                           path.string(), store.error())}};
        data->store = *std::move(store);
        const auto id = Uuid::parse(metaOf(data->database, "id"));
        if (!id)
            return Unexpected{ProjectTrouble{
                Kind::Damaged,
                fmt::format("{} is damaged (it has no id). It was left as it is.", path.string())}};
        data->id = *id;
        data->version = data->lastNumber();
        return ProjectFile(std::move(data));
    });
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
Uuid ProjectFile::id() const { return m_data->id; }
std::int64_t ProjectFile::version() const { return m_data->version; }

ProjectFile::Result<Applied> ProjectFile::perform(const Edit& edit)
{
    Data& data = *m_data;
    if (!data.isUsable)
        data.readAgain();
    if (Data::Doubtful* late = data.inFile(edit))
        return data.acknowledgeLate(*late);
    if (!data.isUsable)
        return Unexpected{ProjectTrouble{
            Kind::Other,
            fmt::format("{} could not be read again after an error. Try again when its "
                        "disk is back.",
                        data.path.string())}};
    if (!data.isInPlace())
        return Unexpected{ProjectTrouble{
            Kind::Moved,
            fmt::format("{} was moved, removed or replaced while it was open; nothing was changed. "
                        "Put it back, or save the project under another name.",
                        data.path.string())}};
    if (erases(edit)) // Its words would stay in the log.
        return Unexpected{ProjectTrouble{
            Kind::Other, "An article cannot be erased for good from a project file yet; nothing "
                         "was changed."}};
    Edit sealed = edit;
    data.putKnownContents(sealed);
    if (std::string trouble = sealContents(sealed); !trouble.empty())
        return Unexpected{ProjectTrouble{Kind::Other, std::move(trouble)}};
    Expected<Applied, std::string> applied = data.store.apply(sealed);
    if (!applied)
        return Unexpected{ProjectTrouble{Kind::Other, applied.error()}};
    try {
        SQLite::Transaction transaction(data.database, SQLite::TransactionBehavior::IMMEDIATE);
        data.log(sealed, applied->inverse);
        writeState(data.database, data.store, applied->change);
        transaction.commit();
        ++data.version;
        return *std::move(applied);
    } catch (const SQLite::Exception& error) {
        data.doubtful = {edit, *std::move(applied), data.version + 1};
        data.readAgain();
        if (Data::Doubtful* late = data.inFile(edit))
            return data.acknowledgeLate(*late);
        return Unexpected{troubleFrom(error, data.path)};
    } catch (...) {
        data.readAgain();
        throw;
    }
}

void ProjectFile::forEachEdit(const std::function<bool(const LoggedEdit&)>& visit,
                              std::int64_t after) const
{
    SQLite::Statement query(m_data->database,
                            "SELECT number, id, at, analyst, device, base, kind, edit, inverse "
                            "FROM op WHERE number>? ORDER BY number");
    query.bind(1, after);
    while (query.executeStep()) {
        LoggedEdit logged;
        logged.number = query.getColumn(0).getInt64();
        logged.id = Uuid::parse(query.getColumn(1).getString()).value_or(Uuid());
        logged.at = query.getColumn(2).getString();
        logged.author.analyst = query.getColumn(3).getString();
        logged.author.device = Uuid::parse(query.getColumn(4).getString()).value_or(Uuid());
        logged.base = query.getColumn(5).getInt64();
        logged.kind = query.getColumn(6).getString();
        logged.edit = query.getColumn(7).getString();
        logged.inverse = query.getColumn(8).getString();
        if (!visit(logged))
            return;
    }
}

ProjectFile::Result<LoggedEdit> ProjectFile::loggedEdit(std::int64_t number) const
{
    return guarded(m_data->path, [&]() -> Result<LoggedEdit> {
        std::optional<LoggedEdit> found;
        forEachEdit(
            [&](const LoggedEdit& logged) {
                if (logged.number == number)
                    found = logged;
                return false;
            },
            number - 1);
        if (!found)
            return Unexpected{ProjectTrouble{
                Kind::Other, fmt::format("There is no edit {} in the history.", number)}};
        for (std::string* json : {&found->edit, &found->inverse}) {
            auto edit = editFromJson(*json);
            if (!edit)
                return Unexpected{ProjectTrouble{Kind::Damaged, edit.error()}};
            m_data->putKnownContents(*edit);
            *json = toJson(*edit);
        }
        return *std::move(found);
    });
}

void ProjectFile::Data::verifyTexts(std::vector<std::string>& wrong) const
{
    SQLite::Statement query(database, "SELECT sha256, bytes FROM content");
    while (query.executeStep()) {
        if (sha256Of(query.getColumn(1).getString()) != query.getColumn(0).getString())
            wrong.push_back(fmt::format("a text is not the one that its checksum {} is of",
                                        query.getColumn(0).getString()));
    }
}

void ProjectFile::Data::verifyQuotes(std::vector<std::string>& wrong) const
{
    for (const ArticleId article : store.articles()) {
        const ArticleRecords& records = store.records(article);
        const auto tell = [&](const auto& quoted, const std::string& sourceId) {
            if (!isVerbatim(quoted, records.article))
                wrong.push_back(fmt::format("{}: “{}” ({}) does not stand where it was marked",
                                            records.article.title, quoted.text, sourceId));
        };
        for (const Mention& mention : records.mentions)
            tell(mention, mention.sourceId);
        for (const Claim& claim : records.claims) {
            for (const Quote& quote : claim.quotes)
                tell(quote, claim.sourceId);
        }
    }
}

/// What the log adds up to must be what the tables say.
void ProjectFile::Data::verifyLog(std::vector<std::string>& wrong, const ProjectFile& project) const
{
    Store replayed;
    std::int64_t next = 1;
    project.forEachEdit([&](const LoggedEdit& logged) {
        if (logged.number != next++)
            wrong.push_back(fmt::format("the log jumps to {}", logged.number));
        auto edit = editFromJson(logged.edit);
        if (!edit) {
            wrong.push_back(fmt::format("entry {} of the log: {}", logged.number, edit.error()));
            return true;
        }
        putContents(*edit,
                    [this](const std::string& sha256) { return contentOf(database, sha256); });
        if (const auto applied = replayed.apply(std::move(*edit)); !applied)
            wrong.push_back(fmt::format("entry {} of the log: {}", logged.number, applied.error()));
        return true;
    });
    if (!(replayed == store))
        wrong.emplace_back("what the log adds up to is not what the project holds");
}

std::vector<std::string> ProjectFile::verify() const
{
    std::vector<std::string> wrong;
    try {
        const std::string check = m_data->database.execAndGet("PRAGMA integrity_check").getString();
        if (check != "ok")
            wrong.push_back(fmt::format("the database: {}", check));
        if (schemaOf(m_data->database) != ourSchema())
            wrong.emplace_back("the database holds tables that are not Entente's");
        auto stored = readState(m_data->database);
        if (!stored)
            wrong.push_back(stored.error());
        else if (!(*stored == m_data->store))
            wrong.emplace_back("what is open is not what is in the file");
        m_data->verifyTexts(wrong);
        m_data->verifyQuotes(wrong);
        m_data->verifyLog(wrong, *this);
    } catch (const std::exception& error) {
        wrong.emplace_back(error.what());
    }
    return wrong;
}

std::optional<ProjectTrouble> ProjectFile::Data::reasonNotToReplace(const fs::path& target) const
{
    struct stat there
    {
    };
    if (::stat(target.c_str(), &there) != 0)
        return std::nullopt;
    if (there.st_dev == device && there.st_ino == inode)
        return ProjectTrouble{Kind::Other, fmt::format("{} is the project itself, which is saved "
                                                       "already. Choose another name.",
                                                       target.string())};
    // Of any other file it has been asked for that it is to go.
    if (isInUse(target))
        return ProjectTrouble{Kind::InUse, fmt::format("A program has {} open. Close it there "
                                                       "first, or choose another name.",
                                                       target.string())};
    return std::nullopt;
}

/// @returns the copy's temporary name. Throws SQLite::Exception, ProjectTrouble.
fs::path ProjectFile::Data::copyBeside(const fs::path& target) const
{
    fs::path temporary =
        target.parent_path() /
        fmt::format(".{}-{}.entente", target.stem().string(), randomUuid().text().substr(0, 8));
    SQLite::Database copy = createDatabase(temporary);
    try {
        SQLite::Backup backup(copy, database);
        if (const int result = backup.executeStep(-1); result != SQLITE_DONE)
            throw SQLite::Exception("the copy was not finished", result);
    } catch (...) {
        ::unlink(temporary.c_str());
        throw;
    }
    return temporary;
}

std::optional<ProjectTrouble> ProjectFile::copyTo(const fs::path& path, Existing existing) const
{
    const fs::path target = fs::absolute(path);
    std::error_code error;
    if (existing == Existing::Keep && fs::exists(target, error))
        return alreadyThere(target);
    if (auto reason = m_data->reasonNotToReplace(target))
        return reason;
    if (const fs::path journal = target.string() + "-journal"; fs::exists(journal, error))
        return ProjectTrouble{
            Kind::Other, fmt::format("{} is what is left of another project of this name. Choose "
                                     "another name.",
                                     journal.string())};
    if (!m_data->isUsable)
        m_data->readAgain();
    fs::path temporary;
    try {
        temporary = m_data->copyBeside(target);
    } catch (const SQLite::Exception& thrown) {
        return troubleFrom(thrown, target);
    } catch (const ProjectTrouble& trouble) {
        return trouble;
    }
    std::optional<ProjectTrouble> trouble;
    {
        const auto copied = open(temporary, m_data->author);
        if (!copied)
            trouble = copied.error();
        else if (copied->id() != id() || copied->version() != version() ||
                 !(copied->store() == store()))
            trouble = {Kind::Damaged, "The copy is not what the project is; it was removed."};
    }
    if (!trouble) {
        const std::error_code failure = putInPlace(temporary, target, existing);
        if (failure == std::errc::file_exists)
            trouble = alreadyThere(target);
        else if (failure)
            trouble = {Kind::NotWritable, fmt::format("{} could not be written ({}).",
                                                      target.string(), failure.message())};
    }
    if (trouble)
        fs::remove(temporary, error);
    return trouble;
}

} // namespace entente
