// SPDX-License-Identifier: Apache-2.0
#include "graph/project/recovery.h"

#include "graph/base/writefile.h"
#include "graph/project/editlog.h"
#include "graph/project/temporaryname.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

namespace entente
{

namespace
{

namespace fs = std::filesystem;
using Kind = ProjectTrouble::Kind;

/// Removes what is there under a temporary name, unless it got its own.
class Temporary
{
public:
    explicit Temporary(fs::path path)
        : m_path(std::move(path))
    {
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    Temporary(Temporary&&) = delete;
    Temporary& operator=(Temporary&&) = delete;
    ~Temporary()
    {
        std::error_code error;
        fs::remove(m_path, error);
    }

    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

/// Whether what a log says came after a backup came after this one: at the same place there may
/// have been another project, or an older state of this one that went another way.
bool goesOnFrom(const ProjectFile& backup, const std::map<std::int64_t, Uuid>& ids)
{
    const auto logged = ids.find(backup.version());
    if (logged == ids.end())
        return true;
    const auto last = backup.loggedEdit(backup.version());
    return last && last->id == logged->second;
}

/// Copies the newest backup that can be read, and that the log goes on from.
void copyNewest(const Backups& backups, const std::map<std::int64_t, Uuid>& ids,
                const fs::path& target, const Author& author, Recovered& result)
{
    for (const Backup& backup : backups.list()) {
        std::optional<ProjectTrouble> trouble;
        const auto opened = ProjectFile::look(backup.path, author);
        if (!opened)
            trouble = opened.error();
        else if (!goesOnFrom(*opened, ids))
            trouble = {Kind::Other,
                       fmt::format("{} is of another project, or of one that went another way; it "
                                   "was not used.",
                                   backup.path.string())};
        else
            trouble = opened->copyTo(target);
        if (!trouble) {
            result.backup = backup;
            return;
        }
        result.wrong.push_back(trouble->words);
    }
}

/// What was written is read again: what is wrong with it, in words; empty: nothing.
std::string troubleIn(const fs::path& project, const Author& author)
{
    const auto opened = ProjectFile::open(project, author);
    if (!opened)
        return opened.error().words;
    const std::vector<std::string> wrong = opened->verify();
    return wrong.empty() ? std::string() : wrong.front();
}

/// Does again what came after the backup; stops where it does not go on.
void replayLog(const EditLog& log, ProjectFile& project, Recovered& result)
{
    const auto replay = [&](int line, const Expected<LoggedEdit, std::string>& logged) {
        const auto tell = [&](const std::string& words) {
            result.wrong.push_back(fmt::format("{}:{}: {}", log.path().string(), line, words));
        };
        if (!logged) {
            tell(logged.error());
            return true;
        }
        if (logged->number <= project.version())
            return true;
        if (logged->number != project.version() + 1) {
            tell(fmt::format("edit {} is missing before it; this and the rest were left out",
                             project.version() + 1));
            return false;
        }
        if (const auto done = project.replay(*logged); !done) {
            tell(done.error().words);
            return false;
        }
        ++result.replayed;
        return true;
    };
    std::error_code error;
    if (!log.forEach(replay) && fs::exists(log.path(), error))
        result.wrong.push_back(
            fmt::format("{} could not be read to its end.", log.path().string()));
}

} // namespace

SecondCopy secondCopyOf(const fs::path& project, Kind why, const BackupPlace& backups)
{
    const bool isLost = why == Kind::Damaged || why == Kind::NoProject || why == Kind::NotThere;
    if (!isLost && why != Kind::InUse)
        return {};
    const Backups kept = keptCopies(backups, project);
    SecondCopy copy{.newest = kept.newest(), .canBeRecovered = false};
    std::error_code error;
    copy.canBeRecovered = isLost && (copy.newest || fs::exists(kept.log(), error));
    return copy;
}

fs::path recoveredName(const fs::path& project)
{
    fs::path name = project;
    return name.replace_filename(project.stem().string() + "-recovered.entente");
}

ProjectFile::Result<Recovered> recoverProject(const Backups& kept, const fs::path& target,
                                              const Author& author)
{
    const fs::path wanted = fs::absolute(target);
    std::error_code error;
    if (fs::exists(fs::symlink_status(wanted, error)))
        return Unexpected{alreadyThere(wanted)};
    const Temporary temporary(nameBeside(wanted));
    Recovered result;
    copyNewest(kept, EditLog(kept.log()).ids(), temporary.path(), author, result);
    {
        auto project = result.backup ? ProjectFile::open(temporary.path(), author)
                                     : ProjectFile::create(temporary.path(), author);
        if (!project)
            return Unexpected{project.error()};
        replayLog(EditLog(kept.log()), *project, result);
        result.version = project->version();
    }
    if (result.version == 0)
        return Unexpected{ProjectTrouble{
            Kind::NotThere,
            fmt::format("There is neither a backup nor a log of edits that could be used in {}. {}",
                        kept.folder().string(), fmt::join(result.wrong, " "))}};
    if (const std::string trouble = troubleIn(temporary.path(), author); !trouble.empty())
        return Unexpected{ProjectTrouble{
            Kind::Other, fmt::format("{} was written, and is not whole: {}. It was removed.",
                                     wanted.string(), trouble)}};
    if (const std::error_code failure = putInPlace(temporary.path(), wanted, Existing::Keep))
        return Unexpected{
            ProjectTrouble{Kind::NotWritable, fmt::format("{} could not be written ({}).",
                                                          wanted.string(), failure.message())}};
    return result;
}

} // namespace entente
