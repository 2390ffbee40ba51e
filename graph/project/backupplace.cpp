// SPDX-License-Identifier: Apache-2.0
#include "graph/project/backupplace.h"

#include "graph/base/openfile.h"
#include "graph/project/backups.h"
#include "graph/project/projectdata.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include <fcntl.h>

namespace entente
{

namespace
{

namespace fs = std::filesystem;

std::error_code flushed(const fs::path& path)
{
    OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    file.flush();
    return file.error();
}

/// To another disk: each file whole and flushed before any of the old ones goes.
std::error_code copyFolder(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    fs::create_directories(to, error);
    if (!error)
        fs::permissions(to, fs::perms::owner_all, error);
    std::vector<fs::directory_entry> all;
    for (auto entry = fs::directory_iterator(from, error); !error && entry != fs::end(entry);
         entry.increment(error))
        all.push_back(*entry);
    for (const fs::directory_entry& entry : all) {
        if (error)
            break;
        const fs::path target = to / entry.path().filename();
        if (entry.is_directory(error)) {
            error = copyFolder(entry.path(), target);
        } else if (!error) {
            fs::copy_file(entry.path(), target, error);
            error = error ? error : flushed(target);
        }
    }
    return error ? error : flushed(to); // The names, too.
}

std::error_code moveFolder(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    fs::create_directories(to.parent_path(), error);
    fs::rename(from, to, error);
    if (error != std::errc::cross_device_link)
        return error;
    const fs::path halfway = to.parent_path() / ("." + to.filename().string());
    fs::remove_all(halfway, error); // Of a time when the machine went down.
    error = copyFolder(from, halfway);
    if (!error)
        fs::rename(halfway, to, error);
    if (!error)
        error = flushed(to.parent_path());
    std::error_code ignored;
    fs::remove_all(error ? halfway : from, ignored);
    return error;
}

} // namespace

fs::path usualBackupRoot()
{
    const char* data =
        std::getenv("XDG_DATA_HOME");       // NOLINT(concurrency-mt-unsafe): never set here
    const char* home = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe)
    fs::path base;
    if (data != nullptr && fs::path(data).is_absolute())
        base = data;
    else if (home != nullptr && fs::path(home).is_absolute())
        base = fs::path(home) / ".local/share";
    return base.empty() ? base : base / "entente/entente/projects";
}

bool isBackup(const fs::path& path, const BackupPlace& place)
{
    return liesBelow(path, place.root) ||
           std::ranges::any_of(place.former,
                               [&](const fs::path& root) { return liesBelow(path, root); });
}

Backups keptCopies(const BackupPlace& place, const fs::path& project)
{
    Backups here(place.root, project);
    std::error_code error;
    if (fs::is_directory(here.folder(), error))
        return here;
    for (const fs::path& root : place.former) {
        if (Backups before(root, project); fs::is_directory(before.folder(), error))
            return before;
    }
    return here;
}

std::string bringOver(const BackupPlace& place, const fs::path& project)
{
    const Backups here(place.root, project);
    std::string trouble;
    std::error_code error;
    for (const fs::path& root : place.former) {
        const Backups before(root, project);
        if (place.root.empty() || before.folder() == here.folder() ||
            !fs::is_directory(before.folder(), error))
            continue;
        const fs::path target =
            fs::is_directory(here.folder(), error) ? here.aside(compactTimeStamp()) : here.folder();
        if (const std::error_code failure = moveFolder(before.folder(), target))
            trouble = fmt::format("Older backups of this project could not be moved from {} to {} "
                                  "({}). They are still where they were.",
                                  before.folder().string(), target.string(), failure.message());
    }
    return trouble;
}

} // namespace entente
